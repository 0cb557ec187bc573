"""What each operator of a content stream does to the walker (ISO 32000-1, annex A)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from newsroom.press.preflight.colours import CMYK, GRAY, RGB, first_ink
from newsroom.press.preflight.matrices import Matrix, times

if TYPE_CHECKING:
    from newsroom.press.preflight.content import ContentWalker

Operands = Sequence[Any]
_Action = Callable[["ContentWalker", Operands], None]


def _painting() -> Iterator[tuple[str, _Action]]:
    for operator in ("S", "s"):
        yield operator, lambda w, _: w.paint(stroked=True)
    for operator in ("f", "F", "f*"):
        yield operator, lambda w, _: w.paint(filled=True)
    for operator in ("B", "B*", "b", "b*"):
        yield operator, lambda w, _: w.paint(filled=True, stroked=True)
    yield "n", lambda w, _: w.paint()


def _line_with_leading(walker: "ContentWalker", numbers: Operands) -> None:
    walker.set(leading=-float(numbers[1]))
    walker.next_line(float(numbers[0]), float(numbers[1]))


def _show_on_next_line(walker: "ContentWalker", operands: Operands) -> None:
    if len(operands) == 3:
        walker.set(word_spacing=float(operands[0]), spacing=float(operands[1]))
    walker.next_line(0, -walker.state.leading)
    walker.show(operands[-1:])


ACTIONS: Mapping[str, _Action] = {
    "q": lambda w, _: w.save(),
    "Q": lambda w, _: w.restore(),
    "cm": lambda w, o: w.set(matrix=times(_matrix(o), w.state.matrix)),
    "gs": lambda w, o: w.external_state(o[0]),
    "w": lambda w, o: w.set(line_width=float(o[0])),
    "g": lambda w, o: w.fill(GRAY, o),
    "G": lambda w, o: w.stroke(GRAY, o),
    "rg": lambda w, o: w.fill(RGB, o),
    "RG": lambda w, o: w.stroke(RGB, o),
    "k": lambda w, o: w.fill(CMYK, o),
    "K": lambda w, o: w.stroke(CMYK, o),
    "cs": lambda w, o: w.set(fill=first_ink(w.space(o[0]))),
    "CS": lambda w, o: w.set(stroke=first_ink(w.space(o[0]))),
    "sc": lambda w, o: w.fill(w.state.fill.space, o),
    "scn": lambda w, o: w.fill(w.state.fill.space, o),
    "SC": lambda w, o: w.stroke(w.state.stroke.space, o),
    "SCN": lambda w, o: w.stroke(w.state.stroke.space, o),
    "m": lambda w, o: w.points(o),
    "l": lambda w, o: w.points(o),
    "c": lambda w, o: w.points(o),
    "v": lambda w, o: w.points(o),
    "y": lambda w, o: w.points(o),
    "re": lambda w, o: w.rectangle(*map(float, o)),
    "W": lambda w, _: w.clip(),
    "W*": lambda w, _: w.clip(),
    "sh": lambda w, o: w.shade(o[0]),
    "Do": lambda w, o: w.place(o[0]),
    "INLINE IMAGE": lambda w, o: w.inline_image(o[0]),
    "BT": lambda w, _: w.begin_text(),
    "Tf": lambda w, o: w.font(*o),
    "Tc": lambda w, o: w.set(spacing=float(o[0])),
    "Tw": lambda w, o: w.set(word_spacing=float(o[0])),
    "Tz": lambda w, o: w.set(stretch=float(o[0]) / 100),
    "TL": lambda w, o: w.set(leading=float(o[0])),
    "Ts": lambda w, o: w.set(rise=float(o[0])),
    "Tr": lambda w, o: w.set(mode=int(o[0])),
    "Td": lambda w, o: w.next_line(*map(float, o)),
    "TD": _line_with_leading,
    "Tm": lambda w, o: w.text_matrix(o),
    "T*": lambda w, _: w.next_line(0, -w.state.leading),
    "Tj": lambda w, o: w.show(o),
    "TJ": lambda w, o: w.show(tuple(o[0])),
    "'": _show_on_next_line,
    '"': _show_on_next_line,
    **dict(_painting()),
}
"""By operator; those that are not here leave no marks."""


def _matrix(numbers: Operands) -> Matrix:
    a, b, c, d, e, f = map(float, numbers)
    return a, b, c, d, e, f
