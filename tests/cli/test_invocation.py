"""Languages, exit codes, and our own bugs."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom import __main__ as start
from newsroom import bug_log
from newsroom.__main__ import has_display
from newsroom.cli.invocation import environment_language

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"NEWSROOM_LANGUAGE": "vi", "LANG": "C"}, "vi"),
        ({}, "en"),
    ],
)
def test_language_of_the_environment(environment, language):
    assert environment_language(environment) == language


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_whether_there_is_a_display(platform, environment, expected):
    assert has_display(platform, environment) is expected


def test_a_bug_is_logged_and_told_in_one_sentence(run, monkeypatch, tmp_path, request):
    def break_down(*_args, **_kwargs):
        raise RuntimeError("inner detail")

    monkeypatch.setattr(bug_log, "log_folder", lambda: tmp_path / "logs")
    request.addfinalizer(bug_log.stop_logging)
    monkeypatch.setattr("newsroom.storage.library.open_library", break_down)
    result = run("list")
    assert result.code == 1
    assert len(result.err.strip().splitlines()) == 1
    assert "inner detail" in (tmp_path / "logs" / "newsroom.log").read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_adds_no_traceback(run, monkeypatch, tmp_path, request):
    def broken(*_args, **_kwargs):
        raise ValueError("inner detail")

    monkeypatch.setattr("newsroom.storage.library.open_library", broken)
    monkeypatch.setattr(bug_log, "log_folder", lambda: tmp_path / "logs")
    (tmp_path / "logs" / "newsroom.log").mkdir(parents=True)
    request.addfinalizer(bug_log.stop_logging)
    assert len(run("list").err.splitlines()) == 1


def test_the_command_line_imports_no_qt(tmp_path):
    code = (
        "import sys; from newsroom.__main__ import main;"
        f"main(['--library', {str(tmp_path / 'l')!r}, 'new', '--headline', 'x']);"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run([sys.executable, "-c", code], env=environment, check=False)
    assert run.returncode == 0


def test_ctrl_c_is_told_in_one_sentence(run, monkeypatch):
    def stop(*_args, **_kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("newsroom.storage.library.open_library", stop)
    result = run("list")
    assert result.code == 1
    assert result.err == "Cancelled.\n"


def test_arguments_are_utf8_in_any_locale(run, tmp_path):
    for headline in ("Tiền lương tối thiểu", "Tiền thưởng"):
        run("new", "--headline", headline, library=tmp_path / "l")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    main = [sys.executable, str(ROOT / "main.py"), "--library", str(tmp_path / "l")]
    words = [*main, "search", "lương"]
    ended = subprocess.run(words, env=environment, capture_output=True, check=True)
    assert "Tiền lương tối thiểu" in ended.stdout.decode()
    assert "Tiền thưởng" not in ended.stdout.decode()


def _in_a_shell(library, words, redirection=""):
    program = f'exec "{sys.executable}" "{ROOT / "main.py"}" --library "{library}"'
    command = f"{program} {words} {redirection}"
    return subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("words", ["new --headline x", "new --headline x --json"])
def test_results_that_cannot_be_written_are_told(tmp_path, words):
    ended = _in_a_shell(tmp_path / "l", words, ">/dev/full")
    assert ended.returncode == 1
    assert ended.stderr.startswith("The results could not be written")
    assert len(ended.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no such shell")
def test_closed_streams_are_no_bug(tmp_path):
    assert _in_a_shell(tmp_path / "l", "new --headline x", ">&-").stderr == ""
    assert _in_a_shell(tmp_path / "l", "show nothere", "2>&-").returncode == 1
    ended = _in_a_shell(tmp_path / "l", "list", "| true")
    assert ended.stderr == ""


def test_someone_without_a_name_may_write(run, monkeypatch):
    def nobody():
        raise KeyError("uid not found: 12345")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert run("new", "--headline", "x").code == 0


def test_a_photo_with_damaged_metadata_is_taken_without_a_word(run, tmp_path):
    from PIL import Image

    damaged = b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\xff\xff\x01"
    Image.new("RGB", (40, 30), "navy").save(tmp_path / "a.jpg", exif=damaged)
    words = "Một đoạn văn đủ dài để là thân bài của một bài viết. " * 4
    page = tmp_path / "trang.html"
    page.write_text(f'<h1>Tít bài</h1><p>{words}</p><img src="a.jpg">', encoding="utf-8")
    result = run("import", page)
    assert (result.code, result.err) == (0, "")
    exported = run("export", result.lines[0], "--format", "html", "--output", tmp_path / "ra")
    assert exported.code == 0
    assert list((tmp_path / "ra" / "photos").iterdir())
    assert "EXIF" not in exported.err


def test_a_command_looks_for_garbage_rarely_and_not_at_its_end(tmp_path, monkeypatch):
    at_exit, thresholds = [], []
    monkeypatch.setattr("atexit.register", at_exit.append)
    monkeypatch.setattr("gc.set_threshold", lambda *given: thresholds.append(given))
    monkeypatch.setattr("sys.argv", ["newsroom", "--library", str(tmp_path / "none"), "list"])
    start.main()
    assert gc.freeze in at_exit
    assert thresholds[0][0] > gc.get_threshold()[0]


def test_who_calls_main_keeps_the_collector_as_it_is(run, monkeypatch):
    monkeypatch.setattr("gc.set_threshold", lambda *_given: pytest.fail("changed"))
    run("list")
