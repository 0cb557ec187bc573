"""The part of a photo that was cut out is what leaves the house: site, Word, print."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from newsroom.domain.article import ArticleText
from newsroom.domain.document import Crop, Document, Paragraph, Photo, text_of
from newsroom.services.articles import create_article
from newsroom.services.exporting import export_articles
from tests.fakes.desk import make_desk

BLUE = (20, 60, 200)


def halves() -> bytes:
    """A photo that is red on the left and blue on the right."""
    picture = Image.new("RGB", (1600, 800), (200, 30, 30))
    picture.paste(BLUE, (800, 0, 1600, 800))
    output = BytesIO()
    picture.save(output, "JPEG", quality=95)
    return output.getvalue()


@pytest.fixture
def exported(tmp_path: Path):
    desk = make_desk()
    file = desk.photos.add(halves(), name="hai-nua.jpg")
    use = Photo(photo=file.id, caption=text_of("Nửa phải"), credit="Lê Lâm", crop=Crop(left=0.5))
    body = Document(blocks=(Paragraph(text=text_of("Đoạn mở đầu.")), use))
    text = ArticleText(headline="Hai nửa", body=body)
    made = create_article(desk=desk, text=text, section=()).value

    def export(format: str, name: str) -> Path:
        export_articles(desk=desk, ids=[made.id], format=format, target=tmp_path / name)
        return tmp_path

    return export


def is_blue(picture: Image.Image) -> bool:
    """Whether all of the picture is the right half."""
    small = picture.convert("RGB").resize((8, 8), Image.Resampling.BOX)
    return all(
        max(abs(a - b) for a, b in zip(small.getpixel((x, y)), BLUE, strict=True)) < 12
        for x in range(8)
        for y in range(8)
    )


def test_the_site_has_the_cut_part(exported) -> None:
    folder = exported("html", "trang")
    photos = [path for path in folder.rglob("*.*") if path.suffix in (".jpg", ".png")]
    sizes = set()
    for photo in photos:
        with Image.open(photo) as picture:
            sizes.add(picture.size)
            assert is_blue(picture)
    assert sizes == {(800, 800), (480, 480)}


def test_word_shows_the_cut_part_and_keeps_the_rest(exported) -> None:
    (path,) = exported("docx", "bai.docx").rglob("*.docx")
    with zipfile.ZipFile(path) as package:
        words = package.read("word/document.xml").decode()
    rectangle = re.search(r"<a:srcRect ([^>]*)/>", words)
    assert rectangle is not None
    assert 'l="50000"' in rectangle[1]
    extent = re.search(r'<wp:extent cx="(\d+)" cy="(\d+)"', words)
    assert extent is not None
    assert int(extent[1]) == pytest.approx(int(extent[2]), rel=0.01)


def test_print_has_the_cut_part(exported) -> None:
    (path,) = exported("pdf", "bai.pdf").rglob("*.pdf")
    with pikepdf.open(path) as document:
        found = [
            pikepdf.PdfImage(raw).as_pil_image() for raw in document.pages[0].get_images().values()
        ]
    assert len(found) == 1
    red, _green, blue = found[0].convert("RGB").resize((1, 1)).getpixel((0, 0))
    assert blue > 1.5 * red
