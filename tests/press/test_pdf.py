import shutil
import subprocess
import unicodedata
from dataclasses import replace
from io import BytesIO

import pytest

from newsroom.domain.document import Crop, Document, FocalPoint, Paragraph, plain
from newsroom.domain.ids import PhotoId
from newsroom.errors import UsageError
from newsroom.press.images import UnreadablePhotoError, prepared, visible_region
from newsroom.press.layout.model import Line, Picture
from newsroom.press.layout.pages import lay_out
from newsroom.press.pdf import render_pdf
from newsroom.press.presets import load_preset, preset_names
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

pikepdf = pytest.importorskip("pikepdf")
every_preset = pytest.mark.parametrize("name", preset_names())


def printed(*articles, name="newspaper", photos=None):
    return render_pdf(
        articles, context_of=lambda _article: context(photos), preset=load_preset(name)
    )


def opened(data):
    return pikepdf.open(BytesIO(data))


def extracted(tmp_path, data, *options):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    path = tmp_path / "bai.pdf"
    path.write_bytes(data)
    run = subprocess.run(["pdftotext", *options, path, "-"], check=True, capture_output=True)
    return run.stdout.decode("utf-8")


@every_preset
def test_the_same_article_gives_the_same_bytes(name):
    assert printed(rich_article(), name=name).data == printed(rich_article(), name=name).data


@every_preset
def test_all_fonts_are_embedded_subsets_with_unicode(name):
    with opened(printed(rich_article(), name=name).data) as pdf:
        fonts = [font for page in pdf.pages for font in page.obj.Resources.Font.as_dict().values()]
        assert fonts
        for font in fonts:
            assert "/FontFile2" in font.FontDescriptor
            assert str(font.BaseFont)[7] == "+"
            assert "/ToUnicode" in font


@every_preset
def test_the_file_says_what_the_article_says_and_nothing_else(name):
    article = rich_article(note="mật: chưa đăng")
    with opened(printed(article, name=name).data) as pdf:
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        assert info["/Title"] == article.headline
        assert info["/Author"] == "Minh Tú"
        assert info["/Subject"] == "Chuyên đề / Phát triển đoàn viên"
        assert info["/Keywords"] == "đoàn phí, chuyển đổi số"
        assert info["/Creator"] == info["/Producer"] == "Newsroom"
        assert info["/CreationDate"] == info["/ModDate"] == "D:20261122103000+07'00'"
        assert str(pdf.Root.Lang) == "vi"
        assert set(pdf.Root.keys()).isdisjoint({"/OpenAction", "/AA", "/AcroForm", "/Names"})
    assert b"Helvetica" not in printed(article, name=name).data


@every_preset
def test_extracted_text_is_the_article_in_reading_order(tmp_path, name):
    body = Document(blocks=tuple(paragraph(words) for words in PARAGRAPHS[:5]))
    article = plain_article(body=body)
    text = extracted(tmp_path, printed(article, name=name).data)
    assert unicodedata.is_normalized("NFC", text)
    flat = " ".join(text.split())
    assert article.headline in flat
    assert article.lede in flat
    assert " ".join(PARAGRAPHS[:5]) in flat
    assert flat.index(article.headline) < flat.index(article.lede) < flat.index("Giờ giải lao")


def test_words_are_never_fused_at_line_ends(tmp_path):
    """In the order of the file, where a reader that knows no lines would fuse them."""
    article = plain_article(10)
    text = extracted(tmp_path, printed(article).data, "-raw")
    joined = " ".join(text.split())
    for block in article.body.blocks:
        assert isinstance(block, Paragraph)
        assert plain(block.text) in joined


def test_every_line_that_goes_on_ends_in_a_space():
    article, preset = plain_article(3), load_preset("newspaper")
    with opened(printed(article).data) as pdf:
        shown = b"".join(
            bytes(part)
            for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
            if str(operator) == "TJ"
            for part in operands[0]
            if isinstance(part, pikepdf.String)
        )
    layout = lay_out([article], [context()], preset)
    lines = [item for item in layout.pages[0].items if isinstance(item, Line)]
    within = sum(character in " \u00a0" for line in lines for character in line.text)
    assert shown.count(b" ") == within + sum(line.more for line in lines)


def test_black_text_is_black_ink_alone_in_the_newspaper():
    with opened(printed(plain_article(4)).data) as pdf:
        colours = {
            tuple(float(value) for value in operands)
            for page in pdf.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) in ("k", "K")
        }
        operators = {
            str(operator)
            for page in pdf.pages
            for _operands, operator in pikepdf.parse_content_stream(page)
        }
    assert (0.0, 0.0, 0.0, 1.0) in colours
    assert not operators & {"rg", "RG", "g", "G"}


def test_photos_are_upright_and_carry_no_metadata():
    from PIL import Image

    picture = Image.new("RGB", (400, 200), "red")
    picture.paste("blue", (0, 0, 200, 200))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x013B] = "CANARY-AUTHOR"
    out = BytesIO()
    picture.save(out, "JPEG", exif=exif, comment=b"CANARY-COMMENT")
    turned = source(out.getvalue(), 200, 400)
    body = Document(blocks=(photo(turned, "Ảnh xoay", 1),))
    data = printed(plain_article(1, body=body), photos={turned.file.id: turned}).data
    assert b"CANARY" in turned.read()
    with opened(data) as pdf:
        image = next(iter(pdf.pages[0].get_images().values()))
        shown = pikepdf.PdfImage(image).as_pil_image().convert("RGB")
    assert shown.getpixel((shown.width // 2, 5))[2] > 200
    assert shown.getpixel((shown.width // 2, shown.height - 5))[0] > 200
    assert b"CANARY" not in data


def test_photos_are_brought_down_only_when_print_needs_far_less():
    from PIL import Image

    place = Picture(x=0, y=0, width=72, height=72, photo=PhotoId("x"))
    out = BytesIO()
    Image.new("RGB", (2000, 2000), "green").save(out, "PNG")
    assert Image.open(BytesIO(prepared(place, out.getvalue, 200))).size == (200, 200)
    assert Image.open(BytesIO(prepared(place, out.getvalue, 1800))).size == (2000, 2000)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_photos_of_every_mode_can_be_printed(mode):
    from PIL import Image

    out = BytesIO()
    Image.new(mode, (40, 30)).save(out, "TIFF" if mode == "CMYK" else "PNG")
    place = Picture(x=0, y=0, width=40, height=30, photo=PhotoId("x"))
    assert Image.open(BytesIO(prepared(place, out.getvalue, 100))).mode in ("L", "RGB")


def test_a_scan_in_sixteen_bits_keeps_its_tones():
    from PIL import Image, ImageStat

    grey = Image.linear_gradient("L").convert("I").point(lambda value: value * 257)
    out = BytesIO()
    grey.convert("I;16").save(out, "TIFF")
    place = Picture(x=0, y=0, width=256, height=256, photo=PhotoId("x"))
    shown = Image.open(BytesIO(prepared(place, out.getvalue, 100))).convert("L")
    assert ImageStat.Stat(shown).mean[0] == pytest.approx(127, abs=2)


@pytest.mark.parametrize("data", [b"", b"not a photo", landscape().read()[:900]])
def test_bytes_that_are_no_photo_are_refused(data):
    place = Picture(x=0, y=0, width=40, height=30, photo=PhotoId("x"))
    with pytest.raises(UnreadablePhotoError):
        prepared(place, lambda: data, 100)


def test_a_photo_that_cannot_be_shown_leaves_its_place_and_is_named():
    broken = source(b"GIF89a but not really", 1800, 1200, "hong.gif")
    body = Document(blocks=(paragraph(PARAGRAPHS[0]), photo(broken, "Ảnh hỏng", 1)))
    result = printed(plain_article(1, body=body), photos={broken.file.id: broken})
    assert [remark.params for remark in result.warnings] == [{"name": "hong.gif"}]
    with opened(result.data) as pdf:
        assert not pdf.pages[0].get_images()


def test_the_visible_region_keeps_crop_shape_and_focal_point():
    whole = visible_region((400, 200), Crop(), FocalPoint(), 1.0)
    assert (whole.left, whole.right, whole.top, whole.bottom) == (100, 300, 0, 200)
    right = visible_region((400, 200), Crop(), FocalPoint(x=0.95), 1.0)
    assert (right.left, right.right) == (200, 400)
    cropped = visible_region((400, 200), Crop(left=0.5), FocalPoint(x=0.1), 1.0)
    assert cropped.left == 200
    assert visible_region((1, 1), Crop(), FocalPoint(), 3.0).right == 1


@pytest.mark.parametrize(
    "article",
    [
        plain_article(0, headline="", lede="", kicker="", byline=(), section=()),
        plain_article(0, lede="", kicker="", byline=()),
        plain_article(1, headline="D" * 900, lede="", kicker=""),
        plain_article(0, headline=" ".join(PARAGRAPHS), lede=""),
    ],
    ids=["empty", "headline only", "endless word", "endless headline"],
)
@every_preset
def test_odd_articles_give_a_page(article, name):
    result = printed(article, name=name)
    assert result.pages >= 1
    with opened(result.data) as pdf:
        assert len(pdf.pages) == result.pages


def test_several_articles_are_one_document_each_with_its_context():
    plain_one = plain_article(2, headline="Bài thứ hai")
    contexts = [context(), replace(context(), photos={})]
    result = render_pdf(
        [rich_article(), plain_one], context_of=contexts, preset=load_preset("print")
    )
    with opened(result.data) as pdf:
        assert len(pdf.pages) == result.pages >= 3
        with pdf.open_outline() as outline:
            assert [entry.title for entry in outline.root] == [
                rich_article().headline,
                "Bài thứ hai",
            ]


def test_no_article_is_a_usage_error():
    with pytest.raises(UsageError, match="no article"):
        printed()


def test_the_file_is_sound(tmp_path):
    with opened(printed(rich_article()).data) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_heavy_libraries_are_imported_at_first_use():
    code = (
        "import sys, newsroom.press.presets, newsroom.press.pdf;"
        "print(sorted({'reportlab', 'uharfbuzz', 'PIL', 'pikepdf'} & set(sys.modules)))"
    )
    import sys

    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout.strip() == "[]"
