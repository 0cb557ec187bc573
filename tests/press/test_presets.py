from dataclasses import replace

import pytest

from newsroom.domain.style import Family, Role
from newsroom.errors import UsageError, UserError
from newsroom.press.preset import Format, style_for
from newsroom.press.presets import load_preset, preset_names
from tests.press.samples import context


def written(folder, words, name="rieng.toml"):
    path = folder / name
    path.write_text(words, encoding="utf-8")
    return str(path)


def test_every_shipped_preset_loads():
    assert set(preset_names()) >= {"newspaper", "office", "print"}
    for name in preset_names():
        assert load_preset(name).name == name


def test_the_office_preset_has_the_margins_of_the_decree():
    page = load_preset("office").page
    assert (page.top, page.bottom, page.left, page.right) == (20, 20, 30, 15)
    assert load_preset("office").body.indent == 12.7


def test_an_unknown_name_lists_the_presets_there_are():
    with pytest.raises(UsageError, match=r"“poster”.*newspaper.*office"):
        load_preset("poster")


def test_a_library_adds_its_own_presets(tmp_path):
    written(tmp_path, 'base = "newspaper"\n[columns]\ncount = 5\n', "bao-xuan.toml")
    assert "bao-xuan" in preset_names(tmp_path)
    preset = load_preset("bao-xuan", folder=tmp_path)
    assert preset.columns.count == 5
    assert preset.columns.gutter == load_preset("newspaper").columns.gutter
    assert preset.name == "bao-xuan"


def test_a_preset_overrides_single_properties_of_the_house_style():
    house = context().style
    sheet = style_for(load_preset("newspaper"), house)
    assert sheet[Role.HEADLINE].family is Family.DISPLAY
    assert sheet[Role.HEADLINE].size == house[Role.HEADLINE].size


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("[page]\nformat = 'A9'", "rieng.toml, “page.format” has “A9”"),
        ("[page]\ncolour = 'red'", "rieng.toml has an unknown key “page.colour”"),
        ("shape = 1", "unknown key “shape”"),
        ("[columns]\ncount = 2.5", "“columns.count” must have the form 1, 2, 3"),
        ("[columns]\ncount = true", "“columns.count” must have the form"),
        ("[columns]\ncount = 9", "“columns.count” must be between 1 and 6"),
        ("[body]\nsize = 'big'", "“body.size” must have the form 9 / 9.4"),
        ("[body]\njustify = 1", "“body.justify” must have the form"),
        ("body = 3", "“body” must be a table"),
        ("[roles.headline]\nfonts = 'x'", "unknown key “roles.headline.fonts”"),
        ("[roles.title]\nsize = 2", "“roles” has “title”"),
        ("[roles.headline]\nfamily = 'serif'", "“roles.headline.family” has “serif”"),
        ("[fonts]\ntext = 3", "“fonts.text” must have the form"),
        ("[words]\nweekdays = ['a']", "“words.weekdays” must have the form"),
        ("[page", "rieng.toml is not valid TOML"),
        ("base = 'poster'", "builds on “poster”"),
        ("[page]\nleft = 80\nright = 80\n[columns]\ncount = 3", "columns 13 mm wide"),
        ("[body]\nleading = 10", "“body.leading” must not be less"),
        ("[roles.headline]\nsize = 0", "“roles.headline.size” must be between 0.3 and 10"),
        ("[body]\nsize = 9\nleading = 13\ngrid = 4", "multiple of “body.grid”"),
    ],
)
def test_a_wrong_preset_gets_one_sentence(tmp_path, words, sentence):
    with pytest.raises(UserError) as error:
        load_preset(written(tmp_path, words))
    assert sentence in str(error.value)


def test_a_file_that_is_missing_or_no_text_is_named(tmp_path):
    with pytest.raises(UserError, match=r"khong-co\.toml"):
        load_preset(str(tmp_path / "khong-co.toml"))
    path = tmp_path / "hong.toml"
    path.write_bytes(b"\xff\xfe\x00name")
    with pytest.raises(UserError, match=r"hong\.toml is not text"):
        load_preset(str(path))


def test_a_font_that_is_not_shipped_is_named():
    from newsroom.press.pdf import render_pdf
    from tests.press.samples import plain_article

    preset = replace(load_preset("office"), fonts={Family.TEXT: "Comic Sans"})
    with pytest.raises(UserError, match=r"“Comic Sans”.*source-serif-4"):
        render_pdf([plain_article(1)], context_of=[context()], preset=preset)


def test_formats_are_keys_of_the_preset(tmp_path):
    preset = load_preset(written(tmp_path, 'base = "newspaper"\n[page]\nformat = "berliner"\n'))
    assert preset.page.format is Format.BERLINER
