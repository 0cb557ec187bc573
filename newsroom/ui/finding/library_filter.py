"""In which articles of the library is searched: section, status, tag."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsroom.domain.article import SectionPath, Status
from newsroom.domain.library import ArticleFilter
from newsroom.domain.taxonomy import SectionTree
from newsroom.i18n import _
from newsroom.services.articles import read_tags
from newsroom.services.desk import Desk
from newsroom.services.sections import read_sections
from newsroom.ui.tasks import TaskProgress, TaskRunner
from newsroom.ui.theme import Theme
from newsroom.ui.widgets.choice_field import Choice, ChoiceField
from newsroom.ui.widgets.section_picker import spoken_path
from newsroom.ui.wording import status_colour, status_label

T = TypeVar("T")
Known = tuple[SectionTree, Sequence[str]]


class LibraryFilter(QWidget):
    """Three fields; `changed()` when one was set."""

    changed = Signal()

    def __init__(self, *, desk: Desk, tasks: TaskRunner, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._known: Known = (SectionTree(), ())
        self.section: ChoiceField[SectionPath | None] = ChoiceField(
            theme, _("Section"), self._sections
        )
        self.status: ChoiceField[Status | None] = ChoiceField(theme, _("Status"), self._statuses)
        self.tag: ChoiceField[str | None] = ChoiceField(theme, _("Tag"), self._tags)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for field, first in (
            (self.section, _("All sections")),
            (self.status, _("All but the bin")),
            (self.tag, _("All tags")),
        ):
            field.show_choice(Choice(value=None, words=first))
            layout.addWidget(field, 1)
        self.section.chosen.connect(self._section_chosen)
        self.status.chosen.connect(self._status_chosen)
        self.tag.chosen.connect(self._tag_chosen)
        tasks.run(partial(_read, desk), owner=self, on_done=self._learn)

    def wanted(self) -> ArticleFilter:
        """The filter as it is set."""
        return ArticleFilter(
            section=self.section.current(), status=self.status.current(), tag=self.tag.current()
        )

    def _learn(self, known: Known) -> None:
        self._known = known

    def _sections(self) -> list[Choice[SectionPath | None]]:
        every: Choice[SectionPath | None] = Choice(value=None, words=_("All sections"))
        found = [every]
        found += [Choice(value=path, words=spoken_path(path)) for path in self._known[0].paths()]
        return found

    def _statuses(self) -> list[Choice[Status | None]]:
        return [Choice(value=None, words=_("All but the bin")), *self._each_status()]

    def _each_status(self) -> Iterator[Choice[Status | None]]:
        for status in Status:
            dot = status_colour(status, self._theme.tokens)
            yield Choice(value=status, words=status_label(status), dot=dot)

    def _tags(self) -> list[Choice[str | None]]:
        every: Choice[str | None] = Choice(value=None, words=_("All tags"))
        found = [every]
        found += [Choice(value=tag, words=tag) for tag in self._known[1]]
        return found

    @Slot(object)
    def _section_chosen(self, value: SectionPath | None) -> None:
        self.section.show_choice(_with(self._sections(), value))
        self.changed.emit()

    @Slot(object)
    def _status_chosen(self, value: Status | None) -> None:
        self.status.show_choice(_with(self._statuses(), value))
        self.changed.emit()

    @Slot(object)
    def _tag_chosen(self, value: str | None) -> None:
        self.tag.show_choice(_with(self._tags(), value))
        self.changed.emit()


def _with(choices: Sequence[Choice[T]], value: T) -> Choice[T]:
    return next(choice for choice in choices if choice.value == value)


def _read(desk: Desk, progress: TaskProgress) -> Known:
    del progress
    return read_sections(desk=desk), read_tags(desk=desk)
