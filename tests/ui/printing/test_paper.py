"""Printing on paper, here a printer that writes a PDF file."""

import pytest
from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter

from newsroom.press.layout.model import Area
from newsroom.press.preflight.report import Box
from newsroom.press.sheets import Sheet
from newsroom.services.print_preview import open_print_file
from newsroom.ui.printing.paper import PaperPrint, placed
from newsroom.ui.printing.paper_desk import paper_of, prepare

A4 = (595.276, 841.89)
_COARSE = (40, 56)
_SMOOTH = (Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


@pytest.fixture
def printer(tmp_path):
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "giay.pdf"))
    made.setResolution(100)
    return made


def printed(qtbot, printer, file, drawer):
    paper = PaperPrint(file, printer, drawer, drawer)
    pages = []
    paper.progressed.connect(lambda done, total: pages.append((done, total)))
    with qtbot.waitSignal(paper.finished, timeout=20_000):
        paper.start()
    return pages


def test_all_pages_are_printed_in_their_size(qtbot, printer, office, drawer, tmp_path):
    prepare(printer, office)
    told = printed(qtbot, printer, office, drawer)
    count = len(office.sheets)
    assert count > 1
    assert told == [(page, count) for page in range(count)]
    result = open_print_file(tmp_path / "giay.pdf")
    assert len(result.sheets) == count
    assert (result.sheets[0].width, result.sheets[0].height) == pytest.approx(A4, abs=1)


def test_the_paper_shows_what_the_file_shows(qtbot, printer, office, drawer, tmp_path):
    prepare(printer, office)
    printed(qtbot, printer, office, drawer)
    from newsroom.ui.printing.drawer import Drawing, Source

    pictures = []
    owner = QObject()
    drawer.drawn.connect(
        lambda whose, _what, image: pictures.append(image) if whose is owner else None
    )
    for data in (office.data, (tmp_path / "giay.pdf").read_bytes()):
        drawer.want(owner, [Drawing(source=Source(data), page=0, size=(600, 850))])
        qtbot.waitUntil(lambda: not drawer.busy(), timeout=10_000)
    first, second = (image.scaled(*_COARSE, *_SMOOTH) for image in pictures)
    apart = [
        abs(first.pixelColor(x, y).lightness() - second.pixelColor(x, y).lightness())
        for x in range(_COARSE[0])
        for y in range(_COARSE[1])
    ]
    assert min(first.pixelColor(20, y).lightness() for y in range(_COARSE[1])) < 200
    assert max(apart) < 24, "the same page in the same place"


def test_a_range_of_pages_and_copies(qtbot, printer, office, drawer, tmp_path):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    assert len(printed(qtbot, printer, office, drawer)) == 1
    assert len(open_print_file(tmp_path / "giay.pdf").sheets) == 1


def test_single_pages_as_the_dialog_takes_them(qtbot, printer, office, drawer):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1,3-9"))
    told = printed(qtbot, printer, office, drawer)
    assert len(told) == len(office.sheets) - 1


def test_pages_that_are_not_there_are_told(qtbot, printer, office, drawer):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(50, 60)
    paper = PaperPrint(office, printer, drawer, drawer)
    with qtbot.waitSignal(paper.failed, timeout=5_000) as told:
        paper.start()
    assert "None of the pages" in str(told.args[0])


def test_stopping_ends_it_at_once(qtbot, printer, office, drawer):
    paper = PaperPrint(office, printer, drawer, drawer)
    paper.start()
    with qtbot.waitSignal(paper.finished, timeout=5_000):
        paper.stop()
    assert not paper._painter.isActive()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_write_is_told(qtbot, printer, office, drawer, tmp_path):
    printer.setOutputFileName(str(tmp_path / "gone" / "giay.pdf"))
    paper = PaperPrint(office, printer, drawer, drawer)
    with qtbot.waitSignal(paper.failed, timeout=5_000) as told:
        paper.start()
    assert "printer" in str(told.args[0])


# ---- where a page goes -----------------------------------------------------------------------
PAPER, REACHED = QRect(0, 0, 1240, 1754), QRect(30, 30, 1180, 1694)
"""A4 at 150 dots an inch."""


def sheet(width: float, height: float, trim: Area | None = None) -> Sheet:
    return Sheet(shown=Box(0, 0, width, height), trim=trim)


def test_a_page_of_the_papers_size_is_printed_in_its_true_size():
    found = placed(sheet(*A4), PAPER, REACHED, 150)
    assert found.target.size().toTuple() == (1240, 1754)


def test_of_a_page_with_marks_the_trimmed_page_keeps_its_true_size():
    trim = Area(x=28, y=28, width=A4[0], height=A4[1])
    found = placed(sheet(A4[0] + 56, A4[1] + 56, trim), PAPER, REACHED, 150)
    assert found.part == trim
    assert found.target.size().toTuple() == (1240, 1754)


def test_a_larger_page_is_made_smaller_within_what_the_printer_reaches():
    found = placed(sheet(822, 1134), PAPER, REACHED, 150)
    assert REACHED.contains(found.target)
    assert found.target.width() / found.target.height() == pytest.approx(822 / 1134, abs=0.01)


def test_a_fine_printer_gets_no_more_pixels_than_help():
    full = QRect(0, 0, 9921, 14031)
    found = placed(sheet(*A4), full, full, 1200)
    assert found.step == 2
    assert found.size(sheet(*A4))[0] == pytest.approx(4960, abs=2)


def test_paper_of_the_pages_size_is_chosen():
    assert paper_of(sheet(841.89, 1190.55)).id() is QPageSize.PageSizeId.A3
    assert paper_of(sheet(1190.55, 841.89)).id() is QPageSize.PageSizeId.A3
    assert paper_of(sheet(333, 777)).id() is QPageSize.PageSizeId.A4
