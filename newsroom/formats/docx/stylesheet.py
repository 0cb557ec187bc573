"""The styles of a Word file, made from the house's style sheet so that no rule is written twice."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.domain.paper import PaperSettings
from newsroom.domain.style import Align, Family, Ink, Role, RoleStyle, StyleSheet
from newsroom.formats.docx.elements import TWIPS_PER_POINT, Element, el, twips, val
from newsroom.formats.docx.names import Style
from newsroom.formats.docx.presets import Furniture, WordPreset
from newsroom.formats.docx.style_elements import house_style, style_element
from newsroom.formats.docx.table_styles import plain_table, table_styles

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
        yield style_element("paragraph", "Normal", "Normal", default=True, primary=True)
        yield style_element(
            "character", "DefaultParagraphFont", "Default Paragraph Font", default=True
        )
        yield style_element(
            "table", "TableNormal", "Normal Table", default=True, rest=[plain_table()]
        )
        yield style_element("numbering", "NoList", "No List", default=True)
        for look in _LOOKS:
            yield self._paragraph_style(look)
        yield self._gap()
        yield from self._margin_styles()
        yield from self._character_styles()
        yield from self._comment_styles()
        yield from table_styles(self.preset)

    def _paragraph_style(self, look: _Look) -> Element:
        role = self.sheet[look.role]
        return house_style(
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
        return house_style("paragraph", Style.GAP, based="Normal", rest=[layout, text])

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
            yield style_element("paragraph", name.title(), name, based="Normal", rest=copies)

    def _character_styles(self) -> Iterator[Element]:
        credit = self.sheet[Role.CREDIT]
        for style in (Style.CREDIT, Style.LABEL):
            yield house_style("character", style, rest=[self._type(credit)])
        link = el("w:rPr", None, [val("w:color", self._colour(Ink.ACCENT)), val("w:u", "single")])
        yield style_element("character", "Hyperlink", "Hyperlink", rest=[link])

    def _comment_styles(self) -> Iterator[Element]:
        mark, text = (el("w:rPr", None, _sizes(size)) for size in (8.0, 10.0))
        yield style_element("character", "CommentReference", "annotation reference", rest=[mark])
        yield style_element(
            "paragraph", "CommentText", "annotation text", based="Normal", rest=[text]
        )


def _sizes(points: float) -> list[Element | None]:
    half_points = round(points * 2)
    return [val("w:sz", half_points), val("w:szCs", half_points)]


def _copy(element: Element) -> Element:
    from copy import deepcopy

    return deepcopy(element)
