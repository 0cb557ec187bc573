"""One finding as a row: an icon for its weight, its words over as many lines as they need."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from newsroom.domain.review import Severity
from newsroom.ui import icons
from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import Tokens
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.widgets.row_button import RowButton
from newsroom.ui.wording import severity_label

INSET = 8
_ICONS = {
    Severity.ERROR: ("circle-alert", "accent"),
    Severity.WARNING: ("triangle-alert", "amber"),
    Severity.HINT: ("lightbulb", "blue"),
}


class RemarkRow(RowButton):
    """`clicked()` asks to see the place."""

    def __init__(self, severity: Severity, words: str, advice: str, tokens: Tokens) -> None:
        super().__init__()
        self.setAccessibleName(f"{severity_label(severity)}: {words}")
        name, colour = _ICONS[severity]
        picture = PlainLabel()
        picture.setPixmap(icons.pixmap(name, getattr(tokens, colour), 16, self.devicePixelRatioF()))
        picture.setToolTip(severity_label(severity))
        text = PlainLabel(words)
        text.setWordWrap(True)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(text)
        beside = Qt.AlignmentFlag.AlignVCenter
        if advice:
            beside = Qt.AlignmentFlag.AlignTop
            remedy = PlainLabel(advice)
            remedy.setWordWrap(True)
            set_kind(remedy, "hint")
            said.addWidget(remedy)
            self.setAccessibleDescription(advice)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(INSET, 6, INSET, 6)
        layout.setSpacing(8)
        layout.addWidget(picture, 0, beside)
        layout.addLayout(said, 1)
