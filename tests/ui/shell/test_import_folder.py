"""File dialogs begin in the person's own folders, then where files were taken from last."""

import pytest
from PySide6.QtCore import QDir, QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from newsroom.ui.changes import ChangeBus
from newsroom.ui.folders import DOCUMENTS, PICTURES, last_folder
from newsroom.ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def own_folders(monkeypatch, tmp_path):
    """The person's own folders, made here."""

    def place(wanted):
        return str(tmp_path / wanted.name)

    monkeypatch.setattr(QStandardPaths, "writableLocation", place)
    for each in (DOCUMENTS, PICTURES):
        (tmp_path / each.name).mkdir()


@pytest.fixture
def asked(monkeypatch):
    folders = []

    def ask(_parent, _title, folder, _kinds):
        folders.append(folder)
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    return folders


def test_documents_first_then_the_last_folder(qtbot, tasks, theme, desk, tmp_path, asked):
    settings = QSettings(str(tmp_path / "newsroom.ini"), QSettings.Format.IniFormat)
    window = MainWindow(tasks=tasks, bus=ChangeBus(), settings=settings, theme=theme, desk=desk)
    qtbot.addWidget(window)
    documents = QStandardPaths.writableLocation(DOCUMENTS)
    for kept in ("", str(tmp_path), str(tmp_path / "gone")):
        settings.setValue("import/folder", kept)
        window.intake.choose_files()
    assert asked == [documents, str(tmp_path), documents]
    window._closing = True
    window.close()


def test_photos_are_asked_for_in_the_pictures(qtbot, tasks, theme, desk, tmp_path, asked):
    """Not in the folder that the program happened to be started from."""
    settings = QSettings(str(tmp_path / "newsroom.ini"), QSettings.Format.IniFormat)
    window = MainWindow(tasks=tasks, bus=ChangeBus(), settings=settings, theme=theme, desk=desk)
    qtbot.addWidget(window)
    window.media.choose_photos()
    settings.setValue("photos/folder", str(tmp_path))
    window.media.choose_photos()
    pictures = QStandardPaths.writableLocation(PICTURES)
    assert asked == [pictures, str(tmp_path)]
    window._closing = True
    window.close()


def test_home_is_where_there_are_no_pictures(tmp_path):
    (tmp_path / PICTURES.name).rmdir()
    settings = QSettings(str(tmp_path / "newsroom.ini"), QSettings.Format.IniFormat)
    assert last_folder(settings, "photos/folder", PICTURES) == QDir.homePath()
