"""The slot on the printed page that an article is bound to."""

from alembic import op

revision = "3"
down_revision = "2"


def upgrade() -> None:
    """Add it; articles that exist are bound to none."""
    op.execute("ALTER TABLE article ADD COLUMN slot TEXT NOT NULL DEFAULT ''")
