"""Full-text search over the library."""

import json
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from newsroom.domain.ids import ArticleId
from newsroom.domain.library import ArticleFilter, SearchHit, SearchResults
from newsroom.storage.listing import list_summaries
from newsroom.storage.search_filters import Filters, Passing
from newsroom.storage.search_query import Term, parse_query
from newsroom.storage.search_tiers import Tier, match_expressions
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
        limit, offset = max(0, limit), max(0, offset)
        if asked.nonsense:
            return SearchResults(total=0, hits=())
        filters = Filters(self._connection, self._taxonomy.map, self._settings)
        passing = filters.passing(within, asked.filters)
        if not asked.terms:
            return self._latest(passing, limit, offset)
        return self._matching(asked.terms, passing, limit, offset)

    def _latest(self, passing: Passing, limit: int, offset: int) -> SearchResults:
        """Everything that passes, latest change first, for a query without words."""
        page = select(ARTICLE.c.id).where(*passing.conditions).order_by(*LATEST_FIRST)
        ids = list(self._connection.scalars(page.limit(limit).offset(offset)))
        total = select(func.count()).select_from(ARTICLE).where(*passing.conditions)
        return SearchResults(
            total=self._connection.execute(total).scalar_one(),
            hits=self._hits(ids, Highlighter((), exactly=False)),
        )

    def _matching(
        self, terms: Sequence[Term], passing: Passing, limit: int, offset: int
    ) -> SearchResults:
        total, among = 0, passing.among_hits()
        hits: list[SearchHit] = []
        expressions = match_expressions(terms)
        for number, expression in enumerate(expressions):
            tier = Tier(self._connection, expression, among)
            ids = tier.page(max(0, offset - total), limit - len(hits))
            hits += self._hits(ids, Highlighter(terms, exactly=number == 0))
            total += tier.count
        return SearchResults(total=total, hits=tuple(hits))

    def _hits(self, ids: Sequence[int], highlighter: Highlighter) -> tuple[SearchHit, ...]:
        query = select(ARTICLE.c.id, ARTICLE.c.uid, ARTICLE.c.lede, ARTICLE.c.body)
        rows = {row.id: row for row in self._connection.execute(query.where(ARTICLE.c.id.in_(ids)))}
        uids = [ArticleId(rows[article_id].uid) for article_id in ids]
        summaries = list_summaries(self._connection, uids, self._taxonomy.map)
        hits = []
        for article_id, summary in zip(ids, summaries, strict=True):
            row = rows[article_id]
            shown, spans = snippet(_passages(row.lede, row.body), highlighter)
            hit = SearchHit(
                article=summary,
                snippet=shown,
                snippet_hits=spans,
                headline_hits=highlighter.spans(summary.headline),
            )
            hits.append(hit)
        return tuple(hits)


def _passages(lede: str, body: str) -> list[str]:
    """Lede and blocks as plain words, straight from the JSON: a search reads many bodies."""
    return [lede, *(block["text"] for block in json.loads(body))]
