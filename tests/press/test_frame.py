"""Floats in a frame: beside the text, but never alone on a page that they did not need."""

from dataclasses import replace

import pytest

from newsroom.domain.article import Article
from newsroom.domain.document import Document
from newsroom.press.layout.model import Line, Page, Picture
from newsroom.press.layout.pages import lay_out
from newsroom.press.preset import Format
from newsroom.press.presets import load_preset
from tests.press.samples import (
    PARAGRAPHS,
    context,
    landscape,
    paragraph,
    photo,
    plain_article,
    portrait,
    rich_article,
)


@pytest.mark.parametrize("count", [4, 5, 6])
@pytest.mark.parametrize("format", [Format.A3, Format.BERLINER])
def test_a_photo_does_not_go_on_alone_when_the_page_has_room(format, count):
    base = load_preset("tabloid")
    preset = replace(
        base,
        page=replace(base.page, format=format),
        columns=replace(base.columns, count=count),
        photos=replace(base.photos, height=0.45, lead_columns=0),
    )
    pages = lay_out([rich_article()], [context()], preset).pages
    assert len(pages) == 1


def story_of(photos: int, chosen=landscape) -> Article:
    """A paragraph and then photos with one between each three: a story told in pictures."""
    blocks = [paragraph(PARAGRAPHS[0])]
    for at in range(photos):
        blocks.append(photo(chosen(), f"Khoảnh khắc thứ {at + 1}.", at))
        if at % 3 == 2:
            blocks.append(paragraph(PARAGRAPHS[1], at + 1))
    return plain_article(body=Document(blocks=tuple(blocks)))


def test_a_photo_too_deep_for_what_the_lead_leaves_waits_for_the_next_page():
    preset = load_preset("newspaper")
    first, *_others = lay_out([story_of(4, portrait)], [context()], preset).pages
    jump = next(
        item for item in first.items if isinstance(item, Line) and item.text.startswith("Xem tiếp")
    )
    top = jump.y - jump.spans[0].size
    below = [
        item for item in first.items if isinstance(item, Line) and item is not jump and item.y > top
    ]
    assert below == []


def test_photos_that_text_has_no_room_for_stand_below_it_from_the_left():
    first, second = lay_out([story_of(11)], [context()], load_preset("tabloid")).pages
    text = [item for item in first.items if isinstance(item, Line) and item.body]
    below = [item for item in pictures(first) if item.y > max(line.y for line in text)]
    assert below
    assert min(item.x for item in below) == pytest.approx(first.text.x)
    assert min(item.x for item in pictures(second)) == pytest.approx(second.text.x)


def test_photos_below_the_text_leave_room_for_the_line_that_says_where_it_goes_on():
    first, *_others = lay_out([story_of(11)], [context()], load_preset("tabloid")).pages
    limit = first.text.y + first.text.height - first.grid
    assert all(item.y + item.height <= limit for item in pictures(first))


def test_the_place_of_a_report_does_not_stand_alone():
    article = plain_article(0, lede="", dateline="Nghệ An")
    (page,) = lay_out([article], [context()], load_preset("newspaper")).pages
    assert not [item for item in page.items if isinstance(item, Line) and "Nghệ An" in item.text]


def pictures(page: Page) -> list[Picture]:
    return [item for item in page.items if isinstance(item, Picture)]
