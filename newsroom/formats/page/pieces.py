"""The pieces of a page in reading order, with what the source says of each."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from newsroom.domain.article import SectionPath
from newsroom.domain.document import (
    Block,
    Heading,
    Mark,
    Paragraph,
    Text,
    block_plain,
    text_of,
)
from newsroom.language.normalise import single_spaced


class Hint(Enum):
    """What a source's own naming (a class name, a meta tag) says that a piece is."""

    KICKER = auto()
    HEADLINE = auto()
    LEDE = auto()
    BYLINE = auto()
    TIME = auto()
    CRUMBS = auto()
    CAPTION = auto()
    TAGS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One block of the source. `words` is its text in one line, `count` how many words it has.

    `gap` is the number of empty lines before it, `level` 1-6 for a heading of the source, `bold`
    whether all of it is bold, `marked` whether the source knows bold and headings at all.
    """

    block: Block
    words: str
    count: int
    gap: int = 1
    level: int = 0
    bold: bool = False
    marked: bool = False
    hint: Hint | None = None

    @property
    def is_paragraph(self) -> bool:
        """Whether it is running text, which may turn out to be a headline, a byline…"""
        return isinstance(self.block, Paragraph)


def piece(
    block: Block,
    *,
    gap: int = 1,
    level: int = 0,
    marked: bool = False,
    hint: Hint | None = None,
) -> Piece:
    """The piece that holds `block`."""
    words = single_spaced(block_plain(block).replace("\n", " "))
    text = block.text if isinstance(block, Paragraph | Heading) else ()
    return Piece(
        block=block,
        words=words,
        count=len(words.split()),
        gap=gap,
        level=level,
        bold=_all_bold(text),
        marked=marked,
        hint=hint,
    )


def line_piece(words: str, *, gap: int = 1, level: int = 0, hint: Hint | None = None) -> Piece:
    """The piece for a line of plain text."""
    return piece(Paragraph(text=text_of(words)), gap=gap, level=level, hint=hint)


def _all_bold(text: Text) -> bool:
    solid = [run for run in text if run.text.strip()]
    return bool(solid) and all(Mark.BOLD in run.marks for run in solid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the source states about the article apart from its visible text (meta tags)."""

    headline: str = ""
    lede: str = ""
    section: SectionPath = ()
    updated: datetime | None = None
    byline: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str = ""
    site: str = ""


def same_words(left: str, right: str) -> bool:
    """Whether two lines say the same, whatever their case and punctuation."""
    return bool(left and right) and bare(left) == bare(right)


def bare(words: str) -> str:
    """The letters and figures of a line in one case, single-spaced."""
    return _NO_WORD.sub(" ", words.casefold()).strip()


_NO_WORD = re.compile(r"[\W_]+")
