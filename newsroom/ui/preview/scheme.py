"""Prepares Qt WebEngine for the preview: our own scheme, no GPU, no way out.

Nothing here imports WebEngine before `prepare` is called. Qt asks for schemes to be registered
before the application exists; what counts (Qt 6.11, see tests) is that it happens before the first
profile, so the window need not wait for WebEngine.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

SCHEME = "newsroom-preview"
PAGE = f"{SCHEME}://site/index.html"
"""Where the page stands; style sheet, fonts and photos have addresses relative to it."""

_FLAGS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--dns-prefetch-disable",
    "--no-pings",
    "--no-proxy-server",
    '--host-resolver-rules="MAP * ~NOTFOUND"',
)
_FLAGS_VARIABLE = "QTWEBENGINE_CHROMIUM_FLAGS"
_SANDBOX_VARIABLE = "QTWEBENGINE_DISABLE_SANDBOX"
_OPENGL_VARIABLE = "QT_XCB_GL_INTEGRATION"


def prepare() -> None:
    """Set up WebEngine, once; called on the GUI thread before its first use.

    The page is drawn by the software scene graph: an OpenGL widget that joins a window already
    shown makes Qt destroy that window and build it again, which flickers. Graphics drivers are
    not asked for either: WebEngine loads those of OpenGL and Vulkan on the GUI thread otherwise,
    only to learn the name of a card that it does not use.
    """
    from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

    if QQuickWindow.sceneGraphBackend() != "software":
        QQuickWindow.setSceneGraphBackend("software")
        QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Null)
    register()


@contextmanager
def surroundings() -> Iterator[None]:
    """The environment that Chromium should find when it starts, with the first profile.

    There has to be an application. All is taken back: programs that the window opens would find
    it too, and have no network where they are made of WebEngine themselves.
    """
    names = (_FLAGS_VARIABLE, _SANDBOX_VARIABLE, _OPENGL_VARIABLE)
    before = {name: os.environ.get(name) for name in names}
    _set_flags()
    _give_up_sandbox_as_root()
    _give_up_opengl()
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


def register() -> None:
    """Make the scheme known: secure, with an origin of its own, not local."""
    from PySide6.QtWebEngineCore import QWebEngineUrlScheme

    name = SCHEME.encode()
    if not QWebEngineUrlScheme.schemeByName(name).name().isEmpty():
        return
    scheme = QWebEngineUrlScheme(name)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme | QWebEngineUrlScheme.Flag.CorsEnabled)
    QWebEngineUrlScheme.registerScheme(scheme)


def _set_flags() -> None:
    given = os.environ.get(_FLAGS_VARIABLE, "")
    missing = [flag for flag in _FLAGS if flag not in given]
    os.environ[_FLAGS_VARIABLE] = " ".join(filter(None, (given, *missing)))


def _give_up_sandbox_as_root() -> None:
    """Chromium refuses to start as root with its sandbox; for everyone else it stays on."""
    if sys.platform == "linux" and os.geteuid() == 0:
        os.environ[_SANDBOX_VARIABLE] = "1"


def _give_up_opengl() -> None:
    """On X11 WebEngine makes a context of OpenGL to ask it questions, and the driver with it.

    Qt reads once which driver to load: at the first context.
    """
    from PySide6.QtGui import QGuiApplication, QOpenGLContext

    if QGuiApplication.platformName() == "xcb":
        os.environ.setdefault(_OPENGL_VARIABLE, "none")
        QOpenGLContext().create()
