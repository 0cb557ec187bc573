"""The folders that a theme is made of, and what they make together.

The common templates lie below, a theme's base above them, the theme itself on top: what a folder
lacks is taken from the one below it, colour by colour and file by file.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from newsroom.domain.style import Family, Role, properties_of
from newsroom.errors import Listed, UserError
from newsroom.formats.html.colours import checked_colour
from newsroom.formats.html.templates import ENTRY, mistake
from newsroom.formats.html.theme_files import (
    COMMON_STYLE,
    EXTRA_STYLE,
    SETTINGS,
    STYLE,
    ThemeFile,
    is_template,
    line_of,
    read_settings,
    read_style,
    read_text,
    theme_files_in,
)
from newsroom.paths import resource

COLOURS = ("page", "surface", "primary", "secondary", "tertiary", "line", "tint")
"""Ground of the window, ground of the text, three inks, rules, ground of captions and boxes."""

_COMMON = "common"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")
_CHROME = re.compile(r"(text|display|sans|condensed) ([1-9]00)( italic)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChromeFace:
    """A face that the page's furniture is set in."""

    family: Family
    weight: int
    italic: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A folder of a theme: what its `theme.toml` says, and its files."""

    folder: Path
    values: Mapping[str, Any]
    files: tuple[ThemeFile, ...]

    @property
    def settings(self) -> Path:
        """Where its settings lie."""
        return self.folder / SETTINGS

    def table(self, name: str) -> Mapping[str, Any]:
        """A table of the settings; raises `UserError` when it is something else."""
        found = self.values.get(name, {})
        if not isinstance(found, Mapping):
            raise self.mistake(name, UserError("“{name}” is not a table", name=name))
        return found

    def file(self, name: str) -> Path | None:
        """The folder's file of that name."""
        return next((one.path for one in self.files if one.path.name == name), None)

    def mistake(self, word: str, problem: UserError) -> UserError:
        """The sentence for a mistake in the settings, near `word`."""
        return mistake(self.settings, line_of(self.settings, word), problem)


def names_in(folder: Path) -> set[str]:
    """The names of the themes that lie in `folder`."""
    found = (path.parent.name for path in folder.glob(f"*/{SETTINGS}"))
    return {name for name in found if _NAME.fullmatch(name)}


def theme_at(root: Path, name: str) -> Path | None:
    """The folder of the theme of that name in `root`; None when there is none."""
    folder = root / name
    return folder if _NAME.fullmatch(name) and (folder / SETTINGS).is_file() else None


def layers_of(folder: Path) -> tuple[Layer, ...]:
    """The folders of a theme: the common templates, its base, its own."""
    files = theme_files_in(folder)
    layer = Layer(folder=folder, values=_values(folder, files), files=files)
    base = _base(layer)
    return (*(_common() if base is None else layers_of(base)), layer)


def _values(folder: Path, files: tuple[ThemeFile, ...]) -> Mapping[str, Any]:
    """What the folder's `theme.toml` says."""
    settings = next((one for one in files if one.path.name == SETTINGS), None)
    return read_settings(folder / SETTINGS) if settings is None else _parsed(settings)


@lru_cache(maxsize=32)
def _parsed(settings: ThemeFile) -> Mapping[str, Any]:
    """Themes are asked for at every keystroke; their settings hardly ever change."""
    return read_settings(settings.path)


def _common() -> tuple[Layer, ...]:
    folder = resource(f"themes/{_COMMON}")
    return (Layer(folder=folder, values={}, files=theme_files_in(folder)),)


def _base(layer: Layer) -> Path | None:
    """The folder of the shipped theme that this one rests on."""
    name = layer.values.get("base")
    if name is None:
        return None
    root = resource("themes")
    folder = theme_at(root, str(name))
    if folder is None:
        problem = UserError(
            "“{name}” is not a theme to rest on; there are: {known}",
            name=name,
            known=Listed(sorted(names_in(root))),
        )
        raise layer.mistake("base", problem)
    return folder


def colours_of(layers: Sequence[Layer], table: str, *, required: bool) -> dict[str, str]:
    """The colours of a table, each from the last layer that names it; empty if not `required`."""
    if not required:
        return {}
    found: dict[str, str] = {}
    for layer in layers:
        for name, value in layer.table(table).items():
            if name not in COLOURS:
                problem = UserError("“{name}” is none of {known}", name=name, known=Listed(COLOURS))
                raise layer.mistake(name, problem)
            try:
                found[name] = checked_colour(value)
            except UserError as error:
                problem = UserError("“{value}” is not a colour like #0B4F8A", value=value)
                raise layer.mistake(name, problem) from error
    for name in COLOURS:
        if name not in found:
            problem = UserError("“{name}” is missing in [{table}]", name=name, table=table)
            raise layers[-1].mistake(f"[{table}]", problem)
    return found


def chrome_of(layers: Sequence[Layer]) -> tuple[ChromeFace, ...]:
    """The faces that the topmost layer with any names."""
    layer = next((one for one in reversed(layers) if "chrome" in one.values), None)
    if layer is None:
        return ()
    words = layer.values["chrome"]
    if not isinstance(words, list):
        raise layer.mistake("chrome", UserError("“{name}” is not a list", name="chrome"))
    return tuple(_chrome_face(layer, str(word)) for word in words)


def _chrome_face(layer: Layer, words: str) -> ChromeFace:
    match = _CHROME.fullmatch(words)
    if match is None:
        problem = UserError("“{words}” is not a font face like “sans 600”", words=words)
        raise layer.mistake(words, problem)
    return ChromeFace(family=Family(match[1]), weight=int(match[2]), italic=match[3] is not None)


def roles_of(layers: Sequence[Layer]) -> dict[str, Mapping[str, Any]]:
    """Departures from the house styles, property by property."""
    roles: dict[str, Mapping[str, Any]] = {}
    for layer in layers:
        for role, changes in layer.table("roles").items():
            if role not in list(Role) or not isinstance(changes, Mapping):
                problem = UserError("“{role}” is not a role of the house styles", role=role)
                raise layer.mistake(f"roles.{role}", problem)
            _check_properties(layer, role, changes)
            roles[role] = {**roles.get(role, {}), **changes}
    return roles


def _check_properties(layer: Layer, role: str, changes: Mapping[str, Any]) -> None:
    """Told with file and line; raised by the style sheet it would be told without."""
    for key, value in changes.items():
        try:
            properties_of(role, {key: value})
        except UserError as error:
            raise layer.mistake(key, error) from error


def style_of(layers: Sequence[Layer]) -> str:
    """What all themes share, the last style sheet, and what each layer adds to it."""
    common, own, added = (
        [path for layer in layers if (path := layer.file(name))]
        for name in (COMMON_STYLE, STYLE, EXTRA_STYLE)
    )
    if not own:
        raise _missing(layers[-1], STYLE)
    return "\n".join(read_style(path) for path in (*common[-1:], own[-1], *added))


def sources_of(layers: Sequence[Layer]) -> dict[str, tuple[Path, str]]:
    """Every template by its name, from the topmost layer that has it."""
    paths = {
        one.path.name: one.path
        for layer in layers
        for one in layer.files
        if is_template(one.path.name)
    }
    if ENTRY not in paths:
        raise _missing(layers[-1], ENTRY)
    return {name: (path, read_text(path)) for name, path in paths.items()}


def _missing(layer: Layer, name: str) -> UserError:
    path = str(layer.folder / name)
    return UserError(
        "The theme file {file} cannot be read: {problem}.", file=path, problem="it is missing"
    )
