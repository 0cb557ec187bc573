"""Looking for articles with the keyboard, and what the panel says when there are none."""

import pytest
from PySide6.QtCore import QByteArray, QItemSelectionModel, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from newsroom.domain.article import Status
from newsroom.domain.changes import ChangeSet
from newsroom.domain.library import ArticleFilter
from newsroom.domain.saved_search import SavedSearch
from newsroom.services import articles
from newsroom.services.saved_searches import delete_search, keep_search
from newsroom.ui.library.panel import LibraryPanel
from newsroom.ui.library.slip import slip
from newsroom.ui.models.dragging import articles_mime
from tests.fakes.desk import SPECIAL
from tests.ui.support import write, write_many


@pytest.fixture
def panel(qtbot, tasks, theme):
    made = LibraryPanel(tasks=tasks, tokens=theme.tokens)
    qtbot.addWidget(made)
    made.resize(336, 800)
    made.show()
    return made


@pytest.fixture
def filled(qtbot, panel, desk):
    ids = write_many(desk, 6)
    fill(qtbot, panel, desk)
    return ids


def fill(qtbot, panel, desk):
    with qtbot.waitSignals([panel.articles.answered, panel.counted]):
        panel.attach_desk(desk)


def look_for(qtbot, panel, words):
    panel.search.setText(words)
    with qtbot.waitSignal(panel.articles.answered):
        qtbot.keyClick(panel.search, Qt.Key.Key_Return)


def settled(qtbot, panel, tasks):
    qtbot.waitUntil(lambda: not tasks.busy() and not panel.articles._refresh_soon.isActive())


def test_typing_finds_and_down_goes_to_the_results(qtbot, panel, filled):
    look_for(qtbot, panel, "bai so 4")
    assert panel.articles.rowCount() == 1
    assert panel._results.found.text() == "1 result"
    with qtbot.waitSignal(panel.browsed) as browsed:
        qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    assert browsed.args == [filled[4]]


def test_what_is_not_found_is_quoted_once(qtbot, panel, filled):
    look_for(qtbot, panel, '"khong co dau"')
    assert panel._message.title() == "Nothing found for “khong co dau”"


def test_an_empty_bin_offers_no_new_article(qtbot, panel, filled):
    with qtbot.waitSignal(panel.articles.answered):
        panel.tree.go_to("bin")
    assert panel._message.title() == "The bin is empty"


def test_no_hits_offer_to_clear_the_search(qtbot, panel, filled):
    look_for(qtbot, panel, "xyzt")
    assert panel._message.title() == "Nothing found for “xyzt”"
    assert panel._stack.currentWidget() is panel._message
    with qtbot.waitSignal(panel.articles.answered):
        panel._message.wanted.emit()
    assert panel.articles.rowCount() == 6
    assert panel._stack.currentWidget() is panel.list


def test_esc_clears_the_search(qtbot, panel, filled):
    look_for(qtbot, panel, "xyzt")
    with qtbot.waitSignal(panel.articles.answered):
        qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.articles.rowCount() == 6


def test_an_empty_place_offers_a_new_article(qtbot, panel, filled):
    with qtbot.waitSignal(panel.articles.answered):
        panel.tree.go_to("status:approved")
    assert panel._message.title() == "No articles here yet"
    with qtbot.waitSignal(panel.new_wanted):
        panel._message.wanted.emit()


def test_a_search_stays_within_the_place_until_asked_to_leave(qtbot, panel, filled, desk):
    with qtbot.waitSignal(panel.articles.answered):
        panel.tree.go_to("section:Văn hóa")
    look_for(qtbot, panel, "bai")
    assert panel.articles.rowCount() == 0
    with qtbot.waitSignal(panel.articles.answered):
        panel._message.wanted.emit()
    assert panel.search.text() == "bai"
    assert panel.articles.rowCount() == 6


def test_the_selection_stays_when_rows_come_and_go(qtbot, panel, filled, desk, tasks, settle):
    with qtbot.waitSignal(panel.browsed):
        panel.list.setCurrentIndex(panel.articles.index(3))
    browsed, selections = [], []
    panel.browsed.connect(browsed.append)
    panel.selection_changed.connect(lambda: selections.append(panel.selected_ids()))
    new = write(desk, "Tin mới", hours_ago=-1)
    spiked = articles.set_status(desk=desk, ids=filled[:1], status=Status.SPIKED).changes
    panel.apply(spiked | ChangeSet(added=frozenset({new})))
    settled(qtbot, panel, tasks)
    assert panel.selected_ids() == [filled[3]]
    settle()
    assert (browsed, selections) == ([], [])


def test_several_can_be_selected_without_opening_any(panel, filled, settle):
    browsed = []
    panel.browsed.connect(browsed.append)
    select = QItemSelectionModel.SelectionFlag.Select
    for row in (1, 3):
        panel.list.selectionModel().select(panel.articles.index(row), select)
    settle()
    assert panel.selected_ids() == [filled[1], filled[3]]
    assert browsed == []


def test_enter_opens_and_del_spikes(qtbot, panel, filled):
    panel.list.setCurrentIndex(panel.articles.index(2))
    with qtbot.waitSignal(panel.opened) as opened:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert opened.args == [filled[2]]
    with qtbot.waitSignal(panel.spike_wanted):
        qtbot.keyClick(panel.list, Qt.Key.Key_Delete)


def test_the_open_article_is_selected_quietly(panel, filled, settle):
    browsed = []
    panel.browsed.connect(browsed.append)
    panel.mark_open(filled[5])
    settle()
    assert panel.selected_ids() == [filled[5]]
    assert browsed == []


def test_a_new_article_is_selected_when_its_row_comes(qtbot, panel, filled, desk, tasks, settle):
    panel.list.setCurrentIndex(panel.articles.index(2))
    settle()
    new = write(desk, "Bài vừa viết")
    panel.mark_open(new)
    assert panel.selected_ids() == []
    panel.apply(ChangeSet(articles=frozenset({new})))
    settled(qtbot, panel, tasks)
    assert panel.selected_ids() == [new]
    panel.list.setCurrentIndex(panel.articles.index(3))
    chosen = panel.selected_ids()
    panel.apply(ChangeSet(articles=frozenset({new})))
    settled(qtbot, panel, tasks)
    assert panel.selected_ids() == chosen


def drop_on(view, data, pos):
    """What Qt sends a view while a person drags over it and lets go; whether it may be dropped."""
    words = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(pos, *words))
    move = QDragMoveEvent(pos, *words)
    QApplication.sendEvent(view.viewport(), move)
    if move.isAccepted():
        QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(pos), *words))
    return move.isAccepted()


@pytest.mark.parametrize("edge", ["top", "center", "bottom"])
def test_articles_are_dropped_on_sections_and_nowhere_else(qtbot, panel, filled, edge):
    dropped = []
    panel.dropped.connect(lambda ids, place: dropped.append((ids, place.key)))
    data = articles_mime(filled[:2])
    rect = panel.tree.visualRect(panel.places.find(f"section:{SPECIAL}"))
    pos = {"top": rect.topLeft(), "center": rect.center(), "bottom": rect.bottomLeft()}[edge]
    assert drop_on(panel.tree, data, pos)
    assert dropped == [((filled[0], filled[1]), f"section:{SPECIAL}")]
    assert not drop_on(panel.tree, data, panel.tree.visualRect(panel.places.find("all")).center())


def test_what_is_dragged_is_a_small_slip(panel, filled):
    picture = slip("Một tít rất dài về tiền ăn ca của công nhân khu công nghiệp", panel.list)
    assert picture.height() < 40
    assert picture.width() < 260


def test_a_click_on_a_chevron_folds(qtbot, panel, filled):
    section = panel.places.find(f"section:{SPECIAL}")
    rect = panel.tree.visualRect(section)
    assert panel.tree.isExpanded(section)
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(panel.tree.viewport(), left, pos=QPoint(20, rect.center().y()))
    assert not panel.tree.isExpanded(section)
    assert panel.tree.folded() == [f"section:{SPECIAL}", "statuses", "tags"]


def test_place_and_folds_are_remembered(qtbot, panel, filled, tasks, theme, desk, tmp_path):
    settings = QSettings(str(tmp_path / "state.ini"), QSettings.Format.IniFormat)
    with qtbot.waitSignal(panel.articles.answered):
        panel.tree.go_to("section:Văn hóa")
    panel.tree.collapse(panel.places.find("library"))
    panel.save_state(settings)
    again = LibraryPanel(tasks=tasks, tokens=theme.tokens)
    qtbot.addWidget(again)
    again.restore_state(settings)
    fill(qtbot, again, desk)
    assert again.filter().section == ("Văn hóa",)
    assert not again.tree.isExpanded(again.places.find("library"))


def test_everything_is_named_for_screen_readers(panel):
    for part in (panel, panel.search, panel.tree, panel.list):
        assert part.accessibleName()


def test_how_many_are_selected_is_said_where_it_is_not_plain_to_see(qtbot, panel, filled):
    panel.list.setCurrentIndex(panel.articles.index(0))
    assert panel._selected.isHidden()
    panel.list.selectAll()
    assert not panel._selected.isHidden()
    assert panel._selected.text() == f"{panel.articles.rowCount()} articles selected"
    panel.list.clearSelection()
    assert panel._selected.isHidden()


def test_a_section_has_a_menu_and_titles_have_none(qtbot, panel, filled):
    asked = []
    panel.tree.menu_wanted.connect(asked.append)
    for place in panel.tree.model().entries():
        index, found = place
        panel.tree.scrollTo(index)
        at = panel.tree.visualRect(index).center()
        globally = panel.tree.viewport().mapToGlobal(at)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, globally)
        before = len(asked)
        QApplication.sendEvent(panel.tree.viewport(), event)
        wanted = found.wanted
        has_menu = found.key == "all" or (wanted is not None and wanted.section is not None)
        assert (len(asked) > before) == has_menu, found.label
        if has_menu:
            assert panel.tree.place() == found


@pytest.fixture
def searching(qtbot, panel, desk):
    """A panel with a saved search for one of six articles."""
    write_many(desk, 6)
    keep_search(desk=desk, search=SavedSearch(name="Bốn", words="bai so 4", section=(SPECIAL,)))
    fill(qtbot, panel, desk)
    return panel


def go_to(qtbot, panel, key):
    with qtbot.waitSignal(panel.articles.answered):
        panel.go_to(key)


def test_a_saved_search_brings_its_words_and_takes_them_along(qtbot, searching):
    go_to(qtbot, searching, "search:Bốn")
    assert searching.search.text() == "bai so 4"
    assert searching.filter() == ArticleFilter(section=(SPECIAL,))
    assert searching.articles.rowCount() == 1
    assert searching._results.keep.isHidden()
    go_to(qtbot, searching, "all")
    assert searching.search.text() == ""
    assert searching.articles.rowCount() == 6


def test_words_that_are_not_those_of_the_saved_search_stay(qtbot, searching):
    go_to(qtbot, searching, "search:Bốn")
    look_for(qtbot, searching, "bai so")
    assert not searching._results.keep.isHidden()
    assert searching.searched() == SavedSearch(name="Bốn", words="bai so", section=(SPECIAL,))
    go_to(qtbot, searching, "all")
    assert searching.search.text() == "bai so"


def test_a_saved_search_is_widened_with_its_words(qtbot, searching):
    go_to(qtbot, searching, "search:Bốn")
    with qtbot.waitSignal(searching.articles.answered):
        searching._results.everywhere.click()
    assert searching.search.text() == "bai so 4"
    assert searching.searched() == SavedSearch(name="", words="bai so 4")


def test_a_saved_search_that_is_deleted_is_left(qtbot, searching, desk):
    go_to(qtbot, searching, "search:Bốn")
    delete_search(desk=desk, name="Bốn")
    with qtbot.waitSignal(searching.articles.answered):
        searching.apply(ChangeSet(settings=True))
    assert searching.tree.key == "search:Bốn"
    assert searching.tree.place().key == "all"
    assert searching.search.text() == ""


@pytest.mark.parametrize("key", ["library/split", "library/folded", "library/place"])
@pytest.mark.parametrize("value", ["rác", "@Invalid()", 7, QByteArray(b"x")])
def test_a_settings_file_that_is_spoilt_stops_no_window(qtbot, panel, desk, tmp_path, key, value):
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    settings.setValue(key, value)
    panel.restore_state(settings)
    fill(qtbot, panel, desk)


def test_the_saved_search_of_last_time_comes_back(qtbot, panel, desk, tmp_path):
    write_many(desk, 6)
    keep_search(desk=desk, search=SavedSearch(name="Bốn", words="bai so 4"))
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    settings.setValue("library/place", "search:Bốn")
    panel.restore_state(settings)
    fill(qtbot, panel, desk)
    qtbot.waitUntil(lambda: panel.articles.rowCount() == 1)
    assert panel.search.text() == "bai so 4"


@pytest.mark.parametrize(
    ("key", "signal"), [(Qt.Key.Key_F2, "rename_wanted"), (Qt.Key.Key_Delete, "delete_wanted")]
)
def test_keys_on_a_saved_search(qtbot, searching, key, signal):
    with qtbot.assertNotEmitted(getattr(searching.tree, signal)):
        qtbot.keyClick(searching.tree, key)
    go_to(qtbot, searching, "search:Bốn")
    with qtbot.waitSignal(getattr(searching.tree, signal)):
        qtbot.keyClick(searching.tree, key)
