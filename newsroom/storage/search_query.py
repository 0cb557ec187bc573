"""What a person typed into the search field, taken apart. Nothing typed is ever an error."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, tzinfo

from newsroom.domain.article import Status
from newsroom.language.folding import fold, nfc

_KEYS = {
    "section": ("section", "chuyen muc", "muc"),
    "tag": ("tag", "the"),
    "status": ("status", "trang thai"),
    "by": ("by", "tac gia", "but danh"),
    "after": ("after", "tu ngay", "sau"),
    "before": ("before", "truoc ngay", "truoc"),
}
_STATUS_NAMES = {
    Status.DRAFT: ("draft", "ban nhap", "nhap"),
    Status.AWAITING_EDIT: ("awaiting-edit", "cho bien tap"),
    Status.IN_EDIT: ("in-edit", "dang bien tap"),
    Status.AWAITING_APPROVAL: ("awaiting-approval", "cho duyet"),
    Status.APPROVED: ("approved", "da duyet"),
    Status.PUBLISHED: ("published", "xuat ban", "da xuat ban"),
    Status.RETURNED: ("returned", "tra lai"),
    Status.SPIKED: ("spiked", "da loai", "thung rac", "bo bai"),
}
_KEY_OF = {
    re.sub(r"\W", "", name): filter_name for filter_name, names in _KEYS.items() for name in names
}
_KEY_PATTERN = "|".join(name.replace(" ", r"[ _-]?") for names in _KEYS.values() for name in names)
_PART = re.compile(
    rf"(?<!\S)(?:{_KEY_PATTERN}):(?=\s|$)|"
    rf'(?:(?<!\S)(?P<key>{_KEY_PATTERN}):)?(?:"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<word>[^\s"]+))'
)
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"') | {"\0": " "})
_LONGEST = 1000
"""Characters; each word more costs a look into the index."""

_WORD_CHARACTER = re.compile(r"[^\W_]")
_DATE_FORMS = (
    re.compile(r"(?P<y>\d{4})(?:[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?)?"),
    re.compile(r"(?:(?:(?P<d>\d{1,2})[-/.])?(?P<m>\d{1,2})[-/.])?(?P<y>\d{4})"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word or phrase to find, NFC as typed; `prefix`: its last word may go on."""

    words: str
    prefix: bool = False

    @property
    def marked(self) -> bool:
        """Whether it was typed with diacritics, and so means just that."""
        return fold(self.words) != self.words.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchQuery:
    """The terms, all of which must be found, and the filters by name (`section`, `tag`, …).

    `nonsense`: something was typed, but nothing of it can be looked for.
    """

    terms: tuple[Term, ...] = ()
    filters: Mapping[str, str] = field(default_factory=dict)
    nonsense: bool = False


def parse_query(typed: str) -> SearchQuery:
    """Take apart what was typed: words, `"phrases"`, `word*`, and filters as `tag:"An toàn"`.

    The last word may be unfinished, unless a space follows it. Filter names may be Vietnamese,
    with or without diacritics (`chuyên mục:`, `thẻ:`, `tác giả:`…); the last of a name counts.
    Of a text longer than a search can be (a pasted article) only the beginning is looked for.
    """
    typed = nfc(typed[:_LONGEST]).translate(_QUOTES)
    terms: list[Term] = []
    filters: dict[str, str] = {}
    # Names of filters are looked for in the folded text, whose offsets are those of the typed.
    for found in _PART.finditer(fold(typed)):
        words = _original(typed, found)
        if found["key"]:
            filters[_KEY_OF[re.sub(r"\W|_", "", found["key"])]] = words.strip()
        elif _WORD_CHARACTER.search(words):
            terms.append(Term(words=words.rstrip("*"), prefix=_is_prefix(typed, found)))
    nothing = not terms and not filters
    nonsense = nothing and any(part["word"] for part in _PART.finditer(fold(typed)))
    kept = {name: value for name, value in filters.items() if value}
    return SearchQuery(terms=tuple(terms), filters=kept, nonsense=nonsense)


def _original(typed: str, found: re.Match[str]) -> str:
    group = "word" if found["word"] is not None else "phrase"
    start, end = found.span(group)
    return typed[start:end] if start >= 0 else ""


def _is_prefix(typed: str, found: re.Match[str]) -> bool:
    if found["word"] is None:
        return not found["closed"]
    return found["word"].endswith("*") or found.end() == len(typed)


def status_named(words: str) -> Status | None:
    """The status whose English or Vietnamese name begins with `words`, whatever its marks."""
    wanted = re.sub(r"[\s_-]+", " ", fold(words)).strip()
    for status, names in _STATUS_NAMES.items():
        if any(name.replace("-", " ") == wanted for name in names):
            return status
    for status, names in _STATUS_NAMES.items():
        if any(name.replace("-", " ").startswith(wanted) for name in names):
            return status
    return None


def day_named(words: str, zone: tzinfo) -> datetime | None:
    """The start of the day, month or year that `words` name, in `zone`; None for no date.

    `2020`, `2020-07`, `2020-07-20`, `7/2020` and `20/7/2020` are understood.
    """
    for form in _DATE_FORMS:
        found = form.fullmatch(words.strip())
        if found:
            year, month, day = (int(found[part] or 1) for part in "ymd")
            try:
                return datetime.combine(date(year, month, day), time.min, zone)
            except ValueError:
                return None
    return None
