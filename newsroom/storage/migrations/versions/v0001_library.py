"""The first library: sections, articles, tags, photos, settings and the search index."""

from alembic import op

revision = "1"
down_revision = None

_TABLES = (
    """
    CREATE TABLE section (
        id INTEGER NOT NULL PRIMARY KEY,
        parent_id INTEGER REFERENCES section (id),
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        slug TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE article (
        id INTEGER NOT NULL PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        revision INTEGER NOT NULL,
        touched INTEGER NOT NULL UNIQUE,
        updated INTEGER NOT NULL,
        created INTEGER NOT NULL,
        published INTEGER,
        embargo INTEGER,
        status TEXT NOT NULL,
        urgency INTEGER NOT NULL,
        section_id INTEGER REFERENCES section (id),
        words INTEGER NOT NULL,
        lead_photo TEXT,
        slug TEXT NOT NULL,
        language TEXT NOT NULL,
        dateline TEXT NOT NULL,
        kicker TEXT NOT NULL,
        headline TEXT NOT NULL,
        lede TEXT NOT NULL,
        related TEXT NOT NULL,
        note TEXT NOT NULL,
        body TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE tag (
        id INTEGER NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        "key" TEXT NOT NULL UNIQUE,
        sort_key BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE article_tag (
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        tag_id INTEGER NOT NULL REFERENCES tag (id),
        PRIMARY KEY (article_id, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE article_byline (
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        "key" TEXT NOT NULL,
        PRIMARY KEY (article_id, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE photo (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        media_type TEXT NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        size INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE article_photo (
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        photo_id TEXT NOT NULL,
        PRIMARY KEY (article_id, photo_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE status_change (
        id INTEGER NOT NULL PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        at INTEGER NOT NULL,
        "by" TEXT NOT NULL,
        old TEXT,
        new TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE setting (
        "key" TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT
    """,
    # The index holds no copy of the text: snippets are cut from the articles themselves.
    """
    CREATE VIRTUAL TABLE article_search USING fts5(
        headline, lede, body, names,
        headline_folded, lede_folded, body_folded, names_folded,
        content='', contentless_delete=1,
        tokenize='unicode61 remove_diacritics 0', prefix='1 2 3'
    )
    """,
)

_INDEXES = (
    "CREATE UNIQUE INDEX section_name ON section (ifnull(parent_id, 0), name)",
    "CREATE INDEX article_latest ON article (updated DESC, touched DESC, status, section_id, uid)",
    "CREATE INDEX article_status ON article (status, updated DESC, touched DESC, section_id, uid)",
    "CREATE INDEX article_section ON article (section_id, status, updated DESC, touched DESC, uid)",
    "CREATE INDEX article_slug ON article (slug)",
    "CREATE INDEX tag_sort_key ON tag (sort_key)",
    "CREATE INDEX article_tag_tag ON article_tag (tag_id, article_id)",
    'CREATE INDEX article_byline_key ON article_byline ("key", article_id)',
    "CREATE INDEX article_photo_photo ON article_photo (photo_id, article_id)",
    "CREATE INDEX status_change_article ON status_change (article_id)",
)


def upgrade() -> None:
    """Create everything."""
    for statement in (*_TABLES, *_INDEXES):
        op.execute(statement)
