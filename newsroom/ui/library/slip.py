"""The slip under the cursor while articles are dragged."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.plain_label import PlainLabel

_WIDEST = 220


def slip(words: str, parent: QWidget) -> QPixmap:
    """A picture of `words` on one line, at most 220 px wide, in the colours of the window."""
    label = PlainLabel(parent=parent)
    set_kind(label, "slip")
    label.ensurePolished()
    shown = label.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _WIDEST)
    label.setText(shown)
    label.adjustSize()
    picture = label.grab()
    label.deleteLater()
    return picture
