"""The filters typed in a query (`section:`, `tag:`, `by:`…) as conditions on articles."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import tzinfo

from sqlalchemy import select
from sqlalchemy.engine import Connection

from newsroom.domain.library import ArticleFilter
from newsroom.domain.paper import zone
from newsroom.domain.taxonomy import show_path
from newsroom.language.folding import fold
from newsroom.storage.conditions import Condition, by_column, by_ids, conditions, nothing
from newsroom.storage.search_query import day_named, status_named
from newsroom.storage.settings import SqlSettings
from newsroom.storage.tables import ARTICLE, ARTICLE_TAG, BYLINE, TAG
from newsroom.storage.taxonomy import SectionMap


class Filters:
    """Turns filters into conditions; what a filter does not know, nothing passes."""

    def __init__(self, connection: Connection, sections: SectionMap, settings: SqlSettings) -> None:
        self._connection = connection
        self._sections = sections
        self._settings = settings

    def passing(self, within: ArticleFilter, typed: Mapping[str, str]) -> list[Condition]:
        """What passes both the list's filter and the typed ones (values are not empty)."""
        makers: Mapping[str, Callable[[str], Condition]] = {
            "section": self._section,
            "tag": self._tag,
            "by": self._by,
            "after": self._after,
            "before": self._before,
        }
        found = [makers[name](value) for name, value in typed.items() if name in makers]
        if "status" not in typed:
            return conditions(within, self._sections) + found
        status = status_named(typed["status"])
        if status is None or within.status not in (None, status):
            return [nothing()]
        return conditions(replace(within, status=status), self._sections) + found

    def _section(self, words: str) -> Condition:
        """A section named so, else those whose path has the words; with their subsections."""
        paths = self._sections.paths().values()
        wanted = fold(words)
        named = [path for path in paths if wanted in (fold(path[-1]), fold(show_path(path)))]
        named = named or [path for path in paths if _has_words(show_path(path), wanted)]
        ids = {section_id for path in named for section_id in self._sections.within(path)}
        return by_column(ARTICLE.c.section_id.in_(sorted(ids)))

    def _tag(self, words: str) -> Condition:
        rows = self._connection.execute(select(TAG.c.id, TAG.c.name)).all()
        ids = _best(dict(rows), words)
        tagged = select(ARTICLE_TAG.c.article_id).where(ARTICLE_TAG.c.tag_id.in_(ids))
        return by_ids(tagged)

    def _by(self, words: str) -> Condition:
        keys = self._connection.scalars(select(BYLINE.c.key).distinct())
        found = _best({key: key for key in keys}, words)
        signed = select(BYLINE.c.article_id).where(BYLINE.c.key.in_(found))
        return by_ids(signed)

    def _after(self, words: str) -> Condition:
        day = day_named(words, self._zone())
        return by_column(ARTICLE.c.updated >= day) if day else nothing()

    def _before(self, words: str) -> Condition:
        day = day_named(words, self._zone())
        return by_column(ARTICLE.c.updated < day) if day else nothing()

    def _zone(self) -> tzinfo:
        return zone(self._settings.paper())


def _has_words(text: str, wanted: str) -> bool:
    """Whether `wanted` (folded) begins a word of `text`."""
    return re.search(rf"(?<!\w){re.escape(wanted)}", fold(text)) is not None


def _best(names: Mapping[object, str], words: str) -> list[object]:
    """The keys whose name is `words` but for marks and case, else of those that have the words."""
    wanted = fold(words)
    same = [key for key, name in names.items() if fold(name) == wanted]
    return same or [key for key, name in names.items() if _has_words(name, wanted)]
