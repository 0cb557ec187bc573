import pytest
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from newsroom import i18n
from newsroom.domain.article import ArticleText
from newsroom.domain.template import filled
from newsroom.services.articles import read_article
from newsroom.services.templates import read_templates, save_template, template_names
from newsroom.ui.changes import ChangeBus, Operations
from newsroom.ui.dialogs.template_name import TemplateNameDialog
from newsroom.ui.dialogs.templates_dialog import TemplatesDialog
from tests.ui.support import write


@pytest.fixture
def make(qtbot, desk, tasks):
    operations = Operations(tasks, ChangeBus(tasks), tasks)
    made = []

    def build(article=None):
        dialog = TemplatesDialog(desk=desk, tasks=tasks, operations=operations, article=article)
        made.append(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.list.count() == len(template_names(desk=desk)))
        return dialog

    yield build
    for dialog in made:
        if isValid(dialog):
            dialog.close()


@pytest.fixture
def article(desk):
    article_id = write(desk, "Góp đoàn phí", tags=("lương",))
    for name in ("Bản tin", "Phóng sự ảnh"):
        save_template(desk=desk, article_id=article_id, name=name)
    return read_article(desk=desk, article_id=article_id)


def test_without_templates_it_says_how_to_make_one(qtbot, make):
    dialog = make()
    qtbot.waitUntil(lambda: "Save as template" in dialog.about.text())
    assert not dialog.use.isEnabled()


def test_a_template_is_told_and_used(qtbot, make, article):
    dialog = make()
    qtbot.waitUntil(dialog.use.isEnabled)
    assert "Góp đoàn phí" in dialog.headline.text()
    assert not dialog.update_.isEnabled()
    dialog.list.setCurrentRow(1)
    with qtbot.waitSignal(dialog.wanted) as told:
        dialog.use.click()
    assert told.args == ["Phóng sự ảnh"]


def test_a_template_is_renamed(qtbot, desk, make, article):
    dialog = make()
    qtbot.waitUntil(dialog.rename.isEnabled)
    dialog.rename.click()
    asking = dialog.findChild(TemplateNameDialog)
    asking.field.setText("phóng sự ẢNH")
    assert not asking.take.isEnabled()
    asking.field.setText("Tin ngày")
    asking.take.click()
    qtbot.waitUntil(lambda: template_names(desk=desk) == ("Phóng sự ảnh", "Tin ngày"))
    qtbot.waitUntil(lambda: dialog.list.item(1).text() == "Tin ngày")
    assert dialog.current().name == "Tin ngày"


def test_a_template_is_updated_from_the_open_article(qtbot, desk, make, article):
    other = read_article(desk=desk, article_id=write(desk, "Bài khác"))
    dialog = make(other)
    qtbot.waitUntil(dialog.update_.isEnabled)
    dialog.update_.click()
    qtbot.waitUntil(lambda: read_templates(desk=desk)[0].text.headline == "Bài khác")
    qtbot.waitUntil(lambda: "Bài khác" in dialog.headline.text())


def test_a_deleted_template_can_be_had_back(qtbot, desk, make, article):
    dialog = make()
    qtbot.waitUntil(dialog.delete.isEnabled)
    dialog.delete.click()
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    assert template_names(desk=desk) == ("Phóng sự ảnh",)
    assert dialog.undo.isVisible()
    dialog.undo.click()
    qtbot.waitUntil(lambda: dialog.list.count() == 2)
    assert template_names(desk=desk) == ("Bản tin", "Phóng sự ảnh")
    assert dialog.undo.isHidden()


def test_a_name_that_is_taken_replaces_and_says_so(qtbot):
    dialog = TemplateNameDialog("Bản tin", ["BẢN TIN"])
    qtbot.addWidget(dialog)
    assert "Takes the place" in dialog.remark.text()
    assert dialog.take.isEnabled()
    dialog.field.setText("x" * 61)
    assert "at most 60" in dialog.remark.text()
    assert not dialog.take.isEnabled()
    dialog.field.setText("  ")
    assert not dialog.take.isEnabled()
    dialog.field.setText("Mới")
    with qtbot.waitSignal(dialog.chosen) as told:
        dialog.take.click()
    assert told.args == ["Mới"]


@pytest.mark.parametrize("language", list(i18n.LANGUAGES))
def test_the_places_that_are_named_are_places_that_are_filled(qtbot, language):
    i18n.use(language)
    dialog = TemplateNameDialog("Mới", [])
    qtbot.addWidget(dialog)
    said = next(label.text() for label in dialog.findChildren(QLabel) if "{" in label.text())
    values = dict.fromkeys(("date", "time", "year", "author"), "x")
    assert said.count("{") == 4
    assert "{" not in filled(ArticleText(lede=said), values).lede
