"""`page` fills a page with articles and says how each of them fits."""

import pytest


@pytest.fixture
def ids(run):
    run("sample", "6")
    return [article["id"] for article in run("list", "--json").json["articles"]]


def test_a_page_is_made(run, ids, tmp_path):
    target = tmp_path / "trang.pdf"
    result = run("page", *ids, "--template", "lead-and-briefs", "--number", "4", "--output", target)
    assert result.code == 0
    assert result.lines[0] == str(target)
    assert [line.split("\t")[:2] for line in result.lines[1:3]] == [["4", "lead"], ["4", "second"]]
    assert target.read_bytes().startswith(b"%PDF")
    assert run("preflight", target).code == 0


def test_json_says_what_is_over(run, ids, tmp_path):
    target = tmp_path / "trang.pdf"
    made = run("page", *ids, "--output", target, "--json").json
    assert made["pages"] == 1
    assert [place["id"] for place in made["places"]] == ids
    assert all(place["over"] == 0 or place["free"] == 0 for place in made["places"])


@pytest.mark.parametrize(
    ("words", "code"),
    [(("--template", "none"), 2), (("--number", "0"), 2)],
)
def test_wrong_usage(run, ids, tmp_path, words, code):
    result = run("page", ids[0], *words, "--output", tmp_path / "a.pdf")
    assert result.code == code
    assert not (tmp_path / "a.pdf").exists()


def test_an_article_that_is_gone(run, ids, tmp_path):
    result = run("page", "nothing", "--output", tmp_path / "a.pdf")
    assert result.code == 1
    assert not (tmp_path / "a.pdf").exists()
