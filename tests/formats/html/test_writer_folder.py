"""The exported folder: complete by itself, the same each time, telling nothing on anyone."""

import re
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from lxml import html as lxml_html

from newsroom.domain.document import Document, Mark, Paragraph, Photo
from newsroom.domain.ids import PhotoId
from newsroom.errors import UserError
from newsroom.formats.html.folder import html_file, html_folder
from newsroom.formats.html.theme import load_theme, theme_names
from tests.site_sample import photo_sources, rich_article, rich_context, run, source

GOLDEN = Path(__file__).parents[2] / "golden" / "html"


@pytest.fixture(scope="module", params=theme_names())
def files(request: pytest.FixtureRequest) -> dict[str, bytes]:
    made = html_folder(rich_article(), rich_context(), theme=load_theme(request.param))
    assert len({one.path for one in made}) == len(made)
    return {one.path: one.data for one in made}


def test_it_holds_page_style_fonts_and_photos(files: dict[str, bytes]) -> None:
    assert {"index.html", "style.css"} < files.keys()
    suffixes = {PurePosixPath(path).parent.name + PurePosixPath(path).suffix for path in files}
    assert suffixes == {".html", ".css", "fonts.woff", "photos.jpg"}


def test_every_address_leads_to_a_file_of_the_folder(files: dict[str, bytes]) -> None:
    tree = lxml_html.fromstring(files["index.html"].decode())
    wanted = {*tree.xpath("//@src"), *tree.xpath("//link[@rel='stylesheet']/@href")}
    choices = (choice for listed in tree.xpath("//@srcset") for choice in listed.split(","))
    wanted |= {choice.split()[0] for choice in choices}
    wanted |= set(re.findall(r'url\("([^"]+)"\)', files["style.css"].decode()))
    assert wanted | {"index.html"} == files.keys()
    assert not re.search(rb"url\((?!\")|@import", files["style.css"])


def test_nothing_is_loaded_from_elsewhere(files: dict[str, bytes]) -> None:
    page = files["index.html"].decode()
    tree = lxml_html.fromstring(page)
    active = "//iframe|//object|//embed|//form|//style|//*[@style]"
    assert not tree.xpath(f"//script[not(@type='application/ld+json')]|{active}")
    assert not re.search(r'(src|srcset|poster|data)="(https?:)?//', page)
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; ")
    assert "http" not in policy


def test_photos_say_how_large_they_are(files: dict[str, bytes]) -> None:
    tree = lxml_html.fromstring(files["index.html"].decode())
    photo = tree.xpath("//figure/img")[0]
    assert (photo.get("width"), photo.get("height")) == ("1600", "880")
    assert [choice.split()[1] for choice in photo.get("srcset").split(", ")] == [
        "1600w", "1200w", "800w", "480w"
    ]  # fmt: skip
    assert (photo.get("fetchpriority"), photo.get("loading")) == ("high", None)
    assert photo.get("alt") == "Công nhân ngồi trước máy may trong xưởng nhiều cửa sổ"


def test_the_same_article_gives_the_same_bytes() -> None:
    theme = load_theme("paper")
    first, again = (html_folder(rich_article(), rich_context(), theme=theme) for _ in range(2))
    assert first == again


def test_fonts_are_those_that_the_page_is_set_in() -> None:
    plain = replace(rich_article(), body=Document(blocks=(Paragraph(text=(run("chữ"),)),)))
    bold = replace(
        plain, body=Document(blocks=(Paragraph(text=(run("chữ", Mark.BOLD, Mark.ITALIC),)),))
    )
    theme = load_theme("modern")
    few, more = (
        {one.path for one in html_folder(article, rich_context(), theme=theme)}
        for article in (plain, bold)
    )
    assert more - few == {
        "fonts/SourceSerif4_700Bold_Italic.woff",
        "fonts/BeVietnamPro_400Regular_Italic.woff",
    }
    assert "fonts/RobotoCondensed_400Regular.woff" not in more


def test_fonts_are_light(files: dict[str, bytes]) -> None:
    fonts = [len(data) for path, data in files.items() if path.startswith("fonts/")]
    assert len(fonts) >= 5
    assert sum(fonts) < 250_000


def test_one_photo_used_twice_is_one_set_of_files() -> None:
    first, _ = photo_sources()
    twice = Document(blocks=(Photo(photo=first.file.id), Photo(photo=first.file.id)))
    context = replace(rich_context(), related=(), latest=())
    made = html_folder(replace(rich_article(), body=twice), context, theme=load_theme("paper"))
    widths = [one.path.rpartition("-")[2] for one in made if one.path.startswith("photos/")]
    assert widths == ["1600.jpg", "1200.jpg", "800.jpg", "480.jpg"]
    page = lxml_html.fromstring(made[0].data.decode())
    assert [image.get("loading") for image in page.xpath("//figure/img")] == [None, "lazy"]


def test_a_broken_photo_is_named() -> None:
    broken = source(b"GIF89a but no", name="hỏng.gif", width=10, height=10)
    article = replace(rich_article(), body=Document(blocks=(Photo(photo=PhotoId(broken.file.id)),)))
    context = replace(rich_context(), photos={broken.file.id: broken})
    with pytest.raises(UserError, match=r"“hỏng\.gif” cannot be read"):
        html_folder(article, context, theme=load_theme("paper"))


def test_one_file_holds_everything() -> None:
    made = html_file(rich_article(), rich_context(), theme=load_theme("paper"))
    page = made.data.decode()
    tree = lxml_html.fromstring(page)
    assert all(address.startswith("data:image/") for address in tree.xpath("//@src"))
    assert not tree.xpath("//link|//@srcset")
    assert not re.search(r'url\("(?!data:font/woff;base64,)', page)


def test_one_file_keeps_a_headline_that_looks_like_its_parts() -> None:
    article = replace(rich_article(), headline="</> hay <style>?")
    page = html_file(article, rich_context(), theme=load_theme("paper")).data.decode()
    tree = lxml_html.fromstring(page)
    assert tree.xpath("//h1")[0].text_content() == "</> hay <style>?"
    assert "@font-face" in tree.xpath("//style")[0].text


@pytest.mark.parametrize("theme", theme_names())
def test_the_page_is_the_one_that_was_approved(theme: str) -> None:
    """After a wanted change, delete the file under tests/golden/html and run the test twice."""
    made = html_folder(rich_article(), rich_context(), theme=load_theme(theme))
    page = next(one.data for one in made if one.path == "index.html").decode()
    approved = GOLDEN / f"{theme}.html"
    if not approved.exists():
        approved.write_text(page, "utf-8")
        pytest.fail(f"{approved.name} was written; look at it and run again")
    assert page == approved.read_text("utf-8")
