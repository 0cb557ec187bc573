"""From the start of the process to a window that takes typing, beside FocusWriter.

Both programs start under the same Xvfb with a fresh home. Keys are sent without pause; the moment
that counts is the first frame that shows the first letter typed. It is found by looking back: the
letters are removed at the end, and the pixels that this changes are looked up in the frames kept.
Needs Xvfb and xdotool; FocusWriter where it is installed.
"""

import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DISPLAY = ":77"
SIZE = "1366x768"
RUNS = 5
WATCH_S = 6.0
KEY_EVERY_S = 0.06
INK, PAPER = 110, 180
LETTER_PIXELS = 25
PAPER_SHARE = 0.97
ARTICLES = 10_000


@dataclass(frozen=True, kw_only=True)
class Program:
    """What is started, and with which environment."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]


def main() -> None:
    """Print the medians and the ratios to FocusWriter."""
    missing = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
    if missing:
        print(f"skipped: {missing[0]} is not installed")
        return
    server = subprocess.Popen(
        ["Xvfb", DISPLAY, "-screen", "0", f"{SIZE}x24", "-nolisten", "tcp", "-wr"],
        stderr=subprocess.DEVNULL,
    )
    try:
        time.sleep(1.0)
        _measure_all()
    finally:
        server.terminate()
        server.wait()


def _measure_all() -> None:
    with tempfile.TemporaryDirectory() as folder:
        programs = _programs(Path(folder))
        times: dict[str, list[float]] = {program.name: [] for program in programs}
        for run in range(RUNS + 1):
            for program in programs:
                seconds = _time(program)
                print(f"  {program.name}: {seconds:.2f} s", file=sys.stderr)
                if run:  # the first round warms the disk cache
                    times[program.name].append(seconds)
    medians = {name: statistics.median(values) for name, values in times.items()}
    peer = medians.get("FocusWriter")
    for name, median in medians.items():
        ratio = f"{median / peer:5.2f} × FocusWriter" if peer else "no peer installed"
        spread = f"{min(times[name]):.2f}–{max(times[name]):.2f}"
        print(f"{name:32} {median:6.2f} s  ({spread})  {ratio}")


def _programs(folder: Path) -> list[Program]:
    base = {**os.environ, "DISPLAY": DISPLAY, "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"}
    base.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    programs = []
    if shutil.which("focuswriter"):
        programs.append(_focuswriter(folder, base))
    for name, count in (("Newsroom, one article", 0), ("Newsroom, 10,000 articles", ARTICLES)):
        programs.append(_newsroom(name, folder / str(count), base, count))
    return programs


def _focuswriter(folder: Path, base: Mapping[str, str]) -> Program:
    """Not its first start, which unpacks themes, but a copy of the home which that one left."""
    home = folder / "focuswriter"
    home.mkdir()
    first = {**base, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")}
    process = subprocess.Popen(["focuswriter"], env=first, stderr=subprocess.DEVNULL)
    time.sleep(6)
    _xdotool("key", "ctrl+q")
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
    script = (
        'h=$(mktemp -d -p "$RUNS"); cp -r "$RUNS/focuswriter" "$h/own"; '
        'HOME="$h/own" XDG_CONFIG_HOME="$h/own/config" exec focuswriter'
    )
    environment = {**base, "RUNS": str(folder)}
    return Program(name="FocusWriter", command=["sh", "-c", script], environment=environment)


def _newsroom(name: str, folder: Path, base: Mapping[str, str], count: int) -> Program:
    """A library with `count` samples and, as on any other day, the article last written in."""
    folder.mkdir()
    environment = {**base, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "config")}
    start = [sys.executable, str(ROOT / "main.py"), "--library", str(folder / "library")]
    if count:
        sample = [*start, "sample", str(count)]
        subprocess.run(sample, env=environment, stdout=subprocess.DEVNULL, check=True)
    process = subprocess.Popen(start, env=environment, stderr=subprocess.DEVNULL)
    time.sleep(6)
    for keys in (["key", "ctrl+n"], ["type", "Mot bai"], ["key", "Return", "Return"]):
        _xdotool(*keys)
        time.sleep(1.5)
    _xdotool("key", "ctrl+q")
    process.wait(20)
    return Program(name=name, command=start, environment=environment)


def _xdotool(*words: str) -> None:
    subprocess.run(["xdotool", *words], env={**os.environ, "DISPLAY": DISPLAY}, check=False)


def _time(program: Program) -> float:
    """Seconds from the start of the process to the first letter on the screen."""
    screen = _Screen()
    started = time.monotonic()
    process = subprocess.Popen(
        program.command,
        env=program.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        frames, sent = _type_and_watch(screen, started)
        typed = screen.grab()
        _xdotool("key", "--delay", "1", *["BackSpace"] * sent)
        time.sleep(1.0)
        letters = _letters(screen.grab(), typed, screen.stride)
    finally:
        _quit(process)
        time.sleep(0.5)
    return _first_seen(frames, letters)


Frame = bytes


class _Screen:
    """Looks at the whole of the X server's screen, in grey."""

    def __init__(self) -> None:
        os.environ["DISPLAY"], os.environ["QT_QPA_PLATFORM"] = DISPLAY, "xcb"
        from PySide6.QtGui import QGuiApplication, QImage

        self.stride = 0
        self._grey = QImage.Format.Format_Grayscale8
        self._application = QGuiApplication.instance() or QGuiApplication([])

    def grab(self) -> Frame:
        from PySide6.QtGui import QGuiApplication

        image = QGuiApplication.primaryScreen().grabWindow(0).toImage()
        grey = image.convertToFormat(self._grey)
        self.stride = grey.bytesPerLine()
        return bytes(grey.constBits())


def _type_and_watch(screen: _Screen, started: float) -> tuple[list[tuple[float, Frame]], int]:
    frames: list[tuple[float, Frame]] = []
    sent, next_key, quiet_until = 0, 0.0, started + WATCH_S
    while time.monotonic() < quiet_until:
        if time.monotonic() >= next_key:
            _xdotool("key", "m")
            sent, next_key = sent + 1, time.monotonic() + KEY_EVERY_S
        frame, seen = screen.grab(), time.monotonic() - started
        if not frames or frame != frames[-1][1]:
            frames.append((seen, frame))
    time.sleep(0.5)
    return frames, sent


@dataclass(frozen=True, kw_only=True)
class _Letters:
    """Places that the letters ink, and places between them that stay paper."""

    ink: Sequence[int]
    paper: Sequence[int]

    def seen_in(self, frame: Frame) -> bool:
        bright = sum(1 for place in self.paper if frame[place] > PAPER)
        if bright < PAPER_SHARE * len(self.paper):
            return False  # something else, a splash or a dark background, covers the sheet
        return sum(1 for place in self.ink if frame[place] < INK) >= LETTER_PIXELS


def _letters(clean: Frame, typed: Frame, stride: int) -> _Letters:
    ink = [
        place
        for place, (bare, inked) in enumerate(zip(clean, typed, strict=True))
        if inked < INK and bare > PAPER
    ]
    if not ink:
        raise RuntimeError("typing changed nothing on the screen")
    columns = range(min(place % stride for place in ink), max(place % stride for place in ink) + 1)
    rows = range(ink[0] // stride, ink[-1] // stride + 1)
    box = (row * stride + column for row in rows for column in columns)
    return _Letters(ink=ink, paper=[place for place in box if typed[place] > PAPER])


def _first_seen(frames: list[tuple[float, Frame]], letters: _Letters) -> float:
    """When the first frame came that has a letter's worth of ink on the paper."""
    for seen, frame in frames:
        if letters.seen_in(frame):
            return seen
    raise RuntimeError("the letters typed were never seen")


def _quit(process: "subprocess.Popen[bytes]") -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
