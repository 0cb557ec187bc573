"""Colours of lines and flags of the proofreader and of searches, laid over one document."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QTextBlock, QTextDocument

from newsroom.ui.editor.inks import Flagged, Inks
from newsroom.ui.editor.places import Place, line_at, place_of
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
        self._flags: dict[tuple[str, int], Sequence[Flagged]] = {}

    def lines(self, first: int, last: int) -> None:
        """Colour the lines `first` to `last`."""
        block = self._document.findBlockByNumber(first)
        for number in range(first, last + 1):
            line = self._reader.lines[number]
            flags = self._flags_of(number) if self._flags else ()
            if self._inks.apply(block, line, self._styles.style(line.head), flags):
                self._document.markContentsDirty(block.position(), block.length())
            block = block.next()

    def afresh(self) -> None:
        """Colour another article before it is laid out; the flags of the last one are gone."""
        self._flags.clear()
        block = self._document.begin()
        for line in self._reader.lines:
            self._inks.apply(block, line, self._styles.style(line.head), ())
            block = block.next()

    def set_tokens(self, tokens: Tokens) -> None:
        """Colour everything in another theme."""
        self._inks.tokens = tokens
        self._all()

    def _all(self) -> None:
        self.lines(0, len(self._reader.lines) - 1)

    def set_flags(self, flags: Mapping[tuple[str, int], Sequence[Flagged]]) -> None:
        """Flag stretches of text; keys are `Place.block` and `Place.text`. Replaces all flags."""
        before = set(self._flags)
        self._flags = dict(flags)
        for block, text in before | set(self._flags):
            number = line_at(self._reader, Place(block, text))
            if number is not None:
                self.lines(number, number)

    def _flags_of(self, number: int) -> Sequence[Flagged]:
        place = place_of(self._reader, number)
        return () if place is None else self._flags.get((place.block, place.text), ())

    def keep_in_preedit(self, block: QTextBlock) -> None:
        """The colour under a word that an input method is composing stays as it is."""
        line = self._reader.lines[block.blockNumber()]
        ink = self._inks.base(line, self._styles.style(line.head))
        layout = block.layout()
        if ink is not None and layout.preeditAreaText():
            ink.length += len(layout.preeditAreaText())
            layout.setFormats([ink, *layout.formats()])
            self._document.markContentsDirty(block.position(), block.length())
