"""What the window remembers from one start to the next."""

from PySide6.QtCore import QByteArray, QPoint, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from newsroom.domain.ids import ArticleId
from newsroom.i18n import LANGUAGES
from newsroom.ui.commands import INTERFACE_SIZES
from newsroom.ui.editor.state import Caret
from newsroom.ui.theme import Mode

_ZOOM_STEPS = (70, 80, 90, 100, 110, 125, 150, 175, 200)
_FIRST_SIZE, _LEAST_SIZE = (1440, 900), (1024, 640)
_SCREEN_SHARE = 0.9
"""Of a small screen; the rest is for the system's frame and bars."""


class WindowState:
    """Reads and writes the person's settings; odd values count as none.

    INI files give booleans and numbers back as text, so every value is read with its type.
    """

    def __init__(self, settings: QSettings) -> None:
        self.settings = settings

    # ---- the window's place ----------------------------------------------------------------
    def save_geometry(self, window: QWidget) -> None:
        """Remember where the window stands."""
        self.settings.setValue("window/geometry", window.saveGeometry())

    def restore_geometry(self, window: QWidget) -> None:
        """Put the window where it was, or in the middle of the screen the first time."""
        found = self.settings.value("window/geometry")
        if isinstance(found, QByteArray) and window.restoreGeometry(found):
            return
        screen = QGuiApplication.primaryScreen()
        room = screen.availableGeometry() if screen is not None else QRect(0, 0, *_FIRST_SIZE)
        size = QSize(*_FIRST_SIZE).boundedTo(room.size() * _SCREEN_SHARE)
        place = QRect(QPoint(), size)
        place.moveCenter(room.center())
        window.setGeometry(place)

    def opens_maximised(self, window: QWidget) -> bool:
        """Whether this is the first time, and the screen has no room to spare around `window`."""
        first = not self.settings.contains("window/geometry")
        return first and window.size() != QSize(*_FIRST_SIZE)

    # ---- choices ---------------------------------------------------------------------------
    @property
    def mode(self) -> Mode:
        """Light, dark or like the system."""
        word = str(self.settings.value("window/theme", Mode.SYSTEM.value))
        return Mode(word) if word in list(Mode) else Mode.SYSTEM

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self.settings.setValue("window/theme", mode.value)

    @property
    def language(self) -> str:
        """The interface's language, Vietnamese until another one is chosen."""
        code = str(self.settings.value("window/language", next(iter(LANGUAGES))))
        return code if code in LANGUAGES else next(iter(LANGUAGES))

    @language.setter
    def language(self, code: str) -> None:
        self.settings.setValue("window/language", code)

    @property
    def zoom(self) -> int:
        """The size of the sheet's text in per cent."""
        found = self.settings.value("sheet/zoom", 100, type=int)
        return found if found in _ZOOM_STEPS else 100

    @zoom.setter
    def zoom(self, per_cent: int) -> None:
        self.settings.setValue("sheet/zoom", per_cent)

    @property
    def interface_size(self) -> int:
        """The size of the whole interface in per cent."""
        found = self.settings.value("window/size", 100, type=int)
        return found if found in INTERFACE_SIZES else 100

    @interface_size.setter
    def interface_size(self, per_cent: int) -> None:
        self.settings.setValue("window/size", per_cent)

    @property
    def focus_mode(self) -> bool:
        """Whether there was nothing but the sheet."""
        return bool(self.settings.value("window/focus", False, type=bool))

    @focus_mode.setter
    def focus_mode(self, on: bool) -> None:
        self.settings.setValue("window/focus", on)

    @property
    def tab(self) -> int:
        """The number of the inspector's tab in front."""
        found = self.settings.value("window/tab", 0, type=int)
        return found if isinstance(found, int) else 0

    @tab.setter
    def tab(self, number: int) -> None:
        self.settings.setValue("window/tab", number)

    # ---- where the person was writing ------------------------------------------------------
    @property
    def article(self) -> ArticleId | None:
        """The article that was open last."""
        found = str(self.settings.value("sheet/article", "") or "")
        return ArticleId(found) if found else None

    @article.setter
    def article(self, article_id: ArticleId | None) -> None:
        self.settings.setValue("sheet/article", article_id or "")

    @property
    def caret(self) -> Caret:
        """Where the caret stood in it."""
        numbers = [
            self.settings.value(f"sheet/{name}", 0, type=int)
            for name in ("anchor", "position", "scroll")
        ]
        anchor, position, scroll = (n if isinstance(n, int) and n > 0 else 0 for n in numbers)
        return Caret(anchor, position, scroll)

    @caret.setter
    def caret(self, caret: Caret) -> None:
        self.settings.setValue("sheet/anchor", caret.anchor)
        self.settings.setValue("sheet/position", caret.position)
        self.settings.setValue("sheet/scroll", caret.scroll)


def least_size(screen: QScreen) -> QSize:
    """The least size of the window: never more than the screen has, as shown in this scale."""
    return QSize(*_LEAST_SIZE).boundedTo(screen.availableGeometry().size() * _SCREEN_SHARE)


def person_settings() -> QSettings:
    """The settings of the person at this machine; can be read before there is an application."""
    form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    return QSettings(form, scope, "Newsroom", "newsroom")


def interface_step(per_cent: int, steps: int) -> int:
    """The interface's size `steps` larger (or smaller, when negative)."""
    place = INTERFACE_SIZES.index(per_cent) + steps
    return INTERFACE_SIZES[min(max(place, 0), len(INTERFACE_SIZES) - 1)]


def zoom_step(per_cent: int, steps: int) -> int:
    """The zoom `steps` larger (or smaller, when negative), within what is sensible."""
    place = _ZOOM_STEPS.index(per_cent) if per_cent in _ZOOM_STEPS else _ZOOM_STEPS.index(100)
    return _ZOOM_STEPS[min(max(place + steps, 0), len(_ZOOM_STEPS) - 1)]
