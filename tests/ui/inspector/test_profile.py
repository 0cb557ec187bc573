"""The profile in the inspector: chosen, its lengths told, what it requires marked."""

from dataclasses import replace

import pytest

from newsroom.domain.article import Article
from newsroom.domain.document import Document, Paragraph, text_of
from newsroom.domain.profile import Profile, Rule
from newsroom.domain.review import Place, Severity
from newsroom.services.articles import Details
from newsroom.ui.inspector.inspector import Inspector
from tests.fakes.desk import NOON, small_tree

FEATURE = Profile(
    name="Phóng sự",
    section=("Văn hóa",),
    rules=(
        Rule(field=Place.KICKER, required=Severity.WARNING),
        Rule(field=Place.HEADLINE, required=Severity.ERROR, most=3),
        Rule(field=Place.BODY, least=10, most=2000),
        Rule(field=Place.TAGS, required=Severity.WARNING, least=2),
        Rule(field=Place.DATELINE, required=Severity.WARNING),
    ),
)
ARTICLE = Article(
    id="a1",
    headline="Đường về xưởng lúc nửa đêm",
    body=Document(blocks=(Paragraph(text=text_of("Một câu.")),)),
    profile="Phóng sự",
    created=NOON,
    updated=NOON,
)


@pytest.fixture
def inspector(qtbot, theme, tasks):
    made = Inspector(theme, tasks)
    qtbot.addWidget(made)
    made.set_sections(small_tree())
    made.set_profiles([FEATURE, Profile(name="Tin")])
    made.resize(296, 900)
    made.show()
    return made


def _review(qtbot, inspector, article):
    with qtbot.waitSignal(inspector.reviewed):
        inspector.show_article(article)
    return inspector.article_page


def test_what_the_profile_asks_for_is_marked_where_it_stands(qtbot, inspector):
    page = _review(qtbot, inspector, ARTICLE)
    assert page.profile.value() == "Phóng sự"
    marks = {place: field.mark() for place, field in page.marked.items()}
    assert marks == {
        Place.SECTION: "",
        Place.TAGS: "required",
        Place.BYLINE: "",
        Place.DATELINE: "required",
    }
    assert page.lengths.words() == {
        Place.KICKER: "required",
        Place.HEADLINE: "6/3 words",
        Place.BODY: "2/10–2,000 words",
        Place.TAGS: "0/≥ 2",
    }


def test_marks_go_when_the_fields_are_filled(qtbot, inspector):
    _review(qtbot, inspector, ARTICLE)
    filled = replace(ARTICLE, kicker="GHI CHÉP", headline="Đường về", tags=("ca đêm", "xưởng"))
    page = _review(qtbot, inspector, filled)
    assert page.marked[Place.TAGS].mark() == ""
    assert page.lengths.words()[Place.HEADLINE] == "2/3 words"
    assert Place.KICKER not in page.lengths.words()


def test_an_article_without_a_profile_is_held_to_what_is_asked_of_all(qtbot, inspector):
    page = _review(qtbot, inspector, replace(ARTICLE, profile=""))
    assert page.profile.value() == "None"
    assert page.marked[Place.SECTION].mark() == "required"
    assert page.lengths.words()[Place.HEADLINE] == "6/15 words"


def test_choosing_a_profile_brings_its_section_where_there_is_none(qtbot, inspector):
    page = _review(qtbot, inspector, replace(ARTICLE, profile=""))
    menu = page.profile.menu_of_choices()
    assert [action.text() for action in menu.actions()] == ["None", "Phóng sự", "Tin"]
    with qtbot.waitSignal(inspector.details_edited) as told:
        menu.actions()[1].trigger()
    assert told.args[0] == Details(profile="Phóng sự", section=("Văn hóa",))
    page.show_article(replace(ARTICLE, profile="", section=("Thời sự",)))
    with qtbot.waitSignal(inspector.details_edited) as told:
        page.profile.chosen.emit("Phóng sự")
    assert told.args[0] == Details(profile="Phóng sự")


def test_a_finding_leads_to_its_field(qtbot, inspector):
    page = _review(qtbot, inspector, ARTICLE)
    inspector.activateWindow()
    page.go_to(Place.DATELINE)
    assert inspector.focusWidget() is page.dateline
    page.go_to(Place.PROFILE)
    assert inspector.focusWidget() is page.profile
