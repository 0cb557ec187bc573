"""The frame of a style in `styles.xml`."""

from collections.abc import Sequence

from newsroom.formats.docx.elements import Element, el, val
from newsroom.formats.docx.names import NAMES, Style


def style_element(
    kind: str,
    style_id: str,
    name: str,
    *,
    alias: str = "",
    based: str = "",
    following: str = "",
    default: bool = False,
    primary: bool = False,
    rest: Sequence[Element | None] = (),
) -> Element:
    """A `w:style`; `rest` are its properties in the schema's order."""
    attributes = {"w:type": kind, "w:styleId": style_id}
    return el(
        "w:style",
        attributes | ({"w:default": "1"} if default else {}),
        [
            val("w:name", name),
            val("w:aliases", alias) if alias else None,
            val("w:basedOn", based) if based else None,
            val("w:next", following) if following else None,
            el("w:qFormat") if primary else None,
            *rest,
        ],
    )


def house_style(
    kind: str,
    style: Style,
    *,
    based: str = "",
    following: str = "",
    rest: Sequence[Element | None],
) -> Element:
    """One of our styles under its names; those that Word has not are marked as custom."""
    name = NAMES[style]
    element = style_element(
        kind,
        style,
        name.name,
        alias=name.alias,
        based=based,
        following=following,
        primary=style is not Style.GAP,
        rest=rest,
    )
    if name.name not in _BUILT_IN:
        element.set(_CUSTOM, "1")
    return element


_BUILT_IN = {"Title", "Body Text", "heading 2", "Quote", "List Bullet", "List Number", "caption"}
_CUSTOM = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}customStyle"
