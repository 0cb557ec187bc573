"""The library on disk: database, migrations, search index, photos."""
