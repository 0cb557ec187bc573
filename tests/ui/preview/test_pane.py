"""The preview follows the article: first whole, then only where it changed."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from newsroom.domain.document import Document, Paragraph, text_of
from newsroom.domain.ids import BlockId
from newsroom.ui.preview.pane import PreviewPane
from tests.site_sample import rich_article, rich_context
from tests.ui.preview.showing import RunScript, shown, text


def test_the_article_is_shown_and_follows_edits(qtbot: QtBot, pane: PreviewPane) -> None:
    shown(qtbot, pane)
    assert "Công nhân xưởng may góp đoàn phí bằng điện thoại" in text(qtbot, pane)
    shown(qtbot, pane, headline="Tít mới", byline=("Lê Lâm",), section=("Pháp luật",))
    after = text(qtbot, pane)
    assert "Tít mới" in after
    assert "LÊ LÂM" in after
    assert "Chuyên đề›" not in after


def test_edits_keep_the_place_and_what_did_not_change(
    qtbot: QtBot, pane: PreviewPane, run_script: RunScript
) -> None:
    shown(qtbot, pane)
    # a font that arrives moves the page: that is not what is measured here
    qtbot.waitUntil(lambda: run_script(pane, "document.fonts.status === 'loaded'"), timeout=10_000)
    place = "Math.round(document.querySelector('[data-block=b06]').getBoundingClientRect().top)"
    before = run_script(
        pane,
        "document.querySelector('.photo img').kept = true;"
        "document.querySelector('[data-block=b10]').kept = true;"
        f"window.scrollTo(0, 1400); {place}",
    )
    qtbot.wait(100)
    new = Paragraph(id=BlockId("new"), text=text_of("Đoạn chen vào giữa bài."))
    shown(qtbot, pane, body=Document(blocks=(new, *rich_article().body.blocks[1:])))
    kept = "document.querySelector('.photo img').kept && "
    kept += "document.querySelector('[data-block=b10]').kept"
    assert run_script(pane, kept) is True
    assert run_script(pane, "!document.querySelector('[data-block=b00]')") is True
    assert abs(run_script(pane, place) - before) <= 2


def test_another_article_begins_at_its_top(
    qtbot: QtBot, pane: PreviewPane, run_script: RunScript
) -> None:
    shown(qtbot, pane)
    run_script(pane, "window.scrollTo(0, 900)")
    shown(qtbot, pane, id="another00000")
    assert run_script(pane, "window.scrollY") == 0


@pytest.mark.parametrize("seed", range(2))
def test_patches_end_at_the_page_that_a_full_load_gives(
    qtbot: QtBot, pane: PreviewPane, run_script: RunScript, seed: int
) -> None:
    from random import Random

    chance = Random(seed)
    blocks = list(rich_article().body.blocks)
    shown(qtbot, pane)
    inner = "document.getElementById('page').innerHTML.replace(/\\s+/g, ' ')"
    inner += ".replace(/> </g, '><').trim()"
    for _ in range(5):
        body = Document(blocks=tuple(chance.sample(blocks, chance.randint(0, len(blocks)))))
        shown(qtbot, pane, body=body)
    patched = run_script(pane, inner)
    pane.maker.shown = None
    shown(qtbot, pane, body=body)
    assert run_script(pane, inner) == patched


def test_blocks_with_the_same_id_are_shown_all(
    qtbot: QtBot, pane: PreviewPane, run_script: RunScript
) -> None:
    shown(qtbot, pane)
    for words in ("một", "hai"):
        twins = (Paragraph(id=BlockId("a"), text=text_of(f"{n} {words}")) for n in "xy")
        shown(qtbot, pane, body=Document(blocks=tuple(twins)))
        texts = "[...document.querySelectorAll('[data-block=a]')].map((p) => p.textContent)"
        assert run_script(pane, f"String({texts})") == f"x {words},y {words}"


def test_a_page_that_is_not_what_it_was_taken_for_is_loaded_whole(
    qtbot: QtBot, pane: PreviewPane, run_script: RunScript
) -> None:
    shown(qtbot, pane)
    run_script(pane, "document.querySelector('[data-block=b08]').remove(); 1")
    new = Paragraph(id=BlockId("b08"), text=text_of("Vẫn thấy."))
    blocks = rich_article().body.blocks
    shown(qtbot, pane, body=Document(blocks=(*blocks[:8], new, *blocks[9:])))
    assert "Vẫn thấy." in text(qtbot, pane)


def test_many_edits_at_once_end_with_the_last(qtbot: QtBot, pane: PreviewPane) -> None:
    shown(qtbot, pane)
    rendered: list[None] = []
    pane.stage.browser.shown.connect(lambda: rendered.append(None))  # type: ignore[union-attr]
    with qtbot.waitSignal(pane.shown, timeout=10_000):
        for number in range(50):
            pane.show_article(replace(rich_article(), headline=f"Tít {number}."), rich_context())
    assert "Tít 49." in text(qtbot, pane)
    assert len(rendered) <= 3
