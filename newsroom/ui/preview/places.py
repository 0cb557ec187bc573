"""Scripts about places of the article on the page: under the mouse, at the caret, in view."""

import json
from functools import cache
from typing import NamedTuple

from newsroom.domain.ids import ArticleId
from newsroom.paths import resource
from newsroom.ui.preview.addresses import article_link


class PagePlace(NamedTuple):
    """A place by the sheet's names: a block or field, lines into it, UTF-16 units into the line."""

    name: str
    within: int
    offset: int


def place_script(x: float, y: float) -> str:
    """The script that tells what stands at a point (CSS pixels), for `place_from`."""
    return f"JSON.stringify({_places()}.at({x:.2f}, {y:.2f}))"


def place_from(answer: object) -> PagePlace | None:
    """The place that a script told, None where there is no text of the article."""
    try:
        found = json.loads(str(answer))
        return PagePlace(str(found["name"]), int(found["within"]), int(found["offset"]))
    except (ValueError, TypeError, KeyError):
        return None


def mark_script(name: str, colour: str) -> str:
    """The script that marks the block or field of that name, and no other; none for no name."""
    return f"{_places()}.mark({json.dumps(name)}, {json.dumps(colour)})"


def article_script(article: ArticleId, colour: str) -> str:
    """The script that marks an article where it is listed, and brings it into view."""
    address = json.dumps(article_link(article))
    return f"{_places()}.markArticle({address}, {json.dumps(colour)})"


def show_script(name: str) -> str:
    """The script that brings a block or field into view, softly, if it is out of it."""
    return f"{_places()}.show({json.dumps(name)})"


def align_script(name: str, share: float) -> str:
    """The script that puts a block or field at the top, `share` (0 to 1) of it above the edge."""
    return f"{_places()}.align({json.dumps(name)}, {share:.3f})"


@cache
def _places() -> str:
    return resource("preview/places.js").read_text("utf-8").strip()
