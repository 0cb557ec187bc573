from dataclasses import replace

import pytest
from shiboken6 import isValid

from newsroom.services.settings import read_paper
from newsroom.ui.changes import ChangeBus, Operations
from newsroom.ui.dialogs.name_dialog import NameDialog
from newsroom.ui.dialogs.paper_dialog import PaperDialog


@pytest.fixture
def desk(desk, tmp_path):
    return replace(desk, themes=tmp_path / "themes")


@pytest.fixture
def dialog(qtbot, desk, tasks, theme):
    operations = Operations(tasks, ChangeBus(tasks), tasks)
    made = PaperDialog(desk=desk, tasks=tasks, operations=operations, theme=theme)
    made.show()
    qtbot.waitUntil(made.save.isEnabled)
    yield made
    if isValid(made):
        made.close()


def test_it_shows_what_is_kept(dialog, desk):
    assert dialog.form.lines["name"].text() == "Báo Công Đoàn"
    assert dialog.form.visits.text() == "0"
    assert dialog.form.zone.value() == "GMT+7"
    assert dialog.form.settings() == read_paper(desk=desk)


def test_the_buttons_stay_on_a_low_screen(qtbot, dialog):
    dialog.hide()
    dialog.resize(600, 3000)
    dialog.show()
    screen = dialog.screen().availableGeometry()
    assert dialog.height() < screen.height()
    assert dialog.save.mapTo(dialog, dialog.save.rect().bottomLeft()).y() < screen.height()


def test_saving_keeps_and_closes(qtbot, dialog, desk):
    form = dialog.form
    form.lines["name"].setText("Lao Động Thủ Đô")
    form.visits.setText("2.000 000")
    form.brand.swatches[1].click()
    form.zone.chosen.emit("+05:30")
    form.capitals.click()
    with qtbot.waitSignal(dialog.finished):
        dialog.save.click()
    paper = read_paper(desk=desk)
    assert (paper.name, paper.visits, paper.utc_offset) == ("Lao Động Thủ Đô", 2000000, "+05:30")
    assert paper.brand_colour == form.brand.swatches[1].colour
    assert not paper.uppercase_byline


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [("name", " ", "needs a name"), ("site_url", "bao.vn", "bao.vn")],
)
def test_what_cannot_be_is_told_and_nothing_kept(dialog, desk, name, words, said):
    before = read_paper(desk=desk)
    dialog.form.lines[name].setText(words)
    dialog.save.click()
    assert said in dialog.notice.words()
    assert read_paper(desk=desk) == before


def test_visits_are_a_number(dialog):
    dialog.form.visits.setText("nhiều")
    dialog.save.click()
    assert "nhiều" in dialog.notice.words()


def test_a_look_is_copied_chosen_and_told_where_it_lies(qtbot, dialog, desk):
    assert dialog.form.look.current() == "paper"
    dialog.form.copy_look.click()
    (asked,) = dialog.findChildren(NameDialog)
    asked.field.setText("Báo Tết")
    asked.keep.click()
    qtbot.waitUntil(lambda: dialog.form.look.current() == "bao-tet")
    assert dialog.form.look.value() == "Báo Tết"
    assert str(desk.themes / "bao-tet") in dialog.notice.words()
    assert (desk.themes / "bao-tet" / "style.css").is_file()
    menu = dialog.form.look.menu_of_choices()
    assert [action.text() for action in menu.actions()][-1] == "Báo Tết"
    menu.close()
    with qtbot.waitSignal(dialog.finished):
        dialog.save.click()
    assert read_paper(desk=desk).site_theme == "bao-tet"
