"""Replacing in the library: what is ticked, as one step, with a way back."""

import gc
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from shiboken6 import isValid

from newsroom import i18n
from newsroom.domain.article import Status
from newsroom.services.articles import Details, read_article, set_details
from newsroom.ui.changes import ChangeBus, Operations
from newsroom.ui.finding.context import CONTEXT_ROLE
from newsroom.ui.finding.library_dialog import LibraryReplaceDialog
from newsroom.ui.library_operations import LibraryOperations
from tests.ui.support import write


@pytest.fixture
def stack(qtbot):
    return QUndoStack()


@pytest.fixture
def deeds(tasks, stack, desk):
    made = LibraryOperations(Operations(tasks, ChangeBus(tasks)), stack)
    made.attach_desk(desk)
    return made


@pytest.fixture
def dialog(qtbot, desk, tasks, deeds, theme, settings):
    made = LibraryReplaceDialog(desk=desk, tasks=tasks, deeds=deeds, theme=theme, settings=settings)
    made.show()
    yield made
    if isValid(made):
        made.close()


@pytest.fixture
def settle(qtbot, tasks):
    return lambda: qtbot.waitUntil(lambda: not tasks.busy())


@pytest.fixture
def find(dialog, settle):
    def run(words, new="phí"):
        dialog.words.setText(words)
        dialog.new_words.setText(new)
        dialog.keep_case.setChecked(True)
        QTest.keyClick(dialog.words, Qt.Key.Key_Return)
        settle()

    return run


def headlines(desk, *ids):
    return [read_article(desk=desk, article_id=one).headline for one in ids]


def test_replace_and_undo_and_redo(qtbot, desk, dialog, deeds, stack, find, settle):
    ids = [write(desk, "Giảm thuế"), write(desk, "THUẾ mới")]
    find("thue")
    assert dialog.summary.text() == "2 hits in 2 articles"
    with qtbot.waitSignal(deeds.done) as done:
        dialog.take.click()
    settle()
    assert done.args == ["Replaced in 2 articles"]
    assert headlines(desk, *ids) == ["Giảm phí", "PHÍ mới"]
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert stack.count() == 1
    stack.undo()
    settle()
    assert headlines(desk, *ids) == ["Giảm thuế", "THUẾ mới"]
    stack.redo()
    settle()
    assert headlines(desk, *ids) == ["Giảm phí", "PHÍ mới"]


def test_published_articles_wait_for_a_tick(desk, dialog, find, settle):
    ids = [write(desk, "Giảm thuế"), write(desk, "Thuế cũ", status=Status.PUBLISHED)]
    find("thue")
    assert "Published articles" in dialog.notice.words()
    assert dialog.take.text() == "Replace 1 hit"
    dialog.take.click()
    settle()
    assert headlines(desk, *ids) == ["Giảm phí", "Thuế cũ"]


def test_ticks(desk, dialog, find):
    write(desk, "Thuế, thuế và thuế")
    find("thue")
    hits = dialog.hits
    article = hits.index(0, 0)
    one = hits.index(1, 0, article)
    role = Qt.ItemDataRole.CheckStateRole
    assert hits.parent(one) == article
    assert hits.setData(one, Qt.CheckState.Unchecked, role)
    assert hits.data(article, role) is Qt.CheckState.PartiallyChecked
    assert [place.hit.start for place in hits.chosen()[0].places] == [0, 14]
    hits.setData(article, Qt.CheckState.Unchecked, role)
    assert hits.chosen() == []
    assert not dialog.take.isEnabled()
    assert dialog.take.text() == "Replace"


def test_the_list_shows_what_will_become(desk, dialog, find):
    write(desk, "Giảm thuế")
    find("thue")
    dialog.new_words.setText("lệ phí")
    hits = dialog.hits
    context = hits.data(hits.index(0, 0, hits.index(0, 0)), CONTEXT_ROLE)
    assert context == ("Giảm ", "thuế", "lệ phí", "")
    assert "Giảm thuế   ·   Draft   ·   1 hit" in hits.data(hits.index(0, 0))


def test_other_words_make_the_list_stale(desk, dialog, find):
    write(desk, "Giảm thuế")
    find("thue")
    dialog.words.setText("thu")
    assert dialog.hits.hits() == 0
    assert not dialog.take.isEnabled()


def test_a_bad_expression_is_told(dialog, find):
    dialog.options.regex.click()
    find("(thue")
    assert "not a complete regular expression" in dialog.notice.words()
    find("thue", "$1")
    assert "names group 1" in dialog.notice.words()
    assert not dialog.take.isEnabled()


def test_the_filter_narrows(request, desk, settle):
    write(desk, "Giảm thuế", tags=("lương",))
    write(desk, "Thuế")
    dialog, find = request.getfixturevalue("dialog"), request.getfixturevalue("find")
    settle()
    dialog.filter.tag.chosen.emit("lương")
    assert dialog.filter.wanted().tag == "lương"
    find("thue")
    assert dialog.summary.text() == "1 hit in 1 article"


def test_what_changed_meanwhile_is_named(qtbot, desk, dialog, deeds, stack, find):
    one = write(desk, "Giảm thuế")
    find("thue")
    set_details(desk=desk, ids=[one], details=Details(lede="Mới."))
    with qtbot.waitSignal(deeds.left_alone) as told:
        dialog.take.click()
    assert told.args == ["Changed meanwhile and left as they are: “Giảm thuế”."]
    assert stack.count() == 0


def test_undo_names_what_was_changed_since(qtbot, desk, dialog, deeds, stack, find, settle):
    one = write(desk, "Giảm thuế")
    find("thue")
    dialog.take.click()
    settle()
    set_details(desk=desk, ids=[one], details=Details(lede="Mới."))
    with qtbot.waitSignal(deeds.left_alone) as told:
        stack.undo()
    assert "Giảm phí" in told.args[0]
    assert headlines(desk, one) == ["Giảm phí"]


def test_closing_while_searching_stops_it(qtbot, desk, dialog, settle):
    write(desk, "Giảm thuế")
    dialog.words.setText("thue")
    dialog.search.click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    qtbot.waitUntil(lambda: not isValid(dialog))


@pytest.mark.parametrize("language", list(i18n.LANGUAGES))
def test_it_opens_in_every_language_and_dies(
    qtbot, desk, tasks, deeds, theme, settings, settle, language
):
    i18n.use(language)
    made = LibraryReplaceDialog(desk=desk, tasks=tasks, deeds=deeds, theme=theme, settings=settings)
    made.show()
    settle()
    assert made.summary.text()
    made.close()
    reference = weakref.ref(made)
    del made
    qtbot.waitUntil(lambda: _died(reference))


def _died(reference):
    gc.collect()
    return reference() is None


def test_hits_are_listed_while_more_are_looked_for(desk, dialog, find):
    for number in range(60):
        write(desk, f"Thuế {number}")
    listed = []
    dialog.hits.rowsInserted.connect(lambda *_: listed.append(dialog.hits.rowCount()))
    find("thue")
    assert len(listed) > 1
    assert listed[-1] == 60
    assert dialog.summary.text() == "60 hits in 60 articles"
    assert dialog.view.isExpanded(dialog.hits.index(59, 0))


def test_what_was_switched_is_remembered(qtbot, desk, tasks, deeds, theme, settings, dialog):
    dialog.options.whole_word.click()
    again = LibraryReplaceDialog(
        desk=desk, tasks=tasks, deeds=deeds, theme=theme, settings=settings
    )
    qtbot.addWidget(again)
    assert again.options.whole_word.isChecked()
    assert not again.options.regex.isChecked()


def test_tab_leads_from_what_is_sought_to_what_takes_its_place(dialog):
    QTest.keyClick(dialog.words, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.new_words
    QTest.keyClick(dialog.new_words, Qt.Key.Key_Backtab)
    assert dialog.focusWidget() is dialog.words
