"""Our files after people and other programs have worked in them."""

from dataclasses import replace

from newsroom.domain.document import Heading, Paragraph, Photo, document_plain, plain, text_of
from newsroom.formats.docx.reader import read_docx
from newsroom.formats.docx.writer import write_docx
from tests.formats.docx.files import inline_picture, para, run, word_file
from tests.formats.docx.samples import context, picture, sample_article

OUR_STYLES = "".join(
    f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
    for kind, key, name in (
        *(("paragraph", "L", "Lede"), ("paragraph", "T", "Title"), ("paragraph", "C", "caption")),
        *(("paragraph", "P", "Photo"), ("character", "Lb", "Label"), ("character", "Cr", "Credit")),
        ("paragraph", "By", "Byline"),
    )
)
LABEL, CREDIT = '<w:rStyle w:val="Lb"/>', '<w:rStyle w:val="Cr"/>'


def test_styles_are_known_by_name_when_their_ids_have_changed() -> None:
    """LibreOffice keeps names and gives new ids; the part with the fields may be gone."""
    body = para("Tít", style="T") + para("Sa-pô", style="L") + para("Chữ", style="")
    article = read_docx(word_file(body + para("Minh Hà", style="By"), styles=OUR_STYLES))
    assert (article.headline, article.lede, article.byline) == ("Tít", "Sa-pô", ("Minh Hà",))
    assert [plain(block.text) for block in article.body.blocks] == ["Chữ"]  # type: ignore[union-attr]


def test_a_lede_in_two_paragraphs_is_one_lede() -> None:
    body = para("Một.", style="L") + para("Hai.", style="L") + para("Chữ")
    assert read_docx(word_file(body, styles=OUR_STYLES)).lede == "Một. Hai."


def test_a_second_headline_stays_in_the_text() -> None:
    body = para("Tít", style="T") + para("Chữ") + para("Tít hai", style="T")
    article = read_docx(word_file(body, styles=OUR_STYLES))
    last = article.body.blocks[-1]
    assert article.headline == "Tít"
    assert isinstance(last, Heading)
    assert plain(last.text) == "Tít hai"


def caption(*inside: str) -> Photo:
    body = para("Tít", style="T") + para(inline_picture("p"), style="P")
    data = word_file(
        body + para(*inside, style="C"), styles=OUR_STYLES, media={"p": picture((9, 9), "#333333")}
    )
    (found,) = read_docx(data).body.blocks
    assert isinstance(found, Photo)
    return found


def test_words_typed_into_a_label_are_kept() -> None:
    """Who deletes the credit and types another gets the style of the label before it."""
    found = caption(run("Ảnh 1. ", LABEL), "Giờ tan ca.", run(" Ảnh: Lê Lâm", LABEL))
    assert (plain(found.caption), found.credit) == ("Giờ tan ca.", "Lê Lâm")


def test_a_caption_without_its_number() -> None:
    found = caption("Giờ tan ca.", run(" Ảnh: ", LABEL), run("Lê Lâm", CREDIT))
    assert (plain(found.caption), found.credit) == ("Giờ tan ca.", "Lê Lâm")


def test_a_photo_without_caption_does_not_take_the_paragraph_below() -> None:
    article = sample_article()
    photo = next(block for block in article.body.blocks if isinstance(block, Photo))
    bare = replace(photo, caption=(), credit="")
    below = Paragraph(text=text_of("Giờ tan ca. Ảnh: Lê Lâm"))
    body = replace(article.body, blocks=(bare, below))
    assert read_docx(write_docx(replace(article, body=body), context())).body == body


def test_a_caption_whose_photo_was_deleted_stays_as_text() -> None:
    body = para("Tít", style="T") + para(run("Ảnh 1. ", LABEL), "Giờ tan ca.", style="C")
    article = read_docx(word_file(body, styles=OUR_STYLES))
    assert "Giờ tan ca." in document_plain(article.body)


def test_a_copied_paragraph_gets_an_id_of_its_own() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="_block_p0000001"/><w:bookmarkEnd w:id="1"/>'
    body = para(mark, "Một") + para(mark, "Hai")
    first, second = read_docx(word_file(para("T", style="T") + body, styles=OUR_STYLES)).body.blocks
    assert first.id == "p0000001"
    assert second.id != first.id
