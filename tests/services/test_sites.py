"""A library as a static site: whole, the same each time, with nothing that is not published."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from posixpath import join, normpath

import pytest
from lxml import etree
from lxml import html as lxml_html
from PIL import Image

from newsroom.domain.article import Article, Status
from newsroom.domain.document import Crop, Document, Paragraph, Photo, text_of
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.errors import NotFoundError, UsageError, UserError
from newsroom.formats.html.theme import theme_names
from newsroom.services.desk import Desk
from newsroom.services.settings import read_paper, save_paper
from newsroom.services.sites import export_site, site_folder_name
from tests.fakes.desk import NOON, SAFETY, SPECIAL, FakeClock, make_desk
from tests.site_sample import scene

SITE = "https://congdoan.example.vn"
CANARY = "VITRI-BIMAT"


def photo_file(warm: int = 0) -> bytes:
    """A wide photo that says where it was taken and by whom."""
    exif = Image.Exif()
    exif[0x013B] = CANARY
    exif.get_ifd(0x8825)[1] = CANARY
    out = BytesIO()
    scene(1300, 800, warm=warm).save(
        out, "JPEG", exif=exif.tobytes(), comment=CANARY.encode(), quality=85
    )
    return out.getvalue()


def put(desk: Desk, number: int, **fields: object) -> Article:
    """An article of the library; published unless `fields` say otherwise."""
    moment = NOON - timedelta(hours=number)
    values: dict[str, object] = {
        "id": ArticleId(f"article{number:04}"),
        "slug": f"bai-so-{number}",
        "headline": f"Bài số {number} về đời sống “công nhân” & thợ <may>",
        "lede": "Chuyện ở xưởng, kể trong ba phút.",
        "body": Document(blocks=(Paragraph(text=text_of(f"Đoạn đầu của bài {number}.")),)),
        "section": (SPECIAL, SAFETY),
        "tags": ("đoàn phí",),
        "byline": ("Lê Lâm", "Minh Tú"),
        "status": Status.PUBLISHED,
        "created": moment,
        "updated": moment,
        "published": moment,
    }
    with desk.open() as work:
        article = work.articles.add(Article(**(values | fields)))  # type: ignore[arg-type]
        work.commit()
    return article


def filled_desk() -> Desk:
    """Forty articles in two sections, three of them with photos, and some that must stay in."""
    desk = make_desk(clock=FakeClock(NOON))
    save_paper(desk=desk, settings=replace(read_paper(desk=desk), site_url=SITE))
    first = desk.photos.add(photo_file(), name="mot.jpg")
    second = desk.photos.add(photo_file(40), name="hai.jpg")
    uses = (
        Photo(photo=first.id, caption=text_of("Ca sáng"), crop=Crop(left=0.25)),
        Photo(photo=second.id, alt="Cổng xưởng"),
    )
    words = Paragraph(text=text_of("Một đoạn."))
    put(desk, 1, body=Document(blocks=(*uses, words)), related=(ArticleId("article0040"),))
    put(desk, 2, body=Document(blocks=uses[:1]), section=("Thời sự",))
    for number in range(3, 41):
        put(desk, number, section=("Thời sự",) if number % 4 == 0 else (SPECIAL, SAFETY))
    put(desk, 50, slug="ban-thao-mat", status=Status.APPROVED)
    put(desk, 51, slug="tin-cho-gio", embargo=NOON + timedelta(hours=1))
    put(desk, 52, slug="tin-da-bo", status=Status.SPIKED)
    return desk


def tree_of(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(paths)}


@pytest.fixture
def desk() -> Desk:
    return filled_desk()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("sites") / "site"
    export_site(desk=filled_desk(), target=folder)
    return tree_of(folder)


def pages(site: dict[str, bytes]) -> Iterator[tuple[str, lxml_html.HtmlElement]]:
    for path, data in site.items():
        if path.endswith(".html"):
            yield path, lxml_html.fromstring(data.decode())


def test_it_has_every_kind_of_page_and_what_they_share(site: dict[str, bytes]) -> None:
    assert {
        "index.html", "404.html", "robots.txt", "rss.xml", "sitemap.xml", "news-sitemap.xml",
        "thoi-su/index.html", "thoi-su/rss.xml", "thoi-su/bai-so-2.html",
        "chuyen-de/index.html", "chuyen-de/an-toan-lao-dong/index.html",
        "chuyen-de/an-toan-lao-dong/page-2.html", "chuyen-de/an-toan-lao-dong/bai-so-1.html",
        "van-hoa/index.html", "assets/style.css",
    } <= site.keys()  # fmt: skip
    assert sum(path.endswith(".woff") for path in site) == sum("/fonts/" in path for path in site)
    assert sum("bai-so-" in path for path in site) == 40


def addresses(tree: lxml_html.HtmlElement) -> Iterator[str]:
    yield from tree.xpath("//a/@href|//img/@src|//link[@rel='stylesheet']/@href")
    for listed in tree.xpath("//@srcset"):
        yield from (choice.split()[0] for choice in listed.split(","))


def test_every_address_is_relative_and_leads_to_a_file(site: dict[str, bytes]) -> None:
    wanted: set[str] = set()
    for path, tree in pages(site):
        folder = path.rpartition("/")[0]
        for address in addresses(tree):
            near = address.removeprefix(f"{SITE}/") if path == "404.html" else address
            assert "://" not in near, (path, address)
            if not near.startswith("#"):
                assert normpath(join(folder, near)) in site, (path, address)
                wanted.add(normpath(join(folder, near)))
    style = site["assets/style.css"].decode()
    wanted |= {f"assets/{name}" for name in re.findall(r'url\("([^"]+)"\)', style)}
    alone = {"404.html", "robots.txt", "rss.xml", "sitemap.xml", "news-sitemap.xml"}
    unnamed = {path for path in site if path not in wanted and not path.endswith("rss.xml")}
    assert unnamed <= alone


def test_every_page_is_sound(site: dict[str, bytes]) -> None:
    for path, tree in pages(site):
        assert site[path].startswith(b'<!doctype html>\n<html lang="vi">')
        assert len(tree.xpath("//title")) == len(tree.xpath("//main")) == 1
        assert len(tree.xpath("//h1")) >= 1, path
        assert not tree.xpath("//script[not(@type='application/ld+json')]|//*[@style]|//iframe")
        assert not tree.xpath("//img[not(@alt) or not(@width) or not(@height)]")
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), path
        policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        assert policy.startswith("default-src 'none'; ")
        canonical = tree.xpath("//link[@rel='canonical']/@href")
        assert canonical == (
            [] if path == "404.html" else [f"{SITE}/{path}".removesuffix("index.html")]
        )


def test_what_is_not_free_stays_in(desk: Desk, tmp_path: Path) -> None:
    report = export_site(desk=desk, target=tmp_path / "site")
    everything = b"".join(tree_of(tmp_path / "site").values())
    for slug in (b"ban-thao-mat", b"tin-cho-gio", b"tin-da-bo"):
        assert slug not in everything
    assert [(remark.template, remark.params) for remark in report.remarks] == [
        ("Articles left out because of their status: {count}.", {"count": 1}),
        ("Articles left out because they are under embargo: {count}.", {"count": 1}),
    ]


def test_the_embargo_ends(desk: Desk, tmp_path: Path) -> None:
    assert isinstance(desk.clock, FakeClock)
    desk.clock.pass_time(hours=2)
    export_site(desk=desk, target=tmp_path / "site")
    assert (tmp_path / "site/chuyen-de/an-toan-lao-dong/tin-cho-gio.html").is_file()


def test_twice_is_the_same_bytes_on_any_day(desk: Desk, tmp_path: Path) -> None:
    export_site(desk=desk, target=tmp_path / "one")
    first = tree_of(tmp_path / "one")
    export_site(desk=desk, target=tmp_path / "one")
    assert tree_of(tmp_path / "one") == first
    assert isinstance(desk.clock, FakeClock)
    with desk.open() as work:
        work.articles.remove(ArticleId("article0051"))
        work.commit()
    desk.clock.pass_time(days=400)
    export_site(desk=desk, target=tmp_path / "two")
    assert tree_of(tmp_path / "two") == first
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]


def test_photos_are_cut_shared_and_tell_nothing(site: dict[str, bytes]) -> None:
    found = {path: data for path, data in site.items() if path.startswith("assets/photos/")}
    assert not any(CANARY.encode() in data for data in site.values())
    sizes = [Image.open(BytesIO(data)).size for data in found.values()]
    assert (975, 800) in sizes
    assert (1300, 800) in sizes
    assert max(sizes) <= (1300, 800)
    # two photos in two frames: what an article cuts away is in no list either
    assert len({path.rpartition("/")[2].partition("-")[0] for path in found}) == 2
    # the cut photo is used by two articles and in lists
    cut = [size for size in sizes if abs(size[0] / size[1] - 975 / 800) < 0.02]
    assert sorted(cut) == [(320, 263), (480, 394), (800, 656), (975, 800)]


def feed(data: bytes) -> tuple[etree._Element, list[etree._Element]]:
    channel = etree.fromstring(data).find("channel")
    assert channel is not None
    return channel, channel.findall("item")


def test_feeds_have_what_rss_asks_for(site: dict[str, bytes]) -> None:
    channel, items = feed(site["rss.xml"])
    assert [channel.findtext(name) for name in ("title", "link", "language", "lastBuildDate")] == [
        "Báo Công Đoàn", f"{SITE}/", "vi", "Tue, 19 May 2026 11:00:00 +0700",
    ]  # fmt: skip
    assert channel.findtext("description")
    own = channel.find("{http://www.w3.org/2005/Atom}link")
    assert own is not None
    assert own.get("href") == f"{SITE}/rss.xml"
    assert len(items) == 30
    first = items[0]
    assert first.findtext("title") == "Bài số 1 về đời sống “công nhân” & thợ <may>"
    assert first.findtext("link") == f"{SITE}/chuyen-de/an-toan-lao-dong/bai-so-1.html"
    assert first.findtext("guid") == "article0001"
    assert first.findtext("pubDate") == "Tue, 19 May 2026 11:00:00 +0700"
    creators = first.findall("{http://purl.org/dc/elements/1.1/}creator")
    assert [creator.text for creator in creators] == ["Lê Lâm", "Minh Tú"]
    assert [one.text for one in first.findall("category")] == [SAFETY, "đoàn phí"]
    _, news = feed(site["thoi-su/rss.xml"])
    assert {one.findtext("link", "").split("/")[3] for one in news} == {"thoi-su"}


MAPS = {
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
}


def test_the_sitemap_names_every_page_once(site: dict[str, bytes]) -> None:
    root = etree.fromstring(site["sitemap.xml"])
    assert root.tag == f"{{{MAPS['map']}}}urlset"
    found = root.xpath("map:url/map:loc/text()", namespaces=MAPS)
    assert len(found) == len(set(found)) == 40 + 4
    for address in found:
        path = address.removeprefix(f"{SITE}/")
        assert (path if path.endswith(".html") else f"{path}index.html") in site
    changed = root.xpath("map:url/map:lastmod/text()", namespaces=MAPS)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00", one) for one in changed)
    assert b"Sitemap: https://congdoan.example.vn/sitemap.xml\n" in site["robots.txt"]


def test_the_news_sitemap_names_two_days(site: dict[str, bytes]) -> None:
    root = etree.fromstring(site["news-sitemap.xml"])
    assert len(root.xpath("map:url", namespaces=MAPS)) == 40
    title = root.xpath("map:url[1]/news:news/news:title/text()", namespaces=MAPS)
    assert title == ["Bài số 1 về đời sống “công nhân” & thợ <may>"]
    names = root.xpath("map:url[1]/news:news/news:publication/*/text()", namespaces=MAPS)
    assert names == ["Báo Công Đoàn", "vi"]


def test_without_an_address_only_what_needs_none_is_written(desk: Desk, tmp_path: Path) -> None:
    save_paper(desk=desk, settings=replace(read_paper(desk=desk), site_url=""))
    report = export_site(desk=desk, target=tmp_path / "site")
    made = tree_of(tmp_path / "site")
    assert not [path for path in made if path.endswith(".xml")]
    assert b"http" not in made["robots.txt"]
    assert b'rel="canonical"' not in b"".join(made.values())
    assert report.remarks[0].template.startswith("The paper has no site address: feeds")


def test_related_links_stay_on_the_site(site: dict[str, bytes]) -> None:
    tree = lxml_html.fromstring(site["chuyen-de/an-toan-lao-dong/bai-so-1.html"].decode())
    assert tree.xpath("//*[@class='related']//a/@href")[0] == "../../thoi-su/bai-so-40.html"


@pytest.mark.parametrize("theme", theme_names())
def test_a_section_and_a_choice_of_articles(desk: Desk, tmp_path: Path, theme: str) -> None:
    export_site(desk=desk, target=tmp_path / "a", section=("Thời sự",), theme=theme)
    made = tree_of(tmp_path / "a")
    assert {path.split("/")[0] for path in made if path.endswith(".html")} == {
        "index.html", "404.html", "thoi-su",
    }  # fmt: skip
    ids = [ArticleId("article0001"), ArticleId("article0050")]
    both = frozenset({Status.PUBLISHED, Status.APPROVED})
    report = export_site(desk=desk, target=tmp_path / "b", ids=ids, statuses=both, theme=theme)
    assert report.exported[0].ids == tuple(ids)
    assert (tmp_path / "b/chuyen-de/an-toan-lao-dong/ban-thao-mat.html").is_file()


def test_lost_and_broken_photos_leave_empty_places(desk: Desk, tmp_path: Path) -> None:
    body = Document(blocks=(Photo(photo=PhotoId("0" * 64), caption=text_of("Đã mất")),))
    put(desk, 60, body=body)
    report = export_site(desk=desk, target=tmp_path / "site")
    page = (tmp_path / "site/chuyen-de/an-toan-lao-dong/bai-so-60.html").read_text("utf-8")
    assert 'class="missing"' in page
    assert report.remarks[-1].template.startswith("Photos that are missing or damaged")
    assert report.remarks[-1].params == {"count": 1}


class Stopper:
    """Progress that is cancelled after some articles."""

    def __init__(self, after: int) -> None:
        self.seen: list[tuple[int, int]] = []
        self._after = after

    def report(self, done: int, total: int, label: str) -> None:
        self.seen.append((done, total))

    def cancelled(self) -> bool:
        return len(self.seen) >= self._after


def test_a_cancel_leaves_everything_as_it_was(desk: Desk, tmp_path: Path) -> None:
    export_site(desk=desk, target=tmp_path / "site")
    before = tree_of(tmp_path / "site")
    put(desk, 70)
    watch = Stopper(after=12)
    report = export_site(desk=desk, target=tmp_path / "site", progress=watch)
    assert report.cancelled
    assert watch.seen[-1] == (11, 41)
    assert tree_of(tmp_path / "site") == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_strangers_folder_is_left_alone(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "thu.txt").write_text("của tôi", "utf-8")
    with pytest.raises(UserError, match="holds other files"):
        export_site(desk=desk, target=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thu.txt"]
    with pytest.raises(UserError, match="is a file"):
        export_site(desk=desk, target=tmp_path / "thu.txt")


def test_what_cannot_be_is_said(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "site"
    with pytest.raises(UserError, match="nothing to put on a site"):
        export_site(desk=desk, target=target, section=("Văn hóa",))
    with pytest.raises(NotFoundError):
        export_site(desk=desk, target=target, section=("Không có",))
    with pytest.raises(NotFoundError):
        export_site(desk=desk, target=target, theme="khong-co")
    with pytest.raises(UsageError, match="bin"):
        export_site(desk=desk, target=target, statuses={Status.SPIKED})
    assert not target.exists()


def test_the_folder_is_named_after_the_paper(desk: Desk) -> None:
    assert site_folder_name(read_paper(desk=desk)) == "bao-cong-doan-site"
