"""Versions, the keystroke journal, comments and profiles of articles."""

from alembic import op

revision = "2"
down_revision = "1"

_STATEMENTS = (
    "ALTER TABLE article ADD COLUMN comments TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE article ADD COLUMN profile TEXT NOT NULL DEFAULT ''",
    """
    CREATE TABLE version (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        parent_id INTEGER,
        at INTEGER NOT NULL,
        "by" TEXT NOT NULL,
        name TEXT NOT NULL,
        words INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        content TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX version_article ON version (article_id, id)",
    """
    CREATE TABLE journal (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        revision INTEGER NOT NULL,
        at INTEGER NOT NULL,
        edit TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX journal_article ON journal (article_id, id)",
)


def upgrade() -> None:
    """Add them; articles that exist have no comments and no profile."""
    for statement in _STATEMENTS:
        op.execute(statement)
