"""Plain text as an article: a draft, or a whole page copied from a browser."""

from dataclasses import replace

from newsroom.domain.document import Block
from newsroom.domain.imported import ImportedArticle, Remark
from newsroom.domain.taxonomy import SectionTree
from newsroom.formats.page.structure import find_article, with_cross_heads
from newsroom.formats.text.blocks import pieces_of
from newsroom.formats.text.lines import lines_of
from newsroom.language.normalise import clean_text

NOTHING_TO_READ = Remark(template="There is no text to import.")


def read_text(text: str, *, sections: SectionTree | None = None) -> ImportedArticle:
    """The article in `text`, whose words are all in it or among its `dropped` lines.

    `sections`, the library's, help to take apart a breadcrumb whose names the browser glued
    together. Text without words gives an empty article with a remark.
    """
    article = find_article(pieces_of(lines_of(clean_text(text))), sections=sections)
    if not any(ch.isalnum() for ch in text):
        return replace(article, remarks=(NOTHING_TO_READ,))
    return article


def read_blocks(text: str) -> tuple[Block, ...]:
    """All of `text` as blocks: nothing is taken for a headline, a byline or furniture."""
    return with_cross_heads(pieces_of(lines_of(clean_text(text))), after_lede=False)
