"""Going from one part of the window to another with the keyboard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from newsroom.ui.actions import Actions

_FOCUS = Qt.FocusReason.ShortcutFocusReason


@dataclass(frozen=True, slots=True)
class Stop:
    """A part of the window: where it is, where its focus goes, how it is brought to the front."""

    command: str
    pane: Callable[[], QWidget]
    focus: Callable[[], QWidget]
    unfold: Callable[[], None]


class Navigation(QObject):
    """F6 goes round the stops, each has an action of its own."""

    def __init__(
        self, actions: Actions, stops: Sequence[Stop], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._stops = {stop.command: stop for stop in stops}
        for command in self._stops:
            actions[command].triggered.connect(self._go_by_action)
        actions["next-panel"].triggered.connect(self._next)
        actions["previous-panel"].triggered.connect(self._previous)

    def go(self, command: str) -> None:
        """Bring a part to the front and put the focus into it."""
        stop = self._stops[command]
        stop.unfold()
        stop.focus().setFocus(_FOCUS)

    @Slot()
    def _go_by_action(self) -> None:
        self.go(self.sender().objectName())

    @Slot()
    def _next(self) -> None:
        self._step(1)

    @Slot()
    def _previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        """Parts that are folded away are passed over."""
        shown = [stop for stop in self._stops.values() if stop.pane().isVisible()]
        if not shown:
            return
        here = QApplication.focusWidget()
        at = next((n for n, stop in enumerate(shown) if _holds(stop.pane(), here)), -by)
        self.go(shown[(at + by) % len(shown)].command)


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (pane is widget or pane.isAncestorOf(widget))
