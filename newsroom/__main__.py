"""Decides between the window and the command line before anything heavy is imported."""

import os
import sys
from collections.abc import Mapping, Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code (0 done, 1 with failures, 2 wrong usage)."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    from newsroom import cli

    options = cli.window_options(words)
    if options is None:
        return cli.run(words)
    if not has_display(sys.platform, os.environ):
        return cli.run_without_display(options)
    from newsroom import app

    return app.run_window(options.library)


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be opened; Windows and macOS always can."""
    if platform in ("win32", "darwin"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(environment.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
