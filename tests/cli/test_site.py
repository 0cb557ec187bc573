"""`site`: the library as a folder of pages."""

import pytest


@pytest.fixture
def published(run):
    """Two published articles and a draft."""
    ids = [run("new", "--headline", f"Bài {n}", "--section", "Thời sự").lines[0] for n in (1, 2, 3)]
    for one in ids[:2]:
        for status in ("in-edit", "approved", "published"):
            assert run("set", one, "--status", status).code == 0
    return ids


def test_it_writes_a_site_and_tells_what_stayed_out(run, tmp_path, published):
    result = run("site", "--output", tmp_path / "site")
    assert result.code == 0
    assert result.lines == [str(tmp_path / "site" / "index.html")]
    assert "because of their status: 1" in result.err
    assert (tmp_path / "site/thoi-su/bai-1.html").is_file()
    assert not (tmp_path / "site/thoi-su/bai-3.html").exists()


def test_statuses_and_section_are_chosen(run, tmp_path, published):
    site = tmp_path / "site"
    words = ("--status", "published", "--status", "draft", "--section", "Thời sự")
    made = run("site", "--output", site, *words, "--theme", "modern", "--json")
    assert made.json == {"files": [str(site / "index.html")]}
    assert (site / "thoi-su/bai-3.html").is_file()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--section", "Không có"), 1, "no section"),
        (("--theme", "khong-co"), 1, "no site theme"),
        (("--status", "spiked"), 2, "bin"),
        (("--status", "lạ"), 2, "no status"),
    ],
)
def test_mistakes_are_one_sentence(run, tmp_path, published, words, code, said):
    result = run("site", "--output", tmp_path / "site", *words)
    assert result.code == code
    assert said in result.err
    assert not (tmp_path / "site").exists()
