"""Presets by name: TOML files that a person can write.

`resources/press/*.toml` are the shipped ones; a library may hold its own, which name a shipped one
as `base` and change only what differs. Type styles come from the house's style sheet; a preset
overrides single properties of single roles.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from newsroom.domain.style import Family, Role, RoleStyle
from newsroom.errors import UsageError, UserError
from newsroom.paths import resource
from newsroom.press.colour import check_profile
from newsroom.press.preset import ColourSpace, Output, Preset, Standard
from newsroom.press.preset_reader import Limits, PresetReader
from newsroom.press.toml_tables import read_tables

__all__ = ["Preset", "found_presets", "load_preset", "preset_from", "preset_names"]

_LEAST_COLUMN = 25
"""The least width of a column in millimetres."""


def preset_names(folder: Path | None = None) -> tuple[str, ...]:
    """The shipped presets, then those of a library's `folder`."""
    return tuple(found_presets(folder))


def found_presets(folder: Path | None = None) -> dict[str, Path]:
    """The files of all presets by name, in the order of `preset_names`; none is read."""
    own = sorted(folder.glob("*.toml")) if folder is not None and folder.is_dir() else []
    return shipped_presets() | {path.stem: path for path in own}


def shipped_presets() -> dict[str, Path]:
    """The files of the shipped presets by name."""
    return {path.stem: path for path in sorted(resource("press").glob("*.toml"))}


def load_preset(name_or_path: str, *, folder: Path | None = None) -> Preset:
    """The preset with this name, or in this TOML file; read again only when it has changed.

    `folder` holds a library's own presets; one with a shipped name replaces it. Raises
    `UsageError` for a name that is unknown, `UserError` for a file that is wrong.
    """
    if name_or_path.endswith(".toml"):
        path = Path(name_or_path)
    else:
        path = _path_of(name_or_path, found_presets(folder))
    return _loaded(path, _stamp(path))


_Stamp = tuple[int, int]


def _stamp(path: Path) -> _Stamp:
    """What changes when the file does; nothing for one that is not there."""
    try:
        told = path.stat()
    except OSError:
        return (0, 0)
    return (told.st_mtime_ns, told.st_size)


@lru_cache(maxsize=16)
def _loaded(path: Path, _changed: _Stamp) -> Preset:
    return preset_from(path, read_tables(path))


def _path_of(name: str, found: Mapping[str, Path]) -> Path:
    if name not in found:
        raise UsageError(
            "There is no print preset “{name}”; there are: {known}.",
            name=name,
            known=", ".join(found),
        )
    return found[name]


def _values(path: Path, own: Mapping[str, Any]) -> dict[str, Any]:
    """The tables of a file, over those of the shipped preset that they name as their base."""
    values = dict(own)
    base = values.pop("base", None)
    if base is None:
        return values
    shipped = shipped_presets()
    if not isinstance(base, str) or shipped.get(base) in (None, path):
        raise UserError(
            "The print preset {file} builds on “{base}”, which is not one of: {known}.",
            file=path.name,
            base=base,
            known=", ".join(sorted(shipped)),
        )
    return _merged(_values(shipped[base], read_tables(shipped[base])), values)


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        both = isinstance(value, dict) and isinstance(old, dict)
        merged[key] = _merged(old, value) if both and old is not None else value
    return merged


def preset_from(path: Path, tables: Mapping[str, Any]) -> Preset:
    """The preset that `tables` make, read from the file `path` or meant for it.

    Raises `UserError` for what is wrong; its place `key` is that of the field at fault.
    """
    values = _values(path, tables)
    reader = PresetReader(path.name)
    own = {key: value for key, value in values.items() if key not in ("fonts", "roles")}
    preset: Preset = reader.record(Preset, {"name": path.stem, **own}, "")
    fonts = reader.table(values.get("fonts", {}), "fonts")
    roles = reader.table(values.get("roles", {}), "roles")
    _check_room(path.name, preset)
    return replace(
        preset,
        output=_output(path, preset),
        fonts={
            reader.choice(Family, key, "fonts"): reader.value(str, name, f"fonts.{key}", {})
            for key, name in fonts.items()
        },
        roles={
            reader.choice(Role, key, "roles"): reader.properties(
                RoleStyle, table, f"roles.{key}", _ROLE_LIMITS
            )
            for key, table in roles.items()
        },
    )


def _output(path: Path, preset: Preset) -> Output:
    """The preset's output with its profile found and looked at; inks need one, screens do not."""
    output = preset.output
    if preset.colour is ColourSpace.RGB:
        if output.standard is Standard.NONE:
            return output
        raise UserError(
            "In the print preset {file}, “output.standard” needs “colour” to be “cmyk”.",
            file=path.name,
            key="output.standard",
        )
    icc = _profile_path(path, output.icc)
    check_profile(icc)
    return replace(output, icc=str(icc))


def _profile_path(path: Path, name: str) -> Path:
    """The file beside the preset, else the shipped one of that name."""
    beside = Path(name).name == name
    for found in (path.parent / name, resource("icc") / name):
        if beside and found.is_file():
            return found
    raise UserError(
        "The print preset {file} needs the colour profile “{name}”, which is not there.",
        file=path.name,
        name=name,
        key="output.icc",
    )


_ROLE_LIMITS: Limits = {
    "weight": {"least": 100, "most": 900},
    "size": {"least": 0.3, "most": 10},
    "leading": {"least": 0.8, "most": 4},
    "space_before": {"least": 0, "most": 10},
    "space_after": {"least": 0, "most": 10},
    "indent": {"least": 0, "most": 10},
}


def _check_room(file: str, preset: Preset) -> None:
    """A page needs room for its columns; a grid must carry the body's lines."""
    width, height = preset.page.millimetres
    gutters = preset.columns.gutter * (preset.columns.count - 1)
    column = (width - preset.page.left - preset.page.right - gutters) / preset.columns.count
    if column < _LEAST_COLUMN or height - preset.page.top - preset.page.bottom < 2 * _LEAST_COLUMN:
        raise UserError(
            "The print preset {file} leaves columns {width} mm wide; {least} mm is the least.",
            file=file,
            width=round(column),
            least=_LEAST_COLUMN,
            key="columns.count",
        )
    if preset.body.leading < preset.body.size:
        raise UserError(
            "In the print preset {file}, “body.leading” must not be less than “body.size”.",
            file=file,
            key="body.leading",
        )
    if abs(preset.body.leading / preset.body.grid % 1) > 1e-6:
        raise UserError(
            "In the print preset {file}, “body.leading” must be a multiple of “body.grid”.",
            file=file,
            key="body.grid",
        )
