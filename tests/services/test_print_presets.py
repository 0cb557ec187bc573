"""The library's own print presets are seen by all that print."""

from dataclasses import replace

import pytest

from newsroom.domain.article import ArticleText
from newsroom.domain.document import Document, Paragraph, text_of
from newsroom.domain.ids import new_block_id
from newsroom.errors import UserError
from newsroom.services.articles import create_article
from newsroom.services.export_checking import check_print
from newsroom.services.export_formats import find_format, open_writer
from newsroom.services.exporting import export_articles
from newsroom.services.newspages import page_sketches
from newsroom.services.print_presets import print_presets
from tests.fakes.desk import make_desk


@pytest.fixture
def pressed(tmp_path):
    folder = tmp_path / "press"
    folder.mkdir()
    return replace(make_desk(), press=folder)


def put(desk, name, words):
    (desk.press / f"{name}.toml").write_text(words, encoding="utf-8")


def an_article(desk):
    block = Paragraph(id=new_block_id(), text=text_of("Sáng nay, tổ may 4 thử cách thu mới."))
    text = ArticleText(headline="Nửa phút", body=Document(blocks=(block,)))
    return create_article(desk=desk, text=text).value


def test_own_presets_come_after_the_shipped_ones(pressed):
    put(pressed, "an-ban", 'base = "tabloid"\n[columns]\ncount = 4\n')
    names = find_format("pdf", pressed).presets
    assert names[-1] == "an-ban"
    assert "an-ban" not in find_format("pdf").presets
    assert [each.own for each in print_presets(desk=pressed)] == [False] * (len(names) - 1) + [True]


def test_a_wrong_one_is_listed_with_its_sentence(pressed):
    put(pressed, "hong", "[page")
    put(pressed, "tot", 'base = "office"')
    told = {each.name: each.mistake for each in print_presets(desk=pressed) if each.own}
    assert told["tot"] is None
    assert "hong.toml is not valid TOML" in str(told["hong"])
    with pytest.raises(UserError, match=r"hong\.toml"):
        open_writer(find_format("pdf", pressed), "hong")


def test_an_export_and_its_check_use_them(pressed, tmp_path):
    put(pressed, "mot-cot", 'base = "print"\n[page]\nwidth = 120\nheight = 160\n')
    article = an_article(pressed)
    report = export_articles(
        desk=pressed, ids=[article.id], format="pdf", preset="mot-cot", target=tmp_path / "bai.pdf"
    )
    data = report.files[0].read_bytes()
    assert b"340.1" in data  # 120 mm in points
    assert check_print(desk=pressed, article=article, preset="mot-cot")


def test_a_preset_that_changed_is_read_again(pressed):
    from newsroom.press.presets import load_preset

    put(pressed, "doi", 'base = "tabloid"\n[columns]\ncount = 4\n')
    first = load_preset("doi", folder=pressed.press)
    assert load_preset("doi", folder=pressed.press) is first
    put(pressed, "doi", 'base = "tabloid"\n[columns]\ncount = 3 \n')
    assert load_preset("doi", folder=pressed.press).columns.count == 3


def test_page_templates_are_sketched_the_wrong_ones_too(pressed):
    pages = pressed.press / "pages"
    pages.mkdir()
    place = '[[place]]\nrole = "lead"\ncolumns = 2\n'
    (pages / "hong.toml").write_text("columns = 99\n" + place, encoding="utf-8")
    (pages / "rieng.toml").write_text('preset = "rieng"\ncolumns = 2\n' + place, encoding="utf-8")
    put(pressed, "rieng", 'base = "tabloid"\n[page]\nwidth = 200\nheight = 100\n')
    found = {sketch.name: sketch for sketch in page_sketches(desk=pressed)}
    assert found["rieng"].aspect == 2
    assert found["rieng"].places[0].columns == 2
    assert found["hong"].places == ()
    assert "between" in str(found["hong"].mistake)
    assert found["lead-and-briefs"].mistake is None
