"""The words of stored blocks, straight from their JSON: a search reads many that it throws away."""

from collections.abc import Iterator, Mapping
from typing import Any

from newsroom.domain.malformed import malformed


@malformed("A block of the article cannot be read: {problem}.")
def json_words(value: Mapping[str, Any]) -> list[str]:
    """What `finding.block_words` says of the block that `value` (see `json_document`) stands for.

    Raises `UserError` when it is malformed.
    """
    return [*_texts(value), *_names(value)]


def _texts(value: Mapping[str, Any]) -> Iterator[str]:
    match value["type"]:
        case "paragraph" | "heading" | "quote":
            yield value["text"]
        case "list":
            yield from (item["text"] for item in value["items"])
        case "photo":
            yield value["caption"]
        case "table":
            yield from (cell["text"] for row in value["rows"] for cell in row)
        case "box":
            yield value["title"]
            for inner in value["blocks"]:
                yield from _texts(inner)
        case other:
            raise ValueError(f"unknown type {other!r}")


def _names(value: Mapping[str, Any]) -> Iterator[str]:
    match value["type"]:
        case "quote":
            yield value["source"]
        case "photo":
            yield value["credit"]
        case "box":
            for inner in value["blocks"]:
                yield from _names(inner)
