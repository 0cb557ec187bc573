"""Full-text search over the library."""

import json
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from newsroom.domain.ids import ArticleId
from newsroom.domain.library import ArticleFilter, SearchHit, SearchResults
from newsroom.storage.conditions import Condition
from newsroom.storage.listing import list_summaries
from newsroom.storage.search_filters import Filters
from newsroom.storage.search_hits import Hits
from newsroom.storage.search_query import Term, parse_query
from newsroom.storage.settings import SqlSettings
from newsroom.storage.snippets import Highlighter, snippet
from newsroom.storage.tables import ARTICLE, LATEST_FIRST
from newsroom.storage.taxonomy import SqlTaxonomy


class SqlSearch:
    """`newsroom.domain.ports.SearchIndex` on a connection."""

    def __init__(
        self, connection: Connection, taxonomy: SqlTaxonomy, settings: SqlSettings
    ) -> None:
        self._connection = connection
        self._taxonomy = taxonomy
        self._settings = settings

    def search(
        self, query: str, *, within: ArticleFilter, limit: int, offset: int = 0
    ) -> SearchResults:
        asked = parse_query(query)
        limit, offset = _whole(limit), _whole(offset)
        if asked.nonsense:
            return SearchResults(total=0, hits=())
        filters = Filters(self._connection, self._taxonomy.map, self._settings)
        passing = filters.passing(within, asked.filters)
        if not asked.terms:
            return self._latest(passing, limit, offset)
        found = Hits(self._connection, asked.terms, passing)
        hits = self._show(found.page(offset, limit), asked.terms)
        return SearchResults(total=found.total(), hits=hits)

    def matching(self, query: str) -> frozenset[ArticleId]:
        asked = parse_query(query)
        if not asked.terms:
            return frozenset()
        return Hits(self._connection, asked.terms, ()).articles()

    def _latest(self, passing: Sequence[Condition], limit: int, offset: int) -> SearchResults:
        """Everything that passes, latest change first, for a query without words."""
        where = [condition.on_article for condition in passing]
        page = select(ARTICLE.c.id).where(*where).order_by(*LATEST_FIRST)
        ids = self._connection.scalars(page.limit(limit).offset(offset))
        total = select(func.count()).select_from(ARTICLE).where(*where)
        return SearchResults(
            total=self._connection.execute(total).scalar_one(),
            hits=self._show([(article_id, False) for article_id in ids], ()),
        )

    def _show(
        self, found: Sequence[tuple[int, bool]], terms: Sequence[Term]
    ) -> tuple[SearchHit, ...]:
        """Summaries and snippets of the articles found."""
        highlighters = {flag: Highlighter(terms, exactly=flag) for flag in (True, False)}
        ids = [article_id for article_id, _exactly in found]
        query = select(ARTICLE.c.id, ARTICLE.c.uid, ARTICLE.c.lede, ARTICLE.c.body)
        wanted = self._connection.execute(query.where(ARTICLE.c.id.in_(ids)))
        rows = {row.id: row for row in wanted}
        uids = [ArticleId(rows[article_id].uid) for article_id in ids]
        summaries = list_summaries(self._connection, uids, self._taxonomy.map)
        hits = []
        for (article_id, exactly), summary in zip(found, summaries, strict=True):
            row, highlighter = rows[article_id], highlighters[exactly]
            shown, spans = snippet(_passages(row.lede, row.body), highlighter)
            hit = SearchHit(
                article=summary,
                snippet=shown,
                snippet_hits=spans,
                headline_hits=highlighter.spans(summary.headline),
            )
            hits.append(hit)
        return tuple(hits)


def _whole(number: int) -> int:
    """`number` as SQLite can hold it, not below zero."""
    return min(max(0, number), 2**31)


def _passages(lede: str, body: str) -> list[str]:
    """Lede and blocks as plain words, straight from the JSON: a search reads many bodies."""
    return [lede, *(block["text"] for block in json.loads(body))]
