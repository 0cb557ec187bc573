"""The Vietnamese encodings of before Unicode, as pure mappings of text.

The input is what a program shows that takes the bytes for Windows-1252 (`TiÕng ViÖt`), which is
also what a Word file in such a font holds.
"""

import re
import unicodedata

_TCVN3 = (
    "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗ"
    "ốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
"""0xA1-0xFF, as TCVN5712-1 of the GNU C library."""

_TCVN3_TABLE = {0xA1 + index: letter for index, letter in enumerate(_TCVN3)} | {0x3BC: "à"}
"""PDF readers turn the micro sign of `à` into the Greek letter."""

_STANDARD_CAPITALS = {
    0x80 + index: letter for index, letter in enumerate("ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ")
} | dict(
    zip(
        (0x01, 0x02, 0x04, 0x05, 0x06, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17),
        "ÚỤỪỬỮỨỰỲỶỸÝỴ",
        strict=True,
    )
)


def from_tcvn3(text: str, *, capitals: bool = False) -> str:
    """TCVN3 (ABC) text as Unicode; `capitals` for the fonts whose name ends in H (`.VnTimeH`)."""
    decoded = unicodedata.normalize("NFC", text.translate(_TCVN3_TABLE))
    return decoded.upper() if capitals else decoded


def from_tcvn5712(text: str) -> str:
    """Text in the full standard TCVN 5712-1, whose toned capitals stand among the control codes.

    The fonts of offices have none there; files that a converter wrote do. `text` is Latin-1.
    """
    return unicodedata.normalize("NFC", text.translate(_TCVN3_TABLE | _STANDARD_CAPITALS))


_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_VNI_MARKS = {
    "ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _CIRCUMFLEX, "á": _CIRCUMFLEX + _ACUTE, "à": _CIRCUMFLEX + _GRAVE,
    "å": _CIRCUMFLEX + _HOOK, "ã": _CIRCUMFLEX + _TILDE, "ä": _CIRCUMFLEX + _DOT,
    "ê": _BREVE, "é": _BREVE + _ACUTE, "è": _BREVE + _GRAVE,
    "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE, "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_BEARERS = {
    "aâáàåãä": "AaEeOo",
    "êéèúüë": "Aa",
    "ùøûõï": "AaEeOoUuYyÔôÖö",
}
_VNI_LETTERS = {
    "ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
}  # fmt: skip


def _vni_table() -> dict[str, str]:
    table = dict(_VNI_LETTERS) | {a.upper(): b.upper() for a, b in _VNI_LETTERS.items()}
    for marks, bearers in _VNI_BEARERS.items():
        for mark in (m for m in marks if m in _VNI_MARKS):
            for bearer in bearers:
                letter = table.get(bearer, bearer)
                composed = unicodedata.normalize("NFC", letter + _VNI_MARKS[mark])
                table[bearer + mark] = table[bearer + mark.upper()] = composed
    return table


_VNI = _vni_table()
_VNI_PATTERN = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))


def from_vni(text: str) -> str:
    """VNI-Windows text as Unicode: a letter and a character for its marks."""
    return _VNI_PATTERN.sub(lambda match: _VNI[match.group()], text)


_VIQR_VOWEL = re.compile(
    r"\\(?P<plain>[\\(^+*'`?~.dD])"
    r"|(?P<bar>dd|DD|Dd)"
    r"|(?P<letter>[AaEeIiOoUuYy])(?P<shape>[(^+*]?)(?P<tone>['`?~.]?)"
)
_VIQR_SHAPES = {"(": _BREVE, "^": _CIRCUMFLEX, "+": "\u031b", "*": "\u031b"}
_VIQR_TONES = {"'": _ACUTE, "`": _GRAVE, "?": _HOOK, "~": _TILDE, ".": _DOT}
_SENTENCE_END = re.compile(r"\s*(?:$|[\"”')\]]|\n|\s[A-ZĐÀ-Ỹ])")
_WORD = re.compile(r"[A-Za-z(^+*'`?~.\\]+")


def from_viqr(text: str) -> str:
    r"""VIQR text as Unicode (RFC 1456): `Tie^'ng Vie^.t`; `\.` is a full stop after a vowel.

    People leave the backslash out at the end of a sentence, so a `.` or `?` there is punctuation,
    and so is a mark after a syllable that has its tone.
    """
    return _WORD.sub(
        lambda match: _viqr_word(match.group(), text[match.end() : match.end() + 3]), text
    )


def _viqr_word(word: str, after: str) -> str:
    ends_sentence = _SENTENCE_END.match(after) is not None
    toned = False

    def letter(match: re.Match[str]) -> str:
        nonlocal toned
        if match["plain"]:
            return match["plain"]
        if match["bar"]:
            return "đ" if match["bar"] == "dd" else "Đ"
        tone = match["tone"]
        last = match.end() == len(word)
        if tone and (toned or (last and tone in ".?" and ends_sentence)):
            return _composed(match["letter"], match["shape"], "") + tone
        toned = toned or bool(tone)
        return _composed(match["letter"], match["shape"], tone)

    return _VIQR_VOWEL.sub(letter, word)


def _composed(letter: str, shape: str, tone: str) -> str:
    marks = _VIQR_SHAPES.get(shape, "") + _VIQR_TONES.get(tone, "")
    composed = unicodedata.normalize("NFC", letter + marks)
    return composed if len(composed) == 1 else letter + shape + tone
