import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.errors import UserError
from newsroom.language import legacy
from newsroom.language.encodings import decode, repaired, syllable_share

TEXT = (
    "Ủy ban nhân dân thành phố họp sáng nay: người lao động được hưởng lương tối thiểu mới.\n"
    "Đồng chí Nguyễn Văn Ước nói “quỹ hỗ trợ đã giải ngân 3,5 tỷ đồng” – ở Thủ Đức, Ý Yên.\n"
    "Khuya, xưởng vẫn sáng đèn; chị Huệ ngoảnh lại, gọi: Ăn cơm đã!"
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _as_1258(text: str) -> bytes:
    out = bytearray()
    for ch in text:
        try:
            out += ch.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", ch)
            base = unicodedata.normalize("NFC", "".join(p for p in parts if p not in _TONES))
            out += (base + "".join(p for p in parts if p in _TONES)).encode("cp1258")
    return bytes(out)


def _as_tcvn3(text: str) -> bytes:
    back = {letter: code for code, letter in legacy._TCVN3_TABLE.items() if code < 0x100}
    lower_tones = {"Ủ": "ñ", "Ứ": "ø", "Ý": "ý"}
    return b"".join(
        bytes([back[ch]])
        if ch in back
        else lower_tones.get(ch, ch).encode("cp1252", errors="replace")
        for ch in text
    )


def _as_vni(text: str) -> bytes:
    back = {unicode: vni for vni, unicode in legacy._VNI.items()}
    return "".join(back.get(ch, ch) for ch in text).encode("cp1252")


def _as_viqr(text: str) -> bytes:
    shapes = {"\u0302": "^", "\u0306": "(", "\u031b": "+"}
    tones = {mark: sign for sign, mark in legacy._VIQR_TONES.items()}
    plain = text.translate({0x201C: '"', 0x201D: '"', 0x2013: "-", ord("đ"): "dd", ord("Đ"): "DD"})
    out = []
    for ch in plain:
        base, *marks = unicodedata.normalize("NFD", ch)
        shape = "".join(shapes[m] for m in marks if m in shapes)
        out.append(base + shape + "".join(tones[m] for m in marks if m in tones))
    return "".join(out).encode("ascii")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-32"), "utf-32"),
        (unicodedata.normalize("NFD", TEXT).encode(), "utf-8"),
        (_as_1258(TEXT), "windows-1258"),
        (_as_vni(TEXT), "vni"),
        (TEXT.encode().decode("latin-1").encode(), "utf-8-twice"),
    ],
)
def test_every_encoding_is_told_and_read(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert decoded.text == TEXT
    assert decoded.encoding == encoding


def test_tcvn3_is_told_and_read_with_its_u_horn_that_looks_like_a_soft_hyphen() -> None:
    words = TEXT.replace("Ủ", "ủ").replace("Ư", "ư").replace("Ước", "ước").replace("Ý", "ý")
    data = _as_tcvn3(words)
    assert b"\xad" in data
    decoded = decode(data)
    assert decoded.encoding == "tcvn3"
    assert decoded.text == words


def test_the_standard_s_own_capitals_are_read() -> None:
    back = {ch: code for code, ch in (legacy._TCVN3_TABLE | legacy._STANDARD_CAPITALS).items()}
    words = "Ủy ban nhân dân tỉnh Ý Yên họp. Ở Ứng Hòa người dân gặt lúa."
    data = bytes(back.get(ch, ord(ch)) for ch in words)
    assert decode(data).text == words


def test_viqr_is_read_and_sentence_ends_stay_punctuation() -> None:
    decoded = decode(_as_viqr(TEXT))
    assert decoded.encoding == "viqr"
    assert decoded.text.startswith("Ủy ban nhân dân thành phố họp sáng nay: người lao động")
    assert legacy.from_viqr("Co' kho^ng? Ba. Nha` ta.") == "Có không? Ba. Nhà ta."
    assert legacy.from_viqr("cu?a no'") == "của nó"
    assert legacy.from_viqr(r"la\. Nhu+ng") == "la. Nhưng"


def test_capital_fonts_are_upper_case() -> None:
    assert legacy.from_tcvn3("TiÕng ViÖt", capitals=True) == "TIẾNG VIỆT"
    assert legacy.from_tcvn3("Nh\u03bc n\xadíc") == "Nhà nước"


@pytest.mark.parametrize(
    "text",
    [
        "Don't you think it's fine? (a) Yes. I do, don't I? Co-op's x.",
        "for i in range(10): print(a[i]^2, `x`, 'y')",
        "Hom nay toi di hoc. Co giao day bai moi.",
        "Der Bürgermeister sagte über die Straße: schöne Grüße aus München.",
        "Été déjà, où êtes-vous allés, chère Hélène ? Voilà le problème français.",
        "Nguyễn Văn A nói: Õ, ø, å là chữ lạ.",
        "Привет, мир. Это текст.",
        "日本語のテキスト",
        "",
    ],
)
def test_text_that_is_right_stays_as_it_is(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded.text == text
    assert decoded.encoding == "utf-8"
    assert not decoded.legacy


def test_western_text_is_not_taken_for_vietnamese() -> None:
    text = "Der Bürgermeister fährt über die Straße nach Köln; déjà vu à côté de l’hôtel €5."
    decoded = decode(text.encode("cp1252"))
    assert decoded.text == text
    assert decoded.encoding == "windows-1252"


def test_a_hint_counts_when_the_bytes_do_not_speak() -> None:
    assert decode("Привет, мир".encode("cp1251"), hint="windows-1251").text == "Привет, мир"
    assert decode(TEXT.encode(), hint="windows-1251").text == TEXT
    assert decode(_as_1258(TEXT), hint="utf-8").text == TEXT
    assert decode(_as_1258(TEXT), hint="no-such-codec").encoding == "windows-1258"


@pytest.mark.parametrize("codec", ["unicode_escape", "raw_unicode_escape", "punycode", "idna"])
def test_codecs_that_no_page_is_written_in_are_no_hints(codec: str) -> None:
    assert decode(_as_1258(TEXT), hint=codec).text == TEXT


def test_a_page_of_an_old_font_that_calls_itself_vietnamese() -> None:
    assert decode(_as_vni(TEXT), hint="windows-1258").encoding == "vni"
    named = decode(_as_1258(TEXT), hint="windows-1258")
    assert (named.text, named.encoding) == (TEXT, "windows-1258")


@pytest.mark.parametrize(
    "damaged",
    [
        TEXT.encode() + bytes(5000),
        TEXT.replace("sáng nay", "sáng\0 nay").encode() + b" " * 1000,
        _as_1258(TEXT) + bytes(5000),
    ],
    ids=["a tail", "one", "a tail in 1258"],
)
def test_zeros_that_a_power_cut_left_in_a_text_are_passed_over(damaged: bytes) -> None:
    assert decode(damaged).text.rstrip() == TEXT


@pytest.mark.parametrize(
    "wide", ["TiÕng ViÖt, ng\xadêi lao ®éng", "Tieáng Vieät, ngöôøi lao ñoäng"]
)
def test_legacy_letters_inside_unicode_are_put_right(wide: str) -> None:
    assert repaired(wide).text == "Tiếng Việt, người lao động"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00\x00\x00\x01\x00\x08\x02",
        b"%PDF-1.7\n" + bytes(range(256)) * 20,
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xdf\xa4\xd2lZ\x01\x00\x00 \x05",
        bytes(1000),
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="not text"):
        decode(data)


def test_share_of_syllables() -> None:
    assert syllable_share("chữ Việt thật") == 1.0
    assert syllable_share("TiÕng ViÖt ng\xadêi") < 0.2
    assert syllable_share("no marks") == 1.0
    assert syllable_share("strange words", marked=False) == 0.0


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_one_sentence(data: bytes) -> None:
    try:
        text = decode(data).text
    except UserError:
        return
    assert unicodedata.is_normalized("NFC", text)


@given(st.text(max_size=200))
def test_utf8_text_without_legacy_signs_is_returned_as_nfc(text: str) -> None:
    clean = text.encode("utf-8", errors="ignore").decode()
    if "\x00" in clean or any(ch < " " for ch in clean):
        return
    decoded = decode(clean.encode())
    if decoded.encoding == "utf-8":
        assert decoded.text == unicodedata.normalize("NFC", clean.removeprefix("\ufeff"))


@pytest.mark.parametrize("cut", [b"\xff", b"\xe1\xba", b"\x80\xfe"])
@pytest.mark.parametrize("hint", [None, "utf-8", "windows-1258"])
def test_a_few_wrong_bytes_spoil_no_whole_text(cut, hint):
    before, after = "Công đoàn cơ sở chăm lo đời sống ", " và an toàn lao động ở mọi xưởng"
    decoded = decode(before.encode() + cut + after.encode(), hint=hint)
    assert decoded.text.startswith(before)
    assert decoded.text.endswith(after)
    assert decoded.legacy
