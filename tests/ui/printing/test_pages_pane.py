"""The printed page in its pane: pictures, sizes, inks, findings and their places."""

from dataclasses import replace
from io import BytesIO

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication

from newsroom.press.layout.model import Area
from newsroom.services.print_preview import PrintFile, open_print_file
from newsroom.ui.printing.look import PAGE, WIDTH, Inks, Look
from newsroom.ui.widgets.remark_row import RemarkRow

pikepdf = pytest.importorskip("pikepdf")


def many_pages(count: int, *, rgb: bool = False) -> bytes:
    pdf, out = pikepdf.Pdf.new(), BytesIO()
    for at in range(count):
        page = pdf.add_blank_page(page_size=(300, 400))
        colour = b"1 0 0 rg" if rgb else b"0.5 0.5 0 0.1 k"
        page.obj.Contents = pdf.make_stream(colour + b" 20 20 %d 100 re f" % (50 + at))
    pdf.save(out)
    return out.getvalue()


def file_of(tmp_path, data: bytes) -> PrintFile:
    path = tmp_path / "tep.pdf"
    path.write_bytes(data)
    return open_print_file(path)


def show(qtbot, pane, file, *, anew=True):
    with qtbot.waitSignal(pane.view.painted_all, timeout=15_000):
        pane.show_file(file, anew=anew)


def rect_of(pane, page: int) -> QRectF:
    return pane.view._pile.rect(page, pane.view._sight())


def colour_in(pane, page: int, x: float, y: float) -> QColor:
    """Of the pane's picture at a place of a page in points."""
    rect, scale = rect_of(pane, page), pane.view._pile.scale
    point = (rect.topLeft() + QPointF(x, y) * scale).toPoint()
    return pane.view.viewport().grab().toImage().pixelColor(point)


def test_nothing_is_loaded_before_there_is_a_file(pane):
    assert pane.stage.currentWidget() is pane.message
    assert pane.view._drawer._renderer is None


def test_the_pages_stand_below_each_other_fitting_the_width(qtbot, pane, office):
    show(qtbot, pane, office)
    assert pane.stage.currentWidget() is pane.parts
    assert pane.header.pages.text() == f"1/{len(office.sheets)}"
    assert pane.view.horizontalScrollBar().maximum() == 0
    assert 380 - rect_of(pane, 0).width() < 60
    assert rect_of(pane, 1).top() > rect_of(pane, 0).bottom()


def test_pages_are_turned_by_command_and_key(qtbot, pane, office):
    show(qtbot, pane, office)
    pane.do("print-next")
    assert pane.view.page == 1
    pane.do("print-previous")
    assert pane.view.page == 0
    qtbot.keyClick(pane.view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert pane.view.page == 1
    qtbot.keyClick(pane.view, Qt.Key.Key_Home)
    assert pane.view.page == 0


def test_the_wheel_with_ctrl_changes_the_size(qtbot, pane, office):
    show(qtbot, pane, office)
    before = pane.view.per_cent
    middle = QPointF(pane.view.viewport().rect().center())
    wheel = QWheelEvent(
        middle,
        pane.view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.view.viewport(), wheel)
    assert pane.view.per_cent == round(before * 1.1)
    pane.set_look(Look(zoom=PAGE))
    assert rect_of(pane, 0).height() < pane.view.viewport().height()
    pane.set_look(Look(zoom=400))
    assert pane.view.horizontalScrollBar().maximum() > 0
    qtbot.keyClick(pane.view, Qt.Key.Key_0)
    assert pane.look.zoom == WIDTH


def test_a_large_page_is_drawn_sharp_where_one_looks(qtbot, pane, office):
    show(qtbot, pane, office)
    with qtbot.waitSignal(pane.view.painted_all, timeout=15_000):
        pane.set_look(Look(zoom=400))
    view = pane.view._view(0)
    clip, image = pane.view._shelf.part(0, view.size)
    assert clip.contains(view.sight)
    assert image.width() <= pane.view.viewport().width()
    whole = pane.view._shelf.whole(0)
    assert whole.width() * whole.height() <= 1_310_000


def test_the_place_is_kept_when_the_file_is_made_anew(qtbot, pane, tmp_path):
    show(qtbot, pane, file_of(tmp_path, many_pages(12)))
    with qtbot.waitSignal(pane.view.painted_all, timeout=15_000):
        pane.view.go_to_page(7)
    scrolled = pane.view.verticalScrollBar().value()
    pane.show_file(file_of(tmp_path, many_pages(12)), anew=False)
    assert abs(pane.view.verticalScrollBar().value() - scrolled) <= 1
    assert pane.view._shelf.whole(7) is not None, "the last picture stays until the next is there"


def test_of_a_long_file_only_what_is_near_is_drawn(qtbot, pane, tmp_path):
    show(qtbot, pane, file_of(tmp_path, many_pages(300)))
    assert set(pane.view._shelf._whole) <= {0, 1, 2, 3}
    with qtbot.waitSignal(pane.view.painted_all, timeout=15_000):
        pane.view.go_to_page(250)
    near = set(pane.view._shelf._whole)
    assert 250 in near
    assert near <= set(range(246, 256))


def test_lines_lie_over_the_page(qtbot, pane, newspaper):
    show(qtbot, pane, newspaper)
    trim, grid = newspaper.sheets[0].trim, newspaper.sheets[0].grid
    bare = pane.view.viewport().grab().toImage()
    for name in ("trim", "columns", "grid"):
        pane.set_look(Look(on=frozenset({name})))
        assert pane.view.viewport().grab().toImage() != bare, name
    pane.set_look(Look(on=frozenset({"trim"})))
    rect, scale = rect_of(pane, 0), pane.view._pile.scale
    line = (rect.topLeft() + QPointF(trim.x, trim.y + 200) * scale).toPoint()
    image = pane.view.viewport().grab().toImage()
    near = [image.pixelColor(line.x() + dx, line.y()).name() for dx in (-1, 0, 1)]
    assert "#c2185b" in near
    assert grid is not None


# ---- inks ------------------------------------------------------------------------------------
def test_a_plate_is_shown_instead_of_the_page_and_its_ink_told(qtbot, pane, tmp_path):
    show(qtbot, pane, file_of(tmp_path, many_pages(2)))
    page_colour = colour_in(pane, 0, 30, 350)
    pane.set_look(Look(inks=Inks.YELLOW))
    qtbot.waitUntil(lambda: pane.inks.most is not None, timeout=15_000)
    assert colour_in(pane, 0, 30, 350).lightness() > 250, "there is no yellow"
    pane.set_look(Look(inks=Inks.CYAN))
    assert colour_in(pane, 0, 30, 350).lightness() == pytest.approx(127, abs=3)
    assert pane.inks.most == pytest.approx(110, abs=1)
    assert "the press carries 300 %" in pane.ink_words.full_text()
    pane.view.pointed.emit(0, QPointF(30, 350))
    assert "C 50" in pane.ink_words.full_text()
    pane.set_look(Look())
    assert colour_in(pane, 0, 30, 350) == page_colour
    assert pane.strip.isHidden()


def test_all_pages_in_view_show_their_inks(qtbot, pane, tmp_path):
    show(qtbot, pane, file_of(tmp_path, many_pages(6)))
    pane.set_look(Look(inks=Inks.YELLOW))
    seen = set(pane.view.pages_in_view())
    assert len(seen) > 1
    qtbot.waitUntil(lambda: set(pane.view._covers) == seen, timeout=15_000)
    pane.view.go_to_page(4)
    qtbot.waitUntil(lambda: 4 in pane.view._covers, timeout=15_000)
    qtbot.waitUntil(
        lambda: set(pane.view._covers) == set(pane.view.pages_in_view()), timeout=15_000
    )


def test_a_page_without_inks_says_so_and_stays(qtbot, pane, tmp_path):
    show(qtbot, pane, file_of(tmp_path, many_pages(1, rgb=True)))
    with qtbot.waitSignal(pane.inks.failed, timeout=10_000):
        pane.set_look(Look(inks=Inks.TOTAL))
    assert "no inks of the press" in pane.trouble.words()
    assert colour_in(pane, 0, 30, 350).red() > 200


# ---- findings --------------------------------------------------------------------------------
def test_the_preflight_follows_the_file(qtbot, pane, tmp_path):
    with qtbot.waitSignal(pane.checked, timeout=15_000):
        pane.show_file(file_of(tmp_path, many_pages(1, rgb=True)), anew=True)
    assert "error" in pane.header.findings.text()
    assert "Must not be printed so" in pane.findings.verdict.text()
    pane.do("print-findings")
    rows = pane.findings.findChildren(RemarkRow)
    assert any("RGB" in row.accessibleName() for row in rows)


def test_a_good_file_can_be_printed(qtbot, pane, newspaper):
    with qtbot.waitSignal(pane.checked, timeout=15_000) as told:
        pane.show_file(newspaper, anew=True)
    report = told.args[1]
    assert report.ok
    assert "error" not in pane.header.findings.text()


def test_a_finding_leads_to_its_place(qtbot, pane, tmp_path):
    with qtbot.waitSignal(pane.checked, timeout=15_000) as told:
        pane.show_file(file_of(tmp_path, many_pages(5, rgb=True)), anew=True)
    finding = next(
        one for one in told.args[1].findings if one.rule == "rgb-vector" and one.page == 4
    )
    row = next(
        row
        for row in pane.findings.findChildren(RemarkRow)
        if row.accessibleName().endswith("RGB.") or "RGB" in row.accessibleName()
    )
    row.click()
    assert pane.view._mark is not None
    pane.show_finding(finding)
    page, area = pane.view._mark
    assert page == 3
    assert area == Area(x=20, y=280, width=53, height=100)
    assert pane.view.pages_in_view().start <= 3 < pane.view.pages_in_view().stop


def test_remarks_of_the_making_are_listed_too(qtbot, pane, newspaper):
    from newsroom.domain.imported import Remark

    remark = Remark(
        template="The photo “{name}” cannot be shown; its place is left empty.",
        params={"name": "anh.jpg"},
    )
    with qtbot.waitSignal(pane.checked, timeout=15_000):
        pane.show_file(replace(newspaper, remarks=(remark,)), anew=True)
    rows = pane.findings.findChildren(RemarkRow)
    assert any("anh.jpg" in row.accessibleName() for row in rows)


def test_a_file_that_cannot_be_drawn_is_told(qtbot, pane, office):
    pane.show_file(replace(office, data=b"%PDF-1.4 nothing"), anew=True)
    qtbot.waitUntil(lambda: "cannot be drawn" in pane.trouble.words(), timeout=10_000)
