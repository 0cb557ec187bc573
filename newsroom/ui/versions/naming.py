"""Keeping the text under a name, and giving a version another one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from newsroom.domain.ids import ArticleId
from newsroom.domain.versions import Version, VersionId
from newsroom.i18n import _
from newsroom.services.desk import Desk
from newsroom.services.versions import keep_version, rename_version
from newsroom.ui.centre import Centre
from newsroom.ui.changes import Operations
from newsroom.ui.open_article import OpenArticle


class VersionNaming(QObject):
    """Asks for the name in a dialog over `window`, and has it kept."""

    def __init__(
        self, operations: Operations, article: OpenArticle, centre: Centre, window: QWidget
    ) -> None:
        super().__init__(window)
        self._operations, self._article, self._centre = operations, article, centre
        self._window = window
        self._desk: Desk | None = None

    def attach_desk(self, desk: Desk) -> None:
        """Write into the library of `desk`."""
        self._desk = desk

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

    def ask_rename(self, version: Version) -> None:
        """Ask for another name of a version of the open article."""
        article_id = self._article.article_id()
        if article_id is not None:
            rename = partial(self._name, article_id, version.id)
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
