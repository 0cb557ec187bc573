"""How libraries of older versions become libraries of today: Alembic's folder."""
