"""A photo in Word: the picture, its number, caption and credit."""

from io import BytesIO

from newsroom.domain.document import Crop, Photo
from newsroom.domain.paper import credit_line
from newsroom.formats.docx.draft import Draft
from newsroom.formats.docx.elements import Element, clark, el, legal
from newsroom.formats.docx.inline import field_runs, paragraph, run, text_runs
from newsroom.formats.docx.names import Style
from newsroom.formats.pictures import Picture, clean_picture

_EMU_PER_MM = 36_000
_SIDES = ("distT", "distB", "distL", "distR")
"""Distances to the text, which LibreOffice takes for 3 mm where they are not given."""
_SCREEN_PPI = 96.0
"""Small pictures are not blown up beyond this."""
_WHOLE = 100_000
"""DrawingML counts the edges of a crop in thousandths of a percent."""


def photo_paragraphs(use: Photo, draft: Draft, width: float) -> list[Element]:
    """The picture, at most `width` millimetres wide, and its caption line if it has one."""
    picture = _picture(use, draft)
    if picture is None:
        shown = run(draft.labels.missing, Style.LABEL)
    else:
        shown = el("w:r", None, [el("w:drawing", None, [_inline(use, picture, draft, width)])])
    caption = _caption(use, draft)
    return [paragraph(Style.PHOTO, [shown]), *([caption] if caption is not None else [])]


def _picture(use: Photo, draft: Draft) -> Picture | None:
    source = draft.context.photos.get(use.photo)
    return clean_picture(source.read()) if source else None


def _inline(use: Photo, picture: Picture, draft: Draft, width: float) -> Element:
    from docx.oxml.shape import CT_Inline
    from docx.shared import Emu

    draft.pictures += 1
    relation, _ = draft.part.get_or_add_image(BytesIO(picture.data))
    across, down = _size(picture, use.crop, width, draft.preset.photo_height)
    name = f"{draft.labels.figure} {draft.pictures}"
    inline = CT_Inline.new_pic_inline(draft.pictures, relation, name, Emu(across), Emu(down))
    inline.docPr.set("descr", legal(use.alt))
    for side in _SIDES:
        inline.set(side, "0")
    if use.crop is not None:
        fill = next(inline.iter(clark("pic:blipFill")))
        fill.insert(1, _source_rectangle(use.crop))
    element: Element = inline
    return element


def _size(picture: Picture, crop: Crop | None, width: float, height: float) -> tuple[int, int]:
    """Width and height in EMU of what is shown, within the limits, never blown up."""
    shown = crop or Crop()
    across = picture.width * max(shown.right - shown.left, 0.01)
    down = picture.height * max(shown.bottom - shown.top, 0.01)
    natural = across / _SCREEN_PPI * 25.4
    fit = min(natural, width, height * across / down)
    return round(fit * _EMU_PER_MM), round(fit * down / across * _EMU_PER_MM)


def _source_rectangle(crop: Crop) -> Element:
    return el(
        "a:srcRect",
        {
            "l": round(crop.left * _WHOLE),
            "t": round(crop.top * _WHOLE),
            "r": _WHOLE - round(crop.right * _WHOLE),
            "b": _WHOLE - round(crop.bottom * _WHOLE),
        },
    )


def _caption(use: Photo, draft: Draft) -> Element | None:
    if not use.caption and not use.credit:
        return None
    draft.figures += 1
    number = [
        run(f"{draft.labels.figure} ", Style.LABEL),
        *field_runs(f"SEQ {draft.labels.figure} \\* ARABIC", str(draft.figures), Style.LABEL),
        run(". ", Style.LABEL),
    ]
    words = text_runs(use.caption, draft)
    return paragraph(Style.CAPTION, [*number, *words, *_credit(use.credit, draft)])


def _credit(credit: str, draft: Draft) -> list[Element]:
    """The credit after its label, which is left out where the credit itself begins with it."""
    if not credit:
        return []
    whole = credit_line(credit, draft.context.paper)
    label = whole.removesuffix(credit.strip()).rstrip()
    lead = f" {label} " if label else " "
    return [run(lead, Style.LABEL), run(credit, Style.CREDIT)]
