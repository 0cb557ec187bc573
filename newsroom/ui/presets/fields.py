"""The fields of a print preset as data: their groups, words and units.

Limits and kinds come from the preset itself (`newsroom.press.preset`), so that there is one place
that knows them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, get_type_hints

from newsroom.i18n import N_, _
from newsroom.press.preset import Preset


@dataclass(frozen=True, slots=True)
class Field:
    """`key` is that of the preset (`page.top`). A `share` is shown in per cent.

    `zero` are the words for 0 where it means something of its own.
    """

    key: str
    words: str
    unit: str = ""
    share: bool = False
    zero: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Fields under a title."""

    title: str
    fields: tuple[Field, ...]


_MM, _PT = "mm", "pt"

GROUPS = (
    Group(
        N_("Sheet and margins"),
        (
            Field("page.format", N_("Format")),
            Field("page.width", N_("Width of its own"), _MM, zero=N_("as the format")),
            Field("page.height", N_("Height of its own"), _MM, zero=N_("as the format")),
            Field("page.top", N_("Margin at the top"), _MM),
            Field("page.bottom", N_("Margin at the foot"), _MM),
            Field("page.left", N_("Margin at the left"), _MM),
            Field("page.right", N_("Margin at the right"), _MM),
        ),
    ),
    Group(
        N_("Columns"),
        (
            Field("columns.count", N_("Number of columns")),
            Field("columns.gutter", N_("Space between columns"), _MM),
            Field("columns.rule", N_("Hairline between columns")),
            Field("columns.balance", N_("Columns of the last page end level")),
        ),
    ),
    Group(
        N_("Text"),
        (
            Field("body.size", N_("Type size"), _PT),
            Field("body.leading", N_("Leading"), _PT),
            Field("body.grid", N_("Step of the grid"), _PT),
            Field("body.gap", N_("Space between paragraphs"), _PT),
            Field("body.indent", N_("Indent"), _MM),
            Field("body.first_indent", N_("The first paragraph is indented too")),
            Field("body.justify", N_("Lines end level")),
            Field("body.drop_cap", N_("Lines of the drop cap"), zero=N_("no drop cap")),
            Field("body.letter_width", N_("Letters may grow or shrink by"), "%", share=True),
            Field("body.letter_space", N_("Letters may move by"), N_("% of an em"), share=True),
            Field("body.tightness", N_("Leading of other lines, times")),
        ),
    ),
    Group(
        N_("Headline"),
        (
            Field("headline.largest", N_("Largest size"), _PT),
            Field("headline.smallest", N_("Smallest size"), _PT),
            Field("headline.lines", N_("Lines at most")),
            Field("headline.lede_columns", N_("Columns of the lede"), zero=N_("all")),
        ),
    ),
    Group(
        N_("Photos"),
        (
            Field("photos.ppi", N_("Resolution"), "ppi"),
            Field("photos.height", N_("Height at most"), N_("% of the page"), share=True),
            Field("photos.lead_columns", N_("Columns of the first photo"), zero=N_("all")),
            Field("photos.float_columns", N_("Columns of other photos")),
            Field("photos.cut", N_("May be cut by"), N_("% of its height"), share=True),
        ),
    ),
    Group(
        N_("Colours and file"),
        (
            Field("colour", N_("Colours")),
            Field("output.standard", N_("Standard")),
            Field("output.icc", N_("Colour profile")),
            Field("output.condition", N_("Its name in the registry")),
            Field("output.ink_limit", N_("All inks at most"), "%"),
            Field("output.bleed", N_("Bleed"), _MM),
            Field("output.marks", N_("Crop and register marks")),
            Field("output.tagged", N_("Structure for screen readers")),
        ),
    ),
    Group(
        N_("Header and footer"),
        (
            Field("header", N_("Header")),
            Field("footer", N_("Footer")),
            Field("words.jump", N_("Words where a column breaks off")),
            Field("words.continued", N_("Words where it goes on")),
            Field("words.source", N_("Words before the source")),
            Field("words.number", N_("Words of the page number")),
            Field("words.date", N_("Form of the date")),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Shape:
    """What kind of value a field takes, and its bounds where it is a number."""

    kind: type
    least: float = 0.0
    most: float = 0.0


def shapes() -> Mapping[str, Shape]:
    """The shape of every field there is, by key."""
    return {field.key: _shape(Preset, field.key) for group in GROUPS for field in group.fields}


def _shape(record: Any, key: str) -> Shape:
    name, _dot, rest = key.partition(".")
    kind = get_type_hints(record)[name]
    if rest:
        return _shape(kind, rest)
    limits = next(each.metadata for each in fields(record) if each.name == name)
    return Shape(kind, limits.get("least", 0.0), limits.get("most", 0.0))


def choice_words(choice: StrEnum) -> str:
    """What a value of a choice is called; trade names stay as they are."""
    known = {
        "rgb": _("Screen colours (RGB)"),
        "cmyk": _("Four inks (CMYK)"),
        "x4": "PDF/X-4",
        "x1a": "PDF/X-1a",
        "masthead": _("Masthead and folio"),
        "site": _("The paper's name"),
        "page-number": _("Page number"),
        "source": _("Source and page number"),
        "depth": _("Depth of the text"),
        "none": _("Without"),
    }
    return known.get(choice.value, choice.value[:1].upper() + choice.value[1:])
