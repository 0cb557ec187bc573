"""The site's article page: what stands on it, in which order, and that nothing else gets in."""

import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from newsroom.domain.article import Article
from newsroom.domain.document import (
    Box,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Photo,
    Quote,
    Table,
    text_of,
)
from newsroom.domain.ids import BlockId, PhotoId
from newsroom.domain.paper import PaperSettings
from newsroom.domain.rendering import RenderContext
from newsroom.formats.html.assets import Assets
from newsroom.formats.html.blocks import WebImage, render_blocks
from newsroom.formats.html.markup import render_text, safe_link
from newsroom.formats.html.theme import load_theme, theme_names
from newsroom.formats.html.writer import render_main, render_page
from tests.site_sample import NOW, SECTION, rich_article, rich_context, run, summary
from tests.strategies import documents

POLICY = "default-src 'none'; style-src 'self'; img-src 'self'"


def picture(photo: Photo) -> WebImage | None:
    return WebImage(src=f"photos/{photo.photo[:8]}.jpg", width=1600, height=900)


def no_picture(photo: Photo) -> None:
    del photo


ASSETS = Assets(policy=POLICY, image=picture)


def page(
    article: Article | None = None,
    context: RenderContext | None = None,
    theme: str = "paper",
    assets: Assets = ASSETS,
) -> str:
    return render_page(
        article or rich_article(), context or rich_context(), theme=load_theme(theme), assets=assets
    )


def blocks(*parts: object) -> str:
    document = Document(blocks=parts)  # type: ignore[arg-type]
    return str(render_blocks(document, image=picture, paper=PaperSettings()))


def words_on(markup: str) -> str:
    return " ".join(lxml_html.fromstring(markup).text_content().split())


@pytest.mark.parametrize("theme", theme_names())
def test_everything_stands_on_the_page_from_top_to_bottom(theme: str) -> None:
    article = rich_article()
    body = lxml_html.fromstring(page(article, theme=theme)).find("body")
    words = " ".join(body.text_content().split())
    expected = [
        "Báo Công Đoàn",
        "Trang chủ Thời sự Công đoàn Chuyên đề Pháp luật Đời sống Văn hóa",
        "Trang chủ› Chuyên đề› Phát triển đoàn viên, xây dựng tổ chức Công đoàn",
        "Phát triển đoàn viên, xây dựng tổ chức Công đoàn",
        "Cập nhật lúc 09:42 22/11/2026 (GMT+7)",
        article.kicker,
        article.headline,
        article.lede,
        "Giờ giải lao ca sáng",
        "giữa hai mã hàng. Ảnh: Minh Tú",
        "Nửa phút thay một buổi",
        "Bà Trần Thị Mai, tổ trưởng tổ công đoàn số 4",
        "Quét mã tại bảng tin của tổ",
        "Con số sau một quý",
        "1.198",
        "Đóng đoàn phí bằng điện thoại: 3 bước",
        "MINH TÚ",
        "đoàn phí chuyển đổi số công đoàn cơ sở",
        "In Về đầu",
        "Tin Công đoàn",
        "Ba cách chi đoàn phí được công nhân khen",
        "Mới nhất trong chuyên mục",
        "Ký túc xá mới cho công nhân khu chế xuất",
        "Giấy phép báo chí số 00/GP-BTTTT.",
        "Tòa soạn: số 1 phố Mẫu, Hà Nội.",
        "Lượt truy cập: 1.234.567",
    ]
    place = 0
    for wanted in expected:
        place = words.find(wanted, place)
        assert place >= 0, f"“{wanted}” is missing or stands too early"
        place += len(wanted)


@pytest.mark.parametrize("theme", theme_names())
def test_landmarks_and_headings_are_in_order(theme: str) -> None:
    tree = lxml_html.fromstring(page(theme=theme))
    assert len(tree.xpath("//h1")) == 1
    assert [len(tree.xpath(f"//{name}")) for name in ("main", "article")] == [1, 1]
    assert len(tree.xpath("//nav[@aria-label]")) == 2
    levels = [int(node.tag[1]) for node in tree.xpath("//h1|//h2|//h3|//h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for labelled in tree.xpath("//*[@aria-labelledby]"):
        assert tree.get_element_by_id(labelled.get("aria-labelledby")) is not None


@pytest.mark.parametrize("theme", theme_names())
def test_a_hostile_article_stays_text(theme: str) -> None:
    evil = '"><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}{% raw %}'
    article = replace(
        rich_article(),
        kicker=evil,
        headline=evil,
        lede=evil,
        byline=(evil,),
        tags=(evil,),
        section=(evil,),
        language=evil,
        body=Document(
            blocks=(
                Paragraph(id=BlockId(evil), text=(run(evil, link="javascript:alert(3)"),)),
                Quote(text=text_of(evil), source=evil),
                Photo(photo=PhotoId(evil), caption=text_of(evil), credit=evil, alt=evil),
                Table(rows=((text_of(evil),),), header=True),
                Box(title=text_of(evil), blocks=(Heading(text=text_of(evil)),)),
            )
        ),
    )
    paper = PaperSettings(**dict.fromkeys(("name", "tagline", "address", "site_url"), evil))
    written = page(article, replace(rich_context(paper), related=()), theme)
    tree = lxml_html.fromstring(written)
    assert [one.get("type") for one in tree.xpath("//script")] == ["application/ld+json"]
    assert not tree.xpath("//img[@onerror]|//*[@onerror]")
    assert not [link for link in tree.xpath("//a/@href") if "javascript" in link]
    assert words_on(written).count("{{ 7*7 }}") > 10


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.vn/x",
        "newsroom:print",
        "https://",
        'https://a.vn/"onclick=x',
        "https://a.vn/ b",
        "",
        None,
    ],
)
def test_links_that_lead_elsewhere_are_dropped(address: str | None) -> None:
    assert safe_link(address) is None
    assert "<a" not in blocks(Paragraph(text=(run("chữ", link=address),)))


@pytest.mark.parametrize(
    "address", ["https://a.vn/x?y=1&z=2", "HTTP://a.vn", "mailto:toasoan@a.vn", "https://báo.vn/đ"]
)
def test_links_that_may_be_followed(address: str) -> None:
    tree = lxml_html.fromstring(blocks(Paragraph(text=(run("chữ", link=address),))))
    assert tree.xpath("//a/@href") == [address]


def test_one_link_over_two_marks_is_one_anchor() -> None:
    text = (
        run("đọc ", link="https://a.vn"),
        run("tiếp", Mark.BOLD, Mark.ITALIC, link="https://a.vn"),
    )
    assert (
        '<a href="https://a.vn" rel="noopener noreferrer">đọc <strong><em>tiếp</em></strong></a>'
    ) in blocks(Paragraph(text=text))


def test_lists_nest_and_mend_levels_that_jump() -> None:
    items = tuple(
        ListItem(text=text_of(word), level=level)
        for word, level in (("a", 2), ("b", 1), ("c", 4), ("d", 0))
    )
    written = blocks(ListBlock(id=BlockId("x"), ordered=True, items=items))
    tree = lxml_html.fromstring(written)
    assert tree.xpath("count(./li)") == 2
    assert tree.xpath("string(./li[1]/ol/li/text())") == "b"
    assert tree.xpath("string(./li[1]/ol/li/ol/li)") == "c"
    assert written.count("<li") == written.count("</li>") == 4


def test_only_columns_of_figures_are_flush_right() -> None:
    rows = (("Tổ", "Người", "Ghi chú"), ("1", "1.240", "đủ"), ("2", "98,5%", "5"))
    table = Table(header=True, rows=tuple(tuple(map(text_of, row)) for row in rows))
    tree = lxml_html.fromstring(blocks(table))
    assert tree.xpath("//tbody/tr[1]/td/@class") == ["figures", "figures"]
    assert [cell.get("class") for cell in tree.xpath("//th")] == [
        "table-header figures",
        "table-header figures",
        "table-header",
    ]


def test_columns_of_sentences_keep_room_on_a_narrow_screen() -> None:
    rows = (("Tổ", "Người", "Việc"), ("1", "Mai", "Đọc bảng kê cho cả tổ nghe vào giờ giải lao"))
    tree = lxml_html.fromstring(blocks(Table(rows=tuple(tuple(map(text_of, row)) for row in rows))))
    assert [cell.get("class") for cell in tree.xpath("//tr[1]/td")] == [None, None, "words"]


def test_two_tables_of_one_name_are_no_two_landmarks() -> None:
    table = Table(rows=((text_of("a"), text_of("b")),) * 2)
    tree = lxml_html.fromstring(f"<main>{blocks(table, table, Box(blocks=(table,)))}</main>")
    assert tree.xpath("//section|//*[@role='region']") == []
    assert all(one.get("aria-label") for one in tree.xpath("//*[@role='group']"))


def test_blocks_without_words_leave_no_hole() -> None:
    empty = (
        Paragraph(),
        Heading(text=text_of(" ")),
        Quote(),
        ListBlock(items=(ListItem(),)),
        Table(rows=(((), ()),)),
        Box(blocks=(Paragraph(),)),
    )
    assert blocks(*empty) == ""


def test_a_lost_photo_keeps_its_caption_and_a_described_place() -> None:
    photo = Photo(photo=PhotoId("0" * 64), caption=text_of("Giờ tan ca."), credit="Lê Lâm")
    document = Document(blocks=(photo,))
    written = render_blocks(document, image=no_picture, paper=PaperSettings())
    tree = lxml_html.fromstring(str(written))
    assert tree.xpath("//div[@role='img']/@aria-label") == ["Giờ tan ca."]
    assert "Giờ tan ca. Ảnh: Lê Lâm" in words_on(str(written))


def test_what_a_line_must_not_part_is_bound_across_marks() -> None:
    text = (run("Thu đủ 28"), run(" km", Mark.BOLD), run(" đường"))
    assert ">Thu đủ 28<strong>\u00a0km</strong> đường</p>" in blocks(Paragraph(text=text))
    assert "trong 5\u00a0ngày</h1>" in page(replace(rich_article(), headline="Xong trong 5 ngày"))


def test_half_a_word_in_bold_is_no_unit() -> None:
    text = (run("dài 5 m", Mark.BOLD), run("ột"))
    assert render_text(text) == "<strong>dài 5 m</strong>ột"


def test_a_spaced_hyphen_stays_between_its_words_in_browsers_too() -> None:
    text = (run("chính trị - xã hội, phó chủ tịch -"), run(" tổng thư ký", Mark.BOLD))
    written = blocks(Paragraph(text=text))
    assert "trị\u00a0-\u2060\u00a0xã hội" in written
    headline = page(replace(rich_article(), headline="Chính trị - xã hội"))
    assert "trị\u00a0-\u2060\u00a0xã hội</h1>" in headline


def test_breaks_and_odd_characters() -> None:
    written = blocks(Paragraph(text=text_of("một\nhai\x00\x1b\ud800")))
    assert ">một<br>hai</p>" in written


def test_what_has_no_target_is_no_link() -> None:
    tree = lxml_html.fromstring(page())
    inside = {"#main", "#top", "#print-view"}
    assert {link for link in tree.xpath("//a/@href") if not link.startswith("https://")} == inside
    linked = lxml_html.fromstring(page(assets=replace(ASSETS, article=lambda key: f"x:{key}")))
    assert "x:neighbour090" in linked.xpath("//section//a/@href")


def test_related_are_the_authors_choice_then_the_newest_without_itself_or_repeats() -> None:
    article = rich_article()
    own = replace(summary(1, "Chính nó", ago=timedelta(0), photo=None), id=article.id)
    news = tuple(summary(n, f"Tin {n}", ago=timedelta(hours=n), photo=None) for n in range(8))
    context = replace(rich_context(), related=(news[7], news[7]), latest=(own, *news))
    tree = lxml_html.fromstring(page(article, context))
    titles = "//{}//h3/text()"
    assert tree.xpath(titles.format("aside")) == [f"Tin {n}" for n in range(5)]
    assert tree.xpath(titles.format("section")) == ["Tin 7", "Tin 5", "Tin 6"]


def test_few_neighbours_stand_in_both_lists_and_none_in_neither() -> None:
    one = summary(1, "Tin duy nhất", ago=timedelta(hours=1), photo=None)
    tree = lxml_html.fromstring(page(context=replace(rich_context(), related=(), latest=(one,))))
    assert tree.xpath("//h3/text()") == ["Tin duy nhất", "Tin duy nhất"]
    empty = page(context=replace(rich_context(), related=(), latest=()))
    assert "Tin Công đoàn" not in empty
    assert "Mới nhất" not in empty


def test_times_are_told_on_the_papers_clock() -> None:
    late = replace(
        rich_context(),
        latest=tuple(
            summary(n, f"Tin {n}", ago=timedelta(hours=hours), photo=None)
            for n, hours in enumerate((1, 9.5, 10, 34))
        ),
    )
    times = lxml_html.fromstring(page(context=late)).xpath("//aside//time/text()")
    assert times == ["08:42", "00:12", "Hôm qua", "20/11/2026"]


def test_an_empty_article_is_a_page_too() -> None:
    blank = Article(id=rich_article().id, created=NOW, updated=NOW)
    context = RenderContext(paper=PaperSettings(), style=rich_context().style, now=NOW)
    tree = lxml_html.fromstring(page(blank, context))
    assert not tree.xpath(
        "//h1[@class='headline']|//p[@class='lede']|//p[@class='byline']|//p[@class='kicker']"
    )
    assert tree.findtext(".//title") == "Báo Công Đoàn"


def test_an_english_paper_speaks_english() -> None:
    paper = PaperSettings(language="en", home_label="Home")
    written = page(context=rich_context(paper))
    assert "Sunday, 22/11/2026" in written
    assert '<html lang="en">' in written
    assert "Yesterday" in written


def test_the_live_part_is_what_the_page_holds() -> None:
    whole = page()
    live = render_main(rich_article(), rich_context(), theme=load_theme("paper"), assets=ASSETS)
    assert f'<div class="page" id="page">\n{live}</div>' in whole


def test_the_page_tells_what_it_may_load_and_what_it_is() -> None:
    tree = lxml_html.fromstring(page())
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == [POLICY]
    assert tree.xpath("//meta[@property='og:title']/@content") == [rich_article().headline]
    assert tree.xpath("//meta[@property='article:section']/@content") == [SECTION[-1]]
    assert tree.xpath("//*[@itemtype='https://schema.org/NewsArticle']//*[@itemprop='headline']")


@settings(max_examples=60, deadline=None)
@given(document=documents(), crumbs=st.lists(st.text(max_size=12), max_size=3))
def test_any_document_gives_well_formed_balanced_html(
    document: Document, crumbs: list[str]
) -> None:
    written = str(render_blocks(document, image=picture, paper=PaperSettings()))
    opened = re.findall(r"<(\w+)[ >]", written)
    closed = re.findall(r"</(\w+)>", written)
    void = {"br", "img"}
    assert sorted(name for name in opened if name not in void) == sorted(closed)
    article = replace(rich_article(), body=document, section=tuple(crumbs))
    page(article).encode()
