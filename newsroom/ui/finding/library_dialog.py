"""Finding and replacing in all articles, with a list of what would become what."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSettings, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QProgressBar, QTreeView, QWidget
from shiboken6 import isValid

from newsroom.domain.library import ArticleFilter
from newsroom.errors import CancelledError, NewsroomError, UserError
from newsroom.i18n import _, ngettext, sentence
from newsroom.language.finding import Pattern, Replacement
from newsroom.services.desk import Desk
from newsroom.services.replacing import FoundArticle, FoundInLibrary, Replaced, find_in_library
from newsroom.ui.dialogs.base import Dialog, Notice, plain_button
from newsroom.ui.finding.context import ContextDelegate
from newsroom.ui.finding.library_filter import LibraryFilter
from newsroom.ui.finding.library_hits import LibraryHits
from newsroom.ui.finding.options import FindField, Options, Toggle
from newsroom.ui.library_operations import LibraryOperations
from newsroom.ui.tasks import Lane, Task, TaskProgress, TaskRunner
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.wording import number

_UNFOLDED = 400
"""Hits up to which the tree is unfolded at once."""


class LibraryReplaceDialog(Dialog):
    """Enter finds; nothing is replaced but what is ticked, and it can be undone as one step."""

    def __init__(
        self,
        *,
        desk: Desk,
        tasks: TaskRunner,
        deeds: LibraryOperations,
        theme: Theme,
        settings: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Find and replace in the library"), parent)
        self._desk, self._tasks, self._deeds, self._theme = desk, tasks, deeds, theme
        self._task: Task[FoundInLibrary] | None = None
        self._replacing: Task[object] | None = None
        self._pattern: Pattern | None = None
        self._replacement: Replacement | None = None
        self.words, self.new_words = FindField(), FindField()
        self.options, self.keep_case = Options(), Toggle("AA")
        self.options.remember(settings)
        self.search = plain_button(_("Find"))
        self.filter = LibraryFilter(desk=desk, tasks=tasks, theme=theme)
        self.notice = Notice()
        self.progress = QProgressBar()
        self.hits = LibraryHits(self)
        self.view = QTreeView()
        self.summary = PlainLabel()
        self.shut = self.add_button(_("Close"))
        self.take = self.add_button(_("Replace"), "primary")
        self.take.setAutoDefault(False)  # Enter finds; it must not replace by accident
        self.take.setDefault(False)
        self._lay_out()
        self._connect()
        self._refresh()
        self.words.setFocus()

    # ---- how it is made

    def _lay_out(self) -> None:
        for field, words in (
            (self.words, _("Find in the library")),
            (self.new_words, _("Replace with")),
        ):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
        self.keep_case.set_words(_("Keep capitals: THUẾ becomes PHÍ"))
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.addWidget(self.words, 0, 0)
        grid.addWidget(self.options, 0, 1)
        grid.addWidget(self.search, 0, 2)
        grid.addWidget(self.new_words, 1, 0)
        grid.addWidget(self.keep_case, 1, 1)
        grid.setColumnStretch(0, 1)
        self._set_up_view()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Progress"))
        set_kind(self.summary, "hint")
        self.summary.setWordWrap(True)
        self.body.addLayout(grid)
        for part in (self.filter, self.notice, self.progress):
            self.body.addWidget(part)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.summary)
        self.body.setSpacing(10)
        self.progress.hide()
        self.setTabOrder(self.words, self.new_words)
        self.resize(860, 660)

    def _set_up_view(self) -> None:
        self._delegate = ContextDelegate(self._theme.tokens, self)
        self.view.setModel(self.hits)
        self.view.setItemDelegate(self._delegate)
        self.view.setHeaderHidden(True)
        self.view.setUniformRowHeights(True)
        self.view.setIndentation(20)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(_("Hits in the library"))
        set_kind(self.view, "boxed")

    def _connect(self) -> None:
        self._theme.changed.connect(self._delegate.set_tokens)
        self.words.textChanged.connect(self._outdated)
        self.options.changed.connect(self._outdated)
        self.filter.changed.connect(self._outdated)
        self.words.entered.connect(self._find)
        self.words.left_down.connect(self.view.setFocus)
        self.new_words.left_down.connect(self.view.setFocus)
        self.new_words.entered.connect(self._find)
        self.new_words.textChanged.connect(self._make_replacement)
        self.keep_case.toggled.connect(self._make_replacement)
        self.search.clicked.connect(self._find)
        self.hits.chosen_changed.connect(self._refresh)
        self.take.clicked.connect(self._replace)
        self.shut.clicked.connect(self.close)

    # ---- finding

    @Slot()
    def _outdated(self) -> None:
        """What is listed is not what is asked for any more."""
        self._stop()
        self._pattern = None
        self.hits.show(())
        self._make_replacement()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.progress.hide()

    @Slot()
    def _find(self) -> None:
        """Search all articles that pass the filter."""
        self._outdated()
        try:
            self._pattern = self.options.pattern(self.words.text())
        except UserError as error:
            self.notice.say(sentence(error))
            return
        self._make_replacement()
        if not self._pattern.words:
            return
        self._show_progress(0, 0, "")
        self._task = self._tasks.run(
            partial(_found, self._desk, self._pattern, self.filter.wanted()),
            owner=self,
            on_done=self._show,
            on_error=self._not_done,
            on_progress=self._show_progress,
            on_part=self._show_more,
            lane=Lane.POOL,
        )
        self._refresh()

    def _show_progress(self, done: int, total: int, label: str) -> None:
        del label
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress.show()

    def _show_more(self, articles: Sequence[FoundArticle]) -> None:
        """List articles after those that are listed."""
        first = self.hits.rowCount()
        self.hits.add(articles)
        if self.hits.hits() <= _UNFOLDED:
            for row in range(first, self.hits.rowCount()):
                self.view.expand(self.hits.index(row, 0))

    def _show(self, found: FoundInLibrary) -> None:
        self._task = None
        self.progress.hide()
        self._show_more(found.articles[self.hits.rowCount() :])
        if found.more:
            words = _("There are more; replace these {count} first, then find again.")
            self.notice.say(words.format(count=number(self.hits.hits())), "info")
        elif self.hits.published():
            words = _("Published articles are left as they are unless you tick them.")
            self.notice.say(words, "info")
        self._refresh()

    def _not_done(self, error: NewsroomError) -> None:
        if not isValid(self):
            return
        cancelled = isinstance(error, CancelledError)
        if not cancelled or self._replacing is not None:
            self.progress.hide()
            self.notice.say("" if cancelled else sentence(error))
            self._task = self._replacing = None
            self._refresh()

    # ---- replacing

    @Slot()
    def _make_replacement(self) -> None:
        self._replacement = None
        self.notice.say("")
        if self._pattern is not None:
            try:
                self._replacement = Replacement(
                    pattern=self._pattern,
                    words=self.new_words.text(),
                    keep_case=self.keep_case.isChecked(),
                )
            except UserError as error:
                self.notice.say(sentence(error))
        self.hits.set_replacement(self._replacement)
        self.view.viewport().update()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """The summary and the button tell what would be done."""
        chosen, hits = self.hits.chosen_hits(), self.hits.hits()
        words = ngettext("Replace {count} hit", "Replace {count} hits", chosen)
        self.take.setText(words.format(count=number(chosen)) if chosen else _("Replace"))
        idle = self._task is None and self._replacing is None
        self.take.setEnabled(bool(chosen and self._replacement is not None and idle))
        for part in (self.words, self.new_words, self.options, self.filter, self.view):
            part.setEnabled(self._replacing is None)
        self.search.setEnabled(bool(self.words.text()) and self._replacing is None)
        self.summary.setText(self._summary(hits))

    def _summary(self, hits: int) -> str:
        if self._pattern is None or not self._pattern.words:
            return _("Type what to find and press Enter; nothing changes until you replace.")
        if self._task is not None:
            return _("Searching…")
        if not hits:
            return _("No hits")
        articles = self.hits.rowCount()
        in_all = ngettext("{hits} in {count} article", "{hits} in {count} articles", articles)
        words = ngettext("{count} hit", "{count} hits", hits).format(count=number(hits))
        return in_all.format(hits=words, count=number(articles))

    @Slot()
    def _replace(self) -> None:
        """Replace what is ticked."""
        if self._replacement is None or not self.take.isEnabled():
            return
        self._replacing = self._deeds.replace(
            self._replacement,
            self.hits.chosen(),
            on_done=self._replaced,
            on_error=self._not_done,
            on_progress=self._show_progress,
        )
        self._refresh()

    def _replaced(self, done: Replaced) -> None:
        del done
        if isValid(self):
            self._replacing = None
            self.close()

    def reject(self) -> None:
        """While something is being replaced, closing stops that first; nothing is written then."""
        self._stop()
        if self._replacing is not None:
            self._replacing.cancel()
            return
        super().reject()


def _found(
    desk: Desk, pattern: Pattern, within: ArticleFilter, progress: TaskProgress
) -> FoundInLibrary:
    return find_in_library(
        desk=desk, pattern=pattern, within=within, progress=progress, on_found=progress.part
    )
