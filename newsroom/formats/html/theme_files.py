"""The files of a theme's folder: which count, when they changed, and what they may not say."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsroom.errors import UserError
from newsroom.formats.html.templates import mistake

SETTINGS = "theme.toml"
STYLES = COMMON_STYLE, STYLE, EXTRA_STYLE = "common.css", "style.css", "extra.css"

_LARGEST_FILE = 512 * 1024
_MOST_FILES = 60
_TEMPLATE = re.compile(r"[a-z][a-z0-9-]{0,40}\.html")
_FOREIGN = re.compile(r"@import|url\s*\(|image-set\s*\(|expression\s*\(|\\|</|<!--", re.IGNORECASE)
_LINE = re.compile(r"line (\d+)")


@dataclass(frozen=True, slots=True, order=True)
class ThemeFile:
    """A file that a theme was made of, as it was then."""

    path: Path
    modified_ns: int
    size: int


def theme_files_in(folder: Path) -> tuple[ThemeFile, ...]:
    """The files of a theme's folder that count, in the order of their names; links do not."""
    found = sorted(path for path in folder.glob("*") if _counts(path.name))[:_MOST_FILES]
    regular = (path for path in found if path.is_file() and not path.is_symlink())
    stats = ((path, path.stat()) for path in regular)
    return tuple(ThemeFile(path, stat.st_mtime_ns, stat.st_size) for path, stat in stats)


def _counts(name: str) -> bool:
    return name in (SETTINGS, *STYLES) or is_template(name)


def is_template(name: str) -> bool:
    """Whether a file of that name is a template."""
    return _TEMPLATE.fullmatch(name) is not None


def read_text(path: Path) -> str:
    """The file's text; raises `UserError` that names it."""
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise UserError("The theme file {file} is too large.", file=str(path))
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            "The theme file {file} cannot be read: {problem}.", file=str(path), problem=str(error)
        ) from error


def read_settings(path: Path) -> dict[str, Any]:
    """What a `theme.toml` says; raises `UserError` with its line for a mistake."""
    try:
        return tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        problem = UserError(
            "this is not TOML, where words and colours stand in quotation marks ({problem})",
            problem=str(error).split(" (at ")[0],
        )
        raise mistake(path, int(line[1]) if line else 0, problem) from error


def read_style(path: Path) -> str:
    """A style sheet that loads nothing: fonts and photos are given to it, nothing comes from
    outside. Raises `UserError` with the line of what is not allowed.
    """
    style = read_text(path)
    found = _FOREIGN.search(style)
    if found:
        line = style.count("\n", 0, found.start()) + 1
        raise mistake(path, line, UserError("“{words}” is not allowed", words=found[0]))
    return style


def line_of(path: Path, word: str) -> int:
    """The first line that names `word`, as a hint where a mistake lies; 0 when none does."""
    lines = read_text(path).splitlines()
    return next((n for n, line in enumerate(lines, start=1) if word and word in line), 0)
