"""Letters and lines: fonts, sizes, black that prints as black."""

from newsroom.press.preflight.colours import Ink
from newsroom.press.preflight.marks import Image, PageMarks, Path, Shading, State, Text
from newsroom.press.preflight.report import Box
from newsroom.press.preflight.rules.collecting import Collector

_SMALL_INKS = 9.0
"""Below this size, in points, text in three inks or more shows every error of register."""
_LARGE = 24.0
"""From this size on black letters may carry other inks."""
_INVISIBLE = 3


def check_text(found: Collector) -> None:
    """Fonts and strings of every page."""
    for page in found.file.pages:
        _check_fonts(found, page)
        below: list[Path | Image | Shading] = []
        for mark in page.marks:
            if isinstance(mark, Text):
                _check_string(found, page, mark)
                _check_overprint(found, page, mark, below)
            else:
                below.append(mark)
            if isinstance(mark, Path):
                _check_line(found, page, mark)


def _check_fonts(found: Collector, page: PageMarks) -> None:
    for name, font in page.fonts.items():
        if not font.embedded:
            found.add("font-not-embedded", page=page.number, font=name)
        elif not font.subset:
            found.add("font-not-subset", page=page.number, font=name)
        if font.kind == "Type3":
            found.add("font-type3", page=page.number, font=name)
        if not font.readable:
            found.add("text-unreadable", page=page.number, font=name)


def _check_string(found: Collector, page: PageMarks, text: Text) -> None:
    where = (page.number, text.box)
    if text.missing and text.state.font is not None:
        found.add("glyph-missing", *where, font=text.state.font.name)
    if text.state.mode == _INVISIBLE:
        found.add("text-invisible", *where)
        return
    if 0 < text.size < found.limits.least_text - 0.005:
        found.add("text-small", *where, size=_points(text.size), limit=found.limits.least_text)
    for ink in text.inks:
        _check_ink(found, text, ink, where)


def _check_ink(found: Collector, text: Text, ink: Ink, where: tuple[int, Box]) -> None:
    used = sum(share > 0.05 for share in ink.plates().values())
    if ink.space.kind == "all":
        return
    if ink.is_rich_black and text.size < _LARGE:
        found.add("rich-black-text", *where, size=_points(text.size))
    elif used >= 3 and text.size < _SMALL_INKS:
        found.add("small-text-inks", *where, size=_points(text.size), inks=used)


def _check_overprint(
    found: Collector, page: PageMarks, text: Text, below: list[Path | Image | Shading]
) -> None:
    """Black on a tint or a photo must overprint, white anywhere must not."""
    state = text.state
    if any(ink.is_paper for ink in text.inks) and _vanishes(state):
        found.add("white-overprint", page=page.number, place=text.box)
    if not any(ink.is_black_alone for ink in text.inks) or _overprints(state):
        return
    if any(_is_inked(mark) and mark.box.meets(text.box) for mark in below):
        found.add("black-knockout", page=page.number, place=text.box)


def _vanishes(state: State) -> bool:
    """White in CMYK vanishes in overprint mode 1, a tint of 0 % always (ISO 32000-1, 11.7.4.3)."""
    return state.overprints_fill and (state.overprint_mode == 1 or state.fill.space.kind == "spot")


def _overprints(state: State) -> bool:
    """Gray overprints nothing: it paints all four plates (ISO 32000-1, 8.6.7)."""
    return (
        state.overprints_fill
        and state.fill.space.kind != "gray"
        and (state.overprint_mode == 1 or state.fill.space.kind == "spot")
    )


def _is_inked(mark: Path | Image | Shading) -> bool:
    if not isinstance(mark, Path):
        return True
    inks = [mark.state.fill] if mark.filled else []
    return any(
        share > 0.01 for ink in inks for name, share in ink.plates().items() if name != "Black"
    )


def _check_line(found: Collector, page: PageMarks, path: Path) -> None:
    where = (page.number, path.box)
    if path.filled and path.state.fill.is_paper and _vanishes(path.state):
        found.add("white-overprint", *where)
    width = path.width if path.stroked else min(path.box.width, path.box.height)
    if (path.stroked or (path.filled and max(path.box.width, path.box.height) > 4)) and (
        width < found.limits.hairline - 0.005
    ):
        found.add("hairline", *where, width=_points(width), limit=_points(found.limits.hairline))


def _points(size: float) -> str:
    return f"{size:.2f}".rstrip("0").rstrip(".")
