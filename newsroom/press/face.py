"""One font file: what is in it, how wide its words are, and it cut down to some of its glyphs.

All of it is HarfBuzz's (kerning on, ligatures off: one glyph a character, so that text copied from
the page is the text that was set). Lengths are in thousandths of an em.
"""

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FEATURES = {"liga": False, "clig": False, "dlig": False, "calt": False}
_PRINTED = frozenset({"cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"})
"""The tables of a font within a PDF (ISO 32000-1, 9.9)."""
_BOUNDS = 36
"""Where the table `head` has the rectangle around all glyphs, as four signed numbers."""


@dataclass(frozen=True, slots=True)
class Proportions:
    """What a font's description in a PDF tells of all its letters; `slant` in degrees."""

    bounds: tuple[int, ...]
    ascent: int
    descent: int
    capitals: int
    weight: float
    slant: float


class Face:
    """One font file."""

    def __init__(self, path: Path) -> None:
        import uharfbuzz

        self.name = path.stem
        self._face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
        self._font = uharfbuzz.Font(self._face)
        self._unit: float = 1000 / self._face.upem
        self.characters = frozenset(map(chr, self._face.unicodes))

    def advances(self, words: str) -> tuple[float, ...]:
        """The advance of each character, kerning included."""
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        buffer.add_str(words)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._font, buffer, _FEATURES)
        found = [0.0] * len(words)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            found[info.cluster] += position.x_advance * self._unit
        return tuple(found)

    def glyph(self, character: str) -> int:
        """The number of the character's glyph; 0, the box of a missing one, without one."""
        return self._font.get_nominal_glyph(ord(character)) or 0

    def width(self, character: str) -> float:
        """The advance of the character when it stands alone."""
        return float(self._font.get_glyph_h_advance(self.glyph(character)) * self._unit)

    def reach(self, words: str) -> tuple[float, float]:
        """How far the ink of `words` goes above and below the baseline, both positive."""
        top = bottom = 0.0
        for character in set(words):
            glyph = self.glyph(character)
            ink = self._font.get_glyph_extents(glyph) if glyph else None
            if ink is not None:
                top = max(top, ink.y_bearing * self._unit)
                bottom = max(bottom, -(ink.y_bearing + ink.height) * self._unit)
        return top, bottom

    def postscript_name(self) -> str:
        """What the font calls itself in files."""
        import uharfbuzz

        return self._face.get_name(uharfbuzz.OTNameIdPredefined.POSTSCRIPT_NAME) or self.name

    def proportions(self) -> Proportions:
        """The measures of all letters together."""
        from uharfbuzz import OTMetricsTag, StyleTag

        unit = self._unit

        bounds = struct.unpack_from(">4h", self._face.reference_table("head").data, _BOUNDS)
        lines = self._font.get_font_extents("ltr")
        capitals = self._font.get_metric_position_with_fallback(OTMetricsTag.CAP_HEIGHT)
        return Proportions(
            bounds=tuple(round(value * unit) for value in bounds),
            ascent=round(lines.ascender * unit),
            descent=round(lines.descender * unit),
            capitals=round(capitals * unit),
            weight=self._font.get_style_value(StyleTag.WEIGHT),
            slant=self._font.get_style_value(StyleTag.SLANT_ANGLE),
        )

    def subset(self, glyphs: Iterable[int]) -> tuple[bytes, Mapping[int, int]]:
        """A TrueType file of these glyphs and their parts, and where in it each of them is.

        The same glyphs give the same file.
        """
        import uharfbuzz

        wanted = uharfbuzz.SubsetInput()
        wanted.glyph_set.update(glyphs)
        needless = (tag for tag in self._face.table_tags if tag not in _PRINTED)
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in needless)
        wanted.flags = uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
        plan = uharfbuzz.SubsetPlan(self._face, wanted)
        return bytes(plan.execute().blob.data), plan.old_to_new_glyph_mapping


@cache
def face_at(path: Path) -> Face:
    """The face in a file; read once."""
    return Face(path)
