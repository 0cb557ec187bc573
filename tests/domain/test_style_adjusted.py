"""A theme's changes to the house sheet."""

import tomllib

import pytest

from newsroom.domain.style import Family, Role, StyleSheet, adjusted, stylesheet_from
from newsroom.errors import UserError
from newsroom.paths import resource


def _house() -> StyleSheet:
    return stylesheet_from(tomllib.loads(resource("themes/house.toml").read_text("utf-8")))


def test_only_what_is_named_changes() -> None:
    house = _house()
    sheet = adjusted(house, {"headline": {"family": "sans", "weight": 700}})
    assert (sheet[Role.HEADLINE].family, sheet[Role.HEADLINE].weight) == (Family.SANS, 700)
    assert sheet[Role.HEADLINE].size == house[Role.HEADLINE].size
    assert sheet[Role.LEDE] == house[Role.LEDE]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"headine": {}}, "headine"),
        ({"headline": {"wight": 700}}, "wight"),
        ({"headline": {"weight": "bold"}}, "bold"),
        ({"headline": 3}, "malformed"),
    ],
)
def test_mistakes_are_named(values: dict[str, object], words: str) -> None:
    with pytest.raises(UserError, match=words):
        adjusted(_house(), values)  # type: ignore[arg-type]
