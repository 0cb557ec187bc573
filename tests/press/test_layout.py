import re
from dataclasses import replace
from itertools import pairwise

import pytest

from newsroom.domain.document import (
    Box,
    Document,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Table,
    plain,
    text_of,
)
from newsroom.press.layout.model import Line, Panel, Picture, Rule
from newsroom.press.layout.pages import lay_out
from newsroom.press.preset import Format
from newsroom.press.presets import load_preset
from tests.press.samples import (
    PARAGRAPHS,
    context,
    landscape,
    paragraph,
    photo,
    plain_article,
    rich_article,
    source,
)


def shaped(name="newspaper", columns=None, sheet=None):
    preset = load_preset(name)
    if columns:
        preset = replace(preset, columns=replace(preset.columns, count=columns))
    if sheet:
        preset = replace(preset, page=replace(preset.page, format=sheet))
    return preset


def pages_of(article, preset=None, **fields):
    return lay_out([article], [replace(context(), **fields)], preset or shaped()).pages


def lines_of(pages, role=None):
    return [
        item
        for page in pages
        for item in page.items
        if isinstance(item, Line) and role in (None, item.role)
    ]


FORMS = [
    shaped(),
    shaped(columns=3, sheet=Format.TABLOID),
    shaped(columns=5, sheet=Format.A3),
    shaped(columns=6, sheet=Format.BERLINER),
    shaped("office"),
    shaped("print"),
    shaped("galley"),
]
every_form = pytest.mark.parametrize(
    "preset", FORMS, ids=lambda p: f"{p.name}-{p.columns.count}-{p.page.format}"
)
ARTICLES = {
    "rich": rich_article,
    "short": lambda: plain_article(2),
    "long": lambda: plain_article(30),
    "empty": lambda: plain_article(0, headline="", lede="", kicker="", byline=()),
    "headline only": lambda: plain_article(0, lede="", kicker="", byline=()),
}
every_article = pytest.mark.parametrize("make", ARTICLES.values(), ids=ARTICLES)


def body_words(article):
    return " ".join(
        plain(block.text) for block in article.body.blocks if isinstance(block, Paragraph)
    ).split()


def set_words(pages, role="paragraph"):
    """The words of the body as they are read, the initial joined to its word."""
    words = []
    for line in lines_of(pages):
        if line.role == role:
            words += "".join(
                span.text if span.actual is None else span.actual for span in line.spans
            ).split()
    return words


@every_form
def test_every_word_is_set_once_and_in_order(preset):
    article = plain_article(45)
    assert set_words(pages_of(article, preset)) == body_words(article)


@every_article
@pytest.mark.parametrize("preset", FORMS[:4], ids=lambda p: str(p.columns.count))
def test_every_body_line_of_every_column_is_on_the_grid(preset, make):
    for page in pages_of(make(), preset):
        for line in lines_of([page]):
            if line.body:
                steps = (line.y - page.first_baseline) / page.grid
                assert steps == pytest.approx(round(steps), abs=1e-6)


@every_article
@every_form
def test_everything_is_inside_the_text_area_or_is_furniture(preset, make):
    for page in pages_of(make(), preset):
        area = page.text
        for item in page.items:
            if isinstance(item, Line) and item.role != "furniture":
                assert item.x >= area.x - 0.5
                assert item.x + item.width <= area.x + area.width + 0.5
                assert area.y - 3 <= item.y <= area.y + area.height + 0.5
            if isinstance(item, (Picture, Panel)):
                assert item.x >= area.x - 0.5
                assert item.x + item.width <= area.x + area.width + 0.5
                assert item.y + item.height <= area.y + area.height + 0.5


@every_article
@every_form
def test_nothing_overlaps(preset, make):
    for page in pages_of(make(), preset):
        solid = [box for item in page.items if (box := ink_of(item)) is not None]
        solid.sort(key=lambda box: box[1])
        for at, first in enumerate(solid):
            for second in solid[at + 1 :]:
                if second[1] >= first[3]:
                    break
                assert second[0] >= first[2] or second[2] <= first[0], (first, second)


def ink_of(item):
    """Left, top, right, bottom of what must not touch its neighbours; small letters for text."""
    if isinstance(item, Picture):
        return item.x, item.y, item.x + item.width, item.y + item.height, "picture"
    if isinstance(item, Line) and item.spans:
        size = max(span.size for span in item.spans)
        top, bottom = item.y - 0.6 * size, item.y + 0.1 * size
        return item.x + 0.1, top, item.x + item.width - 0.1, bottom, item.text
    return None


@every_form
def test_no_paragraph_leaves_a_lone_line_at_either_end_of_a_column(preset):
    article = plain_article(45)
    starts = {words.split()[0] for words in PARAGRAPHS}
    columns = {}
    for page in pages_of(article, preset):
        for line in lines_of([page], "paragraph"):
            key = (page.number, round(max(c.x for c in page.columns if c.x <= line.x + 40)))
            columns.setdefault(key, []).append(line)
    for lines in columns.values():
        first, last = lines[0], lines[-1]
        assert first.more or first.text.split()[0] in starts
        assert not (last.more and not lines[-2].more)


def test_columns_of_the_last_page_end_together():
    for count in (2, 3, 4, 5):
        for length in (4, 7, 12):
            page = pages_of(plain_article(length), shaped(columns=count, sheet=Format.A3))[-1]
            ends = [
                max(line.y for line in lines_of([page]) if abs(line.x - column.x) < column.width)
                for column in page.columns
            ]
            assert max(ends) - min(ends) <= 3 * page.grid


def test_a_headline_never_ends_in_a_lone_word():
    for headline in (
        "Nửa phút thay một buổi đi thu đoàn phí",
        "Công đoàn cơ sở đổi cách chăm lo bữa ăn ca cho hơn ba nghìn công nhân ca đêm",
        "Lương tối thiểu vùng dự kiến tăng bảy phần trăm",
    ):
        lines = lines_of(pages_of(plain_article(2, headline=headline)), "headline")
        assert " ".join(line.text for line in lines) == headline
        assert all(len(line.text.split()) > 1 for line in lines)


def test_stacked_accents_of_a_headline_never_touch():
    headline = "Quyết định của Ủy ban về việc xử lý Ể Ỗ Ẫ Ệ Ộ Ậ tại các địa phương ở miền Bắc"
    lines = lines_of(pages_of(plain_article(2, headline=headline)), "headline")
    assert len(lines) > 1
    for above, below in pairwise(lines):
        span = below.spans[0]
        deep = max(s.face.reach(s.text)[1] * s.size / 1000 for s in above.spans)
        assert below.y - span.face.reach(span.text)[0] * span.size / 1000 > above.y + deep


def test_the_initial_is_read_as_part_of_its_word():
    pages = pages_of(plain_article(3))
    initial = lines_of(pages, "drop-cap")[0]
    assert initial.text == "G"
    assert initial.spans[0].actual == ""
    assert lines_of(pages, "paragraph")[0].spans[0].actual == "Giờ"


def test_an_accented_capital_gets_no_initial():
    body = Document(blocks=(paragraph("Ở " + PARAGRAPHS[1]), paragraph(PARAGRAPHS[2])))
    assert not lines_of(pages_of(plain_article(1, body=body)), "drop-cap")


def test_a_long_article_jumps_to_further_pages():
    layout = pages_of(plain_article(60))
    assert len(layout) > 1
    assert "Xem tiếp trang 2" in [line.text for line in lines_of(layout[:1])]
    assert "Tiếp theo trang 1" in [line.text for line in lines_of(layout[1:2])]
    assert not any("Xem tiếp" in line.text for line in lines_of(layout[-1:]))


def test_the_page_number_stands_above_all_pages_but_the_first():
    pages = pages_of(plain_article(30), load_preset("office"))
    numbers = [[line.text for line in lines_of([page], "furniture")] for page in pages]
    assert numbers[:2] == [[], ["2"]]
    assert all(line.y < pages[1].text.y for line in lines_of(pages[1:], "furniture"))


def test_a_word_wider_than_the_column_is_cut_after_a_seam():
    address = "https://congdoan.example.vn/" + "/".join(["duong-dan-rat-dai"] * 9)
    pages = pages_of(plain_article(1, body=Document(blocks=(paragraph(f"Xem {address} nhé"),))))
    parts = [line.text for line in lines_of(pages, "paragraph")]
    assert "".join(parts).replace("Xem ", "").replace(" nhé", "") == address
    assert len(parts) > 2
    assert all(part[-1] in "-/." for part in parts[:-1])


def test_the_words_before_a_long_address_stand_on_one_line_with_its_beginning():
    address = "https://congdoan.example.vn/doi-thoai/2026/03/khu-cong-nghiep-bac-vinh/ket-qua.html"
    body = Document(blocks=(paragraph(f"Xem thêm kết quả đối thoại tại {address} nhé"),))
    first, *_others = lines_of(pages_of(plain_article(1, body=body)), "paragraph")
    assert first.text.startswith("Xem thêm kết quả đối thoại tại https://")


def test_a_number_and_a_date_are_not_parted_to_fill_a_line():
    words = " ".join(["từ 12/03/2026-15/03/2026", "có 12.345.678-23.456.789 người"] * 9)
    preset = shaped(columns=5, sheet=Format.TABLOID)
    pages = pages_of(plain_article(1, body=Document(blocks=(paragraph(words),))), preset)
    ends = {line.text[-1] for line in lines_of(pages, "paragraph")}
    assert not ends & set("-/.")


def test_a_table_too_large_for_a_page_is_set_as_text():
    cell = text_of(" ".join(["rất dài"] * 2500))
    body = Document(blocks=(Table(rows=((text_of("Tháng"), cell),)),))
    layout = lay_out([plain_article(1, body=body)], [context()], shaped())
    assert [remark.template for remark in layout.remarks] == [
        "A table is too large for the page; its rows are set as text."
    ]
    assert set_words(layout.pages, "table").count("dài") == 2500


def test_a_table_of_many_columns_spans_the_page():
    rows = tuple(tuple(text_of(f"Cột {c} hàng {r}") for c in range(9)) for r in range(4))
    pages = pages_of(plain_article(6, body=Document(blocks=(*paras(6), Table(rows=rows)))))
    widest = max(
        item.x2 - item.x1
        for page in pages
        for item in page.items
        if isinstance(item, Rule) and item.thickness < 1 and item.y1 == item.y2
    )
    assert widest > pages[0].columns[0].width * 1.5


def paras(count):
    return tuple(paragraph(PARAGRAPHS[at % 10], at) for at in range(count))


def test_long_boxes_quotes_and_ledes_lose_nothing():
    many = " ".join(PARAGRAPHS * 2)
    box = Box(title=text_of("Hộp dài"), blocks=tuple(paragraph(words) for words in PARAGRAPHS * 4))
    body = Document(blocks=(box, Quote(text=text_of(many), source="Người nói")))
    pages = pages_of(plain_article(1, body=body, lede=many))
    assert set_words(pages, "box") == (" ".join(PARAGRAPHS * 4)).split()
    assert set_words(pages, "quote") == many.split()
    assert len(pages) > 1


def test_a_lede_longer_than_the_page_moves_into_the_columns():
    lede = " ".join(PARAGRAPHS * 8)
    pages = pages_of(plain_article(0, lede=lede, byline=()))
    assert set_words(pages) == lede.split()


def test_nested_and_numbered_lists_count_each_level():
    items = tuple(
        ListItem(text=text_of(words), level=level)
        for words, level in (("một", 0), ("trong", 1), ("trong nữa", 1), ("hai", 0), ("lại", 1))
    )
    body = Document(blocks=(ListBlock(ordered=True, items=items),))
    texts = [line.text for line in lines_of(pages_of(plain_article(1, body=body)), "list")]
    assert texts == ["1.", "một", "1.", "trong", "2.", "trong nữa", "2.", "hai", "1.", "lại"]


def test_missing_photos_leave_a_tinted_place():
    layout = lay_out([rich_article()], [context(photos={})], shaped())
    assert any(isinstance(item, Panel) for page in layout.pages for item in page.items)
    assert not any(isinstance(item, Picture) for page in layout.pages for item in page.items)


def test_a_photo_of_one_pixel_is_shown_small_and_named():
    tiny = source(b"tiny", 1, 1, "cham.jpg")
    body = Document(blocks=(paragraph(PARAGRAPHS[0]), photo(tiny, "Một chấm", 1)))
    known = context(photos={tiny.file.id: tiny})
    layout = lay_out([plain_article(1, body=body)], [known], load_preset("office"))
    picture = next(i for page in layout.pages for i in page.items if isinstance(i, Picture))
    assert picture.width < layout.pages[0].text.width / 2
    assert layout.remarks[0].params["name"] == "cham.jpg"


def test_caption_and_credit_stand_together_under_the_photo():
    lines = lines_of(pages_of(rich_article()), "caption")
    assert lines[0].text == (
        "Chị Hạnh đóng đoàn phí ngay tại chuyền may trong giờ giải lao. Ảnh:\u00a0Minh Tú"
    )


def test_characters_that_no_font_has_are_named_once():
    body = Document(blocks=(paragraph("Tin 漢字 vui 😀 và 漢 nữa"),))
    layout = lay_out([plain_article(1, body=body)], [context()], shaped())
    assert [remark.params["characters"] for remark in layout.remarks] == ["漢 字 😀"]
    assert "☐" in lines_of(layout.pages, "paragraph")[0].text


def test_a_character_is_taken_from_another_font_before_it_is_missed():
    body = Document(blocks=(paragraph("Covid\u201119 → hết"),))
    layout = lay_out([plain_article(1, body=body)], [context()], shaped())
    assert not layout.remarks
    words = lines_of(layout.pages, "paragraph")[0].text
    assert words in ("Covid\u201119 → hết", "Covid-19 → hết")


def test_several_articles_begin_on_their_own_pages():
    layout = lay_out([rich_article(), plain_article(3)], [context()] * 2, shaped())
    assert [page.number for page in layout.pages] == [1, 2, 3]
    assert lines_of(layout.pages[2:], "headline")


def test_a_name_of_the_byline_stays_on_one_line():
    names = ("Nguyễn Phương Thảo", "Trần Lê Quốc Bảo Khánh", "Đặng Thị Ngọc Huyền")
    preset = shaped(columns=5, sheet=Format.TABLOID)
    lines = lines_of(pages_of(plain_article(3, byline=names), preset), "byline")
    assert len(lines) == 3
    for line, name in zip(lines, names, strict=True):
        assert line.text.removesuffix(" -") == name.upper()


def test_the_dateline_opens_the_text():
    pages = pages_of(plain_article(2, dateline="Bình Dương"))
    assert lines_of(pages, "paragraph")[0].text.startswith("Bình Dương\u00a0– Giờ giải lao")


def test_captions_keep_room_beside_a_landscape_lead():
    assert any(
        isinstance(item, Picture) and item.photo == landscape().file.id
        for item in pages_of(rich_article())[0].items
    )


def test_lines_of_a_headline_are_evenly_spaced():
    headline = "Ể một hai ba bốn năm sáu bảy tám chín mười một mươi Ậ hai mươi ba cơ sở nữa"
    lines = lines_of(pages_of(plain_article(1, headline=headline), shaped("galley")), "headline")
    steps = [below.y - above.y for above, below in pairwise(lines)]
    assert len(steps) > 1
    assert max(steps) == pytest.approx(min(steps))


def test_short_cells_are_not_broken_for_the_sake_of_long_ones():
    rows = tuple((text_of(f"Tháng {at}"), text_of("rất nhiều chữ " * 12)) for at in range(3))
    lines = lines_of(pages_of(plain_article(1, body=Document(blocks=(Table(rows=rows),)))), "table")
    months = [line.text.split() for line in lines if line.text.startswith("Tháng")]
    assert months == [["Tháng", "0"], ["Tháng", "1"], ["Tháng", "2"]]


def test_a_long_cell_takes_the_room_that_figures_do_not_need():
    head = ("Đơn vị", "Lao động", "Mức ăn ca (đồng)", "So với năm 2024", "Ghi chú")
    row = ("May Sông Lam", "3.412", "18.500", "+4,2%", "Đang thương lượng lại với công đoàn cơ sở")
    rows = tuple(tuple(map(text_of, cells)) for cells in (head, row))
    body = Document(blocks=(Table(rows=rows, header=True),))
    lines = lines_of(pages_of(plain_article(1, body=body)), "table")
    assert max(sum(line.x == left for line in lines) for left in {line.x for line in lines}) <= 4


@pytest.mark.parametrize(("before", "follows"), [("Kết quả.", False), ("Kết quả như sau:", True)])
def test_text_moves_up_before_a_table_unless_it_leads_up_to_it(before, follows):
    table = Table(rows=tuple((text_of(f"Tổ {at}"), text_of("82")) for at in range(14)))
    words = [paragraph(PARAGRAPHS[0], at) for at in range(8)]
    body = Document(blocks=(*words[:7], paragraph(before, 90), table, *words))
    preset = replace(shaped(), photos=replace(shaped().photos, height=0.2))
    lines = lines_of(pages_of(plain_article(1, body=body), preset))
    at = next(at for at, line in enumerate(lines) if line.text == before)
    assert (lines[at + 1].role == "table") is follows


def test_a_table_of_short_cells_takes_a_second_column_before_it_breaks_them():
    head = ("Tổ", "Đoàn viên", "Đã đóng", "Thời gian thu")
    rows = (head, *((f"Tổ may {at}", "82", "81", "2 ngày") for at in range(1, 5)))
    body = Document(blocks=(Table(rows=tuple(tuple(map(text_of, row)) for row in rows)),))
    preset = shaped(columns=6, sheet=Format.BERLINER)
    lines = lines_of(pages_of(plain_article(1, body=body), preset), "table")
    assert len(lines) == 5 * 4


def test_rows_of_unequal_length_lose_nothing():
    rows = ((text_of("một"),), (text_of("hai"), text_of("ba"), text_of("bốn")))
    pages = pages_of(plain_article(1, body=Document(blocks=(Table(rows=rows),))))
    assert set_words(pages, "table") == ["một", "hai", "ba", "bốn"]


def test_a_galley_says_how_deep_it_is():
    preset = shaped("galley")
    pages = pages_of(plain_article(12), preset)
    body = [line for line in lines_of(pages) if line.body]
    (foot,) = lines_of(pages, "furniture")
    lines, depth = re.fullmatch("([0-9]+) dòng, ([0-9]+)\u00a0mm", foot.text).groups()
    assert 0 < int(lines) - len(body) <= 2
    assert int(depth) == pytest.approx(int(lines) * 12 * 25.4 / 72, abs=1)


def test_no_line_ends_between_a_number_and_its_unit():
    words = "Xưởng rộng 28 km và ông Bảo nói " * 40
    pages = pages_of(plain_article(1, body=Document(blocks=(paragraph(words),))), shaped(columns=3))
    lines = [line.text for line in lines_of(pages, "paragraph")]
    assert len(lines) > 10
    assert not [line for line in lines if line.split()[-1] in ("28", "ông")]
