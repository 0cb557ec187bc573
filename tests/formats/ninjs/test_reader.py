"""ninjs of strangers: three generations of the standard, and files that are none of it."""

import contextlib
import json
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.domain.article import Urgency
from newsroom.domain.document import Heading, Paragraph, Photo, document_plain, photos, plain
from newsroom.errors import UserError
from newsroom.formats.ninjs.reader import read_ninjs
from tests.formats.ninjs.samples import (
    CAPTION,
    HTML,
    PHOTO,
    STORY,
    THUMBNAIL,
    as_text,
    first_generation,
    second_generation,
    third_generation,
)

FILES = {"to.jpg": PHOTO, "nho.jpg": THUMBNAIL, "anh/to.jpg": PHOTO}


def test_the_first_generation() -> None:
    article = read_ninjs(as_text(first_generation()), load_photo=FILES.get)
    assert article.headline == "Công nhân cảng học sơ cứu"
    assert article.lede == "Lớp sơ cứu đầu tiên cho người vận hành cần cẩu."
    assert article.byline == ("Lan Anh", "Quốc Việt")
    assert (article.dateline, article.language) == ("Hải Phòng", "vi")
    assert article.tags == ("an toàn lao động", "cảng biển")
    assert article.urgency is Urgency.FLASH
    assert article.embargo is not None
    assert article.embargo.isoformat() == "2026-05-12T00:00:00+07:00"
    assert article.note == "Có thể cắt hai đoạn cuối.\nKhông dùng sau ngày 31/5."
    kinds = [type(block) for block in article.body.blocks]
    assert kinds == [Photo, Paragraph, Heading, Paragraph]
    (use,) = photos(article.body)
    assert (plain(use.caption), use.credit) == (CAPTION, "Thu Trang")
    assert [photo.data for photo in article.photos.values()] == [PHOTO]
    assert article.remarks == ()


def test_the_second_generation() -> None:
    article = read_ninjs(as_text(second_generation()), load_photo=FILES.get)
    assert article.headline == "Công nhân cảng học sơ cứu"
    assert article.lede == ""
    assert article.byline == ("Theo TTXVN",)
    assert article.dateline == "Hải Phòng"
    words = [plain(b.text) for b in article.body.blocks if isinstance(b, Paragraph)]
    assert words == [*STORY, f"{CAPTION} Thu Trang"]
    assert "alert" not in document_plain(article.body)
    templates = [remark.template for remark in article.remarks]
    assert templates[0] == "The sender has not released this article yet."
    assert article.remarks[1].params == {"address": "https://hangtin.example/to.jpg"}


def test_the_third_generation() -> None:
    article = read_ninjs(as_text(third_generation()), load_photo=FILES.get)
    assert (article.kicker, article.lede) == ("An toàn lao động", "Lớp đầu tiên.")
    assert article.byline == ("Lan Anh",)
    assert article.embargo is not None
    (use,) = photos(article.body)
    assert (plain(use.caption), use.credit, use.alt) == (CAPTION, "Thu Trang", "Lớp học")
    assert use.taken == date(2026, 5, 10)
    assert isinstance(article.body.blocks[-1], Photo)
    assert "do not publish" in article.remarks[0].template


def test_a_picture_is_an_article_with_a_photo() -> None:
    item = {
        "uri": "urn:x:1",
        "type": "picture",
        "headline": "Cảng lúc hoàng hôn",
        "description_text": CAPTION,
        "byline": "Thu Trang",
        "renditions": {"main": {"href": "to.jpg", "mimetype": "image/jpeg"}},
    }
    article = read_ninjs(as_text(item), load_photo=FILES.get)
    (use,) = article.body.blocks
    assert isinstance(use, Photo)
    assert plain(use.caption) == CAPTION


def test_plain_words_alone_are_enough() -> None:
    item = {"headlines": [{"value": "Tít"}], "bodies": [{"value": "\n\n".join(STORY)}]}
    article = read_ninjs(as_text(item))
    assert [plain(b.text) for b in article.body.blocks if isinstance(b, Paragraph)] == list(STORY)


def test_an_unknown_markup_is_read_for_its_words() -> None:
    value = f"<NITF><BODY><P>{STORY[0]}</P></BODY></NITF>"
    item = {"headline": "Tít", "bodies": [{"contentType": "application/xml", "value": value}]}
    assert document_plain(read_ninjs(as_text(item)).body) == STORY[0]


def test_many_missing_photos_are_counted() -> None:
    html = HTML + "".join(f'<img src="https://x.example/{n}.jpg">' for n in range(40))
    article = read_ninjs(as_text({"headline": "Tít", "body_html": html}))
    (remark,) = article.remarks
    assert remark.params == {"count": 40}


def test_dangerous_html_is_only_words() -> None:
    html = (
        "<p onclick=x()>Một <a href='javascript:alert(1)'>hai</a></p><iframe src=//x></iframe>"
        "<svg><script>alert(2)</script></svg><p>ba</p>"
    )
    article = read_ninjs(as_text({"headline": "Tít", "body_html": html}))
    assert document_plain(article.body) == "Một hai\n\nba"
    runs = [run for block in article.body.blocks for run in block.text]  # type: ignore[union-attr]
    assert all(run.link is None for run in runs)


BAD = {
    "empty": "",
    "blank": " \n\t",
    "truncated": as_text(first_generation())[:400],
    "truncated in a string": '{"headline": "Tít',
    "text": "Đây không phải JSON.",
    "number": "42",
    "null": "null",
    "list": "[1, 2, 3]",
    "two items": as_text([first_generation(), second_generation()]),
    "other json": '{"name": "x", "version": 1, "dependencies": {"a": "^1"}}',
    "geojson": '{"type": "FeatureCollection", "features": []}',
    "NaN": '{"headline": "Tít", "urgency": NaN}',
    "infinity": '{"headline": "Tít", "urgency": -Infinity}',
    "deep lists": "[" * 200_000,
    "deep objects": '{"a":' * 100_000 + "1" + "}" * 100_000,
    "deep item": '{"headline": "Tít", "bodies": ' + "[" * 90_000 + "]" * 90_000 + "}",
    "huge number": '{"headline": "Tít", "urgency": ' + "9" * 20_000 + "}",
    "trailing": '{"headline": "Tít"} x',
    "single quotes": "{'headline': 'Tít'}",
    "comments": '{"headline": "Tít" /* chú thích */}',
    "control character": '{"headline": "T\x01t"}',
    "empty object": "{}",
    "empty fields": '{"headline": "", "bodies": [], "headlines": [{}]}',
    "headline is a list": '{"headline": ["Tít"]}',
    "bodies of numbers": '{"bodies": [1, 2, {"value": 3}]}',
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_what_is_no_news_item_is_told_in_one_sentence(text: str) -> None:
    with pytest.raises(UserError) as told:
        read_ninjs(text)
    assert "JSON" in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("key", list(first_generation()) + list(third_generation()))
@pytest.mark.parametrize("value", [None, 7, "", "x", [], {}, [[]], [{}], {"a": {}}, True, 1e308])
def test_any_value_at_any_place_is_borne(key: str, value: object) -> None:
    for item in (first_generation(), third_generation()):
        item[key] = value
        read_ninjs(as_text(item), load_photo=FILES.get)


def test_of_keys_that_stand_twice_the_last_counts() -> None:
    text = '{"headline": "Cũ", "headline": "Mới", "body_text": "x"}'
    assert read_ninjs(text).headline == "Mới"


def test_a_mark_at_the_beginning_is_passed_over() -> None:
    assert read_ninjs("\ufeff" + as_text(first_generation())).headline


def test_half_characters_are_dropped() -> None:
    text = r'{"headline": "T\ud800ít", "body_html": "<p>M\udfffột \ud83d\ude00</p>"}'
    article = read_ninjs(text)
    assert article.headline == "Tít"
    assert document_plain(article.body) == "Một 😀"


def test_thousands_of_associations_are_borne() -> None:
    item = first_generation()
    photo = {"type": "picture", "renditions": {"a": {"href": "to.jpg"}}}
    item["associations"] = {f"a{n}": photo for n in range(20_000)}
    article = read_ninjs(as_text(item), load_photo=FILES.get)
    assert len(article.photos) == 1


KEYS = sorted({*first_generation(), *third_generation()})
INNER = ("value", "role", "contentType", "name", "href", "rel", "type", "renditions")


def test_lines_of_nothing_but_marks_cost_little() -> None:
    """Each is worth a page to a parser; a headline of that kind is none."""
    nested = [{"contentType": "text/html", "value": "<div>" * 5_000}] * 300
    captions = [{"contentType": "text/html", "value": "<div>" * 190}] * 5
    item = {
        "headlines": nested,
        "descriptions": nested,
        "associations": [{"type": "picture", "descriptions": captions}] * 500,
        "body_text": STORY[0],
    }
    began = time.process_time()
    assert document_plain(read_ninjs(as_text(item)).body) == STORY[0]
    assert time.process_time() - began < 20


def test_a_long_line_of_html_keeps_its_words() -> None:
    value = f"<p>{STORY[0]} &amp; <b>{STORY[1]}</b></p>" * 10
    item = {"headline": "Tít", "descriptions": [{"contentType": "text/html", "value": value}]}
    assert read_ninjs(as_text(item)).lede.startswith(f"{STORY[0]} & {STORY[1]}")


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(INNER), inner, max_size=5)
    ),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(KEYS), _JSON))
@settings(max_examples=120, deadline=None)
def test_any_object_is_read_or_refused(item: dict[str, object]) -> None:
    with contextlib.suppress(UserError):
        read_ninjs(json.dumps(item), load_photo=FILES.get)
