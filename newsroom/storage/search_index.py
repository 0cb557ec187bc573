"""Writing the full-text index; each field stands in it exactly and folded (see `folding`)."""

from sqlalchemy import text
from sqlalchemy.engine import Connection

from newsroom.domain.article import Article
from newsroom.domain.document import document_plain
from newsroom.language.folding import exact, fold

FIELDS = ("headline", "lede", "body", "names")
FOLDED_FIELDS = tuple(f"{field}_folded" for field in FIELDS)

_COLUMNS = ("rowid", *FIELDS, *FOLDED_FIELDS)
_DELETE = text("DELETE FROM article_search WHERE rowid = :rowid")
_INSERT = text(
    f"INSERT INTO article_search ({', '.join(_COLUMNS)})"  # noqa: S608 - our own column names
    f" VALUES ({', '.join(':' + name for name in _COLUMNS)})"
)


def index_article(connection: Connection, article_id: int, article: Article) -> None:
    """Make what can be found of the article what it says now."""
    fields = dict(zip(FIELDS, searchable(article), strict=True))
    values: dict[str, object] = {"rowid": article_id}
    for field, words in fields.items():
        values[field] = exact(words)
        values[f"{field}_folded"] = fold(words)
    connection.execute(_DELETE, {"rowid": article_id})
    connection.execute(_INSERT, values)


def unindex_article(connection: Connection, article_id: int) -> None:
    """Let the article be found no more."""
    connection.execute(_DELETE, {"rowid": article_id})


def searchable(article: Article) -> tuple[str, str, str, str]:
    """The words of an article, field by field in the order of `FIELDS`."""
    names = (*article.byline, *article.tags, article.dateline)
    return (
        article.headline,
        f"{article.kicker}\n{article.lede}",
        document_plain(article.body),
        "\n".join(names),
    )
