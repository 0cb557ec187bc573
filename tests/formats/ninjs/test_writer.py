"""What stands in the JSON, by the names of ninjs 3.1."""

import json
import os
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from newsroom.domain.article import Article, Status, Urgency
from newsroom.domain.document import Document, FocalPoint, Photo, text_of
from newsroom.domain.ids import BlockId
from newsroom.formats.ninjs.writer import ninjs_folder, write_ninjs
from tests.formats.docx.samples import context, photo_files, sample_article
from tests.strategies import articles

PHOTOS = tuple(photo_files())
SCHEMA = os.environ.get("NINJS_SCHEMA", "")
KNOWN = set(
    re.findall(
        r"\w+",
        """
    uri type standard representationType profile version firstCreated versionCreated contentCreated
    embargoedUntil pubStatus urgency language edNote slugline title by located copyrightHolder
    headlines descriptions bodies infoSources places subjects associations altIds
    """,
    )
)


def item(article: Article, **paper: object):
    return json.loads(write_ninjs(article, context(**paper)))


def test_the_fields_of_an_article() -> None:
    value = item(sample_article(), site_url="https://www.congdoan.example/")
    assert value["uri"] == "tag:www.congdoan.example,2026-05-11:0123456789ab"
    assert value["standard"]["version"] == "3.1"
    assert value["versionCreated"] == "2026-05-12T10:04:05+07:00"
    assert value["firstCreated"] == "2026-05-11T08:00:00+07:00"
    assert [(h["role"], h["value"]) for h in value["headlines"]] == [
        ("main", "Bốn trăm suất quà đến tay công nhân khu công nghiệp"),
        ("kicker", "Tháng Công nhân 2026"),
    ]
    assert value["descriptions"][0]["value"].startswith("Các công đoàn cơ sở")
    assert value["by"] == "Đặng Lợi, Minh Hà"
    assert value["infoSources"] == [
        {"name": "Đặng Lợi", "role": "author"},
        {"name": "Minh Hà", "role": "author"},
        {"name": "Báo Công Đoàn", "role": "publisher"},
    ]
    assert value["subjects"][0] == {
        "name": "Đời sống công nhân",
        "rel": "section",
        "literal": "Chuyên đề/Đời sống công nhân",
    }
    assert (value["located"], value["language"], value["urgency"]) == ("Hà Nội", "vi", 5)
    assert value["edNote"].startswith("Kiểm tra lại")
    assert set(value) <= KNOWN


def test_the_text_in_three_forms() -> None:
    html, words, own = item(sample_article())["bodies"]
    assert [form["contentType"] for form in (html, words, own)] == [
        "text/html",
        "text/plain",
        "application/vnd.newsroom+json",
    ]
    assert '<h2 class="heading" data-block="h0000001">' in html["value"]
    assert "<script" not in html["value"]
    assert "<" not in words["value"]
    assert "Lê Lâm" not in words["value"]
    assert words["charCount"] == len(words["value"])
    assert html["wordCount"] == words["wordCount"] > 40


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status.DRAFT, "withheld"),
        (Status.APPROVED, "usable"),
        (Status.PUBLISHED, "usable"),
        (Status.RETURNED, "withheld"),
        (Status.SPIKED, "canceled"),
    ],
)
def test_only_what_is_approved_may_be_used(status: Status, said: str) -> None:
    assert item(replace(sample_article(), status=status))["pubStatus"] == said


def test_embargo_and_urgency() -> None:
    article = replace(
        sample_article(), embargo=datetime(2026, 6, 1, tzinfo=UTC), urgency=Urgency.FLASH
    )
    value = item(article)
    assert (value["embargoedUntil"], value["urgency"]) == ("2026-06-01T07:00:00+07:00", 1)
    assert "embargoedUntil" not in item(sample_article())


@pytest.mark.parametrize("site", ["", "không phải địa chỉ", "https://[", "http://a..b/"])
def test_without_a_site_the_name_is_a_uuid(site: str) -> None:
    first, again = (item(sample_article(), site_url=site)["uri"] for _ in range(2))
    assert first == again
    assert first.startswith("urn:uuid:")


def test_a_photo_says_all_that_is_known() -> None:
    use = Photo(
        photo=PHOTOS[0],
        id=BlockId("f0000001"),
        caption=text_of("Giờ tan ca."),
        credit="Lê Lâm",
        alt="Cổng nhà máy",
        focal=FocalPoint(x=0.25, y=0.5),
        taken=date(2026, 5, 11),
    )
    article = replace(sample_article(), body=Document(blocks=(use,)))
    value, photo = ninjs_folder(article, context())
    (found,) = json.loads(value.data)["associations"]
    (rendition,) = found["renditions"]
    assert found["name"] == "photo-1"
    assert found["by"] == "Lê Lâm"
    assert [d["value"] for d in found["descriptions"]] == ["Giờ tan ca.", "Cổng nhà máy"]
    assert found["contentCreated"] == "2026-05-11T00:00:00+07:00"
    assert rendition["sizeInBytes"] == len(photo.data)
    assert rendition["href"] == photo.path
    assert (rendition["width"], rendition["height"]) == (320, 214)
    assert rendition["poi"] == {"x": 80, "y": 107}


@pytest.mark.skipif(not SCHEMA, reason="NINJS_SCHEMA names no schema file")
@given(articles(photos=PHOTOS))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_article_is_valid(article: Article) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(json.loads(Path(SCHEMA).read_text("utf-8")))
    value = json.loads(ninjs_folder(article, context(site_url="https://bao.example"))[0].data)
    assert [error.message for error in validator.iter_errors(value)] == []
