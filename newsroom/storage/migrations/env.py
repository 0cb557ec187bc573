"""Run by Alembic: migrates on the connection, and inside the transaction, that it is handed."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
