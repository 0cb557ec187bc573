"""The rule inventory of Vietnamese syllables: onset, rime and tone.

28 onsets and 166 rimes, with the constraints of the orthography (c / k / q, g / gh, ng / ngh, the
two tones of stopped rimes, the place of the tone mark in the old and in the new style). Rules
alone accept syllables nobody writes (`truyn`): an attested list narrows them for the proofreader.

Source: Đoàn Thiện Thuật, Ngữ âm tiếng Việt (inventory); Quyết định 240/QĐ-BGDĐT 1984 (tone place).
"""

import unicodedata
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache


def _words(listing: str) -> tuple[str, ...]:
    return tuple(listing.split())


ONSETS = (
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
    "nh", "p", "ph", "q", "r", "s", "t", "th", "tr", "v", "x",
)  # fmt: skip
"""The 28 written onsets; the empty one stands before a vowel, `q` before u."""

RIMES = _words(
    """
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt
    âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et
    ê êch êm ên ênh êp êt êu
    i ich im in inh ip it iu
    ia iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot oong ooc
    ô ôc ôi ôm ôn ông ôp ôt
    ơ ơi ơm ơn ơp ơt
    u uc ui um un ung up ut
    ua uôc uôi uôm uôn uông uôt
    ư ưc ưi ưm ưn ưng ưt ưu
    ưa ươc ươi ươm ươn ương ươp ươt ươu
    oa oac oach oai oam oan oang oanh oao oap oat oay
    oăc oăm oăn oăng oăt
    oe oem oen oeo oet
    uâc uân uâng uât uây
    uê uêch uên uênh uêt uêu
    uơ uơt
    uy uych uynh uyn uyt uyu uyp
    uya uyên uyêt
    y yêm yên yêng yêt yêu
    """
)
"""The written rimes without tones."""

_AFTER_Q_ONLY = _words(
    """
    ua uac uach uai uan uang uanh uao uap uat uau uay uăc uăm uăn uăng uăp uăt
    ue uen ueo uet ui uit uôc uơi
    """
)
_AFTER_GI = frozenset(
    _words(
        """
        a ac ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
        e ec em en eo ep et ê êch êm ên êng êt êu o oc oi om on ong op ot
        ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u uc ui um un ung up ut ua uôc uôi uôm uôn
        uông uôt ư ưa ưt ươc ươi ươm ươn ương ươt
        """
    )
)
_FRONT = frozenset("eêiy")
_VOWELS = "aăâeêioôơuưy"


class Tone(Enum):
    """The six tones by the combining mark that writes them."""

    LEVEL = ""
    GRAVE = "\u0300"
    HOOK = "\u0309"
    TILDE = "\u0303"
    ACUTE = "\u0301"
    DOT = "\u0323"


_TONE_OF = {tone.value: tone for tone in Tone if tone.value}
_STOPS = ("c", "ch", "p", "t")
_STOP_TONES = frozenset({Tone.ACUTE, Tone.DOT})


@dataclass(frozen=True, slots=True)
class Syllable:
    """A syllable taken apart, lower case: written onset, rime without its tone, tone."""

    onset: str
    rime: str
    tone: Tone


def is_syllable(word: str) -> bool:
    """Whether `word` (NFC, any case) can be a Vietnamese syllable by the rules of spelling."""
    return parse(word) is not None


@lru_cache(maxsize=20_000)
def parse(word: str) -> Syllable | None:
    """`word` (NFC, any case) taken apart, None when the rules do not allow it.

    A tone mark on a vowel where neither the old nor the new style puts it is not allowed.
    """
    if not 0 < len(word) <= 8:
        return None
    bare = _without_tone(word.lower())
    if bare is None:
        return None
    letters, tone, place = bare
    for length in (3, 2, 1, 0):
        onset, rime = letters[:length], letters[length:]
        if onset in _ONSET_SET and _fits(onset, rime) and _tone_fits(onset, rime, tone, place):
            return Syllable(onset, rime, tone)
    return None


_ONSET_SET = frozenset(ONSETS)
_RIME_SET = frozenset(RIMES)
_Q_RIMES = frozenset(rime for rime in (*RIMES, *_AFTER_Q_ONLY) if rime.startswith("u")) - {
    "u", "uc", "um", "un", "ung", "up", "ut", "uôi", "uôm", "uôn", "uông", "uôt",
}  # fmt: skip


def _without_tone(word: str) -> tuple[str, Tone, int] | None:
    """The letters without tone, the tone, the index of the vowel that bore it (-1: none)."""
    letters: list[str] = []
    tone, place = Tone.LEVEL, -1
    for ch in word:
        parts = unicodedata.normalize("NFD", ch)
        marks = [part for part in parts[1:] if part in _TONE_OF]
        if len(marks) > 1 or (marks and place >= 0) or parts[0] in _TONE_OF:
            return None
        if marks:
            tone, place = _TONE_OF[marks[0]], len(letters)
        letters.append(unicodedata.normalize("NFC", "".join(p for p in parts if p not in _TONE_OF)))
    return "".join(letters), tone, place


def _fits(onset: str, rime: str) -> bool:
    if onset == "q":
        return rime in _Q_RIMES
    if onset == "gi":
        return rime in _AFTER_GI
    return rime in _RIME_SET and _spelt_right(onset, rime)


def _spelt_right(onset: str, rime: str) -> bool:
    front = rime[0] in _FRONT
    match onset:
        case "":
            return True
        case "c" | "ng":
            return not front
        case "g":
            return not front or rime in _AFTER_G
        case "k":
            return front
        case "gh" | "ngh":
            return front and rime[0] != "y"
        case _:
            return rime == "y" or rime[0] != "y"


_AFTER_G = frozenset(
    {"i", "in", "ia", "iêc", "iên", "iêng", "iêt", "iêm", "iêp", "im", "inh", "ip"}
)
"""Where the i of `gi` is the vowel too: gì, gìn, giếng, giết."""


def _tone_fits(onset: str, rime: str, tone: Tone, place: int) -> bool:
    if rime.endswith(_STOPS) and tone not in _STOP_TONES:
        return False
    return tone is Tone.LEVEL or place - len(onset) in _tone_places(onset, rime)


@lru_cache(maxsize=1000)
def _tone_places(onset: str, rime: str) -> frozenset[int]:
    """Indexes into the rime at which the tone mark may stand: one, or two in oa, oe, uy."""
    start = 1 if onset == "q" else 0
    vowels = [i for i in range(start, len(rime)) if rime[i] in _VOWELS]
    marked = [i for i in vowels if rime[i] in "ăâêôơư"]
    if marked:
        return frozenset({marked[-1]})
    if len(vowels) == 1:
        return frozenset(vowels)
    closed = rime[-1] not in _VOWELS
    if len(vowels) == 3 or closed:
        return frozenset({vowels[1]})
    if rime[start:] in ("oa", "oe", "uy"):
        return frozenset(vowels)
    return frozenset({vowels[0]})
