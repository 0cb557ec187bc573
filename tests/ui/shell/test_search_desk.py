"""Saved searches are kept, renamed and deleted from the panel, and each can be taken back."""

import pytest
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QMainWindow, QWidget

from newsroom.services.saved_searches import read_searches
from newsroom.ui.actions import Actions
from newsroom.ui.centre import Centre
from newsroom.ui.changes import ChangeBus, Operations
from newsroom.ui.dialogs.name_dialog import NameDialog
from newsroom.ui.editor.notice import Notice
from newsroom.ui.library.panel import LibraryPanel
from newsroom.ui.library_operations import LibraryOperations
from newsroom.ui.search_desk import SearchDesk
from tests.ui.support import write_many


class Room:
    """The parts of a window that saved searches need."""

    def __init__(self, desk, tasks, theme, window):
        bus = ChangeBus()
        self.window, self.stack = window, QUndoStack(window)
        self.actions = Actions(window, theme.tokens)
        self.library = LibraryPanel(tasks=tasks, tokens=theme.tokens, parent=window)
        self.centre = Centre(QWidget(), theme.tokens, notice=Notice(theme.tokens), parent=window)
        self.deeds = LibraryOperations(Operations(tasks, bus, window), self.stack, window)
        self.desk = SearchDesk(
            actions=self.actions,
            library=self.library,
            deeds=self.deeds,
            centre=self.centre,
            parent=window,
        )
        bus.changed.connect(self.library.apply)
        self.library.attach_desk(desk)
        self.deeds.attach_desk(desk)

    def answer(self, name):
        """Give the name that is asked for."""
        dialog = self.window.findChild(NameDialog)
        assert dialog.field.text()
        dialog.field.setText(name)
        dialog.keep.click()

    def places(self):
        return [place.label for _index, place in self.library.places.entries() if place.search]


@pytest.fixture
def room(qtbot, tasks, theme, desk, settle):
    write_many(desk, 6)
    window = QMainWindow()
    qtbot.addWidget(window)
    made = Room(desk, tasks, theme, window)
    settle()
    return made


@pytest.fixture
def kept(room, settle):
    room.library.search.setText("bai so 4")
    settle()
    room.actions["keep-search"].trigger()
    room.answer("Bốn")
    settle()
    return room


def test_keeping_and_taking_it_back(kept, settle):
    assert kept.places() == ["Bốn"]
    assert kept.library.tree.search().words == "bai so 4"
    kept.stack.undo()
    settle()
    assert kept.places() == []
    kept.stack.redo()
    settle()
    assert kept.places() == ["Bốn"]


def test_one_of_the_same_name_comes_back(kept, settle, desk):
    kept.library.search.setText("bai so 5")
    settle()
    kept.actions["keep-search"].trigger()
    kept.answer("Bốn")
    settle()
    assert [search.words for search in read_searches(desk=desk)] == ["bai so 5"]
    kept.stack.undo()
    settle()
    assert kept.library.tree.search().words == "bai so 4"
    assert kept.library.search.text() == "bai so 4"


def test_renaming_and_deleting(kept, settle):
    kept.actions["rename-search"].trigger()
    kept.answer("Số bốn")
    settle()
    assert kept.places() == ["Số bốn"]
    assert kept.library.tree.search().name == "Số bốn"
    kept.actions["delete-search"].trigger()
    settle()
    assert kept.places() == []
    kept.stack.undo()
    settle()
    kept.stack.undo()
    settle()
    assert kept.places() == ["Bốn"]


@pytest.mark.parametrize("name", ["keep-search", "rename-search", "delete-search"])
def test_what_is_missing_is_said(room, name):
    room.actions[name].trigger()
    assert "first" in room.centre.banner.words()


def test_quick_open_offers_them(kept, settle):
    kept.library.go_to("all")
    settle()
    (offer,) = kept.desk.offers()
    assert offer.words == "Search: Bốn"
    offer.run()
    settle()
    assert kept.library.articles.rowCount() == 1
