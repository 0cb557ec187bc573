"""Documents survive the trip through JSON, and bad JSON is explained."""

import json
from datetime import date

import pytest
from hypothesis import given, settings

from newsroom.domain.document import (
    Box,
    Document,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Photo,
    Run,
    text_of,
)
from newsroom.domain.ids import BlockId, PhotoId
from newsroom.domain.json_document import (
    block_from_json,
    block_to_json,
    document_from_json,
    document_to_json,
)
from newsroom.errors import UserError
from tests.strategies import documents


@settings(max_examples=25, deadline=None)
@given(documents())
def test_round_trip(document: Document):
    text = json.dumps(document_to_json(document), ensure_ascii=False)
    assert document_from_json(json.loads(text)) == document


def test_plain_paragraph_says_its_text_once():
    block = Paragraph(id=BlockId("b1"), text=text_of("Công đoàn"))
    assert block_to_json(block) == {"type": "paragraph", "id": "b1", "text": "Công đoàn"}


def test_marked_paragraph_has_runs():
    bold = Run(text="đoàn", marks=frozenset({Mark.BOLD, Mark.ITALIC}), link="https://a.vn")
    value = block_to_json(Paragraph(id=BlockId("b1"), text=(Run(text="Công "), bold)))
    assert value["text"] == "Công đoàn"
    assert value["runs"] == [
        ["Công ", [], None],
        ["đoàn", ["bold", "italic"], "https://a.vn"],
    ]


def test_every_block_says_its_plain_text():
    items = (ListItem(text=text_of("một")), ListItem(text=text_of("hai"), level=1))
    assert block_to_json(ListBlock(items=items))["text"] == "một\nhai"
    photo = Photo(photo=PhotoId("ab"), caption=text_of("Lễ"), credit="Lê Lâm")
    box = Box(title=text_of("Hộp"), blocks=(Paragraph(text=text_of("trong")), photo))
    assert block_to_json(box)["text"] == "Hộp\ntrong\nLễ\nLê Lâm"


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"type": "paragraph"},
        {"type": "video", "id": "b1", "text": ""},
        {"type": "paragraph", "id": "b1", "text": "a", "runs": [["a", ["loud"], None]]},
        {"type": "paragraph", "id": "b1", "text": "a", "runs": [["a"]]},
        {"type": "list", "id": "b1", "ordered": False, "items": [{"text": "a", "level": "x"}]},
        {"type": "box", "id": "b1", "title": "", "blocks": [{"type": "box", "id": "b2"}]},
        {"type": "table", "id": "b1", "header": True, "rows": 3},
        {
            "type": "photo",
            "id": "b1",
            "photo": "ab",
            "caption": "",
            "credit": "",
            "alt": "",
            "crop": [1],
        },
    ],
)
def test_bad_block_is_explained(value):
    with pytest.raises(UserError, match="cannot be read"):
        block_from_json(value)


def test_a_photo_keeps_the_day_it_was_made():
    photo = Photo(photo=PhotoId("a" * 64), id=BlockId("p1"), taken=date(2020, 7, 20))
    value = block_to_json(photo)
    assert value["taken"] == "2020-07-20"
    assert block_from_json(value) == photo
    with pytest.raises(UserError):
        block_from_json(value | {"taken": "hôm qua"})
