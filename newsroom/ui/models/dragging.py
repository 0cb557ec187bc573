"""Articles as drag data: dragged from a list, dropped on a section, a tag or the bin."""

from collections.abc import Iterable

from PySide6.QtCore import QMimeData

from newsroom.domain.ids import ArticleId

ARTICLES_MIME = "application/x-newsroom-articles"


def articles_mime(ids: Iterable[ArticleId]) -> QMimeData:
    """Ids as drag data."""
    data = QMimeData()
    data.setData(ARTICLES_MIME, "\n".join(ids).encode())
    return data


def ids_in(data: QMimeData) -> tuple[ArticleId, ...]:
    """The ids in drag data, none when it holds something else."""
    raw = bytes(data.data(ARTICLES_MIME).data()).decode(errors="replace")
    return tuple(ArticleId(line) for line in raw.split("\n") if line)
