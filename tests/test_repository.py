"""What the repository must never contain."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
_TEXT = {".py", ".md", ".toml", ".lock", ".html", ".css", ".po", ".txt", ".json", ".svg", ""}
_HOME = re.compile(r"/(?:home|root|Users)/\w+|/wor" + r"k/")
_INDEX = re.compile(r"--(?:extra-)?index-url|--find-links|files\.pythonhosted")


def _tracked() -> list[Path]:
    run = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if run.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in run.stdout.split("\0") if name]


def _texts() -> list[tuple[Path, str]]:
    files = [path for path in _tracked() if path.suffix in _TEXT and path.is_file()]
    return [(path, path.read_text(encoding="utf-8", errors="ignore")) for path in files]


def test_no_path_of_a_machine():
    assert [str(path) for path, text in _texts() if _HOME.search(text)] == []


def test_lock_files_name_no_index_and_hash_everything():
    for path in ROOT.glob("requirements*.lock"):
        text = path.read_text(encoding="utf-8")
        assert not _INDEX.search(text)
        pins = [line for line in text.splitlines() if "==" in line and not line.startswith(" ")]
        assert pins
        assert text.count("--hash=sha256:") >= len(pins)


def test_main_stays_small():
    assert len((ROOT / "main.py").read_text(encoding="utf-8").splitlines()) <= 40
