"""Beginning with a template on the command line, as File ▸ New from template does it."""

import pytest

from newsroom.app import open_desk
from newsroom.services.templates import save_template

SECTION = "Chuyên đề/An toàn lao động"


@pytest.fixture
def template(run, tmp_path):
    body = tmp_path / "body.txt"
    body.write_text("Sáng {ngày}, công đoàn họp.", encoding="utf-8")
    words = ("--kicker", "Tin vắn", "--tag", "họp", "--section", SECTION, "--body-file", body)
    made = run("new", "--headline", "Họp giao ban", "--byline", "Hà An", *words).lines[0]
    with open_desk(tmp_path / "library", create=False) as desk:
        save_template(desk=desk, article_id=made, name="Giao ban")
    return "Giao ban"


def test_templates_are_listed(run, template):
    assert run("templates").lines == [template]
    (listed,) = run("templates", "--json").json["templates"]
    assert listed == {
        "name": template,
        "headline": "Họp giao ban",
        "section": SECTION.split("/"),
        "tags": ["họp"],
        "profile": "",
        "language": "vi",
    }


def test_new_begins_with_the_template(run, template):
    made = run("new", "--template", template).lines[0]
    shown = run("show", made, "--json").json
    assert (shown["headline"], shown["kicker"]) == ("Họp giao ban", "Tin vắn")
    assert (shown["section"], shown["tags"]) == (SECTION.split("/"), ["họp"])
    assert shown["blocks"][0]["text"].startswith("Sáng ")
    assert "{" not in shown["blocks"][0]["text"]


def test_what_is_given_takes_its_place(run, template):
    given = ("--headline", "Họp quý", "--kicker", "", "--tag", "quý", "--byline", "Lê Lâm")
    made = run("new", "--template", template, *given, "--section", "Chuyên đề").lines[0]
    shown = run("show", made, "--json").json
    assert (shown["headline"], shown["kicker"], shown["byline"]) == ("Họp quý", "", "Lê Lâm")
    assert (shown["section"], shown["tags"]) == (["Chuyên đề"], ["quý"])
    assert len(shown["blocks"]) == 1


def test_each_article_has_blocks_of_its_own(run, template):
    ids = [run("new", "--template", template).lines[0] for _ in range(2)]
    first, second = (run("show", one, "--json").json["blocks"][0]["id"] for one in ids)
    assert first != second


def test_without_a_headline_or_a_template_nothing_is_made(run):
    result = run("new", "--lede", "Sa-pô.")
    assert result.code == 2
    assert "--template" in result.err
    assert run("new", "--template", "Không có").code == 1
    assert run("list").out == ""


def test_the_help_tells_of_it(run):
    assert "--template" in run("new", "--help").out
    assert "templates" in run("--help").out
