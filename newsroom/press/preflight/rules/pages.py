"""The page as a sheet: its boxes, its bleed, what lies on it besides ink."""

from typing import Any

from newsroom.press.preflight.marks import Fault, Image, PageMarks, Path, Shading, Text
from newsroom.press.preflight.report import Box
from newsroom.press.preflight.rules.collecting import Collector

_MM = 72 / 25.4
_EDGE = 0.6
"""How near to the cut, in points, something must end to count as ending there."""
_FAULTS = {
    Fault.UNREADABLE: "content-unreadable",
    Fault.UNBALANCED: "content-unbalanced",
    Fault.TOO_LARGE: "content-too-large",
    Fault.TOO_DEEP: "content-too-large",
    Fault.POSTSCRIPT: "postscript",
    Fault.TRANSFER: "transfer",
}
_PRINTERS_OWN = {"/PrinterMark", "/TrapNet"}


def check_pages(found: Collector) -> None:
    """Boxes and contents of every page."""
    for page in found.file.pages:
        _check_boxes(found, page)
        _check_edge(found, page)
        _check_annotations(found, page)
        for fault in page.faults:
            found.add(_FAULTS[fault], page=page.number)
        if not any(_shows(mark) for mark in page.marks):
            found.add("page-blank", page=page.number)
        if page.user_unit != 1:
            found.add("page-scaled", page=page.number, unit=page.user_unit)
    _check_sizes(found)


def _check_boxes(found: Collector, page: PageMarks) -> None:
    boxes = page.boxes
    if boxes.trim is None and boxes.art is None:
        found.add("trim-missing", page=page.number)
        return
    if boxes.trim is not None and boxes.art is not None:
        found.add("trim-and-art", page=page.number)
    final = boxes.final
    bleed = boxes.bleed or boxes.crop or boxes.media
    if not (boxes.media.holds(bleed) and bleed.holds(final)):
        found.add("boxes-nesting", page=page.number)
    around = _margin(final, boxes.bleed) if boxes.bleed else 0.0
    if around < found.limits.bleed - 0.05:
        found.add(
            "bleed-missing",
            page=page.number,
            millimetres=_mm(around),
            wanted=_mm(found.limits.bleed),
        )


def _margin(inner: Box, outer: Box) -> float:
    """The least distance from the edges of one box to those of the one around it."""
    return min(
        inner.left - outer.left,
        inner.bottom - outer.bottom,
        outer.right - inner.right,
        outer.top - inner.top,
    )


def _check_edge(found: Collector, page: PageMarks) -> None:
    """Areas and pictures that stop at the cut; text that comes too near to it."""
    trim = page.boxes.trim
    if trim is None:
        return
    for mark in page.marks:
        if not _shows(mark) or not mark.box.meets(trim):
            continue
        near = _margin(mark.box, trim)
        if isinstance(mark, Text):
            if near < found.limits.safe_margin - _EDGE:
                found.add(
                    "near-trim",
                    page=page.number,
                    place=mark.box,
                    millimetres=_mm(near),
                    wanted=_mm(found.limits.safe_margin),
                )
        elif _ends_at_cut(mark.box, trim, page.boxes.bleed or trim):
            found.add("bleed-short", page=page.number, place=mark.box)


def _ends_at_cut(box: Box, trim: Box, bleed: Box) -> bool:
    pairs = (
        (trim.left - box.left, trim.left - bleed.left),
        (trim.bottom - box.bottom, trim.bottom - bleed.bottom),
        (box.right - trim.right, bleed.right - trim.right),
        (box.top - trim.top, bleed.top - trim.top),
    )
    return any(-_EDGE <= over < min(wanted, 2.83) - 0.05 for over, wanted in pairs)


def _shows(mark: Text | Path | Image | Shading) -> bool:
    """Whether a mark leaves ink: white and invisible ones do not."""
    match mark:
        case Text() | Path():
            return any(not ink.is_paper for ink in mark.inks)
        case _:
            return True


def _check_annotations(found: Collector, page: PageMarks) -> None:
    inside = page.boxes.bleed or page.boxes.final
    entries: Any = found.file.pdf.pages[page.number - 1].obj.get("/Annots", ())
    for annotation in entries:
        if str(annotation.get("/Subtype", "")) in _PRINTERS_OWN:
            continue
        x1, y1, x2, y2 = (float(each) for each in annotation.get("/Rect", (0, 0, 0, 0)))
        place = Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        if place.meets(inside) or place.width == 0 == place.height:
            found.add("annotations", page=page.number, place=place)


def _check_sizes(found: Collector) -> None:
    if not found.file.pages:
        return
    first = found.file.pages[0].boxes.final
    for page in found.file.pages[1:]:
        size = page.boxes.final
        if abs(size.width - first.width) > 1 or abs(size.height - first.height) > 1:
            found.add("page-sizes", page=page.number, size=_size(size), first=_size(first))


def _size(box: Box) -> str:
    return f"{box.width / _MM:.0f} × {box.height / _MM:.0f}"


def _mm(points: float) -> str:
    return f"{points / _MM:.1f}".removesuffix(".0")
