"""The shipped font files: which there are of a family, and which a page needs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from newsroom.domain.slug import slugify
from newsroom.paths import resource

_FILE = re.compile(r"_(\d{3})[A-Za-z]*(_Italic)?\.ttf$")


@dataclass(frozen=True, slots=True, order=True)
class FontFace:
    """One font file: `weight` 100 to 900."""

    family: str
    weight: int
    italic: bool
    path: Path


@dataclass(frozen=True, slots=True)
class Wanted:
    """A face that some text is set in."""

    family: str
    weight: int = 400
    italic: bool = False


def shipped_faces(family: str) -> tuple[FontFace, ...]:
    """The faces of `family` that ship with the program; none for a font of the system."""
    try:
        folder = resource(f"fonts/{slugify(family) or '-'}")
    except FileNotFoundError:
        return ()
    found = ((path, _FILE.search(path.name)) for path in folder.glob("*.ttf"))
    return tuple(
        sorted(
            FontFace(family, int(match[1]), match[2] is not None, path)
            for path, match in found
            if match
        )
    )


def faces_for(wanted: Iterable[Wanted]) -> tuple[FontFace, ...]:
    """The shipped face nearest to each wanted one, without repeats, in a fixed order."""
    chosen = {face for want in wanted if (face := _nearest(want)) is not None}
    return tuple(sorted(chosen))


def _nearest(want: Wanted) -> FontFace | None:
    return min(
        shipped_faces(want.family),
        key=lambda face: (face.italic != want.italic, abs(face.weight - want.weight), face.weight),
        default=None,
    )


_FORMATS = {".ttf": "truetype", ".woff": "woff"}


def font_face_rules(
    faces: Iterable[FontFace], *, folder: str = "fonts/", suffix: str = ".ttf"
) -> str:
    """`@font-face` rules whose files lie under `folder`, a address within the site."""
    return "\n".join(
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};'
        f"font-style:{'italic' if face.italic else 'normal'};font-display:swap;"
        f'src:url("{folder}{face.path.stem}{suffix}") format("{_FORMATS[suffix]}")}}'
        for face in faces
    )
