"""The surface of the sheet: a page with one column of text, zoomed and painted as one."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from newsroom.domain.ids import PhotoId
from newsroom.domain.paper import PaperSettings
from newsroom.domain.style import StyleSheet
from newsroom.ui.editor.blink import Blink
from newsroom.ui.editor.column import Column
from newsroom.ui.editor.flags import FlagMarks
from newsroom.ui.editor.heads import PHOTO_OBJECT
from newsroom.ui.editor.hit_marks import HitMarks
from newsroom.ui.editor.inking import Inking
from newsroom.ui.editor.painting import Overlay, SheetPainter
from newsroom.ui.editor.photos import PhotoPainter
from newsroom.ui.editor.reader import Reader
from newsroom.ui.editor.styles import INDENT_UNIT, SheetStyles, load_house_style
from newsroom.ui.theme import shades
from newsroom.ui.tokens import Tokens

_ROOM_BELOW = 24
"""Pixels at 100 %, nearly a line."""


class Surface(QTextEdit):
    """Shows the lines that `reader` has read; what they mean and may become is the sheet's."""

    def __init__(self, tokens: Tokens, style: StyleSheet | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        document = self.document()
        self.tokens = tokens
        self.styles = SheetStyles(style or load_house_style())
        self.column = Column(document)
        self.reader = Reader(document, self.styles.comments)
        self.inking = Inking(document, self.reader, self.styles, tokens)
        self.photos = PhotoPainter(self)
        self.hits = HitMarks(self)
        self.flags = FlagMarks(self)
        self.photo_label = PaperSettings().photo_label
        self.blink = Blink(self)
        self._painter = SheetPainter(self)
        self.overlays: list[Overlay] = []
        self._set_up()
        self.blink.beat.connect(self._repaint_caret)
        self.verticalScrollBar().valueChanged.connect(self._repaint_page_top)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setCursorWidth(0)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(28)
        self.document().documentLayout().registerHandler(PHOTO_OBJECT, self.photos)
        self.document().setIndentWidth(INDENT_UNIT)

    def caret_line(self) -> int:
        """The number of the line that the caret stands in."""
        return self.textCursor().blockNumber()

    def caret_rect(self) -> QRect:
        """Where the caret is painted.

        Qt sets an empty line behind a table at the table's right edge, a line too high, until
        something is written in it; the caret stands where that will be.
        """
        rect, cursor = self.cursorRect(), self.textCursor()
        if cursor.block().text() or cursor.currentTable() is not None:
            return rect
        left = self.document().firstBlock().layout().position().x()
        aside = round(left - cursor.block().layout().position().x())
        return rect.translated(aside, rect.height()) if aside else rect

    def ensureCursorVisible(self) -> None:
        """Bring the caret into view, and some white below the line that is being written."""
        super().ensureCursorVisible()
        room = round(_ROOM_BELOW * self.zoom)
        hidden = self.cursorRect().bottom() + room - self.viewport().height()
        if hidden > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + hidden)

    def show_photo(self, photo: PhotoId, image: QImage) -> None:
        """Show a picture that was not there when it was asked for."""
        self.photos.put(photo, image)
        for number, line in enumerate(self.reader.lines):
            if photo in line.photo:
                block = self.document().findBlockByNumber(number)
                self.document().markContentsDirty(block.position(), block.length())

    def set_photo_label(self, label: str) -> None:
        """Paint `label` before the credits of photos."""
        self.photo_label = label
        self.viewport().update()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours; neither the content nor the undo stack is touched."""
        self.tokens = tokens
        self.photos.ground = QColor(tokens.line)
        made = self.palette()
        made.setColor(QPalette.ColorRole.Text, QColor(tokens.ink1))
        made.setColor(QPalette.ColorRole.Base, QColor(tokens.sheet))
        made.setColor(QPalette.ColorRole.Window, QColor(tokens.background))
        made.setColor(QPalette.ColorRole.Highlight, QColor(shades(tokens).text_selection))
        made.setColor(QPalette.ColorRole.HighlightedText, QColor(tokens.ink1))
        self.setPalette(made)
        self.inking.set_tokens(tokens)
        self.update()
        self.viewport().update()

    @property
    def zoom(self) -> float:
        """How many times as large as at 100 % everything is."""
        return self.column.zoom

    def set_zoom(self, zoom: float) -> None:
        """Show everything `zoom` times as large (1.0 to 2.0); the document does not change."""
        self.column.set_zoom(zoom)
        self._fit()
        self.document().markContentsDirty(0, self.document().characterCount())
        self.viewport().update()

    def _fit(self) -> None:
        left, right = self.column.fit(self.width() - self.verticalScrollBar().sizeHint().width())
        self.setViewportMargins(left, 0, right, 0)
        self.photos.width = float(self.column.width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    # ---- painting, and the mouse beside the column

    def event(self, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Paint:
                painter = QPainter(self)
                self._painter.margins(painter, self.rect(), self.viewport().geometry())
                painter.end()
                return True
            case QEvent.Type.Wheel if isinstance(event, QWheelEvent):
                return QGuiApplication.sendEvent(self.verticalScrollBar(), event)
            case _ if event.type() in _MOUSE and isinstance(event, QMouseEvent):
                return QGuiApplication.sendEvent(self.viewport(), self._in_viewport(event))
            case _:
                return super().event(event)

    def _in_viewport(self, event: QMouseEvent) -> QMouseEvent:
        """A click beside the column means the line beside it."""
        place = event.position() - self.viewport().geometry().topLeft().toPointF()
        return QMouseEvent(
            event.type(),
            place,
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        view = event.rect()
        painter = QPainter(self.viewport())
        painter.setClipRect(view)
        self._painter.page(painter, self.viewport().rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = list(self._painter.shown(view))
        self._painter.under(painter, shown)
        self.hits.paint(painter, shown)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self._painter.over(painter, shown)
        self.flags.paint(painter, shown)
        for overlay in self.overlays:
            overlay.paint(painter, shown)
        if self.blink.lit and self.hasFocus() and not self.isReadOnly():
            self._painter.caret(painter, self.caret_rect())
        painter.end()

    def cell_rect(self, block: QTextBlock) -> QRectF:
        """The rectangle of the table cell that holds `block`, in the viewport."""
        return self.column.cell_rect(block).translated(0, -self.verticalScrollBar().value())

    @Slot()
    def _repaint_page_top(self) -> None:
        """The page's sides are painted outside of the viewport and scroll along at the top."""
        self.update()

    @Slot()
    def _repaint_caret(self) -> None:
        self.viewport().update(self.caret_rect().adjusted(-2, 0, 4, 0))

    def restart_blink(self) -> None:
        """Show the caret now and blink from here on; without the focus there is none."""
        if self.hasFocus():
            self.blink.restart()
        else:
            self.blink.stop()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.restart_blink()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.blink.stop()
        self.viewport().update()


_MOUSE = frozenset(
    (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonDblClick,
    )
)
