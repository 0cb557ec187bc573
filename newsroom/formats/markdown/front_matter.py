"""The head of a Markdown file between two lines of `---`: its fields.

What is written is YAML of the simplest kind (every value also valid JSON); what is read is that and
what the usual site generators write: bare words, quoted words, `[a, b]`, and lists with dashes.
"""

import json
import re
from collections.abc import Mapping, Sequence

Value = str | tuple[str, ...]
TAKEN = "taken"
"""The field with the days on which photos were taken: `photos/….jpg 2020-07-20`."""

_FENCE = re.compile(
    r"\A\ufeff?---[ \t]*\n(?P<head>.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
_KEY = re.compile(r"([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?$")
_ENTRY = re.compile(r"[ \t]*-[ \t]+(.*)$")


def write_front_matter(fields: Mapping[str, str | Sequence[str]]) -> str:
    """The head with all fields that are not empty, in order."""
    lines = (
        f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items() if value
    )
    return "\n".join(("---", *lines, "---", ""))


def split_front_matter(text: str) -> tuple[dict[str, Value], str]:
    """The fields of the head, keys in lower case, and the text below it."""
    match = _FENCE.match(text)
    if match is None:
        return {}, text.removeprefix("\ufeff")
    return _fields(match["head"]), text[match.end() :]


def _fields(head: str) -> dict[str, Value]:
    fields: dict[str, Value] = {}
    key = ""
    for line in head.split("\n"):
        named, entry = _KEY.match(line), _ENTRY.match(line)
        if named is not None:
            key = named[1].lower()
            fields[key] = _value(named[2] or "")
        elif entry is not None and key:
            fields[key] = (*as_names(fields[key]), _scalar(entry[1]))
    return fields


def _value(words: str) -> Value:
    stripped = words.strip()
    if not (stripped.startswith("[") and stripped.endswith("]")):
        return _scalar(stripped)
    try:
        values = json.loads(stripped)
    except ValueError:
        parts = (_scalar(part) for part in stripped[1:-1].split(","))
        return tuple(part for part in parts if part)
    return tuple(str(value) for value in values)


def _scalar(words: str) -> str:
    stripped = words.strip()
    if len(stripped) > 1 and stripped[0] == stripped[-1] == "'":
        return stripped[1:-1].replace("''", "'")
    if not stripped.startswith('"'):
        return stripped
    try:
        value = json.loads(stripped)
    except ValueError:
        return stripped.strip('"')
    return str(value)


def as_names(value: Value) -> tuple[str, ...]:
    """A value as a list of names."""
    if isinstance(value, tuple):
        return value
    return (value,) if value else ()


def as_line(value: Value) -> str:
    """A value as one line."""
    return value if isinstance(value, str) else ", ".join(value)
