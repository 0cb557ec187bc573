"""Edits as data: any sequence of them, replayed, is the last text."""

import itertools
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.domain.article import ArticleText
from newsroom.domain.document import Document, Paragraph, text_of
from newsroom.domain.ids import BlockId
from newsroom.domain.journal import (
    apply_edit,
    edit_between,
    edit_from_json,
    edit_to_json,
    replay,
    replay_loosely,
)
from newsroom.errors import UserError
from tests.strategies import documents, inner_blocks, lines


@st.composite
def texts(draw: st.DrawFn) -> ArticleText:
    return ArticleText(
        kicker=draw(lines()),
        headline=draw(lines()),
        lede=draw(lines()),
        byline=tuple(draw(st.lists(lines(min_words=1), max_size=2))),
        body=draw(documents()),
    )


@st.composite
def successions(draw: st.DrawFn) -> list[ArticleText]:
    """Texts one after another that share most of their blocks."""
    made = [draw(texts())]
    for _ in range(draw(st.integers(1, 4))):
        last, old = made[-1], made[-1].body.blocks
        new = draw(st.lists(inner_blocks(), max_size=2))
        start = draw(st.integers(0, len(old)))
        end = draw(st.integers(start, len(old)))
        body = Document(blocks=(*old[:start], *new, *old[end:]))
        made.append(replace(last, headline=draw(lines()), body=body))
    return made


def paragraph(name: str, words: str) -> Paragraph:
    return Paragraph(id=BlockId(name), text=text_of(words))


def text(*blocks: Paragraph, headline: str = "Tít") -> ArticleText:
    return ArticleText(headline=headline, body=Document(blocks=blocks))


ONE, TWO, THREE = paragraph("a", "Một"), paragraph("b", "Hai"), paragraph("c", "Ba")


def stored(before: ArticleText, after: ArticleText) -> dict:
    edit = edit_between(before, after)
    assert edit is not None
    return json.loads(json.dumps(edit_to_json(edit)))


@settings(max_examples=30, deadline=None)
@given(successions())
def test_edits_replayed_are_the_last_text(made: list[ArticleText]) -> None:
    pairs = [pair for pair in itertools.pairwise(made) if pair[0] != pair[1]]
    edits = [stored(*pair) for pair in pairs]
    assert replay(made[0], edits) == (made[-1], len(edits))


@settings(max_examples=15, deadline=None)
@given(texts())
def test_the_same_text_is_no_edit(same: ArticleText) -> None:
    assert edit_between(same, replace(same, body=Document(blocks=tuple(same.body.blocks)))) is None


def test_a_key_keeps_one_block_only() -> None:
    after = paragraph("b", "Hai!")
    edit = stored(text(ONE, TWO, THREE), text(ONE, after, THREE))
    assert edit["removed"] == ["b"]
    assert [block["id"] for block in edit["blocks"]] == ["b"]
    assert set(edit) == {"at", "removed", "blocks"}


def test_an_edit_of_another_text_is_refused() -> None:
    edit = edit_between(text(ONE, TWO), text(ONE))
    assert edit is not None
    with pytest.raises(UserError, match="does not fit"):
        apply_edit(text(ONE, THREE), edit)
    with pytest.raises(UserError, match="does not fit"):
        apply_edit(text(), edit)


@pytest.mark.parametrize(
    "value",
    [
        {"hologram": "x"},
        {"headline": 3},
        {"byline": [1]},
        {"byline": None},
        {"comments": [{}]},
        {"at": -1, "removed": [], "blocks": []},
        {"at": "0", "removed": [], "blocks": []},
        {"at": 0, "blocks": []},
        {"at": 0, "removed": [], "blocks": [{"type": "hologram", "id": "x"}]},
        ["headline"],
        "headline",
    ],
)
def test_replay_stops_at_the_last_good_edit(value: object) -> None:
    with pytest.raises(UserError):
        edit_from_json(value)  # type: ignore[arg-type]
    good, later = {"headline": "Tốt"}, {"kicker": "Sau"}
    assert replay(text(ONE), [good, value, later]) == (text(ONE, headline="Tốt"), 1)  # type: ignore[list-item]


def test_words_laid_over_another_text_are_in_it() -> None:
    edit = stored(text(ONE, TWO), text(ONE, paragraph("b", "Hai, sửa"), THREE))
    found, applied = replay_loosely(text(TWO, ONE), [{"odd": 1}, edit])
    assert applied == 1
    assert [block.id for block in found.body.blocks] == ["b", "c", "a"]
    assert found.body.blocks[0] == paragraph("b", "Hai, sửa")
    nowhere, _ = replay_loosely(text(), [edit])
    assert [block.id for block in nowhere.body.blocks] == ["b", "c"]
