"""Pages that ask for the room of the one that is seen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

from newsroom.ui.dialogs.base import Dialog
from newsroom.ui.widgets.pages import Pages


def test_a_long_page_leaves_no_scroll_bar_to_a_short_one(qtbot):
    long, short, pages = QWidget(), QLabel("Đã ghi 1 tệp."), Pages()
    long.setMinimumSize(300, 900)
    for page in (long, short):
        pages.addWidget(page)
    dialog = Dialog("Xuất bài")
    qtbot.addWidget(dialog)
    dialog.body.addWidget(pages)
    dialog.show()
    dialog.resize(600, 500)
    bar = dialog.body.parentWidget().parentWidget().parentWidget().verticalScrollBar()
    assert bar.maximum() > 0
    pages.setCurrentWidget(short)
    qtbot.waitUntil(lambda: bar.maximum() == 0)


def test_no_page_asks_for_nothing(qtbot):
    pages = Pages()
    qtbot.addWidget(pages)
    assert pages.heightForWidth(300) == -1
    assert isinstance(pages.sizeHint(), QSize)
