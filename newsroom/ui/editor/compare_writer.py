"""Writing the lines of a comparison: added words tinted and underlined, removed ones struck."""

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor

from newsroom.domain.diff_words import Change
from newsroom.ui.editor.compare_lines import Shown
from newsroom.ui.editor.heads import OBJECT_CHARACTER, Head, Part
from newsroom.ui.editor.styles import SheetStyles
from newsroom.ui.editor.writer import Writer, photo_format, safe
from newsroom.ui.theme import mix
from newsroom.ui.tokens import Tokens

_BELOW_ROW = 8
_BETWEEN_CELLS = "\u2002│\u2002"


class CompareWriter:
    """Writes one line after another where `cursor` stands, in an empty document."""

    def __init__(self, cursor: QTextCursor, styles: SheetStyles, tokens: Tokens) -> None:
        self._writer = Writer(cursor, styles, fresh=True)
        self._styles, self._tokens = styles, tokens

    @property
    def cursor(self) -> QTextCursor:
        """Where the next line will be written."""
        return self._writer.cursor

    def line(self, shown: Shown) -> None:
        """One line with what explains it."""
        self._writer.line(shown.head, ())
        if shown.head.part is Part.CELL:
            self._space_below(_BELOW_ROW)
        if shown.diff is None or shown.diff.line.photo is None:
            self._words(shown)
            return
        self.cursor.insertText(OBJECT_CHARACTER, photo_format(shown.diff.line.photo))
        if shown.label:
            self._label(shown.head, f"\u2028{shown.label}", shown.diff.change)

    def _space_below(self, pixels: float) -> None:
        made = self.cursor.blockFormat()
        made.setBottomMargin(pixels)
        self.cursor.setBlockFormat(made)

    def _words(self, shown: Shown) -> None:
        if shown.label:
            self._label(shown.head, f"{shown.label} ", Change.RESTYLED)
        for piece in shown.diff.pieces if shown.diff is not None else ():
            for run in piece.text:
                made = self._styles.char_format(shown.head, run.marks, run.link)
                self._tint(made, piece.change)
                self.cursor.insertText(safe(run.text).replace("\t", _BETWEEN_CELLS), made)

    def _label(self, head: Head, words: str, change: Change) -> None:
        made = self._styles.char_format(head)
        made.setFontItalic(True)
        self._tint(made, change)
        made.setFontStrikeOut(False)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
        self.cursor.insertText(words, made)

    def _tint(self, made: QTextCharFormat, change: Change) -> None:
        tokens = self._tokens
        match change:
            case Change.ADDED:
                made.setBackground(self._ground(tokens.green))
                made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
                made.setUnderlineColor(QColor(tokens.green))
            case Change.REMOVED:
                made.setBackground(self._ground(tokens.accent))
                made.setFontStrikeOut(True)
            case Change.RESTYLED:
                made.setBackground(self._ground(tokens.amber))
                made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
                made.setUnderlineColor(QColor(tokens.amber))
            case Change.KEPT:
                pass

    def _ground(self, colour: str) -> QColor:
        """A tint of `colour` on which the text stays as legible as on the page."""
        dark = QColor(self._tokens.sheet).lightness() < 128
        return QColor(mix(self._tokens.sheet, colour, 0.24 if dark else 0.14))
