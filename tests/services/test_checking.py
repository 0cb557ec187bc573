from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given

from newsroom.domain.article import Article, ArticleText, text_part
from newsroom.domain.document import Box, Document, Paragraph, Photo, Table, text_of
from newsroom.domain.profile import Profile, Rule
from newsroom.i18n import sentence
from newsroom.services.articles import create_article
from newsroom.services.checking import (
    Place,
    Reviewer,
    Severity,
    check_article,
    review_article,
)
from newsroom.services.export_checking import check_articles
from tests.fakes.desk import make_desk
from tests.strategies import articles

NOW = datetime(2026, 11, 22, tzinfo=UTC)
PHOTO = Photo(photo="0" * 64, caption=text_of("Chị Hạnh"), credit="Minh Tú", alt="Một người")
GOOD = Article(
    id="abc",
    headline="Góp đoàn phí bằng điện thoại",
    lede="Nửa phút là xong.",
    section=("Đời sống",),
    byline=("Minh Tú",),
    body=Document(blocks=(Paragraph(text=text_of("Giờ giải lao.")), PHOTO)),
    created=NOW,
    updated=NOW,
)


def _rules(article):
    return [finding.rule for finding in check_article(article)]


def test_a_complete_article_has_no_findings():
    assert _rules(GOOD) == []


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"headline": "  "}, "headline-missing"),
        ({"headline": " ".join(["tiếng"] * 16)}, "headline-long"),
        ({"lede": ""}, "lede-missing"),
        ({"section": ()}, "section-missing"),
        ({"byline": ()}, "byline-missing"),
        ({"body": Document()}, "body-missing"),
        ({"body": Document(blocks=(Table(rows=((), ())),))}, "table-empty"),
        ({"body": Document(blocks=(replace(PHOTO, caption=()),))}, "caption-missing"),
        ({"body": Document(blocks=(replace(PHOTO, credit=" "),))}, "credit-missing"),
        ({"body": Document(blocks=(replace(PHOTO, alt=""),))}, "alt-missing"),
    ],
)
def test_what_is_missing_is_found(change, rule):
    assert _rules(replace(GOOD, **change)) == [rule]


def test_fifteen_tieng_are_not_too_many():
    assert _rules(replace(GOOD, headline=" ".join(["tiếng"] * 15))) == []


def test_a_photo_in_a_box_is_found_by_its_number_and_block():
    bare = Photo(photo="1" * 64)
    body = Document(blocks=(PHOTO, Box(blocks=(bare,))))
    findings = check_article(replace(GOOD, body=body))
    assert {finding.block for finding in findings} == {bare.id}
    assert findings[0].message.params == {"number": 2}
    assert findings[0].place is Place.BLOCK
    assert findings[-1].severity is Severity.HINT


FEATURE = Profile(
    name="Phóng sự",
    rules=(
        Rule(field=Place.KICKER, required=Severity.ERROR),
        Rule(field=Place.LEDE, most=3, limit=Severity.ERROR),
        Rule(field=Place.BODY, required=Severity.ERROR, least=20),
        Rule(field=Place.PHOTOS, least=2, most=5),
        Rule(field=Place.TAGS, required=Severity.WARNING),
        Rule(field=Place.DATELINE, required=Severity.WARNING),
    ),
)


def test_an_article_is_held_to_its_profile_and_to_nothing_else():
    bare = replace(GOOD, section=(), byline=(), headline="", profile=FEATURE.name)
    found = [(each.rule, each.severity) for each in check_article(bare, FEATURE)]
    assert found == [
        ("kicker-missing", "error"),
        ("lede-long", "error"),
        ("body-short", "warning"),
        ("photos-short", "warning"),
        ("tags-missing", "warning"),
        ("dateline-missing", "warning"),
    ]


def test_a_finding_says_how_long_and_how_long_at_most():
    found = check_article(replace(GOOD, profile=FEATURE.name), FEATURE)
    lede = next(each for each in found if each.rule == "lede-long")
    assert lede.message.params == {"words": 4, "limit": 3}
    assert sentence(lede.message) == "The lede has 4 words; 3 are the most."


def test_an_empty_field_is_missing_and_not_short_as_well():
    empty = replace(GOOD, body=Document(), profile=FEATURE.name)
    rules = [each.rule for each in check_article(empty, FEATURE)]
    assert "body-missing" in rules
    assert "body-short" not in rules


def test_a_profile_that_is_gone_leaves_the_everyday_rules_and_a_hint():
    found = check_article(replace(GOOD, profile="Xã luận", lede=""))
    assert [(each.rule, each.severity) for each in found] == [
        ("profile-unknown", "hint"),
        ("lede-missing", "warning"),
    ]


def test_a_review_tells_what_is_missing_and_how_long_what_is_bounded_is():
    review = review_article(replace(GOOD, profile=FEATURE.name), FEATURE)
    assert review.missing == {Place.KICKER, Place.TAGS, Place.DATELINE}
    lengths = [(each.rule.field, each.length, each.fits) for each in review.measures]
    assert lengths == [
        (Place.LEDE, 4, False),
        (Place.BODY, 5, False),
        (Place.PHOTOS, 1, False),
    ]


def test_a_reviewer_counts_a_block_once_and_again_when_it_changed(monkeypatch):
    counted = []

    def count(block):
        counted.append(block)
        return 5

    monkeypatch.setattr("newsroom.services.checking.block_words", count)
    reviewer = Reviewer()
    body = [Paragraph(text=text_of(f"Đoạn {number}")) for number in range(9)]
    for edit in range(3):
        article = replace(GOOD, lede=f"Sa-pô {edit}", body=Document(blocks=tuple(body)))
        assert reviewer.review(article, FEATURE).measures[1].length == 45
    body[4] = replace(body[4], text=text_of("Viết lại"))
    reviewer.review(replace(GOOD, body=Document(blocks=tuple(body))), FEATURE)
    assert len(counted) == 10


def test_a_reviewer_counts_a_long_article_a_little_at_a_time():
    reviewer = Reviewer()
    body = Document(blocks=tuple(Paragraph(text=text_of("Một câu.")) for _ in range(9)))
    article = replace(GOOD, body=body)
    assert reviewer.prepare(article, FEATURE, most=4) is False
    assert reviewer.prepare(article, FEATURE, most=4) is False
    assert reviewer.prepare(article, FEATURE, most=4) is True
    assert reviewer.review(article, FEATURE) == review_article(article, FEATURE)
    assert Reviewer().prepare(article, most=4) is True  # nothing bounds the body


@given(article=articles())
def test_a_reviewer_finds_what_a_single_review_finds(article):
    reviewer = Reviewer()
    for profile in (None, FEATURE, None, FEATURE):
        assert reviewer.review(article, profile) == review_article(article, profile)


def test_articles_are_checked_against_the_librarys_profiles_errors_first():
    desk = make_desk()
    good = create_article(desk=desk, text=text_part(GOOD), section=("Thời sự",)).value
    empty = create_article(desk=desk, text=ArticleText(kicker="K"), profile="Tin").value
    found = check_articles(desk=desk, ids=[good.id, "gone", empty.id])
    assert [each.id for each in found] == [empty.id]
    weights = [finding.severity for finding in found[0].findings]
    assert weights == sorted(weights, key=["error", "warning"].index)
    assert [finding.rule for finding in found[0].findings][:2] == [
        "headline-missing",
        "body-missing",
    ]
    assert "tags-missing" in [finding.rule for finding in found[0].findings]
