"""Pages are valid HTML that everyone can use, in every theme; with outside tools where there are.

`NEWSROOM_NODE_MODULES` names a folder with html-validate, axe-core and playwright-core; a Chromium
is looked for on the path. How to get them stands in CONTRIBUTING.md.
"""

import json
import os
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html as lxml_html

from newsroom.domain.paper import PaperSettings
from newsroom.formats.html.colours import contrast
from newsroom.formats.html.theme import load_theme, theme_names
from newsroom.formats.html.variables import shades
from tests.site_pages import write_site

MODULES = os.environ.get("NEWSROOM_NODE_MODULES", "")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
NAMES = ("article", "bare", "crowded", "untitled", "unlinked", "front", "section", "empty")
_OWN_ROLES = {"header": "banner", "footer": "contentinfo", "main": "main"}


@pytest.fixture(scope="module", params=theme_names())
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(request.param)
    write_site(folder, load_theme(request.param))
    return folder


@pytest.fixture(params=NAMES)
def page(site: Path, request: pytest.FixtureRequest) -> lxml_html.HtmlElement:
    return lxml_html.fromstring((site / f"{request.param}.html").read_text("utf-8"))


def test_there_is_one_of_each_landmark_and_each_has_a_name(page: lxml_html.HtmlElement) -> None:
    top = "//*[not(ancestor::article or ancestor::section or ancestor::main)]"
    for element in _OWN_ROLES:
        assert len(page.xpath(f"{top}[self::{element}]")) == 1, element
    named = page.xpath("//nav|//aside|//section")
    names = [_name(page, element) for element in named]
    assert all(names), names
    assert len(set(names)) == len(names), names


def _name(page: lxml_html.HtmlElement, element: lxml_html.HtmlElement) -> str:
    labelled = element.get("aria-labelledby")
    if labelled:
        return f"{element.tag} {page.get_element_by_id(labelled).text_content().strip()}"
    label = element.get("aria-label", "").strip()
    return f"{element.tag} {label}" if label else ""


def test_headings_step_down_one_by_one_from_the_only_first(page: lxml_html.HtmlElement) -> None:
    headings = page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")
    levels = [int(heading.tag[1]) for heading in headings]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(heading.text_content().strip() for heading in headings)


def test_what_is_not_text_has_words_or_says_that_it_needs_none(page: lxml_html.HtmlElement) -> None:
    assert not page.xpath("//img[not(@alt)]|//img[not(@width) or not(@height)]")
    assert all(words.strip() for words in page.xpath("//figure/img/@alt"))
    assert all(link.text_content().strip() for link in page.xpath("//a"))
    assert not page.xpath("//table//th[not(@scope)]|//*[@onclick]|//*[@style]")


def test_language_ids_and_references_hold(page: lxml_html.HtmlElement) -> None:
    assert page.get("lang") == "vi"
    ids = page.xpath("//@id")
    assert len(set(ids)) == len(ids)
    targets = {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} - {"top"}
    assert targets <= set(ids)
    assert page.xpath("//body//a")[0].get("href") == "#main"
    assert not page.xpath("//ul/*[not(self::li)]|//ol/*[not(self::li)]")


def test_a_table_can_be_scrolled_by_keyboard(site: Path) -> None:
    page = lxml_html.fromstring((site / "bare.html").read_text("utf-8"))
    for region in page.xpath("//*[@class='table-scroll']"):
        assert region.get("tabindex") == "0"
        assert region.get("aria-label")


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("brand", ["#0B4F8A", "#FFE600", "#FFFFFF", "#000000", "#C8102E"])
def test_text_can_be_read_on_every_ground_by_day_and_by_night(theme: str, brand: str) -> None:
    made = load_theme(theme)
    paper = PaperSettings(brand_colour=brand, accent_colour=brand)
    for inks in (made.colours, made.dark):
        colours = shades(paper, inks)
        on_page = ("primary", "secondary", "tertiary", "brand-ink", "accent-ink")
        pairs = [(ink, ground) for ink in on_page for ground in ("page", "surface", "tint")]
        pairs += [("on-brand", "brand"), ("on-brand-soft", "brand")]
        poor = [pair for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < 4.5]
        assert poor == []


@pytest.mark.skipif(not (MODULES and CHROMIUM), reason="html-validate and axe-core are not here")
def test_checkers_find_nothing(site: Path) -> None:
    done = subprocess.run(
        ["node", str(Path(__file__).with_name("site_check.mjs")), str(site)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"NEWSROOM_CHROMIUM": str(CHROMIUM)},
        timeout=600,
    )
    assert [json.loads(line) for line in done.stdout.splitlines()] == []
