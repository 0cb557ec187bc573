"""Reading a date and time as people at a Vietnamese desk write it."""

import re
from datetime import datetime, timedelta, tzinfo

_TIME = re.compile(
    r"(?<![\d/.-])(\d{1,2})(?:\s*[:hg]\s*(\d{2})|\s*[hg](?:iờ)?)(?![\d/])", re.IGNORECASE
)
_DATE = re.compile(r"(?<![\d:])(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}|\d{2}))?(?!\d)")
_FILLER = re.compile(r"[\s,;]+|ngày|lúc|at|on", re.IGNORECASE)


def parse_moment(words: str, *, now: datetime, zone: tzinfo) -> datetime | None:
    """`06:00 24/11/2026`, `6h 24/11`, `24-11-2026`, `18h30` as an aware time in `zone`.

    The day stands before the month. Without a year it is the coming such day, without a date the
    coming such hour, without an hour midnight; None when the words are no date and time.
    """
    time, rest = _taken(_TIME, words)
    date, rest = _taken(_DATE, rest)
    if _FILLER.sub("", rest) or not (time or date):
        return None
    today = now.astimezone(zone)
    try:
        hour, minute = (int(part or 0) for part in time.groups()) if time else (0, 0)
        clock = today.replace(hour=hour, minute=minute, second=0, microsecond=0)
        if date is None:
            return clock if clock > today else clock + timedelta(days=1)
        return _dated(clock, date, today)
    except ValueError:
        return None


def _taken(pattern: re.Pattern[str], words: str) -> tuple[re.Match[str] | None, str]:
    """The first match and the words without it."""
    found = pattern.search(words)
    return found, words[: found.start()] + " " + words[found.end() :] if found else words


def _dated(clock: datetime, date: re.Match[str], today: datetime) -> datetime:
    day, month, year = date.groups()
    if year is None:
        then = clock.replace(year=today.year, month=int(month), day=int(day))
        past = then.date() < today.date()
        return then.replace(year=today.year + 1) if past else then
    full = int(year) + (2000 if len(year) == 2 else 0)
    return clock.replace(year=full, month=int(month), day=int(day))
