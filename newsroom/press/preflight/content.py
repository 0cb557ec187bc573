"""Walks a content stream, forms included, and notes every mark with the state it was made in."""

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pikepdf import Array, Dictionary, Object, PdfError, Stream, parse_content_stream

from newsroom.press.preflight.colours import Ink, Kind, Space, first_ink, space_of
from newsroom.press.preflight.embedded_fonts import PdfFont, font_of
from newsroom.press.preflight.marks import Fault, Image, PageMarks, Path, Shading, State
from newsroom.press.preflight.matrices import applied, box_of, scale, times, widths
from newsroom.press.preflight.operators import ACTIONS
from newsroom.press.preflight.report import Box
from newsroom.press.preflight.text import TextCursor

_DEEPEST_FORM = 12
_LARGEST_CONTENT = 64 * 1024 * 1024
_BROKEN = (TypeError, ValueError, IndexError, KeyError, AttributeError, PdfError)

Operands = Sequence[Any]


class ContentWalker:
    """Reads one stream – a page's or a form's – and adds its marks to `found`."""

    def __init__(self, found: PageMarks, resources: Any, state: State, depth: int = 0) -> None:
        self.found: PageMarks = found
        self.state: State = state
        self._resources = resources
        self._depth = depth
        self._saved: list[State] = []
        self._points: list[tuple[float, float]] = []
        self._clips = False
        self._fonts: dict[str, PdfFont | None] = {}
        self._text = TextCursor()

    def run(self, content: Object, streams: Sequence[Any]) -> None:
        """Walk `content`, which consists of `streams`."""
        if sum(map(_unpacked_size, streams)) > _LARGEST_CONTENT:
            self.found.faults.add(Fault.TOO_LARGE)
            return
        try:
            for instruction in parse_content_stream(content) if streams else ():
                self._do(str(instruction.operator), _operands(instruction))
        except (PdfError, RuntimeError):
            self.found.faults.add(Fault.UNREADABLE)
        if self._saved:
            self.found.faults.add(Fault.UNBALANCED)

    def _do(self, operator: str, operands: Operands) -> None:
        action = ACTIONS.get(operator)
        if action is None:
            return
        try:
            action(self, operands)
        except _BROKEN:
            self.found.faults.add(Fault.UNREADABLE)

    def set(self, **changes: Any) -> None:
        """Change the graphics state from here on."""
        self.state = replace(self.state, **changes)

    def _resource(self, kind: str, name: Any) -> Any:
        return self._resources.get(kind, Dictionary()).get(str(name))

    # ---- state ---------------------------------------------------------------------------
    def save(self) -> None:
        self._saved.append(self.state)

    def restore(self) -> None:
        if self._saved:
            self.state = self._saved.pop()
        else:
            self.found.faults.add(Fault.UNBALANCED)

    def external_state(self, name: Any) -> None:
        """`gs`: overprint, transparency and the functions that no printer wants."""
        values = self._resource("/ExtGState", name)
        self.set(**dict(_state_changes(values)))
        if "/TR" in values or "/HTP" in values or str(values.get("/TR2", "/Default")) != "/Default":
            self.found.faults.add(Fault.TRANSFER)

    def space(self, name: Any) -> Space:
        return space_of(name, self._resources.get("/ColorSpace"))

    def fill(self, space: Space, values: Operands) -> None:
        self.set(fill=_ink(space, values))

    def stroke(self, space: Space, values: Operands) -> None:
        self.set(stroke=_ink(space, values))

    # ---- paths ---------------------------------------------------------------------------
    def points(self, numbers: Operands) -> None:
        """Points of the path; of a curve its handles too, which hold it in."""
        for at in range(0, len(numbers) - 1, 2):
            x, y = float(numbers[at]), float(numbers[at + 1])
            self._points.append(applied(self.state.matrix, x, y))

    def rectangle(self, x: float, y: float, width: float, height: float) -> None:
        self.points((x, y, x + width, y, x, y + height, x + width, y + height))

    def paint(self, *, filled: bool = False, stroked: bool = False) -> None:
        """End the path: as a mark, as a clip, or as nothing."""
        box = _around(self._points)
        if box is not None and (filled or stroked):
            width = self.state.line_width * scale(self.state.matrix)
            self.found.marks.append(
                Path(box=box, state=self.state, filled=filled, stroked=stroked, width=width)
            )
        if box is not None and self._clips:
            self.set(clip=box)
        self._points.clear()
        self._clips = False

    def clip(self) -> None:
        self._clips = True

    def shade(self, name: Any) -> None:
        shading = self._resource("/Shading", name)
        box = self.state.clip or self.found.boxes.media
        self.found.marks.append(
            Shading(box=box, state=self.state, space=self.space(shading.ColorSpace))
        )

    # ---- text ----------------------------------------------------------------------------
    def begin_text(self) -> None:
        self._text = TextCursor()

    def font(self, name: Any, size: Any) -> None:
        key = str(name)
        if key not in self._fonts:
            self._fonts[key] = self._read_font(key)
        self.set(font=self._fonts[key], size=float(size))

    def _read_font(self, key: str) -> PdfFont | None:
        try:
            font = font_of(self._resource("/Font", key))
        except _BROKEN:
            self.found.faults.add(Fault.UNREADABLE)
            return None
        self.found.fonts[font.name] = font
        return font

    def text_matrix(self, numbers: Operands) -> None:
        a, b, c, d, e, f = map(float, numbers)
        self._text.begin_at((a, b, c, d, e, f))

    def next_line(self, x: float, y: float) -> None:
        self._text.next_line(x, y)

    def show(self, parts: Operands) -> None:
        """`TJ`: strings and the shifts between them."""
        mark = self._text.show(self.state, parts)
        if mark is not None:
            self.found.marks.append(mark)

    # ---- images and forms ----------------------------------------------------------------
    def place(self, name: Any) -> None:
        """`Do`: an image is a mark, a form is walked, PostScript is a fault."""
        found = self._resource("/XObject", name)
        kind = str(found.get("/Subtype", ""))
        if kind == "/Image":
            self._image(found, found)
        elif kind == "/Form":
            self._form(found)
        elif kind == "/PS":
            self.found.faults.add(Fault.POSTSCRIPT)

    def inline_image(self, image: Any) -> None:
        self._image(image.obj, None)

    def _image(self, values: Any, source: Stream | None) -> None:
        pixels = _number(values, "/Width", "/W"), _number(values, "/Height", "/H")
        across, up = widths(self.state.matrix)
        ppi = min(72 * pixels[0] / across, 72 * pixels[1] / up) if across and up else 0.0
        space = values.get("/ColorSpace", values.get("/CS"))
        self.found.marks.append(
            Image(
                box=box_of(self.state.matrix, 0, 0, 1, 1),
                state=self.state,
                ppi=ppi,
                pixels=pixels,
                bits=_number(values, "/BitsPerComponent", "/BPC", default=1),
                space=self.space(space),
                filters=_filters(values),
                is_mask=bool(values.get("/ImageMask", values.get("/IM", False))),
                has_soft_mask="/SMask" in values or int(values.get("/SMaskInData", 0)) > 0,
                source=source,
            )
        )

    def _form(self, form: Any) -> None:
        if self._depth >= _DEEPEST_FORM:
            self.found.faults.add(Fault.TOO_DEEP)
            return
        if str(form.get("/Subtype2", "")) == "/PS":
            self.found.faults.add(Fault.POSTSCRIPT)
        matrix = tuple(float(each) for each in form.get("/Matrix", (1, 0, 0, 1, 0, 0)))
        a, b, c, d, e, f = matrix
        state = replace(self.state, matrix=times((a, b, c, d, e, f), self.state.matrix))
        resources = form.get("/Resources", self._resources)
        ContentWalker(self.found, resources, state, self._depth + 1).run(form, [form])


def _operands(instruction: Any) -> Operands:
    if str(instruction.operator) == "INLINE IMAGE":
        return (instruction.iimage,)
    return tuple(instruction.operands)


def _ink(space: Space, values: Operands) -> Ink:
    if space.kind is Kind.PATTERN:
        return first_ink(space)
    return Ink(space, tuple(float(value) for value in values))


def _state_changes(values: Any) -> Iterator[tuple[str, Any]]:
    for key, (names, read) in _STATE_KEYS.items():
        if key in values:
            yield from ((name, read(values[key])) for name in names)


def _blend(value: Any) -> str:
    """A name, or a list of names of which the first known one holds."""
    return str(value[0] if isinstance(value, Array) and list(value) else value)


_STATE_KEYS: Mapping[str, tuple[tuple[str, ...], Callable[[Any], Any]]] = {
    "/OP": (("overprints_stroke", "overprints_fill"), bool),
    "/op": (("overprints_fill",), bool),
    "/OPM": (("overprint_mode",), int),
    "/CA": (("alpha_stroke",), float),
    "/ca": (("alpha_fill",), float),
    "/BM": (("blend",), _blend),
    "/SMask": (("soft_mask",), lambda value: isinstance(value, Dictionary)),
    "/LW": (("line_width",), float),
}
"""Entries of a graphics state dictionary: what they set. `/OP` holds for fills without `/op`."""


def _around(points: Sequence[tuple[float, float]]) -> Box | None:
    if not points:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _number(values: Any, name: str, short: str, default: int = 0) -> int:
    return int(values.get(name, values.get(short, default)))


def _filters(values: Any) -> tuple[str, ...]:
    found = values.get("/Filter", values.get("/F"))
    if found is None:
        return ()
    names = list(found) if not str(found).startswith("/") else [found]
    return tuple(str(name).removeprefix("/") for name in names)


def _unpacked_size(stream: Any) -> int:
    """How long a stream is when unpacked, without unpacking more of it than the limit."""
    if str(stream.get("/Filter", "")) not in {"/FlateDecode", "/Fl"}:
        return len(stream.read_raw_bytes())
    try:
        raw = stream.read_raw_bytes()
        return len(zlib.decompressobj().decompress(raw, _LARGEST_CONTENT + 1))
    except zlib.error:
        return 0
