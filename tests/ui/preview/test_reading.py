"""What a person does on the page: clicks, links, finding; and the caret's place on it."""

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from pytestqt.qtbot import QtBot

from newsroom import i18n
from newsroom.ui.preview.pane import PreviewPane
from newsroom.ui.preview.places import PagePlace
from tests.ui.preview.showing import RunScript, shown


def test_words_are_found_on_the_page(qtbot: QtBot, pane: PreviewPane) -> None:
    shown(qtbot, pane)
    pane.open_find()
    pane.find_strip.words.setText("đoàn phí")
    qtbot.waitUntil(lambda: pane.find_strip.count.text().startswith("1/"), timeout=5_000)
    pane.find_strip.words.entered.emit(False)
    qtbot.waitUntil(lambda: pane.find_strip.count.text().startswith("2/"), timeout=5_000)
    pane.find_strip.words.setText("không có chữ này")
    qtbot.waitUntil(lambda: pane.find_strip.count.text() == "No hits", timeout=5_000)
    pane.find_strip.closed.emit()
    assert pane.find_strip.isHidden()


def click(qtbot: QtBot, pane: PreviewPane, run_script: RunScript, selector: str) -> PagePlace:
    """Click 30 pixels into an element that is brought into view."""
    run_script(pane, f"document.querySelector('{selector}').scrollIntoView({{block: 'center'}})")
    qtbot.wait(80)
    rect = f"document.querySelector('{selector}').getBoundingClientRect()"
    left, top = (run_script(pane, f"{rect}.{side}") for side in ("left", "top"))
    browser = pane.stage.browser
    assert browser is not None
    zoom = browser.page.zoomFactor()
    inner = browser._view.focusProxy()
    assert inner is not None
    at = QPoint(round((left + 30) * zoom), round((top + 9) * zoom))
    with qtbot.waitSignal(pane.place_clicked, timeout=5_000) as caught:
        qtbot.mouseClick(inner, Qt.MouseButton.LeftButton, pos=at)
    place = caught.args[0]
    assert isinstance(place, PagePlace)
    return place


def test_a_click_on_text_tells_where_it_stands(
    qtbot: QtBot, pane: PreviewPane, run_script: RunScript
) -> None:
    shown(qtbot, pane)
    place = click(qtbot, pane, run_script, "[data-block=b03]")
    assert (place.name, place.within) == ("b03", 0)
    assert 1 <= place.offset <= 8
    assert click(qtbot, pane, run_script, "h1.headline").name == "headline"
    item = click(qtbot, pane, run_script, "[data-block=b05] > li:nth-child(2)")
    assert (item.name, item.within) == ("b05", 1)
    caption = click(qtbot, pane, run_script, "[data-block=b01] figcaption")
    assert (caption.name, caption.within) == ("b01", 1)
    cell = click(qtbot, pane, run_script, "[data-block=b07] tr:nth-child(2) td")
    assert (cell.name, cell.within) == ("b07", 8)


def test_the_carets_block_is_marked_and_brought_into_view(
    qtbot: QtBot, pane: PreviewPane, run_script: RunScript
) -> None:
    shown(qtbot, pane)
    pane.mark("b10")
    pane.bring_into_view("b10")
    top = "document.querySelector('[data-block=b10]').getBoundingClientRect().top"
    qtbot.waitUntil(lambda: 0 < run_script(pane, top) < run_script(pane, "innerHeight"))
    look = "getComputedStyle(document.querySelector('[data-block=b10]'), '::before').width"
    assert run_script(pane, look).startswith(("2", "1.9"))
    before = run_script(pane, "scrollY")
    pane.bring_into_view("b10")
    qtbot.wait(200)
    assert run_script(pane, "scrollY") == before
    shown(qtbot, pane, headline="Đổi tít")
    assert run_script(pane, look).startswith(("2", "1.9"))
    pane.align("b03", 0.5)
    middle = "document.querySelector('[data-block=b03]').getBoundingClientRect()"
    qtbot.waitUntil(lambda: abs(run_script(pane, f"{middle}.top + {middle}.height / 2") - 12) < 3)


@pytest.mark.parametrize(
    ("address", "signal", "words"),
    [
        ("newsroom-preview://print/", "print_requested", []),
        ("newsroom-preview://article/neighbour090", "article_requested", ["neighbour090"]),
        (
            "https://example.vn/huong-dan?a=1",
            "link_requested",
            ["https://example.vn/huong-dan?a=1"],
        ),
        (
            "newsroom-preview://section/Ph%C3%A1p%20lu%E1%BA%ADt/a%2Fb",
            "section_requested",
            [("Pháp luật", "a/b")],
        ),
        ("newsroom-preview://section/", "section_requested", [()]),
        ("mailto:toasoan@a.vn", "link_requested", ["mailto:toasoan@a.vn"]),
    ],
)
def test_links_become_requests(
    qtbot: QtBot, pane: PreviewPane, address: str, signal: str, words: list[str]
) -> None:
    with qtbot.waitSignal(getattr(pane, signal)) as caught:
        pane._follow(QUrl(address))
    assert caught.args == words


def test_a_click_on_the_page_goes_nowhere_but_is_told(
    qtbot: QtBot, pane: PreviewPane, run_script: RunScript
) -> None:
    shown(qtbot, pane)
    for selector, signal in ((".print", "print_requested"), (".text a", "link_requested")):
        with qtbot.waitSignal(getattr(pane, signal), timeout=5_000):
            run_script(pane, f"document.querySelector('{selector}').click(); 1")
    with qtbot.waitSignal(pane.article_requested, timeout=5_000) as caught:
        run_script(pane, "document.querySelector('.related a').click(); 1")
    assert caught.args == ["neighbour090"]
    assert run_script(pane, "location.href") == "newsroom-preview://site/index.html"


def test_back_to_top_works_without_script(
    qtbot: QtBot, pane: PreviewPane, run_script: RunScript
) -> None:
    shown(qtbot, pane)
    run_script(pane, "window.scrollTo(0, 900)")
    run_script(pane, "document.querySelector('.to-top').click(); 1")
    qtbot.waitUntil(lambda: run_script(pane, "window.scrollY") == 0, timeout=5_000)


def test_words_change_with_the_language(qtbot: QtBot, pane: PreviewPane) -> None:
    i18n.use("vi")
    pane.retranslate()
    assert pane.find_strip.words.accessibleName() == i18n._("Find on the page")
