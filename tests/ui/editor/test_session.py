"""Opening and saving without a button, over a library in memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from newsroom.domain.article import Article, ArticleText, Status, text_part
from newsroom.domain.changes import ChangeSet
from newsroom.domain.document import block_plain
from newsroom.errors import UserError
from newsroom.services.articles import (
    create_article,
    list_ids,
    read_article,
    save_text,
    set_status,
)
from newsroom.services.desk import Desk
from newsroom.services.journal import note_edit
from newsroom.ui.changes import ChangeBus, Operations
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.editor.save_state import Safety
from newsroom.ui.editor.session import ArticleSession
from newsroom.ui.tasks import TaskRunner
from newsroom.ui.tokens import LIGHT
from tests.fakes.desk import make_desk
from tests.ui.editor.conftest import article


@dataclass
class Office:
    desk: Desk
    tasks: TaskRunner
    bus: ChangeBus
    pane: EditorPane
    session: ArticleSession
    qtbot: QtBot

    def new(self, text: ArticleText) -> Article:
        return create_article(desk=self.desk, text=text).value

    def open(self, item: Article) -> None:
        with self.qtbot.waitSignal(self.session.article_opened):
            self.session.open(item.id)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.pane.sheet, words)

    def stored(self, item: Article) -> Article:
        return read_article(desk=self.desk, article_id=item.id)

    def pending(self, item: Article) -> list[object]:
        with self.desk.open(writes=False) as work:
            return [entry.edit for entry in work.journal.entries(item.id)]

    def syncs(self) -> int:
        return self.desk.journal.syncs  # type: ignore[attr-defined]

    def settle(self, check: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(check, timeout=3000)


@pytest.fixture
def office(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setattr("newsroom.ui.editor.saver._FOLD_MS", 600)
    desk, tasks, bus = make_desk(), TaskRunner(), ChangeBus()
    pane = EditorPane(tokens=LIGHT)
    qtbot.addWidget(pane)
    pane.resize(760, 500)
    pane.show()
    session = ArticleSession(
        pane=pane, desk=desk, tasks=tasks, operations=Operations(tasks, bus), bus=bus, parent=pane
    )
    yield Office(desk, tasks, bus, pane, session, qtbot)
    session.close()
    tasks.shutdown()
    qtbot.wait(1)


def test_what_is_typed_is_on_disk_soon(office: Office) -> None:
    first = office.new(article("Thân bài", headline="Cu"))
    office.open(first)
    QTest.keyClick(office.pane.sheet, Qt.Key.Key_Down)
    states = []
    office.session.save_state_changed.connect(lambda state: states.append(state.safety))
    with office.qtbot.waitSignal(office.session.idle):
        office.type("Moi ")
    assert office.stored(first).headline == office.pane.sheet.article_text().headline != "Cu"
    assert states == [Safety.SAVING, Safety.SAVED]
    assert not office.session.unsaved
    assert office.pending(first) == []


def test_safe_is_said_only_after_the_commit(office: Office) -> None:
    office.session._saver._fold_soon.setInterval(60_000)  # after it on the slowest machine
    first = office.new(article("x"))
    office.open(first)
    seen = []
    office.session.save_state_changed.connect(
        lambda state: seen.append((state.safety, office.pending(first), office.syncs()))
    )
    office.type("a")
    office.settle(lambda: office.session.save_state.safety is Safety.SAVED)
    assert seen == [(Safety.SAVING, [], 0), (Safety.SAVED, [{"kicker": "aTrên"}], 1)]
    assert office.session.unsaved
    assert office.stored(first).kicker == "Trên"


def test_switching_writes_first(office: Office) -> None:
    first, second = office.new(article("một")), office.new(article("hai", headline="Hai"))
    office.open(first)
    office.type("A")
    office.open(second)
    assert office.stored(first).kicker == "ATrên"
    assert office.pane.sheet.article_text().headline == "Hai"


def test_saves_queued_one_after_another_build_on_each_other(office: Office) -> None:
    first, second = office.new(article("một")), office.new(article("hai"))
    office.open(first)
    office.type("A")
    office.session.flush()
    office.type("B")
    office.open(second)
    assert office.stored(first).kicker == "ABTrên"


def test_details_changed_meanwhile_are_kept(office: Office) -> None:
    first = office.new(article("một"))
    office.open(first)
    set_status(desk=office.desk, ids=[first.id], status=Status.IN_EDIT)
    with office.qtbot.waitSignal(office.session.idle):
        office.type("A")
    assert office.stored(first).status is Status.IN_EDIT


def change_elsewhere(office: Office, item: Article, kicker: str) -> None:
    stored = office.stored(item)
    save_text(desk=office.desk, base=stored, text=replace(text_part(stored), kicker=kicker))


def test_a_second_window_never_overwrites_the_first(office: Office) -> None:
    first = office.new(article("một"))
    office.open(first)
    change_elsewhere(office, first, "Người khác")
    with office.qtbot.waitSignal(office.session.conflict):
        office.type("A")
    assert office.stored(first).kicker == "Người khác"
    assert office.pane.sheet.article_text().kicker == "ATrên"
    assert office.session.save_state.safety is Safety.FAILED
    office.pane.notice.press(0)
    office.settle(lambda: office.session.article_id != first.id)
    copy = office.stored(replace(first, id=office.session.article_id))
    assert copy.kicker == "ATrên"
    assert office.stored(first).kicker == "Người khác"


def test_the_other_text_can_be_taken(office: Office) -> None:
    first = office.new(article("một"))
    office.open(first)
    change_elsewhere(office, first, "Người khác")
    with office.qtbot.waitSignal(office.session.conflict):
        office.type("A")
    with office.qtbot.waitSignal(office.session.article_opened):
        office.pane.notice.press(1)
    assert office.pane.sheet.article_text().kicker == "Người khác"


def test_leaving_in_conflict_keeps_a_copy(office: Office) -> None:
    first, second = office.new(article("một")), office.new(article("hai"))
    office.open(first)
    change_elsewhere(office, first, "Người khác")
    with office.qtbot.waitSignal(office.session.conflict):
        office.type("A")
    office.open(second)
    kickers = [
        read_article(desk=office.desk, article_id=each).kicker
        for each in list_ids(desk=office.desk)
    ]
    assert sorted(kickers) == ["ATrên", "Người khác", "Trên"]


def test_text_changed_elsewhere_is_shown_when_nothing_was_typed(office: Office) -> None:
    first = office.new(article("một"))
    office.open(first)
    change_elsewhere(office, first, "Người khác")
    office.bus.publish(ChangeSet(articles=frozenset({first.id}), text_only=True))
    office.settle(lambda: office.pane.sheet.article_text().kicker == "Người khác")


def test_an_article_that_is_spiked_elsewhere_leaves_the_sheet(office: Office) -> None:
    first = office.new(article("một"))
    office.open(first)
    set_status(desk=office.desk, ids=[first.id], status=Status.SPIKED)
    with office.qtbot.waitSignal(office.session.closed):
        office.bus.publish(ChangeSet(articles=frozenset({first.id})))
    assert office.session.article is None


def test_a_full_disk_offers_a_copy_elsewhere(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    item = office.new(article("Một"))
    office.open(item)
    real = office.desk.journal.append

    def full(*_given: object, **_named: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(office.desk.journal, "append", full)
    monkeypatch.setattr("newsroom.ui.editor.stored.fold_text", full)
    office.type("Them ")
    office.settle(lambda: office.session.save_state.safety is Safety.FAILED)
    target = tmp_path / "usb" / "bai"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(target), ""))
    _way(office, "elsewhere").click()
    office.settle(lambda: "cannot" in office.pane.notice.words().lower())
    target.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: ("", ""))
    _way(office, "elsewhere").click()
    assert "still here" in office.pane.notice.words()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(target), ""))
    _way(office, "elsewhere").click()
    office.settle(lambda: "bai.docx" in office.pane.notice.words())
    assert "disk is full" in office.pane.notice.words()
    assert target.with_name("bai.docx").stat().st_size > 1000
    monkeypatch.undo()
    monkeypatch.setattr(office.desk.journal, "append", real)
    _way(office, "try now").click()
    office.settle(lambda: office.session.save_state.safety is Safety.SAVED)
    assert office.stored(item).kicker.startswith("Them")


def test_a_copy_of_another_text_does_not_count_for_this_one(office: Office, tmp_path: Path) -> None:
    item = office.new(article("Một"))
    office.open(item)
    saver = office.session._saver
    saver._failures = 1
    saver.tell_copy(text_part(office.new(article("Hai"))), str(tmp_path / "hai.docx"))
    assert not office.session.copied_elsewhere
    saver.tell_copy(office.pane.sheet.article_text(), str(tmp_path / "mot.docx"))
    assert office.session.copied_elsewhere
    office.type("x")
    assert not office.session.copied_elsewhere


def _way(office: Office, words: str) -> QAbstractButton:
    buttons = office.pane.notice.findChildren(QAbstractButton)
    return next(each for each in buttons if words in each.text().lower())


@pytest.mark.parametrize("failing", ["append", "sync"])
def test_a_failing_disk_loses_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    first = office.new(article("một"))
    office.open(first)

    def full(*_given: object, **_named: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(office.desk.journal, failing, full)
    office.type("A")
    office.settle(lambda: office.session.save_state.safety is Safety.FAILED)
    assert "disk is full" in office.pane.notice.words()
    assert office.pane.sheet.article_text().kicker == "ATrên"
    office.type("B")
    assert office.session.save_state.safety is Safety.FAILED
    monkeypatch.undo()
    with office.qtbot.waitSignal(office.session.idle):
        office.pane.notice.press(0)
    assert office.session.save_state.safety is Safety.SAVED
    assert office.stored(first).kicker == "ABTrên"
    assert office.pane.notice.words() == ""


def test_an_article_that_cannot_be_written_is_safe_in_the_journal_but_says_so(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = office.new(article("một"))
    office.open(first)

    def full(**_given: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr("newsroom.ui.editor.stored.fold_text", full)
    office.type("A")
    office.session.flush()
    office.settle(lambda: office.session.save_state.safety is Safety.FAILED)
    assert "disk is full" in office.pane.notice.words()
    monkeypatch.undo()
    with office.qtbot.waitSignal(office.session.idle):
        office.pane.notice.press(0)
    assert office.stored(first).kicker == "ATrên"


def test_many_edits_are_folded_without_a_pause(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsroom.ui.editor.saver._FOLD_EDITS", 3)
    first = office.new(article("một"))
    office.open(first)
    for letter in "ABCDE":
        office.type(letter)
        office.settle(lambda: office.session.save_state.safety is Safety.SAVED)
    assert office.stored(first).kicker.startswith("ABC")


def test_edits_left_in_the_journal_are_recovered(office: Office) -> None:
    first = office.new(article("một"))
    left = replace(text_part(first), kicker="Để lại")
    note_edit(desk=office.desk, base=first, before=text_part(first), after=left)
    office.session.recover()
    office.open(first)
    assert office.pane.sheet.article_text().kicker == "Để lại"
    assert office.pane.notice.words().startswith("1 edit from before")
    assert office.stored(first).kicker == "Để lại"
    assert office.pending(first) == []
    office.pane.notice.press(0)
    assert office.pane.notice.words() == ""


def test_edits_of_an_article_that_was_changed_meanwhile_become_a_copy(office: Office) -> None:
    first = office.new(article("một"))
    left = replace(text_part(first), kicker="Để lại")
    note_edit(desk=office.desk, base=first, before=text_part(first), after=left)
    change_elsewhere(office, first, "Người khác")
    office.open(first)
    assert office.pane.sheet.article_text().kicker == "Người khác"
    assert "kept in a copy" in office.pane.notice.words()
    (copy,) = [each for each in list_ids(desk=office.desk) if each != first.id]
    found = read_article(desk=office.desk, article_id=copy)
    assert (found.kicker, found.note[:9]) == ("Để lại", "Recovered")


def test_taking_the_other_text_drops_what_the_journal_holds(office: Office) -> None:
    first = office.new(article("một"))
    office.open(first)
    change_elsewhere(office, first, "Người khác")
    office.type("A")
    office.settle(lambda: bool(office.pending(first)))
    with office.qtbot.waitSignal(office.session.conflict):
        office.session.flush()
    with office.qtbot.waitSignal(office.session.article_opened):
        office.pane.notice.press(1)
    assert office.pending(first) == []
    assert office.pane.sheet.article_text().kicker == "Người khác"


def test_the_live_article_follows_typing(office: Office) -> None:
    first = office.new(article("một"))
    office.open(first)
    with office.qtbot.waitSignal(office.session.article_changed) as told:
        office.type("A")
    assert told.args[0].kicker == "ATrên"
    assert block_plain(told.args[0].body.blocks[0]) == "một"


# ---- while an input method composes


def compose(office: Office, words: str) -> None:
    """As an input method that does not commit when it is asked to."""
    office.pane.sheet.go_to_block("headline")
    QApplication.sendEvent(office.pane.sheet, QInputMethodEvent(words, []))
    assert words not in office.pane.sheet.article_text().headline


def test_a_composed_word_is_kept_when_another_article_is_opened(office: Office) -> None:
    one, other = office.new(article("một")), office.new(article("hai"))
    office.open(one)
    compose(office, "tiếng ")
    office.open(other)
    office.settle(lambda: office.stored(one).headline == "tiếng Tít")
    assert office.stored(other).headline == "Tít"
    assert office.pane.sheet.article_text().headline == "Tít"


def test_a_composed_word_is_kept_when_the_article_is_closed(office: Office) -> None:
    one = office.new(article("một"))
    office.open(one)
    compose(office, "tiếng ")
    office.session.close()
    office.settle(lambda: office.stored(one).headline == "tiếng Tít")


def test_a_composed_word_is_not_lost_to_someone_elses_text(office: Office) -> None:
    one = office.new(article("một"))
    office.open(one)
    compose(office, "tiếng ")
    changed = save_text(desk=office.desk, base=one, text=article("của người khác"))
    office.bus.publish(changed.changes)
    office.settle(lambda: office.pane.sheet.article_text().headline == "tiếng Tít")
