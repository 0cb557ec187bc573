"""The comments of the article on the sheet.

A commented stretch of text carries its whole comment in its character format, so that the undo
stack brings back what a comment said together with where it stood. What is kept here beside the
text is the order of the comments, and those whose words were removed.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from newsroom.domain.comment import Comment, CommentId
from newsroom.domain.document import plain
from newsroom.domain.json_article import comments_from_json, comments_to_json

if TYPE_CHECKING:
    from newsroom.ui.editor.lines import Line


def packed(comment: Comment) -> str:
    """A comment as a character format holds it."""
    return json.dumps(comments_to_json((comment,)), ensure_ascii=False)


@lru_cache(maxsize=1024)
def unpacked(value: str) -> Comment | None:
    """The comment that `packed` wrote; None for an empty value."""
    return comments_from_json(json.loads(value))[0] if value else None


class Comments:
    """Follows the lines of one sheet.

    A comment whose words are removed is kept ("text removed") unless it was resolved. `stepping`
    says that the undo stack is being walked: there, words that stay while their comment goes mean
    that the comment itself was made or deleted.
    """

    def __init__(self) -> None:
        self._known: dict[CommentId, Comment] = {}
        self._order: dict[CommentId, int] = {}
        self._lines: Counter[CommentId] = Counter()
        self.stepping = False

    def take(self, comments: Sequence[Comment]) -> None:
        """Begin with the comments of another article."""
        self._known.clear()
        self._order.clear()
        self._lines.clear()
        self._keep(comments)

    def recount(self, lines: Sequence["Line"]) -> None:
        """Look at all lines anew."""
        self._lines = Counter(name for line in lines for name in _names(line))
        for line in lines:
            self._keep(line.comments)

    def follow(self, old: Sequence["Line"], new: Sequence["Line"]) -> None:
        """The lines `old` became `new`."""
        before = Counter(name for line in old for name in _names(line))
        after = Counter(name for line in new for name in _names(line))
        for line in new:
            self._keep(line.comments)
        if before == after:
            return
        self._lines.update(after)
        self._lines.subtract(before)
        gone = [name for name in before if not self._lines[name]]
        unmade = bool(gone) and self.stepping and _words(old) == _words(new)
        for name in gone:
            comment = self._known.get(name)
            if comment is not None and (unmade or comment.resolved):
                self.forget(name)

    @contextmanager
    def walking_the_undo_stack(self) -> Iterator[None]:
        """Changes within are steps taken back or done again."""
        self.stepping = True
        try:
            yield
        finally:
            self.stepping = False

    def _keep(self, comments: Iterable[Comment]) -> None:
        for comment in comments:
            self._order.setdefault(comment.id, len(self._order))
            self._known[comment.id] = comment

    def all(self) -> tuple[Comment, ...]:
        """All comments in the order in which they came."""
        return tuple(sorted(self._known.values(), key=lambda comment: self._order[comment.id]))

    def find(self, name: CommentId) -> Comment | None:
        """The comment of that id, if there is one."""
        return self._known.get(name)

    def is_anchored(self, name: CommentId) -> bool:
        """Whether words on the sheet have this comment."""
        return self._lines[name] > 0

    def packed(self, name: CommentId | None) -> str:
        """What text with this comment carries; empty for an unknown one and for none."""
        comment = None if name is None else self._known.get(name)
        return "" if comment is None else packed(comment)

    def forget(self, name: CommentId) -> None:
        """A comment was deleted."""
        self._known.pop(name, None)


def _names(line: "Line") -> set[CommentId]:
    return {comment.id for comment in line.comments}


def _words(lines: Sequence["Line"]) -> str:
    return "\n".join(plain(line.text) for line in lines)
