"""The order of a Vietnamese dictionary."""

import random
from functools import cmp_to_key

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCollator, QLocale

from newsroom.language.collation import sort_key

LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
)
words = st.text(st.sampled_from(LETTERS + LETTERS.upper() + " -.,0123456789"), max_size=8)


def qt_order():
    collator = QCollator(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    return collator.compare


def sign(number: int) -> int:
    return (number > 0) - (number < 0)


def ours(first: str, second: str) -> int:
    return (sort_key(first) > sort_key(second)) - (sort_key(first) < sort_key(second))


def test_alphabet_is_in_order():
    shuffled = random.Random(1).sample(LETTERS, len(LETTERS))
    assert "".join(sorted(shuffled, key=sort_key)) == LETTERS


def test_sections_are_sorted_as_a_reader_expects():
    names = ["Đời sống", "Dân vận", "Ấn phẩm", "An toàn", "Ăn ca", "Chuyên đề", "Công đoàn"]
    expected = ["An toàn", "Ăn ca", "Ấn phẩm", "Chuyên đề", "Công đoàn", "Dân vận", "Đời sống"]
    assert sorted(names, key=sort_key) == expected


@given(words, words)
def test_order_is_that_of_qt(first, second):
    expected = sign(qt_order()(first, second))
    if expected:
        assert ours(first, second) == expected


def test_dictionary_is_sorted_as_qt_sorts_it():
    rnd = random.Random(2)
    made = [
        "".join(rnd.choices(LETTERS + LETTERS.upper() + " -", k=rnd.randint(1, 6)))
        for _ in range(2000)
    ]
    made = sorted(set(made))
    assert sorted(made, key=sort_key) == sorted(made, key=cmp_to_key(qt_order()))


@given(st.text(), st.text())
def test_different_texts_have_different_keys(first, second):
    encoded = [text.encode("utf-8", "replace") for text in (first, second)]
    assert (sort_key(first) == sort_key(second)) == (encoded[0] == encoded[1])
