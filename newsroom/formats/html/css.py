"""The few properties of inline styles that carry meaning."""

from dataclasses import replace
from functools import lru_cache

from newsroom.domain.document import Mark
from newsroom.formats.html.runs import Style

_MARKS_OF_TAGS = {
    "b": Mark.BOLD,
    "strong": Mark.BOLD,
    "i": Mark.ITALIC,
    "em": Mark.ITALIC,
    "cite": Mark.ITALIC,
    "var": Mark.ITALIC,
    "dfn": Mark.ITALIC,
    "u": Mark.UNDERLINE,
    "ins": Mark.UNDERLINE,
    "s": Mark.STRIKE,
    "strike": Mark.STRIKE,
    "del": Mark.STRIKE,
    "sup": Mark.SUPERSCRIPT,
    "sub": Mark.SUBSCRIPT,
}


@lru_cache(maxsize=4096)
def properties(style: str) -> dict[str, str]:
    """The declarations of a `style` attribute, names and values in lower case."""
    pairs = (part.split(":", 1) for part in style.lower().split(";"))
    return {pair[0].strip(): pair[1].strip() for pair in pairs if len(pair) == 2}


def styled(style: Style, tag: str, css: str) -> Style:
    """`style` inside an element `tag` whose `style` attribute is `css`."""
    marks = set(style.marks)
    if tag in _MARKS_OF_TAGS:
        marks.add(_MARKS_OF_TAGS[tag])
    if css:
        _apply(marks, properties(css))
    if style.link:
        marks.discard(Mark.UNDERLINE)
    if marks == style.marks:
        return style
    return replace(style, marks=frozenset(marks))


def _apply(marks: set[Mark], css: dict[str, str]) -> None:
    _set(marks, Mark.BOLD, _is_bold(css.get("font-weight", "")))
    slant = css.get("font-style", "")
    _set(marks, Mark.ITALIC, {"italic": True, "oblique": True, "normal": False}.get(slant))
    lines = css.get("text-decoration", "") + css.get("text-decoration-line", "")
    _set(marks, Mark.UNDERLINE, "underline" in lines or None)
    _set(marks, Mark.STRIKE, "line-through" in lines or None)
    if "none" in lines:
        marks.discard(Mark.UNDERLINE)
    level = css.get("vertical-align", "")
    _set(marks, Mark.SUPERSCRIPT, level == "super" or None)
    _set(marks, Mark.SUBSCRIPT, level == "sub" or None)


def _set(marks: set[Mark], mark: Mark, wanted: bool | None) -> None:
    if wanted is True:
        marks.add(mark)
    elif wanted is False:
        marks.discard(mark)


def _is_bold(weight: str) -> bool | None:
    if weight in ("bold", "bolder"):
        return True
    if weight in ("normal", "lighter"):
        return False
    return int(weight) >= 600 if weight.isdigit() else None


def is_hidden(css: str) -> bool:
    """Whether the element is not shown."""
    found = properties(css)
    return (
        found.get("display") == "none" or found.get("visibility") == "hidden" or "mso-hide" in found
    )
