"""Lines that are headlines or cross-heads by their look, told from paragraphs."""

import re

from newsroom.formats.page.captions import is_caption
from newsroom.formats.page.furniture import furniture_kind
from newsroom.formats.page.moments import time_line
from newsroom.formats.page.names import labelled_names
from newsroom.formats.page.pieces import Piece

_ENDS_TEXT = (".", ";", ",", ":", "…", "./.", ".”", '."', ".’", ";”", ",”")
_BULLET = re.compile(r"^(?:[-–—+*•●▪■◦·○]\s|\(?[a-zđ]\)\s)", re.IGNORECASE)
_QUOTED = re.compile(r"^[“\"«‘].*[”\"»’]\s*[.!?]?$")
_CROSS_HEAD_WORDS = 20
_HEADLINE_WORDS = 40


def looks_like_headline(words: str) -> bool:
    """Short, not ended like a sentence, no list item, no caption, no time."""
    return (
        0 < len(words) <= 260
        and len(words.split()) <= _HEADLINE_WORDS
        and any(ch.isalpha() for ch in words)
        and not words.endswith(_ENDS_TEXT)
        and not _BULLET.match(words)
        and not is_caption(words)
        and time_line(words) is None
    )


def looks_like_cross_head(words: str) -> bool:
    """A headline's look and shorter, beginning like one, and not a quotation."""
    return (
        len(words.split()) <= _CROSS_HEAD_WORDS
        and looks_like_headline(words)
        and not words[0].islower()
        and not _QUOTED.match(words)
        and furniture_kind(words) is None
        and not labelled_names(words)
    )


def is_running_text(piece: Piece) -> bool:
    """Whether a piece is a paragraph of sentences rather than a line of some other kind."""
    if not piece.is_paragraph or piece.level:
        return False
    ends = piece.words.endswith((*_ENDS_TEXT, "!", "?", "”", '"', ")"))
    return piece.count > 45 or (piece.count >= 12 and ends)
