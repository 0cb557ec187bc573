"""Bytes of unknown origin as text: Unicode in its forms, and the encodings of old offices."""

import codecs
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsroom.errors import UserError
from newsroom.language.legacy import from_tcvn3, from_tcvn5712, from_viqr, from_vni
from newsroom.language.syllables import is_syllable

_SAMPLE = 40_000
_TOKEN = re.compile('[^\\s\u00a0\u2000-\u200a/–—…“”‘’"()-]+')
_EDGES = "".join(chr(code) for code in range(0x21, 0x7F) if not chr(code).isalnum())
_SURE = 0.75
"""Share of real syllables from which a legacy decoding is believed; a right one has about 0.98."""
_DOUBT = 0.5
"""Share up to which text that reads well as it is may still be taken for a legacy encoding."""


_SPOILT_UTF8 = frozenset({"utf-8-twice", "utf-8-damaged"})
_RIGHT_FOR_EACH_WRONG = 4
"""Letters beyond ASCII that are right UTF-8, for each wrong byte, before it is taken for UTF-8."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text (NFC) and the name of the encoding it was in.

    Names: `utf-8`, `utf-16-le`, `utf-16-be`, `utf-32`, `windows-1258`, `windows-1252`, `tcvn3`,
    `tcvn5712-1`,
    `vni`, `viqr`, `utf-8-twice`, `utf-8-damaged`; or the codec that the hint named.
    """

    text: str
    encoding: str

    @property
    def legacy(self) -> bool:
        """Whether the text was guessed to be in an encoding of before Unicode."""
        return not self.encoding.startswith("utf-") or self.encoding in _SPOILT_UTF8


def decode(data: bytes, *, hint: str | None = None) -> Decoded:
    """The text in `data`. `hint` is an encoding that the source names, e.g. in a meta tag.

    Byte order marks and valid UTF-8 win over the hint. Raises `UserError` for binary data.
    """
    marked = _by_mark(data)
    if marked is not None:
        return marked
    wide = _wide_without_mark(data)
    if wide is not None:
        return wide
    data = _without_tail(data)
    if _is_binary(data):
        raise UserError("This is not text but binary data.")
    data = data.replace(b"\x00", b"")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _by_hint(data, hint) or _best_eight_bit(data)
    return repaired(text)


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few wrong bytes (a cut download); other encodings hold next to none of it."""
    text = data.decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    right = sum(1 for letter in text if letter > "\x7f") - wrong
    if right < _RIGHT_FOR_EACH_WRONG * wrong:
        return None
    return Decoded(text=unicodedata.normalize("NFC", text), encoding="utf-8-damaged")


def repaired(text: str) -> Decoded:
    """Unicode text whose letters may be those of a legacy font (`TiÕng ViÖt`), put right.

    Text that reads as Vietnamese, or as nothing we know, is returned as it is, as `utf-8`.
    """
    as_it_is = Decoded(text=unicodedata.normalize("NFC", text), encoding="utf-8")
    best = _best(as_it_is.text, _REPAIRS, _sample(text))
    if best is None:
        return as_it_is
    return Decoded(text=unicodedata.normalize("NFC", _REPAIRS[best](text)), encoding=best)


def syllable_share(text: str, *, marked: bool = True) -> float:
    """The share (0…1) of words that are Vietnamese syllables, of those with marks or of all.

    1.0 when there is no such word.
    """
    tokens = (token.strip(_EDGES) for token in _TOKEN.findall(text))
    words = [word for word in tokens if word and not (marked and word.isascii())]
    if not words:
        return 1.0
    return sum(map(is_syllable, words)) / len(words)


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            body = data if encoding == "utf-32" else data[len(mark) :]
            return _decoded(body, encoding)
    return None


def _decoded(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace").replace("\x00", "")
    return Decoded(text=unicodedata.normalize("NFC", text), encoding=encoding)


def _wide_without_mark(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: in Vietnamese, half of all characters are ASCII or Latin-1."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    if len(sample) < 4:
        return None
    pairs = len(sample) // 2
    zeros_even, zeros_odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(zeros_even, zeros_odd) < pairs * 0.3 or min(zeros_even, zeros_odd) > pairs * 0.05:
        return None
    encoding = "utf-16-le" if zeros_odd > zeros_even else "utf-16-be"
    head = sample.decode(encoding, errors="replace")
    if _control_share(head) > 0.01 or "\x00" in head:
        return None
    return _decoded(data, encoding)


def _without_tail(data: bytes) -> bytes:
    """Without the zeros that a power cut leaves behind a text; a few bytes are none."""
    text = data.rstrip(b"\x00")
    return text if len(text) >= _LEAST_TEXT else data


_LEAST_TEXT = 64
_TCVN_CAPITALS = b"\x01\x02\x04\x05\x06\x11\x12\x13\x14\x15\x16\x17"
_WHITE_SPACE = b"\t\n\r\f\x0b\x1a\x1b\x1c\x1d\x1e\x1f"
_FEW_ZEROS = 0.001
"""Share of zero bytes that text may have caught on its way; packed data has four times that."""
_CONTROLS = bytes(set(range(0x20)) - set(_WHITE_SPACE) - set(_TCVN_CAPITALS))


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    if sample.count(0) > len(sample) * _FEW_ZEROS:
        return True
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > len(sample) * 0.02


def _control_share(text: str) -> float:
    controls = sum(1 for ch in text if ch < " " and ch not in "\t\n\r\f")
    return controls / max(1, len(text))


_SAY_NOTHING = frozenset(
    {"iso8859-1", "cp1252", "ascii", "unicode-escape", "raw-unicode-escape", "idna", "punycode"}
)
"""Latin-1, said by habit; and codecs of Python that no page is written in."""


def _by_hint(data: bytes, hint: str | None) -> Decoded | None:
    """What the source says of itself; not UTF-8 (it is not), not Latin-1 (said by habit)."""
    if not hint:
        return None
    try:
        name = codecs.lookup(hint.strip()).name
        if name.startswith("utf") or name in _SAY_NOTHING:
            return None
        text = unicodedata.normalize("NFC", data.decode(name))
    except (LookupError, UnicodeError, ValueError):
        return None
    if name == "cp1258" and syllable_share(_sample(text)) < _SURE:
        return None  # a page of an old font, whose writer meant “Vietnamese”
    return Decoded(text=text, encoding=name.replace("cp125", "windows-125"))


def _latin(data: bytes) -> str:
    """Windows-1252, with the five bytes that it leaves open as Latin-1 has them."""
    return data.decode("cp1252", errors="backslash-latin1")


def _latin_hole(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("backslash-latin1", _latin_hole)


def _best_eight_bit(data: bytes) -> Decoded:
    sample = b"\n".join(_dense_lines(data))
    candidates: dict[str, Callable[[bytes], str]] = {
        "windows-1258": lambda raw: _decoded(raw, "cp1258").text,
        "tcvn3": lambda raw: from_tcvn3(_latin(raw)),
        "tcvn5712-1": lambda raw: from_tcvn5712(raw.decode("latin-1")),
        "vni": lambda raw: from_vni(_latin(raw)),
    }
    shares = {name: syllable_share(read(sample)) for name, read in candidates.items()}
    best = max(shares, key=lambda name: shares[name])
    as_it_is = syllable_share(_latin(sample))
    if shares[best] >= _SURE and shares[best] > as_it_is:
        text = candidates[best](data)
        return Decoded(text=unicodedata.normalize("NFC", text), encoding=best)
    return Decoded(text=unicodedata.normalize("NFC", _latin(data)), encoding="windows-1252")


def _dense_lines(data: bytes) -> Iterator[bytes]:
    """Up to 40,000 bytes of those lines that have letters beyond ASCII."""
    taken = 0
    for line in data.splitlines():
        if not line.isascii():
            yield line[:_SAMPLE]
            taken += len(line)
        if taken >= _SAMPLE:
            return


def _utf8_twice(text: str) -> str:
    """UTF-8 whose bytes were once taken for Windows-1252; the text itself when that is not so."""
    try:
        raw = b"".join(_latin_byte(ch) for ch in text)
        return raw.decode("utf-8")
    except (UnicodeError, ValueError):
        return text


def _latin_byte(ch: str) -> bytes:
    try:
        return ch.encode("cp1252")
    except UnicodeEncodeError:
        return ch.encode("latin-1")


_REPAIRS: dict[str, Callable[[str], str]] = {
    "utf-8-twice": _utf8_twice,
    "tcvn3": from_tcvn3,
    "vni": from_vni,
    "viqr": from_viqr,
}


def _sample(text: str) -> str:
    return text[:_SAMPLE].rpartition("\n")[0] or text[:_SAMPLE]


def _best(as_it_is: str, repairs: dict[str, Callable[[str], str]], sample: str) -> str | None:
    """The name of the repair that makes the text Vietnamese, None when it had better stay."""
    if as_it_is.isascii():
        return "viqr" if _is_viqr(sample) else None
    kept = syllable_share(_sample(as_it_is))
    if kept > _DOUBT:
        return None
    shares = {
        name: syllable_share(repair(sample))
        for name, repair in repairs.items()
        if name != "viqr" and repair(sample) != sample
    }
    best = max(shares, key=lambda name: shares[name], default=None)
    return best if best is not None and shares[best] >= _SURE else None


_VIQR_SIGN = re.compile(r"[A-Za-z][(^+*]['`?~.]?[A-Za-z]?|\bdd[a-z]|[aeiouy][`~'][a-z]?")


def _is_viqr(sample: str) -> bool:
    """ASCII whose marks turn many words into Vietnamese ones; English and code do not."""
    words = len(sample.split())
    if words < 2 or len(_VIQR_SIGN.findall(sample)) < words * 0.3:
        return False
    decoded = from_viqr(sample)
    return syllable_share(decoded) >= 0.9 and syllable_share(decoded, marked=False) >= _SURE
