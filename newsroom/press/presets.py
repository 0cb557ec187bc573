"""Presets by name: TOML files that a person can write.

`resources/press/*.toml` are the shipped ones; a library may hold its own, which name a shipped one
as `base` and change only what differs. Type styles come from the house's style sheet; a preset
overrides single properties of single roles.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from newsroom.domain.style import Family, Role, RoleStyle
from newsroom.errors import UsageError, UserError
from newsroom.paths import resource
from newsroom.press.colour import check_profile
from newsroom.press.preset import ColourSpace, Output, Preset, Standard
from newsroom.press.preset_reader import Limits, PresetReader

__all__ = ["Preset", "load_preset", "preset_names"]

_LEAST_COLUMN = 25
"""The least width of a column in millimetres."""


def preset_names(folder: Path | None = None) -> tuple[str, ...]:
    """The shipped presets, then those of a library's `folder`."""
    return tuple(_found(folder))


def _found(folder: Path | None) -> dict[str, Path]:
    shipped = sorted(resource("press").glob("*.toml"))
    own = sorted(folder.glob("*.toml")) if folder is not None and folder.is_dir() else []
    return {path.stem: path for path in (*shipped, *own)}


def load_preset(name_or_path: str, *, folder: Path | None = None) -> Preset:
    """The preset with this name, or in this TOML file.

    `folder` holds a library's own presets; one with a shipped name replaces it. Raises
    `UsageError` for a name that is unknown, `UserError` for a file that is wrong.
    """
    if name_or_path.endswith(".toml"):
        path = Path(name_or_path)
    else:
        path = _path_of(name_or_path, _found(folder))
    return _preset_from(path, _values(path))


def _path_of(name: str, found: Mapping[str, Path]) -> Path:
    if name not in found:
        raise UsageError(
            "There is no print preset “{name}”; there are: {known}.",
            name=name,
            known=", ".join(found),
        )
    return found[name]


def _values(path: Path) -> dict[str, Any]:
    """The tables of the file, over those of the shipped preset that it names as its base."""
    values = _parsed(path)
    base = values.pop("base", None)
    if base is None:
        return values
    shipped = {entry.stem: entry for entry in resource("press").glob("*.toml")}
    if not isinstance(base, str) or shipped.get(base) in (None, path):
        raise UserError(
            "The print preset {file} builds on “{base}”, which is not one of: {known}.",
            file=path.name,
            base=base,
            known=", ".join(sorted(shipped)),
        )
    return _merged(_values(shipped[base]), values)


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise UserError("There is no print preset file {file}.", file=str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            "The print preset {file} cannot be read: {problem}.", file=path.name, problem=str(error)
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise UserError(
            "The print preset {file} is not valid TOML: {problem}.",
            file=path.name,
            problem=str(error),
        ) from error


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        both = isinstance(value, dict) and isinstance(old, dict)
        merged[key] = _merged(old, value) if both and old is not None else value
    return merged


def _preset_from(path: Path, values: Mapping[str, Any]) -> Preset:
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
        )
    icc = _profile_path(path, output.icc)
    check_profile(icc)
    return replace(output, icc=str(icc))


def _profile_path(path: Path, name: str) -> Path:
    """The file beside the preset, else the shipped one of that name."""
    for found in (path.parent / name, resource("icc") / Path(name).name):
        if found.is_file():
            return found
    raise UserError(
        "The print preset {file} needs the colour profile “{name}”, which is not there.",
        file=path.name,
        name=name,
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
        )
    if preset.body.leading < preset.body.size:
        raise UserError(
            "In the print preset {file}, “body.leading” must not be less than “body.size”.",
            file=file,
        )
    if abs(preset.body.leading / preset.body.grid % 1) > 1e-6:
        raise UserError(
            "In the print preset {file}, “body.leading” must be a multiple of “body.grid”.",
            file=file,
        )
