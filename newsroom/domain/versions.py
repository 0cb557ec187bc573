"""Versions: what the sheet held at some moment, and which of them are kept as time passes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NewType

VersionId = NewType("VersionId", int)
"""Versions of one library are numbered in the order in which they were kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A kept text without its words. `name` is empty for those that were kept by themselves.

    `words` counts the tiếng, `parent` is the version that was the newest before this one (it may
    have been thinned out since), `sha256` covers the content and the parent's number.
    """

    id: VersionId
    at: datetime
    by: str
    name: str = ""
    words: int
    sha256: str
    parent: VersionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredVersion:
    """A version with its content as the library keeps it, damaged or not: to be put back as is."""

    version: Version
    content: str


_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_STEPS = (
    (10 * _MINUTE, _MINUTE),
    (2 * _HOUR, 10 * _MINUTE),
    (_DAY, _HOUR),
    (30 * _DAY, _DAY),
    (timedelta.max, 7 * _DAY),
)
"""Up to which age one version is kept for each span of time (the rule is Manuskript's)."""

_ORIGIN = datetime(2024, 1, 1, tzinfo=UTC)
"""A Monday at midnight: every span begins with a longer one, so that thinning never drifts."""


def superfluous(versions: Sequence[Version], now: datetime) -> frozenset[VersionId]:
    """Those of `versions` (of one article, in any order) that need not be kept at `now`.

    Of each span of time the last one stays: a minute for ten minutes, ten minutes for two hours,
    an hour for a day, a day for a month, then a week for ever. A version with a name always stays,
    and so do the newest and the first that has words: what someone filed or took in.
    """
    newest_first = sorted(versions, key=lambda version: version.id, reverse=True)
    unnamed = [version for version in newest_first if not version.name]
    first = [version.id for version in newest_first if version.words][-1:]
    kept = _last_of_each_span(unnamed, now).union(first)
    return frozenset(version.id for version in unnamed) - kept


def _last_of_each_span(newest_first: Iterable[Version], now: datetime) -> frozenset[VersionId]:
    last: dict[tuple[timedelta, int], VersionId] = {}
    for version in newest_first:
        step = _step(now - version.at)
        last.setdefault((step, (version.at - _ORIGIN) // step), version.id)
    return frozenset(last.values())


def _step(age: timedelta) -> timedelta:
    return next(step for limit, step in _STEPS if age <= limit)
