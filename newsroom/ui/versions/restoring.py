"""Bringing back a version, or a part of it; what was there before is kept, and can come back."""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from functools import partial

from PySide6.QtCore import QObject, Signal

from newsroom.domain.changes import Outcome
from newsroom.domain.ids import ArticleId
from newsroom.domain.versions import VersionId
from newsroom.i18n import _
from newsroom.services.desk import Desk
from newsroom.services.versions import Restored, restore_block, restore_field, restore_version
from newsroom.ui.centre import Centre
from newsroom.ui.changes import Operations
from newsroom.ui.editor.compare_lines import Origin
from newsroom.ui.open_article import OpenArticle
from newsroom.ui.wording import full_time


class VersionRestoring(QObject):
    """`all_restored()` when a whole version is back."""

    all_restored = Signal()

    def __init__(
        self, operations: Operations, article: OpenArticle, centre: Centre, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._operations, self._article, self._centre = operations, article, centre
        self._desk: Desk | None = None

    def attach_desk(self, desk: Desk) -> None:
        """Write into the library of `desk`."""
        self._desk = desk

    def restore_all(self, article_id: ArticleId, version_id: VersionId, zone: tzinfo) -> None:
        """The whole text as it was; the version kept before is named by the time in `zone`."""
        if self._desk is not None:
            now = full_time(datetime.now(UTC), zone)
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

    def restore_part(self, article_id: ArticleId, version_id: VersionId, origin: Origin) -> None:
        """One field or block as it was."""
        if self._desk is not None:
            work = partial(_restore_origin, self._desk, article_id, version_id, origin)
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
        self.all_restored.emit()
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
