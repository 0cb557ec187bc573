"""Text into the sheet and out again: nothing may be lost, whatever the article."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from newsroom.domain.article import ArticleText, text_part
from newsroom.domain.document import (
    Block,
    Box,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Run,
    Table,
    text_of,
    with_new_ids,
)
from newsroom.domain.ids import BlockId
from newsroom.ui.editor.heads import Head, Part
from newsroom.ui.editor.lines import known_line
from newsroom.ui.editor.reader import Reader
from newsroom.ui.editor.structure import first_mend
from newsroom.ui.editor.styles import SheetStyles, load_house_style
from newsroom.ui.editor.writer import Writer
from tests.strategies import articles, commented


def sparse() -> st.SearchStrategy[Block]:
    """Blocks that hold less than a person would write, but that a file may bring."""
    nothing: list[Block] = [
        ListBlock(),
        ListBlock(ordered=True, items=(ListItem(),)),
        Table(),
        Table(rows=((), ()), header=True),
        Table(rows=(((), ()),)),
        Box(),
        Box(blocks=(Table(), Table(rows=(((),),)), ListBlock())),
        Box(blocks=(Paragraph(), Quote())),
        Paragraph(),
    ]
    return st.sampled_from(nothing).map(
        lambda block: with_new_ids(Document(blocks=(block,))).blocks[0]
    )


def full_articles() -> st.SearchStrategy[ArticleText]:
    return st.builds(
        lambda article, extra: replace(
            text_part(article), body=Document(blocks=(*extra, *article.body.blocks))
        ),
        commented(articles()),
        st.lists(sparse(), max_size=3),
    )


@pytest.fixture(scope="module")
def styles() -> SheetStyles:
    return SheetStyles(load_house_style())


def written(text: ArticleText, styles: SheetStyles) -> Reader:
    document = QTextDocument()
    writer = Writer(QTextCursor(document), styles, fresh=True)
    writer.article(text)
    assert len(writer.written) == document.blockCount()
    reader = Reader(document, styles.comments)
    reader.rebuild(writer.written)
    reader.keep = document  # type: ignore[attr-defined]  # the reader does not own it
    return reader


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=full_articles())
def test_every_article_comes_back_as_it_was(qapp, styles: SheetStyles, text: ArticleText) -> None:
    reader = written(text, styles)
    assert reader.article_text() == text
    assert first_mend(reader.lines) is None
    assert reader.renames() == []
    known = reader.lines
    reader.rebuild()
    assert known == reader.lines


@pytest.mark.parametrize(
    "odd", ["a\u2028b", "a\ud800", "e\u0302", "a\ufffcb", "a\nb", "a\rb", "\x00"]
)
def test_what_is_read_otherwise_than_written_is_not_known(odd: str) -> None:
    assert known_line(Head(Part.PARAGRAPH, "a"), text_of(odd)) is None
    assert known_line(Head(Part.PARAGRAPH, "a|b"), text_of("chữ")) is None
    assert known_line(Head(Part.PARAGRAPH, "a"), text_of("chữ")) is not None


def test_ids_that_occur_twice_are_made_anew(qapp, styles: SheetStyles) -> None:
    twin = BlockId("aaaaaaaa")
    text = ArticleText(body=Document(blocks=(Paragraph(id=twin), Heading(id=twin))))
    first, second = written(text, styles).article_text().body.blocks
    assert first.id == twin
    assert second.id != twin


@pytest.mark.parametrize("mark", ["\ufffc", "\ufdd0", "\ufdd1", "\u2029", "\x00"])
def test_characters_with_a_meaning_in_qt_break_nothing(
    qapp, styles: SheetStyles, mark: str
) -> None:
    odd = Paragraph(text=(Run(text=f"một{mark}hai"),))
    text = ArticleText(body=Document(blocks=(odd, Table(rows=(((Run(text=mark),),),)))))
    found = written(text, styles).article_text()
    assert [type(block) for block in found.body.blocks] == [Paragraph, Table]
