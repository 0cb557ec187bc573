"""What all parts of a layout share: the preset, the concrete type styles, the inks, the remarks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path as FilePath
from typing import TypeVar

from newsroom.domain.imported import Remark
from newsroom.domain.rendering import RenderContext
from newsroom.domain.style import Align, Ink, Role, RoleStyle
from newsroom.press.colour import Separation
from newsroom.press.fonts import Face, FontBook, font_book
from newsroom.press.layout.model import Colour
from newsroom.press.layout.remembering import Remembered
from newsroom.press.preset import MM, ColourSpace, Preset, style_for

T = TypeVar("T")
_GREYS = {Ink.PRIMARY: 1.0, Ink.SECONDARY: 0.78, Ink.TERTIARY: 0.66}
"""Share of black."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """How a stretch of text is set; lengths in points."""

    role: str
    style: RoleStyle
    size: float
    leading: float
    colour: Colour
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    align: Align = Align.LEFT

    def sized(self, size: float) -> "TextStyle":
        """The same style at another size, the leading in proportion."""
        return replace(self, size=size, leading=self.leading * size / self.size)


@dataclass
class Remarks:
    """Collects what a person should know of the print, each thing once."""

    found: dict[tuple[str, str], Remark] = field(default_factory=dict)
    missing: dict[str, None] = field(default_factory=dict)

    def add(self, remark: Remark) -> None:
        """Keep a remark."""
        self.found[remark.template, repr(remark.params)] = remark

    def noted(self, make: Callable[[], T]) -> tuple[T, Iterable[str]]:
        """What `make` makes, and the characters that it finds missing."""
        before, self.missing = self.missing, {}
        try:
            return make(), self.missing
        finally:
            self.missing = {**before, **self.missing}

    def all(self) -> tuple[Remark, ...]:
        """The remarks, those on missing characters joined into one."""
        if not self.missing:
            return (*self.found.values(),)
        lacking = Remark(
            template="No font has the characters {characters}; they are printed as empty squares.",
            params={"characters": " ".join(self.missing)},
        )
        return (*self.found.values(), lacking)


class Setting:
    """An article's context and the preset, resolved for setting type."""

    def __init__(
        self,
        preset: Preset,
        context: RenderContext,
        remarks: Remarks,
        remembered: Remembered | None = None,
    ) -> None:
        """`remembered` spares setting again what an earlier layout set already."""
        self.remembered = remembered
        self.preset = preset
        self.context = context
        self.remarks = remarks
        self.sheet = style_for(preset, context.style)
        self.book: FontBook = font_book(self.sheet.fonts)
        self._styles: dict[Role, TextStyle] = {}

    def free(self) -> "Setting":
        """The same setting off the grid, for what stands in a frame of its own."""
        body = replace(self.preset.body, grid=1.0)
        return Setting(replace(self.preset, body=body), self.context, self.remarks, self.remembered)

    @property
    def grid(self) -> float:
        """The step that all heights are multiples of, in points."""
        return self.preset.body.grid

    def rows(self, height: float) -> int:
        """The least number of grid steps that hold `height` points."""
        return max(0, -int(-(height - 1e-6) // self.grid))

    @cached_property
    def column(self) -> float:
        """The width of a column in points."""
        page, columns = self.preset.page, self.preset.columns
        width = page.size[0] - (page.left + page.right + columns.gutter * (columns.count - 1)) * MM
        return width / columns.count

    @cached_property
    def depth(self) -> int:
        """The height of the text area in grid steps."""
        page = self.preset.page
        return int((page.size[1] - (page.top + page.bottom) * MM) / self.grid)

    @property
    def indent(self) -> float:
        """The indent of a paragraph's first line in points."""
        return self.preset.body.indent * MM

    @property
    def snapped(self) -> bool:
        """Whether body lines stand on a grid of their own leading."""
        return self.grid == self.preset.body.leading

    def left(self, column: int) -> float:
        """The left edge of a column, in points from the left of the text area."""
        return column * (self.column + self.preset.columns.gutter * MM)

    def span(self, columns: int) -> float:
        """The width of `columns` columns with the gutters between them."""
        return columns * self.column + (columns - 1) * self.preset.columns.gutter * MM

    def style(self, role: Role) -> TextStyle:
        """The concrete style of a role: sizes in ems of the body become points."""
        if role not in self._styles:
            self._styles[role] = self._resolved(role)
        return self._styles[role]

    def _resolved(self, role: Role) -> TextStyle:
        style, body = self.sheet[role], self.preset.body
        size = style.size * body.size
        leading = self._on_grid(style.leading * size * body.tightness)
        if role in (Role.PARAGRAPH, Role.LIST):
            leading = body.leading
        return TextStyle(
            role=role.value,
            style=style,
            size=size,
            leading=leading,
            colour=self.ink(style.ink),
            before=style.space_before * body.size,
            after=style.space_after * body.size,
            indent=style.indent * body.size,
            align=style.align,
        )

    def _on_grid(self, leading: float) -> float:
        """A leading that is nearly a step of the grid becomes one."""
        near = max(1, round(leading / self.grid)) * self.grid
        return near if abs(near - leading) <= 0.12 * leading else leading

    def ink(self, ink: Ink) -> Colour:
        """The colour of one of the house's inks."""
        if ink is Ink.ACCENT:
            return self.colour(self.context.paper.accent_colour)
        return self.black(_GREYS[ink])

    def black(self, share: float) -> Colour:
        """Black, or a grey of black ink alone."""
        if self.preset.colour is ColourSpace.CMYK:
            return (0.0, 0.0, 0.0, share)
        return (1 - share,) * 3

    def tint(self) -> Colour:
        """The ground of boxes and table heads."""
        if self.preset.colour is ColourSpace.CMYK:
            return (0.0, 0.03, 0.08, 0.05)
        return (0.957, 0.945, 0.918)

    def colour(self, value: str) -> Colour:
        """`#RRGGBB` in the colour space of the preset; black when it is malformed."""
        digits = value.lstrip("#")
        try:
            red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
        except ValueError:
            return self.black(1.0)
        if self.preset.colour is ColourSpace.RGB:
            return (red, green, blue)
        output = self.preset.output
        return Separation(FilePath(output.icc), output.ink_limit).flat(red, green, blue)

    def face(self, style: RoleStyle, *, bold: bool = False, italic: bool = False) -> Face:
        """The face of a role's text, with the marks of a run; italic in italic is upright."""
        weight = max(700, style.weight) if bold else style.weight
        return self.book.face(style.family, weight, italic=style.italic != italic)
