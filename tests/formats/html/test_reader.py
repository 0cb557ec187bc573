import base64
import io
import os
import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from newsroom.domain.document import (
    Box,
    Heading,
    ListBlock,
    Mark,
    Paragraph,
    Photo,
    Quote,
    Table,
    block_plain,
    photos,
    plain,
)
from newsroom.domain.ids import PhotoId
from newsroom.domain.json_document import block_from_json, block_to_json
from newsroom.formats.html.assets import Assets
from newsroom.formats.html.blocks import WebImage
from newsroom.formats.html.reader import read_fragment, read_fragment_with_photos, read_html
from newsroom.formats.html.theme import load_theme, theme_names
from newsroom.formats.html.writer import render_page
from tests.imported_values import article_value, block_value, check_golden
from tests.site_sample import photo_sources, rich_article, rich_context

_HERE = Path(__file__).parent
_GOLDEN = _HERE.parents[1] / "golden" / "import" / "html"
_PAGES = sorted((_HERE / "pages").glob("*.html"))
_CLIPBOARD = sorted((_HERE / "clipboard").glob("*.html"))
_LONG = (
    "Đoạn văn này kể về đời sống của công nhân ở khu trọ, về lớp học buổi tối và vườn rau "
    "trên mái tôn, đủ dài để ai đọc cũng thấy đó là một đoạn văn."
)


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.stem)
def test_pages_of_many_sites(page: Path) -> None:
    article = read_html(page.read_text(encoding="utf-8"))
    check_golden(_GOLDEN / f"{page.stem}.json", article_value(article))


@pytest.mark.parametrize("paste", _CLIPBOARD, ids=lambda paste: paste.stem)
def test_clipboards_of_many_programs(paste: Path) -> None:
    blocks = read_fragment(paste.read_text(encoding="utf-8"))
    check_golden(_GOLDEN / f"clipboard-{paste.stem}.json", [block_value(block) for block in blocks])


def _png(colour: tuple[int, int, int] = (200, 30, 30)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(out, "PNG")
    return out.getvalue()


def _texts(html: str) -> list[str]:
    return [block_plain(block) for block in read_fragment(html)]


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>một</p><p>hai</p>", ["một", "hai"]),
        ("<div>một<div>hai</div>ba</div>", ["một", "hai", "ba"]),
        ("một<br>hai", ["một\nhai"]),
        ("một<br><br>\n hai", ["một", "hai"]),
        ("<p>  một\n\t <b> hai </b> ba</p>", ["một hai ba"]),
        ("<p>n<b>ghĩ</b>a</p>", ["nghĩa"]),
        ("<p>&nbsp;</p><p>một&nbsp; hai</p>", ["một hai"]),
        ("<td>một</td><td>hai</td>", ["một", "hai"]),
        ("<h2>một</h2>hai", ["một", "hai"]),
        ("<p>m\u0323o\u0302\u0323t</p>", ["ṃột"]),
        ("<my-card>một</my-card><my-card>hai</my-card>", ["một", "hai"]),
        ("<script>x</script><style>y</style>một<!-- z -->", ["một"]),
        ("<p>một < hai & ba</p>", ["một < hai & ba"]),
        ("một<p>hai", ["một", "hai"]),
        ("", []),
    ],
)
def test_words_are_neither_fused_nor_torn(html: str, texts: list[str]) -> None:
    assert _texts(html) == texts


def test_marks_and_links_are_kept_and_styles_dropped() -> None:
    (block,) = read_fragment(
        "<p><b>a</b><strong>b</strong><i>c</i><u>d</u><s>e</s><sup>f</sup><sub>g</sub>"
        "<span style='color:red;font-weight:bold'>h</span>"
        "<a href='https://x.example/?a=1&amp;b=2' onclick='x()'>i</a>"
        "<a href='javascript:x()'>j</a><a href='/k'>k</a><a href='mailto:l@x.example'>l</a></p>"
    )
    assert isinstance(block, Paragraph)
    assert [(run.text, set(run.marks), run.link) for run in block.text] == [
        ("ab", {Mark.BOLD}, None),
        ("c", {Mark.ITALIC}, None),
        ("d", {Mark.UNDERLINE}, None),
        ("e", {Mark.STRIKE}, None),
        ("f", {Mark.SUPERSCRIPT}, None),
        ("g", {Mark.SUBSCRIPT}, None),
        ("h", {Mark.BOLD}, None),
        ("i", set(), "https://x.example/?a=1&b=2"),
        ("jk", set(), None),
        ("l", set(), "mailto:l@x.example"),
    ]


def test_merged_cells_are_squared_out() -> None:
    (table,) = read_fragment(
        "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e</table>"
    )
    assert isinstance(table, Table)
    rows = [[plain(cell) for cell in row] for row in table.rows]
    assert rows == [["a", "b", ""], ["", "c", "d"], ["e", "", ""]]


def test_absurd_spans_do_not_blow_up() -> None:
    blocks = read_fragment(
        "<table>" + "<tr><td colspan=99999 rowspan=99999>a<td>b" * 400 + "</table>"
    )
    assert {block_plain(block) for block in blocks} == {"a", "b"}


def test_a_figure_with_its_bytes_is_a_photo_with_caption_and_credit() -> None:
    data = _png()
    address = "data:image/png;base64," + base64.b64encode(data).decode()
    article = read_fragment_with_photos(
        f"<figure><img src='{address}' alt='Xe đạp'><figcaption>Trao <b>xe</b>. Ảnh: Lê Na"
        "</figcaption></figure>"
    )
    (block,) = article.body.blocks
    assert isinstance(block, Photo)
    assert (plain(block.caption), block.credit, block.alt) == ("Trao xe.", "Lê Na", "Xe đạp")
    assert article.photos[block.photo].data == data


def test_photos_come_from_the_given_loader_alone() -> None:
    asked: list[str] = []

    def load(address: str) -> bytes | None:
        asked.append(address)
        return _png() if address.endswith("a.png") else None

    page = (
        f"<p>{_LONG}</p><img src='https://x.example/img/a.png'><p>Ảnh: Lê Na</p><p>{_LONG}</p>"
        f"<figure><img src='b.jpg'><figcaption>Chú thích b</figcaption></figure><p>{_LONG}</p>"
    )
    article = read_html(page, load_image=load)
    assert asked == ["https://x.example/img/a.png", "b.jpg"]
    kinds = [type(block) for block in article.body.blocks]
    assert kinds == [Paragraph, Photo, Paragraph, Paragraph, Paragraph]
    assert [photo.name for photo in article.photos.values()] == ["a.png"]
    assert "Chú thích b" in [block_plain(block) for block in article.body.blocks]
    assert len(article.remarks) == 1


def test_boxes_quotes_and_nested_lists() -> None:
    blocks = read_fragment(
        "<table><tr><td><p><b>Số liệu</b></p><p>Cả khu có 12.000 công nhân, một nửa ở trọ.</p>"
        "</td></tr></table><blockquote>Nước là của chung.</blockquote>"
        "<ul><li>a<ul><li>b<ul><li>c</ul></ul><li>d</ul>"
    )
    assert [type(block) for block in blocks] == [Box, Quote, ListBlock]
    assert isinstance(blocks[2], ListBlock)
    assert [item.level for item in blocks[2].items] == [0, 1, 2, 0]


def test_an_empty_page_gives_an_empty_article_with_a_remark() -> None:
    for html in ("", "<html></html>", "<script>a</script>", "<p>&nbsp;</p>"):
        article = read_html(html)
        assert article.body.blocks == ()
        assert [remark.template for remark in article.remarks] == ["There is no text to import."]


def test_a_copied_page_without_its_head_is_understood_like_text() -> None:
    article = read_html(
        "<div><a>Trang chủ</a><a>Chuyên đề</a></div><div>Chuyên đề</div>"
        "<div>Cập nhật lúc 10:33 20/07/2020 (GMT+7)</div><h1>Khu trọ mở hội</h1>"
        f"<p><b>{_LONG}</b></p><p>&nbsp;</p><p>{_LONG}</p><p><b>Vui như làng</b></p><p>{_LONG}</p>"
        "<p align=right><b>ĐẶNG LỢI</b></p><div>In</div><div>Về đầu</div>"
    )
    assert article.section == ("Chuyên đề",)
    assert article.headline == "Khu trọ mở hội"
    assert article.lede == _LONG
    assert article.byline == ("Đặng Lợi",)
    assert [type(block) for block in article.body.blocks] == [Paragraph, Heading, Paragraph]
    assert article.dropped[-2:] == ("In", "Về đầu")


_TRAPS = {
    "deep blocks": "<div>" * 50_000 + "chữ" + "</div>" * 50_000,
    "deep marks": "<b>" * 50_000 + "chữ",
    "deep lists": "<ul><li>chữ" * 3_000,
    "deep tables": "<table><tr><td>chữ" * 2_000,
    "deep quotes": "<blockquote>chữ" * 3_000,
    "open comments": "chữ" + "<!--" * 100_000,
    "angle brackets": "chữ" + "<" * 200_000,
    "attributes": "<p " + "a='b' " * 100_000 + ">chữ</p>",
    "open scripts": "chữ<script>" * 5_000,
    "custom": "<x-y>" * 30_000 + "chữ",
    "entities": "chữ" + "&" * 200_000,
}


@pytest.mark.parametrize("trap", _TRAPS)
def test_traps_are_read_fast_and_keep_their_words(trap: str) -> None:
    start = time.process_time()
    article = read_html(_TRAPS[trap])
    words = [article.headline, *(block_plain(block) for block in article.body.blocks)]
    assert "chữ" in " ".join(words)
    assert time.process_time() - start < 5


@pytest.mark.skipif("PYTEST_XDIST_WORKER" in os.environ, reason="a figure, not for shared cores")
def test_a_megabyte_takes_a_moment() -> None:
    paragraph = f"<p>{_LONG} <b>đậm</b> <a href='https://x.example/'>liên kết</a></p>\n"
    page = f"<html><body><article><h1>Tít</h1>{paragraph * 4_500}</article></body></html>"
    assert len(page.encode()) > 1_000_000
    start = time.process_time()
    assert len(read_html(page).body.blocks) == 4_500
    assert len(_texts("<p>" + "chữ nghĩa " * 100_000)) == 1
    assert time.process_time() - start < 4  # one on a machine that does nothing else


_TAGS = """
    p div b i span a li ul ol table tr td th h1 h2 blockquote figure figcaption img br hr pre
    article main aside nav footer header section font center script style o:p x-y em sup
"""
_CLASSES = [
    "",
    " class='sapo'",
    " class='author'",
    " class='breadcrumb'",
    " class='related'",
    " class='caption'",
    " style='font-weight:bold'",
    " class='MsoListParagraph'",
    " style='mso-list:l0 level2 lfo1'",
    " colspan=3",
    " href='https://x.example/'",
]
_tags = st.sampled_from(_TAGS.split())
_words = st.sampled_from(
    ["một hai ", "Tít bài ở đây", "20/7/2020 10:33", "ĐẶNG LỢI", "In", _LONG, "<!--", "-->"]
)
_bits = st.one_of(
    st.builds("<{}{}>".format, _tags, st.sampled_from(_CLASSES)),
    st.builds("</{}>".format, _tags),
    _words,
    st.text(max_size=20),
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_bits, max_size=40))
def test_any_soup_gives_sound_blocks(bits: list[str]) -> None:
    html = "".join(bits)
    for blocks in (read_fragment(html), read_html(html).body.blocks):
        for block in blocks:
            assert block_from_json(block_to_json(block)) == block
            assert not re.search("[\x00-\x08\x0b-\x1f\u00ad\u200b]", block_plain(block))
            if isinstance(block, Table):
                assert len({len(row) for row in block.rows}) == 1
            if isinstance(block, ListBlock):
                levels = [item.level for item in block.items]
                assert levels[0] == 0
                assert all(b <= a + 1 for a, b in pairwise(levels))


_parts = st.tuples(
    st.sampled_from(["p", "div", "b", "li", "td", "h2", "blockquote", "aside", "nav"]),
    st.sampled_from(_CLASSES[:6]),
    st.sampled_from([_LONG, "Tít", "In", "một"]),
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_parts, max_size=15))
def test_no_word_of_a_page_is_lost(parts: list[tuple[str, str, str]]) -> None:
    marked = [f"{words} w{number}" for number, (_, _, words) in enumerate(parts)]
    html = "<main>" + "".join(
        f"<{tag}{rest}>{words}</{tag}>" for (tag, rest, _), words in zip(parts, marked, strict=True)
    )
    article = read_html(html)
    kept = " ".join(
        [
            *article.section, article.kicker, article.headline, article.lede, article.dateline,
            *article.byline, *article.tags, *article.dropped,
            *(block_plain(block) for block in article.body.blocks),
        ]
    )  # fmt: skip
    for words in marked:
        assert words.rsplit(" ", 1)[1] in kept


@pytest.mark.parametrize("theme", theme_names())
def test_our_own_page_is_read_back(theme: str) -> None:
    article = rich_article()
    pictures = {photo.photo: photo for photo in photos(article.body)}
    sources = {source.file.id: source for source in photo_sources()}

    def picture(photo: Photo) -> WebImage:
        return WebImage(src=f"photos/{photo.photo}.jpg", width=600, height=400)

    def load(address: str) -> bytes | None:
        name = address.removeprefix("photos/").removesuffix(".jpg")
        return sources[PhotoId(name)].read() if name in pictures else None

    assets = Assets(policy="default-src 'none'", image=picture)
    page = render_page(article, rich_context(), theme=load_theme(theme), assets=assets)
    found = read_html(str(page), load_image=load)
    for name in ("section", "kicker", "headline", "lede", "byline", "tags", "language"):
        assert getattr(found, name) == getattr(article, name), name
    assert found.updated == article.updated
    assert [(type(b), block_plain(b)) for b in found.body.blocks] == [
        (type(b), block_plain(b)) for b in article.body.blocks
    ]
