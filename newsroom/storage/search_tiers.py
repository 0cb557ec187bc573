"""Pages of full-text hits: the newest thousand by rank, the others newest first.

Ranking all hits of a common word would cost time that grows with the library, and nobody reads on
to the thousandth hit; counting them is cheap, so totals are always true.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, column, func, literal_column, select, table, text
from sqlalchemy.engine import Connection

from newsroom.language.folding import exact, fold
from newsroom.storage.search_index import FIELDS, FOLDED_FIELDS
from newsroom.storage.search_query import Term

_RANKED = 1000
_WEIGHTS = {"headline": 8, "lede": 3, "body": 1, "names": 3}
_EXACT = 10
"""How much more a word weighs that stands there as it was typed."""

_INDEX = table("article_search", column("rowid"))
_ROWID = _INDEX.c.rowid
_MATCH = text("article_search MATCH :match")
_PER_COLUMN = [_WEIGHTS[field] * factor for factor in (_EXACT, 1) for field in FIELDS]
_RANK: ColumnElement[float] = literal_column(
    f"bm25(article_search, {', '.join(map(str, _PER_COLUMN))})"
)


def match_expressions(terms: Sequence[Term]) -> list[str]:
    """FTS5 expressions whose hits follow upon one another, without repeats.

    Where a term has diacritics, those articles come first that have it just so. Every word is
    quoted, so that nothing of what was typed is taken for an operator.
    """
    as_typed = " AND ".join(map(_as_typed, terms))
    if not any(term.marked for term in terms):
        return [as_typed]
    folded = " AND ".join(_within(FOLDED_FIELDS, [fold(term.words)], term) for term in terms)
    return [as_typed, f"({folded}) NOT ({as_typed})"]


def _as_typed(term: Term) -> str:
    """With marks: in the exact columns; without: in all, where exact ones weigh more."""
    if not term.marked:
        return _within((*FIELDS, *FOLDED_FIELDS), [term.words], term)
    # Unfinished words have no tone style yet: “hoà” may become “hoàn”.
    forms = dict.fromkeys((exact(term.words), term.words.lower() if term.prefix else None))
    return _within(FIELDS, [form for form in forms if form], term)


def _within(columns: Sequence[str], forms: Sequence[str], term: Term) -> str:
    star = " *" if term.prefix else ""
    either = " OR ".join(f'"{form}"{star}' for form in forms)
    return f"{{{' '.join(columns)}}} : ({either})"


class Tier:
    """The hits of one match expression among the articles that pass, best first."""

    def __init__(
        self, connection: Connection, match: str, passing: Sequence[ColumnElement[bool]]
    ) -> None:
        self._connection = connection
        self._places = {"match": match}
        self._passing = passing
        self.count: int = connection.execute(self._hits(func.count()), self._places).scalar_one()

    def _hits(self, *columns: ColumnElement[Any]) -> Select[Any]:
        return select(*columns).select_from(_INDEX).where(_MATCH, *self._passing)

    def page(self, offset: int, limit: int) -> list[int]:
        """The row ids of the hits from `offset` on, `limit` of them at most."""
        if offset >= self.count or limit <= 0:
            return []
        floor = self._floor()
        ranked = self._hits(_ROWID).where(floor <= _ROWID).order_by(_RANK, _ROWID.desc())
        ids = self._ids(ranked, offset, limit) if offset < _RANKED else []
        if len(ids) < limit and self.count > _RANKED:
            older = self._hits(_ROWID).where(floor > _ROWID).order_by(_ROWID.desc())
            ids += self._ids(older, max(0, offset - _RANKED), limit - len(ids))
        return ids

    def _floor(self) -> int:
        """The oldest hit that is ranked."""
        if self.count <= _RANKED:
            return 0
        return self._ids(self._hits(_ROWID).order_by(_ROWID.desc()), _RANKED - 1, 1)[0]

    def _ids(self, query: Select[Any], offset: int, limit: int) -> list[int]:
        page = query.offset(offset).limit(limit)
        return list(self._connection.scalars(page, self._places))
