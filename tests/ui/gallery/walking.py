"""What a screen reader, the keyboard and a small screen find wrong with a panel or dialog."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QMainWindow, QMenu, QWidget

MOST_STEPS = 120
_SMALL_SCREEN = (683 - 16, 384 - 56)
"""1366 × 768 at 200 %, less the frame and title that the system draws."""


def focusable(shown: QWidget) -> Iterator[QWidget]:
    """The widgets of `shown` that the keyboard reaches."""
    for widget in (shown, *shown.findChildren(QWidget)):
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(shown)
        if reached and widget.focusProxy() is None and not isinstance(widget, QMenu):
            yield widget


def tabbed(widget: QWidget) -> QWidget:
    """Where Tab leads to from `widget`; nowhere is a failure."""
    QTest.keyClick(widget, Qt.Key.Key_Tab)
    here = widget.window().focusWidget()
    assert here is not None, widget
    return here


def nameless(shown: QWidget) -> list[str]:
    """What the keyboard reaches and a screen reader cannot name."""
    return [
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
        for widget in focusable(shown)
        if not _spoken_name(widget)
    ]


def unreached(shown: QWidget) -> list[QWidget]:
    """What Tab does not come to in a dialog; it must come round.

    Menus are walked with arrows; the main window has tests of its own.
    """
    if isinstance(shown, QMenu | QMainWindow) or not shown.isWindow():
        return []
    wanted = [widget for widget in focusable(shown) if widget.isEnabled()]
    seen: list[QWidget] = []
    for _step in range(MOST_STEPS):
        here = tabbed(shown.focusWidget() or shown)
        if seen and here is seen[0] and (here is not seen[-1] or len(wanted) < 2):
            return [each for each in wanted if each not in seen and not _by_arrows(each)]
        if here not in seen[-1:]:  # the hour and the minutes of a time are one widget
            seen.append(here)
    raise AssertionError(seen[-3:])


def too_large(shown: QWidget) -> bool:
    """Whether a dialog cannot be made as small as a small screen."""
    if not isinstance(shown, QDialog):
        return False
    least = shown.minimumSizeHint().expandedTo(shown.minimumSize())
    return least.width() > _SMALL_SCREEN[0] or least.height() > _SMALL_SCREEN[1]


def _by_arrows(widget: QWidget) -> bool:
    """Whether the arrow keys reach `widget` from its neighbours: one of several to choose from."""
    if not isinstance(widget, QAbstractButton) or widget.isChecked():
        return False
    group = widget.group()
    return widget.autoExclusive() or (group is not None and group.exclusive())


def _spoken_name(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found is not None else ""
