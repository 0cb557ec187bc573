"""The line of a page that says when it was published or updated."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

VIETNAM = timezone(timedelta(hours=7))
"""The zone of a page that names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLine:
    """An aware moment, and what else stands in its line (a byline, a section), mostly nothing.

    `exact` says that the line gives the time of day too, which the date in a site's own head,
    today's, mostly lacks.
    """

    moment: datetime
    rest: str = ""
    exact: bool = False


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?P<name>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_NUMBER = r"(?P<month>0?[1-9]|1[0-2])"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d){_YEAR}[-/.]{_NUMBER}[-/.]{_DAY}(?!\d)",
        rf"(?<!\d){_DAY}\s?[-/.]\s?{_NUMBER}\s?[-/.]\s?{_YEAR}(?!\d)",
        rf"(?<!\d){_NUMBER}/{_DAY}/{_YEAR}(?!\d)",
        rf"(?<!\d){_DAY}\s+tháng\s+{_NUMBER},?\s+(?:năm\s+)?{_YEAR}(?!\d)",
        rf"\btháng\s+{_NUMBER}\s+{_DAY},?\s+{_YEAR}(?!\d)",
        rf"\b{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\d)",
        rf"(?<!\d){_DAY}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}(?!\d)",
    )
)
_CLOCK = re.compile(
    r"(?<![\d:+-])T?(?P<hour>[01]?\d|2[0-4])"
    r"(?:\s?(?::|h|g(?!\w)|giờ)\s?(?P<minute>[0-5]\d)?|(?=\s?[ap]\.?m\b))"
    r"(?::(?P<second>[0-5]\d)(?:\.\d+)?)?(?:\s?(?:phút|'|p\b(?!\.)))?"
    r"(?:\s?(?P<half>[ap]\.?m\b\.?|SA\b|CH\b))?",
    re.IGNORECASE,
)
_NAMED_ZONES = {
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "et": -4, "bst": 1, "cet": 1, "cest": 2, "msk": 3, "ict": 7, "sgt": 8, "hkt": 8, "jst": 9,
    "kst": 9, "aest": 10, "gmt": 0, "utc": 0,
}  # fmt: skip
_ZONE = re.compile(
    r"[(\[]?\s*(?:\b(?:GMT|UTC)\s*(?P<offset>[+\u2212-]\s?\d{1,2}(?::?[0-5]\d)?)"
    r"|(?<=:\d\d)(?:\.\d+)?\s?(?P<bare>[+-]\d\d:?\d\d\b|Z\b)"
    r"|\b(?P<named>" + "|".join(_NAMED_ZONES) + r")\b|\bgiờ (?:Hà Nội|Việt Nam)\b)\s*[)\]]?",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"\b(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s*nhật|t[2-7]|cn"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\b,?"
    r"|\b(?:(?:last\s+)?(?:updated?|modified)|published|posted|date|time|on|at)\b"
    r"|\b(?:lần\s+cuối|cập\s+nhật(?:\s+lần\s+cuối)?|đăng|xuất\s+bản|ngày\s+đăng|thời\s+gian|"
    r"phát\s+hành|lúc|ngày|vào|hồi)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"cập\s+nhật|updat|publish|posted|đăng|xuất\s+bản|modified", re.IGNORECASE)
_UPDATED = re.compile(r"cập\s+nhật|updat|modified", re.IGNORECASE)
_EDGES = " \t,.;:|–—-·•/()[]"
_RELATIVE = re.compile(
    r"^(?:(?:cập nhật|đăng|updated|posted)\s+)?\d{1,3}\s+(?:giây|phút|giờ|ngày|tuần|tháng|"
    r"seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?)\s+(?:trước|ago)$",
    re.IGNORECASE,
)


def time_line(words: str) -> TimeLine | None:
    """The moment that a line states, None when the line is about something else.

    Besides date, time of day, weekday, zone and words like “Cập nhật lúc” there may be up to six
    words in it (`Minh Tú - 10:33 20/07/2020`), given back as `rest`.
    """
    if not 6 <= len(words) <= 160 or not any(ch.isdigit() for ch in words):
        return None
    found = list(_moments(words))
    if not found:
        return None
    rest = _rest(words)
    clocked = _CLOCK.search(_without_dates(words)) is not None
    if not _fits(rest, clocked=clocked, labelled=_LABELLED.search(words) is not None):
        return None
    updated = len(found) > 1 and _UPDATED.search(words) is not None
    return TimeLine(moment=found[-1] if updated else found[0], rest=rest, exact=clocked)


def is_relative_time(words: str) -> bool:
    """Whether a line only says how long ago (`3 giờ trước`), which nobody can use later."""
    return len(words) < 40 and _RELATIVE.match(words) is not None


def aware_moment(words: str) -> datetime | None:
    """An ISO 8601 time with its offset; None for one without, which says too little."""
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def iso_day(words: str) -> date | None:
    """An ISO 8601 day, or None."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def iso_moment(words: str) -> datetime | None:
    """A moment as meta tags write it (ISO 8601 or any form of `time_line`), aware, or None."""
    try:
        moment = datetime.fromisoformat(words.strip())
    except ValueError:
        return next(_moments(words[:160]), None)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=VIETNAM)


def _fits(rest: str, *, clocked: bool, labelled: bool) -> bool:
    if not rest:
        return True
    words = rest.split()
    return (
        (clocked or labelled)
        and len(words) <= 6
        and rest[0].isupper()
        and not any(ch.isdigit() for ch in rest)
        and rest[-1] not in '?!…”"'
    )


def _date_matches(words: str) -> list[re.Match[str]]:
    taken: list[re.Match[str]] = []
    for pattern in _DATES:
        for match in pattern.finditer(words):
            if all(match.end() <= t.start() or t.end() <= match.start() for t in taken):
                taken.append(match)
    return sorted(taken, key=re.Match.start)


def _without_dates(words: str) -> str:
    for match in reversed(_date_matches(words)):
        words = words[: match.start()] + " " * len(match.group()) + words[match.end() :]
    return words


def _moments(words: str) -> Iterator[datetime]:
    """Each date with the clock time nearest to it; impossible ones are left out."""
    clocks = list(_CLOCK.finditer(_without_dates(words)))
    zone = _zone(words)
    for match in _date_matches(words):
        clock = min(clocks, key=lambda c: _distance(c, match), default=None)
        moment = _moment(match, clock, zone)
        if moment is not None:
            if clock is not None and len(clocks) > 1:
                clocks.remove(clock)
            yield moment


def _distance(clock: re.Match[str], date: re.Match[str]) -> int:
    return max(clock.start() - date.end(), date.start() - clock.end())


def _moment(date: re.Match[str], clock: re.Match[str] | None, zone: tzinfo) -> datetime | None:
    named = date.groupdict()
    month = int(named["month"]) if named.get("month") else _MONTHS[named["name"].lower()]
    hour, minute, second = _clock(clock)
    try:
        return datetime(
            int(named["year"]), month, int(named["day"]), hour, minute, second, tzinfo=zone
        )
    except ValueError:
        return None


def _clock(match: re.Match[str] | None) -> tuple[int, int, int]:
    if match is None:
        return 0, 0, 0
    hour = int(match["hour"])
    half = (match["half"] or "").lower().replace(".", "")
    if half in ("pm", "ch") and hour < 12:
        hour += 12
    if half in ("am", "sa") and hour == 12:
        hour = 0
    return hour, int(match["minute"] or 0), int(match["second"] or 0)


def _zone(words: str) -> tzinfo:
    match = _ZONE.search(words)
    if match is None:
        return VIETNAM
    if match["named"]:
        return timezone(timedelta(hours=_NAMED_ZONES[match["named"].lower()]))
    offset = (match["offset"] or match["bare"] or "+7").replace("\u2212", "-").replace(" ", "")
    if offset in ("Z", "z"):
        return UTC
    digits = offset[1:].replace(":", "")
    hours, minutes = (digits, "0") if len(digits) <= 2 else (digits[:-2], digits[-2:])
    delta = timedelta(hours=int(hours), minutes=int(minutes))
    try:
        return timezone(-delta if offset[0] == "-" else delta)
    except ValueError:
        return VIETNAM


def _rest(words: str) -> str:
    left = _without_dates(words)
    left = _ZONE.sub(" ", left)
    left = _CLOCK.sub(" ", left)
    left = _NOISE.sub(" ", left)
    return re.sub(r"\s+", " ", re.sub(r"\s[|–—·•/,;:-]+(?=\s|$)", " ", left)).strip(_EDGES)
