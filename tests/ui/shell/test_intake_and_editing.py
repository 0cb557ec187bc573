"""Edit actions follow the focus; files dropped on the window are taken."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QLineEdit, QListView, QMainWindow, QVBoxLayout, QWidget

from newsroom.domain.article import Status
from newsroom.ui.actions import Actions
from newsroom.ui.article_menus import common_next
from newsroom.ui.dropping import importable
from newsroom.ui.focused_editing import FocusedEditing


class Counting(QUndoCommand):
    def __init__(self):
        super().__init__("2 articles spiked")
        self.count = 0

    def redo(self):
        self.count += 1

    def undo(self):
        self.count -= 1


@pytest.fixture
def window(qtbot, theme):
    made = QMainWindow()
    qtbot.addWidget(made)
    holder = QWidget()
    made.field, made.list = QLineEdit(), QListView()
    layout = QVBoxLayout(holder)
    layout.addWidget(made.field)
    layout.addWidget(made.list)
    made.setCentralWidget(holder)
    made.actions_ = Actions(made, theme.tokens)
    made.stack = QUndoStack(made)
    made.editing = FocusedEditing(made.actions_, made.stack, made)
    made.deed = Counting()
    made.stack.push(made.deed)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def test_undo_belongs_to_the_text_that_has_the_focus(qtbot, window):
    window.field.setFocus()
    qtbot.keyClicks(window.field, "abc")
    window.actions_["undo"].trigger()
    assert window.field.text() == ""
    assert window.deed.count == 1


def test_undo_belongs_to_the_library_otherwise(qtbot, window):
    window.field.setText("abc")
    window.list.setFocus()
    window.editing.adapt()
    assert window.actions_["undo"].text() == "Undo: 2 articles spiked"
    window.actions_["undo"].trigger()
    assert window.deed.count == 0
    window.editing.release()
    window.actions_["redo"].trigger()
    assert window.deed.count == 1


def test_a_menu_opened_by_key_speaks_of_the_text_that_was_left_for_it(qtbot, window):
    window.field.setFocus()
    qtbot.keyClicks(window.field, "abc")
    window.menuBar().addMenu("Sửa").addAction(window.actions_["undo"])
    window.menuBar().show()
    window.menuBar().setFocus(Qt.FocusReason.MenuBarFocusReason)
    assert not window.field.hasFocus()
    window.editing.adapt()
    assert (window.actions_["undo"].text(), window.actions_["undo"].isEnabled()) == ("Undo", True)
    window.actions_["undo"].trigger()
    assert (window.field.text(), window.deed.count) == ("", 1)
    window.list.setFocus()
    window.editing.adapt()
    assert window.actions_["undo"].text() == "Undo: 2 articles spiked"


def test_the_keys_work_again_after_the_menu_has_closed(window):
    window.field.setFocus()
    window.editing.adapt()
    assert not window.actions_["redo"].isEnabled()
    window.editing.release()
    assert window.actions_["redo"].isEnabled()


def test_only_files_that_can_become_articles_are_taken(tmp_path):
    data = QMimeData()
    names = ("bai.docx", "bai.TXT", "anh.jpg", "bai.html")
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    assert importable(data) == [tmp_path / "bai.docx", tmp_path / "bai.TXT", tmp_path / "bai.html"]
    data.setUrls([QUrl("https://example.com/bai.html")])
    assert importable(data) == []


def test_the_status_menu_offers_what_all_may_become():
    assert common_next([Status.DRAFT, Status.AWAITING_EDIT]) == (Status.IN_EDIT,)
    assert Status.SPIKED not in common_next([Status.DRAFT])
    assert common_next([]) == ()


def test_paths_are_paths():
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/bài viết.md")])
    assert importable(data) == [Path("/tmp/bài viết.md")]
