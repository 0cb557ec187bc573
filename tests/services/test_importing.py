import base64
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from newsroom.domain.article import ArticleText, Status, Urgency
from newsroom.domain.document import Document, Paragraph, Photo, block_plain, photos, text_of
from newsroom.domain.imported import ImportedArticle
from newsroom.domain.taxonomy import Section, SectionTree
from newsroom.errors import NotFoundError, StorageError, UserError
from newsroom.services import reading
from newsroom.services.articles import list_ids
from newsroom.services.importing import (
    import_article,
    import_file,
    import_files,
    import_paste,
    import_text,
    match_section,
    place_imported,
    read_body,
    read_file,
)
from tests.fakes.desk import MEMBERSHIP, NOON, SPECIAL, make_desk, small_tree

_LONG = (
    "Đoạn văn này kể về đời sống của công nhân ở khu trọ, về lớp học buổi tối và vườn rau "
    "trên mái tôn, đủ dài để ai đọc cũng thấy đó là một đoạn văn."
)
_PAGE = (
    f"Trang chủ{SPECIAL}{MEMBERSHIP}\n{MEMBERSHIP}\nCập nhật lúc 10:33 20/07/2020 (GMT+7)\n"
    f"Khu trọ mở hội mừng xuân mới\n\n{_LONG}\n\n{_LONG}\n\nĐẶNG LỢI\n\nIn\nVề đầu\n"
)


def _png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), (20, 90, 160)).save(out, "PNG")
    return out.getvalue()


def test_a_page_becomes_a_draft_with_all_its_fields(tmp_path: Path) -> None:
    desk = make_desk()
    path = tmp_path / "trang.txt"
    path.write_text(_PAGE, encoding="utf-8")
    outcome = import_file(desk=desk, path=path, tags=["nhà trọ"])
    article = outcome.value.article
    assert outcome.value.file == path
    assert outcome.value.remarks == ()
    assert article.section == (SPECIAL, MEMBERSHIP)
    assert article.updated == datetime(2020, 7, 20, 3, 33, tzinfo=UTC)
    assert article.created == NOON
    assert article.byline == ("Đặng Lợi",)
    assert article.tags == ("nhà trọ",)
    assert article.status is Status.DRAFT
    assert article.slug == "khu-tro-mo-hoi-mung-xuan-moi"
    assert outcome.changes.added == frozenset({article.id})
    with desk.open(writes=False) as work:
        assert work.articles.get(article.id) == article
        assert work.articles.status_history(article.id)[0].by == "Lê Lâm"


def test_an_unknown_section_of_the_page_is_a_remark_and_of_the_person_an_error() -> None:
    desk = make_desk()
    page = _PAGE.replace(SPECIAL, "Giải trí").replace(MEMBERSHIP, "Sân khấu")
    result = import_text(desk=desk, text=page).value
    assert result.article.section == ()
    (remark,) = result.remarks
    assert remark.params == {"section": "Giải trí/Sân khấu"}
    with pytest.raises(NotFoundError):
        import_text(desk=desk, text=page, section=("Giải trí",))
    assert import_text(desk=desk, text=page, section=("Thời sự",)).value.article.section == (
        "Thời sự",
    )
    assert import_text(desk=desk, text=_PAGE, section=()).value.article.section == ()


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ((SPECIAL, MEMBERSHIP), (SPECIAL, MEMBERSHIP)),
        (("CHUYÊN ĐỀ", MEMBERSHIP.upper()), (SPECIAL, MEMBERSHIP)),
        (("Chuyen de",), (SPECIAL,)),
        ((MEMBERSHIP,), (SPECIAL, MEMBERSHIP)),
        (("Tin tức", "An toàn lao động"), (SPECIAL, "An toàn lao động")),
        (("Văn hoá",), ("Văn hóa",)),
        (("Giải trí",), None),
        ((), None),
    ],
)
def test_sections_are_matched_from_exact_to_loose(
    named: tuple[str, ...], found: tuple[str, ...] | None
) -> None:
    assert match_section(named, small_tree()) == found


def test_an_ambiguous_end_matches_nothing() -> None:
    def twice(name: str) -> Section:
        return Section(name=name, slug="", children=(Section(name="Tin vắn", slug=""),))

    tree = SectionTree(roots=(twice("Trong nước"), twice("Thế giới")))
    assert match_section(("Tin vắn",), tree) is None


def test_photos_of_a_saved_page_are_stored_and_only_from_beside_it(tmp_path: Path) -> None:
    desk = make_desk()
    (tmp_path / "tệp").mkdir()
    (tmp_path / "tệp" / "ảnh 1.png").write_bytes(_png())
    outside = tmp_path.parent / "outside.png"
    outside.write_bytes(_png() + b" ")
    page = tmp_path / "trang.html"
    page.write_text(
        f"<h1>Khu trọ mở hội mừng xuân</h1><p>{_LONG}</p><figure><img src='t%E1%BB%87p/"
        f"%E1%BA%A3nh%201.png'><figcaption>Hội. Ảnh: Lê Na</figcaption></figure><p>{_LONG}</p>"
        f"<img src='../outside.png'><img src='https://x.example/y.png'><p>{_LONG}</p>",
        encoding="utf-8",
    )
    result = import_file(desk=desk, path=page).value
    (photo,) = photos(result.article.body)
    assert desk.photos.read(photo.photo) == _png()
    assert photo.credit == "Lê Na"
    assert [remark.params for remark in result.remarks] == [{"count": 2}]


def test_a_photo_that_is_none_leaves_its_caption_and_a_remark() -> None:
    desk = make_desk()
    html = (
        f"<h1>Khu trọ mở hội</h1><p>{_LONG}</p><figure><img src='a.png'><figcaption>Hội xuân"
        f"</figcaption></figure><p>{_LONG}</p>"
    )
    result = import_text(desk=desk, html=html, load_image=lambda _: b"no photo " * 90).value
    assert not any(isinstance(block, Photo) for block in result.article.body.blocks)
    assert "Hội xuân" in [block_plain(block) for block in result.article.body.blocks]
    assert len(result.remarks) == 1


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "“a.txt”: This is not text but binary data."),
        ("a.pdf", b"%PDF-1.7 x", "“a.pdf”: This is a PDF"),
        ("a.docx", b"no package", "“a.docx”: This is not a Word file"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "“a.doc”: This is a file of"),
        (
            "a.doc",
            b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n y=z\r\n",
            "“a.doc”: This is a web archive",
        ),
        ("a.rtf", b"{\\rtf1 x}", "“a.rtf”: This is an RTF file"),
    ],
)
def test_files_that_are_no_articles_are_named_in_one_sentence(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UserError) as caught:
        read_file(path)
    assert str(caught.value).startswith(said)
    assert "\n" not in str(caught.value)


def test_missing_files_folders_and_giants_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UserError, match=r"There is no file “.*không có\.txt”"):
        read_file(tmp_path / "không có.txt")
    with pytest.raises(UserError, match="is a folder"):
        read_file(tmp_path)
    path = tmp_path / "to.txt"
    path.write_text("chữ " * 100, encoding="utf-8")
    monkeypatch.setattr(reading, "MAX_TEXT_BYTES", 100)
    with pytest.raises(UserError, match=r"“to\.txt”: This text is larger than"):
        read_file(path)
    monkeypatch.setattr(reading, "MAX_FILE_BYTES", 200)
    with pytest.raises(UserError, match=r"“to\.txt” is larger than"):
        read_file(path)


def test_content_goes_before_the_suffix(tmp_path: Path) -> None:
    page = tmp_path / "trang.txt"
    page.write_text(f"<!DOCTYPE html><h1>Tít bài viết</h1><p>{_LONG}</p>", encoding="utf-8")
    article = read_file(page)
    assert article.headline == "Tít bài viết"
    assert [block_plain(block) for block in article.body.blocks] == [_LONG]


def test_old_encodings_are_converted_with_a_remark(tmp_path: Path) -> None:
    path = tmp_path / "cu.txt"
    path.write_bytes("TiÕng ViÖt trong c¸c v¨n b¶n cò cña c¬ quan nhµ n\xadíc".encode("cp1252"))
    article = read_file(path)
    assert article.headline == "Tiếng Việt trong các văn bản cũ của cơ quan nhà nước"
    assert article.remarks[0].params == {"encoding": "TCVN3 (ABC)"}


def test_a_page_in_the_encoding_it_declares(tmp_path: Path) -> None:
    path = tmp_path / "old.html"
    html = "<meta charset=windows-1251><h1>Новости одного завода</h1><p>Текст.</p>"
    path.write_bytes(html.encode("cp1251"))
    assert read_file(path).headline == "Новости одного завода"


class _Watch:
    def __init__(self, stop_at: int = 99) -> None:
        self.steps: list[tuple[int, int, str]] = []
        self._stop_at = stop_at

    def report(self, done: int, total: int, label: str) -> None:
        self.steps.append((done, total, label))

    def cancelled(self) -> bool:
        return len(self.steps) >= self._stop_at


def _files(folder: Path, names: Sequence[str]) -> list[Path]:
    for number, name in enumerate(names):
        (folder / name).write_bytes(
            bytes(50) if name.startswith("bad") else f"Bài số {number} hôm nay\n\n{_LONG}".encode()
        )
    return [folder / name for name in names]


def test_several_files_go_on_after_one_that_fails(tmp_path: Path) -> None:
    desk, watch = make_desk(), _Watch()
    paths = _files(tmp_path, ["a.txt", "bad.txt", "c.txt"])
    outcome = import_files(desk=desk, paths=paths, section=(SPECIAL,), progress=watch)
    assert [result.file for result in outcome.value.results] == [paths[0], paths[2]]
    assert [failure.file for failure in outcome.value.failures] == [paths[1]]
    assert len(outcome.changes.added) == len(list_ids(desk=desk)) == 2
    assert watch.steps == [(0, 3, "a.txt"), (1, 3, "bad.txt"), (2, 3, "c.txt"), (3, 3, "")]


def test_cancelling_keeps_what_is_done(tmp_path: Path) -> None:
    desk = make_desk()
    paths = _files(tmp_path, ["a.txt", "b.txt", "c.txt"])
    report = import_files(desk=desk, paths=paths, progress=_Watch(stop_at=2)).value
    assert [result.file for result in report.results] == paths[:2]


def test_an_unknown_section_stops_before_the_first_file(tmp_path: Path) -> None:
    desk = make_desk()
    with pytest.raises(NotFoundError):
        import_files(desk=desk, paths=_files(tmp_path, ["a.txt"]), section=("Không có",))
    assert list_ids(desk=desk) == []


def test_a_paste_prefers_html_and_falls_back_to_text() -> None:
    desk = make_desk()
    rich = import_paste(desk=desk, text="khác", html=f"<h1>Tít bài viết</h1><p>{_LONG}</p>")
    assert rich.value.results[0].article.headline == "Tít bài viết"
    bare = import_paste(desk=desk, text=f"Tít bài viết\n\n{_LONG}", html="<p>&nbsp;</p>")
    assert bare.value.results[0].article.headline == "Tít bài viết"


def test_pasting_over_a_sheet_that_holds_something_loses_no_word() -> None:
    there = ArticleText(
        headline="Tít cũ",
        body=Document(blocks=(Paragraph(text=text_of("Đoạn cũ")),)),
        byline=("Minh Tú",),
    )
    brought = ImportedArticle(
        headline="Tít mới",
        lede="Sa-pô mới",
        body=Document(blocks=(Paragraph(text=text_of("Đoạn mới")),)),
        byline=("Minh Tú", "Lê Na"),
    )
    text = place_imported(brought, over=there)
    assert (text.headline, text.lede) == ("Tít cũ", "Sa-pô mới")
    assert [block_plain(b) for b in text.body.blocks] == ["Đoạn cũ", "Tít mới", "Đoạn mới"]
    assert text.byline == ("Minh Tú", "Lê Na")
    assert place_imported(brought) == replace(text, headline="Tít mới", body=brought.body)


def test_a_body_file_is_taken_whole(tmp_path: Path) -> None:
    path = tmp_path / "thân bài.txt"
    path.write_text(_PAGE, encoding="utf-8")
    texts = [block_plain(block) for block in read_body(path)]
    assert texts == [line for line in _PAGE.splitlines() if line]
    with pytest.raises(UserError, match="There is no file"):
        read_body(tmp_path / "x.txt")


def test_nothing_is_stored_when_the_library_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = make_desk()
    monkeypatch.setattr("newsroom.services.importing.add_article", _refuse)
    with pytest.raises(UserError):
        import_article(desk=desk, imported=ImportedArticle(headline="Tít"))
    assert list_ids(desk=desk) == []


def _refuse(**_: object) -> None:
    raise UserError("no")


def test_a_paste_in_the_letters_of_an_old_font_is_converted() -> None:
    desk = make_desk()
    pasted = "TiÕng ViÖt trong c¸c v¨n b¶n cò cña c¬ quan nhµ n\xadíc"
    result = import_text(desk=desk, text=pasted).value
    assert result.article.headline == "Tiếng Việt trong các văn bản cũ của cơ quan nhà nước"
    assert result.remarks[0].params == {"encoding": "TCVN3 (ABC)"}


@pytest.mark.parametrize("suffix", ["txt", "html", "md"])
@pytest.mark.parametrize("words", ["", " \n\u00a0\n\t\n"])
def test_an_empty_file_makes_no_article(tmp_path: Path, suffix: str, words: str) -> None:
    desk = make_desk()
    path = tmp_path / f"trống.{suffix}"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(UserError, match="trống"):
        import_file(desk=desk, path=path)
    assert list_ids(desk=desk) == []


def test_a_text_longer_than_any_article_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "dài.txt"
    path.write_text("Một đoạn văn ngắn.\n\n" * 400_000, encoding="utf-8")
    with pytest.raises(UserError, match="dài"):
        read_file(path)


def test_the_words_of_a_page_are_measured_without_its_photos(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAX_TEXT_BYTES", 2000)
    page = tmp_path / "trang.html"
    photo = base64.b64encode(_png() + bytes(2000)).decode()
    page.write_text(
        f'<h1>Tít bài viết</h1><p>{_LONG}</p><img src="data:image/png;base64,{photo}">',
        encoding="utf-8",
    )
    assert len(list(photos(read_file(page).body))) == 1
    page.write_text(f"<h1>Tít</h1>{'<p>Một đoạn văn ngắn.</p>' * 200}", encoding="utf-8")
    for read in (read_file, read_body):
        with pytest.raises(UserError, match=r"“trang\.html”: This text is larger than"):
            read(page)


def test_a_photo_that_the_disk_cannot_take_stops_the_import_of_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_kwargs: object) -> None:
        raise StorageError("The disk is full.")

    desk = make_desk()
    (tmp_path / "ảnh.png").write_bytes(_png())
    page = tmp_path / "trang.html"
    page.write_text(f'<h1>Tít</h1><p>{_LONG}</p><img src="ảnh.png">', encoding="utf-8")
    monkeypatch.setattr(desk.photos, "add", full)
    report = import_files(desk=desk, paths=[page]).value
    assert [failure.file for failure in report.failures] == [page]
    assert list_ids(desk=desk) == []


_NINJS = {
    "uri": "urn:x:1",
    "headline": "Khu trọ mở hội",
    "body_text": _LONG,
    "embargoed": "2030-01-01T00:00:00Z",
    "urgency": 1,
    "ednote": "Gọi lại trước khi đăng.",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_ninjs_of_another_desk_keeps_its_embargo_and_note(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "tin.json"
    path.write_text(json.dumps(_NINJS, ensure_ascii=False), encoding=encoding)
    article = import_file(desk=make_desk(), path=path).value.article
    assert article.headline == "Khu trọ mở hội"
    assert article.embargo == datetime(2030, 1, 1, tzinfo=UTC)
    assert article.urgency is Urgency.FLASH
    assert article.note == "Gọi lại trước khi đăng."


@pytest.mark.parametrize("text", ["", "{", '{"name": "khác"}', "không phải JSON", "[" * 99_999])
def test_json_that_is_no_article_is_told_in_one_sentence(tmp_path: Path, text: str) -> None:
    desk = make_desk()
    path = tmp_path / "khác.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=r"khác\.json") as told:
        import_file(desk=desk, path=path)
    assert "\n" not in str(told.value)
    assert list_ids(desk=desk) == []


def test_json_of_fifty_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "to.json"
    path.write_bytes(b'{"headline": "' + b"a" * 50_000_000 + b'"}')
    with pytest.raises(UserError, match="larger than 8 MB"):
        read_file(path)
