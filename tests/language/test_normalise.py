import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.language.normalise import clean_text, single_spaced


def test_line_ends_and_invisible_characters() -> None:
    assert clean_text("a\r\nb\rc\u2028d\x0be\u0085f") == "a\nb\nc\nd\ne\nf"
    assert clean_text("\ufeffngư\u200bời\u00ad lao\x00 động") == "người lao động"
    assert clean_text("Vie\u0323\u0302t") == "Việt"


def test_spaces_are_single_and_breaks_stay() -> None:
    assert single_spaced("\u00a0 a \t\u2003b\u00a0") == "a b"
    assert single_spaced(" a \n \u00a0b ") == "a\nb"
    assert single_spaced("\u00a0\n ") == ""


@given(st.text())
def test_cleaning_is_done_once(text: str) -> None:
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert single_spaced(single_spaced(cleaned)) == single_spaced(cleaned)


@pytest.mark.parametrize("emoji", ["👨‍👩‍👧‍👦", "❤️", "👍🏽", "🏳️‍🌈", "1️⃣", "🇻🇳", "👩‍⚕️"])
def test_emoji_of_several_characters_stay_whole(emoji: str) -> None:
    assert clean_text(f"Gia đình {emoji} vui") == f"Gia đình {emoji} vui"


def test_joiners_that_join_no_emoji_and_what_is_no_character_go() -> None:
    assert clean_text("x\ufe0f\u200d👍\x00\u200d👍") == "x👍\u200d👍"
    assert clean_text("a\u200db\ufe0fc\u200d👍\u200d d\ufffe\ufdd0\U0010ffffe") == "abc👍 de"
