"""Fonts inside a PDF: each face cut down by HarfBuzz to the characters that the file shows.

Composite fonts (ISO 32000-1, 9.7): two bytes a character, each character a code of its own, so that
copied text is what was set even where two characters share a glyph.
"""

import zlib
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from newsroom.press.face import Face

if TYPE_CHECKING:
    from pikepdf import Dictionary, Object, Pdf

_SYMBOLIC, _ITALIC = 1 << 2, 1 << 6
"""Flags of a font's description (ISO 32000-1, table 123)."""
_THIN, _GAIN = 50, 65
"""The stem's width, which no table tells, after the weight: as Adobe's tools guess it."""
_TAG = 6
_MOST = 100
"""Lines of one `beginbfchar` (ISO 32000-1, 9.10.3)."""
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{lines}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class Codes(dict[str, tuple[str, int]]):
    """By character its code in hexadecimal, and its width in thousandths of an em.

    A character that is asked for first gets the next code, from 1 on; 0 is that of a missing one.
    """

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, character: str) -> tuple[str, int]:
        self[character] = f"{len(self) + 1:04x}", round(self._face.width(character))
        return self[character]


class EmbeddedFont:
    """A face in one file. `name` is what pages call it, `codes` what they show of it."""

    def __init__(self, face: Face, name: str) -> None:
        self.name = name
        self.codes = Codes(face)
        self._face = face

    def written(self, pdf: "Pdf") -> "Object":
        """The font as an object of the file, with what has been shown so far."""
        from pikepdf import Array, Name

        glyphs = [0, *map(self._face.glyph, self.codes)]
        program, places = self._face.subset(glyphs)
        name = Name(f"/{_tag(program)}+{self._face.postscript_name()}")
        inner = _dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=name,
            CIDSystemInfo=_dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
            FontDescriptor=self._description(pdf, name, program),
            W=Array([1, Array([width for _code, width in self.codes.values()])]),
            CIDToGIDMap=_packed(pdf, b"".join(places[glyph].to_bytes(2) for glyph in glyphs)),
        )
        outer = _dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(inner)]),
            ToUnicode=_packed(pdf, _to_unicode(self.codes).encode()),
        )
        return pdf.make_indirect(outer)

    def _description(self, pdf: "Pdf", name: "Object", program: bytes) -> "Object":
        from pikepdf import Array, Name

        shape = self._face.proportions()
        described = _dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=_SYMBOLIC | (_ITALIC if shape.slant else 0),
            FontBBox=Array(shape.bounds),
            ItalicAngle=shape.slant,
            Ascent=shape.ascent,
            Descent=shape.descent,
            CapHeight=shape.capitals,
            StemV=_THIN + round((shape.weight / _GAIN) ** 2),
            FontFile2=_packed(pdf, program, Length1=len(program)),
        )
        return pdf.make_indirect(described)


class EmbeddedFonts:
    """The fonts of a file, by face."""

    def __init__(self) -> None:
        self._fonts: dict[Face, EmbeddedFont] = {}

    def of(self, face: Face) -> EmbeddedFont:
        """The face as this file has it."""
        found = self._fonts.get(face)
        if found is None:
            found = self._fonts[face] = EmbeddedFont(face, f"/F{len(self._fonts) + 1}")
        return found

    def written(self, pdf: "Pdf") -> "Object":
        """The fonts as pages name them: one dictionary for all pages."""
        return pdf.make_indirect(
            _dictionary(**{font.name[1:]: font.written(pdf) for font in self._fonts.values()})
        )


def _dictionary(**entries: Any) -> "Dictionary":
    from pikepdf import Dictionary

    return Dictionary(**entries)


def _packed(pdf: "Pdf", data: bytes, **entries: Any) -> "Object":
    from pikepdf import Name, Stream

    return Stream(pdf, zlib.compress(data), Filter=Name.FlateDecode, **entries)


def _tag(program: bytes) -> str:
    """Six letters before a subset's name, others for other subsets (ISO 32000-1, 9.6.4)."""
    return "".join(chr(ord("A") + byte % 26) for byte in sha256(program).digest()[:_TAG])


def _to_unicode(known: Iterable[str]) -> str:
    """The table by which viewers copy and search text."""
    lines = [
        f"<{code:04x}> <{character.encode('utf-16-be').hex()}>"
        for code, character in enumerate(known, start=1)
    ]
    return _CMAP.format(lines="\n".join(_blocks(lines)))


def _blocks(lines: Sequence[str]) -> Iterable[str]:
    for at in range(0, len(lines), _MOST):
        part = lines[at : at + _MOST]
        yield "\n".join([f"{len(part)} beginbfchar", *part, "endbfchar"])
