"""Pages as PDF operators. Everything is decided by now: this only writes it down."""

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsroom.domain.ids import PhotoId
from newsroom.press.layout.model import Colour, Line, Page, Panel, Picture, Rule, Span

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

PictureKey = tuple[PhotoId, float, float, float, float]
"""Photo and place: the same photo may be used twice in different sizes."""


def key_of(picture: Picture) -> PictureKey:
    """What a prepared picture is filed under."""
    return (picture.photo, picture.x, picture.y, picture.width, picture.height)


@cache
def pdf_font(path: Path) -> Any:
    """The font file as reportlab reads it; read once for all documents."""
    from reportlab.pdfbase.ttfonts import TTFont

    return TTFont(path.stem, str(path), asciiReadable=False, shapable=False)


class PageWriter:
    """Writes pages to a canvas. `pictures` are JPEG files; one that is missing leaves its place."""

    def __init__(self, canvas: "Canvas", pictures: Mapping[PictureKey, bytes]) -> None:
        inner: Any = canvas
        self._canvas = canvas
        self._pictures = pictures
        self._document = inner._doc  # noqa: SLF001 - fonts are subset for each document
        self._height = 0.0

    def write(self, page: Page) -> None:
        """Draw one page and end it."""
        self._canvas.setPageSize((page.width, page.height))
        self._height = page.height
        for item in page.items:
            match item:
                case Line():
                    self._line(item)
                case Rule():
                    self._rule(item)
                case Panel():
                    self._panel(item)
                case Picture():
                    self._picture(item)
        self._canvas.showPage()

    def _emit(self, *operators: str) -> None:
        inner: Any = self._canvas
        inner._code.extend(operators)  # noqa: SLF001 - TJ arrays have no public method

    def _rule(self, rule: Rule) -> None:
        self._emit(
            f"{_stroke(rule.colour)} {_n(rule.thickness)} w "
            f"{_n(rule.x1)} {_n(self._height - rule.y1)} m "
            f"{_n(rule.x2)} {_n(self._height - rule.y2)} l S"
        )

    def _panel(self, panel: Panel) -> None:
        y = self._height - panel.y - panel.height
        self._emit(
            f"{_fill(panel.colour)} {_n(panel.x)} {_n(y)} {_n(panel.width)} {_n(panel.height)} re f"
        )

    def _picture(self, picture: Picture) -> None:
        from reportlab.lib.utils import ImageReader

        data = self._pictures.get(key_of(picture))
        if data is None:
            return
        y = self._height - picture.y - picture.height
        reader = ImageReader(BytesIO(data))
        self._canvas.drawImage(reader, picture.x, y, picture.width, picture.height)

    def _line(self, line: Line) -> None:
        self._emit("BT")
        for at, span in enumerate(line.spans):
            self._span(line, span, last=at == len(line.spans) - 1)
        self._emit("ET")

    def _span(self, line: Line, span: Span, *, last: bool) -> None:
        text, advances = span.text, span.advances
        if last and line.more:
            text, advances = text + " ", (*advances, 0.0)
        if span.actual is not None:
            self._emit(f"/Span <</ActualText <{_utf16(span.actual)}>>> BDC")
        self._emit(
            f"{_fill(span.colour)} {_n(line.scale * 100)} Tz {_n(line.tracking)} Tc "
            f"1 0 0 1 {_n(line.x + span.x)} {_n(self._height - line.y + span.rise)} Tm"
        )
        self._glyphs(line, span, text, advances)
        if span.actual is not None:
            self._emit("EMC")

    def _glyphs(self, line: Line, span: Span, text: str, advances: tuple[float, ...]) -> None:
        """The text in the subsets of its font, kerning and word spaces as numbers between."""
        font = pdf_font(span.face.path)
        shifts = _shifts(line, span, text, advances)
        at = 0
        for subset, codes in font.splitString(text, self._document):
            name = font.getSubsetInternalName(subset, self._document)
            array = _array(codes, shifts[at : at + len(codes)])
            self._emit(f"{name} {_n(span.size)} Tf [{array}] TJ")
            at += len(codes)


def _shifts(line: Line, span: Span, text: str, advances: tuple[float, ...]) -> list[int]:
    """What a TJ array must subtract after each character, in thousandths of an em.

    The viewer moves on by the character's own advance, scaled; the layout wants kerning, and word
    spaces of its own width.
    """
    width_of = pdf_font(span.face.path).face.getCharWidth
    unit = 1000 / span.size / line.scale
    shifts = []
    for character, advance in zip(text, advances, strict=True):
        given = width_of(32 if character == "\u00a0" else ord(character))
        if character in " \u00a0":
            wanted = (advance * span.size / 1000 + line.word_space) * unit
        else:
            wanted = advance
        shifts.append(round(given - wanted))
    return shifts


def _array(codes: bytes, shifts: list[int]) -> str:
    parts: list[str] = []
    stretch = bytearray()
    for code, shift in zip(codes, shifts, strict=True):
        stretch.append(code)
        if shift:
            parts.append(f"<{stretch.hex()}>{shift}")
            stretch.clear()
    if stretch:
        parts.append(f"<{stretch.hex()}>")
    return "".join(parts)


def _utf16(words: str) -> str:
    return "FEFF" + words.encode("utf-16-be").hex()


def _n(value: float) -> str:
    """A number as PDF writes it, to a thousandth of a point."""
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"


def _fill(colour: Colour) -> str:
    return f"{' '.join(map(_n, colour))} {'k' if len(colour) == 4 else 'rg'}"


def _stroke(colour: Colour) -> str:
    return f"{' '.join(map(_n, colour))} {'K' if len(colour) == 4 else 'RG'}"
