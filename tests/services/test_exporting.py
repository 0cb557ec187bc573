import os
import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from newsroom.domain.article import ArticleText
from newsroom.domain.document import Document, Paragraph, Photo, Run, text_of
from newsroom.errors import BugError, NotFoundError, UsageError
from newsroom.services import export_formats as formats
from newsroom.services.articles import create_article
from newsroom.services.exporting import export_articles, export_formats
from newsroom.services.files import TargetError
from newsroom.services.importing import import_file, read_file
from newsroom.services.progress import Silent
from tests.fakes.desk import make_desk

BODY = Document(blocks=(Paragraph(text=text_of("Công nhân xưởng may góp đoàn phí.")),))


class Watched(Silent):
    """Remembers the steps; wants to stop after `patience` of them."""

    def __init__(self, patience=1000):
        self.steps = []
        self.patience = patience

    def report(self, done, total, label):
        self.steps.append((done, total, label))

    def cancelled(self):
        return len(self.steps) >= self.patience


@pytest.fixture
def desk():
    return make_desk()


def _write(desk, headline):
    return create_article(desk=desk, text=ArticleText(headline=headline, body=BODY)).value


@pytest.fixture
def one(desk):
    return _write(desk, "Góp đoàn phí bằng điện thoại")


@pytest.fixture
def three(desk):
    return [_write(desk, f"Bài số {n}").id for n in (1, 2, 3)]


def _names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(("format", "start"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_one_article_goes_into_a_folder_under_its_slug(desk, one, tmp_path, format, start):
    report = export_articles(desk=desk, ids=[one.id], format=format, target=tmp_path)
    (path,) = report.files
    assert path == tmp_path / f"gop-doan-phi-bang-dien-thoai.{format}"
    assert path.read_bytes().startswith(start)
    assert report.failures == ()


def test_one_article_goes_to_the_file_that_is_named(desk, one, tmp_path):
    target = tmp_path / "new" / "bai.docx"
    report = export_articles(desk=desk, ids=[one.id], format="docx", target=target)
    assert report.files == (target,)
    assert zipfile.is_zipfile(target)


def test_a_web_page_is_a_folder(desk, one, tmp_path):
    report = export_articles(desk=desk, ids=[one.id], format="html", target=tmp_path)
    assert report.files == (tmp_path / one.slug / "index.html",)
    assert (tmp_path / one.slug / "style.css").is_file()


def test_a_folder_named_for_one_page_is_its_folder(desk, one, tmp_path):
    arguments = {"desk": desk, "ids": [one.id], "format": "html", "target": tmp_path / "page"}
    for overwrite in (False, True):
        report = export_articles(overwrite=overwrite, **arguments)
        assert report.files == (tmp_path / "page" / "index.html",)
    assert export_articles(**arguments).files == (tmp_path / "page" / one.slug / "index.html",)


def test_a_web_page_is_one_file_when_a_file_is_named(desk, one, tmp_path):
    target = tmp_path / "page.html"
    report = export_articles(desk=desk, ids=[one.id], format="html", target=target)
    assert report.files == (target,)
    assert "Góp đoàn phí" in target.read_text("utf-8")
    assert _names(tmp_path) == ["page.html"]


def test_without_a_slug_the_id_is_the_name(desk, tmp_path):
    article = _write(desk, "")
    report = export_articles(desk=desk, ids=[article.id], format="docx", target=tmp_path)
    assert report.files == (tmp_path / f"{article.id}.docx",)


def test_a_name_that_windows_keeps_for_a_device_is_not_used(desk, tmp_path):
    article = _write(desk, "Con")
    report = export_articles(desk=desk, ids=[article.id], format="docx", target=tmp_path)
    assert report.files == (tmp_path / f"con-{article.id}.docx",)


def test_a_taken_name_gets_a_number(desk, one, tmp_path):
    (tmp_path / f"{one.slug}.docx").write_bytes(b"theirs")
    report = export_articles(desk=desk, ids=[one.id], format="docx", target=tmp_path)
    assert report.files == (tmp_path / f"{one.slug}-2.docx",)
    assert (tmp_path / f"{one.slug}.docx").read_bytes() == b"theirs"


def test_a_named_file_is_only_overwritten_when_asked(desk, one, tmp_path):
    target = tmp_path / "bai.docx"
    target.write_bytes(b"theirs")
    with pytest.raises(TargetError, match=r"bai\.docx"):
        export_articles(desk=desk, ids=[one.id], format="docx", target=target)
    assert target.read_bytes() == b"theirs"
    export_articles(desk=desk, ids=[one.id], format="docx", target=target, overwrite=True)
    assert zipfile.is_zipfile(target)


def test_a_page_replaces_an_older_page_but_no_strange_folder(desk, one, tmp_path):
    arguments = {"desk": desk, "ids": [one.id], "format": "html", "overwrite": True}
    first = export_articles(target=tmp_path, **arguments).files
    assert export_articles(target=tmp_path, **arguments).files == first
    strange = tmp_path / "other" / one.slug
    strange.mkdir(parents=True)
    (strange / "thesis.txt").write_bytes(b"years of work")
    report = export_articles(target=tmp_path / "other", **arguments)
    assert report.files == (strange.with_name(f"{one.slug}-2") / "index.html",)
    assert (strange / "thesis.txt").read_bytes() == b"years of work"


def test_articles_of_one_name_do_not_overwrite_each_other(desk, one, tmp_path):
    twin = _write(desk, "Bài khác")
    with desk.open() as work:
        work.articles.save(replace(twin, slug=one.slug))
        work.commit()
    ids = [one.id, twin.id]
    report = export_articles(desk=desk, ids=ids, format="docx", target=tmp_path, overwrite=True)
    assert [path.name for path in report.files] == [f"{one.slug}.docx", f"{one.slug}-2.docx"]


def test_several_go_into_a_folder(desk, three, tmp_path):
    watched = Watched()
    report = export_articles(
        desk=desk, ids=three, format="docx", target=tmp_path / "out", progress=watched
    )
    assert _names(tmp_path / "out") == ["bai-so-1.docx", "bai-so-2.docx", "bai-so-3.docx"]
    assert watched.steps[0] == (0, 3, "Bài số 1")
    assert watched.steps[-1][:2] == (3, 3)
    assert [done.ids for done in report.exported] == [(each,) for each in three]


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_several_in_one_file(desk, three, tmp_path, format):
    report = export_articles(desk=desk, ids=three, format=format, target=tmp_path, combined=True)
    assert _names(tmp_path) == [f"bao-cong-doan-2026-05-19.{format}"]
    assert report.exported[0].ids == tuple(three)


def test_one_that_fails_does_not_stop_the_others(desk, three, tmp_path):
    ids = [three[0], "khongco", three[2]]
    report = export_articles(desk=desk, ids=ids, format="docx", target=tmp_path)
    assert _names(tmp_path) == ["bai-so-1.docx", "bai-so-3.docx"]
    (failure,) = report.failures
    assert failure.id == "khongco"
    assert isinstance(failure.error, NotFoundError)


def test_a_writer_that_breaks_is_our_bug_and_stops_nothing(desk, three, tmp_path, monkeypatch):
    def broken(_preset):
        def write(items):
            if items[0].article.headline.endswith("2"):
                raise ZeroDivisionError
            return formats.Rendered(files=(formats.OutputFile(path="", data=b"x"),))

        return write

    entry = replace(formats.find_format("docx"), open=broken)
    monkeypatch.setattr(formats, "_docx", lambda: entry)
    report = export_articles(desk=desk, ids=three, format="docx", target=tmp_path)
    assert _names(tmp_path) == ["bai-so-1.docx", "bai-so-3.docx"]
    assert isinstance(report.failures[0].error, BugError)
    assert report.failures[0].headline == "Bài số 2"


class Hurried(Silent):
    """Wants to stop at the `patience`th question whether it does."""

    def __init__(self, patience):
        self.patience = patience

    def cancelled(self):
        self.patience -= 1
        return self.patience < 0


@pytest.mark.parametrize("patience", [0, 1, 2])
def test_a_cancel_stops_a_single_pdf_on_its_way(desk, one, tmp_path, patience):
    report = export_articles(
        desk=desk, ids=[one.id], format="pdf", target=tmp_path, progress=Hurried(patience)
    )
    assert report.cancelled
    assert not report.failures
    assert not list(tmp_path.iterdir())


def test_a_cancel_keeps_what_is_finished(desk, three, tmp_path):
    report = export_articles(
        desk=desk, ids=three, format="docx", target=tmp_path, progress=Watched(patience=2)
    )
    assert report.cancelled
    assert _names(tmp_path) == ["bai-so-1.docx", "bai-so-2.docx"]
    assert len(report.files) == 2


def test_a_full_disk_stops_all_and_leaves_nothing_half_written(desk, three, tmp_path, monkeypatch):
    def full(_handle):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(TargetError, match="disk is full"):
        export_articles(desk=desk, ids=three, format="docx", target=tmp_path)
    assert _names(tmp_path) == []


def test_a_file_in_the_place_of_the_folder_is_named(desk, three, tmp_path):
    (tmp_path / "out").write_bytes(b"theirs")
    with pytest.raises(TargetError, match="is a file"):
        export_articles(desk=desk, ids=three, format="docx", target=tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == b"theirs"


def test_an_unknown_format_names_those_there_are(desk, one, tmp_path):
    with pytest.raises(UsageError, match="docx, pdf, html, md"):
        export_articles(desk=desk, ids=[one.id], format="rtf", target=tmp_path)


@pytest.mark.parametrize("format", ["docx", "pdf", "html"])
def test_an_unknown_preset_names_those_there_are(desk, one, tmp_path, format):
    known = formats.find_format(format).presets
    assert known
    with pytest.raises(UsageError, match=", ".join(known)):
        export_articles(desk=desk, ids=[one.id], format=format, preset="x", target=tmp_path)
    assert _names(tmp_path) == []


def test_a_wrong_preset_file_is_told_at_once(desk, three, tmp_path):
    wrong = tmp_path / "mine.toml"
    wrong.write_text("base = 7")
    with pytest.raises(Exception, match=r"mine\.toml"):
        export_articles(
            desk=desk, ids=three, format="pdf", preset=str(wrong), target=tmp_path / "out"
        )


def test_pages_are_not_joined(desk, three, tmp_path):
    with pytest.raises(UsageError, match="one article a file"):
        export_articles(desk=desk, ids=three, format="html", target=tmp_path, combined=True)


@pytest.mark.parametrize("entry", export_formats(), ids=lambda entry: entry.name)
def test_every_preset_of_every_format_writes(desk, one, tmp_path, entry):
    for preset in entry.presets:
        report = export_articles(
            desk=desk, ids=[one.id], format=entry.name, preset=preset, target=tmp_path / preset
        )
        assert report.failures == ()
        assert report.files[0].stat().st_size > 0


_NO_CHARACTERS = "chữ\x00\x01\x80\ufdd0\ufffe\U0010ffff thường"


@pytest.mark.parametrize("format", ["docx", "pdf", "html", "md", "ninjs"])
def test_what_no_file_can_hold_stays_behind_and_the_article_leaves(desk, tmp_path, format):
    """A library that another program wrote into may bring it."""
    run = Run(text=_NO_CHARACTERS, link=f"https://x.example/{_NO_CHARACTERS}")
    text = ArticleText(headline=_NO_CHARACTERS, body=Document(blocks=(Paragraph(text=(run,)),)))
    ids = [create_article(desk=desk, text=text).value.id]
    report = export_articles(desk=desk, ids=ids, format=format, target=tmp_path)
    assert not report.failures
    if format == "html":
        (page,) = report.files
        assert not re.search("[\x00-\x08\x7f-\x9f\ufdd0\ufffe\U0010ffff]", page.read_text("utf-8"))
    if format == "docx":
        (file,) = report.files
        assert "thường" in read_file(file).headline


def test_markdown_without_photos_is_one_file(desk, one, tmp_path):
    report = export_articles(desk=desk, ids=[one.id], format="md", target=tmp_path)
    assert report.files == (tmp_path / f"{one.slug}.md",)
    assert "Góp đoàn phí" in report.files[0].read_text("utf-8")


@pytest.mark.parametrize(("format", "suffix"), [("md", ".md"), ("ninjs", ".json")])
def test_a_file_without_photos_lies_in_the_folder_that_is_named(
    desk, one, tmp_path, format, suffix
):
    target = tmp_path / "gửi đi"
    for _again in range(2):
        report = export_articles(
            desk=desk, ids=[one.id], format=format, target=target, overwrite=True
        )
        assert report.files == (target / f"{one.slug}{suffix}",)
    assert [path.name for path in target.iterdir()] == [f"{one.slug}{suffix}"]


def test_markdown_with_photos_is_a_folder_or_the_file_that_is_named(desk, tmp_path):
    out = BytesIO()
    Image.new("RGB", (40, 30), "navy").save(out, "PNG")
    photo = Photo(photo=desk.photos.add(out.getvalue(), name="a.png").id)
    text = ArticleText(headline="Có ảnh", body=Document(blocks=(photo,)))
    ids = [create_article(desk=desk, text=text).value.id]
    report = export_articles(desk=desk, ids=ids, format="md", target=tmp_path)
    assert report.files == (tmp_path / "co-anh" / "article.md",)
    assert list((tmp_path / "co-anh" / "photos").iterdir())
    named = export_articles(desk=desk, ids=ids, format="md", target=tmp_path / "bai.md")
    assert named.files == (tmp_path / "bai.md",)
    assert "choose a folder" in named.remarks[0].template


def test_ninjs_without_photos_is_one_file(desk, one, tmp_path):
    report = export_articles(desk=desk, ids=[one.id], format="ninjs", target=tmp_path)
    assert report.files == (tmp_path / f"{one.slug}.json",)
    assert report.remarks == ()
    assert "Góp đoàn phí" in report.files[0].read_text("utf-8")


def test_ninjs_with_photos_is_a_folder_that_comes_back_as_it_was(desk, tmp_path):
    out = BytesIO()
    Image.new("RGB", (40, 30), "navy").save(out, "PNG")
    photo = Photo(photo=desk.photos.add(out.getvalue(), name="a.png").id, credit="Lê Lâm")
    text = ArticleText(headline="Có ảnh", body=Document(blocks=(photo,)))
    ids = [create_article(desk=desk, text=text).value.id]
    report = export_articles(desk=desk, ids=ids, format="ninjs", target=tmp_path)
    assert report.files == (tmp_path / "co-anh" / "article.json",)
    again = import_file(desk=desk, path=report.files[0]).value
    assert again.article.body == text.body
    named = export_articles(desk=desk, ids=ids, format="ninjs", target=tmp_path / "bai.json")
    assert named.files == (tmp_path / "bai.json",)
    assert "choose a folder" in named.remarks[0].template


def test_a_format_without_presets_says_so(desk, one, tmp_path):
    with pytest.raises(UsageError, match="no presets"):
        export_articles(desk=desk, ids=[one.id], format="md", preset="x", target=tmp_path)


@pytest.mark.parametrize("format", ["docx", "html", "md", "ninjs"])
def test_a_name_that_is_too_long_is_told(desk, one, tmp_path, format):
    target = tmp_path / f"{'a' * 300}.{format}"
    with pytest.raises(TargetError, match="aaa"):
        export_articles(desk=desk, ids=[one.id], format=format, target=target)
    with pytest.raises(TargetError, match="aaa"):
        export_articles(desk=desk, ids=[one.id], format=format, target=target / "x")
    assert _names(tmp_path) == []
