"""The end of a page: where the article is over and the site's furniture begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.domain.document import ListBlock, Table
from newsroom.formats.page.furniture import Furniture, furniture_kind, split_tags, tags_in
from newsroom.formats.page.moments import is_relative_time, time_line
from newsroom.formats.page.names import byline_names
from newsroom.formats.page.pieces import Hint, Piece

_SEARCHED = 400
_TEASER_WORDS = 45
_BACK_TO = re.compile(r"^(?:trở lại|quay lại|trở về|back to)\s+\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """How many pieces belong to the article, the lines dropped after them, the tags among these."""

    end: int
    dropped: tuple[str, ...]
    tags: tuple[str, ...]


def find_tail(pieces: Sequence[Piece]) -> Tail:
    """Where the article ends: before the first line from which on all is furniture.

    Between buttons one odd line may stand; headlines and teasers belong to the list above them.
    The first two pieces are never furniture of the end.
    """
    end = _end(pieces)
    cut = pieces[end:]
    tags = _tags(cut)
    return Tail(end=end, dropped=tuple(part.words for part in cut), tags=tags)


def _end(pieces: Sequence[Piece]) -> int:
    end = len(pieces)
    pending: list[Piece] = []
    for index in range(len(pieces) - 1, max(1, len(pieces) - _SEARCHED), -1):
        kind = _kind(pieces[index])
        if kind is None:
            pending.append(pieces[index])
            if not _may_wait(pieces, index, pending):
                break
            continue
        if pending and not _takes(kind, pending, pieces, index):
            break
        end, pending = index, []
    return end


def _kind(piece: Piece) -> Furniture | None:
    if isinstance(piece.block, Table):
        return None
    if isinstance(piece.block, ListBlock):
        return _list_kind(piece.block)
    if piece.hint is Hint.TAGS or (tags_in(piece.words) is not None):
        return Furniture.TAGS
    if piece.count <= 6 and _BACK_TO.match(piece.words):
        return Furniture.BUTTON
    return furniture_kind(piece.words)


def _list_kind(block: ListBlock) -> Furniture | None:
    """A list whose items are all buttons; a list of headlines waits for its heading."""
    words = ["".join(run.text for run in item.text) for item in block.items]
    kinds = [furniture_kind(item) for item in words]
    return Furniture.BUTTON if kinds and all(kinds) else None


def _may_wait(pieces: Sequence[Piece], index: int, pending: Sequence[Piece]) -> bool:
    """Whether a line that is no furniture may turn out to belong to furniture above it."""
    return len(pending) < 120 and pieces[index].count <= 120


def _takes(kind: Furniture, pending: Sequence[Piece], pieces: Sequence[Piece], index: int) -> bool:
    """Whether the furniture at `index` carries the lines below it that are none themselves."""
    if _follows_byline(pieces, index) and _is_small_part(pieces[:index], pieces[index:]):
        return True
    match kind:
        case Furniture.RELATED:
            return all(_is_entry(line) for line in pending)
        case Furniture.COMMENTS:
            above = pieces[index - 1]
            return _kind(above) is not None and all(p.count <= _TEASER_WORDS for p in pending)
        case Furniture.FOOTER:
            return all(_is_entry(line) for line in pending)
        case Furniture.TAGS:
            return all(line.count <= 6 for line in pending)
        case Furniture.BUTTON:
            return len(pending) == 1 and _is_entry(pending[0]) and index + 2 < len(pieces)


def _is_small_part(article: Sequence[Piece], below: Sequence[Piece]) -> bool:
    """Whether what is to be dropped has less running text than what is kept."""
    kept = sum(part.count for part in article if part.count > 12)
    return sum(part.count for part in below if part.count > 12) < kept


def _is_entry(piece: Piece) -> bool:
    """An entry of a list of headlines: short and no sentence, or a date, or its section."""
    if isinstance(piece.block, ListBlock):
        return all(
            not "".join(r.text for r in item.text).endswith(".") for item in piece.block.items
        )
    if time_line(piece.words) is not None or is_relative_time(piece.words):
        return True
    return piece.count <= 30 and not piece.words.endswith((".", ":", ";", ","))


def _follows_byline(pieces: Sequence[Piece], index: int) -> bool:
    """Whether the line above (furniture between them aside) names the author: the text is over."""
    for above in range(index - 1, max(1, index - 6), -1):
        line = pieces[above]
        if line.is_paragraph and line.count <= 14 and byline_names(line.words):
            return True
        if _kind(line) is None:
            return False
    return False


def _tags(cut: Sequence[Piece]) -> tuple[str, ...]:
    """The tags listed after the article, in their own line or in the short lines below it."""
    for index, line in enumerate(cut):
        found = tags_in(line.words) if line.hint is not Hint.TAGS else _hinted_tags(line)
        if found:
            return found
        if found is not None:
            return _tags_below(cut[index + 1 :])
    return ()


def _hinted_tags(line: Piece) -> tuple[str, ...]:
    return tags_in(line.words) or split_tags(line.words)


def _tags_below(lines: Sequence[Piece]) -> tuple[str, ...]:
    tags: list[str] = []
    for line in lines:
        if furniture_kind(line.words) is not None or line.count > 6 or len(tags) >= 20:
            break
        tags.extend(split_tags(line.words))
    return tuple(tags)
