"""A page that a printer accepts, and the means to draw on it and to spoil it."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from newsroom.paths import resource

MM = 72 / 25.4
SHEET, BLEED, TRIM = (0, 0, 400, 500), (41.5, 41.5, 358.5, 458.5), (50, 50, 350, 450)
PDFX = "http://www.npes.org/pdfx/ns/id/"
Draw = Callable[[Canvas], None]
Spoil = Callable[[Pdf], None]


def sound(draw: Draw | None = None, spoil: Spoil | None = None) -> bytes:
    """A PDF/X-4 page of 300 × 400 pt with a headline and a photo; `draw` adds, `spoil` mars."""
    with Pdf.open(BytesIO(_drawn(draw))) as pdf:
        _finish(pdf)
        if spoil is not None:
            spoil(pdf)
        out = BytesIO()
        pdf.save(out, deterministic_id=False)
    return out.getvalue()


def _drawn(draw: Draw | None) -> bytes:
    out = BytesIO()
    path = next(resource("fonts").rglob("SourceSerif4_400Regular.ttf"))
    pdfmetrics.registerFont(TTFont("Body", str(path)))
    canvas = Canvas(out, SHEET[2:], initialFontName="Body", invariant=1, pdfVersion=(1, 6))
    canvas.setTitle("Trang thử")
    canvas.setFillOverprint(True)
    canvas.setOverprintMask(1)
    canvas.setFillColorCMYK(0, 0, 0, 1)
    canvas.setFont("Body", 20)
    canvas.drawString(80, 400, "Đoàn phí tháng Mười")
    canvas.setFillOverprint(False)
    canvas.drawImage(photo(600), 80, 200, 144, 144)
    if draw is not None:
        draw(canvas)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def photo(pixels: int, mode: str = "CMYK", colour: Any = (60, 40, 30, 10)) -> Any:
    """A photo as reportlab takes it."""
    from reportlab.lib.utils import ImageReader

    out = BytesIO()
    Image.new(mode, (pixels, pixels), colour).save(out, "JPEG")
    out.seek(0)
    return ImageReader(out)


def _finish(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    page.MediaBox, page.BleedBox, page.TrimBox = Array(SHEET), Array(BLEED), Array(TRIM)
    profile = pdf.make_stream(resource("icc/ISOcoated_v2_300_bas.icc").read_bytes())
    profile.N = 4
    pdf.Root.OutputIntents = Array(
        [
            pdf.make_indirect(
                Dictionary(
                    Type=Name.OutputIntent,
                    S=Name.GTS_PDFX,
                    OutputConditionIdentifier=String("FOGRA39"),
                    DestOutputProfile=profile,
                )
            )
        ]
    )
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp["dc:title"] = str(pdf.docinfo["/Title"])
        xmp.register_xml_namespace(PDFX, "pdfxid")
        xmp[f"{{{PDFX}}}GTS_PDFXVersion"] = "PDF/X-4"
        xmp["pdf:Trapped"] = "False"
    pdf.docinfo["/Trapped"] = Name("/False")


def resources(pdf: Pdf, kind: str, **entries: Any) -> None:
    """Put entries among the page's resources."""
    found = pdf.pages[0].Resources
    table = found.get(kind, Dictionary())
    for name, value in entries.items():
        table[f"/{name}"] = value
    found[kind] = table


def adds(pdf: Pdf, operators: str) -> None:
    """Append operators to the page."""
    pdf.pages[0].contents_add(pikepdf.Stream(pdf, f"q {operators} Q".encode()))


def as_x1a(pdf: Pdf) -> None:
    """Let the file claim PDF/X-1a."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp[f"{{{PDFX}}}GTS_PDFXVersion"] = "PDF/X-1a:2003"


@dataclass(frozen=True)
class Bad:
    """How a sound file becomes a bad one; `also` are rules that break by necessity with it."""

    draw: Draw | None = None
    spoil: Spoil | None = None
    also: frozenset[str] = frozenset()

    def data(self) -> bytes:
        return sound(self.draw, self.spoil)


def drop(*path: str) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        place: Any = {"Root": pdf.Root, "Page": pdf.pages[0].obj, "Trailer": pdf.trailer}[path[0]]
        for key in path[1:-1]:
            place = place[key]
        del place[path[-1]]

    return spoil


def put(owner: str, key: str, value: Callable[[Pdf], Any]) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        place: Any = {"Root": pdf.Root, "Page": pdf.pages[0].obj}[owner]
        place[key] = value(pdf)

    return spoil
