"""The house's type styles: one sheet that screen, web, Word and print all read.

Sizes are relative to the body size of the medium, so that a role keeps its place in the hierarchy
whatever the medium: the sheet on screen, the site's page, the Word file, the printed page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from newsroom.errors import Listed, UserError


class Role(StrEnum):
    """What a stretch of text is on the page."""

    KICKER = "kicker"
    HEADLINE = "headline"
    LEDE = "lede"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    QUOTE_SOURCE = "quote-source"
    LIST = "list"
    CAPTION = "caption"
    CREDIT = "credit"
    TABLE = "table"
    TABLE_HEADER = "table-header"
    BOX_TITLE = "box-title"
    BOX = "box"
    BYLINE = "byline"


class Family(StrEnum):
    """The four type families of the house."""

    TEXT = "text"
    DISPLAY = "display"
    SANS = "sans"
    CONDENSED = "condensed"


class Align(StrEnum):
    """Where the lines of a role stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


class Ink(StrEnum):
    """Which of the house's inks a role is set in; each medium has its own colour values."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"
    ACCENT = "accent"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleStyle:
    """How one role is set: size, space before and after in ems of the body; leading × size."""

    family: Family = Family.TEXT
    weight: int = 400
    italic: bool = False
    caps: bool = False
    size: float = 1.0
    leading: float = 1.6
    ink: Ink = Ink.PRIMARY
    align: Align = Align.LEFT
    space_before: float = 0.0
    space_after: float = 0.6
    indent: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleSheet:
    """A style for every role, and the name of each family's font."""

    name: str
    fonts: Mapping[Family, str]
    roles: Mapping[Role, RoleStyle]

    def __getitem__(self, role: Role) -> RoleStyle:
        return self.roles[role]


def stylesheet_from(values: Mapping[str, Any]) -> StyleSheet:
    """The sheet that a parsed TOML file describes: `name`, `[fonts]`, `[roles.<role>]`.

    Raises `UserError` that names the role or key that is unknown, missing or of the wrong type.
    """
    try:
        fonts = {Family(key): str(value) for key, value in values["fonts"].items()}
        roles = {Role(key): _role_from(key, value) for key, value in values["roles"].items()}
    except (KeyError, ValueError, AttributeError, UserError) as error:
        raise _malformed(error) from error
    missing = [role for role in Role if role not in roles] + [f for f in Family if f not in fonts]
    if missing:
        raise UserError("The style sheet lacks “{name}”.", name=str(missing[0]))
    return StyleSheet(name=str(values.get("name", "")), fonts=fonts, roles=roles)


_CONVERTERS: Mapping[str, Any] = {
    "family": Family,
    "weight": int,
    "italic": bool,
    "caps": bool,
    "size": float,
    "leading": float,
    "ink": Ink,
    "align": Align,
    "space_before": float,
    "space_after": float,
    "indent": float,
}


def adjusted(sheet: StyleSheet, values: Mapping[str, Mapping[str, Any]]) -> StyleSheet:
    """`sheet` with some properties of some roles changed, as a site theme's `[roles.<role>]` does.

    Raises `UserError` that names the role or key that is unknown or of the wrong type.
    """
    roles = dict(sheet.roles)
    try:
        for key, changes in values.items():
            role = Role(key)
            roles[role] = replace(roles[role], **properties_of(key, changes))
    except (ValueError, TypeError, AttributeError, UserError) as error:
        raise _malformed(error) from error
    return replace(sheet, roles=roles)


def _malformed(error: Exception) -> UserError:
    problem = error if isinstance(error, UserError) else str(error)
    return UserError("The style sheet is malformed: {problem}.", problem=problem)


def _role_from(role: str, values: Mapping[str, Any]) -> RoleStyle:
    return RoleStyle(**properties_of(role, values))


def properties_of(role: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The properties of a role as a parsed TOML table has them, converted.

    Raises `UserError` without a full stop that names the key that is unknown or its wrong value.
    """
    unknown = sorted(set(values) - set(_CONVERTERS))
    if unknown:
        raise UserError(
            "“{role}” has no property “{key}”; there are: {known}",
            role=role,
            key=unknown[0],
            known=Listed(_CONVERTERS),
        )
    return {key: _converted(key, value) for key, value in values.items()}


def _converted(key: str, value: Any) -> Any:
    convert = _CONVERTERS[key]
    try:
        return convert(value)
    except (TypeError, ValueError) as error:
        if issubclass(convert, StrEnum):
            raise UserError(
                "“{key}” cannot be “{value}”; it can be: {known}",
                key=key,
                value=value,
                known=Listed(one.value for one in convert),
            ) from error
        raise UserError("“{key}” must be a number, not “{value}”", key=key, value=value) from error
