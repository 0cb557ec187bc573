"""Typographic characters: chosen by context, at the end of what was typed, never within words."""

from unicodedata import is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.writing import Abbreviation, Typography
from newsroom.language.abbreviations import by_short, expansion
from newsroom.language.typography import correction
from newsroom.services.writing import shipped_abbreviations

ALL = Typography(dashes=True)
NONE = Typography(quotes=False, ellipsis=False, dashes=False)
TABLE = by_short(shipped_abbreviations())
WORDS = st.text(alphabet="aăâđêôơưếệợ bcdghnt.,-–'\"“”‘’…!?👍🏽0123456789", max_size=30)


def typed(words: str, rules: Typography = ALL) -> str:
    """`words` as they stand after each character was typed and corrected."""
    text = ""
    for character in words:
        text += character
        found = correction(text, "", rules)
        if found is not None:
            text = text[: len(text) - found.back] + found.words
    return text


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ('Chị nói: "Xong rồi".', "Chị nói: “Xong rồi”."),
        ('("Sáng"), "chiều"', "(“Sáng”), “chiều”"),
        ("\"Bà gọi 'Tí ơi'!\"", "“Bà gọi ‘Tí ơi’!”"),
        ("người H'Mông, don't", "người H'Mông, don't"),
        ("thế rồi...", "thế rồi…"),
        ("thế....", "thế…."),
        ("Hà Nội - Huế", "Hà Nội – Huế"),
        ("- mục đầu", "- mục đầu"),
        ("chính-trị", "chính-trị"),
        ('👍🏽 "a"', "👍🏽 “a”"),
        ('"ế"', "“ế”"),
    ],
)
def test_what_is_typed_is_set_as_a_printer_would(keys: str, shown: str) -> None:
    assert typed(keys) == shown


def test_each_habit_can_be_switched_off() -> None:
    keys = "\"a\" 'b' c... d - e"
    assert typed(keys, NONE) == keys
    assert typed(keys, Typography()) == "“a” ‘b’ c… d - e"


@pytest.mark.parametrize("mark", ['"', "'", "."])
def test_nothing_changes_in_the_middle_of_a_word(mark: str) -> None:
    assert correction(f"ti..{mark}", "ếng", NONE) is None
    assert correction(f"ti{mark}", "ếng", ALL) is None


@given(WORDS)
def test_only_marks_change_and_a_second_pass_changes_nothing(keys: str) -> None:
    once = typed(keys)
    assert typed(once) == once
    assert is_normalized("NFC", once) == is_normalized("NFC", keys)
    letters = [c for c in keys if c.isalnum() or ord(c) > 0x2100]
    assert [c for c in once if c.isalnum() or ord(c) > 0x2100] == letters


@given(WORDS, st.sampled_from("aếđ9"))
def test_a_letter_never_changes_what_stands_before_it(before: str, letter: str) -> None:
    assert correction(before + letter, "", ALL) is None


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        ("ldld ", "Liên đoàn Lao động "),
        ("Cán bộ cdcs, ", None),
        ("Cán bộ cdcs,", "Cán bộ công đoàn cơ sở,"),
        ("Cdcs ", "Công đoàn cơ sở "),
        ("LDLD ", None),
        ("lđlđ ", "Liên đoàn Lao động "),
        ("ubnd.", None),
        ("ubnd. ", "Ủy ban nhân dân. "),
        ("ubnd.gov.vn ", None),
        ("xubnd ", None),
        ("a_ubnd ", None),
        ("tin@ubnd ", None),
        ("“ubnd”", "“Ủy ban nhân dân”"),
        ("ubnd", None),
        ("👍🏽 ubnd ", "👍🏽 Ủy ban nhân dân "),
    ],
)
def test_short_forms_become_words_at_their_end(before: str, shown: str | None) -> None:
    found = expansion(before, "", TABLE)
    now = None if found is None else before[: len(before) - found.back] + found.words
    assert now == shown


def test_enter_ends_a_word_and_letters_behind_the_caret_do_not() -> None:
    found = expansion("ở ubnd", "", TABLE, ended=True)
    assert found is not None
    assert found.words == "Ủy ban nhân dân"
    assert expansion("ubnd ", "x", TABLE) is None
    assert expansion("ubnd", "tp", TABLE, ended=True) is None


@pytest.mark.parametrize("before", ["ubnd ", "ubnd,"])
def test_a_short_form_that_was_taken_back_stays(before: str) -> None:
    """Whoever undid the words goes on with another space or with Enter."""
    assert expansion(f"{before} ", "", TABLE) is None
    assert expansion(before, "", TABLE, ended=True) is None


@given(WORDS, st.sampled_from("aếđ9"))
def test_no_short_form_expands_before_its_end(before: str, letter: str) -> None:
    assert expansion(f"{before}ldld{letter}", "", TABLE) is None


@given(WORDS)
def test_words_are_taken_back_to_the_short_form_exactly(before: str) -> None:
    line = f"{before} ldld "
    found = expansion(line, "", by_short([Abbreviation(short="ldld", words="Lao động")]))
    assert found is not None
    assert line[len(line) - found.back :] == "ldld "
    assert found.words == "Lao động "
