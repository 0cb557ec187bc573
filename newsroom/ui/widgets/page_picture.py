"""A page of print as it will come out, with its neighbours a click away."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from newsroom.i18n import _
from newsroom.press.sheets import Sheet
from newsroom.ui.dialogs.base import plain_button
from newsroom.ui.printing.drawer import Drawing, PageDrawer, Source
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.plain_label import PlainLabel

_RESIZED_MS = 60


class PagePicture(QWidget):
    """Shows one page of a file; the page before stays in view until the next one is drawn."""

    def __init__(self, theme: Theme, drawer: PageDrawer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawer = drawer
        self._source: Source | None = None
        self._sheets: Sequence[Sheet] = ()
        self._number = 0
        self.paper = _Paper(theme)
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
        layout.addWidget(self.paper, 1)
        layout.addLayout(foot)
        self._soon = QTimer(self, singleShot=True, interval=_RESIZED_MS)
        self._soon.timeout.connect(self._draw)
        self.paper.resized.connect(self._soon.start)
        self.before.clicked.connect(self._turn_back)
        self.after.clicked.connect(self._turn)
        drawer.drawn.connect(self._take)
        drawer.failed.connect(self._fail)
        self._show_place()

    def show_file(self, data: bytes, sheets: Sequence[Sheet]) -> None:
        """Show a file, at the page that was in view if it has so many."""
        self._source, self._sheets = Source(data), sheets
        self._number = min(self._number, len(sheets) - 1)
        self._draw()
        self._show_place()

    def say(self, words: str) -> None:
        """Say `words` instead of a page."""
        self._source, self._sheets, self._number = None, (), 0
        self._drawer.want(self, ())
        self.paper.say(words)
        self._show_place()

    def number(self) -> int:
        """The page shown, counted from 0."""
        return self._number

    def shown(self) -> QImage | None:
        """The picture on screen."""
        return self.paper.image

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
        if 0 <= number < len(self._sheets):
            self._number = number
            self._draw()
            self._show_place()

    @Slot()
    def _draw(self) -> None:
        if self._source is not None:
            sheet = self._sheets[self._number]
            size = self.paper.room_for(sheet.width / sheet.height)
            drawing = Drawing(source=self._source, page=self._number, size=size)
            self._drawer.want(self, (drawing,))

    @Slot(object, object, QImage)
    def _take(self, owner: object, drawing: Drawing, image: QImage) -> None:
        if owner is self and drawing.source is self._source and drawing.page == self._number:
            self.paper.show_image(image)

    @Slot(object, object)
    def _fail(self, owner: object, _drawing: Drawing) -> None:
        if owner is self:
            self.say(_("The page cannot be shown."))

    def _show_place(self) -> None:
        pages = len(self._sheets)
        words = _("Page {number} of {pages}").format(number=self._number + 1, pages=pages)
        self.line.setText(words)
        for part in (self.line, self.before, self.after):
            part.setVisible(pages > 1)
        self.before.setEnabled(self._number > 0)
        self.after.setEnabled(self._number + 1 < pages)
        self.paper.setAccessibleDescription(words if pages else self.paper.words)


class _Paper(QWidget):
    """The picture in the middle, with a thin line around it. `resized()` when it has other room."""

    resized = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.image: QImage | None = None
        self.words = ""
        self.setAccessibleName(_("The page as it will be printed"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 200)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(360, 300)

    def room_for(self, aspect: float) -> tuple[int, int]:
        """The largest picture of that width by height, in pixels of the screen."""
        ratio = self.devicePixelRatioF()
        wide, high = (self.width() - 2) * ratio, (self.height() - 2) * ratio
        width = min(wide, high * aspect)
        return max(1, round(width)), max(1, round(width / aspect))

    def show_image(self, image: QImage) -> None:
        """Show the picture of a page."""
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self.image, self.words = image, ""
        self.update()

    def say(self, words: str) -> None:
        """Say something instead."""
        self.image, self.words = None, words
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.image is None:
            self._paint_words(painter)
            return
        size = self.image.deviceIndependentSize()
        left = round((self.width() - size.width()) / 2)
        top = round((self.height() - size.height()) / 2)
        painter.drawImage(QPointF(left, top), self.image)
        painter.setPen(QPen(QColor(self._theme.tokens.strong_line), 1))
        edge = QRectF(left - 0.5, top - 0.5, size.width() + 1, size.height() + 1)
        painter.drawRect(edge)

    def _paint_words(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._theme.tokens.ink2))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(16, 0, -16, 0), int(flags), self.words)
