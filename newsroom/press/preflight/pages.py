"""A page of a PDF, read for the rules: its boxes, and every mark on it."""

from typing import Any

from pikepdf import Array, Dictionary, Page

from newsroom.press.preflight.colours import space_of
from newsroom.press.preflight.content import ContentWalker
from newsroom.press.preflight.marks import Boxes, PageMarks, State
from newsroom.press.preflight.report import Box

_LETTER = Box(0, 0, 612, 792)
_DEEPEST_TREE = 32


def walk(page: Page, number: int) -> PageMarks:
    """All marks of a page. What cannot be read is told as a fault, the rest is still walked."""
    found = PageMarks(number=number, boxes=_boxes(page.obj))
    resources: Any = _inherited(page.obj, "/Resources")
    if not isinstance(resources, Dictionary):
        resources = Dictionary()
    _read_group(page.obj, resources, found)
    unit = float(page.obj.get("/UserUnit", 1))
    found.user_unit = unit
    state = State(matrix=(unit, 0.0, 0.0, unit, 0.0, 0.0))
    ContentWalker(found, resources, state).run(page.obj, _contents(page.obj))
    return found


def boxes_and_turn(page: Page) -> tuple[Boxes, int]:
    """The boxes of a page as they are written, and how far it is turned: 0, 90, 180 or 270."""
    turn = _inherited(page.obj, "/Rotate")
    right = isinstance(turn, int) and turn % 90 == 0
    return _boxes(page.obj), turn % 360 if right else 0


def _contents(page: Any) -> list[Any]:
    contents = page.get("/Contents")
    if contents is None:
        return []
    return list(contents) if isinstance(contents, Array) else [contents]


def _read_group(page: Any, resources: Any, found: PageMarks) -> None:
    group = page.get("/Group")
    if group is None or str(group.get("/S", "")) != "/Transparency":
        return
    found.has_group = True
    if "/CS" in group:
        found.group_space = space_of(group.CS, resources.get("/ColorSpace"))


def _boxes(page: Any) -> Boxes:
    return Boxes(
        media=_box(_inherited(page, "/MediaBox")) or _LETTER,
        crop=_box(_inherited(page, "/CropBox")),
        bleed=_box(page.get("/BleedBox")),
        trim=_box(page.get("/TrimBox")),
        art=_box(page.get("/ArtBox")),
    )


def _inherited(page: Any, key: str) -> Any:
    for _ in range(_DEEPEST_TREE):
        if page is None:
            return None
        if key in page:
            return page[key]
        page = page.get("/Parent")
    return None


def _box(value: Any) -> Box | None:
    if not isinstance(value, Array) or len(value) != 4:
        return None
    try:
        x1, y1, x2, y2 = (float(each) for each in value)
    except (TypeError, ValueError):
        return None
    return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
