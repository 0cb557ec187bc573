"""A search kept under a name: what is looked for, and where."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from newsroom.domain.article import SectionPath, Status
from newsroom.domain.json_document import Json
from newsroom.domain.library import EVERYTHING, ArticleFilter
from newsroom.domain.malformed import malformed


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """`words` are a query as it is typed. It finds what all of the other conditions allow.

    `mine` stands for the articles that the person who looks made on the day of looking.
    """

    name: str
    words: str
    section: SectionPath | None = None
    tag: str | None = None
    status: Status | None = None
    mine: bool = False

    def within(self, mine: ArticleFilter) -> ArticleFilter:
        """Where it looks; `mine` filters the person's articles of today."""
        start = mine if self.mine else EVERYTHING
        return replace(start, section=self.section, tag=self.tag, status=self.status)


def search_to_json(search: SavedSearch) -> Json:
    """JSON values, without what is not asked for."""
    where = {
        "section": list(search.section) if search.section else None,
        "tag": search.tag,
        "status": None if search.status is None else str(search.status),
        "mine": search.mine or None,
    }
    asked = {name: value for name, value in where.items() if value is not None}
    return {"name": search.name, "words": search.words} | asked


@malformed("A saved search cannot be read: {problem}.")
def search_from_json(value: Mapping[str, Any]) -> SavedSearch:
    """The search that `search_to_json` wrote; raises `UserError` when it is malformed."""
    section, tag, status = (value.get(name) for name in ("section", "tag", "status"))
    return SavedSearch(
        name=str(value["name"]),
        words=str(value["words"]),
        section=tuple(map(str, section)) if section else None,
        tag=None if tag is None else str(tag),
        status=None if status is None else Status(status),
        mine=bool(value.get("mine", False)),
    )
