"""Finishing: what reportlab does not write of a PDF file, added by pikepdf.

Boxes, marks, overprint, what the file says about itself, and what PDF/X asks for besides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsroom.errors import UserError
from newsroom.press.bookmarks import add_bookmarks
from newsroom.press.boxes import Boxes, boxes_of
from newsroom.press.colour import packed_profile, profile_name, profile_version
from newsroom.press.layout.model import Page
from newsroom.press.marks import marks_of
from newsroom.press.metadata import FileFacts, info_of, xmp_of
from newsroom.press.preset import ColourSpace, Preset, Standard
from newsroom.press.tagging import Structure, add_structure

if TYPE_CHECKING:
    from pikepdf import Dictionary, Object, Pdf

KNOCK_OUT, OVERPRINT = "/Knock", "/Over"
"""Graphics states that pages name: ink that replaces what is below it, ink that goes over it."""

_VERSIONS = {Standard.X4: "1.6", Standard.X1A: "1.4", Standard.NONE: "1.7"}
_CONDITIONS = {"ISOcoated_v2_300_bas.icc": "FOGRA39"}
"""Printing conditions of shipped profiles, as the ICC's registry calls them."""
_LAST_OF_X1A = 2
"""PDF 1.4, which X-1a is, knows no profiles of a later version (PDF Reference 1.4, 4.5.4)."""
_MARKS = "/Marks"
_REGISTRY = "http://www.color.org"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A file as reportlab wrote it, the pages that were drawn, what was marked on them."""

    data: bytes
    pages: Sequence[Page]
    structure: Structure | None = None


def begun(drawn: Drawn, facts: FileFacts, preset: Preset) -> "Pdf":
    """The file without its photos, open; the same input gives the same file."""
    import pikepdf

    pdf = pikepdf.open(BytesIO(drawn.data))
    _describe(pdf, facts, drawn.data)
    _set_pages(pdf, drawn.pages, preset)
    add_bookmarks(pdf, drawn.pages, boxes_of(drawn.pages[0], preset.output).corner[1])
    if drawn.structure is not None:
        add_structure(pdf, drawn.structure)
    if preset.output.standard is not Standard.NONE:
        pdf.Root.OutputIntents = pikepdf.Array([_intent(pdf, preset)])
    return pdf


def finished(pdf: "Pdf", preset: Preset) -> bytes:
    """The file that leaves the house."""
    from pikepdf import ObjectStreamMode

    out = BytesIO()
    pdf.save(
        out,
        force_version=_VERSIONS[preset.output.standard],
        deterministic_id=True,
        fix_metadata_version=False,
        compress_streams=False,
        object_stream_mode=ObjectStreamMode.disable,
    )
    return out.getvalue()


def _describe(pdf: "Pdf", facts: FileFacts, drawn: bytes) -> None:
    """Info and XMP from the same facts; the title is what viewers show."""
    from pikepdf import Dictionary, Name, Stream

    info = Dictionary(dict[str, Any](info_of(facts)))
    info.Trapped = Name("/False")
    pdf.trailer.Info = pdf.make_indirect(info)
    del pdf.trailer["/ID"]
    packet = Stream(pdf, xmp_of(facts, drawn), Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.Metadata = pdf.make_indirect(packet)
    pdf.Root.Lang = facts.language
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _set_pages(pdf: "Pdf", pages: Sequence[Page], preset: Preset) -> None:
    from pikepdf import Name

    states = _states(pdf) if preset.colour is ColourSpace.CMYK else None
    marks: dict[Boxes, Object] = {}
    for made, page in zip(pdf.pages, pages, strict=True):
        boxes = boxes_of(page, preset.output)
        _set_boxes(made.obj, boxes)
        if states is not None:
            made.obj.Resources.ExtGState = states
        if preset.output.marks:
            if boxes not in marks:
                marks[boxes] = _marks(pdf, boxes, preset)
            made.add_resource(marks[boxes], Name.XObject, Name(_MARKS))
            made.contents_add(b"/Artifact BMC q /Marks Do Q EMC")


def _set_boxes(page: Any, boxes: Boxes) -> None:
    from pikepdf import Array

    page.MediaBox = Array(_rounded(boxes.media))
    page.BleedBox = Array(_rounded(boxes.bleed))
    page.TrimBox = Array(_rounded(boxes.trim))
    for needless in ("/Trans", "/Rotate"):
        if needless in page:
            del page[needless]


def _rounded(box: tuple[float, ...]) -> list[Any]:
    from decimal import Decimal

    return [Decimal(f"{value:.3f}") for value in box]


def _states(pdf: "Pdf") -> "Object":
    """Overprint for black ink alone: OPM 1 leaves the other plates as they are."""
    from pikepdf import Dictionary, Name

    return pdf.make_indirect(
        Dictionary(
            {
                name: Dictionary(Type=Name.ExtGState, OP=over, op=over, OPM=1)
                for name, over in ((KNOCK_OUT, False), (OVERPRINT, True))
            }
        )
    )


def _marks(pdf: "Pdf", boxes: Boxes, preset: Preset) -> "Object":
    """The marks as a form that all pages of the size share, in the separation of all plates."""
    from pikepdf import Array, Dictionary, Name, Stream

    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    every = Array([Name.Separation, Name.All, Name.DeviceCMYK, pdf.make_indirect(tint)])
    form = Stream(
        pdf,
        marks_of(boxes, preset.output).encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array(_rounded(boxes.media)),
        Resources=Dictionary(ColorSpace=Dictionary(All=every)),
    )
    return pdf.make_indirect(form)


def _intent(pdf: "Pdf", preset: Preset) -> "Dictionary":
    """The printing condition that the inks are meant for, its profile embedded."""
    from pikepdf import Dictionary, Name, Stream

    path = Path(preset.output.icc)
    if preset.output.standard is Standard.X1A and profile_version(path) > _LAST_OF_X1A:
        raise UserError(
            "PDF/X-1a takes colour profiles of ICC version 2; {file} is of version {version}.",
            file=path.name,
            version=profile_version(path),
        )
    profile = Stream(
        pdf, packed_profile(path), N=4, Filter=Name.FlateDecode, Alternate=Name.DeviceCMYK
    )
    condition = preset.output.condition or _CONDITIONS.get(path.name, "")
    name = profile_name(path)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=condition or "Custom",
        OutputCondition=name,
        Info=name,
        DestOutputProfile=pdf.make_indirect(profile),
    )
    if condition:
        intent.RegistryName = _REGISTRY
    return intent
