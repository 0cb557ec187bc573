"""Themes of the paper's site: a folder with `theme.toml`, `page.html` (Jinja2) and `style.css`.

`theme.toml` holds `label`, `[colours]` (the names in `COLOURS`, each `#RRGGBB`), `chrome` (font
faces of the page's furniture, such as `"sans 600"`) and, where the theme departs from the house
styles, `[roles.<role>]`. `page.html` is given `page`, a `newsroom.formats.html.view.PageView`; it
puts `{{ page.head }}` into its head and what the preview keeps up to date into `{% block live %}`.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Any

from newsroom.domain.style import Family, StyleSheet, adjusted
from newsroom.errors import NotFoundError, UserError
from newsroom.formats.html.colours import checked_colour
from newsroom.paths import resource

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import ImmutableSandboxedEnvironment

DEFAULT_THEME = "paper"
COLOURS = ("page", "surface", "primary", "secondary", "tertiary", "line", "tint")
"""Ground of the window, ground of the text, three inks, rules, ground of captions and boxes."""

_LARGEST_FILE = 512 * 1024
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")
_CHROME = re.compile(r"(text|display|sans|condensed) ([1-9]00)( italic)?")
_FOREIGN = re.compile(r"@import|url\s*\(|image-set\s*\(|expression\s*\(|\\|</|<!--", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChromeFace:
    """A face that the page's furniture is set in."""

    family: Family
    weight: int
    italic: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme as loaded; `template` is compiled and sandboxed."""

    name: str
    label: str
    folder: Path
    colours: Mapping[str, str]
    chrome: tuple[ChromeFace, ...]
    roles: Mapping[str, Mapping[str, Any]]
    style: str
    template: "Template"

    def sheet(self, house: StyleSheet) -> StyleSheet:
        """The house styles with this theme's departures from them."""
        return adjusted(house, self.roles)


def theme_names() -> tuple[str, ...]:
    """The names of the themes that ship with the program, the default one first."""
    folders = (path.parent.name for path in resource("themes").glob("*/theme.toml"))
    return tuple(sorted(folders, key=lambda name: (name != DEFAULT_THEME, name)))


def load_theme(name_or_folder: str | Path) -> Theme:
    """The shipped theme of that name, or the one in that folder.

    Raises `NotFoundError` when there is none, `UserError` with file and line for a mistake in it.
    """
    if isinstance(name_or_folder, Path):
        return _load(name_or_folder)
    return _shipped(name_or_folder)


@lru_cache(maxsize=8)
def _shipped(name: str) -> Theme:
    """Shipped themes do not change while the program runs."""
    if not _NAME.fullmatch(name) or name not in theme_names():
        raise NotFoundError(
            "There is no site theme “{name}”; there are: {known}.",
            name=name,
            known=", ".join(theme_names()),
        )
    return _load(resource(f"themes/{name}"))


def _load(folder: Path) -> Theme:
    values = _settings(folder / "theme.toml")
    style = _read(folder / "style.css")
    _refuse_foreign(folder / "style.css", style)
    try:
        return Theme(
            name=folder.name,
            label=str(values.get("label", folder.name)),
            folder=folder,
            colours={name: checked_colour(values["colours"][name]) for name in COLOURS},
            chrome=tuple(_chrome_face(words) for words in values.get("chrome", ())),
            roles=dict(values.get("roles", {})),
            style=style,
            template=_template(folder),
        )
    except KeyError as error:
        raise _mistake(folder / "theme.toml", 0, f"{error} is missing") from error
    except (TypeError, ValueError) as error:
        raise _mistake(folder / "theme.toml", 0, str(error)) from error


def _settings(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_read(path))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise _mistake(path, int(line[1]) if line else 0, str(error)) from error


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise UserError("The theme file {file} is too large.", file=str(path))
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            "The theme file {file} cannot be read: {problem}.", file=str(path), problem=str(error)
        ) from error


def _refuse_foreign(path: Path, style: str) -> None:
    """A theme loads nothing: fonts and photos are given to it, the rest would come from outside."""
    found = _FOREIGN.search(style)
    if found:
        line = style.count("\n", 0, found.start()) + 1
        raise _mistake(path, line, f"“{found[0]}” is not allowed")


def _chrome_face(words: object) -> ChromeFace:
    match = _CHROME.fullmatch(str(words))
    if match is None:
        raise ValueError(f"“{words}” is not a font face like “sans 600”")
    return ChromeFace(family=Family(match[1]), weight=int(match[2]), italic=match[3] is not None)


def _environment() -> "ImmutableSandboxedEnvironment":
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _template(folder: Path) -> "Template":
    from jinja2 import Template, TemplateSyntaxError

    path = folder / "page.html"
    source = _read(path)
    environment = _environment()
    try:
        code = environment.compile(source, filename=str(path))
    except TemplateSyntaxError as error:
        raise _mistake(path, error.lineno, error.message or "syntax error") from error
    template = Template.from_code(environment, code, environment.make_globals(None))
    if "live" not in template.blocks:
        raise _mistake(path, 0, "{% block live %} is missing")
    return template


def mistake_while_rendering(theme: Theme) -> UserError:
    """The sentence, with its line, for what the theme's template raised; called while handling it.

    Jinja2 points the traceback of the exception at the lines of the template.
    """
    path = theme.folder / "page.html"
    try:
        theme.template.environment.handle_exception()
    except Exception as error:
        lines = [
            frame.lineno for frame in extract_tb(error.__traceback__) if frame.filename == str(path)
        ]
        return _mistake(path, (lines or [0])[-1] or 0, str(error) or type(error).__name__)


def _mistake(path: Path, line: int, problem: str) -> UserError:
    if not line:
        return UserError("Theme file {file}: {problem}.", file=str(path), problem=problem)
    return UserError(
        "Theme file {file}, line {line}: {problem}.", file=str(path), line=line, problem=problem
    )
