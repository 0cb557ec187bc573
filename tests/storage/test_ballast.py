"""Room that is kept for the day on which the disk is full."""

import errno
import os
import shutil
import sys
from typing import NamedTuple

import pytest

from newsroom.storage import ballast
from newsroom.storage.ballast import NAME, SIZE, give_back_ballast, lay_in_ballast
from newsroom.storage.faults import database_fault, file_fault


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture(autouse=True)
def roomy(monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Usage(10**12, 0, 10**12))


def test_it_takes_real_room_for_its_owner_alone(tmp_path):
    assert lay_in_ballast(tmp_path)
    laid = (tmp_path / NAME).stat()
    assert laid.st_size == SIZE
    if sys.platform != "win32":
        assert laid.st_blocks * 512 >= SIZE
        assert laid.st_mode & 0o777 == 0o600


def test_it_is_laid_in_once_and_mended(tmp_path):
    assert lay_in_ballast(tmp_path)
    before = (tmp_path / NAME).stat().st_mtime_ns
    assert lay_in_ballast(tmp_path)
    assert (tmp_path / NAME).stat().st_mtime_ns == before
    os.truncate(tmp_path / NAME, 10)
    assert lay_in_ballast(tmp_path)
    assert (tmp_path / NAME).stat().st_size == SIZE


def test_a_disk_with_little_room_keeps_it(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Usage(10**12, 0, 400 * 1024**2))
    assert not lay_in_ballast(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_does_not_take_it_goes_without(tmp_path, monkeypatch):
    def full(_place):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(ballast, "_fill", full)
    assert not lay_in_ballast(tmp_path)
    assert list(tmp_path.iterdir()) == []


def fault_of_the_database(name):
    error = RuntimeError("database or disk is full")
    error.sqlite_errorname = name
    return error


def test_a_full_disk_gets_it_back(tmp_path):
    lay_in_ballast(tmp_path)
    database_fault(fault_of_the_database("SQLITE_FULL"), tmp_path)
    assert not (tmp_path / NAME).exists()
    lay_in_ballast(tmp_path)
    file_fault(OSError(errno.ENOSPC, "No space left on device"), tmp_path)
    assert not (tmp_path / NAME).exists()
    give_back_ballast(tmp_path)


def test_other_faults_leave_it(tmp_path):
    lay_in_ballast(tmp_path)
    database_fault(fault_of_the_database("SQLITE_BUSY"), tmp_path)
    file_fault(OSError(errno.EACCES, "Permission denied"), tmp_path)
    assert (tmp_path / NAME).exists()
