"""Each deed has its way back."""

import pytest
from PySide6.QtGui import QUndoStack

from newsroom.domain.article import Status
from newsroom.services.articles import read_article
from newsroom.ui.changes import ChangeBus, Operations
from newsroom.ui.library_operations import LibraryOperations
from tests.fakes.desk import MEMBERSHIP, SAFETY, SPECIAL
from tests.ui.support import write, write_many


@pytest.fixture
def stack(qtbot):
    return QUndoStack()


@pytest.fixture
def deeds(tasks, stack, desk):
    bus = ChangeBus()
    made = LibraryOperations(Operations(tasks, bus), stack)
    made.bus = bus
    made.attach_desk(desk)
    return made


@pytest.fixture
def done(qtbot, tasks, deeds):
    def wait(deed, *args):
        deed(*args)
        qtbot.waitUntil(lambda: not tasks.busy())

    return wait


def state(desk, ids, field):
    return [getattr(read_article(desk=desk, article_id=one), field) for one in ids]


def test_a_status_goes_there_and_back_and_there(done, deeds, stack, desk):
    ids = [write(desk, "Một"), write(desk, "Hai", status=Status.IN_EDIT)]
    done(deeds.set_status, ids, Status.SPIKED)
    assert state(desk, ids, "status") == [Status.SPIKED] * 2
    done(stack.undo)
    assert state(desk, ids, "status") == [Status.DRAFT, Status.IN_EDIT]
    done(stack.redo)
    assert state(desk, ids, "status") == [Status.SPIKED] * 2


def test_a_move_goes_back_to_where_each_was(done, deeds, stack, desk):
    ids = [write(desk, "Một"), write(desk, "Hai", section=("Văn hóa",))]
    done(deeds.move, ids, (SPECIAL, MEMBERSHIP))
    assert state(desk, ids, "section") == [(SPECIAL, MEMBERSHIP)] * 2
    done(stack.undo)
    assert state(desk, ids, "section") == [(SPECIAL, SAFETY), ("Văn hóa",)]


def test_a_tag_comes_off_again(done, deeds, stack, desk):
    ids = [write(desk, "Một", tags=("an toàn",))]
    done(deeds.add_tag, ids, "đoàn phí")
    assert state(desk, ids, "tags") == [("an toàn", "đoàn phí")]
    done(stack.undo)
    assert state(desk, ids, "tags") == [("an toàn",)]


def test_what_was_deleted_comes_back_with_its_id(done, deeds, stack, desk):
    ids = [write(desk, "Một", status=Status.SPIKED)]
    done(deeds.delete, ids)
    done(stack.undo)
    assert state(desk, ids, "headline") == ["Một"]


def test_a_deed_that_fails_leaves_nothing_to_undo(done, deeds, stack, desk, tasks):
    failed = []
    tasks.failed.connect(failed.append)
    done(deeds.delete, [write(desk, "Không trong thùng rác")])
    assert stack.count() == 0
    assert "not in the bin" in str(failed[0])


def test_it_says_what_was_done(qtbot, deeds, desk):
    ids = write_many(desk, 2)
    with qtbot.waitSignal(deeds.done) as done:
        deeds.set_status(ids, Status.SPIKED)
    assert done.args == ["2 articles spiked"]


def test_a_duplicate_is_named(qtbot, deeds, desk):
    ids = write_many(desk, 1)
    with qtbot.waitSignal(deeds.made) as made:
        deeds.duplicate(ids)
    assert state(desk, made.args, "headline") == ["Bài số 0"]
    assert made.args != ids
