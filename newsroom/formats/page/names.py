"""Bylines: who wrote the article, told from other short lines, in natural case."""

import re

from newsroom.language.places import is_place
from newsroom.language.syllables import is_syllable

_PARTS = re.compile(r"\s+[-–—]\s+|\s*[,;/&|+]\s*|\s+(?:và|and)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.])*")
_ASIDE = re.compile(r"\s*\([^()]{1,40}\)$")
_ROLE = (
    r"(?:bài(?: viết)?|tin(?: bài)?|thực hiện|tác giả|nhóm pv|nhóm phóng viên|tổng hợp|biên soạn|"
    r"lược ghi|lược dịch|ghi|ảnh|hình|clip|video|đồ họa|đồ hoạ|nội dung|trình bày|thiết kế|"
    r"story|text|words|photos?|report(?:ing)?|graphics)"
)
_LABELLED = re.compile(
    rf"^\(?\s*(?P<label>{_ROLE}(?:(?:\s*[,&+/–-]\s*|\s+và\s+|\s+and\s+){_ROLE})*)"
    r"\s*(?::|\bby\b)\s*(?P<names>[^:]{2,80}?)\s*\)?\.?$",
    re.IGNORECASE,
)
_PHOTO_ONLY = re.compile(r"^(?:ảnh|hình|photos?|graphics|clip|video|đồ họa|đồ hoạ)$", re.IGNORECASE)
_SOURCE = re.compile(
    r"^\(?\s*(?P<names>(?:theo|nguồn|source)\b\s*:?\s*[^:]{2,60}?)\s*\)?\.?$", re.IGNORECASE
)
_BY = re.compile(r"^by\s*:?\s+(?P<names>.{2,80})$", re.IGNORECASE)
_PEN = re.compile(r"^(?:PV|CTV|BTV|P\.V|TTXVN|NHÓM PV|NHÓM PHÓNG VIÊN)$")
_AGENCIES_LISTED = (
    "PV CTV BTV TTXVN VOV VTV VTC QĐND CAND NLĐO NLĐ LĐO TTO TNO VNA VNS AFP AP BBC CNN UPI RT "
    "UBND HĐND MTTQ TLĐ LĐLĐ TPHCM HCM TP BS TS ThS PGS GS KTS NSND NSƯT"
)
_AGENCIES = frozenset(_AGENCIES_LISTED.split())


def byline_names(words: str) -> tuple[str, ...]:
    """The names in a line that is a byline, in natural case; empty when it is none.

    `ĐẶNG LỢI` → `Đặng Lợi`; `Bài, ảnh: Minh Tú` → `Minh Tú`; `Nguyễn Văn A - Trần B` → two
    names; `(Theo TTXVN)` → `Theo TTXVN`. A credit for photos alone is no byline.
    """
    if not 2 <= len(words) <= 110:
        return ()
    labelled = labelled_names(words)
    return labelled or _bare_names(words)


def labelled_names(words: str) -> tuple[str, ...]:
    """The names in a line that says itself that it is a byline (`Bài:`, `Theo`, `By`)."""
    if len(words) > 110:
        return ()
    match = _LABELLED.match(words)
    if match is not None:
        return () if _PHOTO_ONLY.match(match["label"]) else _split(match["names"])
    match = _SOURCE.match(words)
    if match is not None:
        named = match["names"].split(maxsplit=1)
        return (natural_case(match["names"]),) if len(named) == 2 and _few_names(named[1]) else ()
    match = _BY.match(words)
    return _split(match["names"]) if match is not None else ()


def _few_names(words: str) -> bool:
    parts = words.lstrip(": ").split()
    return 0 < len(parts) <= 7 and parts[0][0].isupper() and words[-1] not in "?!…;,"


def _bare_names(words: str) -> tuple[str, ...]:
    core = _ASIDE.sub("", words.strip(" .*"))
    parts = [part for part in _PARTS.split(core) if part]
    if not 1 <= len(parts) <= 5 or is_place(core):
        return ()
    if not all(_is_name(part, capitals=core.isupper()) for part in parts):
        return ()
    return _split(words.strip(" .*"))


def _is_name(part: str, *, capitals: bool) -> bool:
    words = _ASIDE.sub("", part).split()
    if not 1 <= len(words) <= 5 or not all(_WORD.fullmatch(word) for word in words):
        return False
    if len(words) == 1:
        return capitals and len(part) <= 12
    return all(word[0].isupper() for word in words)


def _split(names: str) -> tuple[str, ...]:
    parts = (
        part.strip(" .()") if part.count("(") != part.count(")") else part.strip(" .")
        for part in _PARTS.split(names)
    )
    return tuple(natural_case(part) for part in parts if part)


def natural_case(name: str) -> str:
    """`ĐẶNG LỢI` → `Đặng Lợi`; agencies and initials stay (`Theo TTXVN`, `T.H`)."""
    words = name.split()
    several = len(words) > 1
    return " ".join(_natural_word(word, several) for word in words)


def _natural_word(word: str, several: bool) -> str:
    if not word.isupper() or word.strip("().,") in _AGENCIES or len(word) < 2:
        return word
    pieces = re.split(r"(['’.-])", word)
    return "".join(_natural_part(part, several) for part in pieces)


def _natural_part(part: str, several: bool) -> str:
    lower = part.lower()
    if len(part) > 1 and (is_syllable(lower) or (several and len(part) > 3 and _spoken(lower))):
        return part[0] + lower[1:]
    return part


def _spoken(word: str) -> bool:
    return any(ch in "aeiouy" for ch in word)
