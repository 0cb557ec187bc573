"""Replacing changes the hits and nothing else."""

import json

from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.article import ArticleText, text_part
from newsroom.domain.comment import CommentId
from newsroom.domain.document import (
    Box,
    Document,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Photo,
    Quote,
    Run,
    Table,
    plain,
    text_of,
)
from newsroom.domain.finding import Hit, article_words_of, block_words, replaced, replaced_in
from newsroom.domain.ids import BlockId, PhotoId
from newsroom.domain.json_document import block_to_json
from newsroom.domain.json_words import json_words
from tests.strategies import articles, blocks

BOLD = frozenset({Mark.BOLD})


def words_by_place(text: ArticleText) -> dict[tuple[str, int], str]:
    return {(block, number): words for block, number, words in article_words_of(text)}


@st.composite
def texts_and_hits(draw: st.DrawFn) -> tuple[ArticleText, list[Hit]]:
    """An article and stretches of its texts that do not overlap."""
    text = text_part(draw(articles()))
    hits = []
    for block, number, words in article_words_of(text):
        if words and draw(st.booleans()):
            start = draw(st.integers(0, len(words) - 1))
            hits.append(Hit(block, number, start, draw(st.integers(start + 1, len(words)))))
    return text, hits


@given(texts_and_hits(), st.text("xyz", max_size=3))
def test_replacing_changes_the_hits_and_nothing_else(drawn, new):
    text, hits = drawn
    words = words_by_place(text)
    same = [(hit, words[hit.block, hit.text][hit.start : hit.end]) for hit in hits]
    assert replaced(text, same) == text  # by themselves
    before, after = words_by_place(text), words_by_place(replaced(text, [(h, new) for h in hits]))
    hit_at = {(hit.block, hit.text): hit for hit in hits}
    for place, old in before.items():
        hit = hit_at.get(place)
        expected = old if hit is None else old[: hit.start] + new + old[hit.end :]
        assert after[place] == expected


def test_new_words_look_like_what_they_replace():
    comment = CommentId("c1")
    text = (
        Run(text="Quỹ "),
        Run(text="thuế thu", marks=BOLD, link="https://thue.example", comment=comment),
        Run(text=" nhập"),
    )
    made = replaced_in(text, [(Hit("b", 0, 4, 8), "phí")])
    assert made == (text[0], Run(text="phí thu", **_look(text[1])), text[2])


def _look(run: Run) -> dict[str, object]:
    return {"marks": run.marks, "link": run.link, "comment": run.comment}


def test_a_hit_across_runs_keeps_what_stays():
    text = (Run(text="an ", marks=BOLD), Run(text="toàn"))
    assert replaced_in(text, [(Hit("b", 0, 0, 7), "an tâm")]) == (
        Run(text="an ", marks=BOLD),
        Run(text="tâm"),
    )


def test_overlapping_and_missing_stretches_are_passed_over():
    text = text_of("một hai")
    changes = [(Hit("b", 0, 0, 3), "1"), (Hit("b", 0, 2, 7), "2"), (Hit("b", 0, 5, 99), "3")]
    assert plain(replaced_in(text, changes)) == "1 hai"


def test_every_text_of_a_block_is_reached_by_its_number():
    box = Box(
        id=BlockId("box"),
        title=text_of("a tít"),
        blocks=(
            Quote(id=BlockId("q"), text=text_of("a lời"), source="a ông"),
            ListBlock(id=BlockId("l"), items=(ListItem(text=text_of("a mục")),)),
            Table(id=BlockId("t"), rows=((text_of("a ô"), text_of("a ô 2")),)),
            Photo(id=BlockId("p"), photo=PhotoId("0" * 64), caption=text_of("a lời"), credit="a b"),
        ),
    )
    text = ArticleText(body=Document(blocks=(box,)), byline=("a Tú", "a Hà"), kicker="a k")
    changes = [
        (Hit(block, number, 0, 1), str(number))
        for block, number, words in article_words_of(text)
        if words
    ]
    after = replaced(text, changes)
    (made,) = after.body.blocks
    assert block_words(made) == [
        f"{number}{words[1:]}" for number, words in enumerate(block_words(box))
    ]
    assert after.byline == ("0 Tú", "1 Hà")
    assert after.kicker == "0 k"


def test_blocks_without_hits_are_the_same_objects():
    blocks = (Paragraph(id=BlockId("1"), text=text_of("a")), Paragraph(id=BlockId("2")))
    text = ArticleText(body=Document(blocks=blocks))
    after = replaced(text, [(Hit("1", 0, 0, 1), "b")])
    assert after.body.blocks[1] is blocks[1]
    assert replaced(text, []) is text


@given(blocks())
def test_stored_blocks_have_the_same_words(block):
    stored = json.loads(json.dumps(block_to_json(block)))
    assert json_words(stored) == block_words(block)
