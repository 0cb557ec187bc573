"""Decides between the window and the command line before anything heavy is imported."""

import atexit
import gc
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from newsroom.bug_log import quiet_libraries
from newsroom.paths import default_library

_ALLOCATIONS = 10_000
"""Of objects that hold others; some megabytes."""


def main(words: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code (0 done, 1 with failures, 2 wrong usage)."""
    quiet_libraries()
    own_process = words is None
    words = sys.argv[1:] if words is None else words
    display = has_display(sys.platform, os.environ)
    library = window_library(words)
    if library is None or not display:
        from newsroom.cli.invocation import parse, run

        arguments = parse(words)
        if arguments.command is not None:
            if own_process:
                collect_rarely()
            return run(arguments)
        if not display:
            from newsroom.cli.sample_run import run_without_display

            return run_without_display(arguments)
        library = arguments.library
    from newsroom.app import run_window

    return run_window(library)


def collect_rarely() -> None:
    """Look for garbage rarely, and not at all at the end: a tenth of a short command's time.

    The system takes the memory back anyway; files and the library are closed by who opened them.
    """
    gc.set_threshold(_ALLOCATIONS, *gc.get_threshold()[1:])
    atexit.register(gc.freeze)


def window_library(words: Sequence[str]) -> Path | None:
    """The library of the window where `words` plainly ask for one.

    None leaves it to the parser of the command line, which takes a tenth of a second to import.
    """
    match [*words]:
        case []:
            return default_library()
        case ["--library", folder] if not folder.startswith("-"):
            return Path(folder)
        case [word] if word.startswith("--library="):
            return Path(word.removeprefix("--library="))
        case _:
            return None


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be opened; Windows and macOS always can."""
    if platform in ("win32", "darwin"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(environment.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
