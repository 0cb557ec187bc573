"""Colours and underlines that are laid over the text without being part of the document.

They are formats of the text *layout*: the undo stack, the content and the clipboard know nothing
of them, so a change of theme costs no more than painting.
"""

from collections.abc import Iterable

from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextLayout

from newsroom.domain.document import plain
from newsroom.domain.style import Ink, RoleStyle
from newsroom.ui.editor.heads import Part
from newsroom.ui.editor.lines import Line
from newsroom.ui.editor.mender import utf16
from newsroom.ui.tokens import Tokens

_TINT = 36
"""How much of 255 the amber behind commented words covers."""


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
    """Lays colours over lines."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens

    def apply(self, block: QTextBlock, line: Line, style: RoleStyle) -> bool:
        """Colour one line; returns whether anything changed (the caller has it repainted)."""
        layout = block.layout()
        ranges = self.ranges(line, style)
        if not ranges and not layout.formats():
            return False
        layout.setFormats(ranges)
        return True

    def ranges(self, line: Line, style: RoleStyle) -> list[QTextLayout.FormatRange]:
        """What is laid over a line."""
        if style.ink is Ink.PRIMARY and not line.comments and not _linked(line):
            return []
        base = self.base(line, style)
        found = [] if base is None else [base]
        found += self._links(line)
        found += self._comments(line)
        return found

    def base(self, line: Line, style: RoleStyle) -> QTextLayout.FormatRange | None:
        """The ink of a whole line, None for ordinary ink."""
        if style.ink is Ink.PRIMARY or line.part is Part.PHOTO:
            return None
        return _range(0, utf16(plain(line.text)), _ink(ink_colour(style, self.tokens)))

    def _links(self, line: Line) -> Iterable[QTextLayout.FormatRange]:
        place = 0
        for run in line.text if _linked(line) else ():
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


def _linked(line: Line) -> bool:
    return any(run.link for run in line.text)


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
