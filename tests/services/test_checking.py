from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsroom.domain.article import Article
from newsroom.domain.document import Box, Document, Paragraph, Photo, Table, text_of
from newsroom.services.checking import Place, Severity, check_structure

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
    return [finding.rule for finding in check_structure(article)]


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
    findings = check_structure(replace(GOOD, body=body))
    assert {finding.block for finding in findings} == {bare.id}
    assert findings[0].message.params == {"number": 2}
    assert findings[0].place is Place.BLOCK
    assert findings[-1].severity is Severity.HINT
