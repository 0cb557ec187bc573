"""Where a dialog stands on the screen."""

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QLabel, QWidget

from newsroom.ui.dialogs.base import Dialog
from newsroom.ui.widgets.popups import place_over


class Watcher(QObject):
    """Notes what happens to a window after the system was told of it."""

    def __init__(self) -> None:
        super().__init__()
        self.born = False
        self.later: list[QEvent.Type] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.WinIdChange:
            self.born = True
        elif self.born and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            assert isinstance(watched, QWidget)
            if watched.geometry() != self.wanted(watched):
                self.later.append(event.type())
        return super().eventFilter(watched, event)

    def wanted(self, window: QWidget) -> QRect:
        """The first geometry that the system was told."""
        if not hasattr(self, "_first"):
            self._first = QRect(window.geometry())
        return self._first


@pytest.fixture
def owner(qtbot):
    window = QWidget()
    window.setGeometry(40, 40, 700, 600)
    qtbot.addWidget(window)
    window.show()
    return window


def test_a_dialog_is_in_its_place_before_the_system_makes_its_window(owner):
    """Moved after that, a slow start leaves it in the corner with its title beyond the edge."""
    dialog = Dialog("Xuất bài", owner)
    dialog.body.addWidget(QLabel("\n".join(["dòng"] * 12)))
    watcher = Watcher()
    dialog.installEventFilter(watcher)
    dialog.show()
    assert watcher.born
    assert watcher.later == []
    assert abs(dialog.geometry().center().x() - owner.geometry().center().x()) < 12
    dialog.close()


def test_a_dialog_stays_on_the_screen(owner):
    screen = owner.screen().availableGeometry()
    owner.move(screen.right() - 80, screen.bottom() - 60)
    dialog = Dialog("Xuất bài", owner)
    place = place_over(owner, dialog.size())
    assert screen.contains(QRect(place, dialog.size()))
    dialog.close()


def test_a_dialog_of_its_own_width_has_no_hole_in_it(owner):
    """Its content is measured at the width that it will have."""
    dialog = Dialog("Xuất bài", owner)
    words = QLabel("Giãn dòng đôi, có số tiếng: cho bàn biên tập. " * 20)
    words.setWordWrap(True)
    dialog.body.addWidget(words)
    dialog.resize(600, 0)
    dialog.layout().activate()  # as dialogs do that ask how high their presets are
    dialog.resize(600, 560)
    dialog.show()
    assert dialog.height() == 560
    dialog.close()
