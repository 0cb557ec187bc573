"""The row above the preview: its name, and for which screen the page is laid out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from newsroom.i18n import _
from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.segmented import Segmented

WIDTHS = {"phone": 390, "tablet": 768, "desktop": 1280}
"""CSS pixels of the screens that the site is made for."""


class PreviewHeader(QFrame):
    """`width_chosen(int)` is sent with the width in CSS pixels."""

    width_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewHeader")
        set_kind(self, "toolbar")
        self._title = QLabel()
        set_kind(self._title, "quiet")
        self._widths = Segmented(_choices())
        self._widths.setObjectName("previewWidths")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 8, 0)
        layout.addWidget(self._title)
        layout.addStretch(1)
        layout.addWidget(self._widths, 0, Qt.AlignmentFlag.AlignVCenter)
        self._widths.chosen.connect(self._chosen)
        self.retranslate()

    def page_width(self) -> int:
        """The width chosen, in CSS pixels."""
        return WIDTHS[self._widths.current()]

    def set_screen(self, name: str) -> None:
        """Choose `phone`, `tablet` or `desktop`; others are ignored."""
        if name in WIDTHS:
            self._widths.set_current(name)
            self.width_chosen.emit(WIDTHS[name])

    def screen_name(self) -> str:
        """`phone`, `tablet` or `desktop`."""
        return self._widths.current()

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        self._title.setText(_("Website"))
        self._widths.set_words(_choices())
        self._widths.setAccessibleName(_("Screen that the page is shown for"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up the name where there is no room for both."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self._title.sizeHint().width() + self._widths.sizeHint().width() + 28
        self._title.setVisible(self.width() >= needed)

    def _chosen(self, key: str) -> None:
        self.width_chosen.emit(WIDTHS[key])


def _choices() -> list[tuple[str, str]]:
    return [("phone", _("Phone")), ("tablet", _("Tablet")), ("desktop", _("Computer"))]
