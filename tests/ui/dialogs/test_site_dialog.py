"""The website window: what it offers, what it writes, how it stops."""

import threading

import pytest
from PySide6.QtCore import QSettings
from shiboken6 import isValid

from newsroom.domain.article import Status
from newsroom.services import sites
from newsroom.ui.dialogs import site_dialog
from newsroom.ui.dialogs.export_result import FileRow
from newsroom.ui.dialogs.site_dialog import SiteDialog
from tests.ui.support import write, write_many


@pytest.fixture
def settings(tmp_path):
    made = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    (tmp_path / "out").mkdir()
    made.setValue("site/folder", str(tmp_path / "out"))
    return made


@pytest.fixture
def opened():
    return []


@pytest.fixture
def make(qtbot, desk, tasks, theme, settings, opened):
    made = []

    def build(**more):
        dialog = SiteDialog(
            desk=desk, tasks=tasks, theme=theme, settings=settings, open_with=opened.append, **more
        )
        made.append(dialog)
        dialog.show()
        qtbot.waitUntil(dialog.go.isEnabled)
        return dialog

    yield build
    for dialog in made:
        if isValid(dialog):
            dialog.close()


def _finish(qtbot, dialog):
    dialog.go.click()
    qtbot.waitUntil(lambda: bool(dialog.notice.words()), timeout=20_000)


def test_the_library_is_written_and_opened(qtbot, desk, make, tmp_path, opened):
    write(desk, "Góp đoàn phí", status=Status.PUBLISHED)
    write(desk, "Bản nháp")
    dialog = make()
    assert dialog.form.hint.text() == "The site is the new folder “bao-cong-doan-site” there."
    _finish(qtbot, dialog)
    assert dialog.notice.words() == "The site is written, with 1 article."
    site = tmp_path / "out" / "bao-cong-doan-site"
    assert len([*site.rglob("gop-doan-phi.html")]) == 1
    row = dialog.findChild(FileRow)
    row.open.click()
    row.show_folder.click()
    assert opened == [site / "index.html", site]
    again = make()
    assert "makes way" in again.form.hint.text()


def test_chosen_articles_in_every_status(qtbot, desk, make, tmp_path):
    ids = write_many(desk, 3)
    dialog = make(ids=ids[:2])
    assert not dialog.form.scope.isVisible()
    _finish(qtbot, dialog)
    assert dialog.notice.words().startswith("There is nothing to put on a site")
    everything = dialog.form.statuses.menu_of_choices().actions()[-1]
    everything.trigger()
    assert Status.DRAFT in dialog.form.chosen_statuses()
    _finish(qtbot, dialog)
    assert dialog.notice.words() == "The site is written, with 2 articles."


def test_the_section_in_view_is_offered(desk, make):
    dialog = make(section=("Thời sự",))
    assert dialog.form.section() == ("Thời sự",)
    words = [action.text() for action in dialog.form.scope.menu_of_choices().actions()]
    assert words[0] == "The whole library"
    assert "Thời sự" in words


def test_stopping_changes_nothing(qtbot, desk, make, tmp_path, monkeypatch):
    write(desk, "Một tin", status=Status.PUBLISHED)
    begun, go_on = threading.Event(), threading.Event()

    def slow(**values):
        begun.set()
        assert go_on.wait(10)
        return sites.export_site(**values)

    monkeypatch.setattr(site_dialog, "export_site", slow)
    dialog = make()
    dialog.go.click()
    assert begun.wait(10)
    dialog.cancel.click()
    go_on.set()
    qtbot.waitUntil(lambda: bool(dialog.notice.words()), timeout=10_000)
    assert dialog.notice.words() == "Stopped; nothing was changed."
    assert dialog.go.isEnabled()
    assert [*(tmp_path / "out").iterdir()] == []
