"""The house's type styles as Qt formats for the sheet.

Formats carry no colour and give sizes in points of a device of our own, so that neither the theme
nor the zoom ever touches the document, its undo stack or its content.
"""

import tomllib
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QTextBlockFormat, QTextCharFormat

from newsroom.domain.document import NO_MARKS, Mark
from newsroom.domain.style import Align, RoleStyle, StyleSheet, stylesheet_from
from newsroom.paths import resource
from newsroom.ui.editor.comments import Comments
from newsroom.ui.editor.heads import (
    CELLS,
    COMMENT,
    LINK,
    MARKS,
    PART,
    UNMARKED,
    Head,
    Part,
    role_of,
    store_head,
)

BODY_PX = 17
"""The body size at 100 %; every other size is in ems of it."""
BOX_PAD = 16
INDENT_UNIT = 0.1
"""The document's width of an indent in pixels: Qt zooms indents, but neither side's margin."""
CREDIT_INDENT = 2.5
"""Ems before a credit in which the paper's “Ảnh:” is painted."""
_INCH = 0.0254
_MARK_BITS = {mark: 1 << place for place, mark in enumerate(Mark)}
_ALIGNMENTS = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
    Align.JUSTIFY: Qt.AlignmentFlag.AlignLeft,
}


def load_house_style() -> StyleSheet:
    """The style sheet that is shipped."""
    return stylesheet_from(tomllib.loads(resource("themes/house.toml").read_text("utf-8")))


@cache
def marks_from_bits(bits: int) -> frozenset[Mark]:
    """The marks that a fragment's `MARKS` property stands for."""
    return frozenset(mark for mark, bit in _MARK_BITS.items() if bits & bit)


def bits_from_marks(marks: Iterable[Mark]) -> int:
    """The `MARKS` property for a set of marks."""
    return sum(_MARK_BITS[mark] for mark in marks)


class Look(NamedTuple):
    """What a person gave a stretch of text beyond its line's style.

    `comment` is the comment as `newsroom.ui.editor.comments` packs it, empty for none.
    """

    marks: frozenset[Mark] = NO_MARKS
    link: str | None = None
    comment: str = ""


def look_of(made: QTextCharFormat) -> Look:
    """The marks, the link and the comment that a fragment's format notes."""
    return Look(
        marks_from_bits(made.intProperty(MARKS)),
        made.stringProperty(LINK) or None,
        made.stringProperty(COMMENT),
    )


def screen_dpi() -> float:
    """The resolution at which Qt reckons points and margins (96, on a Mac 72)."""
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInch() if screen is not None else 96.0


def device_for_zoom(zoom: float) -> QImage:
    """A paint device on which the sheet's measures come out `zoom` times as large."""
    device = QImage(1, 1, QImage.Format.Format_ARGB32)
    dots = round(screen_dpi() * zoom / _INCH)
    device.setDotsPerMeterX(dots)
    device.setDotsPerMeterY(dots)
    return device


class SheetStyles:
    """Makes and keeps the formats of one house style; `comments` are those that text may have."""

    def __init__(self, sheet: StyleSheet, comments: Comments | None = None) -> None:
        self._sheet = sheet
        self.comments = comments or Comments()
        self._points = 72 / screen_dpi()
        self._blocks: dict[tuple[Part, bool, int, bool], QTextBlockFormat] = {}
        self._plain: dict[tuple[Part, bool], QTextCharFormat] = {}
        self._chars: dict[tuple[str, int, str, str], QTextCharFormat] = {}

    def style(self, head: Head) -> RoleStyle:
        """The house style of a line."""
        return self._sheet[role_of(head)]

    def block_format(self, head: Head) -> QTextBlockFormat:
        """The block format of a line, its head included."""
        made = QTextBlockFormat(self._measures(head))
        store_head(made, head)
        return made

    def _measures(self, head: Head) -> QTextBlockFormat:
        key = head.part, bool(head.box), head.level, head.edge
        if key not in self._blocks:
            self._blocks[key] = self._new_block_format(head)
        return self._blocks[key]

    def _new_block_format(self, head: Head) -> QTextBlockFormat:
        style, made = self.style(head), QTextBlockFormat()
        above, below = style.space_before * BODY_PX, style.space_after * BODY_PX
        if head.part is Part.FILLER:
            above = below = 0
        elif head.part is Part.PHOTO:
            above, below = 0.8 * BODY_PX, 0
        else:
            height = style.leading * style.size * BODY_PX
            made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if head.part is Part.BOX_TITLE:
            above = 1.2 * BODY_PX + BOX_PAD
        if head.edge:
            below = 1.2 * BODY_PX + BOX_PAD
        side = BOX_PAD if head.box else 0
        made.setTopMargin(above)
        made.setBottomMargin(below)
        made.setIndent(round((side + self._indent(head, style)) / INDENT_UNIT))
        made.setRightMargin(side)
        made.setAlignment(_ALIGNMENTS[style.align])
        return made

    def _indent(self, head: Head, style: RoleStyle) -> float:
        if head.part is Part.LIST:
            return 1.5 * BODY_PX * (head.level + 1)
        if head.part is Part.CREDIT:
            return CREDIT_INDENT * style.size * BODY_PX
        return style.indent * BODY_PX

    def plain_format(self, head: Head) -> QTextCharFormat:
        """`char_format` of unmarked text; the one that is kept, not to be changed."""
        key = head.part, bool(head.box)
        if key not in self._plain:
            self._plain[key] = self.char_format(head)
        return self._plain[key]

    def char_format(
        self,
        head: Head,
        marks: frozenset[Mark] = NO_MARKS,
        link: str | None = None,
        comment: str = "",
    ) -> QTextCharFormat:
        """The character format of text in a line; plain lines have no marks, links or comments."""
        if head.part in UNMARKED:
            marks, link, comment = NO_MARKS, None, ""
        key = (style_key(head), bits_from_marks(marks), link or "", comment)
        if key not in self._chars:
            self._chars[key] = self._new_char_format(head, marks, key)
        return QTextCharFormat(self._chars[key])

    def _new_char_format(
        self, head: Head, marks: frozenset[Mark], key: tuple[str, int, str, str]
    ) -> QTextCharFormat:
        style, made = self.style(head), QTextCharFormat()
        part, bits, link, comment = key
        made.setProperty(PART, part)
        if bits:
            made.setProperty(MARKS, bits)
        if link:
            made.setProperty(LINK, link)
        if comment:
            made.setProperty(COMMENT, comment)
        made.setFontFamilies([self._sheet.fonts[style.family]])
        made.setFontPointSize(style.size * BODY_PX * self._points)
        made.setFontWeight(700 if Mark.BOLD in marks else style.weight)
        made.setFontItalic((Mark.ITALIC in marks) != style.italic)
        made.setFontUnderline(Mark.UNDERLINE in marks)
        made.setFontStrikeOut(Mark.STRIKE in marks)
        if style.caps:
            made.setFontCapitalization(QFont.Capitalization.AllUppercase)
        if Mark.SUPERSCRIPT in marks:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        if Mark.SUBSCRIPT in marks:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
        return made


def style_key(head: Head) -> str:
    """What a fragment notes of the line it was set for, to notice text that moved elsewhere."""
    return f"{head.part}+box" if head.box and head.part not in CELLS else str(head.part)
