"""Where text stands: the text matrices, moved on by the widths of what is shown."""

from collections.abc import Sequence
from typing import Any

from pikepdf import String

from newsroom.press.preflight.marks import State, Text
from newsroom.press.preflight.matrices import IDENTITY, Matrix, box_of, times, widths

_ASCENT, _DESCENT = 0.75, -0.2
"""The usual reach of letters above and below the baseline, in ems: fonts do not say it reliably."""


class TextCursor:
    """The text and the line matrix of one text object (ISO 32000-1, 9.4)."""

    def __init__(self) -> None:
        self._text: Matrix = IDENTITY
        self._line: Matrix = IDENTITY

    def begin_at(self, matrix: Matrix) -> None:
        """`Tm`."""
        self._text = self._line = matrix

    def next_line(self, x: float, y: float) -> None:
        """`Td`."""
        self.begin_at(times((1.0, 0.0, 0.0, 1.0, x, y), self._line))

    def show(self, state: State, parts: Sequence[Any]) -> Text | None:
        """Move on over strings and shifts; the mark they leave, None when there is none."""
        font = state.font
        if font is None:
            return None
        start, advance, codes, missing = self._text, 0.0, 0, 0
        for part in parts:
            data = _bytes(part)
            if data is None:
                advance -= float(part) / 1000 * state.size * state.stretch
                continue
            for code in font.codes(data):
                codes += 1
                missing += code in font.missing
                gap = state.spacing + (state.word_spacing if code == 32 and not font.wide else 0.0)
                advance += (font.width(code) / 1000 * state.size + gap) * state.stretch
        self._text = times((1.0, 0.0, 0.0, 1.0, advance, 0.0), start)
        if not codes:
            return None
        onto_page = times(start, state.matrix)
        low, high = _DESCENT * state.size + state.rise, _ASCENT * state.size + state.rise
        left, right = sorted((0.0, advance))
        return Text(
            box=box_of(onto_page, left, low, right, high),
            state=state,
            size=abs(state.size) * widths(onto_page)[1],
            codes=codes,
            missing=missing,
        )


def _bytes(part: Any) -> bytes | None:
    """The bytes of a string; None for a number."""
    return bytes(part) if isinstance(part, String) else None
