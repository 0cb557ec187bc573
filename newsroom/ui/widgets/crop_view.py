"""A photo with the frame that cuts it and its focal point, for mouse and keyboard."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from newsroom.domain.cropping import WHOLE, Edge, centre, moved, pulled, shaped, within
from newsroom.domain.document import Crop, FocalPoint
from newsroom.i18n import _
from newsroom.ui.tokens import Tokens

_MARGIN = 12
_GRIP, _REACH = 5, 12
"""Half the side of a grip, and how near to it a press takes it, in pixels."""
_FOCAL = 9
_STEP, _WIDE_STEP = 0.01, 0.1
_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CURSORS = {
    Edge.TOP_LEFT: Qt.CursorShape.SizeFDiagCursor,
    Edge.BOTTOM_RIGHT: Qt.CursorShape.SizeFDiagCursor,
    Edge.TOP_RIGHT: Qt.CursorShape.SizeBDiagCursor,
    Edge.BOTTOM_LEFT: Qt.CursorShape.SizeBDiagCursor,
    Edge.LEFT: Qt.CursorShape.SizeHorCursor,
    Edge.RIGHT: Qt.CursorShape.SizeHorCursor,
    Edge.TOP: Qt.CursorShape.SizeVerCursor,
    Edge.BOTTOM: Qt.CursorShape.SizeVerCursor,
}
_FRAME, _POINT = "frame", "point"
Held = Edge | str | None
"""What the mouse holds: an edge, the frame, the focal point, nothing."""


class CropView(QWidget):
    """`edited()` whenever the person changes `crop` or `focal`.

    Arrow keys move the frame, with Ctrl its lower right corner; while `point_mode` is on they move
    the focal point, and a click sets it. With Shift a step is ten times as wide.
    """

    edited = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._image = QImage()
        self._held: Held = None
        self._from = QPointF()
        self._start = WHOLE
        self.crop = WHOLE
        self.focal: FocalPoint | None = None
        self.aspect: float | None = None
        self.point_mode = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(360, 260)
        self.setAccessibleName(_("Photo and crop frame"))
        self._describe()

    def sizeHint(self) -> QSize:
        return QSize(560, 420)

    # ---- what is shown

    def show_image(self, image: QImage) -> None:
        """Show the upright photo."""
        self._image = image
        self.update()

    def show_state(self, crop: Crop, focal: FocalPoint | None) -> None:
        """Show a frame and a focal point without telling anyone."""
        self.crop, self.focal = crop, focal
        self._describe()
        self.update()

    def set_aspect(self, aspect: float | None) -> None:
        """Keep the frame at `aspect` (width through height in pixels) from now on; None: free."""
        self.aspect = aspect
        if aspect is not None and not self._image.isNull():
            self._set_crop(shaped(self.crop, self._shape() or 1.0))

    def set_point_mode(self, on: bool) -> None:
        """Whether clicks and arrow keys are about the focal point instead of the frame."""
        self.point_mode = on
        self._describe()
        self.update()

    def _shape(self) -> float | None:
        if self.aspect is None or self._image.isNull():
            return None
        return self.aspect * self._image.height() / self._image.width()

    def _describe(self) -> None:
        crop, focal = self.crop, self.focal or centre(self.crop)
        words = _(
            "Frame from {left} to {right} % across and {top} to {bottom} % down; "
            "focal point at {x} % across, {y} % down"
        ).format(
            left=round(100 * crop.left),
            right=round(100 * crop.right),
            top=round(100 * crop.top),
            bottom=round(100 * crop.bottom),
            x=round(100 * focal.x),
            y=round(100 * focal.y),
        )
        self.setAccessibleDescription(words)

    # ---- changes

    def _set_crop(self, crop: Crop) -> None:
        self.crop = crop
        if self.focal is not None:
            self.focal = within(self.focal, crop)
        self._changed()

    def _set_focal(self, x: float, y: float) -> None:
        self.focal = within(FocalPoint(x=x, y=y), self.crop)
        self._changed()

    def _changed(self) -> None:
        self._describe()
        self.update()
        self.edited.emit()

    # ---- places

    def _place(self) -> QRectF:
        """Where the whole photo is drawn."""
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        if self._image.isNull():
            return room
        scale = min(room.width() / self._image.width(), room.height() / self._image.height())
        rect = QRectF(0, 0, self._image.width() * scale, self._image.height() * scale)
        rect.moveCenter(room.center())
        return rect

    def frame_rect(self) -> QRectF:
        """Where the frame is drawn."""
        place, crop = self._place(), self.crop
        return QRectF(
            place.left() + crop.left * place.width(),
            place.top() + crop.top * place.height(),
            (crop.right - crop.left) * place.width(),
            (crop.bottom - crop.top) * place.height(),
        )

    def focal_place(self) -> QPointF:
        """Where the focal point is drawn."""
        place, focal = self._place(), self.focal or centre(self.crop)
        return QPointF(
            place.left() + focal.x * place.width(), place.top() + focal.y * place.height()
        )

    def grip_place(self, edge: Edge) -> QPointF:
        """Where the grip of an edge is drawn."""
        rect, (x, y) = self.frame_rect(), edge.value
        return QPointF(
            rect.center().x() + x * rect.width() / 2, rect.center().y() + y * rect.height() / 2
        )

    def _at(self, point: QPointF) -> Held:
        near = {edge: (self.grip_place(edge) - point).manhattanLength() for edge in Edge}
        edge = min(near, key=lambda known: near[known])
        if near[edge] <= _REACH and not self.point_mode:
            return edge
        on_point = (self.focal_place() - point).manhattanLength() <= _REACH
        if self.point_mode or (on_point and self.focal is not None):
            return _POINT
        return _FRAME if self.frame_rect().contains(point) else None

    # ---- mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._held = self._at(event.position())
        self._from, self._start = event.position(), self.crop
        if self._held == _POINT:
            self._point_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place, path = self._place(), event.position() - self._from
        across, down = path.x() / place.width(), path.y() / place.height()
        match self._held:
            case Edge():
                self._set_crop(pulled(self._start, self._held, across, down, self._shape()))
            case "frame":
                self._set_crop(moved(self._start, across, down))
            case "point":
                self._point_to(event.position())
            case _:
                self._show_cursor(self._at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self._held = None

    def _point_to(self, at: QPointF) -> None:
        place = self._place()
        path = at - place.topLeft()
        self._set_focal(path.x() / place.width(), path.y() / place.height())

    def _show_cursor(self, held: Held) -> None:
        if isinstance(held, Edge):
            self.setCursor(_CURSORS[held])
        else:
            shapes = {_FRAME: Qt.CursorShape.SizeAllCursor, _POINT: Qt.CursorShape.CrossCursor}
            self.setCursor(shapes.get(held or "", Qt.CursorShape.ArrowCursor))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _KEYS.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        wide = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        length = _WIDE_STEP if wide else _STEP
        across, down = way[0] * length, way[1] * length
        if self.point_mode:
            focal = self.focal or centre(self.crop)
            self._set_focal(focal.x + across, focal.y + down)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._set_crop(pulled(self.crop, Edge.BOTTOM_RIGHT, across, down, self._shape()))
        else:
            self._set_crop(moved(self.crop, across, down))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # ---- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(self._tokens.background))
        if self._image.isNull():
            return
        place, frame = self._place(), self.frame_rect()
        painter.drawImage(place, self._image)
        self._shade(painter, place, frame)
        self._draw_frame(painter, frame)
        self._draw_focal(painter)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._tokens.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _shade(self, painter: QPainter, place: QRectF, frame: QRectF) -> None:
        """What the frame cuts away is seen, but dimly."""
        dark = QColor(0, 0, 0, 150)
        painter.fillRect(QRectF(place.topLeft(), QPointF(place.right(), frame.top())), dark)
        painter.fillRect(QRectF(QPointF(place.left(), frame.bottom()), place.bottomRight()), dark)
        beside = QRectF(place.left(), frame.top(), frame.left() - place.left(), frame.height())
        painter.fillRect(beside, dark)
        right = place.right() - frame.right()
        painter.fillRect(QRectF(frame.right(), frame.top(), right, frame.height()), dark)

    def _draw_frame(self, painter: QPainter, frame: QRectF) -> None:
        painter.setPen(QPen(QColor(255, 255, 255, 90), 1))
        for part in (1 / 3, 2 / 3):
            x, y = frame.left() + part * frame.width(), frame.top() + part * frame.height()
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
        painter.setPen(QPen(QColor("#FFFFFF"), 1.5))
        painter.drawRect(frame)
        if self.point_mode:
            return
        painter.setPen(QPen(QColor(0, 0, 0, 160), 1))
        painter.setBrush(QColor("#FFFFFF"))
        for edge in Edge:
            middle = self.grip_place(edge)
            painter.drawRect(QRectF(middle.x() - _GRIP, middle.y() - _GRIP, 2 * _GRIP, 2 * _GRIP))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_focal(self, painter: QPainter) -> None:
        if self.focal is None and not self.point_mode:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.focal_place()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((QColor(0, 0, 0, 160), 4.0), (QColor("#FFFFFF"), 2.0)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(middle, _FOCAL, _FOCAL)
            painter.drawPoint(middle)
