"""Fonts of a PDF: whether they are inside, how wide their characters are, which ones they lack."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pikepdf import Dictionary, Object, PdfError, Stream

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_SYMBOLS = 0xF000
"""Where symbol fonts keep their 256 characters (TrueType, cmap 3,0)."""
_LARGEST = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfFont:
    """A font as the page uses it. `widths` in thousandths of an em; `missing` the codes that show
    nothing but the box of a missing character.
    """

    name: str
    kind: str
    embedded: bool
    subset: bool
    readable: bool
    wide: bool
    widths: Mapping[int, float]
    default_width: float
    missing: frozenset[int]

    def codes(self, data: bytes) -> Iterator[int]:
        """The character codes of a string: two bytes each in composite fonts, else one."""
        if not self.wide:
            yield from data
            return
        for at in range(0, len(data) - 1, 2):
            yield data[at] << 8 | data[at + 1]

    def width(self, code: int) -> float:
        return self.widths.get(code, self.default_width)


def font_of(value: Object) -> PdfFont:
    """The font of a font dictionary; raises `PdfError`, `ValueError` or `TypeError` when broken."""
    font: Any = value
    kind = str(font.get("/Subtype", "")).removeprefix("/")
    wide = kind == "Type0"
    inner: Any = font.DescendantFonts[0] if wide else font
    name = str(font.get("/BaseFont", font.get("/Name", "/?"))).removeprefix("/")
    program = _program(inner)
    return PdfFont(
        name=_SUBSET.sub("", name),
        kind=kind,
        embedded=kind == "Type3" or program is not None,
        subset=kind == "Type3" or bool(_SUBSET.match(name)),
        readable="/ToUnicode" in font or _speaks_for_itself(font),
        wide=wide,
        widths=_wide_widths(inner) if wide else _widths(inner),
        default_width=float(inner.get("/DW", 1000)) if wide else _missing_width(inner),
        missing=_missing(inner, program, wide=wide),
    )


def _program(font: Any) -> Stream | None:
    descriptor = font.get("/FontDescriptor", Dictionary())
    return next((descriptor[key] for key in _FILES if key in descriptor), None)


def _speaks_for_itself(font: Any) -> bool:
    """Standard encodings name their characters: no table is needed to copy text."""
    encoding = str(font.get("/Encoding", ""))
    return encoding in {"/WinAnsiEncoding", "/MacRomanEncoding"} or encoding.startswith("/Uni")


def _widths(font: Any) -> dict[int, float]:
    first = int(font.get("/FirstChar", 0))
    return {first + at: float(width) for at, width in enumerate(font.get("/Widths", ()))}


def _missing_width(font: Any) -> float:
    return float(font.get("/FontDescriptor", Dictionary()).get("/MissingWidth", 500))


def _wide_widths(font: Any) -> dict[int, float]:
    """`/W`: `first [w w …]` or `first last w` (ISO 32000-1, 9.7.4.3)."""
    entries: list[Any] = list(font.get("/W", ()))
    found: dict[int, float] = {}
    while len(entries) >= 2:
        first, second = int(entries[0]), entries[1]
        if isinstance(second, Object):
            found |= {first + at: float(width) for at, width in enumerate(second)}
            entries = entries[2:]
        else:
            last = min(int(second), first + 0xFFFF)
            found |= dict.fromkeys(range(first, last + 1), float(entries[2]))
            entries = entries[3:]
    return found


def _missing(font: Any, program: Stream | None, *, wide: bool) -> frozenset[int]:
    """Codes known to lead to glyph 0. Composite fonts with `/Identity` maps: code 0 itself."""
    if wide:
        return frozenset({0})
    if program is None or str(font.get("/Subtype")) != "/TrueType" or "/Encoding" in font:
        return frozenset()
    shown = _shown_codes(program)
    first, count = int(font.get("/FirstChar", 0)), len(font.get("/Widths", ()))
    return frozenset(range(first, first + count)) - shown if shown else frozenset()


def _shown_codes(program: Stream) -> frozenset[int]:
    """The codes of a symbolic TrueType font that lead to a glyph; empty when it cannot be read."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        data = program.read_bytes()
        if len(data) > _LARGEST:
            return frozenset()
        file = TTFont(BytesIO(data), lazy=True)
        tables = file["cmap"].tables
        order = [t for wanted in ((3, 0), (1, 0)) for t in tables if _key(t) == wanted]
        if not order:
            return frozenset()
        return frozenset(
            code - _SYMBOLS if code >= _SYMBOLS else code
            for code, glyph in order[0].cmap.items()
            if file.getGlyphID(glyph) != 0
        )
    except (TTLibError, KeyError, PdfError, ValueError, AssertionError, IndexError):
        return frozenset()


def _key(table: Any) -> tuple[int, int]:
    return table.platformID, table.platEncID
