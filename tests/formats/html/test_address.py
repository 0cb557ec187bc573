"""Addresses of pages: section and slug, without diacritics, each leading to one page only."""

from dataclasses import replace

import pytest

from newsroom.domain.paper import PaperSettings
from newsroom.domain.taxonomy import Section, SectionTree
from newsroom.formats.html.address import (
    article_path,
    public_address,
    section_folder,
    site_address,
)
from tests.site_sample import rich_article

TREE = SectionTree(
    roots=(
        Section(
            name="Chuyên đề",
            slug="chuyen-de",
            children=(Section(name="Đời sống", slug="Đời sống"),),
        ),
        Section(name="Con", slug="con"),
        Section(name="Assets", slug="assets"),
        Section(name="Chuyen de!", slug="chuyen-de"),
    )
)


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ((), ""),
        (("Chuyên đề",), "chuyen-de/"),
        (("Chuyên đề", "Đời sống"), "chuyen-de/doi-song/"),
        (("Con",), "con-2/"),
        (("Assets",), "assets-2/"),
        (("Chuyen de!",), "chuyen-de-2/"),
        (("Mục đã xóa", "???"), "muc-da-xoa/section/"),
    ],
)
def test_folders_of_sections(path: tuple[str, ...], folder: str) -> None:
    assert section_folder(path, TREE) == folder


@pytest.mark.parametrize(
    ("slug", "headline", "name"),
    [
        ("Đình công", "", "dinh-cong.html"),
        ("", "Đồng tâm, hiệp lực", "dong-tam-hiep-luc.html"),
        ("", "", "m4y0d0anph1x.html"),
        ("index", "", "index-m4y0d0anph1x.html"),
        ("page-2", "", "page-2-m4y0d0anph1x.html"),
        ("nul", "", "nul-m4y0d0anph1x.html"),
    ],
)
def test_names_of_articles(slug: str, headline: str, name: str) -> None:
    article = replace(rich_article(), slug=slug, headline=headline, section=("Chuyên đề",))
    assert article_path(article, TREE) == f"chuyen-de/{name}"


@pytest.mark.parametrize(
    ("setting", "address"),
    [
        ("", ""),
        ("https://congdoan.example.vn", "https://congdoan.example.vn/"),
        (" https://example.vn/bao/?a=1#b ", "https://example.vn/bao/"),
        ("ftp://example.vn", ""),
        ("mailto:toasoan@example.vn", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_the_address_of_the_site(setting: str, address: str) -> None:
    assert site_address(PaperSettings(site_url=setting)) == address


def test_what_others_call_a_picture() -> None:
    page = "https://example.vn/chuyen-de/bai.html"
    assert public_address("../assets/a.jpg", page) == "https://example.vn/assets/a.jpg"
    assert public_address("photos/a.jpg", page) == "https://example.vn/chuyen-de/photos/a.jpg"
    assert public_address("data:image/png;base64,AA", page) is None
    assert public_address("photos/a.jpg", "") is None
