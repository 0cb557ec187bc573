"""A sheet on screen, and small articles to put into it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from newsroom.domain.article import ArticleText
from newsroom.domain.document import Block, Document, Paragraph, text_of
from newsroom.ui.editor.sheet import Sheet
from newsroom.ui.tokens import LIGHT


@pytest.fixture
def sheet(qtbot: QtBot) -> Iterator[Sheet]:
    made = Sheet(LIGHT)
    qtbot.addWidget(made)
    made.resize(760, 600)
    made.show()
    yield made
    made.close()


def article(
    *blocks: Block | str, headline: str = "Tít", byline: tuple[str, ...] = ()
) -> ArticleText:
    """An article with the given blocks; words stand for a paragraph."""
    body = tuple(Paragraph(text=text_of(b)) if isinstance(b, str) else b for b in blocks)
    return ArticleText(
        kicker="Trên", headline=headline, lede="Sa-pô", body=Document(blocks=body), byline=byline
    )
