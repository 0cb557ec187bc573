"""Only what an edit changed is rendered and sent to the page."""

import json
from dataclasses import replace
from typing import Any

import pytest

from newsroom.domain.article import Article
from newsroom.domain.document import Document, Paragraph, Photo, text_of
from newsroom.domain.ids import BlockId
from newsroom.formats.html.theme import load_theme
from newsroom.formats.html.view import Assets
from newsroom.formats.html.writer import Page
from newsroom.language.pieces import PIECE
from newsroom.ui.preview import live as module
from newsroom.ui.preview.live import Live, live, patch_scripts
from tests.site_sample import rich_article, rich_context

CONTEXT = rich_context()
ASSETS = Assets(policy="", image=dict[Photo, None]().get)


def made(article: Article, before: Live | None = None) -> Live:
    found = live(article, CONTEXT, theme=load_theme("paper"), assets=ASSETS, before=before)
    assert found is not None
    return found


def sent(before: Live | None, after: Live, *, to_top: bool = False) -> list[Any]:
    """What the script hands to the function of `patch.js`."""
    (script,) = patch_scripts(before, after, to_top=to_top)
    values = script.removeprefix(module._patch_function())
    return list(json.loads(f"[{values[1:-1]}]"))


def with_words(article: Article, number: int, words: str) -> Article:
    blocks = list(article.body.blocks)
    blocks[number] = replace(blocks[number], text=text_of(words))  # type: ignore[call-arg]
    return replace(article, body=Document(blocks=tuple(blocks)))


def test_typing_sends_one_block_and_no_frame() -> None:
    before = made(rich_article())
    after = made(with_words(rich_article(), 8, "Câu mới."), before)
    html = '<p class="paragraph" data-block="b08">Câu mới.</p>'
    assert sent(before, after) == [None, [], html, False]


def test_nothing_is_sent_when_nothing_shows() -> None:
    before = made(rich_article())
    after = made(replace(rich_article(), note="Không hiện trên trang."), before)
    assert patch_scripts(before, after, to_top=False) == ()


def test_long_text_is_brought_in_pieces() -> None:
    before = made(rich_article())
    words = "đoàn phí " * 560_000
    after = made(with_words(rich_article(), 8, words), before)
    first, *brought, last = patch_scripts(before, after, to_top=False)
    assert first == "self.newsroomPieces = []"
    assert max(map(len, brought)) <= PIECE + 100
    ends = "newsroomPieces.push(", ")"
    told = (json.loads(one.removeprefix(ends[0]).removesuffix(ends[1])) for one in brought)
    assert "".join(told) == after.blocks[BlockId("b08")][1]
    assert len(last) < PIECE


def test_a_field_sends_the_frame_with_a_gap_for_the_blocks() -> None:
    before = made(rich_article())
    after = made(replace(rich_article(), headline="Tít khác"), before)
    frame, order, blocks, _ = sent(before, after)
    assert "Tít khác" in frame
    assert 'data-block="gap"' in frame
    assert 'data-block="b03"' not in frame
    assert order == [f"b{n:02}" for n in range(len(rich_article().body.blocks))]
    assert blocks == ""


def test_a_block_more_or_less_changes_the_order() -> None:
    before = made(rich_article())
    new = Paragraph(id=BlockId("new"), text=text_of("Chen vào."))
    empty = Paragraph(id=BlockId("empty"))
    body = Document(blocks=(new, empty, *rich_article().body.blocks[1:]))
    after = made(replace(rich_article(), body=body), before)
    _, order, blocks, _ = sent(before, after)
    assert order[:2] == ["new", "b01"]
    assert blocks == '<p class="paragraph" data-block="new">Chen vào.</p>'


def test_blocks_that_stayed_are_not_rendered_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before = made(rich_article())
    rendered: list[object] = []
    render = module.render_blocks

    def count(document: Document, **more: Any) -> str:
        rendered.append(document)
        return render(document, **more)

    monkeypatch.setattr(module, "render_blocks", count)
    made(with_words(rich_article(), 8, "Câu mới."), before)
    assert len(rendered) == 1


def test_another_context_renders_everything_anew() -> None:
    before = made(rich_article())
    again = live(
        rich_article(),
        replace(CONTEXT, related=()),
        theme=load_theme("paper"),
        assets=ASSETS,
        before=before,
    )
    assert again is not None
    assert again.frame != before.frame


def test_a_page_is_made_of_the_frame_and_its_blocks() -> None:
    theme = load_theme("paper")
    held = made(rich_article())
    whole = str(Page.of(held.around, CONTEXT, theme=theme, assets=ASSETS).live())
    expected = str(Page.of(rich_article(), CONTEXT, theme=theme, assets=ASSETS).live())
    assert held.filled(whole).split() == expected.split()


def test_twins_cannot_be_told_apart() -> None:
    twins = tuple(Paragraph(id=BlockId("a"), text=text_of(words)) for words in "xy")
    article = replace(rich_article(), body=Document(blocks=twins))
    assert live(article, CONTEXT, theme=load_theme("paper"), assets=ASSETS, before=None) is None
