"""ninjs out and in, and what is told before printing, on the command line."""

import json

import pytest


@pytest.fixture
def article(run, tmp_path):
    body = tmp_path / "body.txt"
    body.write_text("Đi xe \U0001f6b2 đến xưởng mỗi sáng.", encoding="utf-8")
    words = ("--headline", "Đường về xưởng", "--byline", "Hà An", "--lede", "Sa-pô.")
    return run("new", *words, "--body-file", body).lines[0]


def test_an_article_goes_out_as_ninjs_and_comes_back(run, article, tmp_path):
    file = tmp_path / "bai.json"
    out = run("export", article, "--format", "ninjs", "--output", file)
    assert (out.code, out.lines) == (0, [str(file)])
    assert json.loads(file.read_text("utf-8"))["standard"]["version"] == "3.1"
    back = run("import", file, library=tmp_path / "khác").lines[0]
    shown = run("show", back, "--json", library=tmp_path / "khác").json
    first = run("show", article, "--json").json
    same = ("headline", "lede", "byline", "blocks", "words")
    assert {key: shown[key] for key in same} == {key: first[key] for key in same}


@pytest.mark.parametrize("text", ["{", "[]", '{"name": "khác"}', "chữ"])
def test_json_that_is_no_article_fails_with_one_line(run, tmp_path, text):
    file = tmp_path / "khác.json"
    file.write_text(text, encoding="utf-8")
    result = run("import", file)
    assert result.code == 1
    assert result.out == ""
    assert len(result.err.strip().splitlines()) == 1
    assert "khác.json" in result.err


def test_before_printing_the_command_line_tells_too(run, article, tmp_path):
    run("set", article, "--section", "Chuyên đề")
    printed = run("export", article, "--format", "pdf", "--output", tmp_path / "a.pdf")
    assert printed.code == 0
    assert "Error: No font of the page has \U0001f6b2 (U+1F6B2)." in printed.err
    assert (tmp_path / "a.pdf").exists()
    sent = run("export", article, "--format", "docx", "--output", tmp_path / "a.docx")
    assert "No font" not in sent.err
