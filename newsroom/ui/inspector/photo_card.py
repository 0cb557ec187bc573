"""One use of a photo: what it looks like, whether it is good enough for print, what it lacks."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from newsroom.domain.cropping import WHOLE
from newsroom.domain.document import Photo, plain
from newsroom.domain.paper import PaperSettings, credit_line
from newsroom.domain.photo import PhotoDetails, PhotoFile
from newsroom.i18n import _
from newsroom.services.photo_details import filled
from newsroom.ui.dialogs.base import plain_button
from newsroom.ui.inspector.thumbnails import LoadedPhoto
from newsroom.ui.photo_deeds import PhotoDeed
from newsroom.ui.photo_quality import effective_ppi, quality, quality_ink
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.elided_label import ElidedLabel
from newsroom.ui.widgets.inline_field import InlineEdit, LabelledField
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.widgets.row_button import RowButton
from newsroom.ui.wording import decimal, number


def file_size(size: int) -> str:
    """`2,4 MB` or `812 KB`."""
    if size >= 1_000_000:
        return f"{decimal(size / 1_000_000)} MB"
    return f"{number(max(1, round(size / 1000)))} KB"


class PhotoCard(QWidget):
    """`photo_requested(block id)` by a click; `alt_edited(block id, words)`.

    `deed_wanted(block id, PhotoDeed)` when something is to be done with the photo.
    """

    photo_requested = Signal(str)
    alt_edited = Signal(str, str)
    deed_wanted = Signal(str, str)

    def __init__(self, theme: Theme, photo: Photo, place: int, count: int = 1) -> None:
        super().__init__()
        self._details, self._image = PhotoDetails(), QImage()
        self._theme = theme
        self._photo = photo
        self._file: PhotoFile | None = None
        self._width_mm = 0.0
        self._paper = PaperSettings()
        self.head = _Head(theme, _("Go to photo {number}").format(number=place))
        self.caption = PlainLabel()
        self.caption.setWordWrap(True)
        self.lacks = PlainLabel()
        self.lacks.setWordWrap(True)
        set_kind(self.caption, "label")
        set_kind(self.lacks, "warning")
        self.found = PlainLabel()
        self.found.setWordWrap(True)
        set_kind(self.found, "label")
        self.alt = InlineEdit()
        self.alt.setPlaceholderText(_("What can be seen, in a sentence"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (
            self.head,
            self.caption,
            self.lacks,
            self.found,
            LabelledField(_("For readers who cannot see it"), self.alt),
        ):
            layout.addWidget(part)
        layout.addLayout(self._buttons(place, count))
        self.head.clicked.connect(self._on_clicked)
        self.alt.committed.connect(self._on_alt)
        self.show_photo(photo)

    def _buttons(self, place: int, count: int) -> QHBoxLayout:
        self.edit = plain_button(_("Edit…"))
        self.take_over = plain_button(_("Take over"))
        self.take_over.setToolTip(_("Fill what is missing from what the file says"))
        self.more = plain_button(_("More actions"), "quiet")
        self.more.setMenu(self._menu(place, count))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.edit, self.take_over, self.more):
            row.addWidget(button)
        row.addStretch()
        self.edit.clicked.connect(partial(_ask, self, PhotoDeed.EDIT))
        self.take_over.clicked.connect(partial(_ask, self, PhotoDeed.TAKE_OVER))
        for button in (self.edit, self.take_over, self.more):
            words = _("{button}: photo {number}").format(button=button.text(), number=place)
            button.setAccessibleName(words)
        return row

    def _menu(self, place: int, count: int) -> QMenu:
        menu = QMenu(self)
        for words, deed, possible in (
            (_("Replace photo…"), PhotoDeed.REPLACE, True),
            (_("Save original as…"), PhotoDeed.SAVE, True),
            (_("Move before the photo above"), PhotoDeed.UP, place > 1),
            (_("Move behind the photo below"), PhotoDeed.DOWN, place < count),
            (_("Remove from the article"), PhotoDeed.REMOVE, True),
        ):
            action = menu.addAction(words)
            action.setEnabled(possible)
            action.triggered.connect(partial(_ask, self, deed))
        return menu

    def show_photo(self, photo: Photo) -> None:
        """Show what stands in the article now."""
        self._photo = photo
        caption = " ".join(
            filter(None, (plain(photo.caption), credit_line(photo.credit, self._paper)))
        )
        self.caption.setText(caption)
        self.caption.setVisible(bool(caption))
        lacks = _missing(photo)
        self.lacks.setText(lacks)
        self.lacks.setVisible(bool(lacks))
        self.alt.show_value(photo.alt)
        self._show_found()
        self._show_picture()
        self._show_quality()

    def set_paper(self, paper: PaperSettings) -> None:
        """Write credits as the paper does."""
        self._paper = paper
        self.show_photo(self._photo)

    def show_file(self, loaded: LoadedPhoto) -> None:
        """Show the file: its picture, name and size."""
        self._file, self._details = loaded.file, loaded.details
        self._image = loaded.image
        self._show_picture()
        if loaded.file is None:
            self.head.show_lines(_("The photo is missing"), "", "", "accent")
        self._show_found()
        self._show_quality()

    def show_width(self, width_mm: float) -> None:
        """Judge the photo at this width in print."""
        self._width_mm = width_mm
        self._show_quality()

    def _show_picture(self) -> None:
        """The part of the photo that the article shows."""
        crop = self._photo.crop or WHOLE
        width, height = self._image.width(), self._image.height()
        frame = QRectF(
            crop.left * width,
            crop.top * height,
            (crop.right - crop.left) * width,
            (crop.bottom - crop.top) * height,
        )
        self.head.show_picture(self._image.copy(frame.toAlignedRect()))

    def _show_found(self) -> None:
        """What the file says that the use lacks, and the day the photo was made."""
        photo, details = self._photo, self._details
        new = filled(photo, details)
        said = (
            "" if photo.caption == new.caption else details.caption,
            "" if photo.credit == new.credit else credit_line(details.credit, self._paper),
            "" if photo.alt == new.alt else details.alt,
        )
        words = " ".join(filter(None, said))
        lines = [_("In the file: {words}").format(words=words)] if words else []
        if new.taken is not None:
            lines.append(_("Taken on {day}").format(day=f"{new.taken:%d/%m/%Y}"))
        self.found.setText("\n".join(lines))
        self.found.setVisible(bool(lines))
        self.take_over.setVisible(new != photo)

    def _show_quality(self) -> None:
        file = self._file
        if file is None or not self._width_mm:
            return
        ppi = effective_ppi(file, self._photo.crop, self._width_mm)
        size = f"{number(file.width)} × {number(file.height)} · {file_size(file.size)}"
        self.head.show_lines(file.name, size, quality(ppi), quality_ink(ppi))

    def ask(self, deed: PhotoDeed) -> None:
        """Ask for something to be done with this photo."""
        self.deed_wanted.emit(self._photo.id, deed)

    @Slot()
    def _on_clicked(self) -> None:
        self.photo_requested.emit(self._photo.id)

    @Slot(str)
    def _on_alt(self, words: str) -> None:
        self.alt_edited.emit(self._photo.id, words.strip())


def _missing(photo: Photo) -> str:
    caption, credit = plain(photo.caption).strip(), photo.credit.strip()
    match bool(caption), bool(credit):
        case False, False:
            return _("Caption and credit are missing.")
        case False, True:
            return _("The caption is missing.")
        case True, False:
            return _("The credit is missing.")
    return ""


def _ask(card: PhotoCard, deed: PhotoDeed, *_checked: bool) -> None:
    card.ask(deed)


class _Head(RowButton):
    """Picture on the left, three lines on the right; the whole is a button."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._theme = theme
        self._quality_ink = ""
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.picture = _Picture(theme)
        self.name, self.size_line, self.quality = (ElidedLabel() for _line in range(3))
        set_kind(self.name, "strong")
        set_kind(self.size_line, "label")
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addStretch()
        for line in (self.name, self.size_line, self.quality):
            column.addWidget(line)
        column.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.picture)
        layout.addLayout(column, 1)
        theme.changed.connect(self._tint)

    def show_picture(self, image: QImage) -> None:
        self.picture.show_image(image)

    def show_lines(self, name: str, size: str, quality: str, ink: str) -> None:
        self.name.set_text(name)
        self.size_line.set_text(size)
        self.quality.set_text(quality)
        for line in (self.size_line, self.quality):
            line.setVisible(bool(line.full_text()))
        self._quality_ink = ink
        self.setAccessibleDescription(", ".join(filter(None, (name, size, quality))))
        self._tint()

    @Slot()
    def _tint(self) -> None:
        if self._quality_ink:
            colour = getattr(self._theme.tokens, self._quality_ink)
            self.quality.setStyleSheet(f"color: {colour}; font-size: 12px;")


class _Picture(QFrame):
    """A thumbnail of 96 × 72, cropped to fill it, with slightly round corners."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self.setFixedSize(QSize(96, 72))

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        frame = QRectF(self.rect())
        path = QPainterPath()
        path.addRoundedRect(frame, 4, 4)
        painter.setClipPath(path)
        painter.fillRect(frame, QColor(self._theme.tokens.line))
        if not self._image.isNull():
            painter.drawImage(frame, self._image, _middle(self._image, frame))


def _middle(image: QImage, frame: QRectF) -> QRectF:
    """The largest part of `image`, around its middle, with the proportions of `frame`."""
    scale = min(image.width() / frame.width(), image.height() / frame.height())
    part = QRectF(0, 0, frame.width() * scale, frame.height() * scale)
    part.moveCenter(QRectF(image.rect()).center())
    return part
