"""Where things are: shipped resources (source tree, wheel, frozen app) and the person's folders."""

import sys
from pathlib import Path

_APP = "Newsroom"


def resource(name: str) -> Path:
    """The shipped file or folder `name` (with `/`), e.g. `themes/house.toml`.

    Raises `FileNotFoundError` when the installation lacks it.
    """
    for root in _resource_roots():
        path = root / name
        if path.exists():
            return path
    raise FileNotFoundError(f"resource {name!r} is missing from this installation")


def _resource_roots() -> tuple[Path, ...]:
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    roots = (package / "resources", package.parent / "resources")
    return (Path(frozen) / "resources", *roots) if frozen else roots


def default_library() -> Path:
    """The library folder of a person who chose none."""
    from platformdirs import user_data_path

    return user_data_path(_APP, appauthor=False) / "library"


def log_folder() -> Path:
    """Where the program's log files go."""
    from platformdirs import user_log_path

    return user_log_path(_APP, appauthor=False)
