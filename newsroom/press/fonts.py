"""The shipped fonts: which file serves a style, how wide its words are, what it lacks.

Measuring is HarfBuzz's (kerning on, ligatures off: one glyph a character, so that text copied from
the page is the text that was set). Results are cached for the life of the process.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import cast

from newsroom.domain.style import Family
from newsroom.errors import UserError
from newsroom.paths import resource

_FILE = re.compile(r"^\w+?_(?P<weight>\d{3})[A-Za-z]+?(?P<italic>_Italic)?\.ttf$")
_FEATURES = {"liga": False, "clig": False, "dlig": False, "calt": False}
_PLAINER = str.maketrans(
    {
        "\u2010": "-",
        "\u2011": "-",
        "\u2212": "–",
        "\u202f": "\u00a0",
        "\u2007": "\u00a0",
        "\u2009": "\u00a0",
        "\u200a": "\u00a0",
        "\u2002": "\u00a0",
        "\u2003": "\u00a0",
    }
)
"""What stands in for a character that no shipped font has but that means the same on paper."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_UNKNOWN = "☐"


class Face:
    """One font file. Lengths are in thousandths of an em."""

    def __init__(self, path: Path) -> None:
        import uharfbuzz

        self.path = path
        self.name = path.stem
        self._blob = uharfbuzz.Blob.from_file_path(str(path))
        face = uharfbuzz.Face(self._blob)
        self._font = uharfbuzz.Font(face)
        self._unit = 1000 / face.upem
        self.characters = frozenset(map(chr, face.unicodes))

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

    def glyphs(self) -> dict[int, int]:
        """The number of the glyph of each character, by its code point."""
        glyph_of = self._font.get_nominal_glyph
        found = ((ord(character), glyph_of(ord(character))) for character in self.characters)
        return {code: glyph for code, glyph in found if glyph}

    def reach(self, words: str) -> tuple[float, float]:
        """How far the ink of `words` goes above and below the baseline, both positive."""
        top = bottom = 0.0
        for character in set(words):
            glyph = self._font.get_nominal_glyph(ord(character))
            ink = self._font.get_glyph_extents(glyph) if glyph else None
            if ink is not None:
                top = max(top, ink.y_bearing * self._unit)
                bottom = max(bottom, -(ink.y_bearing + ink.height) * self._unit)
        return top, bottom


@cache
def face_at(path: Path) -> Face:
    """The face in a file; read once."""
    return Face(path)


@dataclass(frozen=True, slots=True)
class Shaped:
    """A word, or a part of it that one face can set.

    `advances` in thousandths of an em, `width` all of them.
    """

    face: Face
    text: str
    advances: tuple[float, ...]
    width: float
    missing: str = ""


@dataclass(frozen=True, eq=False)
class FontBook:
    """The faces of each family, each list from light to heavy, and their order of fall-back."""

    faces: Mapping[tuple[Family, bool], tuple[tuple[int, Path], ...]]

    def face(self, family: Family, weight: int, *, italic: bool = False) -> Face:
        """The face nearest in weight; upright when the family has no italic."""
        choice = self.faces.get((family, italic)) or self.faces[family, False]
        return face_at(min(choice, key=lambda entry: abs(entry[0] - weight))[1])

    def shape(self, face: Face, words: str) -> tuple[Shaped, ...]:
        """`words` measured in `face`, stretches it lacks in the first face that has them.

        A character that no face has is set as an empty square and named in `missing`.
        """
        return _shape(self, face, words)

    def fallbacks(self) -> tuple[Face, ...]:
        """One upright face of each family, the text family first."""
        return tuple(self.face(family, 400) for family in Family)


@lru_cache(maxsize=65536)
def _shape(book: FontBook, face: Face, words: str) -> tuple[Shaped, ...]:
    if face.characters.issuperset(words):
        return (_shaped(face, words),)
    return tuple(
        _shaped(found, stretch, missing)
        for found, stretch, missing in _stretches(book, face, visible(words))
    )


def _shaped(face: Face, words: str, missing: str = "") -> Shaped:
    advances = face.advances(words)
    return Shaped(face, words, advances, sum(advances), missing)


def visible(words: str) -> str:
    """`words` without soft hyphens, zero-width characters and direction marks."""
    return _INVISIBLE.sub("", words)


def _stretches(book: FontBook, face: Face, words: str) -> list[tuple[Face, str, str]]:
    stretches: list[tuple[Face, str, str]] = []
    for character in words:
        found, shown, missing = _place(book, face, character)
        if stretches and stretches[-1][0] is found:
            _, text, before = stretches[-1]
            stretches[-1] = (found, text + shown, before + missing)
        else:
            stretches.append((found, shown, missing))
    return stretches


def _place(book: FontBook, face: Face, character: str) -> tuple[Face, str, str]:
    """The face that sets `character`, what it sets, and the character when none has it."""
    faces = (face, *book.fallbacks())
    for shown in (character, character.translate(_PLAINER)):
        for candidate in faces:
            if shown in candidate.characters:
                return candidate, shown, ""
    for candidate in faces:
        if _UNKNOWN in candidate.characters:
            return candidate, _UNKNOWN, character
    return face, "?", character


def font_book(fonts: Mapping[Family, str]) -> FontBook:
    """The book of the named fonts, e.g. `{Family.TEXT: "Source Serif 4", …}`.

    Raises `UserError` for a font that is not shipped.
    """
    return _font_book(tuple(sorted(fonts.items())))


@cache
def _font_book(fonts: tuple[tuple[Family, str], ...]) -> FontBook:
    faces: dict[tuple[Family, bool], list[tuple[int, Path]]] = {}
    for family, name in fonts:
        for path in _files(name):
            match = cast("re.Match[str]", _FILE.match(path.name))
            key = (family, match["italic"] is not None)
            faces.setdefault(key, []).append((int(match["weight"]), path))
    return FontBook({key: tuple(sorted(choice)) for key, choice in faces.items()})


def _files(name: str) -> list[Path]:
    root = resource("fonts")
    folder = root / re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    files = [path for path in sorted(folder.glob("*.ttf")) if _FILE.match(path.name)]
    if not any(not path.stem.endswith("_Italic") for path in files):
        shipped = ", ".join(sorted(entry.name for entry in root.iterdir() if entry.is_dir()))
        raise UserError(
            "The font “{font}” is not shipped with the program; there are: {shipped}.",
            font=name,
            shipped=shipped,
        )
    return files
