"""Our own bugs are written to a log file that a person can send; it holds no article text."""

import logging
import logging.handlers
import platform
import sys
from pathlib import Path

from newsroom import __version__
from newsroom.paths import log_folder

_MAX_BYTES = 1_000_000
_KEPT = 3


def log_path() -> Path:
    """The file to send with a report."""
    return log_folder() / "newsroom.log"


def start_logging() -> None:
    """Send warnings and errors of this process to the log file; without a disk, to stderr."""
    try:
        log_path().parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.handlers.RotatingFileHandler(
            log_path(), maxBytes=_MAX_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


def write_bug_log() -> Path:
    """Log the exception being handled, with what we need to know of the machine."""
    start_logging()
    logging.getLogger("newsroom").exception(
        "newsroom %s on Python %s, %s", __version__, platform.python_version(), platform.platform()
    )
    return log_path()
