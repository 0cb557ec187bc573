"""The command line: the same services as the window, no Qt.

Exit codes: 0 done, 1 done with findings or with failures of single items (each named on stderr),
2 wrong usage. An error is one sentence, never a traceback.
"""

from newsroom.cli.invocation import parse, run
from newsroom.cli.sample_run import run_without_display

__all__ = ["parse", "run", "run_without_display"]
