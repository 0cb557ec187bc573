"""The part of an article's address that is made from its headline."""

import re
import unicodedata

DEVICE_NAMES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
)
"""Names that Windows keeps for devices, whatever the suffix."""
_MAX_LENGTH = 80
_NOT_ALLOWED = re.compile(r"[^a-z0-9]+")


def slugify(headline: str) -> str:
    """`Đồng tâm, hiệp lực` → `dong-tam-hiep-luc`: lower case, đ → d, no diacritics.

    At most 80 characters, cut between words; empty when nothing of the headline is left.
    """
    decomposed = unicodedata.normalize("NFD", headline.lower().replace("đ", "d"))
    bare = "".join(ch for ch in decomposed if not unicodedata.combining(ch))
    slug = _NOT_ALLOWED.sub("-", bare).strip("-")
    if len(slug) <= _MAX_LENGTH:
        return slug
    head, _, _ = slug[: _MAX_LENGTH + 1].rpartition("-")
    return head or slug[:_MAX_LENGTH]
