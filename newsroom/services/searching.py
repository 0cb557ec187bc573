"""Finding articles by their words."""

from newsroom.domain.library import EVERYTHING, ArticleFilter, SearchResults
from newsroom.services.desk import Desk


def search(
    *, desk: Desk, query: str, within: ArticleFilter = EVERYTHING, limit: int = 100, offset: int = 0
) -> SearchResults:
    """The hits from `offset` on, at most `limit`, best first; `total` counts them all.

    What the query may say is told at `newsroom.domain.ports.SearchIndex.search`.
    """
    with desk.open(writes=False) as work:
        return work.search.search(query, within=within, limit=limit, offset=offset)
