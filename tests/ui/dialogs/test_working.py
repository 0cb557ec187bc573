"""A dialog with work under way: stopping it, closing it, leaving it."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from newsroom.errors import UserError
from newsroom.i18n import sentence
from newsroom.ui.dialogs.working import WorkingDialog


@pytest.fixture
def dialog(tasks):
    made = WorkingDialog("Việc", tasks)
    made.add_pages(QLabel("Chọn"))
    made.add_ends("Thôi", "Làm")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def begin(dialog, tasks):
    begun, go_on = Event(), Event()
    dialog.task = tasks.run(lambda _: (begun.set(), go_on.wait(5)), owner=dialog)
    begun.wait(5)
    return go_on


def test_without_work_it_closes(dialog):
    dialog.stop_or_close()
    assert not dialog.isVisible()


def test_work_under_way_is_stopped_and_the_dialog_stays(dialog, tasks):
    go_on = begin(dialog, tasks)
    dialog.stop_or_close()
    assert dialog.isVisible()
    assert dialog.task.cancelled
    go_on.set()


def test_leaving_stops_the_work(dialog, tasks):
    go_on = begin(dialog, tasks)
    task = dialog.task
    dialog.reject()
    assert task.cancelled
    go_on.set()


def test_work_that_waits_its_turn_is_dropped_and_the_dialog_closes(dialog, tasks):
    go_on = begin(dialog, tasks)
    dialog.task = tasks.run(lambda _: None, owner=dialog)
    dialog.stop_or_close()
    assert not dialog.isVisible()
    go_on.set()


def test_what_came_of_the_work_is_shown_and_the_dialog_can_only_be_closed(dialog, qtbot):
    dialog.begin(lambda _: "Xong", lambda words: dialog.show_result(QLabel(words)), print)
    assert dialog.pages.currentWidget() is dialog.running
    assert (dialog.cancel.text(), dialog.go.isEnabled()) == ("Stop", False)
    qtbot.waitUntil(lambda: dialog.task is None)
    assert dialog.pages.currentWidget().text() == "Xong"
    assert (dialog.cancel.text(), dialog.go.isHidden()) == ("Close", True)


def test_work_that_fails_leads_back_to_the_choices(dialog, qtbot):
    def fail(_progress):
        raise UserError("Không được.")

    dialog.begin(fail, print, lambda error: dialog.notice.say(sentence(error)))
    qtbot.waitUntil(lambda: dialog.task is None)
    dialog.show_choices()
    assert dialog.notice.words() == "Không được."
    assert dialog.pages.currentWidget().text() == "Chọn"
    assert (dialog.cancel.text(), dialog.go.isEnabled()) == ("Thôi", True)
