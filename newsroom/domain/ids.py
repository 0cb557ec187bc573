"""Short random ids that a person can type, in Crockford's base 32 (no i, l, o, u)."""

import secrets
from typing import NewType

ArticleId = NewType("ArticleId", str)
BlockId = NewType("BlockId", str)
PhotoId = NewType("PhotoId", str)
"""SHA-256 of the original file, 64 lower-case hexadecimal digits."""

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def _mint(length: int) -> str:
    return "".join(_ALPHABET[byte & 31] for byte in secrets.token_bytes(length))


def new_article_id() -> ArticleId:
    """A new id of 12 characters (60 bits: unique across the offices that exchange articles)."""
    return ArticleId(_mint(12))


def new_block_id() -> BlockId:
    """A new id of 8 characters (40 bits: unique within one document)."""
    return BlockId(_mint(8))
