"""Themes of the paper's site: a folder with `theme.toml`, templates (Jinja2) and style sheets.

All themes share the templates and `common.css` in `common`; a file of the same name in a theme's
folder stands in for one. A theme may rest on a shipped one (`base = "paper"`): what its folder
lacks is taken from there, colour by colour and file by file: a `theme.toml` with two colours is a
theme. It holds

- `label`, `base`, and `chrome`: font faces of the page's furniture, such as `"sans 600"`;
- `[colours]` and, for readers whose device is dark, `[dark]`: the names in
  `theme_layers.COLOURS`, `#RRGGBB`;
- `[roles.<role>]`: where the theme departs from the house styles.

`page.html` is given `page`, a `PageView` or a view of a listing. It puts `{{ page.head }}` into its
head, what the preview keeps up to date into `{% block live %}`, and includes `article.html`,
`front.html` or `section.html` by `page.kind`. `style.css` replaces that of the base, `extra.css` is
added to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from newsroom.domain.rendering import RenderContext
from newsroom.domain.style import StyleSheet, adjusted
from newsroom.errors import NotFoundError, UserError
from newsroom.formats.html.templates import Templates
from newsroom.formats.html.theme_files import ThemeFile, theme_files_in
from newsroom.formats.html.theme_layers import (
    ChromeFace,
    chrome_of,
    colours_of,
    layers_of,
    names_in,
    roles_of,
    sources_of,
    style_of,
    theme_at,
)
from newsroom.paths import resource

DEFAULT_THEME = "paper"


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


def theme_names(own: Path | None = None) -> tuple[str, ...]:
    """The shipped themes, the default one first, then those in the folder `own`."""
    shipped = names_in(resource("themes"))
    ordered = sorted(shipped, key=lambda name: (name != DEFAULT_THEME, name))
    added = sorted(names_in(own) - shipped) if own is not None else ()
    return (*ordered, *added)


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
        layers = layers_of(folder)
    except UserError:
        return own
    return tuple(one for layer in layers for one in layer.files)


def _find(name: str, own: Path | None) -> Path:
    for root in filter(None, (resource("themes"), own)):
        found = theme_at(root, name)
        if found is not None:
            return found
    raise NotFoundError(
        "There is no site theme “{name}”; there are: {known}.",
        name=name,
        known=", ".join(theme_names(own)),
    )


@lru_cache(maxsize=8)
def _loaded(folder: Path, files: tuple[ThemeFile, ...]) -> Theme:
    layers = layers_of(folder)
    own = layers[-1]
    return Theme(
        name=folder.name,
        label=str(own.values.get("label", folder.name)),
        folder=folder,
        files=files,
        colours=colours_of(layers, "colours", required=True),
        dark=colours_of(layers, "dark", required=any(layer.table("dark") for layer in layers)),
        chrome=chrome_of(layers),
        roles=roles_of(layers),
        style=style_of(layers),
        templates=Templates(sources_of(layers)),
    )
