"""What the dialogs share: a title, a body, buttons at the foot, and an end."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.widgets.popups import fit_to_screen, place_over

MARGIN, GAP = 24, 16
_LEAST_BODY = (520, 120)
"""Of a dialog's content there is at least so much to be seen, on the smallest screen."""


class Dialog(QDialog):
    """Dies when it is closed. `body` is the layout for the content; buttons come at the foot.

    Enter presses the primary button only; nothing else is a default.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.heading = PlainLabel(title)
        self.heading.setWordWrap(True)
        set_kind(self.heading, "title")
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch()
        foot = QFrame()
        set_kind(foot, "dialog-foot")
        foot.setLayout(self.buttons)
        self.buttons.setContentsMargins(MARGIN, 12, MARGIN, 12)
        inner = QVBoxLayout()
        inner.setContentsMargins(MARGIN, 20, MARGIN, GAP)
        inner.setSpacing(GAP)
        inner.addWidget(self.heading)
        self._area = BodyArea(self.body)
        inner.addWidget(self._area, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inner, 1)
        layout.addWidget(foot)

    def setVisible(self, visible: bool) -> None:
        """Large enough and in its place before the system's window is made for it.

        A window that is moved or grown while the system is still putting it on the screen can end
        up in the corner, its title bar beyond the edge.
        """
        if visible and not self.isVisible():
            self.fit_content()
            self._stand_over_parent()
        super().setVisible(visible)

    def fit_content(self) -> None:
        """As large as the content wants, but the foot is never below the screen's edge."""
        self._grow()
        wanted = self.height()
        fit_to_screen(self)
        if self.height() < wanted:  # the bar that scrolls the content stands beside it
            self.resize(
                self.width() + self._area.verticalScrollBar().sizeHint().width(), self.height()
            )
            fit_to_screen(self)

    def _stand_over_parent(self) -> None:
        parent = self.parentWidget()
        if parent is not None and not self.testAttribute(Qt.WidgetAttribute.WA_Moved):
            self.move(place_over(parent.window(), self.size()))

    def _grow(self) -> None:
        """The content scrolls where the screen is too small for it, and not before."""
        self.ensurePolished()
        layout = self.layout()
        if layout is not None:
            layout.activate()
            layout.setGeometry(self.rect())  # a window that was never shown waits with it
            content = self._area.content
            sized = self.testAttribute(Qt.WidgetAttribute.WA_Resized)
            wanted = content.minimumSizeHint() if sized else content.sizeHint()
            if content.hasHeightForWidth():
                wanted.setHeight(max(wanted.height(), content.heightForWidth(self._area.width())))
            lacking = (wanted - self._area.size()).expandedTo(QSize(0, 0))
            self.resize(self.size() + lacking)

    def add_button(self, words: str, kind: str = "") -> QPushButton:
        """A button at the foot, to the right of those before it."""
        button = QPushButton(words)
        button.setAutoDefault(kind == "primary")
        button.setDefault(kind == "primary")
        if kind:
            set_kind(button, kind)
        self.buttons.addWidget(button)
        return button


class BodyArea(QScrollArea):
    """Asks for the room that its content wants; where a screen has less, the content scrolls."""

    def __init__(self, body: QVBoxLayout) -> None:
        super().__init__()
        body.setContentsMargins(0, 0, 0, 0)
        self.content = QWidget()
        self.content.setLayout(body)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.content)
        self.content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return self.content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.content.minimumSizeHint().boundedTo(QSize(*_LEAST_BODY))

    def hasHeightForWidth(self) -> bool:
        return self.content.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        return self.content.heightForWidth(width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the content wants has changed, and with it what this asks for."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class Notice(QFrame):
    """A sentence on a tinted ground, hidden until there is one to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "notice")
        self._label = PlainLabel()
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self._label)
        self.hide()

    def say(self, words: str, tone: str = "error") -> None:
        """Show `words` in the colour of `tone`: error, warning, info or good; empty hides."""
        set_kind(self, "notice", tone=tone)
        self._label.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def words(self) -> str:
        """What it says."""
        return self._label.text()


def plain_button(words: str, kind: str = "") -> QPushButton:
    """A button within a dialog that Enter in a field does not press."""
    button = QPushButton(words)
    button.setAutoDefault(False)
    if kind:
        set_kind(button, kind)
    return button


def field_label(words: str, field: QWidget | None = None) -> QLabel:
    """The label of a field."""
    label = PlainLabel(words)
    set_kind(label, "label")
    if field is not None:
        label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(words)
    return label
