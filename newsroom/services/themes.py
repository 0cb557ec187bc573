"""The looks of the paper's site: those that ship with the program, and the library's own."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from newsroom.domain.rendering import OutputFile
from newsroom.domain.slug import DEVICE_NAMES, slugify
from newsroom.errors import UserError
from newsroom.services.desk import Desk
from newsroom.services.files import free_path, make_folder, write_folder

_LABEL = re.compile(r"^label\s*=.*$", re.MULTILINE)
_SETTINGS = "theme.toml"
_LONGEST_NAME = 36


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteTheme:
    """A theme that the site may wear. `folder` is where a person changes one of the library's own.

    `problem` is the mistake in it, None for one that works; `label` is then its name.
    """

    name: str
    label: str
    folder: Path | None = None
    problem: UserError | None = None


def list_themes(*, desk: Desk) -> tuple[SiteTheme, ...]:
    """The shipped themes, then the library's own, each with the mistake that it may have."""
    from newsroom.formats.html.theme import theme_names

    return tuple(_look(name, desk) for name in theme_names(desk.themes))


def _look(name: str, desk: Desk) -> SiteTheme:
    from newsroom.formats.html.theme import load_theme, theme_names

    own = name not in theme_names() and desk.themes is not None
    folder = desk.themes / name if own and desk.themes is not None else None
    try:
        label = load_theme(name, own=desk.themes).label
    except UserError as problem:
        return SiteTheme(name=name, label=name, folder=folder, problem=problem)
    return SiteTheme(name=name, label=label, folder=folder)


def copy_theme(*, desk: Desk, name: str, label: str) -> SiteTheme:
    """A copy of the theme `name` with all its files, as one of the library's own to start from.

    Raises `NotFoundError` when there is no such theme, `UserError` with file and line for a
    mistake in it, when `label` is empty, or when the folder cannot be written.
    """
    from newsroom.formats.html.theme import load_theme, theme_names

    wanted = " ".join(label.split())
    if not wanted:
        raise UserError("The new look needs a name.")
    if desk.themes is None:
        raise UserError("This library has no folder for site themes.")
    theme = load_theme(name, own=desk.themes)
    folder = free_path(make_folder(desk.themes) / _folder_name(wanted, theme_names()))
    files = {one.path.name: one.path for one in theme.files}
    write_folder(folder, [_copied(path, wanted) for path in files.values()])
    return SiteTheme(name=folder.name, label=wanted, folder=folder)


def _folder_name(label: str, taken: tuple[str, ...]) -> str:
    name = slugify(label)[:_LONGEST_NAME].strip("-") or "theme"
    return f"{name}-2" if name in taken or name in DEVICE_NAMES else name


def _copied(path: Path, label: str) -> OutputFile:
    """A file of the theme; its settings with the new label. The last of a name is the theme's."""
    data = path.read_bytes()
    if path.name == _SETTINGS:
        data = _relabelled(data.decode("utf-8-sig"), label).encode()
    return OutputFile(path=path.name, data=data)


def _relabelled(settings: str, label: str) -> str:
    line = f"label = {json.dumps(label, ensure_ascii=False)}"
    if _LABEL.search(settings) is None:
        return f"{line}\n{settings}"
    return _LABEL.sub(lambda _match: line, settings, count=1)
