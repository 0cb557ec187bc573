"""Libraries for tests: made once a session, then copied, since making one takes 0.2 s."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.storage.library import Library, open_library


@pytest.fixture(scope="session")
def new_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "library"
    open_library(folder).close()
    return folder


@pytest.fixture
def folder(new_library: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(new_library, tmp_path / "library"))


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    with open_library(folder) as opened:
        yield opened
