"""Floats in a frame: beside the text, but never alone on a page that they did not need."""

from dataclasses import replace

import pytest

from newsroom.press.layout.pages import lay_out
from newsroom.press.preset import Format
from newsroom.press.presets import load_preset
from tests.press.samples import context, rich_article


@pytest.mark.parametrize("count", [4, 5, 6])
@pytest.mark.parametrize("format", [Format.A3, Format.BERLINER])
def test_a_photo_does_not_go_on_alone_when_the_page_has_room(format, count):
    base = load_preset("tabloid")
    preset = replace(
        base,
        page=replace(base.page, format=format),
        columns=replace(base.columns, count=count),
        photos=replace(base.photos, height=0.45, lead_columns=0),
    )
    pages = lay_out([rich_article()], [context()], preset).pages
    assert len(pages) == 1
