"""One window for a library, whatever happens to the one that had it."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.errors import UserError
from newsroom.storage.lock import LOCK_NAME, Holder, LibraryBusyError, WindowLock, read_holder

HOLD = """
import sys
from pathlib import Path
from newsroom.storage.lock import WindowLock
with WindowLock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""
RACE = """
import sys, time
from pathlib import Path
from newsroom.errors import UserError
from newsroom.storage.lock import WindowLock
sys.stdin.readline()
try:
    lock = WindowLock(Path(sys.argv[1])).acquire()
    print("won", flush=True)
except UserError:
    print("lost", flush=True)
sys.stdin.readline()
"""


def start(script: str, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )


def finish(process: subprocess.Popen[str]) -> None:
    process.communicate("\n")


def test_second_window_learns_who_has_it(tmp_path):
    with WindowLock(tmp_path), pytest.raises(LibraryBusyError) as refused:
        WindowLock(tmp_path).acquire()
    assert refused.value.holder == Holder(pid=os.getpid(), host=socket.gethostname())
    assert str(os.getpid()) in str(refused.value)


def test_released_lock_can_be_taken_again(tmp_path):
    lock = WindowLock(tmp_path).acquire()
    lock.release()
    lock.release()
    with WindowLock(tmp_path):
        pass


def test_another_process_holds_it(tmp_path):
    child = start(HOLD, tmp_path)
    assert child.stdout.readline() == "held\n"
    with pytest.raises(LibraryBusyError) as refused:
        WindowLock(tmp_path).acquire()
    finish(child)
    assert refused.value.holder.pid == child.pid
    WindowLock(tmp_path).acquire().release()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_killed_window_leaves_no_stale_lock(tmp_path):
    child = start(HOLD, tmp_path)
    assert child.stdout.readline() == "held\n"
    os.kill(child.pid, signal.SIGKILL)
    child.communicate()
    WindowLock(tmp_path).acquire().release()
    assert read_holder(tmp_path).pid == os.getpid()


def test_of_many_that_start_at_once_one_wins(tmp_path):
    racers = [start(RACE, tmp_path) for _ in range(6)]
    for racer in racers:
        racer.stdin.write("\n")
        racer.stdin.flush()
    results = [racer.stdout.readline() for racer in racers]
    for racer in racers:
        finish(racer)
    assert results.count("won\n") == 1
    assert results.count("lost\n") == 5


def test_nobody_ever_held_it(tmp_path):
    assert read_holder(tmp_path) is None
    (tmp_path / LOCK_NAME).touch()
    assert read_holder(tmp_path) is None


def test_lock_is_for_its_owner_alone(tmp_path):
    with WindowLock(tmp_path / "new"):
        assert (tmp_path / "new" / LOCK_NAME).stat().st_mode & 0o777 == 0o600


def test_spoilt_lock_file_is_replaced(tmp_path):
    (tmp_path / LOCK_NAME).write_bytes(b"not a database" * 100)
    with WindowLock(tmp_path), pytest.raises(LibraryBusyError):
        WindowLock(tmp_path).acquire()


def test_folder_that_cannot_be_made_is_explained(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="file"):
        WindowLock(tmp_path / "file" / "library").acquire()


def test_a_file_in_the_place_of_the_library_is_named(tmp_path):
    place = tmp_path / "library"
    place.write_text("x", encoding="utf-8")
    with pytest.raises(UserError, match="is a file; a library is a folder"):
        WindowLock(place).acquire()
