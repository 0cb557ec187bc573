"""What an article still lacks before it can go out: pure checks of its structure."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from newsroom.domain.article import Article
from newsroom.domain.counting import count_words
from newsroom.domain.document import Photo, Table, photos, plain
from newsroom.domain.ids import BlockId
from newsroom.domain.imported import Remark

HEADLINE_WORDS = 15
"""Tiếng; a longer headline fits neither the site's list nor two lines of print."""


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Place(StrEnum):
    """The part of an article that a finding is about; `BLOCK` goes with the block's id."""

    HEADLINE = "headline"
    LEDE = "lede"
    BODY = "body"
    BYLINE = "byline"
    SECTION = "section"
    BLOCK = "block"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something to mend: the rule that found it, what it says, and where to go."""

    rule: str
    severity: Severity
    message: Remark
    place: Place
    block: BlockId | None = None


def check_structure(article: Article) -> tuple[Finding, ...]:
    """All findings in the order of the page, from headline to byline."""
    return tuple(_findings(article))


def _findings(article: Article) -> Iterator[Finding]:
    if not article.section:
        message = Remark(template="No section is chosen.")
        yield _finding("section-missing", Severity.WARNING, message, Place.SECTION)
    yield from _headline(article.headline)
    if not article.lede.strip():
        message = Remark(template="There is no lede.")
        yield _finding("lede-missing", Severity.WARNING, message, Place.LEDE)
    if not article.body.blocks:
        message = Remark(template="The article has no text yet.")
        yield _finding("body-missing", Severity.ERROR, message, Place.BODY)
    for block in article.body.blocks:
        if isinstance(block, Table) and not any(plain(cell) for row in block.rows for cell in row):
            message = Remark(template="A table is empty.")
            yield _finding("table-empty", Severity.WARNING, message, Place.BLOCK, block.id)
    for number, photo in enumerate(photos(article.body), start=1):
        yield from _photo(number, photo)
    if not article.byline:
        message = Remark(template="Nobody is named as the author.")
        yield _finding("byline-missing", Severity.WARNING, message, Place.BYLINE)


def _headline(headline: str) -> Iterator[Finding]:
    words = count_words(headline)
    if not words:
        message = Remark(template="There is no headline.")
        yield _finding("headline-missing", Severity.ERROR, message, Place.HEADLINE)
    elif words > HEADLINE_WORDS:
        message = Remark(
            template="The headline has {words} words; {limit} are the most.",
            params={"words": words, "limit": HEADLINE_WORDS},
        )
        yield _finding("headline-long", Severity.WARNING, message, Place.HEADLINE)


def _photo(number: int, photo: Photo) -> Iterator[Finding]:
    lacks = (
        (
            "caption-missing",
            Severity.WARNING,
            Remark(template="Photo {number} has no caption.", params={"number": number}),
            plain(photo.caption),
        ),
        (
            "credit-missing",
            Severity.WARNING,
            Remark(template="Photo {number} has no credit.", params={"number": number}),
            photo.credit,
        ),
        (
            "alt-missing",
            Severity.HINT,
            Remark(
                template="Photo {number} has no description for readers who cannot see it.",
                params={"number": number},
            ),
            photo.alt,
        ),
    )
    for rule, severity, message, value in lacks:
        if not value.strip():
            yield _finding(rule, severity, message, Place.BLOCK, photo.id)


def _finding(
    rule: str, severity: Severity, message: Remark, place: Place, block: BlockId | None = None
) -> Finding:
    return Finding(rule=rule, severity=severity, message=message, place=place, block=block)
