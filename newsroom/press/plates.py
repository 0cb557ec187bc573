"""The plates of a page: what each of the four inks puts on the paper, and how much of them all.

A page is written anew as four files of gray, one a plate, in which black is full ink. Whatever
draws PDF files draws plates then. Ink that goes over what is below it (overprint with OPM 1)
leaves the plates alone on which it has none; ink that knocks out clears them.
"""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any

from newsroom.errors import UserError

if TYPE_CHECKING:
    from pikepdf import Object, Pdf, Stream
    from PIL.Image import Image

_DEEPEST_FORM = 12
_FILLS = {"g", "rg", "k", "cs", "sc", "scn"}
_STROKES = {"G", "RG", "K", "CS", "SC", "SCN"}
_SHOWN, _HIDDEN = {"fill": "/NwF1", "stroke": "/NwS1"}, {"fill": "/NwF0", "stroke": "/NwS0"}

_BARE = b"1 g 1 G\n"
"""A page begins with black ink, which the other plates know nothing of."""


class Plate(StrEnum):
    """The four inks, by the names that PDF gives them."""

    CYAN = "Cyan"
    MAGENTA = "Magenta"
    YELLOW = "Yellow"
    BLACK = "Black"


_Channels = dict[bytes, Mapping[Plate, bytes]]
"""The packed samples of images by the hash of their files."""


def plate_files(data: bytes, page: int, *, name: str) -> Mapping[Plate, bytes]:
    """A PDF file of one gray page for each plate of page `page` (from 0); `name` is for messages.

    Raises `UserError` when the page holds colours that are no inks: RGB, patterns, gradients.
    """
    from newsroom.press.preflight.file import open_file

    pdf = open_file(data, name).pdf
    images: _Channels = {}
    return {plate: _plate_file(pdf, page, plate, images) for plate in Plate}


def _plate_file(source: "Pdf", page: int, plate: Plate, images: _Channels) -> bytes:
    from pikepdf import Dictionary, Pdf

    made, out = Pdf.new(), BytesIO()
    made.pages.append(source.pages[page])
    sheet: Any = made.pages[0].obj
    for needless in ("/Annots", "/Group", "/StructParents", "/Metadata"):
        if needless in sheet:
            del sheet[needless]
    resources: Any = sheet.get("/Resources", Dictionary())
    writer = _PlateWriter(made, plate, page, images)
    content, names = writer.rewritten(sheet, resources, _State())
    sheet.Resources = names
    begun = b"" if plate is Plate.BLACK else _BARE
    sheet.Contents = made.make_stream(begun + content)
    made.save(out, compress_streams=False)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Painted:
    """How much of the plate's ink, 0…1, `named` whether its colour has a say on this plate."""

    space: Any = None
    ink: float = 1.0
    named: bool = True


@dataclass(frozen=True, slots=True)
class _State:
    fill: _Painted = _Painted()
    stroke: _Painted = _Painted()
    over_fill: bool = False
    over_stroke: bool = False
    only_named: bool = False
    hides_fill: bool = False
    hides_stroke: bool = False


class _PlateWriter:
    """Rewrites content streams for one plate of page `page`."""

    def __init__(self, pdf: "Pdf", plate: Plate, page: int, images: _Channels) -> None:
        self._pdf, self._plate, self._page, self._images = pdf, plate, page, images

    def rewritten(
        self, content: Any, resources: Any, state: _State, depth: int = 0
    ) -> tuple[bytes, Any]:
        """The content in gray, and the resources that it names."""
        from pikepdf import parse_content_stream, unparse_content_stream

        run = _Run(self, resources, state, depth)
        written = [
            (operands, operator)
            for found in parse_content_stream(content)
            for operands, operator in run.step(found)
        ]
        return unparse_content_stream(written), run.resources

    @property
    def plate(self) -> Plate:
        return self._plate

    def form(self, form: "Stream", resources: Any, state: _State, depth: int) -> "Object":
        """The form in gray."""
        if depth >= _DEEPEST_FORM:
            raise self.no_inks()
        own = form.get("/Resources", resources)
        content, names = self.rewritten(form, own, state, depth + 1)
        made = self._pdf.make_stream(content)
        for key in ("/Type", "/Subtype", "/BBox", "/Matrix"):
            if key in form:
                made[key] = form[key]
        made.Resources = names
        return self._pdf.make_indirect(made)

    def image(self, image: "Stream", spaces: Any) -> "Object":
        """The image as the plate prints it; a mask as it is, it is painted in the ink."""
        from pikepdf import Name

        if bool(image.get("/ImageMask", False)):
            return image
        key = sha256(image.read_raw_bytes()).digest()
        if key not in self._images:
            self._images[key] = _channels(image, spaces, self.no_inks())
        made = self._pdf.make_stream(b"")
        made.write(self._images[key][self._plate], filter=Name.FlateDecode)
        made.Type, made.Subtype = Name.XObject, Name.Image
        made.Width, made.Height, made.BitsPerComponent = image.Width, image.Height, 8
        made.ColorSpace = Name.DeviceGray
        if "/SMask" in image:
            made.SMask = image.SMask
        return self._pdf.make_indirect(made)

    def no_inks(self) -> UserError:
        return UserError(
            "Page {page} holds colours that are no inks of the press; it has no plates.",
            page=self._page + 1,
        )


class _Run:
    """Goes through one content stream, instruction by instruction."""

    def __init__(self, writer: _PlateWriter, resources: Any, state: _State, depth: int) -> None:
        from pikepdf import Dictionary

        self._writer, self._depth = writer, depth
        self._state, self._saved = state, list[_State]()
        self._given = resources
        self.resources: Any = Dictionary(dict(resources.items()))
        self._objects = Dictionary(dict(resources.get("/XObject", Dictionary()).items()))
        self.resources.XObject = self._objects
        states = Dictionary(dict(resources.get("/ExtGState", Dictionary()).items()))
        for names, value in ((_SHOWN, 1), (_HIDDEN, 0)):
            states[names["fill"]] = Dictionary(ca=value)
            states[names["stroke"]] = Dictionary(CA=value)
        self.resources.ExtGState = states

    def step(self, found: Any) -> Iterator[tuple[Sequence[Any], Any]]:
        """What stands instead of `found`."""
        name = str(found.operator)
        if name == "INLINE IMAGE":
            raise self._writer.no_inks()
        operands = list(found.operands)
        if name in _FILLS or name in _STROKES:
            yield from self._colour(name, operands)
            return
        match name:
            case "q":
                self._saved.append(self._state)
            case "Q" if self._saved:
                self._state = self._saved.pop()
            case "sh":
                raise self._writer.no_inks()
            case "Do":
                self._replace(str(operands[0]))
        yield operands, found.operator
        if name == "gs":
            self._set_state(str(operands[0]))
            yield from self._hiding()

    def _colour(self, name: str, operands: list[Any]) -> Iterator[tuple[Sequence[Any], Any]]:
        from pikepdf import Operator

        if name in _FILLS:
            painted = self._painted(name, operands, self._state.fill)
            self._state = replace(self._state, fill=painted)
        else:
            painted = self._painted(name.lower(), operands, self._state.stroke)
            self._state = replace(self._state, stroke=painted)
        yield [round(1 - painted.ink, 4)], Operator("g" if name in _FILLS else "G")
        yield from self._hiding()

    def _painted(self, name: str, operands: list[Any], before: _Painted) -> _Painted:
        from newsroom.press.preflight.colours import CMYK, GRAY, RGB, first_ink, space_of

        match name:
            case "cs":
                space = space_of(operands[0], self._given.get("/ColorSpace"))
                return self._ink(space, first_ink(space).values)
            case "sc" | "scn":
                space = before.space or GRAY
            case _:
                space = {"g": GRAY, "rg": RGB, "k": CMYK}[name]
        try:
            return self._ink(space, tuple(float(value) for value in operands))
        except (TypeError, ValueError):
            raise self._writer.no_inks() from None

    def _ink(self, space: Any, values: tuple[float, ...]) -> _Painted:
        from newsroom.press.preflight.colours import Ink, Kind

        if space.indexed or space.kind not in {Kind.GRAY, Kind.CMYK, Kind.SPOT, Kind.ALL}:
            raise self._writer.no_inks()
        shares = Ink(space, values).plates()
        ink = shares.get(self._writer.plate, 0.0)
        return _Painted(space, min(max(ink, 0.0), 1.0), ink > 0 or space.kind is not Kind.CMYK)

    def _set_state(self, name: str) -> None:
        states = self._given.get("/ExtGState", {})
        values: Any = states.get(name, {})
        stroke = bool(values.get("/OP", self._state.over_stroke))
        fill = bool(values.get("/op", stroke if "/OP" in values else self._state.over_fill))
        mode = int(values["/OPM"]) == 1 if "/OPM" in values else self._state.only_named
        self._state = replace(self._state, over_fill=fill, over_stroke=stroke, only_named=mode)

    def _hiding(self) -> Iterator[tuple[Sequence[Any], Any]]:
        """Ink that has no say on this plate is drawn clear."""
        from pikepdf import Name, Operator

        state = self._state
        fill = state.only_named and state.over_fill and not state.fill.named
        stroke = state.only_named and state.over_stroke and not state.stroke.named
        for kind, hide, hides in (
            ("fill", fill, state.hides_fill),
            ("stroke", stroke, state.hides_stroke),
        ):
            if hide != hides:
                yield [Name((_HIDDEN if hide else _SHOWN)[kind])], Operator("gs")
        self._state = replace(state, hides_fill=fill, hides_stroke=stroke)

    def _replace(self, name: str) -> None:
        from pikepdf import Stream

        found: Any = self._given.get("/XObject", {}).get(name)
        if not isinstance(found, Stream):
            return
        if str(found.get("/Subtype")) == "/Form":
            self._objects[name] = self._writer.form(found, self._given, self._state, self._depth)
        elif str(found.get("/Subtype")) == "/Image":
            self._objects[name] = self._writer.image(found, self._given.get("/ColorSpace"))


def _channels(image: "Stream", spaces: Any, problem: UserError) -> Mapping[Plate, bytes]:
    """The image's inks as packed gray samples, 0 for full ink."""
    from newsroom.press.preflight.colours import Kind, space_of

    space = space_of(image.get("/ColorSpace"), spaces)
    if space.indexed or space.kind not in {Kind.CMYK, Kind.GRAY}:
        raise problem
    try:
        picture = _inked(image)
    except Exception as error:  # image decoders raise whatever they like
        raise problem from error
    if picture.mode == "CMYK":
        bands = dict(zip(Plate, picture.split(), strict=True))
        return {plate: _packed(band.point(_INVERTED)) for plate, band in bands.items()}
    gray = picture.convert("L")
    bare = zlib.compress(b"\xff" * (gray.width * gray.height), 1)
    return {plate: _packed(gray) if plate is Plate.BLACK else bare for plate in Plate}


_INVERTED = [255 - value for value in range(256)]


def _inked(image: "Stream") -> "Image":
    """The decoded image, in which 255 of a band is full ink when it has four.

    Pillow turns the inks of a JPEG file around, as Photoshop writes them; a file whose decode
    array does not say so means them as they are.
    """
    from pikepdf import PdfImage
    from PIL import Image, ImageChops

    turned = [float(value) for value in image.get("/Decode", [0])][:1] == [1.0]
    filters = image.get("/Filter")
    jpeg = filters is not None and str(filters) == "/DCTDecode"
    if jpeg:
        with Image.open(BytesIO(image.read_raw_bytes())) as opened:
            opened.load()
            picture = opened.copy()
    else:
        picture = PdfImage(image).as_pil_image()
    if picture.mode == "CMYK" and turned != jpeg:
        return ImageChops.invert(picture)
    if picture.mode != "CMYK" and turned:
        return ImageChops.invert(picture.convert("L"))
    return picture


def _packed(band: "Image") -> bytes:
    return zlib.compress(band.tobytes(), 1)
