"""Qt's own menus speak our language."""

import gettext

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QLabel

from newsroom import i18n
from newsroom.ui.qt_strings import _STRINGS, QtStrings


class Shouting(gettext.NullTranslations):
    """Leaves places as they are: a footer of an earlier test may still tell the time."""

    def gettext(self, message):
        return message if "{" in message else message.upper()


@pytest.fixture
def vietnamese(qapp, monkeypatch):
    i18n.use("vi")
    monkeypatch.setattr(i18n._catalogue, "translations", Shouting())
    strings = QtStrings()
    qapp.installTranslator(strings)
    yield
    qapp.removeTranslator(strings)


def ask(context, words):
    return QCoreApplication.translate(context, words)


def test_qt_asks_our_catalogue(vietnamese):
    assert ask("QWidgetTextControl", "Select All") == "SELECT ALL"
    assert ask("QPlatformTheme", "Cancel") == "CANCEL"
    assert ask("QFileDialog", "&Look in:") == "&LOOK IN:"


def test_the_labels_of_the_file_dialog_are_in_our_catalogue(qtbot):
    dialog = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    labels = {label.text() for label in dialog.findChildren(QLabel)} - {""}
    assert labels
    assert labels <= set(_STRINGS)


def test_what_we_do_not_know_stays(vietnamese):
    assert ask("QFileDialog", "Sidebar of wonders") == "Sidebar of wonders"


def test_every_string_is_its_own_source():
    assert all(ours == theirs for theirs, ours in _STRINGS.items())
