"""Full-text hits, best first, page by page.

Ranking costs time that grows with the number of hits, while reading the newest ones and counting
them all are cheap. So up to a thousand hits are ranked by bm25; of more, those with all words in
the headline come first, then the others, the newest first. The total is always true.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, column, func, literal_column, select, table, text
from sqlalchemy.engine import Connection

from newsroom.domain.ids import ArticleId
from newsroom.language.folding import exact, fold
from newsroom.storage.conditions import Condition
from newsroom.storage.search_index import FIELDS
from newsroom.storage.search_query import Term
from newsroom.storage.tables import ARTICLE

_RANKED = 1000
_WEIGHTS = {"headline": 8, "lede": 3, "body": 1, "names": 3}
_EXACT = 10
"""How much more a word weighs that stands there as it was typed."""

_INDEX = table("article_search", column("rowid"))
_ROWID = _INDEX.c.rowid
# The plus keeps SQLite from asking the full-text index for each article that passes, one by one.
_HIT: ColumnElement[int] = literal_column("+article_search.rowid")
_MATCH = text("article_search MATCH :match")
_PER_COLUMN = [_WEIGHTS[field] * factor for factor in (_EXACT, 1) for field in FIELDS]
_RANK: ColumnElement[float] = literal_column(
    f"bm25(article_search, {', '.join(map(str, _PER_COLUMN))})"
)


@dataclass(frozen=True, slots=True)
class Tier:
    """Hits that come before those of the next tier; `exactly`: with the diacritics typed."""

    match: str
    in_headline: str
    exactly: bool


def tiers(terms: Sequence[Term]) -> list[Tier]:
    """The FTS5 expressions for `terms`: as typed and, where there are diacritics, without them.

    Words with diacritics stand only in the index's exact columns, words without in both, so no
    expression needs to name its columns. Every word is quoted: nothing typed is an operator.
    """
    as_typed = " AND ".join(_quoted(term, _forms(term)) for term in terms)
    first = Tier(as_typed, _headline(as_typed), exactly=True)
    if not any(term.marked for term in terms):
        return [first]
    folded = bare(terms)
    but = f" NOT ({as_typed})"
    return [first, Tier(f"({folded}){but}", f"({_headline(folded)}){but}", exactly=False)]


def bare(terms: Sequence[Term]) -> str:
    """The FTS5 expression for `terms` without their diacritics; it finds whatever `tiers` do."""
    return " AND ".join(_quoted(term, [fold(term.words)]) for term in terms)


def _forms(term: Term) -> list[str]:
    """The ways a term may stand in the index; unfinished, “hoà” may still become “hoàn”."""
    typed = term.words.lower()
    return list(dict.fromkeys((exact(term.words), typed if term.prefix else exact(typed))))


def _quoted(term: Term, forms: Sequence[str]) -> str:
    star = " *" if term.prefix else ""
    return "(" + " OR ".join(f'"{form}"{star}' for form in forms) + ")"


def _headline(match: str) -> str:
    return f"{{headline headline_folded}} : ({match})"


class Hits:
    """The hits of `terms` among the articles that pass."""

    def __init__(
        self, connection: Connection, terms: Sequence[Term], passing: Sequence[Condition]
    ) -> None:
        self._connection = connection
        self._terms = terms
        self._passing = [condition.on_id(_HIT) for condition in passing]

    def total(self) -> int:
        """How many there are in all."""
        return self._count(bare(self._terms))

    def articles(self) -> frozenset[ArticleId]:
        """All of them, in no order."""
        uids = select(ARTICLE.c.uid).where(ARTICLE.c.id.in_(self._hits(_ROWID)))
        found = self._connection.scalars(uids, {"match": bare(self._terms)})
        return frozenset(map(ArticleId, found))

    def page(self, offset: int, limit: int) -> list[tuple[int, bool]]:
        """The row ids from `offset` on, `limit` at most, each with whether it is as typed."""
        found: list[tuple[int, bool]] = []
        for tier in tiers(self._terms):
            for match, order in self._parts(tier):
                wanted = limit - len(found)
                if wanted <= 0:
                    return found
                ids = self._ids(match, order, offset, wanted)
                found += [(article_id, tier.exactly) for article_id in ids]
                # Counting is needed only where a page begins beyond this part.
                offset = 0 if ids or not offset else max(0, offset - self._count(match))
        return found

    def _parts(self, tier: Tier) -> list[tuple[str, tuple[ColumnElement[Any], ...]]]:
        newest = (_ROWID.desc(),)
        if not self._ids(tier.match, newest, _RANKED, 1):
            return [(tier.match, (_RANK, *newest))]
        others = f"({tier.match}) NOT ({tier.in_headline})"
        return [(tier.in_headline, newest), (others, newest)]

    def _ids(
        self, match: str, order: Sequence[ColumnElement[Any]], offset: int, limit: int
    ) -> list[int]:
        page = self._hits(_ROWID).order_by(*order).offset(offset).limit(limit)
        return list(self._connection.scalars(page, {"match": match}))

    def _count(self, match: str) -> int:
        return self._connection.scalar(self._hits(func.count()), {"match": match}) or 0

    def _hits(self, *columns: ColumnElement[Any]) -> Select[Any]:
        return select(*columns).select_from(_INDEX).where(_MATCH, *self._passing)
