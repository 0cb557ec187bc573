import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from newsroom.ui.dialogs.article_picker import ArticlePicker
from tests.ui.support import write


@pytest.fixture
def written(desk):
    return {name: write(desk, name) for name in ("Góp đoàn phí", "Lớp học tối", "Đoàn viên mới")}


@pytest.fixture
def picker(qtbot, desk, tasks, theme, written):
    made = ArticlePicker(
        desk=desk, tasks=tasks, theme=theme, title="Related", exclude=[written["Lớp học tối"]]
    )
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() == 3)
    yield made
    if isValid(made):
        made.close()


def test_words_without_diacritics_find(qtbot, picker, written):
    QTest.keyClicks(picker.line, "doan")
    qtbot.waitUntil(lambda: picker.model.rowCount() == 2)
    assert picker.count.text() == "2 articles"
    QTest.keyClick(picker.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.picked) as sent:
        picker.take.click()
    assert set(sent.args[0]) < {written["Góp đoàn phí"], written["Đoàn viên mới"]}
    assert len(sent.args[0]) == 1


def test_several_are_picked_without_those_excluded(qtbot, picker, written):
    picker.view.selectAll()
    with qtbot.waitSignal(picker.picked) as sent:
        picker.take.click()
    assert set(sent.args[0]) == {written["Góp đoàn phí"], written["Đoàn viên mới"]}


def test_nothing_found_is_said_and_cannot_be_added(qtbot, picker):
    QTest.keyClicks(picker.line, "zzz")
    qtbot.waitUntil(lambda: picker.model.rowCount() == 0)
    assert picker.count.text().startswith("Nothing is found")
    assert not picker.take.isEnabled()
