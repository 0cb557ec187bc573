"""The shipped fonts as reportlab embeds them; imported when something is first drawn.

reportlab reads the long tables of a font number by number, which for the fonts of one page takes
longer than drawing it. Here they are unpacked whole, and HarfBuzz, which has the file open for
measuring, tells which glyph a character has.
"""

from pathlib import Path
from struct import unpack
from weakref import WeakKeyDictionary

from reportlab.pdfbase.ttfonts import TTEncoding, TTFont, TTFontFace

from newsroom.press.fonts import face_at

_SPACE, _NO_BREAK_SPACE = 0x20, 0xA0
_LOCA_FORMAT, _H_METRICS = 50, 34
"""Where `head` says how wide the entries of `loca` are, and `hhea` how many glyphs have a width of
their own (OpenType 1.9, both tables)."""


class Typeface(TTFontFace):
    """What reportlab's own class knows of a font, for fonts with outlines in `glyf`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        super().__init__(str(path))

    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: N802, N803 - reportlab's names
        """Names and measures by reportlab; `charInfo`, glyphs and widths of characters, is ours."""
        del charInfo
        super().extractInfo(charInfo=0)
        self.hmetrics = self._metrics()
        self.glyphPos = self._positions()
        self.charToGlyph = face_at(self._path).glyphs()
        if _SPACE in self.charToGlyph:
            self.charToGlyph[_NO_BREAK_SPACE] = self.charToGlyph[_SPACE]
        widths = [width * 1000 / self.unitsPerEm for width, _bearing in self.hmetrics]
        self.defaultWidth = widths[0]
        self.charWidths = {code: widths[glyph] for code, glyph in self.charToGlyph.items()}

    def _metrics(self) -> list[tuple[int, int]]:
        """Each glyph's advance and where its ink begins; the last advance is that of all others."""
        table = self._table("hmtx")
        own = _number(self._table("hhea"), _H_METRICS)
        pairs = unpack(f">{2 * own}H", table[: 4 * own])
        rest = self.numGlyphs - own
        bearings = unpack(f">{rest}H", table[4 * own : 4 * own + 2 * rest])
        shared = pairs[-2]
        return [*zip(pairs[::2], pairs[1::2], strict=True), *((shared, one) for one in bearings)]

    def _positions(self) -> list[int]:
        """Where each glyph begins in `glyf`, and where the last one ends."""
        table, count = self._table("loca"), self.numGlyphs + 1
        if _number(self._table("head"), _LOCA_FORMAT):
            return [*unpack(f">{count}L", table[: 4 * count])]
        return [2 * half for half in unpack(f">{count}H", table[: 2 * count])]

    def _table(self, tag: str) -> bytes:
        found: bytes = self.get_table(tag)  # type: ignore[no-untyped-call] # reportlab's
        return found


def _number(table: bytes, at: int) -> int:
    return int.from_bytes(table[at : at + 2])


class ShippedFont(TTFont):
    """A font of the house, subset anew for each document; no byte of it means ASCII."""

    def __init__(self, path: Path) -> None:
        self.fontName = path.stem
        self.face = Typeface(path)
        self.encoding = TTEncoding()
        self.state = WeakKeyDictionary()
        self._asciiReadable = False
        self.shapable = False
