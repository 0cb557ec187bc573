"""Our own bugs are written to a log file that a person can send; it holds no article text."""

import logging
import logging.handlers
import platform
import sys
import warnings
from pathlib import Path

from newsroom import __version__
from newsroom.paths import log_folder

_MAX_BYTES = 1_000_000
_KEPT = 3


def log_path() -> Path:
    """The file to send with a report."""
    return log_folder() / "newsroom.log"


def start_logging() -> None:
    """Send warnings and errors of the program to the log file; without a disk, to stderr."""
    ours = logging.getLogger("newsroom")
    if not ours.handlers:
        handler = _file_handler() or logging.StreamHandler(sys.stderr)
        form = "%(asctime)s %(levelname)s %(name)s: %(message)s"
        handler.setFormatter(logging.Formatter(form))
        ours.addHandler(handler)


def stop_logging() -> None:
    """Close the log file; the next `start_logging` opens it again."""
    ours = logging.getLogger("newsroom")
    for handler in list(ours.handlers):
        ours.removeHandler(handler)
        handler.close()


def quiet_libraries() -> None:
    """Keep from stderr what Pillow says of strangers' files; a photo with bad EXIF is a photo."""
    warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")


def _file_handler() -> logging.Handler | None:
    try:
        log_path().parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return _LogFile(
        log_path(), maxBytes=_MAX_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
    )


class _LogFile(logging.handlers.RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """A disk that takes no more is told of elsewhere; logging's own way is a traceback."""


def write_bug_log(error: BaseException) -> Path:
    """Log `error` with its traceback and what we need to know of the machine."""
    start_logging()
    logging.getLogger("newsroom").error(
        "newsroom %s on Python %s, %s",
        __version__,
        platform.python_version(),
        platform.platform(),
        exc_info=error,
    )
    return log_path()
