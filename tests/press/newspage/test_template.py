"""Page templates: the shipped ones are sound, a wrong one is told in a sentence."""

import pytest

from newsroom.errors import UsageError, UserError
from newsroom.press.newspage.template import Weight, load_template, template_names
from newsroom.press.presets import preset_names

PLACE = '[[place]]\nrole = "lead"\nleft = 0\ncolumns = 2\ntop = 0.0\ndepth = 0.5\n'


@pytest.fixture
def load(tmp_path):
    def make(words: str):
        (tmp_path / "của-tôi.toml").write_text(words, encoding="utf-8")
        return load_template("của-tôi", folder=tmp_path)

    return make


@pytest.mark.parametrize("name", template_names())
def test_shipped_templates_are_sound(name):
    template = load_template(name)
    assert template.preset in preset_names()
    assert template.places[0].role is Weight.LEAD
    assert set(template.looks) == {place.role for place in template.places}


@pytest.mark.parametrize("name", template_names())
def test_shipped_templates_fill_the_page(name):
    template = load_template(name)
    covered = sum(place.columns * place.depth for place in template.places)
    assert covered == pytest.approx(template.columns)


def test_a_library_has_its_own(load, tmp_path):
    template = load(f"columns = 4\n{PLACE}")
    assert template.columns == 4
    assert "của-tôi" in template_names(tmp_path)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("columns = 4\n", r"has no \[\[place\]\]"),
        (f"columns = 1\n{PLACE}", "place 1 reaches beyond"),
        (f"columns = 4\n{PLACE}{PLACE}", "places 1 and 2 overlap"),
        (f"columns = 9\n{PLACE}", "must be between"),
        (f"kolumns = 2\n{PLACE}", "unknown key"),
        (PLACE.replace('"lead"', '"huge"'), "not one of: lead, second, brief"),
        ("[[place]\n", "not valid TOML"),
        (f"{PLACE}[look.lead]\nlargest = true\n", "must have the form"),
    ],
)
def test_a_wrong_one_is_told(load, words, said):
    with pytest.raises(UserError, match=said):
        load(words)


def test_an_unknown_one_is_told():
    with pytest.raises(UsageError, match="There is no page template “x”; there are: lead"):
        load_template("x")
