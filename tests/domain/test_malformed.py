"""What is kept as JSON and comes back damaged is told in one sentence, in the person's language."""

import pytest

from newsroom.domain.journal import edit_from_json
from newsroom.domain.json_article import comments_from_json, text_from_json
from newsroom.domain.json_document import block_from_json
from newsroom.domain.json_words import json_words
from newsroom.domain.profile import profile_from_json
from newsroom.domain.template import template_from_json
from newsroom.errors import UserError
from newsroom.i18n import sentence, use

READERS = (block_from_json, json_words, text_from_json, profile_from_json, template_from_json)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("value", [{}, None, [], {"type": 7}, {"type": "ảnh"}])
def test_a_damaged_value_is_one_sentence(read, value):
    with pytest.raises(UserError, match="cannot be read") as caught:
        read(value)
    assert "Error" not in sentence(caught.value)


def test_the_detail_is_translated_too():
    with pytest.raises(UserError) as caught:
        comments_from_json([{"id": "c1"}])
    assert str(caught.value) == "A comment cannot be read: “text” is missing."
    use("vi")
    try:
        assert sentence(caught.value) == "Không đọc được một góp ý: thiếu “text”."
    finally:
        use("en")


def test_an_unknown_edit_is_refused():
    with pytest.raises(UserError, match="An edit in the journal cannot be read"):
        edit_from_json({"colour": "red"})
