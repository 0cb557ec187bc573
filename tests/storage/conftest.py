"""Libraries for tests: made once a session, then copied, since making one takes 0.2 s."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.domain.ports import OpenUnitOfWork
from newsroom.storage.library import Library, open_library
from tests.fakes.desk import small_tree
from tests.fakes.library import MemoryLibrary, State


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


@pytest.fixture(params=["disk", "memory"])
def opening(request: pytest.FixtureRequest) -> OpenUnitOfWork:
    """Opens units of work on the real library and on its fake, both with `small_tree`."""
    if request.param == "memory":
        return MemoryLibrary(State(sections=small_tree())).unit_of_work
    library = request.getfixturevalue("library")
    with library.unit_of_work() as work:
        work.taxonomy.save_sections(small_tree())
        work.commit()
    return library.unit_of_work
