"""The articles that quick open finds, as lines of the palette."""

from PySide6.QtGui import QIcon

from newsroom.domain.library import SearchResults
from newsroom.i18n import _
from newsroom.services.articles import list_ids, read_summaries
from newsroom.services.desk import Desk
from newsroom.services.searching import search
from newsroom.ui.tasks import TaskProgress
from newsroom.ui.widgets.palette_entries import Entry
from newsroom.ui.wording import status_label

_ARTICLES = 6


def find_articles(
    desk: Desk, words: str, picture: QIcon, progress: TaskProgress
) -> tuple[str, list[Entry]]:
    """`words` and the articles that they find, the latest ones when they are empty.

    `picture` stands before each. Raises `UserError` for a query that cannot be asked.
    """
    del progress
    if words:
        found: SearchResults = search(desk=desk, query=words, limit=_ARTICLES)
        summaries = [hit.article for hit in found.hits]
    else:
        summaries = read_summaries(desk=desk, ids=list_ids(desk=desk)[:_ARTICLES])
    return words, [
        Entry(
            id=summary.id,
            words=summary.headline or _("Untitled"),
            hint=status_label(summary.status),
            icon=picture,
            is_command=False,
        )
        for summary in summaries
    ]
