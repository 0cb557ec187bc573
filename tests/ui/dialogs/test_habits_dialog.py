import pytest
from shiboken6 import isValid

from newsroom.domain.writing import Abbreviation
from newsroom.services.writing import read_habits
from newsroom.ui.changes import ChangeBus, Operations
from newsroom.ui.dialogs.habits_dialog import HabitsDialog


@pytest.fixture
def dialog(qtbot, desk, tasks):
    operations = Operations(tasks, ChangeBus(tasks), tasks)
    made = HabitsDialog(desk=desk, tasks=tasks, operations=operations)
    made.show()
    qtbot.waitUntil(made.save.isEnabled)
    yield made
    if isValid(made):
        made.close()


def row_of(dialog, short):
    table = dialog.forms.table
    return next(row for row in range(table.rowCount()) if table.item(row, 0).text() == short)


def test_it_shows_what_is_kept(dialog, desk):
    assert (dialog.quotes.isChecked(), dialog.dashes.isChecked()) == (True, False)
    assert {e.short: e for e in dialog.forms.entries()} == {
        e.short: e for e in read_habits(desk=desk).abbreviations
    }


def test_a_new_row_is_kept_and_a_removed_one_is_gone(qtbot, dialog, desk):
    table = dialog.forms.table
    table.selectRow(row_of(dialog, "ubnd"))
    dialog.forms.remove.click()
    dialog.forms.add.click()
    table.item(table.rowCount() - 1, 0).setText("bvn")
    table.item(table.rowCount() - 1, 1).setText("Bảo vệ nguồn")
    dialog.dashes.setChecked(True)
    with qtbot.waitSignal(dialog.finished):
        dialog.save.click()
    habits = read_habits(desk=desk)
    table = {entry.short: entry.words for entry in habits.abbreviations}
    assert habits.typography.dashes
    assert table["bvn"] == "Bảo vệ nguồn"
    assert "ubnd" not in table


def test_a_wrong_row_is_told_and_nothing_is_kept(dialog, desk):
    before = read_habits(desk=desk)
    dialog.forms.table.item(0, 0).setText("hai chữ")
    dialog.save.click()
    assert "hai chữ" in dialog.notice.words()
    assert read_habits(desk=desk) == before


def test_a_list_goes_out_and_comes_in(qtbot, dialog, tmp_path):
    path = tmp_path / "list.csv"
    dialog.write_to(path)
    qtbot.waitUntil(lambda: str(path) in dialog.notice.words())
    before = {entry.short: entry.words for entry in dialog.forms.entries()}
    dialog.forms.show_entries([Abbreviation(short="ubnd", words="cũ")])
    dialog.take_file(path)
    qtbot.waitUntil(lambda: len(dialog.forms.entries()) == len(before))
    assert {entry.short: entry.words for entry in dialog.forms.entries()} == before


def test_a_file_that_is_no_list_leaves_the_table(qtbot, dialog, tmp_path):
    before = dialog.forms.entries()
    dialog.take_file(tmp_path / "missing.csv")
    qtbot.waitUntil(lambda: bool(dialog.notice.words()))
    assert dialog.forms.entries() == before
