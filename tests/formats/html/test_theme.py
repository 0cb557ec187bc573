"""Themes: what they are made of, mistakes in them, and whether their colours can be read."""

from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.domain.paper import PaperSettings
from newsroom.domain.style import Role
from newsroom.errors import NotFoundError, UserError
from newsroom.formats.html.assets import Assets
from newsroom.formats.html.colours import contrast, readable
from newsroom.formats.html.theme import Theme, load_theme, theme_files, theme_names, theme_of
from newsroom.formats.html.variables import Scheme, colour_variables, role_rules, style_variables
from newsroom.formats.html.writer import page_style, render_main, render_page
from newsroom.paths import resource
from tests.site_sample import house, rich_article, rich_context


def no_picture(photo: object) -> None:
    del photo


ASSETS = Assets(policy="default-src 'none'", image=no_picture)
TOML = """
label = "Thử"
chrome = ["sans 600"]
[colours]
page = "#FFFFFF"
surface = "#FFFFFF"
primary = "#111111"
secondary = "#444444"
tertiary = "#666666"
line = "#DDDDDD"
tint = "#F4F4F4"
"""
PAGE = (
    "<head>{{ page.head }}</head>\n{% block live %}\n<h1>{{ page.headline }}</h1>\n{% endblock %}"
)


def theme_in(
    folder: Path, *, toml: str = TOML, page: str = PAGE, style: str = "h1{margin:0}"
) -> Path:
    place = folder / "thu"
    place.mkdir()
    for name, content in (("theme.toml", toml), ("page.html", page), ("style.css", style)):
        (place / name).write_text(content, "utf-8")
    return place


def written(theme: Theme) -> str:
    return render_page(rich_article(), rich_context(), theme=theme, assets=ASSETS)


def test_there_are_two_and_the_papers_own_comes_first() -> None:
    assert theme_names() == ("paper", "modern")
    pages = [written(load_theme(name)) for name in theme_names()]
    assert pages[0] != pages[1]


def test_a_folder_is_a_theme(tmp_path: Path) -> None:
    theme = load_theme(theme_in(tmp_path))
    assert (theme.name, theme.label) == ("thu", "Thử")
    assert "<h1>Công nhân xưởng may góp đoàn phí bằng điện thoại</h1>" in written(theme)


@pytest.mark.parametrize("name", ["", "nowhere", "../paper", "/etc", "paper/../modern", "house"])
def test_an_unknown_theme_is_named_with_those_there_are(name: str) -> None:
    with pytest.raises(NotFoundError, match="there are: paper, modern"):
        load_theme(name)


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"toml": TOML + "\nx = ="}, r"theme\.toml, line 13: "),
        ({"toml": TOML.replace("#FFFFFF", "white")}, r"“white” is not a colour"),
        ({"toml": TOML.replace("tint =", "tin =")}, r"theme\.toml, line 11: “tin” is none of"),
        ({"toml": TOML.replace("tint =", "#")}, r"theme\.toml, line 4: “tint” is missing in"),
        ({"toml": TOML.replace("sans 600", "sans 6")}, r"“sans 6” is not a font face"),
        ({"page": PAGE.replace("{% endblock %}", "")}, r"page\.html, line 3: "),
        ({"page": "<p>\n{{ page.head }\n</p>"}, r"page\.html, line 2: "),
        ({"page": "{{ page.head }}"}, r"block live %} is missing"),
        ({"style": "p{}\n@import 'a.css';"}, r"style\.css, line 2: “@import” is not allowed"),
        ({"style": "p{background:URL (//x)}"}, r"style\.css, line 1: “URL \(” is not allowed"),
        ({"style": "p{background:u\\72l(//x)}"}, r"style\.css, line 1: "),
        ({"style": "</style><script>"}, r"style\.css, line 1: “</” is not allowed"),
    ],
)
def test_mistakes_are_told_with_file_and_line(
    tmp_path: Path, parts: dict[str, str], words: str
) -> None:
    with pytest.raises(UserError, match=words):
        load_theme(theme_in(tmp_path, **parts))


@pytest.mark.parametrize(
    "expression",
    [
        "page.headlin",
        "page.headline.__class__.__mro__",
        "page.body.__init__.__globals__",
        "range(10)",
        "10 ** 10 ** 10",
        "1/0",
        "page.headline()",
    ],
)
@pytest.mark.parametrize("render", [render_page, render_main])
def test_mistakes_while_rendering_are_told_with_their_line(
    tmp_path: Path, expression: str, render: object
) -> None:
    page = PAGE.replace("<h1>", "{{ " + expression + " }}<h1>")
    theme = load_theme(theme_in(tmp_path, page=page))
    with pytest.raises(UserError, match=r"page\.html, line 3: "):
        render(rich_article(), rich_context(), theme=theme, assets=ASSETS)  # type: ignore[operator]


def test_a_name_that_is_not_there_is_told_without_our_own_words(tmp_path: Path) -> None:
    theme = load_theme(theme_in(tmp_path, page=PAGE.replace("<h1>", "{{ page.hedline }}<h1>")))
    with pytest.raises(UserError) as told:
        render_page(rich_article(), rich_context(), theme=theme, assets=ASSETS)
    assert str(told.value).endswith("page.html, line 3: there is no “hedline”.")


def test_a_theme_cannot_leave_out_what_the_page_may_load(tmp_path: Path) -> None:
    theme = load_theme(theme_in(tmp_path, page=PAGE.replace("{{ page.head }}", "")))
    with pytest.raises(UserError, match=r"{{ page\.head }} is missing"):
        written(theme)


def test_missing_and_odd_files_are_named(tmp_path: Path) -> None:
    place = theme_in(tmp_path)
    (place / "style.css").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError, match=r"style\.css cannot be read"):
        load_theme(place)
    (place / "style.css").unlink()
    with pytest.raises(UserError, match=r"style\.css cannot be read"):
        load_theme(place)
    (place / "style.css").write_text("p{}" * 300_000)
    with pytest.raises(UserError, match="too large"):
        load_theme(place)


def test_every_role_has_its_rule_and_a_theme_writes_no_type_of_its_own() -> None:
    variables, rules = style_variables(house()), role_rules()
    for role in Role:
        assert f"--{role}-size:{house()[role].size:g}rem" in variables
        assert f".{role}{{" in rules
    assert '--font-text:"Source Serif 4",' in variables
    for name in theme_names():
        assert '"Source' not in load_theme(name).style
        assert "Be Vietnam" not in load_theme(name).style


def test_a_theme_departs_from_the_house_only_where_it_says_so() -> None:
    sheet = load_theme("modern").sheet(house())
    assert sheet[Role.HEADLINE].family == house()[Role.HEADLINE].family
    assert sheet[Role.HEADLINE].size != house()[Role.HEADLINE].size
    assert sheet[Role.TABLE] == house()[Role.TABLE]


@pytest.mark.parametrize("name", theme_names())
@pytest.mark.parametrize(
    "brand", ["#0B4F8A", "#FFE600", "#FFFFFF", "#000000", "#7A7A7A", "#C8102E"]
)
def test_all_text_can_be_read_whatever_the_papers_colours(name: str, brand: str) -> None:
    paper = PaperSettings(brand_colour=brand, accent_colour=brand)
    css = colour_variables(paper, load_theme(name).colours)
    colours = dict(line.removeprefix("--").split(":") for line in css[7:-2].split(";\n"))
    on_page = ("primary", "secondary", "tertiary", "brand-ink", "accent-ink")
    pairs = [(ink, ground) for ink in on_page for ground in ("page", "surface", "tint")]
    pairs += [("on-brand", "brand"), ("on-brand-soft", "brand")]
    poor = {
        pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2)
        for pair in pairs
        if contrast(colours[pair[0]], colours[pair[1]]) < 4.5
    }
    assert poor == {}


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert readable("#0B4F8A", on="#FFFFFF") == "#0B4F8A"


@pytest.mark.parametrize("colour", ["red", "#FFF", "#12345G", "#0B4F8A;}body{display:none", ""])
def test_a_paper_whose_colour_is_none_is_told_so(colour: str) -> None:
    context = rich_context(PaperSettings(brand_colour=colour))
    with pytest.raises(UserError, match="is not a colour like #0B4F8A"):
        page_style(context, theme=load_theme("paper"), faces=())


# ---- themes that rest on others, and the library's own -------------------------------------
def own_theme(folder: Path, toml: str, **files: str) -> Path:
    place = folder / "tet"
    place.mkdir(exist_ok=True)
    for name, content in {"theme.toml": toml, **files}.items():
        (place / name).write_text(content, "utf-8")
    return place


def test_two_colours_are_a_theme(tmp_path: Path) -> None:
    toml = 'base = "paper"\n[colours]\npage = "#FFF7F0"\n[roles.headline]\nsize = 2.5\n'
    own_theme(tmp_path, toml)
    theme, base = load_theme("tet", own=tmp_path), load_theme("paper")
    assert theme.colours == {**base.colours, "page": "#FFF7F0"}
    assert (theme.dark, theme.chrome, theme.style) == (base.dark, base.chrome, base.style)
    assert theme.sheet(house())[Role.HEADLINE].size == 2.5
    assert theme.sheet(house())[Role.LEDE] == base.sheet(house())[Role.LEDE]
    assert written(theme) == written(base)


def test_files_stand_in_one_by_one_and_extra_rules_are_added(tmp_path: Path) -> None:
    footer = "<footer>{{ page.site.visits }} lượt</footer>\n"
    own_theme(tmp_path, 'base = "modern"', **{"footer.html": footer, "extra.css": "h1{margin:1px}"})
    theme, base = load_theme("tet", own=tmp_path), load_theme("modern")
    assert theme.style == f"{base.style}\nh1{{margin:1px}}"
    page = written(theme)
    assert "<footer>1.234.567 lượt</footer>" in page
    assert page[: page.index("<footer")] in written(base)


def test_all_looks_rest_on_common_rules_that_a_theme_may_replace(tmp_path: Path) -> None:
    common = resource("themes/common/common.css").read_text("utf-8")
    own = {"style.css": "h1{margin:1px}", "common.css": "/* none */"}
    for name in theme_names():
        assert load_theme(name).style.startswith(common)
    place = own_theme(tmp_path, 'base = "paper"', **own)
    assert load_theme("tet", own=tmp_path).style == "/* none */\nh1{margin:1px}"
    (place / "common.css").unlink()
    assert load_theme("tet", own=tmp_path).style == f"{common}\nh1{{margin:1px}}"


def test_a_theme_is_read_again_when_a_file_changed(tmp_path: Path) -> None:
    place = own_theme(tmp_path, 'base = "paper"\n')
    first, before = load_theme("tet", own=tmp_path), theme_files(place)
    assert load_theme("tet", own=tmp_path) is first
    assert first.files == before
    assert place / "theme.toml" in {one.path for one in before}
    (place / "footer.html").write_text("<footer>mới</footer>", "utf-8")
    assert theme_files(place) != before
    assert "<footer>mới</footer>" in written(load_theme("tet", own=tmp_path))


def test_the_files_of_a_broken_theme_can_be_watched(tmp_path: Path) -> None:
    place = own_theme(tmp_path, "base =")
    assert {one.path.name for one in theme_files(place)} == {"theme.toml"}


def test_own_themes_are_listed_behind_the_shipped_and_do_not_hide_them(tmp_path: Path) -> None:
    for name in ("xuan", "paper", "Tên Lạ", "ha"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "theme.toml").write_text('base = "paper"\nlabel = "X"', "utf-8")
    assert theme_names(tmp_path) == ("paper", "modern", "ha", "xuan")
    assert theme_names(tmp_path / "nowhere") == ("paper", "modern")
    assert load_theme("paper", own=tmp_path).label == "Trang báo"
    context = replace(rich_context(PaperSettings(site_theme="xuan")), themes=tmp_path)
    assert theme_of(context).label == "X"


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ('base = "khong"', r"line 1: “khong” is not a theme to rest on; there are: modern, paper"),
        ("base = 3", "line 1: “3” is not a theme"),
        ('base = "paper"\ncolours = 3', "line 2: “colours” is not a table"),
        ('base = "paper"\n[dark]\npaqe = "#000000"', "line 3: “paqe” is none of page, "),
        ('base = "paper"\n[dark]\npage = "đen"', "line 3: “đen” is not a colour"),
        ('base = "paper"\nchrome = "sans 600"', "line 2: “chrome” is not a list"),
        ('base = "paper"\n[roles.tit]\nsize = 1', "line 2: “tit” is not a role"),
        (
            'base = "paper"\n[roles.lede]\nalign = "center"',
            "line 3: “align” cannot be “center”; it can be: left, centre, right, justify",
        ),
        ('base = "paper"\n[roles.lede]\nsize = "to"', "line 3: “size” must be a number, not “to”"),
        ('base = "paper"\n[roles.lede]\ncolor = 1', "line 3: “lede” has no property “color”"),
        ('base = "paper"\n[dark]\npage = #000000', "line 3: this is not TOML"),
        (TOML + '[dark]\npage = "#000000"', "line 12: “surface” is missing in \\[dark\\]"),
    ],
)
def test_mistakes_in_settings_are_told_with_their_line(
    tmp_path: Path, toml: str, words: str
) -> None:
    place = own_theme(tmp_path, toml, **{"page.html": PAGE, "style.css": ""})
    with pytest.raises(UserError, match=words):
        load_theme(place)


def test_links_and_strange_files_are_no_part_of_a_theme(tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text("bí mật", "utf-8")
    place = own_theme(tmp_path, 'base = "paper"', **{"Ghi chú.html": "x", "notes.txt": "x"})
    (place / "footer.html").symlink_to(secret)
    assert [one.path.name for one in theme_files(place) if one.path.parent == place] == [
        "theme.toml"
    ]
    assert "bí mật" not in written(load_theme(place))


def test_a_page_is_dark_where_the_device_is_and_never_on_paper() -> None:
    theme, paper = load_theme("paper"), PaperSettings()
    both = colour_variables(paper, theme.colours, theme.dark)
    day, night = both.split("@media screen and (prefers-color-scheme: dark)")
    assert f"--page:{theme.colours['page']}" in day
    assert f"--page:{theme.dark['page']}" in night
    light = colour_variables(paper, theme.colours, theme.dark, scheme=Scheme.LIGHT)
    assert light == day.strip() == colour_variables(paper, theme.colours)
    dark = colour_variables(paper, theme.colours, theme.dark, scheme=Scheme.DARK)
    assert "@media screen{:root" in dark
