"""The list fetches what comes into view and refreshes what changed, nothing else."""

from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from newsroom.domain.article import Status
from newsroom.domain.changes import ChangeSet
from newsroom.domain.library import ArticleFilter
from newsroom.errors import UserError
from newsroom.services import articles
from newsroom.ui.models import rows
from newsroom.ui.models.articles import ROW_ROLE, ArticleListModel
from newsroom.ui.models.dragging import articles_mime, ids_in
from newsroom.ui.models.rows import Query
from tests.ui.support import write, write_many


@pytest.fixture
def model(qtbot, tasks):
    made = ArticleListModel(tasks)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    return made


def attach(qtbot, model, desk):
    with qtbot.waitSignal(model.answered):
        model.attach_desk(desk)


def headlines(model, count=None):
    found = [model.row_at(n) for n in range(model.rowCount() if count is None else count)]
    return [row.article.headline if row else None for row in found]


def settled(qtbot, model, tasks):
    qtbot.waitUntil(lambda: not tasks.busy() and not model._refresh_soon.isActive())


def test_it_shows_the_library_latest_first(qtbot, model, desk):
    write(desk, "Cũ", hours_ago=5)
    write(desk, "Mới", hours_ago=1)
    attach(qtbot, model, desk)
    assert headlines(model) == ["Mới", "Cũ"]


def test_rows_out_of_sight_are_fetched_when_asked_for(qtbot, model, desk):
    write_many(desk, 250)
    attach(qtbot, model, desk)
    assert model.rowCount() == 250
    assert model.row_at(220) is None
    qtbot.waitUntil(lambda: model.row_at(220) is not None)
    assert model.row_at(220).article.headline == "Bài số 220"


def test_a_long_scroll_fetches_where_it_ends_first(qtbot, model, desk, tasks, monkeypatch):
    write_many(desk, 900)
    attach(qtbot, model, desk)
    asked = []
    read = rows.read_summaries
    monkeypatch.setattr(rows, "read_summaries", lambda **k: asked.append(k["ids"]) or read(**k))
    for place in range(100, 900, 100):
        model.row_at(place)
    qtbot.waitUntil(lambda: model.row_at(800) is not None)
    settled(qtbot, model, tasks)
    assert asked[0][0] == model.id_at(800)
    assert len(asked) <= 3


def test_an_overtaken_query_is_dropped(qtbot, model, desk, monkeypatch):
    """Its answer comes late, when another query has been asked already."""
    write(desk, "Lương tối thiểu")
    write(desk, "Bữa ăn ca")
    attach(qtbot, model, desk)
    begun, go_on, search = Event(), Event(), rows.search

    def slow(**wanted):
        if wanted["query"] == "lương":
            begun.set()
            go_on.wait(5)
        return search(**wanted)

    monkeypatch.setattr(rows, "search", slow)
    totals = []
    model.answered.connect(lambda _total: totals.append(headlines(model)))
    model.show(Query(words="lương"))
    qtbot.waitUntil(begun.is_set)
    model.show(Query(words="bữa"))
    go_on.set()
    qtbot.waitUntil(lambda: bool(totals))
    assert totals == [["Bữa ăn ca"]]


def test_hits_are_marked(qtbot, model, desk):
    write(desk, "Bữa ăn ca của tổ may")
    attach(qtbot, model, desk)
    with qtbot.waitSignal(model.answered):
        model.show(Query(words="bua an"))
    start, end = model.row_at(0).headline_hits[0]
    assert "Bữa ăn ca của tổ may"[start:end].startswith("Bữa")


def test_a_filter_narrows(qtbot, model, desk):
    write(desk, "Nháp")
    write(desk, "Duyệt", status=Status.APPROVED)
    attach(qtbot, model, desk)
    with qtbot.waitSignal(model.answered):
        model.show(Query(within=ArticleFilter(status=Status.APPROVED)))
    assert headlines(model) == ["Duyệt"]


def test_a_failed_query_is_told(qtbot, model, desk):
    attach(qtbot, model, desk)
    broken = replace(desk, open=lambda **_: (_ for _ in ()).throw(UserError("No disk.")))
    with qtbot.waitSignal(model.refused) as refused:
        model.attach_desk(broken)
    assert str(refused.args[0]) == "No disk."


def test_a_written_article_goes_to_the_top_and_only_it_is_read(
    qtbot, model, desk, tasks, clock, monkeypatch
):
    ids = write_many(desk, 5)
    attach(qtbot, model, desk)
    clock.pass_time(minutes=1)
    base = articles.read_article(desk=desk, article_id=ids[3])
    text = replace(articles.text_part(base), headline="Vừa sửa")
    changes = articles.save_text(desk=desk, base=base, text=text).changes
    asked = []
    read = rows.read_summaries
    monkeypatch.setattr(rows, "read_summaries", lambda **k: asked.append(k["ids"]) or read(**k))
    model.apply(changes)
    settled(qtbot, model, tasks)
    assert headlines(model) == ["Vừa sửa", "Bài số 0", "Bài số 1", "Bài số 2", "Bài số 4"]
    assert asked == [(ids[3],)]


def test_a_new_article_appears_without_a_reset(qtbot, model, desk, tasks, clock):
    write_many(desk, 3)
    attach(qtbot, model, desk)
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    new = write(desk, "Tin mới", hours_ago=-1)
    model.apply(ChangeSet(added=frozenset({new})))
    settled(qtbot, model, tasks)
    assert headlines(model)[0] == "Tin mới"
    assert resets == []


def test_an_article_that_left_the_filter_disappears(qtbot, model, desk, tasks):
    ids = write_many(desk, 3)
    attach(qtbot, model, desk)
    model.apply(articles.set_status(desk=desk, ids=ids[:1], status=Status.SPIKED).changes)
    settled(qtbot, model, tasks)
    assert headlines(model) == ["Bài số 1", "Bài số 2"]


def test_a_changed_status_is_shown(qtbot, model, desk, tasks):
    ids = write_many(desk, 2)
    attach(qtbot, model, desk)
    model.apply(articles.set_status(desk=desk, ids=ids, status=Status.IN_EDIT).changes)
    qtbot.waitUntil(lambda: model.row_at(1) is not None)
    settled(qtbot, model, tasks)
    assert [model.row_at(n).article.status for n in (0, 1)] == [Status.IN_EDIT] * 2


def test_screen_readers_hear_headline_status_and_section(qtbot, model, desk):
    write(desk, "Bữa ăn ca", lede="Thêm rau.")
    attach(qtbot, model, desk)
    from PySide6.QtCore import Qt

    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Bữa ăn ca. Draft. An toàn lao động. Thêm rau."
    assert model.index(0).data(ROW_ROLE).article.headline == "Bữa ăn ca"


def test_dragged_articles_come_out_as_they_went_in():
    assert ids_in(articles_mime(["a1", "b2"])) == ("a1", "b2")
