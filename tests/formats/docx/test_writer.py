"""The Word file part by part: valid, complete, the same each time, saying nothing it should not."""

import os
import re
import zipfile
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from PIL import Image

from newsroom.domain.article import Article
from newsroom.domain.document import Document, Photo, Table, document_plain, text_of
from newsroom.domain.ids import PhotoId
from newsroom.domain.style import Role, adjusted
from newsroom.errors import UsageError
from newsroom.formats.docx.names import NAMES, Style
from newsroom.formats.docx.presets import docx_preset_names
from newsroom.formats.docx.reader import read_docx
from newsroom.formats.docx.writer import write_docx, write_many
from tests.formats.docx.samples import context, house_style, photo_files, picture, sample_article
from tests.formats.docx.schema import W, misplaced
from tests.strategies import articles, documents

GOLDEN = Path(__file__).parents[2] / "golden" / "docx"
PARTS = (
    *("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/comments.xml"),
    *("word/settings.xml", "word/header1.xml", "word/footer1.xml", "docProps/core.xml"),
    *("word/_rels/document.xml.rels", "customXml/item1.xml", "[Content_Types].xml"),
)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def pretty(xml: bytes) -> str:
    parser = etree.XMLParser(remove_blank_text=True)
    return etree.tostring(etree.fromstring(xml, parser), pretty_print=True, encoding="unicode")


@pytest.mark.parametrize("preset", docx_preset_names())
@pytest.mark.parametrize("part", PARTS)
def test_parts_are_as_they_were(preset: str, part: str) -> None:
    """Set UPDATE_GOLDEN=1 to write the files anew, and read the difference before committing."""
    made = pretty(parts(write_docx(sample_article(), context(), preset=preset))[part])
    golden = GOLDEN / preset / part.replace("/", "-")
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(made, "utf-8")
    assert made == golden.read_text("utf-8")


@given(articles(photos=tuple(photo_files())))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_children_stand_in_the_order_of_the_schema(article: Article) -> None:
    made = parts(write_docx(article, context(), preset="office"))
    roots = (etree.fromstring(xml) for name, xml in made.items() if name.endswith(".xml"))
    assert [place for root in roots for place in misplaced(root)] == []


@given(documents(photos=tuple(photo_files()), min_blocks=1))
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_tables_never_touch_and_end_no_cell(body: Document) -> None:
    """Word would join the tables, and call a cell without a last paragraph damaged."""
    tables = Document(blocks=(*body.blocks, *sample_article().body.blocks[-2:]))
    made = parts(write_docx(replace(sample_article(), body=tables), context()))
    root = etree.fromstring(made["word/document.xml"])
    for found in root.iter(f"{W}tbl"):
        after = found.getnext()
        assert after is not None
        assert after.tag == f"{W}p"


@pytest.mark.parametrize("preset", docx_preset_names())
def test_ids_are_given_once(preset: str) -> None:
    root = etree.fromstring(
        parts(write_many([(sample_article(), context())] * 3, preset=preset))["word/document.xml"]
    )
    for tag in ("bookmarkStart", "commentReference"):
        ids = [element.get(f"{W}id") for element in root.iter(f"{W}{tag}")]
        assert len(ids) == len(set(ids)) > 0
    pictures = [e.get("id") for e in root.iter("{*}docPr")]
    assert len(pictures) == len(set(pictures)) > 0


def test_the_same_article_gives_the_same_bytes() -> None:
    first, second = (write_docx(sample_article(), context()) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(BytesIO(first)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_python_docx_opens_it_and_finds_the_styles() -> None:
    document = docx.Document(BytesIO(write_docx(sample_article(), context())))
    styles = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    names = ("Kicker", "Title", "Lede", "Byline", "Heading 2", "Quote", "Caption", "Photo")
    assert styles.issuperset(names)
    assert [comment.text for comment in document.comments] == [sample_article().note]
    assert len(document.inline_shapes) == 2
    assert len(document.tables) == 2


def test_properties_say_what_the_article_says() -> None:
    document = docx.Document(BytesIO(write_docx(sample_article(), context())))
    properties = document.core_properties
    assert properties.title == sample_article().headline
    assert (properties.author, properties.keywords) == ("Đặng Lợi; Minh Hà", "công nhân, phúc lợi")
    assert (properties.category, properties.language) == ("Chuyên đề/Đời sống công nhân", "vi-VN")
    assert properties.last_modified_by == ""


def test_nothing_of_the_library_is_left() -> None:
    made = parts(write_docx(sample_article(), context()))
    assert not [name for name in made if "thumbnail" in name or "webSettings" in name]
    for name, data in made.items():
        assert not re.search(rb"python-docx|Calibri|Cambria|en-US|ja-JP", data), name


def test_office_follows_the_decree() -> None:
    """Decree 30/2020/NĐ-CP, annex I: paper, margins, font, size, indent, page number."""
    made = parts(write_docx(sample_article(), context(), preset="office"))
    document = docx.Document(BytesIO(write_docx(sample_article(), context(), preset="office")))
    section = document.sections[0]
    edges = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(edge.mm) for edge in edges if edge is not None] == [20, 20, 30, 15]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)  # type: ignore[union-attr]
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == ""
    fonts = set(re.findall(r'w:ascii="([^"]+)"', made["word/styles.xml"].decode()))
    assert fonts == {"Times New Roman"}
    body = document.styles["Body Text"]
    assert body.font.size.pt == 14
    assert body.paragraph_format.first_line_indent.cm == pytest.approx(1.27, abs=0.01)
    colours = set(re.findall(r'<w:color w:val="([^"]+)"', made["word/styles.xml"].decode()))
    assert colours == {"000000"}


def test_manuscript_is_double_spaced_and_counts() -> None:
    document = docx.Document(BytesIO(write_docx(sample_article(), context())))
    assert document.styles["Body Text"].paragraph_format.line_spacing == 2.0
    made = parts(write_docx(sample_article(), context()))
    assert re.search(
        r"\d+ tiếng · Cập nhật lúc 10:04 12/05/2026", made["word/footer1.xml"].decode()
    )
    assert b"NUMPAGES" in made["word/footer1.xml"]


def test_styles_follow_the_house() -> None:
    """No size is written twice: a larger cross-head in the house sheet is larger in Word."""
    own = replace(context(), style=adjusted(house_style(), {Role.HEADING: {"size": 2.0}}))
    document = docx.Document(BytesIO(write_docx(sample_article(), own)))
    assert document.styles["Heading 2"].font.size.pt == 26


def test_every_text_style_names_its_font_in_all_scripts() -> None:
    root = etree.fromstring(parts(write_docx(sample_article(), context()))["word/styles.xml"])
    for fonts in root.iter(f"{W}rFonts"):
        assert {etree.QName(key).localname for key in fonts.attrib} == {
            *("ascii", "hAnsi", "eastAsia", "cs")
        }
    names = {element.get(f"{W}val") for element in root.iter(f"{W}name")}
    assert names.issuperset(NAMES[style].name for style in Style)


def test_language_of_the_article() -> None:
    english = replace(sample_article(), language="en")
    made = parts(write_docx(english, context()))
    assert b'w:val="en-GB"' in made["word/styles.xml"]
    assert "Photo 1" in document_text(made)


def document_text(made: dict[str, bytes]) -> str:
    root = etree.fromstring(made["word/document.xml"])
    return "".join(text.text or "" for text in root.iter(f"{W}t"))


# ---- photos ----------------------------------------------------------------------------------
def photo_article(data: bytes) -> tuple[Article, PhotoId]:
    photo = PhotoId("0" * 64)
    return replace(sample_article(), body=Document(blocks=(Photo(photo=photo, alt="a"),))), photo


def camera_jpeg(orientation: int = 6) -> bytes:
    image, output = Image.new("RGB", (40, 20), "#336699"), BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "CANARY-MAKER"
    exif.get_ifd(0x8825)[2] = (21.0, 1.0, 42.0)
    exif[0x0112] = orientation
    image.save(output, "JPEG", exif=exif, comment=b"CANARY-COMMENT")
    return output.getvalue()


def text_png() -> bytes:
    from PIL.PngImagePlugin import PngInfo

    info, output = PngInfo(), BytesIO()
    info.add_text("Author", "CANARY")
    Image.new("RGB", (40, 20)).save(output, "PNG", pnginfo=info)
    return output.getvalue()


@pytest.mark.parametrize("make", [camera_jpeg, partial(camera_jpeg, 1), text_png])
def test_photos_leave_without_metadata(make) -> None:
    article, photo = photo_article(make())
    made = parts(write_docx(article, context({photo: make()})))
    (data,) = (blob for name, blob in made.items() if "media" in name)
    assert b"CANARY" in make()
    assert b"CANARY" not in data
    assert b"Exif" not in data


def test_pictures_that_cameras_append_stay_behind() -> None:
    """A second photo behind the first (motion photos, multi-picture files) has its own EXIF."""
    data = camera_jpeg(1) + camera_jpeg(1)
    article, photo = photo_article(data)
    made = parts(write_docx(article, context({photo: data})))
    (left,) = (blob for name, blob in made.items() if "media" in name)
    assert left.count(b"\xff\xd9") == 1


def test_photos_stand_upright() -> None:
    article, photo = photo_article(camera_jpeg())
    document = docx.Document(BytesIO(write_docx(article, context({photo: camera_jpeg()}))))
    shape = document.inline_shapes[0]
    assert shape.height == 2 * shape.width


def test_a_photo_without_metadata_is_not_touched() -> None:
    for data in photo_files().values():
        article, photo = photo_article(data)
        made = parts(write_docx(article, context({photo: data})))
        assert data in made.values()


@pytest.mark.parametrize("kind", ["WEBP", "GIF", "TIFF", "BMP"])
def test_kinds_that_word_does_not_know_are_written_anew(kind: str) -> None:
    data = picture((30, 20), "#804020", kind)
    article, photo = photo_article(data)
    assert len(read_docx(write_docx(article, context({photo: data}))).photos) == 1


def test_a_scan_in_sixteen_bits_keeps_its_tones() -> None:
    from PIL import Image, ImageStat

    grey = Image.linear_gradient("L").convert("I").point(lambda value: value * 257)
    out = BytesIO()
    grey.convert("I;16").save(out, "TIFF")
    article, photo = photo_article(out.getvalue())
    made = parts(write_docx(article, context({photo: out.getvalue()})))
    (data,) = (part for name, part in made.items() if name.startswith("word/media/"))
    (tone, *_) = ImageStat.Stat(Image.open(BytesIO(data)).convert("L")).mean
    assert tone == pytest.approx(127, abs=2)


@pytest.mark.parametrize("data", [None, b"", b"\xff\xd8\xff\xe0 broken"])
def test_a_missing_photo_leaves_a_sign(data: bytes | None) -> None:
    article, photo = photo_article(b"")
    files = {} if data is None else {photo: data}
    assert "[Thiếu tệp ảnh]" in document_text(parts(write_docx(article, context(files))))


# ---- many and odd ----------------------------------------------------------------------------
def test_several_articles_start_on_new_pages() -> None:
    data = write_many([(sample_article(), context())] * 3)
    root = etree.fromstring(parts(data)["word/document.xml"])
    assert len(list(root.iter(f"{W}pageBreakBefore"))) == 2
    whole = document_plain(read_docx(data).body)
    assert whole.count("Món quà không lớn") == 3


def test_unknown_preset_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="“letter”; there are: manuscript, office"):
        write_docx(sample_article(), context(), preset="letter")


def test_no_article() -> None:
    with pytest.raises(UsageError):
        write_many([])


def test_an_empty_article_is_a_valid_file() -> None:
    empty = replace(
        sample_article(), kicker="", headline="", lede="", dateline="", byline=(), body=Document()
    )
    imported = read_docx(write_docx(empty, context()))
    assert (imported.headline, imported.body) == ("", Document())


def test_a_column_of_figures_beside_long_cells_has_room_for_its_words() -> None:
    rows = (
        ("Doanh nghiệp", "Lao động", "Mức ăn ca (đồng)", "So với năm 2024", "Ghi chú"),
        ("Công ty Cổ phần Dệt kim Bắc Vinh", "3.412", "22.000", "+11%", "Có thỏa ước từ năm 2021"),
    )
    table = Table(rows=tuple(tuple(map(text_of, row)) for row in rows), header=True)
    made = write_docx(replace(sample_article(), body=Document(blocks=(table,))), context())
    figures = docx.Document(BytesIO(made)).tables[0].columns[1]
    assert figures.width is not None
    assert figures.width.mm > 16
