"""A page template: where the lead, the seconds and the briefs stand, and how each is set.

`resources/press/pages/*.toml` are the shipped ones; a library may hold its own in `pages/`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations
from pathlib import Path
from typing import Any

from newsroom.errors import UsageError, UserError
from newsroom.paths import resource
from newsroom.press.preset_reader import PresetReader
from newsroom.press.toml_tables import read_tables

_SLACK = 0.001


class Weight(StrEnum):
    """How much an article weighs on its page."""

    LEAD = "lead"
    SECOND = "second"
    BRIEF = "brief"


def _between(least: float, most: float, default: Any) -> Any:
    return field(default=default, metadata={"least": least, "most": most})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A rectangle of the page's grid: columns from the left, shares of the height from the top."""

    role: Weight = Weight.LEAD
    left: int = _between(0, 5, 0)
    columns: int = _between(1, 6, 1)
    top: float = _between(0, 1, 0.0)
    depth: float = _between(0.05, 1, 1.0)

    def meets(self, other: "Place") -> bool:
        """Whether the two cover a part of the page together."""
        across = self.left < other.left + other.columns and other.left < self.left + self.columns
        down = self.top + _SLACK < other.top + other.depth
        up = other.top + _SLACK < self.top + self.depth
        return across and down and up


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How articles of one weight are set. Headline sizes in points, as in a print preset.

    `photo_height` is the most of the place's height that a photo takes, `photo_columns` how many
    columns the first one does, 0 for all. Without `lede` the lede is left out.
    """

    largest: float = _between(6, 160, 28.0)
    smallest: float = _between(6, 160, 18.0)
    lines: int = _between(1, 8, 2)
    drop_cap: int = _between(0, 5, 0)
    lede: bool = True
    photos: bool = True
    photo_height: float = _between(0.1, 0.9, 0.4)
    photo_columns: int = _between(0, 6, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTemplate:
    """`preset` names the print preset; `columns` is the page's grid."""

    name: str
    preset: str
    columns: int
    places: tuple[Place, ...]
    looks: Mapping[Weight, Look] = field(default_factory=dict)

    def look(self, place: Place) -> Look:
        """How the article in `place` is set."""
        return self.looks.get(place.role, Look())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grid:
    preset: str = "tabloid"
    columns: int = _between(1, 6, 5)


def template_names(folder: Path | None = None) -> tuple[str, ...]:
    """The shipped templates, then those of a library's `folder`."""
    return tuple(_found(folder))


def _found(folder: Path | None) -> dict[str, Path]:
    shipped = sorted(resource("press/pages").glob("*.toml"))
    own = sorted(folder.glob("*.toml")) if folder is not None and folder.is_dir() else []
    return {path.stem: path for path in (*shipped, *own)}


def load_template(name: str, *, folder: Path | None = None) -> PageTemplate:
    """The template called `name`; one of the library's `folder` stands in for a shipped one.

    Raises `UsageError` when there is none, `UserError` when its file is wrong.
    """
    found = _found(folder)
    if name not in found:
        raise UsageError(
            "There is no page template “{name}”; there are: {known}.",
            name=name,
            known=", ".join(found),
        )
    return _template(found[name])


def _template(path: Path) -> PageTemplate:
    values = read_tables(path)
    reader = PresetReader(path.name)
    places, looks = values.pop("place", []), values.pop("look", {})
    grid: _Grid = reader.record(_Grid, values, "")
    template = PageTemplate(
        name=path.stem,
        preset=grid.preset,
        columns=grid.columns,
        places=_places(reader, places, path),
        looks={
            reader.choice(Weight, key, "look"): reader.record(Look, table, f"look.{key}")
            for key, table in reader.table(looks, "look").items()
        },
    )
    _check(path, template)
    return template


def _places(reader: PresetReader, tables: Any, path: Path) -> tuple[Place, ...]:
    if not isinstance(tables, list) or not tables:
        raise UserError("The page template {file} has no [[place]].", file=path.name)
    return tuple(
        reader.record(Place, table, f"place {number}") for number, table in enumerate(tables, 1)
    )


def _check(path: Path, template: PageTemplate) -> None:
    for number, place in enumerate(template.places, 1):
        if place.left + place.columns > template.columns or place.top + place.depth > 1 + _SLACK:
            raise UserError(
                "In the page template {file}, place {number} reaches beyond the page.",
                file=path.name,
                number=number,
            )
    for (first, one), (second, other) in _pairs(template.places):
        if one.meets(other):
            raise UserError(
                "In the page template {file}, the places {first} and {second} overlap.",
                file=path.name,
                first=first,
                second=second,
            )


def _pairs(places: Sequence[Place]) -> Any:
    return combinations(enumerate(places, 1), 2)
