"""Which inks, how many, how much of them; and transparency."""

from newsroom.press.preflight.colours import Ink, Kind, Space
from newsroom.press.preflight.marks import Image, Mark, PageMarks, Path, Shading, Text
from newsroom.press.preflight.rules.collecting import Collector

_PROCESS = {"Cyan", "Magenta", "Yellow", "Black", "None", "All"}
_RGB_RULE = {Text: "rgb-text", Path: "rgb-vector", Shading: "rgb-vector", Image: "rgb-image"}
_NOT_INKS = {Kind.RGB, Kind.LAB}


def check_colour(found: Collector) -> None:
    """Every mark's colours; marks outside the page (crop marks, colour bars) are the printer's."""
    for page in found.file.pages:
        for mark in page.marks:
            if not mark.box.meets(page.boxes.bleed or page.boxes.final) and not _is_thin(mark):
                continue
            for space in set(_spaces(mark)):
                _check_space(found, page, mark, space)
            for ink in set(_inks(mark)):
                _check_ink(found, page, mark, ink)
        _check_transparency(found, page)


def _is_thin(mark: Mark) -> bool:
    """A line has no area to meet anything with, wherever it lies."""
    return isinstance(mark, Path) and 0 in {mark.box.width, mark.box.height}


def _inks(mark: Mark) -> tuple[Ink, ...]:
    return mark.inks if isinstance(mark, Text | Path) else ()


def _spaces(mark: Mark) -> tuple[Space, ...]:
    if isinstance(mark, Image):
        return (mark.state.fill.space,) if mark.is_mask else (mark.space,)
    if isinstance(mark, Shading):
        return (mark.space,)
    return tuple(ink.space for ink in mark.inks)


def _check_space(found: Collector, page: PageMarks, mark: Mark, space: Space) -> None:
    if space.kind in _NOT_INKS:
        found.add(_RGB_RULE[type(mark)], page=page.number, place=mark.box)
    elif space.calibrated and found.file.is_x1a:
        found.add("calibrated-colour", page=page.number, place=mark.box)
    for plate in space.plates:
        if plate not in _PROCESS:
            found.add("spot-colour", page=page.number, place=mark.box, plate=plate)


def _check_ink(found: Collector, page: PageMarks, mark: Mark, ink: Ink) -> None:
    inside = mark.box.meets(page.boxes.final)
    if ink.space.kind is Kind.ALL:
        if inside:
            found.add("registration-colour", page=page.number, place=mark.box)
    elif ink.coverage > found.limits.ink + 0.5:
        found.add(
            "ink-total",
            page=page.number,
            place=mark.box,
            ink=round(ink.coverage),
            limit=round(found.limits.ink),
        )


def _check_transparency(found: Collector, page: PageMarks) -> None:
    clear = [m for m in page.marks if m.state.is_transparent or _has_soft_mask(m)]
    if found.file.is_x1a:
        for mark in clear:
            found.add("transparency", page=page.number, place=mark.box)
        if page.has_group and not clear:
            found.add("transparency", page=page.number)
    elif clear and not _blends_in_cmyk(found, page):
        found.add("blending-space", page=page.number)


def _blends_in_cmyk(found: Collector, page: PageMarks) -> bool:
    """A page that names no blending space takes the output intent's (ISO 32000-1, 11.4.7)."""
    if page.group_space is None:
        return bool(found.file.standard)
    return page.group_space.kind is Kind.CMYK


def _has_soft_mask(mark: Mark) -> bool:
    return isinstance(mark, Image) and mark.has_soft_mask
