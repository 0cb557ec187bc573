import pytest

from newsroom.language.syllables import ONSETS, RIMES, Syllable, Tone, is_syllable, parse

_REAL = """
    Đồng tâm hiệp lực thực hiện mục tiêu kép quốc quyết quý quỳnh quả quan quần quở giếng gì giữ
    gìn giết giặc nghiêng nghĩa ngoài Nguyễn khuya khuỷu huơ thuở yêu yếu ỷ kỹ kỳ hòa hoà
    thủy thuỷ Ủy Uỷ khỏe khoẻ của mùa lửa rượu người khoái loẹt xoong ngoằn ngoèo quấy quầy
    quét quyển tuần huấn bướu khuếch hoạch chuyện
    giày giường giành giũa giữa ghế nghe ăn ở ơi ÔNG êm oán uống ướt ỉa
    quạ truyn
"""
_NOT = """
    bac hoat tòan cê ngi nghă quat strike w ghà yen kua cế gê đđ ngh q tr áá hóán thưở qưa jazz zô
    tuâ aa gia\u0301\u0301 ppp nghiêngh 2020 Covid
"""


@pytest.mark.parametrize("word", _REAL.split())
def test_real_syllables_pass(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", [*_NOT.split(), "", "a b", "nghiêngnghiêng"])
def test_other_words_do_not(word: str) -> None:
    assert not is_syllable(word)


def test_the_inventory_has_the_size_of_the_literature() -> None:
    assert len(ONSETS) == len(set(ONSETS)) == 28
    assert len(RIMES) == len(set(RIMES)) == 166


def test_a_syllable_is_taken_apart() -> None:
    assert parse("Nghiễng") == Syllable("ngh", "iêng", Tone.TILDE)
    assert parse("giếng") == Syllable("gi", "êng", Tone.ACUTE)
    assert parse("quý") == Syllable("q", "uy", Tone.ACUTE)
    assert parse("hoà") == parse("hòa") == Syllable("h", "oa", Tone.GRAVE)
