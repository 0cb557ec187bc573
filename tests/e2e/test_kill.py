"""The program is killed while someone types: what its footer called safe is there again.

`NEWSROOM_KILLS=200` asks for as many kills; the suite does eight.
"""

import json
import os
import random
import resource
import select
import signal
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import pytest
from sqlcipher3 import dbapi2

from newsroom.storage.database import FILE_NAME

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("NEWSROOM_KILLS", "8"))

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")


@dataclass
class Desk:
    """A library, and what was last called safe in it."""

    home: Path
    safe: str = ""
    acknowledged: int = 0
    seconds: list[float] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        return self.home / "library"

    def start(self) -> subprocess.Popen:
        """A typist whose article is open; it shows all that was called safe."""
        surroundings = os.environ | {
            "XDG_CONFIG_HOME": str(self.home),
            "QTWEBENGINE_DISABLE_SANDBOX": "1",
            "QT_QPA_PLATFORM": "offscreen",
        }
        with (self.home / "errors").open("w") as errors:
            child = subprocess.Popen(
                [sys.executable, "-m", "tests.e2e.typist", str(self.folder), str(self.home / "id")],
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                bufsize=1,
                cwd=ROOT,
                env=surroundings,
                start_new_session=True,
            )
        said = child.stdout.readline()
        if not said:
            pytest.fail((self.home / "errors").read_text())
        line = json.loads(said)
        self.seconds.append(line["seconds"])
        assert tidy(line["opened"]).startswith(tidy(self.safe))
        return child

    def kill(self, child: subprocess.Popen) -> None:
        """The whole group: the browser's processes, too."""
        os.killpg(child.pid, signal.SIGKILL)
        with child.stdout:
            self.hear(child.stdout.read())
        child.wait()

    def hear(self, lines: str) -> list[str]:
        """Take note of what was called safe; returns it."""
        told = [json.loads(line)["safe"] for line in lines.split("\n")[:-1]]
        self.safe = told[-1] if told else self.safe
        self.acknowledged += len(told)
        return told


def tidy(words: str) -> str:
    """Without the spaces and lines at the end, where the typist was in the middle of a word."""
    return words.rstrip()


def require_whole(folder: Path) -> None:
    with closing(dbapi2.connect(str(folder / FILE_NAME))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_killed_program_loses_nothing_it_called_safe(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for number in range(KILLS):
        child = desk.start()
        if number % 2:  # a slow machine is killed while it types, too
            desk.hear(child.stdout.readline())
        time.sleep(random.uniform(0.05, 1.4))
        desk.kill(child)
        require_whole(desk.folder)
    desk.kill(desk.start())
    assert desk.acknowledged >= KILLS // 2
    assert len(desk.safe) > 10
    said = f"{KILLS} kills, {desk.acknowledged} acknowledgements, open after "
    said += f"{median(desk.seconds):.2f} s (median), {max(desk.seconds):.2f} s (most)\n"
    sys.stdout.write(said)
    # A reopening mends what was cut off; it may take as long again as a start, on any machine.
    assert min(desk.seconds[1:]) <= 2 * max(1.0, desk.seconds[0])


def test_a_full_disk_is_never_called_safe_and_recovers(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    child = desk.start()
    while not desk.acknowledged:
        desk.hear(child.stdout.readline())
    size = (desk.folder / f"{FILE_NAME}-wal").stat().st_size
    unlimited = resource.prlimit(child.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(child.pid, resource.RLIMIT_FSIZE, (size, unlimited[1]))
    time.sleep(0.5)  # what was under way is told
    desk.hear(_read_all(child))
    time.sleep(1.5)
    assert desk.hear(_read_all(child)) == []
    resource.prlimit(child.pid, resource.RLIMIT_FSIZE, unlimited)
    before = desk.safe
    desk.hear(child.stdout.readline())
    assert len(desk.safe) > len(before)
    desk.kill(child)
    require_whole(desk.folder)
    desk.kill(desk.start())


def _read_all(child: subprocess.Popen) -> str:
    """The lines that the child wrote by now."""
    lines = ""
    while select.select([child.stdout], [], [], 0)[0]:
        lines += child.stdout.readline()
    return lines
