"""The article among the news of the site, and on the cards that others show of it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from newsroom.domain.document import EMPTY
from newsroom.domain.listing import SectionNews
from newsroom.services.newsstand import Newsstand
from newsroom.ui.preview.pane import PreviewPane
from newsroom.ui.preview.view import Kind, View
from tests.site_sample import SECTION, photo_sources, rich_article, rich_context

RunScript = Callable[[PreviewPane, str], Any]


def stand() -> Newsstand:
    context = rich_context()
    news = context.latest
    return Newsstand(
        newest=news,
        groups=(SectionNews(section=SECTION[:1], news=news),),
        section=SECTION,
        news=news,
        photos={one.file.id: one for one in photo_sources()},
    )


@pytest.fixture
def pages(qtbot: QtBot, pane: PreviewPane) -> PreviewPane:
    pane.show()
    with qtbot.waitSignal(pane.shown, timeout=20_000):
        pane.show_article(rich_article(), rich_context())
    pane.show_newsstand(stand())
    return pane


def look(qtbot: QtBot, pane: PreviewPane, kind: Kind, **more: Any) -> None:
    with qtbot.waitSignal(pane.shown, timeout=10_000):
        pane.set_view(View(kind=kind, **more))


@pytest.mark.parametrize("kind", [Kind.SECTION, Kind.FRONT])
def test_the_article_stands_among_the_news_and_follows_the_keys(
    qtbot: QtBot, pages: PreviewPane, run_script: RunScript, kind: Kind
) -> None:
    look(qtbot, pages, kind)
    words = "document.getElementById('main').innerText"
    assert rich_article().headline in run_script(pages, words).replace("\xa0", " ")
    assert "Lớp học tối giữa hai ca may" in run_script(pages, words).replace("\xa0", " ")
    link = f"document.querySelector('#main a[href$=\"{rich_article().id}\"]')"
    line = f"getComputedStyle({link}).textDecorationThickness"
    qtbot.waitUntil(lambda: run_script(pages, line) == "2px", timeout=5_000)
    with qtbot.waitSignal(pages.shown, timeout=5_000):
        pages.show_article(replace(rich_article(), headline="Tít đang gõ"), rich_context())
    assert "Tít đang gõ" in run_script(pages, words).replace("\xa0", " ")


def test_pages_of_the_site_lead_to_each_other(
    qtbot: QtBot, pages: PreviewPane, run_script: RunScript
) -> None:
    home = "document.querySelector('.breadcrumb a').click(); 1"
    with qtbot.waitSignal(pages.section_requested, timeout=5_000) as caught:
        run_script(pages, home)
    assert caught.args == [()]
    with qtbot.waitSignal(pages.section_requested, timeout=5_000) as caught:
        run_script(pages, "document.querySelectorAll('.menu a')[1].click(); 1")
    assert caught.args == [("Thời sự",)]


def test_a_section_waits_for_its_news(
    qtbot: QtBot, pages: PreviewPane, run_script: RunScript
) -> None:
    pages.set_view(View(kind=Kind.SECTION, section=("Pháp luật",)))
    qtbot.wait(100)
    assert not pages.maker.busy
    with qtbot.waitSignal(pages.shown, timeout=5_000):
        pages.show_newsstand(replace(stand(), section=("Pháp luật",), news=()))
    title = "document.querySelector('h1').textContent.trim()"
    assert run_script(pages, title) == "Pháp luật"


def test_cards_say_what_has_no_room(
    qtbot: QtBot, pages: PreviewPane, run_script: RunScript
) -> None:
    look(qtbot, pages, Kind.CARD)
    flagged = "[...document.querySelectorAll('.notes .too-long')].map((one) => one.textContent)"
    assert run_script(pages, f"{flagged}.length") == 1
    drawn = "document.querySelector('#shared img').naturalWidth"
    qtbot.waitUntil(lambda: run_script(pages, drawn) > 600, timeout=5_000)
    long = "Một cái tít dài quá chừng, dài đến mức không ai đọc hết được " * 3
    with qtbot.waitSignal(pages.shown, timeout=5_000):
        pages.show_article(replace(rich_article(), headline=long, lede=""), rich_context())
    assert run_script(pages, f"{flagged}.length") == 2
    assert run_script(pages, "document.querySelectorAll('.notes .missing').length") == 3
    with qtbot.waitSignal(pages.shown, timeout=5_000):
        pages.show_article(replace(rich_article(), body=EMPTY), rich_context())
    assert run_script(pages, "document.querySelector('.picture').innerText") == "No photo"


def test_cards_hold_hostile_words_as_words(
    qtbot: QtBot, pages: PreviewPane, run_script: RunScript
) -> None:
    evil = "<img src=x onerror=1><script>1</script>"
    look(qtbot, pages, Kind.CARD, dark=True)
    with qtbot.waitSignal(pages.shown, timeout=5_000):
        pages.show_article(replace(rich_article(), headline=evil), rich_context())
    assert run_script(pages, "document.querySelector('#shared .title').textContent") == evil
    assert run_script(pages, "document.querySelectorAll('[onerror], script').length") == 0
