"""A page is put together in the window: order, fits, picture, file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from shiboken6 import isValid

from newsroom.domain.ids import ArticleId
from newsroom.services.articles import list_ids
from newsroom.services.samples import add_samples
from newsroom.ui.latest import Latest
from newsroom.ui.pages.page_dialog import PageDialog
from newsroom.ui.pages.plan import PagePlan, resumed
from newsroom.ui.printing.drawer import PageDrawer

FAR = 15_000


@pytest.fixture
def ids(desk):
    add_samples(desk=desk, count=4, seed=3)
    return list_ids(desk=desk)


@pytest.fixture
def drawer(qapp):
    made = PageDrawer()
    yield made
    made.close()


@pytest.fixture
def make(drawer, qtbot, desk, tasks, theme, tmp_path):
    settings = QSettings(str(tmp_path / "n.ini"), QSettings.Format.IniFormat)
    made = []

    def build(*ids, opened=None, **plan):
        dialog = PageDialog(
            desk=desk,
            tasks=tasks,
            theme=theme,
            drawer=drawer,
            settings=settings,
            plan=PagePlan(ids=tuple(ids), **plan),
            open_with=(opened if opened is not None else []).append,
        )
        made.append(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.form.templates.count() >= 3, timeout=FAR)
        return dialog

    yield build
    for dialog in made:
        if isValid(dialog):
            dialog.close()


def seen(qtbot, dialog):
    qtbot.waitUntil(lambda: dialog._made is not None, timeout=FAR)
    return dialog._made


def seen_as(qtbot, dialog, ids):
    def told():
        return dialog._made and [each.id for each in dialog._made.placed] == list(ids)

    qtbot.waitUntil(told, timeout=FAR)


def test_the_page_is_shown_with_each_fit(qtbot, make, ids):
    dialog = make(*ids[:2], template="two-stories", number=4)
    made = seen(qtbot, dialog)
    assert [each.page for each in made.placed] == [4, 4]
    qtbot.waitUntil(lambda: dialog.picture.shown() is not None, timeout=FAR)
    image = dialog.picture.shown()
    assert image.height() > image.width()
    item = dialog.form.stories.item(0)
    assert made.placed[0].headline in item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "page 4" in item.data(Qt.ItemDataRole.AccessibleTextRole)


def test_another_order_is_another_page(qtbot, make, ids):
    first, second = ids[:2]
    dialog = make(first, second, template="two-stories")
    seen(qtbot, dialog)
    stories = dialog.form.stories
    stories.setCurrentRow(1)
    qtbot.keyClick(stories, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert stories.ids() == [second, first]
    seen_as(qtbot, dialog, [second, first])
    qtbot.keyClick(stories, Qt.Key.Key_Delete)
    assert stories.ids() == [first]
    seen_as(qtbot, dialog, [first])
    assert "1 place is empty" in dialog.summary.full_text()


def test_articles_beyond_the_places_go_to_another_page(qtbot, make, ids):
    dialog = make(*ids[:3], template="two-stories")
    made = seen(qtbot, dialog)
    assert made.pages == 2
    qtbot.waitUntil(dialog.picture.after.isVisible)
    dialog.picture.after.click()
    qtbot.waitUntil(lambda: dialog.picture.number() == 1, timeout=FAR)
    assert not dialog.picture.after.isEnabled()


def test_without_articles_it_says_what_to_do(qtbot, make, ids):
    dialog = make()
    assert not dialog.go.isEnabled()
    assert "Add articles" in dialog.picture.paper.words
    dialog._add([ids[0], ids[0], ids[1]])
    assert dialog.form.stories.ids() == ids[:2]
    seen(qtbot, dialog)
    assert dialog.go.isEnabled()


def test_the_file_is_written_and_checked(qtbot, make, ids, tmp_path):
    opened: list[Path] = []
    dialog = make(*ids[:2], template="two-stories", opened=opened)
    seen(qtbot, dialog)
    target = tmp_path / "trang.pdf"
    dialog.save_to(str(target))
    qtbot.waitUntil(dialog.go.isHidden, timeout=FAR)
    assert target.read_bytes().startswith(b"%PDF")
    assert "trang.pdf can be printed" in dialog.notice.words()
    dialog.pages.currentWidget().file.show_folder.click()
    assert opened == [tmp_path]
    dialog.back.click()
    assert dialog.pages.currentIndex() == 0
    assert dialog.go.isEnabled()


def test_a_file_that_cannot_be_written_is_told(qtbot, make, ids, tmp_path):
    dialog = make(ids[0])
    dialog.save_to(str(tmp_path))
    qtbot.waitUntil(lambda: "is a folder" in dialog.notice.words(), timeout=FAR)
    assert dialog.go.isEnabled()
    with qtbot.waitSignal(dialog.findChild(Latest).done, timeout=FAR):
        dialog.form.changed.emit()
    assert "is a folder" in dialog.notice.words()


def test_an_article_is_opened_and_the_page_is_kept(qtbot, make, ids):
    dialog = make(*ids[:2])
    opened, plans = [], []
    dialog.article_wanted.connect(opened.append)
    dialog.planned.connect(plans.append)
    dialog.form.stories.itemActivated.emit(dialog.form.stories.item(1))
    assert opened == [ids[1]]
    assert plans[0].ids == tuple(ids[:2])


def test_an_article_that_is_gone_is_told(qtbot, make):
    dialog = make(ArticleId("gone"))
    qtbot.waitUntil(lambda: bool(dialog.notice.words()), timeout=FAR)


def test_one_comes_back_to_the_page_of_an_article():
    one, two, three = (ArticleId(name) for name in "abc")
    last = PagePlan(ids=(one, two), template="two-stories", number=5)
    assert resumed(last, [two]) == last
    assert resumed(last, [two, three]).ids == (two, three)
    assert resumed(last, [three]).number == 5
    assert resumed(PagePlan(), []).ids == ()
