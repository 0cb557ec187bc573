"""What the sheet asks the window for: photos from files or the clipboard, addresses of links."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFileDialog, QWidget

from newsroom.domain.ids import ArticleId
from newsroom.domain.imported import ImportedArticle, Remark
from newsroom.domain.photo import PhotoFile
from newsroom.i18n import _, sentence
from newsroom.services.desk import Desk
from newsroom.services.imported_photos import keep_photos
from newsroom.services.photos import add_photo, take_photo_file
from newsroom.ui.dialogs.link_dialog import LinkDialog
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.editor.state import FormatState
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner
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
        folder = str(self._settings.value("photos/folder", ""))
        kinds = _("Photos (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.gif)")
        names, _kind = QFileDialog.getOpenFileNames(self._window, _("Insert photos"), folder, kinds)
        if names:
            self._settings.setValue("photos/folder", str(Path(names[0]).parent))
            self.take_files([Path(name) for name in names])

    @Slot(list)
    def take_files(self, files: Sequence[Path | str]) -> None:
        """Insert photo files."""
        for file in files:
            if self._desk is not None:
                self._store(partial(_store_file, self._desk, Path(file)))

    @Slot(bytes, str)
    def take_bytes(self, data: bytes, name: str) -> None:
        """Insert a pasted picture."""
        if self._desk is not None:
            self._store(partial(_store_bytes, self._desk, bytes(data), name))

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

    def _store(self, work: Callable[[TaskProgress], PhotoFile]) -> None:
        done = partial(self._insert, self._open_id())
        self._tasks.run(work, owner=self, on_done=done, lane=Lane.POOL)

    def _insert(self, article_id: ArticleId | None, photo: PhotoFile) -> None:
        """Into the article it was meant for; another one may be open by now."""
        if article_id is not None and article_id == self._open_id():
            self._pane.sheet.commands.insert_photo(photo.id)

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


def _store_file(desk: Desk, path: Path, progress: TaskProgress) -> PhotoFile:
    del progress
    return take_photo_file(desk=desk, path=path).file


def _store_bytes(desk: Desk, data: bytes, name: str, progress: TaskProgress) -> PhotoFile:
    del progress
    return add_photo(desk=desk, data=data, name=name)


def _store_fragment(desk: Desk, fragment: ImportedArticle, progress: TaskProgress) -> Kept:
    del progress
    return keep_photos(desk, fragment)
