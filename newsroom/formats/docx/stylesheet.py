"""The styles of a Word file, made from the house's style sheet so that no rule is written twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.domain.paper import PaperSettings
from newsroom.domain.style import Align, Family, Ink, Role, RoleStyle, StyleSheet
from newsroom.formats.docx.elements import TWIPS_PER_POINT, Element, el, twips, val
from newsroom.formats.docx.names import NAMES, Style
from newsroom.formats.docx.presets import Furniture, WordPreset

_SINGLE = 240
"""Word's `w:line` for single spacing (`lineRule` auto)."""
_NATURAL = 1.15
"""What a single-spaced line of Times New Roman or Arial takes, in ems."""
_BOLD_FROM = 600
_JUSTIFICATION = {
    Align.LEFT: "left",
    Align.CENTRE: "center",
    Align.RIGHT: "right",
    Align.JUSTIFY: "both",
}
_LINE_COLOUR = "BFB9AC"
_BOX_COLOUR = "F6F4EF"
_LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """A paragraph style: the role it is made from and how it behaves on the page."""

    style: Style
    role: Role
    following: Style
    keep_next: bool = False
    first_line: bool = False
    outline: int | None = None
    flush: bool = False


_LOOKS = (
    _Look(style=Style.KICKER, role=Role.KICKER, following=Style.TITLE, keep_next=True),
    _Look(style=Style.TITLE, role=Role.HEADLINE, following=Style.LEDE, keep_next=True, outline=0),
    _Look(style=Style.LEDE, role=Role.LEDE, following=Style.BODY),
    _Look(
        style=Style.DATELINE,
        role=Role.QUOTE_SOURCE,
        following=Style.BODY,
        keep_next=True,
        flush=True,
    ),
    _Look(style=Style.BODY, role=Role.PARAGRAPH, following=Style.BODY, first_line=True),
    _Look(style=Style.HEADING, role=Role.HEADING, following=Style.BODY, keep_next=True, outline=1),
    _Look(style=Style.QUOTE, role=Role.QUOTE, following=Style.BODY),
    _Look(style=Style.QUOTE_SOURCE, role=Role.QUOTE_SOURCE, following=Style.BODY),
    _Look(style=Style.BULLET, role=Role.LIST, following=Style.BULLET),
    _Look(style=Style.NUMBER, role=Role.LIST, following=Style.NUMBER),
    _Look(style=Style.PHOTO, role=Role.CAPTION, following=Style.CAPTION, keep_next=True),
    _Look(style=Style.CAPTION, role=Role.CAPTION, following=Style.BODY),
    _Look(style=Style.TABLE_TEXT, role=Role.TABLE, following=Style.TABLE_TEXT),
    _Look(style=Style.TABLE_HEADER, role=Role.TABLE_HEADER, following=Style.TABLE_TEXT),
    _Look(style=Style.BOX_TITLE, role=Role.BOX_TITLE, following=Style.BOX_TEXT, keep_next=True),
    _Look(style=Style.BOX_TEXT, role=Role.BOX, following=Style.BOX_TEXT),
    _Look(style=Style.BYLINE, role=Role.BYLINE, following=Style.BYLINE),
)


def language_tag(language: str) -> str:
    """`vi` → `vi-VN`: the tag by which Word picks its proofing tools."""
    return _LANGUAGES.get(language, language)


def font_name(family: Family, preset: WordPreset, sheet: StyleSheet) -> str:
    """The font of a family: the preset's, or else the house's own."""
    return preset.fonts.get(family) or sheet.fonts[family]


def fonts_element(font: str) -> Element:
    """`w:rFonts` with all four scripts set, so that no theme font shows through."""
    scripts = ("ascii", "hAnsi", "eastAsia", "cs")
    return el("w:rFonts", {f"w:{script}": font for script in scripts})


def styles_element(
    preset: WordPreset, house: StyleSheet, paper: PaperSettings, language: str
) -> Element:
    """The root of `styles.xml` for a document in `language` (`vi`, `en` or another tag)."""
    return _Sheet(preset, preset.sheet(house), paper).root(language)


@dataclass(frozen=True, slots=True)
class _Sheet:
    preset: WordPreset
    sheet: StyleSheet
    paper: PaperSettings

    def root(self, language: str) -> Element:
        return el("w:styles", None, [self._defaults(language), *self._styles()])

    def _defaults(self, language: str) -> Element:
        tag = language_tag(language)
        text = el(
            "w:rPr",
            None,
            [
                fonts_element(font_name(Family.TEXT, self.preset, self.sheet)),
                val("w:color", self._colour(Ink.PRIMARY)),
                *_sizes(self.preset.body),
                el("w:lang", {"w:val": tag, "w:eastAsia": tag, "w:bidi": "ar-SA"}),
            ],
        )
        spacing = el("w:spacing", {"w:after": 0, "w:line": _SINGLE, "w:lineRule": "auto"})
        return el(
            "w:docDefaults",
            None,
            [
                el("w:rPrDefault", None, [text]),
                el("w:pPrDefault", None, [el("w:pPr", None, [spacing])]),
            ],
        )

    def _styles(self) -> Iterator[Element]:
        yield _style("paragraph", "Normal", "Normal", default=True, primary=True)
        yield _style("character", "DefaultParagraphFont", "Default Paragraph Font", default=True)
        yield _style("table", "TableNormal", "Normal Table", default=True, rest=[_plain_table()])
        yield _style("numbering", "NoList", "No List", default=True)
        for look in _LOOKS:
            yield self._paragraph_style(look)
        yield self._gap()
        yield from self._margin_styles()
        yield from self._character_styles()
        yield from self._comment_styles()
        yield self._table_style()
        yield self._box_style()

    def _paragraph_style(self, look: _Look) -> Element:
        role = self.sheet[look.role]
        return _house_style(
            "paragraph",
            look.style,
            based="Normal",
            following=look.following,
            rest=[self._layout(look, role), self._type(role)],
        )

    def _layout(self, look: _Look, role: RoleStyle) -> Element:
        before, after = self._spaces(look, role)
        line = _SINGLE if look.style is Style.PHOTO else round(role.leading / _NATURAL * _SINGLE)
        return el(
            "w:pPr",
            None,
            [
                el("w:keepNext") if look.keep_next else None,
                el("w:keepLines") if look.keep_next else None,
                el("w:widowControl"),
                el(
                    "w:spacing",
                    {"w:before": before, "w:after": after, "w:line": line, "w:lineRule": "auto"},
                ),
                self._indent(look, role),
                val("w:jc", _JUSTIFICATION[role.align]),
                None if look.outline is None else val("w:outlineLvl", look.outline),
            ],
        )

    def _spaces(self, look: _Look, role: RoleStyle) -> tuple[int, int]:
        """A caption also carries the credit, a photo stands off the text like one."""
        credit = self.sheet[Role.CREDIT]
        match look.style:
            case Style.PHOTO:
                return self._ems(credit.space_after), 0
            case Style.CAPTION:
                after = max(role.space_after, credit.space_after)
                return self._ems(role.space_before), self._ems(after)
            case _:
                return self._ems(role.space_before), self._ems(role.space_after)

    def _indent(self, look: _Look, role: RoleStyle) -> Element | None:
        if look.first_line:
            return el("w:ind", {"w:firstLine": twips(self.preset.first_line)})
        if look.flush or not role.indent:
            return None
        return el("w:ind", {"w:left": self._ems(role.indent)})

    def _ems(self, ems: float) -> int:
        return round(ems * self.preset.body * TWIPS_PER_POINT)

    def _type(self, role: RoleStyle) -> Element:
        bold = role.weight >= _BOLD_FROM
        return el(
            "w:rPr",
            None,
            [
                fonts_element(font_name(role.family, self.preset, self.sheet)),
                *(el(tag) for tag in ("w:b", "w:bCs") if bold),
                *(el(tag) for tag in ("w:i", "w:iCs") if role.italic),
                el("w:caps") if role.caps else None,
                val("w:color", self._colour(role.ink)),
                *_sizes(role.size * self.preset.body),
            ],
        )

    def _colour(self, ink: Ink) -> str:
        return self.preset.inks.get(ink) or self.paper.accent_colour.lstrip("#").upper()

    def _gap(self) -> Element:
        """The thin paragraph that Word needs between two tables and after a table in a box."""
        spacing = el("w:spacing", {"w:after": 0, "w:line": 200, "w:lineRule": "exact"})
        layout = el("w:pPr", None, [spacing])
        text = el("w:rPr", None, [*_sizes(4)])
        return _house_style("paragraph", Style.GAP, based="Normal", rest=[layout, text])

    def _margin_styles(self) -> Iterator[Element]:
        """Header and footer: small, the second part at the right edge, or the lone number."""
        small = self._type(self.sheet[Role.CREDIT])
        edge = el("w:tab", {"w:val": "right", "w:pos": twips(self.preset.page.measure)})
        if self.preset.furniture is Furniture.NUMBER:
            layout, text = el("w:pPr", None, [val("w:jc", "center")]), el("w:rPr")
        else:
            layout, text = el("w:pPr", None, [el("w:tabs", None, [edge])]), small
        for name in ("header", "footer"):
            copies = [_copy(layout), _copy(text)]
            yield _style("paragraph", name.title(), name, based="Normal", rest=copies)

    def _character_styles(self) -> Iterator[Element]:
        credit = self.sheet[Role.CREDIT]
        for style in (Style.CREDIT, Style.LABEL):
            yield _house_style("character", style, rest=[self._type(credit)])
        link = el("w:rPr", None, [val("w:color", self._colour(Ink.ACCENT)), val("w:u", "single")])
        yield _style("character", "Hyperlink", "Hyperlink", rest=[link])

    def _comment_styles(self) -> Iterator[Element]:
        mark, text = (el("w:rPr", None, _sizes(size)) for size in (8.0, 10.0))
        yield _style("character", "CommentReference", "annotation reference", rest=[mark])
        yield _style("paragraph", "CommentText", "annotation text", based="Normal", rest=[text])

    def _table_style(self) -> Element:
        rules = el(
            "w:tblBorders",
            None,
            [_border(edge, self._rule()) for edge in ("top", "bottom", "insideH", "insideV")],
        )
        if self.preset.furniture is Furniture.NUMBER:
            edges = ("top", "left", "bottom", "right", "insideH", "insideV")
            rules = el("w:tblBorders", None, [_border(edge, self._rule()) for edge in edges])
        table = el("w:tblPr", None, [rules, _cell_margins(40, 100)])
        head = el(
            "w:tblStylePr",
            {"w:type": "firstRow"},
            [
                el("w:rPr", None, [el("w:b"), el("w:bCs")]),
                el("w:tcPr", None, [el("w:tcBorders", None, [_border("bottom", "000000", 8)])]),
            ],
        )
        return _house_style("table", Style.TABLE, based="TableNormal", rest=[table, head])

    def _box_style(self) -> Element:
        edges = [_border(edge, self._rule()) for edge in ("top", "left", "bottom", "right")]
        table = el("w:tblPr", None, [el("w:tblBorders", None, edges), _cell_margins(120, 200)])
        return _house_style("table", Style.BOX, based="TableNormal", rest=[table, self._shade()])

    def _shade(self) -> Element | None:
        """The decree's page is black on white."""
        if self.preset.furniture is Furniture.NUMBER:
            return None
        shade = el("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": _BOX_COLOUR})
        return el("w:tcPr", None, [shade])

    def _rule(self) -> str:
        return "000000" if self.preset.furniture is Furniture.NUMBER else _LINE_COLOUR


def _style(
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


def _house_style(
    kind: str,
    style: Style,
    *,
    based: str = "",
    following: str = "",
    rest: Sequence[Element | None],
) -> Element:
    name = NAMES[style]
    element = _style(
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


def _sizes(points: float) -> list[Element | None]:
    half_points = round(points * 2)
    return [val("w:sz", half_points), val("w:szCs", half_points)]


def _copy(element: Element) -> Element:
    from copy import deepcopy

    return deepcopy(element)


def _border(edge: str, colour: str, eighths: int = 4) -> Element:
    attributes = {"w:val": "single", "w:sz": eighths, "w:space": 0, "w:color": colour}
    return el(f"w:{edge}", attributes)


def _cell_margins(vertical: int, horizontal: int) -> Element:
    sides = {"top": vertical, "left": horizontal, "bottom": vertical, "right": horizontal}
    margins = [el(f"w:{side}", {"w:w": width, "w:type": "dxa"}) for side, width in sides.items()]
    return el("w:tblCellMar", None, margins)


def _plain_table() -> Element:
    return el(
        "w:tblPr",
        None,
        [el("w:tblInd", {"w:w": 0, "w:type": "dxa"}), _cell_margins(0, 108)],
    )
