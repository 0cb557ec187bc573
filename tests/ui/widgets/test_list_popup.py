"""A list over a widget stays where it can be seen."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from newsroom.ui.widgets.list_popup import Choice, ListPopup


def test_over_a_narrow_panel_at_the_edge_it_stays_within_the_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(0, 0, 760, 500)
    panel = QWidget(window)
    panel.setGeometry(560, 40, 200, 400)
    with qtbot.waitExposed(window):
        window.show()
    popup = ListPopup(
        title="Giao diện", choices=[Choice(id="a", words="Trang báo")], empty="", hint="",
        parent=window,
    )  # fmt: skip
    popup.open_over(panel)
    right = popup.mapToGlobal(popup.rect().topRight()).x()
    assert right < window.mapToGlobal(window.rect().topRight()).x()
    assert popup.mapToGlobal(popup.rect().topLeft()).x() > window.mapToGlobal(panel.pos()).x() - 300
    popup.close()
