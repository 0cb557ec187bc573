"""The house's type styles and the paper's colours as CSS; themes write no figure of them again."""

import re
from collections.abc import Mapping
from enum import StrEnum

from newsroom.domain.paper import PaperSettings
from newsroom.domain.style import Align, Family, Ink, Role, RoleStyle, StyleSheet
from newsroom.formats.html.colours import checked_colour, contrast, mix, readable

_FALLBACKS = {
    Family.TEXT: '"Noto Serif",Georgia,serif',
    Family.DISPLAY: '"Noto Serif",Georgia,serif',
    Family.SANS: 'system-ui,"Segoe UI","Noto Sans",sans-serif',
    Family.CONDENSED: '"Arial Narrow","Noto Sans",sans-serif',
}
_ALIGN = {
    Align.LEFT: "start",
    Align.CENTRE: "center",
    Align.RIGHT: "end",
    Align.JUSTIFY: "justify",
}


class Scheme(StrEnum):
    """Whether a page is light or dark."""

    DEVICE = "device"
    LIGHT = "light"
    DARK = "dark"


_NOT_IN_NAMES = re.compile(r"[^\w \-]")


def style_variables(sheet: StyleSheet) -> str:
    """`:root` with `--font-text` … and, for every role, `--headline-size` … as variables."""
    fonts = (f"--font-{family}:{font_stack(sheet, family)}" for family in Family)
    roles = (line for role in Role for line in _role_variables(role, sheet[role]))
    return ":root{\n" + ";\n".join((*fonts, *roles)) + "\n}"


def role_rules() -> str:
    """One rule for every role, `.headline{…}`, that sets what the variables say."""
    return "\n".join(_role_rule(role) for role in Role)


def colour_variables(
    paper: PaperSettings,
    inks: Mapping[str, str],
    dark: Mapping[str, str] | None = None,
    *,
    scheme: Scheme = Scheme.DEVICE,
) -> str:
    """`:root` with the theme's inks and the paper's colours in the shades that can be read.

    `--brand` is the colour itself, `--on-brand` and `--on-brand-soft` text on it, `--brand-ink`
    and `--accent-ink` text on the page. `dark` are the inks for dark screens; paper is never dark.
    Raises `UserError` for what is no colour.
    """
    day = _root(paper, inks, "light")
    if not dark or scheme is Scheme.LIGHT:
        return day
    where = "screen" if scheme is Scheme.DARK else "screen and (prefers-color-scheme: dark)"
    return f"{day}\n@media {where}{{{_root(paper, dark, 'dark')}}}"


def _root(paper: PaperSettings, inks: Mapping[str, str], scheme: str) -> str:
    values = shades(paper, inks)
    lines = ";\n".join(f"--{name}:{value}" for name, value in values.items())
    return f":root{{\n{lines};\ncolor-scheme:{scheme}\n}}"


def shades(paper: PaperSettings, inks: Mapping[str, str]) -> dict[str, str]:
    """All colours of a page by their names, as `colour_variables` tells of them."""
    brand, accent = checked_colour(paper.brand_colour), checked_colour(paper.accent_colour)
    ends = ("#FFFFFF", inks["primary"], inks["page"])
    on_brand = max(ends, key=lambda ink: contrast(ink, brand))
    return dict(inks) | {
        "brand": brand,
        "accent": accent,
        "on-brand": readable(on_brand, on=brand),
        "on-brand-soft": readable(mix(on_brand, brand, 0.2), on=brand),
        "brand-ink": _readable_on_page(brand, inks),
        "accent-ink": _readable_on_page(accent, inks),
    }


def _readable_on_page(colour: str, inks: Mapping[str, str]) -> str:
    for ground in ("page", "surface", "tint"):
        colour = readable(colour, on=inks[ground])
    return colour


def font_stack(sheet: StyleSheet, family: Family) -> str:
    """The house's font of `family` and what stands in for it, as a CSS list."""
    return f'"{_NOT_IN_NAMES.sub("", sheet.fonts[family])}",{_FALLBACKS[family]}'


def _role_variables(role: Role, style: RoleStyle) -> tuple[str, ...]:
    ink = "--accent-ink" if style.ink is Ink.ACCENT else f"--{style.ink}"
    # a byline's capitals are the paper's choice and stand in the text already (byline_line)
    caps = style.caps and role is not Role.BYLINE
    return (
        f"--{role}-font:var(--font-{style.family})",
        f"--{role}-weight:{style.weight}",
        f"--{role}-style:{'italic' if style.italic else 'normal'}",
        f"--{role}-case:{'uppercase' if caps else 'none'}",
        f"--{role}-size:{_of_body(style.size)}",
        f"--{role}-leading:{style.leading:g}",
        f"--{role}-ink:var({ink})",
        f"--{role}-align:{_ALIGN[style.align]}",
        f"--{role}-before:{_of_body(style.space_before)}",
        f"--{role}-after:{_of_body(style.space_after)}",
        f"--{role}-indent:{_of_body(style.indent)}",
    )


def _of_body(ems: float) -> str:
    """Ems of the body size as rem: themes set the body size on the root element."""
    return f"{ems:g}rem" if ems else "0"


def _role_rule(role: Role) -> str:
    return (
        f".{role}{{font-family:var(--{role}-font);font-weight:var(--{role}-weight);"
        f"font-style:var(--{role}-style);text-transform:var(--{role}-case);"
        f"font-size:var(--{role}-size);line-height:var(--{role}-leading);"
        f"color:var(--{role}-ink);text-align:var(--{role}-align);"
        f"margin:var(--{role}-before) 0 var(--{role}-after) var(--{role}-indent)}}"
    )
