"""Colours of a PDF as the press sees them: which inks, how much of each."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pikepdf import Array, Name, Object

_DEEPEST = 6
_DEVICE = {"/DeviceGray": "gray", "/DeviceRGB": "rgb", "/DeviceCMYK": "cmyk"}
_SHORT = {"/G": "gray", "/RGB": "rgb", "/CMYK": "cmyk"}
_CALIBRATED = {"/CalGray": "gray", "/CalRGB": "rgb", "/Lab": "lab"}
_BY_COUNT = {1: "gray", 3: "rgb", 4: "cmyk"}
_COUNT = {"gray": 1, "rgb": 3, "lab": 3, "cmyk": 4, "pattern": 0}


class Kind(StrEnum):
    """The families of colour spaces. `ALL` is `/Separation /All`: every plate."""

    GRAY = "gray"
    RGB = "rgb"
    CMYK = "cmyk"
    LAB = "lab"
    SPOT = "spot"
    ALL = "all"
    NONE = "none"
    PATTERN = "pattern"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space. `plates` names the colorants of a spot colour; `indexed` has a palette."""

    kind: Kind
    components: int
    calibrated: bool = False
    plates: tuple[str, ...] = ()
    indexed: bool = False


GRAY = Space(Kind.GRAY, 1)
RGB = Space(Kind.RGB, 3)
CMYK = Space(Kind.CMYK, 4)
UNKNOWN = Space(Kind.UNKNOWN, 0)
_PROCESS = ("Cyan", "Magenta", "Yellow", "Black")


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour: its space and its components, each 0…1 in the space's own sense."""

    space: Space
    values: tuple[float, ...]

    def plates(self) -> dict[str, float]:
        """The share of each plate, 0…1; empty for colours that are no inks."""
        match self.space.kind:
            case Kind.GRAY if self.values:
                return {"Black": 1 - self.values[0]}
            case Kind.CMYK if len(self.values) == 4:
                return dict(zip(_PROCESS, self.values, strict=True))
            case Kind.SPOT if len(self.values) == len(self.space.plates):
                return dict(zip(self.space.plates, self.values, strict=True))
            case Kind.ALL if self.values:
                return dict.fromkeys(_PROCESS, self.values[0])
            case _:
                return {}

    @property
    def coverage(self) -> float:
        """Total ink in per cent."""
        return 100 * sum(self.plates().values())

    @property
    def is_black_alone(self) -> bool:
        """Full black on the black plate and nothing on the others."""
        plates = self.plates()
        others = sum(share for name, share in plates.items() if name != "Black")
        return plates.get("Black", 0.0) > 0.99 and others < 0.001

    @property
    def is_rich_black(self) -> bool:
        """Black with other inks below it: it needs exact register."""
        plates = self.plates()
        others = sum(share for name, share in plates.items() if name != "Black")
        return plates.get("Black", 0.0) >= 0.85 and others > 0.02

    @property
    def is_paper(self) -> bool:
        """No ink at all."""
        plates = self.plates()
        return bool(plates) and sum(plates.values()) < 0.001


def first_ink(space: Space) -> Ink:
    """The colour that a space begins with: black where there is one (ISO 32000-1, 8.6.5)."""
    match space.kind:
        case Kind.CMYK:
            return Ink(space, (0.0, 0.0, 0.0, 1.0))
        case Kind.SPOT | Kind.ALL:
            return Ink(space, (1.0,) * space.components)
        case _:
            return Ink(space, (0.0,) * space.components)


def space_of(value: Object | None, named: Object | None, depth: int = 0) -> Space:
    """The space that `value` is; `named` are the `/ColorSpace` resources that a name may mean."""
    if value is None or depth > _DEEPEST:
        return UNKNOWN
    if isinstance(value, Name) or not isinstance(value, Array):
        return _named(str(value), named, depth)
    return _array(value, named, depth)


def _named(name: str, named: Object | None, depth: int) -> Space:
    simple = _DEVICE.get(name) or _SHORT.get(name)
    if simple:
        return Space(Kind(simple), _COUNT[simple])
    if name == "/Pattern":
        return Space(Kind.PATTERN, 0)
    found: Any = named.get(name) if named is not None else None
    return space_of(found, named, depth + 1)


def _array(value: Array, named: Object | None, depth: int) -> Space:
    items: list[Any] = list(value)
    if not items:
        return UNKNOWN
    family = str(items[0])
    if family == "/ICCBased" and len(items) > 1:
        kind = _BY_COUNT.get(int(items[1].get("/N", 0)), "unknown")
        return Space(Kind(kind), _COUNT.get(kind, 0), calibrated=True)
    if family in _CALIBRATED:
        kind = _CALIBRATED[family]
        return Space(Kind(kind), _COUNT[kind], calibrated=True)
    if family in {"/Indexed", "/I"} and len(items) > 1:
        base = space_of(items[1], named, depth + 1)
        return Space(base.kind, 1, base.calibrated, base.plates, indexed=True)
    if family in {"/Separation", "/DeviceN"} and len(items) > 1:
        return _colorants(items[1])
    return _named(family, named, depth)


def _colorants(value: Any) -> Space:
    names = [str(value)] if isinstance(value, Name) else [str(each) for each in value]
    plates = tuple(name.removeprefix("/") for name in names)
    if plates == ("All",):
        return Space(Kind.ALL, 1, plates=plates)
    if all(plate == "None" for plate in plates):
        return Space(Kind.NONE, len(plates), plates=plates)
    return Space(Kind.SPOT, len(plates), plates=plates)
