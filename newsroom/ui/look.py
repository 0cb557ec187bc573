"""What the person chooses about the look: theme, language, size of the text."""

from PySide6.QtCore import QLocale, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from newsroom import i18n
from newsroom.ui.actions import Actions
from newsroom.ui.commands import INTERFACE_SIZES
from newsroom.ui.qt_strings import QtStrings
from newsroom.ui.theme import Mode, Theme
from newsroom.ui.window_state import WindowState, interface_step, zoom_step
from newsroom.ui.wording import STATUS_NAMES

_MODES = {f"theme-{mode}": mode for mode in Mode}
_SIZES = {f"interface-{size}": size for size in INTERFACE_SIZES}
_LANGUAGES = {f"language-{code}": code for code in i18n.LANGUAGES}


class Look(QObject):
    """Applies what was chosen and remembers it.

    `spoken()` is sent when the language has changed, `zoomed(float)` with the size of the sheet's
    text, 1.0 being normal. `resized()` asks for a window in another size: Qt takes the scale of a
    whole interface, with every measure, icon and the web page in it, when a program starts.
    """

    spoken = Signal()
    zoomed = Signal(float)
    resized = Signal()

    def __init__(
        self, actions: Actions, theme: Theme, state: WindowState, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._theme = theme
        self._state = state
        self._qt_strings = QtStrings(self)
        for name in (*_MODES, *_LANGUAGES, *_SIZES):
            actions[name].triggered.connect(self._choose)
        actions["zoom-in"].triggered.connect(self._zoom_in)
        actions["zoom-out"].triggered.connect(self._zoom_out)
        actions["zoom-reset"].triggered.connect(self._zoom_reset)
        actions["interface-larger"].triggered.connect(self._larger)
        actions["interface-smaller"].triggered.connect(self._smaller)
        actions[f"interface-{state.interface_size}"].setChecked(True)
        theme.set_mode(state.mode)
        self._speak(state.language)
        actions[f"theme-{state.mode}"].setChecked(True)

    def set_mode(self, mode: Mode) -> None:
        """Be light, dark or like the system."""
        self._state.mode = mode
        self._theme.set_mode(mode)
        self._actions[f"theme-{mode}"].setChecked(True)

    def set_language(self, code: str) -> None:
        """Speak another language at once."""
        self._state.language = code
        self._speak(code)
        self.spoken.emit()

    def set_interface_size(self, per_cent: int) -> None:
        """Show the whole interface in another size."""
        if per_cent != self._state.interface_size:
            self._state.interface_size = per_cent
            self.resized.emit()

    def _speak(self, code: str) -> None:
        """Qt asks for its own words again when a translator comes or goes."""
        i18n.use(code, STATUS_NAMES)
        QLocale.setDefault(QLocale("vi_VN" if code == "vi" else "en_GB"))
        QApplication.removeTranslator(self._qt_strings)
        QApplication.installTranslator(self._qt_strings)
        self._actions[f"language-{code}"].setChecked(True)

    @Slot()
    def _choose(self) -> None:
        name = self.sender().objectName()
        if name in _MODES:
            self.set_mode(_MODES[name])
        elif name in _SIZES:
            self.set_interface_size(_SIZES[name])
        else:
            self.set_language(_LANGUAGES[name])

    @Slot()
    def _larger(self) -> None:
        self.set_interface_size(interface_step(self._state.interface_size, 1))

    @Slot()
    def _smaller(self) -> None:
        self.set_interface_size(interface_step(self._state.interface_size, -1))

    @Slot()
    def _zoom_in(self) -> None:
        self._zoom(zoom_step(self._state.zoom, 1))

    @Slot()
    def _zoom_out(self) -> None:
        self._zoom(zoom_step(self._state.zoom, -1))

    @Slot()
    def _zoom_reset(self) -> None:
        self._zoom(100)

    def _zoom(self, per_cent: int) -> None:
        self._state.zoom = per_cent
        self.zoomed.emit(per_cent / 100)
