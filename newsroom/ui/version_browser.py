"""Looking at an article's versions: the list in the inspector, the comparison in the centre."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, tzinfo
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from newsroom.domain.article import Article
from newsroom.domain.changes import ChangeSet, Outcome
from newsroom.domain.diff import WordChange
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.domain.paper import PaperSettings, zone
from newsroom.domain.versions import Version, VersionId
from newsroom.errors import NewsroomError
from newsroom.i18n import _
from newsroom.services.desk import Desk
from newsroom.services.versions import (
    Restored,
    compare_with_present,
    count_changes,
    keep_version,
    list_versions,
    rename_version,
    restore_block,
    restore_field,
    restore_version,
)
from newsroom.ui.actions import Actions
from newsroom.ui.centre import Centre
from newsroom.ui.changes import Operations
from newsroom.ui.compare_pane import ComparePane
from newsroom.ui.editor.compare_lines import Comparison, Origin
from newsroom.ui.editor.pictures import load_picture
from newsroom.ui.inspector.inspector import Inspector
from newsroom.ui.open_article import OpenArticle
from newsroom.ui.tasks import Lane, Task, TaskProgress, TaskRunner
from newsroom.ui.wording import full_time

Counts = dict[VersionId, WordChange]


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
        self._tasks, self._operations = tasks, operations
        self._article, self._centre, self._pane = article, centre, pane
        self._window = window
        self._inspector: Inspector | None = None
        self._desk: Desk | None = None
        self._zone: tzinfo = zone(PaperSettings())
        self._versions: dict[VersionId, Version] = {}
        self._counted: dict[tuple[VersionId | None, VersionId], WordChange] = {}
        self._counting: Task[Counts] | None = None
        self._shown: tuple[ArticleId, VersionId] | None = None
        self._actions = actions
        actions["keep-version"].triggered.connect(self.keep_named)
        actions["versions"].triggered.connect(self.history_wanted)
        pane.left.connect(self.leave)
        pane.all_wanted.connect(self._restore_all)
        pane.part_wanted.connect(self._restore_part)

    # ---- parts -----------------------------------------------------------------------------
    def attach(self, inspector: Inspector) -> None:
        """Serve this inspector; a change of language brings another."""
        self._inspector = inspector
        page = inspector.history_page
        page.versions_wanted.connect(self._list)
        page.version_picked.connect(self._pick)
        page.keeping_wanted.connect(self.keep_named)
        page.versions.rename_wanted.connect(self._ask_rename)
        inspector.place_requested.connect(self.leave)
        inspector.photo_requested.connect(self.leave)
        page.refresh()

    def attach_desk(self, desk: Desk) -> None:
        """Read from the library of `desk`."""
        self._desk = desk

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
                partial(_versions, self._desk, article_id),
                owner=self,
                on_done=partial(self._take_list, article_id),
                on_error=_leave_it,
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
            partial(_counts, desk, pairs, self._counted),
            owner=self,
            on_done=self._take_counts,
            on_error=_leave_it,
            lane=Lane.POOL,
        )

    def _take_counts(self, counts: Counts) -> None:
        if self._inspector is not None and counts.keys() <= self._versions.keys():
            self._inspector.history_page.versions.show_counts(counts)

    # ---- keeping ---------------------------------------------------------------------------
    @Slot()
    def keep_named(self) -> None:
        """Ask for a name and keep what is written now under it."""
        if self._article.article_id() is not None:
            self._ask_name(_("Keep a version"), "", self._keep)

    def _ask_name(self, title: str, name: str, take: Callable[[str], None]) -> None:
        from newsroom.ui.dialogs.name_dialog import NameDialog

        words = _("A version with a name is kept for ever.")
        dialog = NameDialog(title, words, name, self._window)
        dialog.chosen.connect(take)
        dialog.open()

    @Slot(str)
    def _keep(self, name: str) -> None:
        self._article.store_then(partial(self._keep_stored, name), keep=False)

    def _keep_stored(self, name: str) -> None:
        article_id = self._article.article_id()
        if self._desk is not None and article_id is not None:
            work = partial(keep_version, desk=self._desk, article_id=article_id, name=name)
            self._operations.run(work, owner=self, on_done=partial(self._tell_kept, name))

    def _tell_kept(self, name: str, version: Version | None) -> None:
        del version
        self._centre.tell_news(_("Kept as “{name}”.").format(name=name))

    @Slot(int)
    def _ask_rename(self, version_id: VersionId) -> None:
        version, article_id = self._versions.get(version_id), self._article.article_id()
        if version is not None and article_id is not None:
            rename = partial(self._name, article_id, version_id)
            self._ask_name(_("Name of the version"), version.name, rename)

    def _name(self, article_id: ArticleId, version_id: VersionId, name: str) -> None:
        if self._desk is not None:
            work = partial(
                rename_version,
                desk=self._desk,
                article_id=article_id,
                version_id=version_id,
                name=name,
            )
            self._operations.run(work, owner=self)

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
                partial(_diff, self._desk, article_id, version_id),
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
                partial(_picture, self._desk, photo),
                owner=self,
                on_done=partial(self._pane.sheet.show_photo, photo),
                on_error=_leave_it,
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
        if self._shown is not None and self._desk is not None:
            article_id, version_id = self._shown
            now = full_time(datetime.now(UTC), self._zone)
            self._restore(
                partial(
                    restore_version,
                    desk=self._desk,
                    article_id=article_id,
                    version_id=version_id,
                    name_before=_("Before going back, {time}").format(time=now),
                ),
                self._told_all,
            )

    @Slot(object)
    def _restore_part(self, origin: Origin) -> None:
        if self._shown is None or self._desk is None:
            return
        work = partial(_restore_origin, self._desk, *self._shown, origin)
        self._restore(work, self._tell_part)

    def _restore(
        self, work: Callable[[], Outcome[Restored]], told: Callable[[Restored], None]
    ) -> None:
        self._article.store_then(partial(self._run, work, told), keep=False)

    def _run(
        self, work: Callable[[], Outcome[Restored]], told: Callable[[Restored], None] | None
    ) -> None:
        self._operations.run(work, owner=self, on_done=told)

    def _told_all(self, restored: Restored) -> None:
        self.leave()
        self._tell(_("The version is back; what was there is kept."), restored)

    def _tell_part(self, restored: Restored) -> None:
        self._tell(_("That part is back as it was."), restored)

    def _tell(self, words: str, restored: Restored) -> None:
        undo = partial(self._undo, restored)
        self._centre.tell_news(words, action=_("Undo"), on_action=undo)

    def _undo(self, restored: Restored) -> None:
        """What was there before comes back; what was restored is a version meanwhile."""
        if self._desk is not None:
            work = partial(
                restore_version,
                desk=self._desk,
                article_id=restored.article.id,
                version_id=restored.before,
            )
            self._article.store_then(partial(self._run, work, None), keep=False)


def _restore_origin(
    desk: Desk, article_id: ArticleId, version_id: VersionId, origin: Origin
) -> Outcome[Restored]:
    if origin.field is not None:
        return restore_field(
            desk=desk, article_id=article_id, version_id=version_id, field=origin.field
        )
    return restore_block(
        desk=desk, article_id=article_id, version_id=version_id, old=origin.old, new=origin.new
    )


def _versions(desk: Desk, article_id: ArticleId, progress: TaskProgress) -> Sequence[Version]:
    del progress
    return list_versions(desk=desk, article_id=article_id)


def _counts(
    desk: Desk,
    pairs: Sequence[tuple[VersionId | None, VersionId]],
    counted: dict[tuple[VersionId | None, VersionId], WordChange],
    progress: TaskProgress,
) -> Counts:
    """Versions never change, so a pair is compared once; newest first, until it is cancelled."""
    for older, newer in pairs:
        if progress.cancelled():
            break
        if (older, newer) not in counted:
            counted[older, newer] = count_changes(desk=desk, older=older, newer=newer)
    return {newer: counted[older, newer] for older, newer in pairs if (older, newer) in counted}


def _diff(
    desk: Desk, article_id: ArticleId, version_id: VersionId, progress: TaskProgress
) -> Comparison:
    del progress
    diff = compare_with_present(desk=desk, article_id=article_id, version_id=version_id)
    return Comparison.of(diff)


def _picture(desk: Desk, photo: PhotoId, progress: TaskProgress) -> QImage:
    del progress
    return load_picture(desk.photos.read(photo))


def _leave_it(error: NewsroomError) -> None:
    """A figure or a picture that cannot be read is left out; the version itself would say so."""
    del error
