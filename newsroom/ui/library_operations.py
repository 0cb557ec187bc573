"""What a person does to articles in the library, each with its way back on the undo stack."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from newsroom.domain.article import Article, SectionPath, Status
from newsroom.domain.changes import ChangeSet, Outcome
from newsroom.domain.ids import ArticleId
from newsroom.errors import NewsroomError
from newsroom.i18n import _, ngettext
from newsroom.language.finding import Replacement
from newsroom.services.articles import (
    Details,
    duplicate_article,
    read_article,
    set_details,
    set_status,
)
from newsroom.services.deleting import Removed, delete_articles, put_back
from newsroom.services.desk import Desk
from newsroom.services.replacing import (
    FoundArticle,
    Replaced,
    replace_in_library,
    swap_texts,
)
from newsroom.ui.changes import Operations
from newsroom.ui.tasks import Task, TaskProgress
from newsroom.ui.wording import status_label

Mutation = Callable[[], Outcome[Any]]
Ids = tuple[ArticleId, ...]
_NAMED = 5
"""Headlines that a message names one by one."""


class _Step(QUndoCommand):
    """A deed that is already done when it is pushed."""

    def __init__(self, words: str, run: Callable[[Mutation], None], deed: "Deed") -> None:
        super().__init__(words)
        self._run = run
        self._deed = deed
        self._done = True

    def redo(self) -> None:
        """Do it again; the first time it is done already."""
        if not self._done:
            self._run(self._deed.again)
        self._done = True

    def undo(self) -> None:
        """Take it back."""
        self._done = False
        self._run(self._deed.back)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """How to take back what was done, and how to do it again."""

    back: Mutation
    again: Mutation


class LibraryOperations(QObject):
    """Runs use cases on several articles. `done(str)` says in words what was done.

    `made(id)` names an article that was made and should be opened; `left_alone(str)` says which
    articles were not touched, since someone changed them meanwhile.
    """

    done = Signal(str)
    left_alone = Signal(str)
    made = Signal(str)

    def __init__(
        self, operations: Operations, stack: QUndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._operations = operations
        self._stack = stack
        self._desk: Desk | None = None

    def attach_desk(self, desk: Desk) -> None:
        """Work on the library of `desk`."""
        self._desk = desk
        self._stack.clear()

    def set_status(self, ids: Sequence[ArticleId], status: Status) -> None:
        """Move the articles on to `status`."""
        words = ngettext("{count} article: {status}", "{count} articles: {status}", len(ids))
        if status is Status.SPIKED:
            words = ngettext("{count} article spiked", "{count} articles spiked", len(ids))
        said = words.format(count=len(ids), status=status_label(status))
        self._do(said, ids, partial(_set_status, status=status))

    def move(self, ids: Sequence[ArticleId], section: SectionPath) -> None:
        """Put the articles into `section`."""
        words = ngettext(
            "{count} article moved to {section}", "{count} articles moved to {section}", len(ids)
        )
        said = words.format(count=len(ids), section=section[-1] if section else _("no section"))
        self._do(said, ids, partial(_move, section=section))

    def add_tag(self, ids: Sequence[ArticleId], tag: str) -> None:
        """Give the articles a tag besides those they have."""
        words = ngettext("{count} article tagged {tag}", "{count} articles tagged {tag}", len(ids))
        self._do(words.format(count=len(ids), tag=tag), ids, partial(_add_tag, tag=tag))

    def edit(self, article_id: ArticleId, details: Details) -> None:
        """Change what the inspector holds; it can be undone, and nothing is said about it."""
        if self._desk is not None:
            mutation = partial(_edit, self._desk, article_id, details)
            done = partial(self._push, _("Article details"))
            self._operations.run(mutation, owner=self, on_done=done)

    def delete(self, ids: Sequence[ArticleId]) -> None:
        """Remove spiked articles for good (until it is undone)."""
        words = ngettext("{count} article deleted", "{count} articles deleted", len(ids))
        self._do(words.format(count=len(ids)), ids, _delete)

    def duplicate(self, ids: Sequence[ArticleId]) -> None:
        """Make a draft with the content of the first of `ids` and open it."""
        if self._desk is not None and ids:
            mutation = partial(duplicate_article, desk=self._desk, article_id=ids[0])
            self._operations.run(mutation, owner=self, on_done=self._opened)

    def carry_out(self, words: str, deed: Callable[[Desk], Outcome[Deed]]) -> None:
        """Do something to the library that can be undone, and say `words`."""
        if self._desk is not None:
            mutation = partial(deed, self._desk)
            self._operations.run(mutation, owner=self, on_done=partial(self._pushed, words))

    def replace(
        self,
        replacement: Replacement,
        wanted: Sequence[FoundArticle],
        *,
        on_done: Callable[[Replaced], None],
        on_error: Callable[[NewsroomError], None],
        on_progress: Callable[[int, int, str], None],
    ) -> Task[Any] | None:
        """Replace words in the articles `wanted`; one step on the undo stack."""
        if self._desk is None:
            return None
        return self._operations.run_long(
            partial(_replace, self._desk, replacement, tuple(wanted)),
            owner=self,
            on_done=partial(self._replaced, self._desk, on_done),
            on_error=on_error,
            on_progress=on_progress,
        )

    def _replaced(self, desk: Desk, then: Callable[[Replaced], None], replaced: Replaced) -> None:
        count = len(replaced.swaps)
        if count:
            words = ngettext("Replaced in {count} article", "Replaced in {count} articles", count)
            deed = Deed(
                back=partial(swap_texts, desk=desk, swaps=replaced.back()),
                again=partial(swap_texts, desk=desk, swaps=replaced.swaps),
            )
            self._pushed(words.format(count=count), deed)
        self._tell_skipped(replaced)
        then(replaced)

    def _tell_skipped(self, value: object) -> None:
        if isinstance(value, Replaced) and value.skipped:
            words = _("Changed meanwhile and left as they are: {headlines}.")
            named = ", ".join(f"“{headline}”" for headline in value.skipped[:_NAMED])
            rest = "…" if len(value.skipped) > _NAMED else ""
            self.left_alone.emit(words.format(headlines=named + rest))

    def _opened(self, article: Article) -> None:
        self.made.emit(article.id)

    def _do(
        self,
        words: str,
        ids: Sequence[ArticleId],
        deed: Callable[..., Outcome[Deed]],
    ) -> None:
        if ids:
            self.carry_out(words, partial(deed, ids=tuple(ids)))

    def _pushed(self, words: str, deed: Deed) -> None:
        self._push(words, deed)
        self.done.emit(words)

    def _push(self, words: str, deed: Deed) -> None:
        self._stack.push(_Step(words, self._run, deed))

    def _run(self, mutation: Mutation) -> None:
        self._operations.run(mutation, owner=self, on_done=self._tell_skipped)


def _set_status(desk: Desk, ids: Ids, *, status: Status) -> Outcome[Deed]:
    before = {
        article_id: read_article(desk=desk, article_id=article_id).status for article_id in ids
    }
    changes = set_status(desk=desk, ids=ids, status=status).changes
    again = partial(set_status, desk=desk, ids=ids, status=status, force=True)
    deed = Deed(back=partial(_statuses_back, desk, before), again=again)
    return Outcome(value=deed, changes=changes)


def _statuses_back(desk: Desk, before: Mapping[ArticleId, Status]) -> Outcome[None]:
    return _all(
        set_status(desk=desk, ids=_having(before, status), status=status, force=True)
        for status in dict.fromkeys(before.values())
    )


def _move(desk: Desk, ids: Ids, *, section: SectionPath) -> Outcome[Deed]:
    before = {one: Details(section=_read(desk, one).section) for one in ids}
    return _set_details(desk, before, dict.fromkeys(ids, Details(section=section)))


def _add_tag(desk: Desk, ids: Ids, *, tag: str) -> Outcome[Deed]:
    tags = {one: _read(desk, one).tags for one in ids}
    before = {one: Details(tags=old) for one, old in tags.items()}
    return _set_details(desk, before, {one: Details(tags=(*old, tag)) for one, old in tags.items()})


def _edit(desk: Desk, article_id: ArticleId, details: Details) -> Outcome[Deed]:
    before = _same_fields(_read(desk, article_id), details)
    return _set_details(desk, {article_id: before}, {article_id: details})


def _same_fields(article: Article, details: Details) -> Details:
    """What `article` has in the fields that `details` would change."""
    names = [field.name for field in fields(Details) if field.name != "no_embargo"]
    old = {name: getattr(article, name) for name in names if getattr(details, name) is not None}
    if details.no_embargo:
        return Details(**old | {"embargo": article.embargo})
    return Details(**old, no_embargo=details.embargo is not None and article.embargo is None)


def _set_details(
    desk: Desk, before: Mapping[ArticleId, Details], after: Mapping[ArticleId, Details]
) -> Outcome[Deed]:
    again = partial(_details_of_each, desk, after)
    deed = Deed(back=partial(_details_of_each, desk, before), again=again)
    return Outcome(value=deed, changes=again().changes)


def _details_of_each(desk: Desk, wanted: Mapping[ArticleId, Details]) -> Outcome[None]:
    return _all(
        set_details(desk=desk, ids=[one], details=details) for one, details in wanted.items()
    )


def _delete(desk: Desk, ids: Ids) -> Outcome[Deed]:
    deletion = _Deletion(desk, ids)
    changes = deletion.away().changes
    return Outcome(value=Deed(back=deletion.back, again=deletion.away), changes=changes)


class _Deletion:
    """Remembers what was deleted last: done again, it may be more than the first time."""

    def __init__(self, desk: Desk, ids: Ids) -> None:
        self._desk, self._ids = desk, ids
        self._removed: tuple[Removed, ...] = ()

    def away(self) -> Outcome[tuple[Removed, ...]]:
        outcome = delete_articles(desk=self._desk, ids=self._ids)
        self._removed = outcome.value
        return outcome

    def back(self) -> Outcome[tuple[Article, ...]]:
        return put_back(desk=self._desk, removed=self._removed)


def _read(desk: Desk, article_id: ArticleId) -> Article:
    return read_article(desk=desk, article_id=article_id)


def _replace(
    desk: Desk,
    replacement: Replacement,
    wanted: Sequence[FoundArticle],
    progress: TaskProgress,
) -> Outcome[Replaced]:
    return replace_in_library(desk=desk, replacement=replacement, wanted=wanted, progress=progress)


def _having(statuses: Mapping[ArticleId, Status], status: Status) -> Ids:
    return tuple(one for one, found in statuses.items() if found is status)


def _all(outcomes: Iterable[Outcome[Any]]) -> Outcome[None]:
    """Everything that several mutations changed."""
    changes = ChangeSet()
    for outcome in outcomes:
        changes |= outcome.changes
    return Outcome(value=None, changes=changes)
