"""Decides between the window and the command line before anything heavy is imported."""

import os
import sys
from collections.abc import Mapping, Sequence

from newsroom import cli


def main(words: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code (0 done, 1 with failures, 2 wrong usage)."""
    arguments = cli.parse(sys.argv[1:] if words is None else words)
    if arguments.command is not None:
        return cli.run(arguments)
    if not has_display(sys.platform, os.environ):
        return cli.run_without_display(arguments)
    from newsroom.app import run_window

    return run_window(arguments.library)


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be opened; Windows and macOS always can."""
    if platform in ("win32", "darwin"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(environment.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
