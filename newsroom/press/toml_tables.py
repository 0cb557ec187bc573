"""TOML files that a person wrote: read with a stranger's suspicion, written small."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from newsroom.domain.os_problem import os_problem
from newsroom.errors import UserError

_MOST_BYTES = 256 * 1024
_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")


def read_tables(path: Path) -> dict[str, Any]:
    """The tables of a file; raises `UserError` that says why it cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise UserError("The file {file} is too large to be a preset.", file=path.name)
        return tomllib.loads(data.decode("utf-8-sig"))
    except FileNotFoundError:
        raise UserError("There is no file {file}.", file=str(path)) from None
    except OSError as error:
        raise UserError(
            "The file {file} cannot be read: {problem}.", file=path.name, problem=os_problem(error)
        ) from error
    except UnicodeDecodeError as error:
        raise UserError("The file {file} is not text in UTF-8.", file=path.name) from error
    except RecursionError:
        raise UserError("The tables of {file} are nested too deep.", file=path.name) from None
    except ValueError as error:  # also a number of thousands of digits
        raise UserError(
            "The file {file} is not valid TOML: {problem}.", file=path.name, problem=str(error)
        ) from error


def toml_text(tables: Mapping[str, Any]) -> str:
    """`tables` as TOML: words, numbers, truth values, lists of words, and tables of those."""
    return "\n".join(_lines(tables, ())).strip("\n") + "\n"


def _lines(table: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    plain = {key: value for key, value in table.items() if not isinstance(value, Mapping)}
    if path and plain:
        yield ""
        yield f"[{'.'.join(_key(name) for name in path)}]"
    for key, value in plain.items():
        yield f"{_key(key)} = {_value(value)}"
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _lines(value, (*path, key))


def _key(name: str) -> str:
    return name if name and _BARE.issuperset(name) else _value(name)


def _value(value: Any) -> str:
    """JSON writes all of these as TOML reads them, but for the one control character beyond 31."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
