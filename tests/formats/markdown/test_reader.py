"""Markdown of strangers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.domain.document import (
    Box,
    Heading,
    ListBlock,
    Mark,
    Paragraph,
    Photo,
    Quote,
    Table,
    document_plain,
    plain,
)
from newsroom.formats.markdown.front_matter import split_front_matter
from newsroom.formats.markdown.reader import read_markdown

STORY = """# Công nhân khu chế xuất được khám sức khỏe miễn phí

Gần ba nghìn người lao động ở khu chế xuất phía nam được khám và phát thuốc ngay tại nhà máy.

## Khám tận xưởng

Đoàn y bác sĩ đến từ sáng sớm, chia thành **bốn bàn** khám theo từng ca làm việc của công nhân.
Ai cũng có [sổ theo dõi](https://suckhoe.example/so) riêng.

- Đo huyết áp
- Khám mắt
  - Đo thị lực

> Lâu lắm tôi mới được khám kỹ như vậy.
>
> — Chị Lê Thị Hoa

| Bàn | Số người |
| --- | ---: |
| 1 | 420 |

Buổi chiều, đoàn phát thuốc và tặng quà cho những gia đình có con nhỏ ở khu nhà trọ bên cạnh.
"""


def test_an_article_without_front_matter() -> None:
    article = read_markdown(STORY)
    assert article.headline == "Công nhân khu chế xuất được khám sức khỏe miễn phí"
    kinds = [type(block) for block in article.body.blocks]
    assert [Heading, Paragraph, ListBlock, Quote, Table] == kinds[:5]
    quote = article.body.blocks[3]
    assert isinstance(quote, Quote)
    assert quote.source == "Chị Lê Thị Hoa"


def test_a_credit_in_the_caption_of_a_stranger() -> None:
    text = STORY + "\n![Xưởng](x.jpg)\nGiờ tan ca. Ảnh: Lê Lâm\n\n" + STORY.split("\n")[2]
    article = read_markdown(text, load_photo={"x.jpg": b"\xff\xd8\xff"}.get)
    (photo,) = (block for block in article.body.blocks if isinstance(block, Photo))
    assert (plain(photo.caption), photo.credit) == ("Giờ tan ca.", "Lê Lâm")


def test_lists_keep_their_levels() -> None:
    article = read_markdown("---\nheadline: T\n---\n1. a\n   - b\n\n     c\n2. d\n")
    (block,) = article.body.blocks
    assert isinstance(block, ListBlock)
    items = [(plain(item.text), item.level) for item in block.items]
    assert (block.ordered, items) == (True, [("a", 0), ("b\nc", 1), ("d", 0)])


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<div>\n<p onclick='x()'>chữ</p>\n</div>",
        "<b>không đóng",
        "<!-- ghi chú -->",
    ],
)
def test_raw_html_is_harmless_text(html: str) -> None:
    article = read_markdown(f"---\nheadline: T\n---\nĐầu {html} cuối")
    words = document_plain(article.body)
    assert words == f"Đầu {html} cuối".replace("\n", " ")


def test_marks_in_html_are_understood() -> None:
    article = read_markdown("---\nheadline: T\n---\nCO<sub>2</sub> và <u>gạch</u><br>hết")
    (block,) = article.body.blocks
    assert isinstance(block, Paragraph)
    assert plain(block.text) == "CO2 và gạch\nhết"
    assert block.text[1].marks == {Mark.SUBSCRIPT}


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"]
)
def test_dangerous_links_are_only_words(address: str) -> None:
    article = read_markdown(f"---\nheadline: T\n---\n[bấm vào đây](<{address}>)")
    (block,) = article.body.blocks
    assert isinstance(block, Paragraph)
    assert (plain(block.text), block.text[0].link) == ("bấm vào đây", None)


def test_front_matter_of_site_generators() -> None:
    head = "title: 'Tin ''vui'''\ndate: 2026-05-12T08:00:00+07:00\ntags:\n  - lương\n  - Tết"
    article = read_markdown(f"---\n{head}\n---\nx")
    assert article.headline == "Tin 'vui'"
    assert article.tags == ("lương", "Tết")
    assert article.updated is not None


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    fields, body = split_front_matter("Chữ\n---\nkhông: phải\n---\n")
    assert (fields, body) == ({}, "Chữ\n---\nkhông: phải\n---\n")


def test_a_quotation_that_holds_a_list_is_a_box() -> None:
    article = read_markdown("---\nheadline: T\n---\n> ## Hộp\n>\n> - a\n> - b\n")
    (block,) = article.body.blocks
    assert isinstance(block, Box)
    assert plain(block.title) == "Hộp"


def test_code_keeps_its_words() -> None:
    article = read_markdown("---\nheadline: T\n---\n```\nmột\nhai\n```\n\n    ba\n")
    assert document_plain(article.body) == "một\nhai\n\nba"


@given(st.text(alphabet="ab *_~`[]()<>!#>-+.1\n\\|&;:\"'—é", max_size=60))
@settings(max_examples=200, deadline=None)
def test_anything_is_read(text: str) -> None:
    article = read_markdown("---\nheadline: T\n---\n" + text)
    words = "".join(ch for ch in document_plain(article.body) if ch.isalpha())
    assert len(words) <= sum(ch.isalpha() for ch in text) + text.count("&")


@pytest.mark.parametrize(
    "text",
    [
        "> " * 70 + "lời cuối",
        ">" * 5000 + " lời cuối",
        "- " * 70 + "lời cuối",
        "".join(f"{'  ' * level}- mục {level}\n" for level in range(40)) + "  " * 40 + "- lời cuối",
    ],
    ids=["quotes", "thousands", "one line", "lists"],
)
def test_what_is_nested_too_deep_keeps_its_words(text: str) -> None:
    article = read_markdown(f"# Tít\n\nMột đoạn.\n\n{text}\n")
    assert "lời cuối" in document_plain(article.body)
