"""What a new library begins with, read from `resources/library/starting.toml`."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newsroom.domain.paper import PaperSettings
from newsroom.domain.slug import slugify
from newsroom.domain.taxonomy import Section, SectionTree
from newsroom.paths import resource


@dataclass(frozen=True, slots=True, kw_only=True)
class Starting:
    """The sections and the paper's settings of a new library."""

    sections: SectionTree
    paper: PaperSettings


def starting() -> Starting:
    """The shipped beginning."""
    with resource("library/starting.toml").open("rb") as file:
        values = tomllib.load(file)
    return Starting(
        sections=SectionTree(roots=_sections(values["section"])),
        paper=PaperSettings(**values["paper"]),
    )


def _sections(values: Sequence[Mapping[str, Any] | str]) -> tuple[Section, ...]:
    return tuple(_section(value) for value in values)


def _section(value: Mapping[str, Any] | str) -> Section:
    """A section is its name, or a table with `name` and `sections`."""
    if isinstance(value, str):
        return Section(name=value, slug=slugify(value))
    name = value["name"]
    return Section(name=name, slug=slugify(name), children=_sections(value["sections"]))
