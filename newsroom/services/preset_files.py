"""The library's own print presets as files: read, written, renamed, deleted, looked at."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsroom.domain.article import Article
from newsroom.domain.document import Block, Document, block_plain
from newsroom.domain.os_problem import os_problem
from newsroom.errors import NotFoundError, UserError
from newsroom.language.folding import key
from newsroom.services.desk import Desk
from newsroom.services.files import free_path, make_folder, target_faults, write_file
from newsroom.services.print_preview import PrintFile, print_form
from newsroom.services.rendering import context_for
from newsroom.services.samples import shown_sample

if TYPE_CHECKING:
    from newsroom.press.preset import Preset

_FORBIDDEN = frozenset('/\\:*?"<>|')
_RESERVED = frozenset({"con", "prn", "aux", "nul"})
_LONGEST = 60
_MOST_PROFILE = 16 * 1024 * 1024
_MOST_SHOWN = 12_000
"""Characters of an article that are looked at while a preset is changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPreset:
    """A preset's file: its `tables` over `base`; `commented` when a person wrote remarks into it.

    `mistake` is what is wrong with the file; the tables are then without what no preset can have.
    """

    name: str
    own: bool
    tables: Mapping[str, Any]
    base: "Preset"
    commented: bool = False
    mistake: UserError | None = None


def read_preset(*, desk: Desk, name: str) -> StoredPreset:
    """The preset `name`; raises `NotFoundError`, or `UserError` when its file is no TOML."""
    from newsroom.press.preset_draft import base_of, sound
    from newsroom.press.presets import found_presets, preset_from
    from newsroom.press.toml_tables import read_tables

    path = found_presets(desk.press).get(name)
    if path is None:
        raise NotFoundError("There is no print preset “{name}” any more.", name=name)
    tables, mistake = read_tables(path), None
    try:
        preset_from(path, tables)
    except UserError as error:
        tables, mistake = dict(sound(path, tables)), error
    try:
        base = base_of(path, tables)
    except UserError:
        tables = {each: value for each, value in tables.items() if each != "base"}
        base = base_of(path, tables)
    return StoredPreset(
        name=name,
        own=path.parent == desk.press,
        tables=tables,
        base=base,
        commented=_commented(path),
        mistake=mistake,
    )


def _commented(path: Path) -> bool:
    lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    return any(line.lstrip().startswith("#") for line in lines)


def rebased(stored: StoredPreset, base: str) -> StoredPreset:
    """The preset on another shipped one; what it sets itself stays, and what now says nothing."""
    from newsroom.press.preset_draft import base_of

    tables = {"base": base, **{key: value for key, value in stored.tables.items() if key != "base"}}
    return replace(stored, tables=tables, base=base_of(Path(f"{stored.name}.toml"), tables))


# ---- changing --------------------------------------------------------------------------------
def copy_preset(*, desk: Desk, name: str, new: str) -> str:
    """Make the library's own preset `new` of any other; returns its name as it is kept.

    Of a shipped one the copy builds on it and changes nothing. Raises `UserError` for a name that
    is taken or no file can have, and when it cannot be written.
    """
    from newsroom.press.presets import found_presets, shipped_presets
    from newsroom.press.toml_tables import toml_text

    target = _new_path(desk, new)
    path = found_presets(desk.press).get(name)
    if path is None:
        raise NotFoundError("There is no print preset “{name}” any more.", name=name)
    shipped = path == shipped_presets().get(name)
    data = toml_text({"base": name}).encode() if shipped else _read(path)
    with target_faults(target):
        make_folder(target.parent)
        write_file(target, data)
    return target.stem


def save_preset(*, desk: Desk, name: str, tables: Mapping[str, Any]) -> None:
    """Write the own preset `name`; raises `UserError` when `tables` are wrong, with their `key`."""
    from newsroom.press.presets import preset_from
    from newsroom.press.toml_tables import toml_text

    path = _own(desk) / f"{name}.toml"
    preset_from(path, tables)
    with target_faults(path):
        make_folder(path.parent)
        write_file(path, toml_text(tables).encode(), overwrite=True)


def rename_preset(*, desk: Desk, name: str, new: str) -> str:
    """Give the own preset `name` another one; returns it as it is kept."""
    target = _new_path(desk, new, besides=name)
    with target_faults(target):
        (_own(desk) / f"{name}.toml").rename(target)
    return target.stem


def delete_preset(*, desk: Desk, name: str) -> bytes:
    """Remove the file of the own preset `name` and return its bytes, to put them back."""
    path = _own(desk) / f"{name}.toml"
    data = _read(path)
    with target_faults(path):
        path.unlink()
    return data


def put_preset_back(*, desk: Desk, name: str, data: bytes) -> None:
    """Write the file of a preset that was deleted; raises `UserError` when the name is taken."""
    write_file(_own(desk) / f"{name}.toml", data)


def take_profile(*, desk: Desk, path: Path) -> str:
    """Keep a copy of a printer's colour profile beside the presets; returns the copy's name.

    Raises `UserError` when the file is no profile of a press.
    """
    from newsroom.press.colour import check_profile

    check_profile(path)
    data = _read(path)
    target = _own(desk) / path.name
    if target.is_file() and _read(target) == data:
        return target.name
    with target_faults(target):
        make_folder(target.parent)
        target = free_path(target)
        write_file(target, data)
    return target.name


def checked_preset_name(name: str) -> str:
    """The name as a file can have it; raises `UserError`."""
    clean = unicodedata.normalize("NFC", " ".join(name.split()))
    if not clean or len(clean) > _LONGEST or clean.startswith(".") or clean.endswith("."):
        raise UserError(
            "A preset's name has 1 to {most} letters and no dot at an end.", most=_LONGEST
        )
    wrong = sorted({letter for letter in clean if letter in _FORBIDDEN or not letter.isprintable()})
    if wrong or clean.casefold() in _RESERVED:
        raise UserError(
            "No file can be called “{name}”: leave out {letters}.",
            name=clean,
            letters=" ".join(wrong) or clean,
        )
    return clean


def _new_path(desk: Desk, name: str, besides: str = "") -> Path:
    from newsroom.press.presets import found_presets

    clean = checked_preset_name(name)
    taken = {key(each) for each in found_presets(desk.press) if each != besides}
    if key(clean) in taken:
        raise UserError("There is a print preset “{name}” already.", name=clean)
    return _own(desk) / f"{clean}.toml"


def _own(desk: Desk) -> Path:
    if desk.press is None:
        raise UserError("This library has no folder for print presets.")
    return desk.press


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_PROFILE + 1)
    except OSError as error:
        raise UserError(
            "The file {file} cannot be read: {problem}.", file=path.name, problem=os_problem(error)
        ) from error
    if len(data) > _MOST_PROFILE:
        raise UserError("The file {file} is too large to be a preset.", file=path.name)
    return data


# ---- looking -----------------------------------------------------------------------------------
def show_preset(
    *, desk: Desk, name: str, tables: Mapping[str, Any], article: Article | None = None
) -> PrintFile:
    """The beginning of `article`, or of the sample, as a PDF for the screen by these tables.

    Raises `UserError` when they are wrong; its place `key` names the field, where there is one.
    """
    from newsroom.press.preset import on_screen
    from newsroom.press.presets import found_presets, preset_from

    path = found_presets(desk.press).get(name) or _own(desk) / f"{name}.toml"
    preset = on_screen(preset_from(path, tables))
    shown = _beginning(article or shown_sample(desk=desk))
    context = context_for(desk=desk, article=shown)
    return print_form(shown, context, preset)


def _beginning(article: Article) -> Article:
    """As much as a few pages take: what is looked at must follow the fields."""
    room, blocks = _MOST_SHOWN, list[Block]()
    for block in article.body.blocks:
        room -= len(block_plain(block))
        if blocks and room < 0:
            break
        blocks.append(block)
    return replace(article, body=Document(blocks=tuple(blocks)))
