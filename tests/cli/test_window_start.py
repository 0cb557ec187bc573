"""A window opens without a look at the command line, unless that says something."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom import __main__ as start
from newsroom.paths import default_library

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("words", "library"),
    [
        ([], default_library()),
        (["--library", "bài"], Path("bài")),
        (["--library=bài"], Path("bài")),
        (["--library"], None),
        (["--library", "--json"], None),
        (["--help"], None),
        (["list"], None),
        (["--library", "bài", "list"], None),
    ],
)
def test_what_plainly_asks_for_a_window(words, library):
    assert start.window_library(words) == library


@pytest.mark.parametrize(
    "words", [["--library", "bài"], ["--library=bài"], ["--json", "--library", "bài"]]
)
def test_the_window_opens_on_that_library(monkeypatch, words):
    opened = []
    monkeypatch.setattr("newsroom.app.run_window", lambda folder: opened.append(folder) or 7)
    assert start.main(words) == 7
    assert opened == [Path("bài")]


def test_no_command_is_imported_for_a_window():
    code = (
        "import sys, newsroom.app; newsroom.app.run_window = lambda folder: 0;"
        "from newsroom.__main__ import main; main([]);"
        "sys.exit(any(name.startswith(('newsroom.cli', 'argparse')) for name in sys.modules))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, check=False)
    assert done.returncode == 0
