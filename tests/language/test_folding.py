"""Folding loses marks and case, but never a character's place."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.language.folding import exact, fold, key, nfc

nfc_text = st.text().map(nfc)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đường", "duong"),
        ("ĐOÀN PHÍ", "doan phi"),
        ("Ủy ban Thường vụ Quốc hội", "uy ban thuong vu quoc hoi"),
        ("ẤẦẨẪẬ ấầẩẫậ ƯỮ ơợ", "aaaaa aaaaa uu oo"),
        ("façade İ Å", "facade i a"),
        ("ß ﬁ 漢 한 –", "ß ﬁ 漢 한 –"),
    ],
)
def test_marks_and_case_go(text, folded):
    assert fold(text) == folded


@given(nfc_text)
def test_length_is_kept(text):
    assert len(fold(text)) == len(exact(text)) == len(text)


@given(nfc_text)
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
    assert exact(exact(text)) == exact(text)


@given(nfc_text)
def test_exact_and_folded_agree(text):
    assert fold(exact(text)) == fold(text)


@given(st.text())
def test_every_composition_folds_alike(text):
    assert fold(nfc(unicodedata.normalize("NFD", text))) == fold(nfc(text))


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("hoà", "hòa"),
        ("Hoà Bình", "hòa bình"),
        ("thuỷ", "thủy"),
        ("khoẻ", "khỏe"),
        ("quý", "quý"),
        ("hoàn", "hoàn"),
        ("tuyến", "tuyến"),
        ("Ủy", "ủy"),
    ],
)
def test_one_tone_style(typed, stored):
    assert exact(typed) == stored


def test_nfc_joins_and_replaces_what_no_file_can_hold():
    assert nfc("a\u0302\u0301") == "ấ"
    assert nfc("a\ud800b") == "a\ufffdb"


def test_key_is_one_for_all_spellings():
    assert key(" CÔNG  Đoàn ") == key("công đoàn") == key(unicodedata.normalize("NFD", "Công đoàn"))
    assert key("công đoàn") != key("cong doan")


def test_a_long_text_folds_as_its_parts_do() -> None:
    """It is converted in slices, so that no other thread has to wait for all of it."""
    words = "Đường về 👍 hoà bình, QUÝ khách. "
    assert fold(words * 3000) == fold(words) * 3000
    assert exact(words * 3000) == exact(words) * 3000
