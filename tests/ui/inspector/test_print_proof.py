"""The Proof tab looks at the article as print while somebody looks at it."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QSettings

from newsroom.domain.article import ArticleText
from newsroom.domain.document import Document, Photo, text_of
from newsroom.services.articles import create_article
from newsroom.ui import print_proof
from newsroom.ui.dialogs.export_memory import keep_preset
from newsroom.ui.inspector.inspector import Inspector
from newsroom.ui.print_proof import PrintProof


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def inspector(qtbot, theme, tasks, desk, settings, monkeypatch):
    monkeypatch.setattr(print_proof, "_PAUSE_MS", 10)
    made = Inspector(theme, tasks)
    qtbot.addWidget(made)
    made.resize(360, 700)
    made.attach_desk(desk)
    proof = PrintProof(tasks, settings, made)
    proof.attach(made)
    proof.attach_desk(desk)
    made.show()
    return made


@pytest.fixture
def article(desk):
    out = BytesIO()
    Image.new("RGB", (300, 200), "navy").save(out, "JPEG")
    photo = Photo(
        photo=desk.photos.add(out.getvalue(), name="a.jpg").id,
        caption=text_of("Giờ tan ca"),
        credit="Lê Lâm",
        alt="Cổng nhà máy",
    )
    text = ArticleText(headline="Có ảnh", lede="Ngắn.", body=Document(blocks=(photo,)))
    return create_article(desk=desk, text=text).value


def said(inspector) -> list[str]:
    page = inspector.proof_page
    rows = (page.print_rows.itemAt(at).widget() for at in range(page.print_rows.count()))
    return [row.accessibleName() for row in rows]


def test_what_print_asks_for_stands_in_a_group_of_its_own(qtbot, inspector, article):
    inspector.show_page(inspector.proof_page)
    inspector.show_article(article)
    qtbot.waitUntil(lambda: len(said(inspector)) == 1)
    assert inspector.proof_page.print_title.accessibleName() == "Print: Reading copy"
    assert said(inspector)[0].startswith("Error: Photo 1 has ")
    row = inspector.proof_page.print_rows.itemAt(0).widget()
    assert row.accessibleDescription() == "Use a larger original, or print it smaller."
    with qtbot.waitSignal(inspector.place_requested) as sent:
        row.click()
    assert sent.args[0].block == article.body.blocks[0].id


def test_it_follows_the_article(qtbot, inspector, article):
    inspector.show_page(inspector.proof_page)
    inspector.show_article(article)
    qtbot.waitUntil(lambda: len(said(inspector)) == 1)
    inspector.show_article(replace(article, note="Gọi lại", revision=article.revision + 1))
    qtbot.waitUntil(lambda: len(said(inspector)) == 2)
    inspector.show_article(replace(article, body=Document(), revision=article.revision + 2))
    qtbot.waitUntil(lambda: said(inspector) == [])
    qtbot.waitUntil(inspector.proof_page.print_state.isVisible)
    assert inspector.proof_page.print_state.text().startswith("Photos, letters")


def test_the_form_is_the_one_printed_last(qtbot, inspector, article, settings):
    keep_preset(settings, "pdf", "galley")
    inspector.show_page(inspector.proof_page)
    inspector.show_article(article)
    title = inspector.proof_page.print_title
    qtbot.waitUntil(lambda: title.accessibleName() == "Print: Galley proof")


def test_nothing_is_laid_out_while_nobody_looks(qtbot, inspector, article, monkeypatch):
    asked = []
    monkeypatch.setattr(print_proof, "check_print", lambda **what: asked.append(what) or ())
    inspector.show_article(article)
    qtbot.waitUntil(lambda: inspector.tabs.tabText(2) != "Proof")
    qtbot.wait(60)
    assert asked == []
    inspector.show_page(inspector.proof_page)
    qtbot.waitUntil(lambda: len(asked) == 1)


def test_for_a_form_that_is_gone_the_usual_one_stands(qtbot, inspector, article, settings):
    keep_preset(settings, "pdf", "không-có")
    inspector.show_page(inspector.proof_page)
    inspector.show_article(article)
    title = inspector.proof_page.print_title
    qtbot.waitUntil(lambda: title.accessibleName() == "Print: Reading copy")


def test_rows_stay_while_nothing_changes(qtbot, inspector, article):
    """Whoever stands on a row with the keyboard is not thrown off it."""
    inspector.show_page(inspector.proof_page)
    inspector.show_article(article)
    qtbot.waitUntil(lambda: len(said(inspector)) == 1)
    row = inspector.proof_page.print_rows.itemAt(0).widget()
    inspector.show_article(replace(article, kicker="Mới", revision=article.revision + 1))
    qtbot.wait(200)
    assert inspector.proof_page.print_rows.itemAt(0).widget() is row
