"""A photo that is missing or damaged leaves an empty place, in every format, and is named."""

import zipfile
from dataclasses import replace

import pytest

from newsroom.domain.article import ArticleText
from newsroom.domain.document import Document, Paragraph, Photo, text_of
from newsroom.domain.ids import PhotoId
from newsroom.i18n import sentence
from newsroom.services.articles import Details, create_article, set_details
from newsroom.services.exporting import export_articles, export_formats
from newsroom.storage.library import open_library
from tests.fakes.desk import make_desk
from tests.storage.samples import picture

UNKNOWN = PhotoId("ab" * 32)
FORMATS = sorted({entry.name for entry in export_formats()})


@pytest.fixture
def desk(tmp_path):
    with open_library(tmp_path / "library") as library:
        yield replace(
            make_desk(), open=library.unit_of_work, photos=library.photos, journal=library.journal
        )


@pytest.fixture
def export(desk, tmp_path):
    def run(format, *uses, target="out"):
        body = Document(blocks=(Paragraph(text=text_of("Công nhân góp đoàn phí.")), *uses))
        text = ArticleText(headline="Tin ảnh", body=body)
        made = create_article(desk=desk, text=text).value
        path = tmp_path / target
        return export_articles(desk=desk, ids=[made.id], format=format, target=path)

    return run


def _told(report):
    assert report.failures == ()
    assert report.files[0].stat().st_size > 0
    return [sentence(remark) for remark in report.remarks if "missing or" in remark.template]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("harm", ["missing", "damaged", "cut"])
def test_every_format_goes_out_and_names_the_photo(desk, export, format, harm):
    whole = desk.photos.add(picture(600, 400), name="lễ ký.jpg")
    lost = desk.photos.add(picture(600, 400, colour="teal"), name="ca ba.jpg")
    place = desk.photos.path(lost.id)
    place.chmod(0o600)
    if harm == "missing":
        place.unlink()
    else:
        place.write_bytes(b"hong" if harm == "damaged" else place.read_bytes()[:-40])
    report = export(format, Photo(photo=whole.id), Photo(photo=lost.id), Photo(photo=lost.id))
    assert _told(report) == [
        "The photo “ca ba.jpg” is missing or damaged in the library; its place is left empty."
    ]


@pytest.mark.parametrize(("format", "target"), [("html", "a.html"), ("md", "a.md")])
def test_one_file_does_so_too(export, format, target):
    use = Photo(photo=UNKNOWN, caption=text_of("Công nhân ca ba ở xưởng may số hai của công ty"))
    (told,) = _told(export(format, use, target=target))
    assert told.startswith("The photo “Công nhân ca ba ở xưởng may số hai của…” is missing or")


def test_word_keeps_the_place(export):
    (path,) = export("docx", Photo(photo=UNKNOWN)).files
    with zipfile.ZipFile(path) as package:
        assert "[Thiếu tệp ảnh]" in package.read("word/document.xml").decode()


def test_whole_photos_are_not_remarked_upon(desk, export):
    whole = desk.photos.add(picture(600, 400), name="lễ ký.jpg")
    assert _told(export("docx", Photo(photo=whole.id))) == []


def test_a_lost_photo_of_other_news_stops_no_page(desk, tmp_path):
    lost = desk.photos.add(picture(600, 400), name="lễ ký.jpg")
    body = Document(blocks=(Photo(photo=lost.id),))
    other = create_article(desk=desk, text=ArticleText(headline="Bài bên", body=body)).value
    place = desk.photos.path(lost.id)
    place.chmod(0o600)
    place.write_bytes(b"hong")
    made = create_article(desk=desk, text=ArticleText(headline="Bài chính")).value
    set_details(desk=desk, ids=[made.id], details=Details(related=(other.id,)))
    report = export_articles(desk=desk, ids=[made.id], format="html", target=tmp_path / "out")
    assert report.failures == ()
    assert "Bài bên" in report.files[0].read_text("utf-8")
