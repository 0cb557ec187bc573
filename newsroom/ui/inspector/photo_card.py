"""One use of a photo: what it looks like, whether it is good enough for print, what it lacks."""

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from newsroom.domain.document import Crop, Photo, plain
from newsroom.domain.paper import PaperSettings, credit_line
from newsroom.domain.photo import PhotoFile
from newsroom.i18n import _
from newsroom.ui.inspector.thumbnails import LoadedPhoto
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.elided_label import ElidedLabel
from newsroom.ui.widgets.inline_field import InlineEdit, LabelledField
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.widgets.row_button import RowButton
from newsroom.ui.wording import decimal, number

_INCH = 25.4
GOOD_PPI, LEAST_PPI = 200, 150
"""Of print: under the first a photo looks soft, under the second preflight refuses it."""


def effective_ppi(file: PhotoFile, crop: Crop | None, width_mm: float) -> int:
    """Pixels an inch when the shown part of the photo is printed `width_mm` wide."""
    share = crop.right - crop.left if crop else 1.0
    return round(file.width * share / (width_mm / _INCH))


def file_size(size: int) -> str:
    """`2,4 MB` or `812 KB`."""
    if size >= 1_000_000:
        return f"{decimal(size / 1_000_000)} MB"
    return f"{number(max(1, round(size / 1000)))} KB"


class PhotoCard(QWidget):
    """`photo_requested(block id)` by a click; `alt_edited(block id, words)`."""

    photo_requested = Signal(str)
    alt_edited = Signal(str, str)

    def __init__(self, theme: Theme, photo: Photo, place: int) -> None:
        super().__init__()
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
        self.alt = InlineEdit()
        self.alt.setPlaceholderText(_("What can be seen, in a sentence"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (
            self.head,
            self.caption,
            self.lacks,
            LabelledField(_("For readers who cannot see it"), self.alt),
        ):
            layout.addWidget(part)
        self.head.clicked.connect(self._on_clicked)
        self.alt.committed.connect(self._on_alt)
        self.show_photo(photo)

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
        self._show_quality()

    def set_paper(self, paper: PaperSettings) -> None:
        """Write credits as the paper does."""
        self._paper = paper
        self.show_photo(self._photo)

    def show_file(self, loaded: LoadedPhoto) -> None:
        """Show the file: its picture, name and size."""
        self._file = loaded.file
        self.head.show_picture(loaded.image)
        if loaded.file is None:
            self.head.show_lines(_("The photo is missing"), "", "", "accent")
        self._show_quality()

    def show_width(self, width_mm: float) -> None:
        """Judge the photo at this width in print."""
        self._width_mm = width_mm
        self._show_quality()

    def _show_quality(self) -> None:
        file = self._file
        if file is None or not self._width_mm:
            return
        ppi = effective_ppi(file, self._photo.crop, self._width_mm)
        size = f"{number(file.width)} × {number(file.height)} · {file_size(file.size)}"
        self.head.show_lines(file.name, size, _quality(ppi), _ink(ppi))

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


def _quality(ppi: int) -> str:
    if ppi < LEAST_PPI:
        return _("{ppi} ppi: too coarse for print").format(ppi=number(ppi))
    if ppi < GOOD_PPI:
        return _("{ppi} ppi: soft in print").format(ppi=number(ppi))
    return _("{ppi} ppi: good for print").format(ppi=number(ppi))


def _ink(ppi: int) -> str:
    if ppi < LEAST_PPI:
        return "accent"
    return "amber" if ppi < GOOD_PPI else "green"


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
