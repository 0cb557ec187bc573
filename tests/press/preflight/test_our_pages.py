"""What leaves our press passes our preflight: every preset, format and number of columns."""

from dataclasses import replace

import pytest

from newsroom.press.pdf import render_pdf
from newsroom.press.preflight.checking import preflight
from newsroom.press.preflight.report import Limits, Purpose, Report
from newsroom.press.preset import Format, Preset, Standard
from newsroom.press.presets import load_preset, preset_names
from tests.press.samples import context, rich_article

ANY_PHOTO = Limits(ink=240, least_ppi=100, good_ppi=100)
"""The sample's photos are small; the largest sheets stretch them."""


def checked(preset: Preset) -> Report:
    printed = render_pdf([rich_article()], context_of=[context()], preset=preset)
    return preflight(printed.data, name=preset.name, limits=ANY_PHOTO)


@pytest.mark.parametrize("name", preset_names())
def test_every_preset_is_clean(name):
    report = checked(load_preset(name))
    assert [(found.rule, found.page) for found in report.findings] == []


@pytest.mark.parametrize("format", Format)
@pytest.mark.parametrize("count", range(1, 7))
def test_every_newspaper_page_is_clean(format, count):
    preset = load_preset("newspaper")
    shaped = replace(
        preset,
        page=replace(preset.page, format=format),
        columns=replace(preset.columns, count=count),
    )
    report = checked(shaped)
    assert report.standard == "PDF/X-4"
    assert [(found.rule, found.page) for found in report.findings] == []


def test_the_older_standard_is_clean():
    preset = load_preset("newspaper")
    old = replace(preset, output=replace(preset.output, standard=Standard.X1A))
    report = checked(old)
    assert report.standard.startswith("PDF/X-1a")
    assert [(found.rule, found.page) for found in report.findings] == []


def test_an_office_page_is_not_for_the_press():
    printed = render_pdf([rich_article()], context_of=[context()], preset=load_preset("office"))
    report = preflight(printed.data, name="a.pdf", purpose=Purpose.PRESS)
    assert "rgb-text" in {finding.rule for finding in report.findings}
    assert not report.ok
