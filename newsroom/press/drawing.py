"""Pages as PDF operators. Everything is decided by now: this only writes it down."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from newsroom.press.layout.model import (
    Colour,
    Element,
    Line,
    Page,
    Panel,
    Path,
    Picture,
    Rule,
    Span,
)
from newsroom.press.pdfx import KNOCK_OUT, OVERPRINT
from newsroom.press.pictures import image_of
from newsroom.press.tagging import LinkPlace, Structure

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_WEB = re.compile("https?://", re.IGNORECASE)
_SPACES = re.compile("[ \u00a0]")
_BLACK = (0.0, 0.0, 0.0, 1.0)
"""Ink that goes over what is below it, as small black type must: no white shows at its edges."""


@cache
def pdf_font(path: FilePath) -> Any:
    """The font file as reportlab embeds it; read once for all documents."""
    from newsroom.press.typeface import ShippedFont

    return ShippedFont(path)


class PageWriter:
    """Writes pages to a canvas. `pictures` are the names of images, embedded later.

    `corner` is where the page's lower left corner lies on the sheet, in points. `structure` is
    told which part of the article each stretch of a page belongs to.
    """

    def __init__(
        self,
        canvas: "Canvas",
        pictures: Mapping[Picture, str],
        corner: tuple[float, float],
        structure: Structure | None = None,
    ) -> None:
        inner: Any = canvas
        self._canvas = canvas
        self._pictures = pictures
        self._document = inner._doc  # noqa: SLF001 - fonts are subset for each document
        self._left, self._bottom = corner
        self._top = 0.0
        self._overprints = False
        self._structure = structure
        self._marked: Path | None = None

    def write(self, page: Page) -> None:
        """Draw one page and end it."""
        self._top = self._bottom + page.height
        self._overprints = False
        if self._structure is not None:
            self._structure.begin_page()
        for item in page.items:
            match item:
                case Line():
                    self._line(item)
                case Rule():
                    self._mark(())
                    self._rule(item)
                case Panel():
                    self._mark(())
                    self._panel(item)
                case Picture():
                    self._mark(item.path)
                    self._picture(item)
        self._mark(None)
        self._canvas.showPage()

    def _mark(self, path: Path | None) -> None:
        """What is drawn from now on belongs to `path`; empty: to no part of the article."""
        if self._structure is None or path == self._marked:
            return
        if self._marked is not None:
            self._emit("EMC")
        if path:
            self._emit(f"/{path[-1].tag} <</MCID {self._structure.mark(path)}>> BDC")
        elif path is not None:
            self._emit("/Artifact BMC")
        self._marked = path

    def _emit(self, *operators: str) -> None:
        inner: Any = self._canvas
        inner._code.extend(operators)  # noqa: SLF001 - TJ arrays have no public method

    def _ink(self, colour: Colour, *, overprints: bool) -> None:
        """Name the graphics state for this ink, when it is another than the last one's."""
        if overprints != self._overprints and len(colour) == len(_BLACK):
            self._emit(f"{OVERPRINT if overprints else KNOCK_OUT} gs")
            self._overprints = overprints

    def _rule(self, rule: Rule) -> None:
        self._ink(rule.colour, overprints=rule.colour == _BLACK)
        self._emit(
            f"{_stroke(rule.colour)} {_n(rule.thickness)} w "
            f"{_n(self._left + rule.x1)} {_n(self._top - rule.y1)} m "
            f"{_n(self._left + rule.x2)} {_n(self._top - rule.y2)} l S"
        )

    def _panel(self, panel: Panel) -> None:
        x, y = self._left + panel.x, self._top - panel.y - panel.height
        self._ink(panel.colour, overprints=False)
        self._emit(
            f"{_fill(panel.colour)} {_n(x)} {_n(y)} {_n(panel.width)} {_n(panel.height)} re f"
        )

    def _picture(self, picture: Picture) -> None:
        if self._overprints:
            self._ink(_BLACK, overprints=False)
        x, y = self._left + picture.x, self._top - picture.y - picture.height
        size = f"{_n(picture.width)} 0 0 {_n(picture.height)}"
        self._emit(f"q {size} {_n(x)} {_n(y)} cm {self._pictures[image_of(picture)]} Do Q")

    def _line(self, line: Line) -> None:
        """The line as one text object, or as one before, in and after each link."""
        at = 0
        for link, group in groupby(line.spans, key=lambda span: span.link):
            spans = list(group)
            at += len(spans)
            end = line.spans[at].x if at < len(line.spans) else line.width
            self._mark(self._path_of(line, spans, link, end))
            self._emit("BT")
            for span in spans:
                self._span(line, span, last=span is line.spans[-1])
            self._emit("ET")

    def _path_of(self, line: Line, spans: Sequence[Span], link: str | None, end: float) -> Path:
        """Where a stretch of a line belongs; a link is an element of its own and a place."""
        path = line.path or ()
        if self._structure is None or not path or link is None or not _WEB.match(link):
            return path
        path = (*path, Element("Link", str(self._structure.link_count)))
        left, base = self._left + line.x, self._top - line.y
        size = max(span.size for span in spans)
        rectangle = (left + spans[0].x, base - 0.25 * size, left + end, base + 0.85 * size)
        words = "".join(span.text for span in spans).strip()
        self._structure.link(LinkPlace(link, rectangle, words, path))
        return path

    def _span(self, line: Line, span: Span, *, last: bool) -> None:
        text, advances = span.text, span.advances
        if last and line.more:
            text, advances = text + " ", (*advances, 0.0)
        if span.actual is not None:
            self._emit(f"/Span <</ActualText <{_utf16(span.actual)}>>> BDC")
        self._ink(span.colour, overprints=span.colour == _BLACK)
        x, y = self._left + line.x + span.x, self._top - line.y + span.rise
        self._emit(
            f"{_fill(span.colour)} {_n(line.scale * 100)} Tz {_n(line.tracking)} Tc "
            f"1 0 0 1 {_n(x)} {_n(y)} Tm"
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
    face = pdf_font(span.face.path).face
    widths, unknown = face.charWidths, face.defaultWidth
    given = [widths.get(code, unknown) for code in map(ord, text)]
    shifts = [round(own - advance) for own, advance in zip(given, advances, strict=True)]
    unit = 1000 / span.size / line.scale
    for space in _SPACES.finditer(text):
        at = space.start()
        wanted = (advances[at] * span.size / 1000 + line.word_space) * unit
        shifts[at] = round(given[at] - wanted)
    return shifts


def _array(codes: bytes, shifts: list[int]) -> str:
    digits, begun = codes.hex(), 0
    parts: list[str] = []
    for at, shift in enumerate(shifts, 1):
        if shift:
            parts.append(f"<{digits[2 * begun : 2 * at]}>{shift}")
            begun = at
    if begun < len(codes):
        parts.append(f"<{digits[2 * begun :]}>")
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
