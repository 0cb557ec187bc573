"""A preset as it is being written: the tables of its file over the shipped one it builds on."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsroom.errors import UserError
from newsroom.press.preset import Preset
from newsroom.press.preset_reader import PresetReader
from newsroom.press.presets import preset_from

Tables = Mapping[str, Any]
_MOST_MISTAKES = 200


def base_of(path: Path, tables: Tables) -> Preset:
    """What the preset is where its tables say nothing; raises `UserError` for a wrong base."""
    return preset_from(path, {"base": tables["base"]} if "base" in tables else {})


def sound(path: Path, tables: Tables) -> Tables:
    """The tables without values that no preset can have: of the wrong kind, out of bounds, unknown.

    What is wrong only beside other values stays.
    """
    known = {key: value for key, value in tables.items() if key not in ("base", "fonts", "roles")}
    reader = PresetReader(path.name)
    for _each in range(_MOST_MISTAKES):
        try:
            reader.record(Preset, {"name": path.stem, **known}, "")
        except UserError as error:
            known = without(known, str(error.params["key"]))
        else:
            break
    kept = {key: value for key, value in tables.items() if key in ("base", "fonts", "roles")}
    return {**kept, **known}


def value_in(tables: Tables, base: Preset, key: str) -> Any:
    """What `key` (`page.top`) is in the tables, else in the base; of a profile only its name."""
    value: Any = tables
    for name in key.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return base_value(base, key) if value is None else value


def base_value(base: Preset, key: str) -> Any:
    """What `key` is in the base; of a profile only its name."""
    value: Any = base
    for name in key.split("."):
        value = getattr(value, name)
    return Path(value).name if key == "output.icc" else value


def with_value(tables: Tables, base: Preset, key: str, value: Any) -> dict[str, Any]:
    """The tables that set `key` to `value`; they keep only what differs from the base."""
    table, _dot, rest = key.partition(".")
    changed = dict(tables)
    old = changed.get(table)
    inner = without(old, rest) if isinstance(old, Mapping) else {}
    if not rest:
        changed.pop(table, None)
    if value != base_value(base, key):
        inner[rest] = value
        changed[table] = inner if rest else value
    elif inner:
        changed[table] = inner
    else:
        changed.pop(table, None)
    return changed


def without(tables: Tables, key: str) -> dict[str, Any]:
    """The tables without `key`, and without the table that it leaves empty."""
    name, _dot, rest = key.partition(".")
    changed = dict(tables)
    inner = changed.get(name)
    smaller = without(inner, rest) if rest and isinstance(inner, Mapping) else {}
    if smaller:
        changed[name] = smaller
    else:
        changed.pop(name, None)
    return changed
