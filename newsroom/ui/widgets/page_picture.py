"""A page of print as it will come out, with its neighbours a click away."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from newsroom.i18n import _
from newsroom.ui.dialogs.base import plain_button
from newsroom.ui.pdf_image import PageImage
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.plain_label import PlainLabel

LONGEST = 1300
"""Pixels of the longer side that a picture is asked for in: enough for any room it may get."""


class PagePicture(QWidget):
    """`page_wanted(number)` asks for another page of the same file, counted from 0."""

    page_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = self._pages = 0
        self.sheet = _Sheet(theme)
        self.line = PlainLabel()
        set_kind(self.line, "hint")
        self.before, self.after = plain_button("‹", "quiet"), plain_button("›", "quiet")
        self.before.setAccessibleName(_("Page before"))
        self.after.setAccessibleName(_("Page after"))
        foot = QHBoxLayout()
        foot.addStretch()
        for part in (self.before, self.line, self.after):
            foot.addWidget(part)
        foot.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.sheet, 1)
        layout.addLayout(foot)
        self.before.clicked.connect(self._turn_back)
        self.after.clicked.connect(self._turn)
        self._show_place()

    def show_page(self, made: PageImage) -> None:
        """Show this page."""
        self._number, self._pages = made.number, made.pages
        self.sheet.show_image(made.image)
        self._show_place()

    def say(self, words: str) -> None:
        """Say `words` instead of a page."""
        self._number = self._pages = 0
        self.sheet.say(words)
        self._show_place()

    def number(self) -> int:
        """The page shown, counted from 0."""
        return self._number

    def shown(self) -> QImage | None:
        """The picture on screen."""
        return self.sheet.image

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page keys turn pages."""
        match event.key():
            case Qt.Key.Key_PageDown:
                self._turn()
            case Qt.Key.Key_PageUp:
                self._turn_back()
            case _:
                super().keyPressEvent(event)

    @Slot()
    def _turn(self) -> None:
        self._go(self._number + 1)

    @Slot()
    def _turn_back(self) -> None:
        self._go(self._number - 1)

    def _go(self, number: int) -> None:
        if 0 <= number < self._pages:
            self.page_wanted.emit(number)

    def _show_place(self) -> None:
        words = _("Page {number} of {pages}").format(number=self._number + 1, pages=self._pages)
        self.line.setText(words)
        for part in (self.line, self.before, self.after):
            part.setVisible(self._pages > 1)
        self.before.setEnabled(self._number > 0)
        self.after.setEnabled(self._number + 1 < self._pages)
        self.sheet.setAccessibleDescription(words if self._pages else self.sheet.words)


class _Sheet(QWidget):
    """The picture as large as there is room, with a thin line around it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._scaled: QPixmap | None = None
        self.image: QImage | None = None
        self.words = ""
        self.setAccessibleName(_("The page as it will be printed"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 200)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(360, 300)

    def show_image(self, image: QImage) -> None:
        self.image, self._scaled, self.words = image, None, ""
        self.update()

    def say(self, words: str) -> None:
        self.image, self._scaled, self.words = None, None, words
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self._theme.tokens.strong_line), 1))
        if self.image is None:
            self._paint_words(painter)
            return
        pixmap = self._fitting(self.image)
        ratio = pixmap.devicePixelRatio()
        wide, high = pixmap.width() / ratio, pixmap.height() / ratio
        corner = QPointF(round((self.width() - wide) / 2), round((self.height() - high) / 2))
        painter.drawPixmap(corner, pixmap)
        painter.drawRect(QRectF(corner.x() - 0.5, corner.y() - 0.5, wide + 1, high + 1))

    def _paint_words(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._theme.tokens.ink2))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(16, 0, -16, 0), int(flags), self.words)

    def _fitting(self, image: QImage) -> QPixmap:
        """Scaled once for a size: smoothly, since small type is to be told apart."""
        ratio = self.devicePixelRatioF()
        room = (self.size() - QSize(2, 2)) * ratio
        wanted = image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        if self._scaled is None or self._scaled.size() != wanted:
            smooth = Qt.TransformationMode.SmoothTransformation
            scaled = image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._scaled = QPixmap.fromImage(scaled)
        self._scaled.setDevicePixelRatio(ratio)
        return self._scaled
