"""Takes the pictures: a process for each language and theme, as a person starts the program."""

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
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docs.shots.stage import Scene, Stage

PICTURES = Path(__file__).resolve().parent.parent / "pictures"
GALLERY = PICTURES / "gallery"
COLOURS, OWN_COLOURS = 256, 96
SAMPLES = 240
_PAUSE_S = 0.7


@dataclass(frozen=True, kw_only=True)
class Look:
    """The language and theme of a run; `all` scenes or the main ones alone."""

    language: str
    theme: str
    all: bool

    @property
    def suffix(self) -> str:
        """What the file names of its pictures end in."""
        return self.language if self.theme == "light" else f"{self.language}-{self.theme}"


LOOKS = (
    Look(language="vi", theme="light", all=True),
    Look(language="en", theme="light", all=True),
    Look(language="vi", theme="dark", all=False),
    Look(language="vi", theme="high-light", all=False),
    Look(language="vi", theme="high-dark", all=False),
)


@contextmanager
def display() -> Iterator[None]:
    """A screen to draw on: Xvfb where it is installed and none is set, else Qt's own."""
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


def run(script: Path, look: Look, names: tuple[str, ...]) -> None:
    """Start the program in its own process for the pictures of one look."""
    words = (look.language, look.theme, "all" if look.all else "main", *names)
    subprocess.run([sys.executable, str(script), *words], check=True)


def take(look: Look, names: tuple[str, ...]) -> None:
    """The process of one look: each scene shown, and its picture kept."""
    with tempfile.TemporaryDirectory() as folder, _stage(Path(folder), look) as stage:
        from docs.shots.scenes import SCENES

        for scene in SCENES:
            if (look.all or scene.main) and (not names or scene.name in names):
                _keep(scene, stage, look)


def _keep(scene: "Scene", stage: "Stage", look: Look) -> None:
    from docs.shots.stage import picture

    stage.strike()
    try:
        shown = picture(scene.show(stage))
    except (LookupError, TimeoutError) as error:
        sys.stderr.write(f"{scene.name}: {error!r}\n")
        return
    GALLERY.mkdir(parents=True, exist_ok=True)
    path = GALLERY / f"{scene.name}-{look.suffix}.png"
    shown.save(str(path))
    squeeze(path, look.theme)


def _inks(theme: str) -> list[tuple[int, ...]]:
    """The colours of the theme, and halfway to the ground for the edges of letters."""
    from PIL import ImageColor

    from newsroom.ui.theme import mix
    from newsroom.ui.tokens import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT

    tokens = next(each for each in (LIGHT, DARK, HIGH_LIGHT, HIGH_DARK) if each.name == theme)
    inks = (tokens.accent, tokens.blue, tokens.green, tokens.amber)
    shown = [*inks, *(mix(ink, tokens.panel, 0.5) for ink in inks), tokens.mark]
    return [ImageColor.getrgb(colour) for colour in shown]


def squeeze(path: Path, theme: str) -> None:
    """Few colours do: those of the interface weigh as much as all that photos need."""
    from PIL import Image

    with Image.open(path) as opened:
        image = opened.convert("RGB")
    width, height = image.size
    counted = sorted(image.getcolors(width * height), reverse=True)
    own = [colour for _count, colour in counted[:OWN_COLOURS]] + _inks(theme)
    each = -(-width * height // len(own) // width)  # lines below the picture
    weighed = Image.new("RGB", (width, height + each * len(own)))
    weighed.paste(image)
    for number, colour in enumerate(own):
        top = height + number * each
        weighed.paste(colour, (0, top, width, top + each))
    small = weighed.quantize(COLOURS, dither=Image.Dither.NONE)
    small.crop((0, 0, width, height)).save(path, optimize=True)


@contextmanager
def _stage(folder: Path, look: Look) -> Iterator["Stage"]:
    """The program over a library of samples, dressed for the scenes."""
    from PySide6.QtCore import QSettings

    from docs.shots import props
    from docs.shots.stage import SIZE, Stage
    from newsroom.app import WindowSession, open_desk
    from newsroom.ui.application import create_application

    form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    QSettings.setPath(form, scope, str(folder))
    settings = QSettings(form, scope, "Newsroom", "newsroom")
    settings.setValue("window/language", look.language)
    settings.setValue("window/theme", look.theme)
    settings.sync()
    with open_desk(folder / "library", create=True) as desk:
        props.fill(desk, samples=SAMPLES)
        application = create_application(sys.argv[:1])
        session = WindowSession(application, folder / "library")
        session.begin()
        session.window.resize(*SIZE)
        stage = Stage(session.window, desk, session.window._tasks, pause_s=_PAUSE_S)
        stage.wait(2.0)
        props.dress(stage)
        try:
            yield stage
        finally:
            stage.strike()
            session.window.close()
            stage.wait(1.0)
