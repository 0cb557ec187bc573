"""What will come out of the article: the web page or the printed page, one of them in front."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from newsroom.i18n import _
from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.segmented import Segmented

_WEB, _PRINT = "web", "print"


class PreviewStack(QWidget):
    """`turned()` when the other one came to the front."""

    turned = Signal()

    def __init__(self, web: QWidget, printed: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewStack")
        self._pages = {_WEB: web, _PRINT: printed}
        self.switch = Segmented(_choices())
        self._stage = QStackedWidget()
        set_kind(self, "background")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        for page in self._pages.values():
            self._stage.addWidget(page)
        head = QFrame()
        row = QHBoxLayout(head)
        row.setContentsMargins(8, 7, 8, 0)
        row.addWidget(self.switch)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._stage, 1)
        self.switch.chosen.connect(self._turn)
        self.retranslate()

    def show_web(self) -> None:
        """Bring the web page to the front."""
        self._turn(_WEB)

    def show_printed(self) -> None:
        """Bring the printed page to the front."""
        self._turn(_PRINT)

    def printed_shown(self) -> bool:
        """Whether the printed page is in front."""
        return self.switch.current() == _PRINT

    @Slot(str)
    def _turn(self, key: str) -> None:
        self.switch.set_current(key)
        if self._stage.currentWidget() is not self._pages[key]:
            self._stage.setCurrentWidget(self._pages[key])
            self.turned.emit()

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.switch.set_words(_choices())
        self.switch.setAccessibleName(_("Web page or printed page"))


def _choices() -> tuple[tuple[str, str], tuple[str, str]]:
    return (_WEB, _("Web page")), (_PRINT, _("Printed page"))
