"""What the pages of the inspector share: they scroll, and say kindly when there is nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.plain_label import PlainLabel

MARGIN, GAP = 16, 12


class Page(QScrollArea):
    """A column of widgets that scrolls upright only; `body` is the layout to add them to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QWidget()
        set_kind(self._column, "panel")
        self.body = QVBoxLayout(self._column)
        self.body.setContentsMargins(MARGIN, GAP, MARGIN, MARGIN)
        self.body.setSpacing(GAP)
        self.setWidget(self._column)


def section_title(words: str) -> QLabel:
    """A quiet title in capitals above a group of fields."""
    label = PlainLabel(words.upper())
    label.setAccessibleName(words)
    set_kind(label, "section-title")
    return label


def hint(words: str = "") -> QLabel:
    """A quiet remark over several lines."""
    label = PlainLabel(words)
    label.setWordWrap(True)
    set_kind(label, "hint")
    return label


def clear(layout: QVBoxLayout) -> None:
    """Take all widgets out of `layout` and delete them."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
