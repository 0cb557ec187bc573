"""Small windows that open below a field and close when the person looks elsewhere."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QFrame, QWidget

from newsroom.ui.theme import set_kind

_FRAME = QSize(16, 56)
"""Room for the frame and title that the system draws around a window."""


class Popup(QFrame):
    """A frame that shows below (or, where there is no room, above) the widget it belongs to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_kind(self, "dropdown")

    def open_at(self, field: QWidget) -> None:
        """Show at `field`, at least as wide as it is, and whole on its screen."""
        self.setMinimumWidth(max(self.minimumWidth(), field.width()))
        self.adjustSize()
        screen = field.screen().availableGeometry()
        place = field.mapToGlobal(QPoint(0, field.height() + 4))
        if place.y() + self.height() > screen.bottom():
            above = field.mapToGlobal(QPoint(0, -self.height() - 4)).y()
            place.setY(max(screen.top(), above))
        right = screen.right() - self.width()
        place.setX(max(screen.left(), min(place.x(), right)))
        self.move(place)
        self.show()


def fit_to_screen(window: QWidget) -> None:
    """Make a dialog small enough to stand on its screen, frame and all; its content scrolls."""
    room = window.screen().availableGeometry().size() - _FRAME
    window.resize(window.size().boundedTo(room))


def place_over(window: QWidget, size: QSize) -> QPoint:
    """Where a dialog of `size` stands in the middle of `window`, whole on its screen."""
    screen = window.screen().availableGeometry()
    framed = size + _FRAME
    middle = window.mapToGlobal(window.rect().center())
    left = min(middle.x() - framed.width() // 2, screen.right() - framed.width())
    top = min(middle.y() - framed.height() // 2, screen.bottom() - framed.height())
    return QPoint(max(screen.left(), left), max(screen.top(), top))
