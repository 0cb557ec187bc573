import threading
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from newsroom.domain.article import ArticleText
from newsroom.domain.document import Document, Photo, text_of
from newsroom.services import exporting
from newsroom.services.articles import create_article
from newsroom.ui.dialogs import export_dialog
from newsroom.ui.dialogs.export_choices import PresetRow
from newsroom.ui.dialogs.export_dialog import ExportDialog
from newsroom.ui.dialogs.export_result import ExportResult, FileRow
from tests.ui.support import write, write_many


@pytest.fixture
def settings(tmp_path):
    made = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    (tmp_path / "out").mkdir()
    made.setValue("export/folder", str(tmp_path / "out"))
    return made


@pytest.fixture
def opened():
    return []


@pytest.fixture
def make(qtbot, desk, tasks, theme, settings, opened):
    made = []

    def build(ids, **more):
        usual = {"desk": desk, "open_with": opened.append}
        dialog = ExportDialog(
            tasks=tasks, theme=theme, settings=settings, ids=ids, **{**usual, **more}
        )
        made.append(dialog)
        dialog.show()
        return dialog

    yield build
    for dialog in made:
        if isValid(dialog):
            dialog.close()


def _names(folder):
    return sorted(path.name for path in folder.iterdir())


def _finish(qtbot, dialog):
    dialog.go.click()
    qtbot.waitUntil(lambda: bool(dialog.notice.words()), timeout=10_000)


def test_one_article_is_written_and_opened(qtbot, desk, make, tmp_path, opened):
    dialog = make([write(desk, "Góp đoàn phí")], headline="Góp đoàn phí")
    assert dialog.windowTitle() == "Export “Góp đoàn phí”"
    _finish(qtbot, dialog)
    assert _names(tmp_path / "out") == ["gop-doan-phi.docx"]
    assert dialog.notice.words() == "1 file is written."
    row = dialog.findChild(FileRow)
    row.open.click()
    row.show_folder.click()
    assert opened == [tmp_path / "out" / "gop-doan-phi.docx", tmp_path / "out"]


def test_presets_belong_to_the_format(make, desk):
    dialog = make([write(desk, "Tin")])
    assert dialog.choices.format().name == "docx"
    assert dialog.choices.preset() == "manuscript"
    dialog.choices.cards["pdf"].click()
    assert dialog.choices.format().name == "pdf"
    assert dialog.choices.preset() == "print"
    assert dialog.choices.combined.isHidden()


@pytest.mark.parametrize("format", ["docx", "pdf", "html", "md", "ninjs"])
def test_no_preset_is_squeezed(qtbot, make, desk, format):
    dialog = make([write(desk, "Tin")], headline="Một tít rất dài để xuống dòng " * 4)
    dialog.choices.cards[format].click()
    qtbot.wait(20)
    rows = [row for row in dialog.findChildren(PresetRow) if row.isVisible()]
    assert len(rows) == len(dialog.choices.format().presets)
    qtbot.waitUntil(lambda: all(row.height() == row.sizeHint().height() for row in rows))


def test_a_format_may_be_asked_for(make, desk):
    assert make([write(desk, "Tin")], format="pdf").choices.format().name == "pdf"


def test_several_articles_in_one_file(qtbot, desk, make, tmp_path):
    dialog = make(write_many(desk, 3))
    assert dialog.windowTitle() == "Export 3 articles"
    assert not dialog.choices.combined.isHidden()
    dialog.choices.combined.click()
    _finish(qtbot, dialog)
    assert _names(tmp_path / "out") == ["bao-cong-doan-2026-05-19.docx"]


def test_choices_are_remembered(qtbot, desk, make):
    ids = write_many(desk, 2)
    dialog = make(ids)
    dialog.choices.choose_format("pdf")
    radio = next(b for b in dialog.choices._presets.buttons() if b.property("preset") == "office")
    radio.click()
    dialog.choices.combined.click()
    _finish(qtbot, dialog)
    again = make(ids).choices
    assert again.format().name == "pdf"
    assert again.preset() == "office"
    assert again.is_combined()


def test_what_fails_is_named_beside_what_is_finished(qtbot, desk, make):
    dialog = make([write(desk, "Tin"), "khongco"])
    _finish(qtbot, dialog)
    assert dialog.notice.words() == "1 file is written. 1 article failed."
    words = " ".join(label.text() for label in dialog.findChild(ExportResult).findChildren(QLabel))
    assert "There is no article" in words


def test_a_folder_that_cannot_be_is_told_and_the_choices_stay(qtbot, desk, make, tmp_path):
    (tmp_path / "taken").write_bytes(b"")
    dialog = make([write(desk, "Tin")])
    dialog.choices.choose_folder(str(tmp_path / "taken" / "below"))
    _finish(qtbot, dialog)
    assert "is a file" in dialog.notice.words()
    assert dialog.go.isEnabled()
    assert dialog.pages.currentWidget() is dialog.choices


def test_stop_keeps_what_is_finished(qtbot, desk, make, tmp_path, monkeypatch):
    started, go_on = threading.Event(), threading.Event()

    def slowly(*, progress, **rest):
        class Gate:
            def report(self, done, total, label):
                progress.report(done, total, label)
                if done == 1:
                    started.set()
                    assert go_on.wait(5)

            def cancelled(self):
                return progress.cancelled()

        return exporting.export_articles(progress=Gate(), **rest)

    monkeypatch.setattr(export_dialog, "export_articles", slowly)
    dialog = make(write_many(desk, 3))
    dialog.go.click()
    qtbot.waitUntil(started.is_set)
    dialog.cancel.click()
    go_on.set()
    qtbot.waitUntil(lambda: bool(dialog.notice.words()))
    assert dialog.notice.words().startswith("Stopped.")
    assert len(_names(tmp_path / "out")) == 2


def test_what_articles_lack_is_told_errors_first_and_leads_there(qtbot, desk, make):
    whole = write(desk, "Trọn vẹn", lede="Sa-pô.")
    bare = create_article(desk=desk, text=ArticleText(lede="Chưa có gì")).value.id
    warned = write(desk, " ".join(["tiếng"] * 16), lede="Sa-pô.")
    dialog = make([whole, warned, bare])
    qtbot.waitUntil(dialog.findings.isVisible)
    assert dialog.findings.summary.full_text() == "2 errors, 3 warnings in 2 articles"
    assert dialog.findings.unfolded()
    assert dialog.go.text() == "Export anyway"
    first = dialog.findings.rows()[0]
    assert first.accessibleName() == "Error: There is no headline."
    with qtbot.waitSignal(dialog.place_requested) as told:
        first.click()
    assert (told.args[0], told.args[1].rule) == (bare, "headline-missing")


def test_warnings_alone_stay_folded(qtbot, desk, make):
    dialog = make([write(desk, "Thiếu sa-pô")])
    qtbot.waitUntil(dialog.findings.isVisible)
    assert dialog.findings.summary.full_text() == "1 warning"
    assert not dialog.findings.unfolded()
    assert dialog.go.text() == "Export"
    dialog.findings.toggle.click()
    assert dialog.findings.rows()[0].isVisible()


def test_a_complete_article_has_nothing_above_the_choices(qtbot, desk, tasks, make):
    dialog = make([write(desk, "Trọn vẹn", lede="Sa-pô.")])
    qtbot.wait(50)
    qtbot.waitUntil(lambda: dialog.findings.errors() == 0)
    assert dialog.findings.isHidden()


def test_findings_stop_nobody(qtbot, desk, make, tmp_path):
    bare = create_article(desk=desk, text=ArticleText(headline="Chưa có gì")).value.id
    dialog = make([bare])
    qtbot.waitUntil(dialog.findings.isVisible)
    _finish(qtbot, dialog)
    assert _names(tmp_path / "out") == ["chua-co-gi.docx"]
    assert dialog.findings.isHidden()


def test_what_is_printed_is_looked_at_as_print(qtbot, desk, make):
    """Another form, or another format, is another question; the last one asked is answered."""
    out = BytesIO()
    Image.new("RGB", (300, 200), "navy").save(out, "JPEG")
    use = Photo(photo=desk.photos.add(out.getvalue(), name="a.jpg").id, credit="Lê Lâm")
    use = replace(use, caption=text_of("Giờ tan ca"))
    text = ArticleText(headline="Có ảnh", lede="Ngắn.", body=Document(blocks=(use,)))
    dialog = make([create_article(desk=desk, text=text).value.id])
    qtbot.waitUntil(lambda: dialog.findings.summary.full_text() == "2 warnings")
    dialog.choices.cards["pdf"].click()
    qtbot.waitUntil(lambda: dialog.findings.summary.full_text() == "1 error, 2 warnings")
    assert dialog.go.text() == "Export anyway"
    assert "ppi" in dialog.findings.rows()[0].accessibleName()
    dialog.choices.cards["docx"].click()
    qtbot.waitUntil(lambda: dialog.findings.summary.full_text() == "2 warnings")
    assert dialog.go.text() == "Export"


def test_of_a_print_file_the_preflight_is_told_with_a_way_to_what_it_found(qtbot, desk, make):
    dialog = make([write(desk, "Trang báo")], format="pdf")
    radios = [row.radio for row in dialog.findChildren(PresetRow)]
    next(radio for radio in radios if radio.property("preset") == "newspaper").click()
    asked = []
    dialog.check_requested.connect(asked.append)
    dialog.go.click()
    qtbot.waitUntil(dialog.go.isHidden, timeout=15_000)
    (row,) = dialog.findChildren(FileRow)
    qtbot.waitUntil(lambda: hasattr(row, "details"), timeout=15_000)
    said = [label.text() for label in row.findChildren(QLabel)]
    assert any(words.startswith("Can be printed") for words in said)
    row.details.click()
    assert [path.suffix for path in asked] == [".pdf"]


def test_a_wrong_preset_of_the_library_is_told_and_not_chosen(qtbot, make, desk, tmp_path):
    (tmp_path / "hong.toml").write_text("count = 1", encoding="utf-8")
    (tmp_path / "rieng.toml").write_text('base = "office"', encoding="utf-8")
    dialog = make([write(desk, "Tin")], desk=replace(desk, press=tmp_path), format="pdf")
    radios = {radio.property("preset"): radio for radio in dialog.choices._presets.buttons()}
    assert list(radios)[-2:] == ["hong", "rieng"]

    def refused():
        buttons = dialog.choices._presets.buttons()
        return [radio for radio in buttons if not radio.isEnabled()]

    qtbot.waitUntil(lambda: len(refused()) == 1)
    assert refused()[0].property("preset") == "hong"
    assert "unknown key" in refused()[0].accessibleDescription()
