"""Addresses that a file links to."""

import re

_FIELD = re.compile(r'^\s*HYPERLINK\s+"([^"]*)"', re.IGNORECASE)
_SAFE = re.compile(r"^(?:https?://|mailto:)\S", re.IGNORECASE)


def safe_address(address: str) -> str | None:
    """The address if it is an http, https or mailto one, else None."""
    stripped = address.strip()
    return stripped if _SAFE.match(stripped) else None


def field_address(instruction: str) -> str | None:
    """Where a field such as `HYPERLINK "https://…"` leads, None when it is no such field."""
    match = _FIELD.match(instruction)
    return safe_address(match[1]) if match else None
