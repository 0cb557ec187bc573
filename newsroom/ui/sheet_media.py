"""What the sheet asks the window for: photos from files or the clipboard, addresses of links."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFileDialog, QWidget

from newsroom.domain.ids import ArticleId
from newsroom.domain.imported import ImportedArticle, Remark
from newsroom.errors import CancelledError, NewsroomError
from newsroom.i18n import _, sentence
from newsroom.services.desk import Desk
from newsroom.services.imported_photos import keep_photos
from newsroom.services.photo_details import completed
from newsroom.ui.dialogs.link_dialog import LinkDialog
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.editor.state import FormatState
from newsroom.ui.folders import PICTURES, keep_folder, last_folder
from newsroom.ui.photo_intake import Batch, PhotoBytes, Source, take_all, use_of
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner
from newsroom.ui.waiting import Waiting
from newsroom.ui.widgets.banner import Tone

OpenId = Callable[[], ArticleId | None]
Kept = tuple[ImportedArticle, tuple[Remark, ...]]


class SheetMedia(QObject):
    """Stores photos beside the database lane, then puts them where the caret is."""

    def __init__(
        self,
        *,
        pane: EditorPane,
        tasks: TaskRunner,
        settings: QSettings,
        open_id: OpenId,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._pane = pane
        self._tasks = tasks
        self._settings = settings
        self._open_id = open_id
        self._desk: Desk | None = None
        pane.photo_wanted.connect(self.choose_photos)
        pane.link_wanted.connect(self.ask_link)
        pane.sheet.photo_bytes_pasted.connect(self.take_bytes)
        pane.sheet.photo_files_dropped.connect(self.take_files)
        pane.sheet.fragment_pasted.connect(self.take_fragment)

    def attach_desk(self, desk: Desk) -> None:
        """Keep photos in the library of `desk`."""
        self._desk = desk

    @Slot()
    def choose_photos(self) -> None:
        """Ask which photos to insert."""
        folder = last_folder(self._settings, "photos/folder", PICTURES)
        kinds = _("Photos (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.gif)")
        names, _kind = QFileDialog.getOpenFileNames(self._window, _("Insert photos"), folder, kinds)
        if names:
            keep_folder(self._settings, "photos/folder", names[0])
            self.take_files([Path(name) for name in names])

    @Slot(list)
    def take_files(self, files: Sequence[Path | str]) -> None:
        """Insert photo files."""
        self._store([Path(file) for file in files])

    @Slot(bytes, str)
    def take_bytes(self, data: bytes, name: str) -> None:
        """Insert a pasted picture."""
        self._store([PhotoBytes(data=bytes(data), name=name or _("pasted picture"))])

    @Slot(object, object)
    def take_fragment(self, fragment: ImportedArticle, at: QTextCursor) -> None:
        """Insert pasted text where it was pasted, once the photos that came with it are stored."""
        if self._desk is not None:
            self._tasks.run(
                partial(_store_fragment, self._desk, fragment),
                owner=self,
                on_done=partial(self._insert_fragment, self._open_id(), at),
                lane=Lane.POOL,
            )

    def _insert_fragment(self, article_id: ArticleId | None, at: QTextCursor, kept: Kept) -> None:
        fragment, remarks = kept
        if article_id is not None and article_id == self._open_id():
            self._pane.sheet.insert_blocks(fragment.body.blocks, at)
        if remarks:
            said = " ".join(map(sentence, remarks))
            self._pane.show_banner(said, Tone.WARNING)

    def _store(self, sources: Sequence[Source]) -> None:
        if self._desk is None or not sources:
            return
        at = self._pane.sheet.textCursor()
        waiting = Waiting(self._pane, self)
        waiting.task = self._tasks.run(
            partial(take_all, self._desk, sources),
            owner=waiting,
            on_done=partial(self._insert, waiting, self._open_id(), at),
            on_error=partial(self._fail, waiting),
            on_progress=waiting.tell,
            lane=Lane.POOL,
        )

    def _insert(
        self, waiting: Waiting, article_id: ArticleId | None, at: QTextCursor, batch: Batch
    ) -> None:
        """Into the article they were meant for; another one may be open by now."""
        waiting.end()
        if batch.taken and article_id is not None and article_id == self._open_id():
            self._pane.sheet.setTextCursor(at)
            self._pane.sheet.commands.insert_photos([use_of(taken) for taken in batch.taken])
        if batch.errors:
            self._complain("\n".join(map(sentence, batch.errors)))

    def _fail(self, waiting: Waiting, error: NewsroomError) -> None:
        waiting.end()
        if not isinstance(error, CancelledError):
            self._complain(sentence(error))

    def _complain(self, words: str) -> None:
        self._pane.show_banner(words, Tone.ERROR)

    @Slot(object)
    def ask_link(self, state: FormatState) -> None:
        """Ask where the selection should lead to."""
        dialog = LinkDialog(state.link or "", self._window)
        dialog.chosen.connect(self._set_link)
        dialog.open()

    @Slot(str)
    def _set_link(self, address: str) -> None:
        self._pane.sheet.commands.set_link(address)
        self._pane.sheet.setFocus()


def _store_fragment(desk: Desk, fragment: ImportedArticle, progress: TaskProgress) -> Kept:
    del progress
    kept, remarks = keep_photos(desk, fragment)
    return replace(kept, body=completed(desk=desk, body=kept.body)), remarks
