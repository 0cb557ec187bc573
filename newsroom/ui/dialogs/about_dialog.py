"""What this program is, and whose work it rests on."""

import platform

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from newsroom import __version__
from newsroom.i18n import _
from newsroom.ui.dialogs.base import Dialog
from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.plain_label import PlainLabel

_WIDTH = 440


class AboutDialog(Dialog):
    """Version, licence, the families and icons that are shipped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Newsroom"), parent)
        for words, kind in (
            (_("An offline editor for newsrooms."), "quiet"),
            (_version_line(), ""),
            (_("Free software under the MIT licence."), ""),
            (
                _(
                    "Type: Be Vietnam Pro, Source Serif, Noto Serif Display and Roboto Condensed "
                    "(SIL Open Font License). Icons: Lucide (ISC). Window: Qt (LGPL)."
                ),
                "hint",
            ),
        ):
            self.body.addWidget(_line(words, kind))
        self.body.setSpacing(8)
        self.body.addStretch()
        done = self.add_button(_("Close"), "primary")
        done.clicked.connect(self.close)
        self.setFixedWidth(_WIDTH)

    def fit_content(self) -> None:
        """As high as its lines are once they wrap: Qt's own guess leaves a hole."""
        self.ensurePolished()
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(_WIDTH))


def _version_line() -> str:
    """What a person is asked for when something goes wrong."""
    return _("Version {version} · Qt {qt} · Python {python}").format(
        version=__version__, qt=pyside_version, python=platform.python_version()
    )


def _line(words: str, kind: str) -> QLabel:
    label = PlainLabel(words)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if kind:
        set_kind(label, kind)
    return label
