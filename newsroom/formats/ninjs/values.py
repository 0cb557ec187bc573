"""Strangers' JSON, of which nothing is certain: looked at one property at a time."""

import json
from collections.abc import Mapping
from typing import Any

from newsroom.errors import UserError
from newsroom.language.normalise import clean_text, single_spaced

Item = dict[str, Any]
_MOST_ENTRIES = 500


def load_item(text: str) -> Item:
    """The object in `text`, keys in lower case.

    Versions differ in the case of keys (`versioncreated`, `versionCreated`); of keys that stand
    twice the last counts. Raises `UserError` when the text is no JSON, or not one object.
    """
    try:
        value = json.loads(text.removeprefix("\ufeff"), parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise UserError(
            "The JSON is broken in line {line} at character {column}.",
            line=error.lineno,
            column=error.colno,
        ) from error
    except (ValueError, RecursionError) as error:
        raise UserError("The JSON holds values that no news item has.") from error
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    return item_of(value)


def _refuse(name: str) -> None:
    raise ValueError(name)


def item_of(value: object) -> Item:
    """An object with its keys in lower case; anything else has no keys."""
    if not isinstance(value, Mapping):
        return {}
    return {str(key).lower(): entry for key, entry in value.items()}


def entries(value: object) -> list[Item]:
    """The objects of a list, or those that an object holds under names (ninjs 1)."""
    if isinstance(value, Mapping):
        return [{"name": key, **item_of(value[key])} for key in list(value)[:_MOST_ENTRIES]]
    if isinstance(value, list):
        return [found for entry in value[:_MOST_ENTRIES] if (found := item_of(entry))]
    return []


def line(value: object) -> str:
    """Words in one line; empty for anything but words."""
    return single_spaced(clean_text(value)).replace("\n", " ") if isinstance(value, str) else ""


def lines(value: object) -> str:
    """Words with their line breaks; empty for anything but words."""
    return single_spaced(clean_text(value)) if isinstance(value, str) else ""


def whole_number(value: object) -> int:
    """A number of pixels or of an urgency, 0 for anything else."""
    return value if isinstance(value, int) and 0 < value < 10**9 else 0
