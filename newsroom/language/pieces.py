"""Long text in pieces, for work that a window is not to wait for.

One call of a regular expression on all of it holds the interpreter until it is done, and with it
the thread that draws: 5 MB take a third of a second.
"""

from collections.abc import Iterator

PIECE = 1 << 16
"""Characters; each call takes some milliseconds."""


def pieces(words: str) -> Iterator[str]:
    """`words` from the beginning, cut anywhere, none of them longer than `PIECE`."""
    for start in range(0, len(words), PIECE):
        yield words[start : start + PIECE]
