"""Colours and underlines that are laid over the text without being part of the document.

They are formats of the text *layout*: the undo stack, the content and the clipboard know nothing
of them, so a change of theme or a new finding costs no more than painting.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextLayout

from newsroom.domain.document import plain
from newsroom.domain.style import Ink, RoleStyle
from newsroom.ui.editor.heads import Part
from newsroom.ui.editor.lines import Line
from newsroom.ui.editor.mender import utf16
from newsroom.ui.tokens import Tokens

_TINT = 36
"""How much of 255 the amber behind commented words covers."""


class Flag(StrEnum):
    """How a stretch of text is marked."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"
    HIT = "hit"


@dataclass(frozen=True, slots=True)
class Flagged:
    """A stretch of a line's text, in characters (not UTF-16 units), and how it is marked."""

    start: int
    end: int
    flag: Flag


def ink_colour(style: RoleStyle, tokens: Tokens) -> str:
    """The colour that a house ink has in a theme."""
    match style.ink:
        case Ink.PRIMARY:
            return tokens.ink1
        case Ink.SECONDARY:
            return tokens.ink2
        case Ink.TERTIARY:
            return tokens.ink3_text
        case Ink.ACCENT:
            return tokens.accent


class Inks:
    """Lays colours over lines; `flags` holds what the proofreader or a search marked."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens

    def apply(
        self, block: QTextBlock, line: Line, style: RoleStyle, flags: Sequence[Flagged]
    ) -> bool:
        """Colour one line; returns whether anything changed (the caller has it repainted)."""
        layout = block.layout()
        ranges = self._ranges(line, style, flags)
        if not ranges and not layout.formats():
            return False
        layout.setFormats(ranges)
        return True

    def _ranges(
        self, line: Line, style: RoleStyle, flags: Sequence[Flagged]
    ) -> list[QTextLayout.FormatRange]:
        base = self.base(line, style)
        found = [] if base is None else [base]
        found += self._links(line)
        found += self._comments(line)
        found += self._flags(line, flags)
        return found

    def base(self, line: Line, style: RoleStyle) -> QTextLayout.FormatRange | None:
        """The ink of a whole line, None for ordinary ink."""
        if style.ink is Ink.PRIMARY or line.part is Part.PHOTO:
            return None
        return _range(0, utf16(plain(line.text)), _ink(ink_colour(style, self.tokens)))

    def _links(self, line: Line) -> Iterable[QTextLayout.FormatRange]:
        place = 0
        for run in line.text:
            length = utf16(run.text)
            if run.link is not None:
                made = _ink(self.tokens.blue)
                made.setFontUnderline(True)
                yield _range(place, length, made)
            place += length

    def _comments(self, line: Line) -> Iterable[QTextLayout.FormatRange]:
        """Words with a comment that is not resolved stand on a quiet tint."""
        waiting = {comment.id for comment in line.comments if not comment.resolved}
        place = 0
        for run in line.text if waiting else ():
            length = utf16(run.text)
            if run.comment in waiting:
                yield _range(place, length, self._comment_format())
            place += length

    def _comment_format(self) -> QTextCharFormat:
        made, tint = QTextCharFormat(), QColor(self.tokens.amber)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(tint)
        tint.setAlpha(_TINT)
        made.setBackground(tint)
        return made

    def _flags(self, line: Line, flags: Sequence[Flagged]) -> Iterable[QTextLayout.FormatRange]:
        words = plain(line.text) if flags else ""
        for flag in flags:
            start = utf16(words[: flag.start])
            length = utf16(words[flag.start : flag.end])
            yield _range(start, length, self._flag_format(flag.flag))

    def _flag_format(self, flag: Flag) -> QTextCharFormat:
        made = QTextCharFormat()
        if flag is Flag.HIT:
            made.setBackground(QColor(self.tokens.mark))
            return made
        colours: Mapping[Flag, str] = {
            Flag.ERROR: self.tokens.accent,
            Flag.WARNING: self.tokens.amber,
            Flag.HINT: self.tokens.blue,
        }
        dotted = flag is Flag.HINT or flag is Flag.WARNING
        style = QTextCharFormat.UnderlineStyle
        made.setUnderlineStyle(style.DotLine if dotted else style.WaveUnderline)
        made.setUnderlineColor(QColor(colours[flag]))
        return made


def _ink(colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    return made


def _range(start: int, length: int, made: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start = start
    found.length = length
    found.format = made
    return found
