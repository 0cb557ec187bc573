"""WebEngine is made ready late, and yet in time."""

import os
import subprocess
import sys

import pytest

from newsroom.ui.preview import scheme

_LATE = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer, QUrl
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget(); window.show(); app.processEvents()
from newsroom.ui.preview import scheme
scheme.prepare(); scheme.prepare()
from PySide6.QtCore import QBuffer
from PySide6.QtWebEngineCore import (QWebEnginePage, QWebEngineProfile, QWebEngineScript,
    QWebEngineUrlSchemeHandler)
class Handler(QWebEngineUrlSchemeHandler):
    def requestStarted(self, job):
        buffer = QBuffer(job)
        buffer.setData(b"<!doctype html><p>x"); job.reply(b"text/html", buffer)
with scheme.surroundings():
    profile = QWebEngineProfile()
handler = Handler()
profile.installUrlSchemeHandler(scheme.SCHEME.encode(), handler)
page = QWebEnginePage(profile)
def told(words):
    from PySide6.QtQuick import QQuickWindow
    print(words, QQuickWindow.graphicsApi().name); app.quit()
def loaded(done):
    page.runJavaScript("origin + ' ' + isSecureContext",
                       QWebEngineScript.ScriptWorldId.ApplicationWorld, told)
page.loadFinished.connect(loaded); page.load(QUrl(scheme.PAGE))
QTimer.singleShot(15000, app.quit); app.exec()
from shiboken6 import delete
delete(page); delete(profile)
"""


def test_registering_after_the_window_is_up_is_early_enough() -> None:
    """And no driver of a graphics card is loaded for the page."""
    done = subprocess.run(
        [sys.executable, "-c", _LATE], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "newsroom-preview://site true Null"
    assert "Please register the custom scheme" not in done.stderr


def test_flags_are_added_once_and_the_ones_given_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QTWEBENGINE_CHROMIUM_FLAGS", "--force-dark-mode --disable-gpu")
    scheme._set_flags()
    once = os.environ["QTWEBENGINE_CHROMIUM_FLAGS"]
    scheme._set_flags()
    assert os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] == once
    assert once.startswith("--force-dark-mode --disable-gpu ")
    assert once.count("--disable-gpu") == 1
    assert "MAP * ~NOTFOUND" in once


@pytest.mark.usefixtures("qapp")
def test_other_programs_do_not_find_what_chromium_should(monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser that is made of WebEngine would have no network."""
    monkeypatch.setenv("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu")
    monkeypatch.delenv("QTWEBENGINE_DISABLE_SANDBOX", raising=False)
    before = dict(os.environ)
    with scheme.surroundings():
        assert "NOTFOUND" in os.environ["QTWEBENGINE_CHROMIUM_FLAGS"]
    assert dict(os.environ) == before


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux runs Chromium as root")
@pytest.mark.parametrize(("user", "disabled"), [(0, "1"), (1000, None)])
def test_the_sandbox_is_on_for_everyone_but_root(
    monkeypatch: pytest.MonkeyPatch, user: int, disabled: str | None
) -> None:
    monkeypatch.delenv("QTWEBENGINE_DISABLE_SANDBOX", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: user)
    scheme._give_up_sandbox_as_root()
    assert os.environ.get("QTWEBENGINE_DISABLE_SANDBOX") == disabled
