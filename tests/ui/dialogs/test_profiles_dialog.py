import pytest
from shiboken6 import isValid

from newsroom.domain.profile import Rule
from newsroom.domain.review import Place, Severity
from newsroom.services.articles import create_article, read_article
from newsroom.services.profiles import read_profiles, shipped_profiles
from newsroom.ui.changes import ChangeBus, Operations
from newsroom.ui.dialogs.profiles_dialog import ProfilesDialog


@pytest.fixture
def dialog(qtbot, desk, tasks, theme):
    operations = Operations(tasks, ChangeBus(tasks), tasks)
    made = ProfilesDialog(desk=desk, tasks=tasks, operations=operations, theme=theme)
    made.show()
    qtbot.waitUntil(made.save.isEnabled)
    yield made
    if isValid(made):
        made.close()


def _save(qtbot, dialog):
    with qtbot.waitSignal(dialog.destroyed):
        dialog.save.click()


def _names(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_saving_without_a_change_keeps_all_as_it_is(qtbot, desk, dialog):
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
    _save(qtbot, dialog)
    assert read_profiles(desk=desk) == shipped_profiles()


def test_a_profile_is_renamed_and_changed_with_its_articles(qtbot, desk, dialog):
    made = create_article(desk=desk, profile="Tin vắn").value
    dialog.list.setCurrentRow(1)
    dialog.form.name.selectAll()
    qtbot.keyClicks(dialog.form.name, "Tin nhanh")
    assert _names(dialog)[1] == "Tin nhanh"
    row = dialog.form.rules[Place.TAGS]
    row.required.chosen.emit(Severity.ERROR)
    row.most.setText("4")
    row.limit.chosen.emit(Severity.ERROR)
    dialog.list.setCurrentRow(0)
    _save(qtbot, dialog)
    changed = read_profiles(desk=desk)[1]
    assert changed.name == "Tin nhanh"
    assert changed.rule(Place.TAGS) == Rule(
        field=Place.TAGS, required=Severity.ERROR, most=4, limit=Severity.ERROR
    )
    assert read_article(desk=desk, article_id=made.id).profile == "Tin nhanh"


def test_profiles_are_added_like_the_selected_one_and_deleted(qtbot, desk, dialog):
    dialog.list.setCurrentRow(2)
    dialog.add.click()
    assert _names(dialog)[-1] == "New profile"
    dialog.form.section.section_chosen.emit(("Văn hóa",))
    dialog.list.setCurrentRow(0)
    dialog.delete.click()
    dialog.delete.click()
    _save(qtbot, dialog)
    profiles = read_profiles(desk=desk)
    names = [profile.name for profile in profiles]
    assert names == ["Phóng sự", "Phỏng vấn", "Bình luận", "Hỏi đáp", "New profile"]
    assert profiles[-1].rules == shipped_profiles()[2].rules
    assert profiles[-1].section == ("Văn hóa",)


def test_all_can_be_deleted_and_one_added_again(qtbot, desk, dialog):
    for _ in range(dialog.list.count()):
        dialog.delete.click()
    assert not dialog.form.isEnabled()
    dialog.add.click()
    _save(qtbot, dialog)
    assert [profile.name for profile in read_profiles(desk=desk)] == ["New profile"]


@pytest.mark.parametrize(
    ("name", "least", "most", "said"),
    [
        ("", "", "", "needs a name"),
        ("PHÓNG SỰ", "", "", "two profiles"),
        ("Xã luận", "9", "3", "cannot both be"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_kept(qtbot, desk, dialog, name, least, most, said):
    dialog.list.setCurrentRow(4)
    dialog.form.name.setText(name)
    dialog.form.rules[Place.BODY].least.setText(least)
    dialog.form.rules[Place.BODY].most.setText(most)
    dialog.list.setCurrentRow(0)
    dialog.save.click()
    assert said in dialog.notice.words()
    assert dialog.list.currentRow() == 4
    assert read_profiles(desk=desk) == shipped_profiles()
