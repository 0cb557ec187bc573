"""Themes of the paper's site: a folder with `theme.toml`, templates (Jinja2) and style sheets.

All themes share the templates in `common`; a file of the same name in a theme's folder stands in
for one. A theme may rest on a shipped one (`base = "paper"`): what its folder lacks is taken from
there, colour by colour and file by file: a `theme.toml` with two colours is a theme. It holds

- `label`, `base`, and `chrome`: font faces of the page's furniture, such as `"sans 600"`;
- `[colours]` and, for readers whose device is dark, `[dark]`: the names in `COLOURS`, `#RRGGBB`;
- `[roles.<role>]`: where the theme departs from the house styles.

`page.html` is given `page`, a `PageView` or a view of a listing. It puts `{{ page.head }}` into its
head, what the preview keeps up to date into `{% block live %}`, and includes `article.html`,
`front.html` or `section.html` by `page.kind`. `style.css` replaces that of the base, `extra.css` is
added to it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from newsroom.domain.rendering import RenderContext
from newsroom.domain.style import Family, Role, StyleSheet, adjusted
from newsroom.errors import NotFoundError, UserError
from newsroom.formats.html.colours import checked_colour
from newsroom.formats.html.templates import ENTRY, Templates, mistake
from newsroom.formats.html.theme_files import (
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

DEFAULT_THEME = "paper"
COMMON = "common"
COLOURS = ("page", "surface", "primary", "secondary", "tertiary", "line", "tint")
"""Ground of the window, ground of the text, three inks, rules, ground of captions and boxes."""

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")
_CHROME = re.compile(r"(text|display|sans|condensed) ([1-9]00)( italic)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChromeFace:
    """A face that the page's furniture is set in."""

    family: Family
    weight: int
    italic: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme as loaded. `dark` is empty when it has one look alone; `files` made it."""

    name: str
    label: str
    folder: Path
    files: tuple[ThemeFile, ...]
    colours: Mapping[str, str]
    dark: Mapping[str, str]
    chrome: tuple[ChromeFace, ...]
    roles: Mapping[str, Mapping[str, Any]]
    style: str
    templates: Templates

    def sheet(self, house: StyleSheet) -> StyleSheet:
        """The house styles with this theme's departures from them."""
        return adjusted(house, self.roles)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layer:
    """A folder of a theme: what its `theme.toml` says, and its files."""

    folder: Path
    values: Mapping[str, Any]
    files: tuple[ThemeFile, ...]

    @property
    def settings(self) -> Path:
        return self.folder / SETTINGS

    def table(self, name: str) -> Mapping[str, Any]:
        """A table of the settings; raises `UserError` when it is something else."""
        found = self.values.get(name, {})
        if not isinstance(found, Mapping):
            raise self.mistake(name, f"{name} is not a table")
        return found

    def file(self, name: str) -> Path | None:
        """The folder's file of that name."""
        return next((one.path for one in self.files if one.path.name == name), None)

    def mistake(self, word: str, problem: str) -> UserError:
        """The sentence for a mistake in the settings, near `word`."""
        return mistake(self.settings, line_of(self.settings, word), problem)


def theme_names(own: Path | None = None) -> tuple[str, ...]:
    """The shipped themes, the default one first, then those in the folder `own`."""
    shipped = _names_in(resource("themes"))
    ordered = sorted(shipped, key=lambda name: (name != DEFAULT_THEME, name))
    added = sorted(_names_in(own) - shipped) if own is not None else ()
    return (*ordered, *added)


def _names_in(folder: Path) -> set[str]:
    found = (path.parent.name for path in folder.glob(f"*/{SETTINGS}"))
    return {name for name in found if _NAME.fullmatch(name)}


def theme_of(context: RenderContext) -> Theme:
    """The theme that the paper's settings name; raises like `load_theme`."""
    return load_theme(context.paper.site_theme, own=context.themes)


def load_theme(name_or_folder: str | Path, *, own: Path | None = None) -> Theme:
    """The theme of that name, shipped or in the folder `own`, or the one that a folder holds.

    A theme is read again when one of its files changed. Raises `NotFoundError` when there is none,
    `UserError` with file and line for a mistake in it.
    """
    folder = name_or_folder if isinstance(name_or_folder, Path) else _find(name_or_folder, own)
    return _loaded(folder, theme_files(folder))


def theme_files(folder: Path) -> tuple[ThemeFile, ...]:
    """The files that the theme in `folder` is made of, those of its base included.

    What a window watches to show a theme as it is written: equal before and after means nothing
    changed. A `theme.toml` with mistakes has no base until it is mended.
    """
    own = theme_files_in(folder)
    try:
        layers = _layers(folder)
    except UserError:
        return own
    return tuple(one for layer in layers for one in layer.files)


def _find(name: str, own: Path | None) -> Path:
    if _NAME.fullmatch(name):
        for root in (resource("themes"), own):
            if root is not None and (root / name / SETTINGS).is_file():
                return root / name
    raise NotFoundError(
        "There is no site theme “{name}”; there are: {known}.",
        name=name,
        known=", ".join(theme_names(own)),
    )


@lru_cache(maxsize=8)
def _loaded(folder: Path, files: tuple[ThemeFile, ...]) -> Theme:
    layers = _layers(folder)
    own = layers[-1]
    return Theme(
        name=folder.name,
        label=str(own.values.get("label", folder.name)),
        folder=folder,
        files=files,
        colours=_colours(layers, "colours", required=True),
        dark=_colours(layers, "dark", required=any(layer.table("dark") for layer in layers)),
        chrome=_chrome(layers),
        roles=_roles(layers),
        style=_style(layers),
        templates=Templates(_sources(layers)),
    )


def _layers(folder: Path) -> tuple[_Layer, ...]:
    """The folders of a theme: the common templates, its base, its own."""
    values = read_settings(folder / SETTINGS)
    layer = _Layer(folder=folder, values=values, files=theme_files_in(folder))
    base = _base(layer)
    return (*(_common() if base is None else _layers(base)), layer)


def _common() -> tuple[_Layer, ...]:
    folder = resource(f"themes/{COMMON}")
    return (_Layer(folder=folder, values={}, files=theme_files_in(folder)),)


def _base(layer: _Layer) -> Path | None:
    """The folder of the shipped theme that this one rests on."""
    name = layer.values.get("base")
    if name is None:
        return None
    if name not in theme_names() or name == layer.folder.name:
        known = ", ".join(theme_names())
        raise layer.mistake("base", f"“{name}” is not a theme to rest on; there are: {known}")
    return resource(f"themes/{name}")


def _colours(layers: Sequence[_Layer], table: str, *, required: bool) -> dict[str, str]:
    """The colours of a table, each from the last layer that names it; empty if not `required`."""
    if not required:
        return {}
    found: dict[str, str] = {}
    for layer in layers:
        for name, value in layer.table(table).items():
            if name not in COLOURS:
                raise layer.mistake(name, f"“{name}” is not one of {', '.join(COLOURS)}")
            try:
                found[name] = checked_colour(value)
            except UserError as error:
                raise layer.mistake(name, str(error).rstrip(".")) from error
    for name in COLOURS:
        if name not in found:
            raise layers[-1].mistake(f"[{table}]", f"“{name}” is missing in [{table}]")
    return found


def _chrome(layers: Sequence[_Layer]) -> tuple[ChromeFace, ...]:
    layer = next((one for one in reversed(layers) if "chrome" in one.values), None)
    if layer is None:
        return ()
    words = layer.values["chrome"]
    if not isinstance(words, list):
        raise layer.mistake("chrome", "chrome is not a list")
    return tuple(_chrome_face(layer, str(word)) for word in words)


def _chrome_face(layer: _Layer, words: str) -> ChromeFace:
    match = _CHROME.fullmatch(words)
    if match is None:
        raise layer.mistake(words, f"“{words}” is not a font face like “sans 600”")
    return ChromeFace(family=Family(match[1]), weight=int(match[2]), italic=match[3] is not None)


def _roles(layers: Sequence[_Layer]) -> dict[str, Mapping[str, Any]]:
    roles: dict[str, Mapping[str, Any]] = {}
    for layer in layers:
        for role, changes in layer.table("roles").items():
            if role not in list(Role) or not isinstance(changes, Mapping):
                raise layer.mistake(f"roles.{role}", f"“{role}” is not a role of the house styles")
            roles[role] = {**roles.get(role, {}), **changes}
    return roles


def _style(layers: Sequence[_Layer]) -> str:
    """The last style sheet, and what each layer adds to it."""
    replaced = [path for layer in layers if (path := layer.file(STYLE))]
    added = [path for layer in layers if (path := layer.file(EXTRA_STYLE))]
    if not replaced:
        raise _missing(layers[-1], STYLE)
    return "\n".join(read_style(path) for path in (replaced[-1], *added))


def _sources(layers: Sequence[_Layer]) -> dict[str, tuple[Path, str]]:
    paths = {
        one.path.name: one.path
        for layer in layers
        for one in layer.files
        if is_template(one.path.name)
    }
    if ENTRY not in paths:
        raise _missing(layers[-1], ENTRY)
    return {name: (path, read_text(path)) for name, path in paths.items()}


def _missing(layer: _Layer, name: str) -> UserError:
    path = str(layer.folder / name)
    return UserError(
        "The theme file {file} cannot be read: {problem}.", file=path, problem="it is missing"
    )
