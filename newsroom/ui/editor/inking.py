"""Colours of lines, laid over one document."""

from PySide6.QtGui import QTextBlock, QTextDocument

from newsroom.ui.editor.inks import Inks
from newsroom.ui.editor.reader import Reader
from newsroom.ui.editor.styles import SheetStyles
from newsroom.ui.tokens import Tokens


class Inking:
    """Colours the lines that `reader` has read."""

    def __init__(
        self, document: QTextDocument, reader: Reader, styles: SheetStyles, tokens: Tokens
    ) -> None:
        self._document = document
        self._reader = reader
        self._styles = styles
        self._inks = Inks(tokens)

    def lines(self, first: int, last: int) -> None:
        """Colour the lines `first` to `last`."""
        block = self._document.findBlockByNumber(first)
        for number in range(first, last + 1):
            line = self._reader.lines[number]
            if self._inks.apply(block, line, self._styles.style(line.head)):
                self._document.markContentsDirty(block.position(), block.length())
            block = block.next()

    def afresh(self, first: int = 0) -> None:
        """Colour the lines from `first` on, which are new, before they are laid out."""
        for number, line in enumerate(self._reader.lines[first:], start=first):
            ranges = self._inks.ranges(line, self._styles.style(line.head))
            if ranges:
                self._document.findBlockByNumber(number).layout().setFormats(ranges)

    def set_tokens(self, tokens: Tokens) -> None:
        """Colour everything in another theme."""
        self._inks.tokens = tokens
        self._all()

    def _all(self) -> None:
        self.lines(0, len(self._reader.lines) - 1)

    def keep_in_preedit(self, block: QTextBlock) -> None:
        """The colour under a word that an input method is composing stays as it is."""
        line = self._reader.lines[block.blockNumber()]
        ink = self._inks.base(line, self._styles.style(line.head))
        layout = block.layout()
        if ink is not None and layout.preeditAreaText():
            ink.length += len(layout.preeditAreaText())
            layout.setFormats([ink, *layout.formats()])
            self._document.markContentsDirty(block.position(), block.length())
