"""Drawings of a Word file: pictures and text boxes, of DrawingML and of the older VML."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom.domain.document import Crop
from newsroom.formats.docx.archive import Relation
from newsroom.formats.docx.elements import clark
from newsroom.formats.docx.nodes import Picture

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WHOLE = 100_000


@dataclass(slots=True)
class Drawing:
    """What a drawing holds. `outside` counts pictures that lie on other computers.

    `is_object` is 1 for a chart, a diagram or the like, 0 for a mere line or shape.
    """

    pictures: list[Picture] = field(default_factory=list)
    boxes: list["Element"] = field(default_factory=list)
    outside: int = 0
    is_object: int = 0


def read_drawing(element: "Element", relations: Mapping[str, Relation]) -> Drawing:
    """A `w:drawing` or `w:pict`, taken apart; what is in a text box stays in the box."""
    drawing = Drawing()
    alt = _description(element)
    for part in _outer(element):
        if part.tag == clark("w:txbxContent"):
            drawing.boxes.append(part)
        elif part.tag == clark("a:blip"):
            _add_picture(drawing, relations, part.get(clark("r:embed")), alt, _crop(part))
            drawing.outside += (
                clark("r:link") in part.attrib and clark("r:embed") not in part.attrib
            )
        elif part.tag == f"{_VML}imagedata":
            name = part.get(clark("r:id")) or part.get(f"{_OFFICE}relid")
            _add_picture(drawing, relations, name, part.get(f"{_OFFICE}title", ""), None)
        elif part.tag == clark("a:graphicData"):
            kind = part.get("uri", "").rpartition("/")[2]
            drawing.is_object = int(kind in ("chart", "diagram", "chartex"))
    return drawing


def _outer(element: "Element") -> Iterator["Element"]:
    """The descendants in order, but not those inside text boxes or fallbacks."""
    for child in element:
        if child.tag == f"{_COMPATIBILITY}Fallback":
            continue
        yield child
        if child.tag != clark("w:txbxContent"):
            yield from _outer(child)


def _add_picture(
    drawing: Drawing,
    relations: Mapping[str, Relation],
    name: str | None,
    alt: str,
    crop: Crop | None,
) -> None:
    relation = relations.get(name or "")
    if relation is None:
        return
    if relation.external:
        drawing.outside += 1
    else:
        drawing.pictures.append(Picture(part=relation.target, alt=alt, crop=crop))


def _description(element: "Element") -> str:
    properties = next(element.iter(clark("wp:docPr")), None)
    return "" if properties is None else properties.get("descr", "")


def _crop(blip: "Element") -> Crop | None:
    """The crop stated beside a picture; None when it shows all, or nothing."""
    fill = blip.getparent()
    rectangle = None if fill is None else fill.find(clark("a:srcRect"))
    if rectangle is None or not rectangle.attrib:
        return None
    left, top, right, bottom = (_cut_off(rectangle.get(side, "0")) for side in "ltrb")
    if left + right >= _WHOLE or top + bottom >= _WHOLE:
        return None
    return Crop(
        left=left / _WHOLE,
        top=top / _WHOLE,
        right=(_WHOLE - right) / _WHOLE,
        bottom=(_WHOLE - bottom) / _WHOLE,
    )


def _cut_off(value: str) -> int:
    """Thousandths of a percent; Word also writes negative ones, for a frame around."""
    if not value.isdecimal() or len(value) > 6:
        return 0
    return min(int(value), _WHOLE)
