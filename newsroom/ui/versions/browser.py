"""Looking at an article's versions: the list in the inspector, the comparison in the centre."""

from collections.abc import Sequence
from datetime import tzinfo
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from newsroom.domain.article import Article
from newsroom.domain.changes import ChangeSet
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.domain.paper import PaperSettings, zone
from newsroom.domain.versions import Version, VersionId
from newsroom.i18n import _
from newsroom.services.desk import Desk
from newsroom.ui.actions import Actions
from newsroom.ui.centre import Centre
from newsroom.ui.changes import Operations
from newsroom.ui.compare_pane import ComparePane
from newsroom.ui.editor.compare_lines import Comparison, Origin
from newsroom.ui.editor.pictures import load_photo
from newsroom.ui.inspector.inspector import Inspector
from newsroom.ui.open_article import OpenArticle
from newsroom.ui.tasks import Lane, Task, TaskRunner
from newsroom.ui.versions.naming import VersionNaming
from newsroom.ui.versions.reading import (
    Counted,
    Counts,
    leave_it,
    read_comparison,
    read_counts,
    read_versions,
)
from newsroom.ui.versions.restoring import VersionRestoring
from newsroom.ui.wording import full_time


class VersionBrowser(QObject):
    """Serves the inspector's page of versions and the pane that compares.

    `history_wanted()` asks the window to bring that page to the front.
    """

    history_wanted = Signal()

    def __init__(
        self,
        *,
        actions: Actions,
        tasks: TaskRunner,
        operations: Operations,
        article: OpenArticle,
        centre: Centre,
        pane: ComparePane,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._naming = VersionNaming(operations, article, centre, window)
        self._restoring = VersionRestoring(operations, article, centre, self)
        self._article, self._centre, self._pane = article, centre, pane
        self._inspector: Inspector | None = None
        self._desk: Desk | None = None
        self._zone: tzinfo = zone(PaperSettings())
        self._versions: dict[VersionId, Version] = {}
        self._counted: Counted = {}
        self._counting: Task[Counts] | None = None
        self._shown: tuple[ArticleId, VersionId] | None = None
        self._actions = actions
        actions["keep-version"].triggered.connect(self._naming.keep_named)
        actions["versions"].triggered.connect(self.history_wanted)
        pane.left.connect(self.leave)
        pane.all_wanted.connect(self._restore_all)
        pane.part_wanted.connect(self._restore_part)
        self._restoring.all_restored.connect(self.leave)

    # ---- parts -----------------------------------------------------------------------------
    def attach(self, inspector: Inspector) -> None:
        """Serve this inspector; a change of language brings another."""
        self._inspector = inspector
        page = inspector.history_page
        page.versions_wanted.connect(self._list)
        page.version_picked.connect(self._pick)
        page.keeping_wanted.connect(self._naming.keep_named)
        page.versions.rename_wanted.connect(self._ask_rename)
        inspector.place_requested.connect(self.leave)
        inspector.photo_requested.connect(self.leave)
        page.refresh()

    def attach_desk(self, desk: Desk) -> None:
        """Read from the library of `desk`, and write into it."""
        self._desk = desk
        self._naming.attach_desk(desk)
        self._restoring.attach_desk(desk)

    def set_paper(self, paper: PaperSettings) -> None:
        """Tell times on the paper's clock."""
        self._zone = zone(paper)

    @Slot(object)
    def apply(self, changes: ChangeSet) -> None:
        """Versions were kept or went, or the text that one is compared with has changed."""
        open_id = self._article.article_id()
        if open_id in changes.versions and self._inspector is not None:
            self._inspector.history_page.refresh()
        if self._shown is not None and self._shown[0] in changes.articles:
            self._compare(*self._shown)

    # ---- the list --------------------------------------------------------------------------
    @Slot(str)
    def _list(self, article_id: ArticleId) -> None:
        if self._desk is not None:
            self._tasks.run(
                partial(read_versions, self._desk, article_id),
                owner=self,
                on_done=partial(self._take_list, article_id),
                on_error=leave_it,
            )

    def _take_list(self, article_id: ArticleId, versions: Sequence[Version]) -> None:
        if self._inspector is not None and article_id == self._article.article_id():
            self._versions = {version.id: version for version in versions}
            self._inspector.history_page.show_versions(versions)
            if self._desk is not None:
                self._count(self._desk, versions)

    def _count(self, desk: Desk, versions: Sequence[Version]) -> None:
        """How much each changed; what was counted once is not counted again."""
        if self._counting is not None:
            self._counting.cancel()
        older = [*(version.id for version in versions[1:]), None]
        pairs = [(old, version.id) for old, version in zip(older, versions, strict=False)]
        self._counting = self._tasks.run(
            partial(read_counts, desk, pairs, self._counted),
            owner=self,
            on_done=self._take_counts,
            on_error=leave_it,
            lane=Lane.POOL,
        )

    def _take_counts(self, counts: Counts) -> None:
        if self._inspector is not None and counts.keys() <= self._versions.keys():
            self._inspector.history_page.versions.show_counts(counts)

    @Slot(int)
    def _ask_rename(self, version_id: VersionId) -> None:
        version = self._versions.get(version_id)
        if version is not None:
            self._naming.ask_rename(version)

    # ---- comparing -------------------------------------------------------------------------
    @Slot(int)
    def _pick(self, version_id: VersionId) -> None:
        article_id = self._article.article_id()
        if article_id is not None:
            compare = partial(self._compare, article_id, version_id)
            self._article.store_then(compare, keep=False)  # keeping might thin out this one

    def _compare(self, article_id: ArticleId, version_id: VersionId) -> None:
        if self._desk is not None:
            self._tasks.run(
                partial(read_comparison, self._desk, article_id, version_id),
                owner=self,
                on_done=partial(self._show, article_id, version_id),
            )

    def _show(self, article_id: ArticleId, version_id: VersionId, made: Comparison) -> None:
        version = self._versions.get(version_id)
        if version is None or article_id != self._article.article_id():
            return
        fresh = self._shown != (article_id, version_id)
        if fresh:
            self._pane.sheet.start_over()
        self._shown = (article_id, version_id)
        self._pane.show_comparison(self._title(version), made, self._load_photo)
        self._show_comparison()
        if fresh:
            self._pane.setFocus()

    def _title(self, version: Version) -> str:
        words = _("Changes since {time}").format(time=full_time(version.at, self._zone))
        return " · ".join(filter(None, (version.name, words, version.by)))

    def _load_photo(self, photo: PhotoId) -> QImage | None:
        if self._desk is not None:
            self._tasks.run(
                partial(load_photo, self._desk, photo),
                owner=self,
                on_done=partial(self._pane.sheet.show_photo, photo),
                on_error=leave_it,
                lane=Lane.POOL,
            )
        return None

    @Slot()
    def leave(self) -> None:
        """Back to the sheet."""
        if self._shown is not None:
            self._shown = None
            self._actions.show_sheet(True)
            self._centre.show_sheet()
            self._article.take_focus()
            if self._inspector is not None and isValid(self._inspector):
                self._inspector.history_page.versions.unpick()

    @Slot(object)
    def opened(self, article: Article) -> None:
        """The sheet was filled anew: by what was restored here, or with another article."""
        if self._shown is not None and self._shown[0] == article.id:
            self._show_comparison()
        else:
            self.closed()

    def _show_comparison(self) -> None:
        self._actions.show_sheet(False)
        self._centre.show_comparison()

    @Slot()
    def closed(self) -> None:
        """No article is open any more, or another one."""
        self._shown = None
        self._actions.show_sheet(True)

    # ---- restoring -------------------------------------------------------------------------
    @Slot()
    def _restore_all(self) -> None:
        if self._shown is not None:
            self._restoring.restore_all(*self._shown, self._zone)

    @Slot(object)
    def _restore_part(self, origin: Origin) -> None:
        if self._shown is not None:
            self._restoring.restore_part(*self._shown, origin)
