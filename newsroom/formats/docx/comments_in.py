"""Comments of a Word file: on which words they stand, and what of them our writer noted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsroom.domain.comment import Comment, CommentId, new_comment_id
from newsroom.formats.docx.elements import clark

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_START, _END, _RUN = clark("w:commentRangeStart"), clark("w:commentRangeEnd"), clark("w:r")
_MARK = "newsroom-comment"
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Told:
    """What our writer noted of a comment: its id (empty for the note to the editor), and by whom
    and when it was made, to see that it is still the same one.
    """

    id: CommentId
    author: str
    at: datetime


def mark_comments(body: "Element") -> None:
    """Note on each run the number of the innermost comment whose range it stands in.

    Ranges may begin and end anywhere between paragraphs, rows and runs; one without an end is none.
    """
    ended = {mark.get(clark("w:id"), "") for mark in body.iter(_END)}
    around: list[str] = []
    for element in body.iter(_START, _END, _RUN):
        number = element.get(clark("w:id"), "")
        if element.tag == _START and number in ended:
            around.append(number)
        elif element.tag == _END and number in around:
            around.remove(number)
        elif element.tag == _RUN and around:
            element.set(_MARK, around[-1])


def comment_of(run: "Element") -> str:
    """The number that `mark_comments` noted on a run, empty for none."""
    return run.get(_MARK, "")


def word_date(moment: datetime) -> str:
    """A moment as Word notes it, in whole seconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A comment of the file: its number there, what it says, and whether it is our own note."""

    number: str
    comment: Comment
    is_note: bool = False


def found_comment(element: "Element", words: str, told: Mapping[str, Told]) -> Found:
    """The comment of a `w:comment` that says `words`; `told` is what our writer noted."""
    number, author = element.get(clark("w:id"), ""), element.get(clark("w:author"), "")
    date = element.get(clark("w:date"), "")
    known = told.get(number)
    if known is None or (known.author, word_date(known.at)) != (author, date):
        comment = Comment(id=new_comment_id(), text=words, author=author, at=_moment(date))
        return Found(number=number, comment=comment)
    comment = Comment(id=known.id, text=words, author=author, at=known.at)
    return Found(number=number, comment=comment, is_note=not known.id)


def _moment(date: str) -> datetime:
    """Word writes the hour of its own place and calls it UTC; a file may hold no date at all."""
    try:
        moment = datetime.fromisoformat(date)
    except ValueError:
        return _UNDATED
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def in_order(comments: Iterator[Found], told: Mapping[str, Told]) -> list[Found]:
    """Those that our writer noted in the article's order, then the others as they come."""
    places = {number: place for place, number in enumerate(told)}
    return sorted(comments, key=lambda found: places.get(found.number, len(places)))
