"""The scenes of the window's panels."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from docs.shots.stage import Scene, Stage
from newsroom.domain.document import ListBlock, Quote
from newsroom.errors import BugError, UserError
from newsroom.ui.printing.pages_pane import PagesPane

if TYPE_CHECKING:
    from newsroom.press.preflight.report import Report


def _window(stage: Stage) -> QWidget:
    return stage.window


def _wide(stage: Stage) -> QWidget:
    stage.window.resize(1920, 1080)
    stage.do("preview-phone")
    stage.wait(2.0)
    return stage.window


def _drawer(stage: Stage) -> QWidget:
    stage.window.resize(1024, 640)
    stage.settle()
    stage.window.stops.unfold_library()
    stage.settle()
    return stage.window


def _library(stage: Stage) -> QWidget:
    return stage.window.library


def _search(stage: Stage) -> QWidget:
    stage.window.library.search.setText("doan vien")
    stage.wait(0.4)
    stage.settle()
    return stage.window.library


def _nothing_found(stage: Stage) -> QWidget:
    stage.window.library.search.setText("máy bay giấy xyz")
    stage.wait(0.4)
    stage.settle()
    return stage.window.library


def _welcome(stage: Stage) -> QWidget:
    stage.window.centre.show_welcome(first_time=True)
    stage.settle()
    return stage.window.centre


def _trouble(stage: Stage) -> QWidget:
    template = "The library “{folder}” is open in another window (process {pid} on {host})."
    error = UserError(template, folder="tin-bai", pid=4120, host="may-ban-bien-tap")
    stage.window.centre.show_trouble(error)
    stage.settle()
    return stage.window.centre


def _news(stage: Stage) -> QWidget:
    stage.do("spike")
    stage.settle()
    return stage.window.centre


def _bug(stage: Stage) -> QWidget:
    log = "newsroom.log"
    stage.window.centre.tell_error(
        BugError("Something went wrong in the program; {log} says what.", log=log)
    )
    stage.settle()
    return stage.window.centre


def _sheet(stage: Stage) -> QWidget:
    return stage.window.centre


def _blocks(stage: Stage, kind: type[object]) -> QWidget:
    sheet = stage.window.editor.sheet
    body = sheet.article_text().body
    block = next(block for block in body.blocks if isinstance(block, kind))
    sheet.go_to_block(block.id)
    stage.settle()
    bar = sheet.verticalScrollBar()
    bar.setValue(bar.value() + sheet.cursorRect().top() - 40)
    stage.settle()
    return stage.window.centre


def _quote(stage: Stage) -> QWidget:
    return _blocks(stage, Quote)


def _lists(stage: Stage) -> QWidget:
    return _blocks(stage, ListBlock)


def _find(stage: Stage) -> QWidget:
    stage.do("find")
    stage.window.editor.find_bar.words.setText("tổ")
    stage.settle()
    return stage.window.centre


def _replace(stage: Stage) -> QWidget:
    stage.do("replace")
    bar = stage.window.editor.find_bar
    bar.words.setText("đoàn viên")
    bar.new_words.setText("người lao động")
    bar.listed.setChecked(True)
    stage.settle()
    return stage.window.centre


def _page(name: str) -> Callable[[Stage], QWidget]:
    def show(stage: Stage) -> QWidget:
        inspector = stage.window.inspector
        inspector.show_page(getattr(inspector, name))
        stage.settle()
        return inspector

    return show


def _compare(stage: Stage) -> QWidget:
    _page("history_page")(stage)
    stage.settle()
    rows = stage.window.inspector.history_page.versions
    rows.setCurrentRow(rows.count() - 1)
    rows.itemClicked.emit(rows.currentItem())
    stage.settle()
    return stage.window.centre


def _preview(*actions: str) -> Callable[[Stage], QWidget]:
    def show(stage: Stage) -> QWidget:
        stage.window.resize(1920, 1080)
        for action in actions:
            stage.do(action)
        stage.wait(2.0)
        return stage.window.preview

    return show


def _printed(*actions: str) -> Callable[[Stage], QWidget]:
    def show(stage: Stage) -> QWidget:
        stage.do("go-print")  # before there is room for the web page, which takes long to start
        stage.window.resize(1920, 1080)
        for action in actions:
            stage.do(action)
        stage.wait_until(lambda: stage.window.printed.file is not None)
        stage.wait(0.8)
        stage.settle()
        stage.wait_until(lambda: not stage.window.drawer.busy())
        return stage.window.stack

    return show


def _check(stage: Stage) -> QWidget:
    """A page that somebody else made, with colours of a screen."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "trang-quang-cao.pdf"
        path.write_bytes(_advertisement())
        desk = stage.window.print_desk
        desk.check(path)
        shown = desk.windows[-1]
        stage.wait_until(lambda: shown.pane.file is not None)
    report = _report(stage, shown.pane)
    shown.pane.show_finding(next(one for one in report.findings if one.place is not None))
    stage.settle()
    return shown


def _report(stage: Stage, pane: PagesPane) -> "Report | None":
    found: list[Report] = []
    pane.checked.connect(lambda _file, report: found.append(report))
    stage.wait_until(lambda: bool(found))
    return found[0]


def _advertisement() -> bytes:
    """An advertisement of two areas of colour, drawn as PDF files are drawn by hand."""
    import pikepdf

    pdf, out = pikepdf.Pdf.new(), BytesIO()
    page = pdf.add_blank_page(page_size=(420, 300))
    page.obj.Contents = pdf.make_stream(
        b"0.9 0.8 0.2 rg 0 0 420 300 re f 0.1 0.3 0.6 rg 40 120 200 120 re f "
        b"0.05 w 40 90 m 380 90 l S 0 0.8 0.9 0 k 270 120 110 120 re f"
    )
    pdf.save(out)
    return out.getvalue()


def _focus(stage: Stage) -> QWidget:
    stage.window.columns.set_focus_mode(True)
    stage.settle()
    return stage.window


SCENES = (
    Scene(
        name="window-wide",
        words="The window on a large screen: the web page follows every keystroke.",
        show=_wide,
        main=True,
        live=True,
    ),
    Scene(
        name="window",
        words="The window on a laptop: the library, the sheet, and beside it what is known.",
        show=_window,
        main=True,
    ),
    Scene(
        name="window-drawer",
        words="In a narrow window the library comes out over the sheet when asked for.",
        show=_drawer,
    ),
    Scene(name="focus-mode", words="Focus mode: nothing but the sheet.", show=_focus),
    Scene(
        name="library",
        words="The library: sections, then the articles of what is chosen above.",
        show=_library,
        main=True,
    ),
    Scene(
        name="library-search",
        words="Searching, with or without accents; the words found are marked.",
        show=_search,
        main=True,
    ),
    Scene(
        name="library-nothing-found",
        words="When nothing is found, the ways on are offered.",
        show=_nothing_found,
    ),
    Scene(name="welcome", words="An empty library offers ways to begin.", show=_welcome, main=True),
    Scene(
        name="no-library",
        words="A library that cannot be opened says why, and lets one choose another.",
        show=_trouble,
    ),
    Scene(
        name="banner-undo",
        words="What was done is told for a few seconds, with a way back.",
        show=_news,
    ),
    Scene(
        name="banner-error",
        words="What went wrong stays until it is read; our own bugs can be reported.",
        show=_bug,
    ),
    Scene(
        name="sheet",
        words="The sheet: kicker, headline, lede and body, written in place.",
        show=_sheet,
        main=True,
    ),
    Scene(name="sheet-quote", words="Pull quotes and cross-heads.", show=_quote),
    Scene(name="sheet-blocks", words="Lists, tables, photos and boxes.", show=_lists, main=True),
    Scene(name="find", words="Finding in the article.", show=_find),
    Scene(name="replace", words="Replacing, with the list of what would change.", show=_replace),
    Scene(
        name="inspector-article",
        words="The inspector: section, tags, status and what else belongs to the article.",
        show=_page("article_page"),
        main=True,
    ),
    Scene(
        name="inspector-photos",
        words="The article's photos, with their alternative text and sharpness in print.",
        show=_page("photos_page"),
    ),
    Scene(
        name="inspector-proof",
        words="What the proofreader and the article's profile found.",
        show=_page("proof_page"),
    ),
    Scene(
        name="inspector-notes",
        words="Comments on the text, in its order.",
        show=_page("comments_page"),
    ),
    Scene(
        name="inspector-history",
        words="Versions, and who changed the status when.",
        show=_page("history_page"),
    ),
    Scene(name="compare", words="A version beside what is written now.", show=_compare, main=True),
    Scene(
        name="preview-phone",
        words="The article on the paper's site, on a phone.",
        show=_preview("preview-article", "preview-phone"),
        live=True,
    ),
    Scene(
        name="preview-tablet",
        words="The same page on a tablet.",
        show=_preview("preview-tablet"),
        live=True,
    ),
    Scene(
        name="preview-desktop",
        words="The same page on a computer.",
        show=_preview("preview-desktop"),
        live=True,
    ),
    Scene(
        name="preview-front",
        words="The front page, with the article among the others.",
        show=_preview("preview-phone", "preview-front"),
        live=True,
    ),
    Scene(
        name="preview-card",
        words="The article as others share it.",
        show=_preview("preview-phone", "preview-card"),
        live=True,
    ),
    Scene(
        name="printed-page",
        words="The printed page beside the sheet: pictures of the PDF itself.",
        show=_printed(),
        main=True,
    ),
    Scene(
        name="printed-lines",
        words="Trim, bleed, columns and baselines over the printed page, and its preflight.",
        show=_printed("print-trim", "print-columns", "print-grid", "print-findings"),
    ),
    Scene(
        name="printed-inks",
        words="How much ink lies where on the printed page.",
        show=_printed("print-inks-total"),
    ),
    Scene(
        name="check-pdf",
        words="A PDF file from outside: what its preflight finds, and where.",
        show=_check,
    ),
)
