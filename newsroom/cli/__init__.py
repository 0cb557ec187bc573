"""The command line: the same services as the window, no Qt.

Exit codes: 0 done, 1 done with findings or with failures of single items (each named on stderr),
2 wrong usage. An error is one sentence, never a traceback.
"""
