"""What an article still lacks before it can go out: checks of its structure and its profile.

The window, the export and the command line all ask `review_article`; what is wrong never stops
anyone from exporting. `print_checking` adds what printing asks for, `export_checking` both.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from newsroom.domain.article import Article
from newsroom.domain.commented import comment_blocks, open_comments
from newsroom.domain.counting import block_words, count_words
from newsroom.domain.document import Block, Document, Photo, Table, photos, plain
from newsroom.domain.ids import BlockId
from newsroom.domain.imported import Remark
from newsroom.domain.profile import EVERYDAY, FIELDS, MEASURED, Profile, Rule
from newsroom.domain.review import Finding, Place, Severity, by_weight
from newsroom.services.checking_words import MISSING, TOO_LONG, TOO_SHORT

__all__ = [
    "Finding",
    "Measure",
    "Place",
    "Review",
    "Reviewer",
    "Severity",
    "by_weight",
    "check_article",
    "review_article",
]

CountBody = Callable[[Document], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How long a bounded field is, in tiếng (or photos, tags), beside its rule."""

    rule: Rule
    length: int

    @property
    def fits(self) -> bool:
        """Whether the length lies within the bounds."""
        most = self.rule.most or self.length
        return self.rule.least <= self.length <= most


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """All findings in the order of the page, the required fields that are empty, the lengths."""

    findings: tuple[Finding, ...] = ()
    missing: frozenset[Place] = frozenset()
    measures: tuple[Measure, ...] = ()


def check_article(article: Article, profile: Profile | None = None) -> tuple[Finding, ...]:
    """The findings of `review_article`."""
    return review_article(article, profile).findings


def review_article(
    article: Article, profile: Profile | None = None, *, count_body: CountBody | None = None
) -> Review:
    """Hold `article` to `profile`, or to what is asked of every article when it is None.

    Pure. `count_body` may know the words of the body already (see `Reviewer`).
    """
    held_to = profile or EVERYDAY
    lengths = _Lengths(article, count_body or _body_words)
    rules = [held_to.rule(place) for place in FIELDS]
    missing = frozenset(rule.field for rule in rules if _is_missing(article, rule))
    return Review(
        findings=(
            *_unknown_profile(article, profile),
            *(finding for rule in rules for finding in _broken(rule, missing, lengths)),
            *_blocks(article.body),
            *_comments(article),
        ),
        missing=missing,
        measures=tuple(
            Measure(rule=rule, length=lengths.of(rule.field)) for rule in rules if _bounded(rule)
        ),
    )


class Reviewer:
    """`review_article` again and again, while someone writes: counts only blocks that changed.

    Blocks that were not touched are the same objects in the next article, so that a review costs
    what was written since the last one, and a look at each block.
    """

    def __init__(self) -> None:
        self._counts: dict[int, tuple[Block, int]] = {}

    def prepare(self, article: Article, profile: Profile | None = None, *, most: int = 200) -> bool:
        """Count `most` blocks at a time; True once a review has no more than that to count.

        For whoever must not be kept waiting when a long article is opened.
        """
        if not _bounded((profile or EVERYDAY).rule(Place.BODY)):
            return True
        fresh = [block for block in article.body.blocks if id(block) not in self._counts]
        if len(fresh) <= most:
            return True
        self._counts |= {id(block): (block, block_words(block)) for block in fresh[:most]}
        return False

    def review(self, article: Article, profile: Profile | None = None) -> Review:
        """As `review_article`."""
        return review_article(article, profile, count_body=self._count)

    def _count(self, body: Document) -> int:
        # the block is kept beside its count, so that no other object can take its identity
        self._counts = {id(block): self._counted(block) for block in body.blocks}
        return sum(count for _block, count in self._counts.values())

    def _counted(self, block: Block) -> tuple[Block, int]:
        return self._counts.get(id(block)) or (block, block_words(block))


def _body_words(body: Document) -> int:
    return sum(map(block_words, body.blocks))


class _Lengths:
    """The lengths of an article's fields; the body is counted only when it is asked for."""

    def __init__(self, article: Article, count_body: CountBody) -> None:
        self._article = article
        self._count_body = count_body

    def of(self, place: Place) -> int:
        """In tiếng, or in photos and tags."""
        article = self._article
        match place:
            case Place.HEADLINE:
                return count_words(article.headline)
            case Place.LEDE:
                return count_words(article.lede)
            case Place.BODY:
                return self._count_body(article.body)
            case Place.PHOTOS:
                return sum(1 for _photo in photos(article.body))
            case Place.TAGS:
                return len(article.tags)
            case _:
                return 0


def _bounded(rule: Rule) -> bool:
    return rule.field in MEASURED and bool(rule.least or rule.most)


def _is_missing(article: Article, rule: Rule) -> bool:
    return rule.required is not None and not _has(article, rule.field)


def _has(article: Article, place: Place) -> bool:
    match place:
        case Place.SECTION:
            return bool(article.section)
        case Place.HEADLINE:
            return bool(count_words(article.headline))
        case Place.BODY:
            return bool(article.body.blocks)
        case Place.PHOTOS:
            return any(True for _photo in photos(article.body))
        case Place.TAGS:
            return bool(article.tags)
        case Place.BYLINE:
            return bool(article.byline)
        case Place.KICKER | Place.LEDE | Place.DATELINE:
            return bool(str(getattr(article, place.value)).strip())
        case _:
            return True


def _unknown_profile(article: Article, profile: Profile | None) -> Iterator[Finding]:
    if article.profile and profile is None:
        message = Remark(
            template="There is no profile “{name}” any more.", params={"name": article.profile}
        )
        yield _finding("profile-unknown", Severity.HINT, message, Place.PROFILE)


def _broken(rule: Rule, missing: frozenset[Place], lengths: _Lengths) -> Iterator[Finding]:
    if rule.field in missing and rule.required is not None:
        message = MISSING[rule.field]
        yield _finding(f"{rule.field}-missing", rule.required, message, rule.field)
    elif _bounded(rule):
        measure = Measure(rule=rule, length=lengths.of(rule.field))
        if not measure.fits:
            yield _out_of_bounds(measure)


def _out_of_bounds(measure: Measure) -> Finding:
    rule = measure.rule
    short = measure.length < rule.least
    said = (TOO_SHORT if short else TOO_LONG)[rule.field]
    params = {"words": measure.length, "limit": rule.least if short else rule.most}
    message = replace(said, params=params)
    name = f"{rule.field}-{'short' if short else 'long'}"
    return _finding(name, rule.limit, message, rule.field)


def _blocks(body: Document) -> Iterator[Finding]:
    for block in body.blocks:
        if isinstance(block, Table) and not any(plain(cell) for row in block.rows for cell in row):
            message = Remark(template="A table is empty.")
            yield _finding("table-empty", Severity.WARNING, message, Place.BLOCK, block.id)
    for number, photo in enumerate(photos(body), start=1):
        yield from _photo(number, photo)


def _comments(article: Article) -> Iterator[Finding]:
    """One warning for all that was said and not answered; it leads to the first of them."""
    waiting = open_comments(article)
    if waiting:
        names = {comment.id for comment in waiting}
        stands = comment_blocks(article.body).items()
        block = next((block for name, block in stands if name in names), None)
        place = Place.BODY if block is None else Place.BLOCK
        message = Remark(template="Open comments: {count}.", params={"count": len(waiting)})
        yield _finding("comments-open", Severity.WARNING, message, place, block)


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
