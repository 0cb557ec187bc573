from dataclasses import replace

import pytest

from newsroom.domain.article import ArticleText
from newsroom.domain.profile import Profile, Rule, profile_from_json, profile_to_json
from newsroom.domain.review import Place, Severity
from newsroom.errors import NotFoundError, UserError
from newsroom.services.articles import Details, create_article, read_article, set_details
from newsroom.services.profiles import (
    checked_profiles,
    find_profile,
    first_section,
    read_profiles,
    save_profiles,
    shipped_profiles,
)
from newsroom.services.sections import read_sections, rename_section
from tests.fakes.desk import SAFETY, SPECIAL, make_desk

RULES = (
    Rule(field=Place.HEADLINE, required=Severity.ERROR, most=12),
    Rule(field=Place.PHOTOS, least=1, most=4, limit=Severity.ERROR),
)
EDITORIAL = Profile(name="Xã luận", rules=RULES, section=("Thời sự",), language="vi")


def test_a_library_begins_with_the_shipped_profiles():
    names = [profile.name for profile in read_profiles(desk=make_desk())]
    assert names == ["Tin", "Tin vắn", "Phóng sự", "Phỏng vấn", "Bình luận", "Hỏi đáp"]


def test_shipped_profiles_are_profiles_that_a_library_may_keep():
    assert checked_profiles(shipped_profiles()) == shipped_profiles()


def test_json_keeps_all_of_a_profile():
    assert profile_from_json(profile_to_json(EDITORIAL)) == EDITORIAL


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"name": "x", "rules": {"headline": {"required": "fatal"}}},
        {"name": "x", "rules": {"headline": {"most": "many"}}},
        {"name": "x", "rules": []},
        {"name": "x", "rules": {"body": 3}},
    ],
)
def test_a_malformed_profile_is_one_sentence(broken):
    if broken.get("rules") == []:
        assert profile_from_json(broken).rules == ()
        return
    with pytest.raises(UserError):
        profile_from_json(broken)


def test_profiles_are_kept_trimmed_without_empty_rules():
    desk = make_desk()
    loose = replace(EDITORIAL, name="  Xã   luận ", rules=(*RULES, Rule(field=Place.TAGS)))
    outcome = save_profiles(desk=desk, profiles=[loose])
    assert outcome.changes.settings
    assert read_profiles(desk=desk) == outcome.value == (EDITORIAL,)


def test_a_library_may_do_without_profiles():
    desk = make_desk()
    save_profiles(desk=desk, profiles=[])
    assert read_profiles(desk=desk) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        [Profile(name="  ")],
        [Profile(name="x" * 61)],
        [Profile(name="Tin"), Profile(name="TIN")],
        [Profile(name="Tin", rules=(Rule(field=Place.BODY, least=9, most=8),))],
        [Profile(name="Tin", rules=(Rule(field=Place.BODY, most=100_001),))],
        [Profile(name="Tin", rules=(Rule(field=Place.BODY, least=-1),))],
        [Profile(name="Tin", rules=(Rule(field=Place.BYLINE, most=2),))],
    ],
)
def test_what_cannot_be_is_refused_and_nothing_kept(wrong):
    desk = make_desk()
    with pytest.raises(UserError):
        save_profiles(desk=desk, profiles=wrong)
    assert read_profiles(desk=desk) == shipped_profiles()


def test_articles_go_with_a_renamed_profile_and_two_can_change_names():
    desk = make_desk()
    first, second, third = (
        create_article(desk=desk, profile=name).value for name in ("Tin", "Tin vắn", "Hỏi đáp")
    )
    outcome = save_profiles(
        desk=desk,
        profiles=shipped_profiles(),
        renamed={"Tin": "Tin vắn", "Tin vắn": "Tin", "Hỏi đáp": "Hỏi đáp"},
    )
    assert outcome.changes.articles == {first.id, second.id}
    now = [read_article(desk=desk, article_id=each.id) for each in (first, second, third)]
    assert [each.profile for each in now] == ["Tin vắn", "Tin", "Hỏi đáp"]
    assert [each.revision for each in now] == [1, 1, 1]


def test_an_article_keeps_the_name_of_a_profile_that_is_gone():
    desk = make_desk()
    made = create_article(desk=desk, profile="Tin").value
    save_profiles(desk=desk, profiles=[EDITORIAL])
    assert read_article(desk=desk, article_id=made.id).profile == "Tin"


def test_a_profile_is_set_like_any_detail():
    desk = make_desk()
    made = create_article(desk=desk, text=ArticleText(headline="Tít")).value
    set_details(desk=desk, ids=[made.id], details=Details(profile="Phóng sự"))
    assert read_article(desk=desk, article_id=made.id).profile == "Phóng sự"


def test_a_profile_is_found_whatever_its_case_and_a_wrong_name_is_told():
    assert find_profile(desk=make_desk(), name=" TIN VẮN ").name == "Tin vắn"
    with pytest.raises(NotFoundError, match="Phóng sự"):
        find_profile(desk=make_desk(), name="Xã luận")


def test_the_section_of_a_profile_fills_an_empty_one_that_exists():
    sections = read_sections(desk=make_desk())
    assert first_section(EDITORIAL, sections, ()) == ("Thời sự",)
    assert first_section(EDITORIAL, sections, ("Văn hóa",)) == ("Văn hóa",)
    assert first_section(replace(EDITORIAL, section=("Cũ",)), sections, ()) == ()


def test_a_profile_follows_its_section():
    desk = make_desk()
    save_profiles(desk=desk, profiles=[replace(EDITORIAL, section=(SPECIAL, SAFETY))])
    rename_section(desk=desk, path=(SPECIAL,), name="Hồ sơ")
    assert read_profiles(desk=desk)[0].section == ("Hồ sơ", SAFETY)
