"""WebEngine's files are read before they are needed."""

from pathlib import Path

import PySide6

from newsroom.ui.preview.reading_ahead import read_ahead


def test_the_large_files_of_webengine_are_found_where_they_are_installed() -> None:
    assert read_ahead(Path(PySide6.__file__).parent) > 100_000_000


def test_what_is_not_there_or_not_readable_is_left_out(tmp_path: Path) -> None:
    assert read_ahead(tmp_path / "nowhere") == 0
    (tmp_path / "Qt6WebEngineCore.dll").mkdir()
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "icudtl.dat").write_bytes(b"x" * 3_000_000)
    (tmp_path / "resources" / "other.txt").write_bytes(b"x")
    assert read_ahead(tmp_path) == 3_000_000
