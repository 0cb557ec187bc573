"""Word files of strangers: what is in them is found, nothing is invented, nothing is lost."""

import unicodedata
from datetime import UTC, datetime

import pytest

from newsroom.domain.commented import quoted_words
from newsroom.domain.document import (
    Box,
    Heading,
    ListBlock,
    Mark,
    Paragraph,
    Photo,
    Table,
    document_plain,
    plain,
    text_of,
)
from newsroom.domain.imported import ImportedArticle
from newsroom.formats.docx.reader import read_docx
from tests.formats.docx.files import (
    inline_picture,
    old_text_box,
    para,
    run,
    table,
    text_box,
    word_file,
)
from tests.formats.docx.samples import picture

LONG = (
    "Gần bốn trăm công nhân của khu công nghiệp phía bắc đã nhận quà ngay tại xưởng may trong "
    "buổi sáng đầu tiên của Tháng Công nhân, ban tổ chức cho biết."
)
MORE = (
    "Theo kế hoạch, mỗi công đoàn cơ sở sẽ có thêm một buổi tư vấn pháp luật và một buổi khám sức "
    "khỏe cho toàn bộ người lao động trước khi tháng năm kết thúc."
)
JPEG = picture((60, 40), "#336699")


def read(body: str, **parts: object) -> ImportedArticle:
    return read_docx(word_file(body, **parts))  # type: ignore[arg-type]


def words(article: ImportedArticle) -> str:
    """Everything that was read, fields and body."""
    fields = (article.kicker, article.headline, article.lede, *article.byline)
    return "\n".join((*fields, document_plain(article.body), *article.dropped))


def params(article: ImportedArticle, beginning: str) -> dict[str, object]:
    remark = next(r for r in article.remarks if r.template.startswith(beginning))
    return dict(remark.params)


# ---- fields ----------------------------------------------------------------------------------
def test_fields_by_style_name() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="{name}"/></w:style>'
        for n, name in enumerate(("Tít trên", "Title", "sapo", "heading 1", "Tác giả"))
    )
    lines = ("Chuyện thợ", "Quà về xưởng may", LONG, "Bữa cơm chung")
    body = "".join(para(line, style=f"s{n}") for n, line in enumerate(lines))
    article = read(body + para(MORE) + para(LONG) + para("Minh Hà", style="s4"), styles=styles)
    assert article.kicker == "Chuyện thợ"
    assert (article.headline, article.lede) == ("Quà về xưởng may", LONG)
    assert article.byline == ("Minh Hà",)
    assert article.body.blocks[0].text == text_of("Bữa cơm chung")  # type: ignore[union-attr]
    assert isinstance(article.body.blocks[0], Heading)


def test_fields_by_look_and_place() -> None:
    bold = "<w:b/>"
    body = (
        para(run("Bốn trăm suất quà về xưởng may", bold))
        + para(run(LONG, bold))
        + para(MORE)
        + para(run("Bữa cơm chung", bold))
        + para(LONG)
        + para(run("ĐẶNG LỢI", bold), layout='<w:jc w:val="right"/>')
    )
    article = read(body)
    assert article.headline == "Bốn trăm suất quà về xưởng may"
    assert article.lede == LONG
    assert article.byline == ("Đặng Lợi",)
    assert [type(block) for block in article.body.blocks] == [Paragraph, Heading, Paragraph]


# ---- what hides text -------------------------------------------------------------------------
def test_tracked_changes() -> None:
    inserted = f'<w:ins w:id="1" w:author="a">{run("bốn ")}</w:ins>'
    deleted = '<w:del w:id="2" w:author="a"><w:r><w:delText>ba </w:delText></w:r></w:del>'
    article = read(para("Có ", inserted, deleted, "trăm suất quà."))
    assert words(article).strip() == "Có bốn trăm suất quà."
    assert params(article, "Tracked changes") == {"inserted": 1, "deleted": 1}


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    article = read(para(LONG[:40], layout=gone) + para(LONG[40:]))
    assert LONG in words(article)


def test_moved_text_is_read_once() -> None:
    moved = f"<w:moveFrom>{run('quà')}</w:moveFrom> <w:moveTo>{run('quà')}</w:moveTo>"
    article = read(f"<w:p>{run('Trao ')}{moved}</w:p>")
    assert words(article).strip() == "Trao quà"


def test_content_controls_and_smart_tags() -> None:
    control = f"<w:sdt><w:sdtContent>{run('trong')}</w:sdtContent></w:sdt>"
    tag = f"<w:smartTag>{run(' và ngoài')}</w:smartTag>"
    whole = f"<w:sdt><w:sdtContent>{para('Cả đoạn.')}</w:sdtContent></w:sdt>"
    article = read(f"<w:p>{control}{tag}</w:p>{whole}")
    assert "trong và ngoài" in words(article)
    assert "Cả đoạn." in words(article)


@pytest.mark.parametrize("box", [text_box, lambda content: f"<w:r>{old_text_box(content)}</w:r>"])
def test_text_boxes_are_read_once(box) -> None:
    article = read(para(LONG, box(para(run("Con số", "<w:b/>")) + para("62% có quà."))))
    (found,) = (block for block in article.body.blocks if isinstance(block, Box))
    assert plain(found.title) == "Con số"
    assert words(article).count("62% có quà.") == 1


def test_a_text_box_in_a_group_is_read_once() -> None:
    """In a group the alternatives stand inside the drawing."""
    box = text_box(para("62% có quà."))
    drawing = (
        f"<w:r><w:drawing>{box.removeprefix('<w:r>').removesuffix('</w:r>')}</w:drawing></w:r>"
    )
    assert words(read(para(LONG, drawing))).count("62% có quà.") == 1


def test_footnotes_stand_in_brackets() -> None:
    note = f'<w:footnote w:id="2">{para("Số liệu quý một.")}</w:footnote>'
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    article = read(para("Lương tăng 5%", mark, "."), footnotes=note)
    assert words(article).strip() == "Lương tăng 5% [Số liệu quý một.]."


def test_a_comment_stands_at_the_words_of_its_range() -> None:
    comment = (
        '<w:comment w:id="4" w:author="Ban biên tập" w:date="2026-03-02T09:30:00Z">'
        f"{para('Xem lại')}{para('số này')}</w:comment>"
    )
    begin, end = '<w:commentRangeStart w:id="4"/>', '<w:commentRangeEnd w:id="4"/>'
    article = read(
        para(LONG) + para("Lương tăng ", begin, "5% rồi") + end + para("Hết chuyện."),
        comments=comment,
    )
    (found,) = article.comments
    assert (found.author, found.text) == ("Ban biên tập", "Xem lại\nsố này")
    assert found.at == datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    assert quoted_words(article.body) == {found.id: "5% rồi"}
    assert not [remark for remark in article.remarks if remark.template.startswith("Comment")]


def test_a_range_without_an_end_is_none() -> None:
    comment = f'<w:comment w:id="0" w:author="A">{para("Xem lại")}</w:comment>'
    article = read(para(LONG, '<w:commentRangeStart w:id="0"/>', "thêm"), comments=comment)
    assert article.comments == ()
    assert params(article, "Comment") == {"author": "A", "text": "Xem lại"}


def test_comments_without_a_range_become_remarks() -> None:
    comment = f'<w:comment w:id="0" w:author="Ban biên tập">{para("Xem lại số này")}</w:comment>'
    article = read(para(LONG), comments=comment)
    assert params(article, "Comment") == {"author": "Ban biên tập", "text": "Xem lại số này"}


def test_hidden_text_is_left_out_and_counted() -> None:
    article = read(para("Hiện ra ", run("giấu đi", "<w:vanish/>")))
    assert "giấu" not in words(article)
    assert params(article, "Hidden") == {"count": 7}


def test_fields_show_their_result() -> None:
    link = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://congdoan.example/a" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("tại đây", "<w:u w:val='single'/>")
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    article = read(para(LONG) + para(MORE) + para("Xem ", link, end, " nhé."))
    runs = article.body.blocks[-1].text  # type: ignore[union-attr]
    assert [r.text for r in runs] == ["Xem ", "tại đây", " nhé."]
    assert (runs[1].link, runs[1].marks) == ("https://congdoan.example/a", frozenset())


def test_dangerous_links_are_only_words() -> None:
    body = para(LONG) + para(
        f'Bấm <w:hyperlink r:id="x">{run("đây")}</w:hyperlink>'.replace("Bấm ", run("Bấm "))
    )
    article = read(body, links={"x": "javascript:alert(1)"})
    assert all(run.link is None for run in article.body.blocks[-1].text)  # type: ignore[union-attr]


# ---- legacy ----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("font", "text"),
    [(".VnTime", "TiÕng ViÖt cña c«ng nh©n"), ("VNI-Times", "Tieáng Vieät cuûa coâng nhaân")],
)
def test_old_fonts_are_decoded(font: str, text: str) -> None:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    article = read(para(run(text, fonts)))
    assert "Tiếng Việt của công nhân" in words(article)
    assert params(article, "Text in the old font") == {"font": font}


def test_an_old_font_of_the_whole_document() -> None:
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=".VnTimeH"/></w:rPr></w:rPrDefault>'
        "</w:docDefaults>"
    )
    article = read(para("tiÕng viÖt"), styles=defaults)
    assert "TIẾNG VIỆT" in words(article)


def test_unicode_in_an_old_font_stays() -> None:
    fonts = '<w:rFonts w:ascii=".VnTime"/>'
    article = read(para(run("Tiếng Việt có µ", fonts)))
    assert "Tiếng Việt có µ" in words(article)


def test_letters_come_composed_and_nothing_invisible() -> None:
    decomposed = unicodedata.normalize("NFD", LONG)
    article = read(para(decomposed[:50] + "\u200b\u00ad" + decomposed[50:]))
    assert words(article).strip() == unicodedata.normalize("NFC", LONG)


# ---- structure -------------------------------------------------------------------------------
def numbered(text: str, number: int, level: int) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return para(text, layout=place)


def test_lists() -> None:
    levels = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = numbered("Một", 7, 0) + numbered("Sâu", 7, 5) + numbered("Hai", 7, 0)
    article = read(para(LONG) + body + numbered("Khác", 8, 0) + para(MORE), numbering=numbering)
    lists = [block for block in article.body.blocks if isinstance(block, ListBlock)]
    assert [block.ordered for block in lists] == [True, False]
    assert [(plain(i.text), i.level) for i in lists[0].items] == [
        ("Một", 0),
        ("Sâu", 1),
        ("Hai", 0),
    ]


def test_tables_with_merged_cells_stay_rectangular() -> None:
    wide = f"<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{para(run('Cả hai', '<w:b/>'))}"
    article = read(para(LONG) + table((wide,), (para("1"), para("2"))) + para(MORE))
    (found,) = (block for block in article.body.blocks if isinstance(block, Table))
    assert [[plain(cell) for cell in row] for row in found.rows] == [["Cả hai", ""], ["1", "2"]]
    assert found.header


def test_a_table_of_one_cell_is_a_box() -> None:
    body = para(LONG) + para(MORE) + table((para(run("Hộp", "<w:b/>")) + para("Chữ trong hộp."),))
    (found,) = (block for block in read(body).body.blocks if isinstance(block, Box))
    assert (plain(found.title), plain(found.blocks[0].text)) == ("Hộp", "Chữ trong hộp.")  # type: ignore[union-attr]


# ---- photos ----------------------------------------------------------------------------------
def the_photo(article: ImportedArticle) -> Photo:
    (found,) = (block for block in article.body.blocks if isinstance(block, Photo))
    return found


def test_photo_with_caption_and_credit_below() -> None:
    body = para(LONG) + para(inline_picture("p", alt="Xưởng may")) + para("Giờ tan ca. Ảnh: Lê Lâm")
    article = read(body + para(MORE), media={"p": JPEG})
    found = the_photo(article)
    assert (plain(found.caption), found.credit, found.alt) == ("Giờ tan ca.", "Lê Lâm", "Xưởng may")
    assert article.photos[found.photo].data == JPEG
    assert "Giờ tan ca" not in document_plain(article.body).replace("Giờ tan ca.\nLê Lâm", "")


def test_photo_in_a_layout_table() -> None:
    body = table((para(inline_picture("p")),), (para("Giờ tan ca. Ảnh: Lê Lâm"),))
    article = read(para(LONG) + body + para(MORE), media={"p": JPEG})
    assert the_photo(article)
    assert "Giờ tan ca" in words(article)
    assert params(article, "Tables around photos") == {"count": 1}


def test_crop_of_a_stranger() -> None:
    crop = '<a:srcRect l="10000" b="25000"/>'
    article = read(para(LONG) + para(inline_picture("p", inside=crop)), media={"p": JPEG})
    found = the_photo(article)
    assert found.crop is not None
    assert (found.crop.left, found.crop.bottom) == (0.1, 0.75)


def test_pictures_outside_are_not_fetched() -> None:
    outside = inline_picture("far").replace("r:embed", "r:link")
    article = read(para(LONG, outside), links={"far": "http://127.0.0.1:9/x.jpg"})
    assert params(article, "Pictures on other computers") == {"count": 1}
    assert not article.photos


def test_pictures_of_other_kinds_are_named() -> None:
    article = read(para(LONG, inline_picture("p")), media={"p": b"\x01\x00\x00\x00EMF"})
    assert params(article, "The picture") == {"name": "p.jpg"}


def test_running_text_beside_a_picture_is_kept() -> None:
    article = read(para(MORE) + para(LONG, inline_picture("p")), media={"p": JPEG})
    assert the_photo(article).caption == ()
    assert LONG in words(article)


# ---- marks -----------------------------------------------------------------------------------
def test_marks_of_runs_and_character_styles() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
    )
    styled = run("đậm", '<w:rStyle w:val="Strong"/>')
    off = run("nhạt", '<w:rStyle w:val="Strong"/><w:b w:val="0"/>')
    body = para("a ", styled, off, run("x", '<w:vertAlign w:val="superscript"/>'))
    runs = read(para(LONG) + para(MORE) + body, styles=styles).body.blocks[-1].text  # type: ignore[union-attr]
    marks = {r.text: r.marks for r in runs}
    assert marks == {
        "a ": frozenset(),
        "đậm": {Mark.BOLD},
        "nhạt": frozenset(),
        "x": {Mark.SUPERSCRIPT},
    }


def test_symbols_and_special_hyphens() -> None:
    inside = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:noBreakHyphen/><w:softHyphen/></w:r>'
    assert words(read(para("a", inside, "b"))).strip() == "a✓\u2011b"
