"""`preflight` needs no library and says by its exit code whether the file can be printed."""

import pytest

from tests.press.preflight.bad_files import BAD
from tests.press.preflight.sound_page import sound


@pytest.fixture
def bad(tmp_path):
    path = tmp_path / "xấu.pdf"
    path.write_bytes(BAD["rgb-text"].data())
    return path


def test_a_sound_file_passes(run, tmp_path):
    path = tmp_path / "tốt.pdf"
    path.write_bytes(sound())
    result = run("preflight", path)
    assert result.code == 0
    assert result.lines == ["tốt.pdf can be printed."]


def test_a_bad_file_fails_and_says_why(run, bad):
    result = run("preflight", bad)
    assert result.code == 1
    assert result.lines[0].startswith("error\t1\trgb-text\tText is coloured in RGB.")


def test_json_has_the_promised_shape(run, bad):
    said = run("preflight", bad, "--json").json
    assert said["ok"] is False
    (finding,) = said["findings"]
    assert (finding["rule"], finding["severity"], finding["page"]) == ("rgb-text", "error", 1)
    assert finding["message"] == "Text is coloured in RGB."


def test_the_office_may_be_asked_for(run, bad):
    assert run("preflight", bad, "--for", "office").code == 0


def test_no_library_is_made(run, bad, tmp_path):
    run("preflight", bad)
    assert not (tmp_path / "library").exists()


def test_a_file_that_is_not_there(run, tmp_path):
    result = run("preflight", tmp_path / "không.pdf")
    assert result.code == 1
    assert "cannot be read" in result.err
    assert "Traceback" not in result.err
