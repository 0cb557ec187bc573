import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsroom.services.articles import read_article
from newsroom.services.sections import read_sections
from newsroom.ui.changes import ChangeBus, Operations
from newsroom.ui.dialogs.sections_dialog import SectionsDialog
from tests.fakes.desk import MEMBERSHIP, SAFETY, SPECIAL
from tests.ui.support import write


@pytest.fixture
def bus(tasks):
    return ChangeBus(tasks)


@pytest.fixture
def dialog(qtbot, desk, tasks, theme, bus):
    operations = Operations(tasks, bus, tasks)
    made = SectionsDialog(desk=desk, tasks=tasks, operations=operations, theme=theme)
    made.show()
    qtbot.waitUntil(lambda: not tasks.busy())
    yield made
    made.close()


@pytest.fixture
def settle(qtbot, tasks):
    return lambda: qtbot.waitUntil(lambda: not tasks.busy())


def _paths(desk):
    return list(read_sections(desk=desk).paths())


def test_the_tree_is_shown(dialog):
    dialog.select((SPECIAL, SAFETY))
    assert dialog.current() == (SPECIAL, SAFETY)


def test_a_section_is_added_behind_the_selected_one_ready_to_be_named(dialog, desk, settle):
    dialog.select(("Thời sự",))
    dialog.add.click()
    settle()
    assert [path for path in _paths(desk) if len(path) == 1][:2] == [("Thời sự",), ("New section",)]
    assert dialog.current() == ("New section",)
    assert dialog.view.state() == dialog.view.State.EditingState


def test_added_sections_never_clash(dialog, desk, settle):
    for _time in range(3):
        dialog.select(("Văn hóa",))
        dialog.add_below.click()
        settle()
    names = [path[-1] for path in _paths(desk) if path[:-1] == ("Văn hóa",)]
    assert names == ["New section", "New section 2", "New section 3"]


def test_renaming_in_place_takes_the_articles_along(dialog, desk, settle, qtbot, bus):
    article = write(desk, "Mũ bảo hộ")
    dialog.select((SPECIAL, SAFETY))
    item = dialog._model.itemFromIndex(dialog.view.currentIndex())
    with qtbot.waitSignal(bus.changed) as sent:
        item.setText("  An toàn  ")
    assert sent.args[0].sections
    assert read_article(desk=desk, article_id=article).section == (SPECIAL, "An toàn")
    assert dialog.current() == (SPECIAL, "An toàn")


def test_a_name_that_is_taken_is_refused_and_shown_as_it_was(dialog, settle):
    dialog.select((SPECIAL, SAFETY))
    dialog._model.itemFromIndex(dialog.view.currentIndex()).setText(MEMBERSHIP)
    settle()
    assert "already" in dialog.notice.words()
    assert dialog.current() == (SPECIAL, SAFETY)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Up, [SPECIAL, f"{SPECIAL}/{SAFETY}", f"{SPECIAL}/{MEMBERSHIP}"]),
        (Qt.Key.Key_Left, [SPECIAL, f"{SPECIAL}/{MEMBERSHIP}", SAFETY]),
        (
            Qt.Key.Key_Right,
            [SPECIAL, f"{SPECIAL}/{MEMBERSHIP}", f"{SPECIAL}/{MEMBERSHIP}/{SAFETY}"],
        ),
    ],
)
def test_alt_and_an_arrow_move_it(dialog, desk, settle, key, expected):
    dialog.select((SPECIAL, SAFETY))
    QTest.keyClick(dialog.view, key, Qt.KeyboardModifier.AltModifier)
    settle()
    assert ["/".join(path) for path in _paths(desk)][1:4] == expected
    assert dialog.current()[-1] == SAFETY


def test_deleting_one_that_holds_articles_says_why(dialog, desk, settle):
    write(desk, "Mũ bảo hộ")
    dialog.select((SPECIAL,))
    dialog.delete.click()
    settle()
    assert "still holds articles (1)" in dialog.notice.words()
    assert (SPECIAL, SAFETY) in _paths(desk)


def test_an_empty_one_is_deleted(dialog, desk, settle):
    dialog.select((SPECIAL, MEMBERSHIP))
    QTest.keyClick(dialog.view, Qt.Key.Key_Delete)
    settle()
    assert (SPECIAL, MEMBERSHIP) not in _paths(desk)
    assert dialog.current() == (SPECIAL,)


def test_buttons_know_what_can_be_done(dialog):
    dialog.select(("Thời sự",))
    assert not dialog.up.isEnabled()
    assert not dialog.out.isEnabled()
    assert not dialog.inward.isEnabled()
    assert dialog.down.isEnabled()
