"""Carries out what is asked of a photo in the open article."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from newsroom.domain.document import Photo, photos
from newsroom.domain.ids import ArticleId, BlockId
from newsroom.domain.paper import PaperSettings
from newsroom.domain.photo import PhotoDetails
from newsroom.errors import NewsroomError
from newsroom.i18n import _, sentence
from newsroom.services.desk import Desk
from newsroom.services.photo_details import filled, stored_details
from newsroom.services.photos import TakenPhoto, photo_info, save_original, take_photo_file
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.folders import PICTURES, keep_folder, last_folder
from newsroom.ui.photo_deeds import PhotoDeed
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner
from newsroom.ui.theme import Theme
from newsroom.ui.widgets.banner import Tone

T = TypeVar("T")
OpenId = Callable[[], ArticleId | None]


class PhotoDesk(QObject):
    """Every change is one undo step on the sheet; originals are only read and copied."""

    def __init__(
        self,
        *,
        pane: EditorPane,
        tasks: TaskRunner,
        settings: QSettings,
        theme: Theme,
        open_id: OpenId,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window, self._pane, self._tasks = parent, pane, tasks
        self._settings, self._theme, self._open_id = settings, theme, open_id
        self._desk: Desk | None = None
        self._paper = PaperSettings()
        pane.sheet.photo_edit_wanted.connect(self.edit)

    def attach_desk(self, desk: Desk) -> None:
        """Photos are those of the library of `desk`."""
        self._desk = desk

    def set_paper(self, paper: PaperSettings) -> None:
        """Write credits as the paper does."""
        self._paper = paper
        self._pane.sheet.set_photo_label(paper.photo_label)

    @Slot(str, str)
    def do(self, block: str, deed: str) -> None:
        """Do `deed` (a `PhotoDeed`) with the photo in the block with this id."""
        photo = self._photo(block)
        if photo is None or self._desk is None:
            return
        deeds: dict[PhotoDeed, Callable[[Desk, Photo], None]] = {
            PhotoDeed.EDIT: self._open_editor,
            PhotoDeed.TAKE_OVER: self._take_over,
            PhotoDeed.REPLACE: self._replace,
            PhotoDeed.SAVE: self._save,
            PhotoDeed.REMOVE: self._remove,
            PhotoDeed.UP: partial(self._move, -1),
            PhotoDeed.DOWN: partial(self._move, 1),
        }
        deeds[PhotoDeed(deed)](self._desk, photo)

    def _remove(self, _desk: Desk, photo: Photo) -> None:
        self._pane.sheet.commands.remove_photo(photo.id)

    def _move(self, by: int, _desk: Desk, photo: Photo) -> None:
        self._pane.sheet.commands.move_photo(photo.id, by)

    @Slot(str)
    def edit(self, block: str) -> None:
        """Open the photo editor."""
        self.do(block, PhotoDeed.EDIT)

    def _photo(self, block: str) -> Photo | None:
        body = self._pane.sheet.article_text().body
        return next((photo for photo in photos(body) if photo.id == block), None)

    # ---- the editor

    def _open_editor(self, desk: Desk, photo: Photo) -> None:
        from newsroom.ui.dialogs.photo_dialog import PhotoDialog

        dialog = PhotoDialog(
            desk=desk,
            tasks=self._tasks,
            theme=self._theme,
            paper=self._paper,
            photo=photo,
            parent=self._window,
        )
        dialog.applied.connect(partial(_apply, self, self._open_id()))
        dialog.open()

    def put(self, article_id: ArticleId | None, photo: Photo) -> None:
        """Make the use as `photo` says, in the article it was meant for."""
        if article_id is not None and article_id == self._open_id():
            self._pane.sheet.commands.set_photo(photo)

    # ---- details from the file, another file, a copy of the file

    def _take_over(self, desk: Desk, photo: Photo) -> None:
        work = partial(_details, desk, photo)
        self._run(work, partial(self._fill, self._open_id(), photo.id))

    def _fill(self, article_id: ArticleId | None, block: BlockId, details: PhotoDetails) -> None:
        photo = self._photo(block)
        if photo is not None:
            self.put(article_id, filled(photo, details))

    def _replace(self, desk: Desk, photo: Photo) -> None:
        folder = last_folder(self._settings, "photos/folder", PICTURES)
        kinds = _("Photos (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.gif)")
        name, _kind = QFileDialog.getOpenFileName(self._window, _("Replace photo"), folder, kinds)
        if name:
            keep_folder(self._settings, "photos/folder", name)
            work = partial(_take, desk, Path(name))
            self._run(work, partial(self._exchange, self._open_id(), photo.id))

    def _exchange(self, article_id: ArticleId | None, block: BlockId, taken: TakenPhoto) -> None:
        """Another picture has another crop; words that were written stay, gaps are filled."""
        photo = self._photo(block)
        if photo is not None:
            other = replace(photo, photo=taken.file.id, crop=None, focal=None, taken=None)
            self.put(article_id, filled(other, taken.details))

    def _save(self, desk: Desk, photo: Photo) -> None:
        self._run(partial(_name, desk, photo), partial(self._ask_where, desk, photo))

    def _ask_where(self, desk: Desk, photo: Photo, name: str) -> None:
        folder = last_folder(self._settings, "photos/saved", PICTURES)
        chosen, _kind = QFileDialog.getSaveFileName(
            self._window, _("Save original as"), str(Path(folder) / Path(name).name)
        )
        if chosen:
            keep_folder(self._settings, "photos/saved", chosen)
            self._run(partial(_save, desk, photo, Path(chosen)), self._tell_saved)

    def _tell_saved(self, path: Path) -> None:
        said = _("The original was saved as “{file}”.").format(file=path.name)
        self._pane.show_banner(said, Tone.GOOD)

    def _run(self, work: Callable[[TaskProgress], T], done: Callable[[T], None]) -> None:
        self._tasks.run(work, owner=self, on_done=done, on_error=self._fail, lane=Lane.POOL)

    def _fail(self, error: NewsroomError) -> None:
        self._pane.show_banner(sentence(error), Tone.ERROR)


def _apply(photo_desk: PhotoDesk, article_id: ArticleId | None, photo: Photo) -> None:
    photo_desk.put(article_id, photo)


def _details(desk: Desk, photo: Photo, progress: TaskProgress) -> PhotoDetails:
    del progress
    return stored_details(desk=desk, photo=photo.photo)


def _take(desk: Desk, path: Path, progress: TaskProgress) -> TakenPhoto:
    del progress
    return take_photo_file(desk=desk, path=path)


def _name(desk: Desk, photo: Photo, progress: TaskProgress) -> str:
    del progress
    return photo_info(desk=desk, photo=photo.photo).name


def _save(desk: Desk, photo: Photo, path: Path, progress: TaskProgress) -> Path:
    del progress
    save_original(desk=desk, photo=photo.photo, path=path)
    return path
