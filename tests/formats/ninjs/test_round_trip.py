"""Article → ninjs → article: the same document and fields, whatever was in them."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from newsroom.domain.article import Article
from newsroom.domain.commented import without_comments
from newsroom.domain.document import Paragraph, Photo, document_plain, photos
from newsroom.formats.ninjs.reader import read_ninjs
from newsroom.formats.ninjs.writer import ninjs_folder, write_ninjs
from tests.formats.docx.samples import context, photo_files, sample_article
from tests.strategies import articles, commented

PHOTOS = tuple(photo_files())
FIELDS = (
    *("kicker", "headline", "lede", "section", "tags", "byline", "dateline", "language"),
    *("updated", "embargo", "urgency"),
)
SITE = "https://congdoan.example/"


def read_back(article: Article):
    files = {file.path: file.data for file in ninjs_folder(article, context(site_url=SITE))}
    return read_ninjs(files["article.json"].decode(), load_photo=files.get)


def test_sample() -> None:
    article = sample_article()
    imported = read_back(article)
    assert imported.body == article.body
    assert set(imported.photos) == set(PHOTOS[:2])
    assert imported.note == article.note


@given(articles(photos=PHOTOS))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_article(article: Article) -> None:
    imported = read_back(article)
    assert imported.body == article.body
    assert {name: getattr(imported, name) for name in FIELDS} == {
        name: getattr(article, name) for name in FIELDS
    }


@given(commented(articles(photos=())))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_comments_stay_at_the_desk(article: Article) -> None:
    text = write_ninjs(article, context())
    assert read_ninjs(text).body == without_comments(article).body
    assert all(comment.text not in text for comment in article.comments if len(comment.text) > 12)


def test_photos_without_their_files_leave_their_words() -> None:
    article = sample_article()
    imported = read_ninjs(write_ninjs(article, context()))
    assert not list(photos(imported.body))
    assert "Công nhân nhận quà tại xưởng may số 3. Lê Lâm" in document_plain(imported.body)


def changed(text: str, change) -> str:
    value = json.loads(text)
    change(value)
    return json.dumps(value)


def test_html_that_somebody_changed_counts() -> None:
    def rewrite(value) -> None:
        html = value["bodies"][0]
        html["value"] = html["value"].replace("gần bốn trăm", "hơn năm trăm")

    imported = read_ninjs(changed(write_ninjs(sample_article(), context()), rewrite))
    words = document_plain(imported.body)
    assert "hơn năm trăm" in words
    assert "gần bốn trăm" not in words


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"id":"p0000001"', '"id":"<script>"'),
        ('"id":"p0000001"', '"id":"h0000001"'),
        ('"id":"p0000001"', '"id":7'),
        ('"level":1', '"level":9'),
        ('"level":1', '"level":-1'),
        ('"crop":[0.0,0.2,1.0,0.8]', '"crop":[0.0,0.2,1.0,80]'),
        ('"crop":[0.0,0.2,1.0,0.8]', '"crop":[0.0,0.8,1.0,0.2]'),
        ('"crop":[0.0,0.2,1.0,0.8]', '"crop":"abcd"'),
        ('"crop":[0.0,0.2,1.0,0.8]', '"crop":[0.0,NaN,1.0,0.8]'),
        ('"credit":"Lê Lâm"', '"credit":{"a":1}'),
        ('"alt":""', '"alt":"\\u0007"'),
        (f'"photo":"{PHOTOS[0]}"', '"photo":"../../x"'),
        ('"type":"quote"', '"type":"script"'),
        ('"text":"Quà đến tận xưởng"', '"text":5'),
        ('"version":1', '"version":2'),
        ('"blocks":[{', '"blocks":7,"x":[{'),
    ],
)
def test_our_own_form_is_not_trusted(old: str, new: str) -> None:
    """What is out of order there is read from the HTML instead, with new ids."""
    text = write_ninjs(sample_article(), context())

    def forge(value) -> None:
        own = value["bodies"][2]
        assert old in own["value"]
        own["value"] = own["value"].replace(old, new, 1)

    imported = read_ninjs(changed(text, forge))
    assert isinstance(imported.body.blocks[0], Paragraph)
    assert imported.body.blocks[0].id != "p0000001"
    assert "Sáng 12/5" in document_plain(imported.body)


def test_forged_links_and_letters_are_cleaned() -> None:
    text = write_ninjs(sample_article(), context())

    def forge(value) -> None:
        own = value["bodies"][2]
        own["value"] = own["value"].replace("https://congdoan.example/qua", "javascript:alert(1)//")
        own["value"] = own["value"].replace("Sáng 12/5, ", "Sa\u0301ng\u202e 12/5, ")

    first = read_ninjs(changed(text, forge)).body.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.id == "p0000001"
    assert all(run.link is None for run in first.text)
    assert first.text[0].text == "Sáng 12/5, "


def test_a_part_of_a_photo_goes_out_as_a_photo_too() -> None:
    article = sample_article()
    files = ninjs_folder(article, context())
    value = json.loads(files[0].data)
    renditions = value["associations"][1]["renditions"]
    assert [(r["name"], r["width"], r["height"]) for r in renditions] == [
        ("main", 120, 180),
        ("cropped", 120, 108),
    ]
    assert f'src="{renditions[1]["href"]}"' in value["bodies"][0]["value"]
    assert {r["href"] for a in value["associations"] for r in a["renditions"]} == {
        file.path for file in files[1:]
    }


def test_one_photo_used_twice_is_one_file() -> None:
    use = Photo(photo=PHOTOS[0], credit="Lê Lâm")
    twice = sample_article()
    twice = replace(twice, body=replace(twice.body, blocks=(use, replace(use, id="f9999999"))))
    assert len(ninjs_folder(twice, context())) == 2
