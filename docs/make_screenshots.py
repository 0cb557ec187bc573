"""Makes the pictures of the README: the main window in both languages and both themes.

Run by `make screenshots`; needs no screen (Xvfb is used where it is installed and no display is
set, else Qt's offscreen platform). The library is a temporary one with sample articles.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
SAMPLES = 240
SETTLE_S = 6.0


@dataclass(frozen=True, kw_only=True)
class Shot:
    """One picture: its file name, the interface's language and theme, the window's size."""

    name: str
    language: str
    theme: str
    size: tuple[int, int]


SHOTS = (
    Shot(name="window-vi-light", language="vi", theme="light", size=(1920, 1080)),
    Shot(name="window-vi-dark", language="vi", theme="dark", size=(1920, 1080)),
    Shot(name="window-en-light", language="en", theme="light", size=(1366, 768)),
    Shot(name="window-en-dark", language="en", theme="dark", size=(1366, 768)),
)


@contextmanager
def display() -> Iterator[None]:
    """A screen to draw on for as long as the block runs."""
    if os.environ.get("DISPLAY") or not shutil.which("Xvfb"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        yield
        return
    os.environ.update(DISPLAY=":79", QT_QPA_PLATFORM="xcb")
    server = subprocess.Popen(
        ["Xvfb", ":79", "-screen", "0", "2000x1200x24", "-nolisten", "tcp"],
        stderr=subprocess.DEVNULL,
    )
    time.sleep(1.0)
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def fill(library: Path) -> None:
    """Sample articles, and the sample article with photos on top."""
    from newsroom.app import open_desk
    from newsroom.services.samples import add_sample_article, add_samples

    with open_desk(library, create=True) as desk:
        add_samples(desk=desk, count=SAMPLES, seed=11)
        add_sample_article(desk=desk)


def take(shot: Shot, folder: Path) -> None:
    """Start the program in its own process, as a person does, and keep its picture."""
    words = (shot.name, shot.language, shot.theme, *map(str, shot.size))
    subprocess.run([sys.executable, __file__, str(folder), *words], check=True)


def draw(folder: Path, shot: Shot) -> None:
    """The process of one picture: the window, the newest article open, then the picture."""
    from PySide6.QtCore import QSettings, QTimer

    from newsroom.app import WindowSession
    from newsroom.ui.application import create_application

    form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    QSettings.setPath(form, scope, str(folder / shot.name))
    settings = QSettings(form, scope, "Newsroom", "newsroom")
    settings.setValue("window/language", shot.language)
    settings.setValue("window/theme", shot.theme)
    settings.sync()
    application = create_application(sys.argv[:1])
    session = WindowSession(application, folder / "library")
    session.window.resize(*shot.size)
    session.begin()
    session.window.resize(*shot.size)

    def choose() -> None:
        rows = session.window.library.list
        rows.setCurrentIndex(rows.model().index(0, 0))

    def keep() -> None:
        PICTURES.mkdir(exist_ok=True)
        session.window.grab().save(str(PICTURES / f"{shot.name}.png"))
        session.window.close()

    QTimer.singleShot(int(SETTLE_S * 400), choose)
    QTimer.singleShot(int(SETTLE_S * 1000), keep)
    application.exec()


def main() -> None:
    """All pictures; with arguments the one that they describe."""
    sys.path.insert(0, str(ROOT))
    if len(sys.argv) > 1:
        folder, name, language, theme, width, height = sys.argv[1:]
        size = (int(width), int(height))
        draw(Path(folder), Shot(name=name, language=language, theme=theme, size=size))
        return
    with display(), tempfile.TemporaryDirectory() as folder:
        fill(Path(folder) / "library")
        for shot in SHOTS:
            take(shot, Path(folder))
            sys.stderr.write(f"docs/pictures/{shot.name}.png\n")


if __name__ == "__main__":
    main()
