import os
import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.domain.document import Heading, ListBlock, Paragraph, Table, block_plain, plain
from newsroom.domain.imported import ImportedArticle
from newsroom.domain.taxonomy import Section, SectionTree
from newsroom.formats.text.reader import read_blocks, read_text
from newsroom.language.normalise import clean_text
from tests.imported_values import article_value, check_golden

_TESTS = Path(__file__).parents[2]
_PAGES = sorted((_TESTS / "formats" / "page" / "pages").glob("*.txt"))
_REFERENCE = _TESTS.parent.parent / "shared" / "reference" / "article-page.txt"
_LONG = (
    "Đoạn văn này kể về đời sống của công nhân ở khu trọ, về lớp học buổi tối và vườn rau "
    "trên mái tôn, đủ dài để ai đọc cũng thấy đó là một đoạn văn."
)


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.stem)
def test_pages_of_many_papers(page: Path) -> None:
    article = read_text(page.read_text(encoding="utf-8"))
    golden = _TESTS / "golden" / "import" / "text" / f"{page.stem}.json"
    check_golden(golden, article_value(article))


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.stem)
def test_windows_line_ends_and_decomposed_letters_change_nothing(page: Path) -> None:
    import unicodedata

    text = page.read_text(encoding="utf-8")
    odd = "\ufeff" + unicodedata.normalize("NFD", text).replace("\n", "\r\n")
    assert article_value(read_text(odd)) == article_value(read_text(text))


@pytest.mark.skipif(not _REFERENCE.exists(), reason="the reference page is not at hand")
def test_the_reference_page() -> None:
    source = _REFERENCE.read_text(encoding="utf-8")
    article = read_text(source)
    assert article.section == ("Chuyên đề", "Phát triển đoàn viên, xây dựng tổ chức Công đoàn")
    assert article.updated is not None
    assert article.updated.isoformat() == "2020-07-20T10:33:00+07:00"
    assert article.headline.startswith("Khối thi đua Các tổ chức")
    assert article.lede.startswith("Ngày 20/7, tại Hà Nội")
    assert article.byline == ("Đặng Lợi",)
    assert article.kicker == article.dateline == ""
    headings = [plain(b.text) for b in article.body.blocks if isinstance(b, Heading)]
    assert len(headings) == 2
    body = [block_plain(block) for block in article.body.blocks]
    lines = [" ".join(line.split()) for line in clean_text(source).split("\n") if line.split()]
    assert [article.headline, article.lede, *body] == lines[3 : lines.index("ĐẶNG LỢI")]
    assert article.dropped[-4:] == ("In", "Về đầu", "Tin Công đoàn", "Lượt truy cập:")


def test_a_glued_breadcrumb_is_taken_apart_with_the_library_s_sections() -> None:
    leaf = Section(name="iPhone và Đời sống", slug="x")
    tree = SectionTree(roots=(Section(name="Công nghệ AI", slug="y", children=(leaf,)),))
    page = (
        f"Trang chủCông nghệ AIiPhone và Đời sống\n20/7/2020 10:33\nMột tít bài đủ dài\n\n{_LONG}"
    )
    assert read_text(page, sections=tree).section == ("Công nghệ AI", "iPhone và Đời sống")


def test_empty_text_gives_an_empty_article_with_a_remark() -> None:
    for text in ("", " \n\t\n\u00a0", "\ufeff", "***\n---"):
        article = read_text(text)
        assert article.headline == ""
        assert article.body.blocks == ()
        assert [remark.template for remark in article.remarks] == ["There is no text to import."]


def test_furniture_words_inside_the_text_stay() -> None:
    text = f"Một tít bài đủ dài để đọc\n\n{_LONG}\n\nIn\n\n{_LONG}\n\nChia sẻ\n\n{_LONG}"
    body = [block_plain(block) for block in read_text(text).body.blocks]
    assert "In" in body
    assert "Chia sẻ" in body


def test_a_short_draft_keeps_its_only_line() -> None:
    assert read_text("Họp giao ban sáng thứ hai").headline == "Họp giao ban sáng thứ hai"
    assert read_text(_LONG).headline == ""
    assert [block_plain(block) for block in read_text(_LONG).body.blocks] == [_LONG]


def test_tabs_make_a_table_and_dashes_under_a_colon_a_list() -> None:
    blocks = read_blocks(f"{_LONG}\nTỉnh\tSố nhà\nHuế\t12\nVinh\t7\n{_LONG[:-1]}:\n- một\n- hai\n")
    assert [type(block) for block in blocks] == [Paragraph, Table, Paragraph, ListBlock]
    assert block_plain(blocks[1]) == "Tỉnh\tSố nhà\nHuế\t12\nVinh\t7"


def test_nested_bullets_keep_their_levels() -> None:
    (block,) = read_blocks("• một\n    • một a\n        • một a b\n• hai")
    assert isinstance(block, ListBlock)
    assert [item.level for item in block.items] == [0, 1, 2, 0]


def test_captions_bylines_quotes_and_items_are_no_cross_heads() -> None:
    lines = [
        "Công nhân tan ca. Ảnh: Lê Na",
        "“Chúng tôi cần nước”",
        "(Theo TTXVN)",
        "chữ nhỏ đầu dòng",
    ]
    for line in lines:
        article = read_text(f"Tít bài này có sáu chữ\n\n{_LONG}\n\n{_LONG}\n\n{line}\n\n{_LONG}")
        assert not any(isinstance(block, Heading) for block in article.body.blocks), line


@pytest.mark.skipif("PYTEST_XDIST_WORKER" in os.environ, reason="a figure, not for shared cores")
def test_ten_thousand_lines_take_a_second_at_most() -> None:
    start = time.process_time()
    article = read_text("\n".join(f"{_LONG} {number}" for number in range(10_000)))
    assert len(article.body.blocks) == 10_000
    short = read_text("\n".join(f"Dòng ngắn số {number}" for number in range(10_000)))
    assert len(short.body.blocks) > 9_990
    assert time.process_time() - start < 4  # two files, on a machine that does other things


def test_one_enormous_line_is_one_paragraph() -> None:
    line = "chữ nghĩa " * 200_000
    (block,) = read_text(line).body.blocks
    assert block_plain(block) == line.strip()


_WORD = re.compile(r"[^\W_]+")


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def _all_words(article: ImportedArticle) -> set[str]:
    parts = [
        *article.section,
        article.kicker,
        article.headline,
        article.lede,
        article.dateline,
        *article.byline,
        *article.tags,
        *article.dropped,
        *(block_plain(block) for block in article.body.blocks),
    ]
    lists = [block for block in article.body.blocks if isinstance(block, ListBlock)]
    numbers = {str(n) for block in lists for n in range(1, len(block.items) + 1)}
    return _words(" ".join(parts)) | numbers


_LINES = [line for page in _PAGES for line in page.read_text(encoding="utf-8").splitlines()]
_lines = st.one_of(
    st.sampled_from(_LINES),
    st.text(max_size=60),
    st.text(alphabet="abcĐÀ aă.,:;-–>/|#*1234567890\t“”()", max_size=80),
    st.sampled_from(["", "Quảng cáo", "Advertisement"]),
)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_lines, max_size=25))
def test_no_word_is_ever_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    article = read_text(text)
    assert _words(clean_text(text)) <= _all_words(article)


@settings(max_examples=100, deadline=None)
@given(st.lists(_lines, max_size=25))
def test_all_blocks_hold_all_words(lines: list[str]) -> None:
    text = "\n".join(lines)
    article = ImportedArticle()
    blocks = read_blocks(text)
    from dataclasses import replace

    from newsroom.domain.document import Document

    assert _words(clean_text(text)) <= _all_words(replace(article, body=Document(blocks=blocks)))


def test_a_line_like_a_footer_in_mid_text_takes_nothing_with_it() -> None:
    for line in ("Bản quyền thuộc về ai?", "Bình luận", "Liên hệ", "Email: ai@vidu.vn", "Tags: a"):
        article = read_text(f"Tít bài về bản quyền\n\n{_LONG}\n\n{line}\n\n{_LONG}\n\n{_LONG}")
        texts = [article.lede, *(block_plain(block) for block in article.body.blocks)]
        assert texts.count(_LONG) == 3, line


def test_a_kicker_stands_over_the_headline_of_a_draft() -> None:
    article = read_text(f"PHÓNG SỰ ẢNH\nĐêm ở khu trọ\n\n{_LONG}")
    assert (article.kicker, article.headline) == ("PHÓNG SỰ ẢNH", "Đêm ở khu trọ")


def test_a_byline_in_capitals_follows_a_short_last_sentence():
    text = "Lớp học tối\n\n" + "Nhà ăn của xí nghiệp biến thành lớp học sau mỗi ca chiều. " * 3
    article = read_text(f"{text}\n\nBuổi nào cũng đủ mặt.\n\nTHU PHƯƠNG\n")
    assert article.byline == ("Thu Phương",)
