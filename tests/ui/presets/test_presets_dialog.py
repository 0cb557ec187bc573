"""Print presets are looked at, copied, changed and saved; what is wrong is told where it is."""

import tomllib
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from newsroom.press.presets import load_preset, shipped_presets
from newsroom.ui.dialogs.name_dialog import NameDialog
from newsroom.ui.presets.fields import GROUPS, shapes
from newsroom.ui.presets.presets_dialog import PresetsDialog
from newsroom.ui.printing.drawer import PageDrawer

FAR = 15_000
OWN = 'base = "tabloid"\n[columns]\ncount = 4\n'


@pytest.fixture
def press(tmp_path):
    folder = tmp_path / "press"
    folder.mkdir()
    return folder


@pytest.fixture
def drawer(qapp):
    made = PageDrawer()
    yield made
    made.close()


@pytest.fixture
def make(drawer, qtbot, desk, tasks, theme, press):
    made = []

    def build(current="", **files):
        for name, words in files.items():
            (press / f"{name}.toml").write_text(words, encoding="utf-8")
        dialog = PresetsDialog(
            desk=replace(desk, press=press),
            tasks=tasks,
            theme=theme,
            drawer=drawer,
            shipped=tuple(shipped_presets()),
        )
        made.append(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.presets.list.count() >= 5, timeout=FAR)
        if current:
            choose(qtbot, dialog, current)
        return dialog

    yield build
    for dialog in made:
        while isValid(dialog) and dialog.isVisible():
            dialog.close()  # with drafts it warns first


def choose(qtbot, dialog, name):
    dialog.presets.choose(name)
    qtbot.waitUntil(lambda: dialog._shown is not None and dialog._shown.name == name, timeout=FAR)


def pictured(qtbot, dialog, name):
    qtbot.waitUntil(lambda: dialog._pictured == name, timeout=FAR)


def field(dialog, key):
    return dialog.form.rows[key].widget


def answer(qtbot, dialog, name):
    """Type a name into the dialog that asks for one."""
    asking = dialog.findChild(NameDialog)
    asking.field.setText(name)
    asking.keep.click()


def test_every_field_has_a_shape_and_a_row(make):
    dialog = make()
    keys = [each.key for group in GROUPS for each in group.fields]
    assert len(keys) == len(set(keys))
    assert set(dialog.form.rows) == set(keys) == set(shapes())


def test_shipped_presets_are_looked_at_alone(qtbot, make):
    dialog = make("tabloid")
    pictured(qtbot, dialog, "tabloid")
    assert not dialog.form.content.isEnabled()
    assert not dialog.presets.delete.isEnabled()
    assert not dialog.presets.rename.isEnabled()
    assert field(dialog, "columns.count").value() == 5
    qtbot.waitUntil(lambda: dialog.picture.shown() is not None, timeout=FAR)
    image = dialog.picture.shown()
    assert image.height() > image.width()


def test_a_copy_is_made_changed_and_saved(qtbot, make, press):
    dialog = make("tabloid")
    dialog.presets.copy.click()
    answer(qtbot, dialog, "Số Tết")
    qtbot.waitUntil(lambda: dialog.presets.current() == "Số Tết", timeout=FAR)
    choose(qtbot, dialog, "Số Tết")
    assert not dialog.save.isEnabled()
    field(dialog, "columns.count").setValue(4)
    field(dialog, "page.top").setValue(20.5)
    field(dialog, "body.justify").setChecked(False)
    field(dialog, "page.top").setValue(15)  # as the base again
    assert dialog.presets.list.currentItem().text() == "• Số Tết"
    dialog.save.click()
    qtbot.waitUntil(lambda: not dialog._drafts, timeout=FAR)
    written = tomllib.loads((press / "Số Tết.toml").read_text(encoding="utf-8"))
    assert written == {"base": "tabloid", "columns": {"count": 4}, "body": {"justify": False}}
    assert load_preset("Số Tết", folder=press).columns.count == 4


def test_a_wrong_value_is_told_at_its_field_and_not_saved(qtbot, make, press):
    dialog = make("an", an=OWN)
    pictured(qtbot, dialog, "an")
    field(dialog, "body.leading").setValue(6)
    row = dialog.form.rows["body.leading"]
    qtbot.waitUntil(lambda: not row.remark.isHidden(), timeout=FAR)
    assert "“Leading” must not be less than “Type size”" in row.remark.text()
    dialog.save.click()
    qtbot.waitUntil(dialog.save.isEnabled, timeout=FAR)
    assert (press / "an.toml").read_text(encoding="utf-8") == OWN
    field(dialog, "body.leading").setValue(11)
    qtbot.waitUntil(row.remark.isHidden, timeout=FAR)


def test_a_wrong_file_is_listed_and_can_be_mended(qtbot, make, press):
    dialog = make("hong", hong='base = "tabloid"\nshape = 1\n[columns]\ncount = 40\n', tot=OWN)
    qtbot.waitUntil(lambda: "between 1 and 6" in dialog.notice.words(), timeout=FAR)
    assert "(wrong)" in dialog.presets.list.currentItem().text()
    assert field(dialog, "columns.count").value() == 5
    pictured(qtbot, dialog, "hong")
    field(dialog, "page.top").setValue(16)
    dialog.save.click()
    qtbot.waitUntil(lambda: not dialog._drafts, timeout=FAR)
    assert load_preset("hong", folder=press).page.top == 16


def test_a_file_that_is_no_preset_shows_nothing(qtbot, make):
    dialog = make(rac="[page")
    dialog.presets.choose("rac")
    qtbot.waitUntil(lambda: "not valid TOML" in dialog.notice.words(), timeout=FAR)
    assert dialog.picture.shown() is None
    assert not dialog.form.content.isEnabled()
    assert dialog.presets.delete.isEnabled()


def test_delete_can_be_undone(qtbot, make, press):
    dialog = make("an", an=OWN)
    dialog.presets.delete.click()
    qtbot.waitUntil(lambda: not (press / "an.toml").exists(), timeout=FAR)
    qtbot.waitUntil(dialog.presets.undo.isVisible, timeout=FAR)
    qtbot.waitUntil(lambda: dialog.presets.current() != "an", timeout=FAR)
    dialog.presets.undo.click()
    qtbot.waitUntil(lambda: dialog.presets.current() == "an", timeout=FAR)
    assert (press / "an.toml").read_text(encoding="utf-8") == OWN


def test_a_draft_goes_along_with_its_new_name(qtbot, make, press):
    dialog = make("an", an=OWN)
    field(dialog, "columns.count").setValue(3)
    dialog.presets.rename.click()
    answer(qtbot, dialog, "ấn bản")
    qtbot.waitUntil(lambda: dialog.presets.current() == "ấn bản", timeout=FAR)
    assert field(dialog, "columns.count").value() == 3
    dialog.save.click()
    qtbot.waitUntil(lambda: not dialog._drafts, timeout=FAR)
    assert load_preset("ấn bản", folder=press).columns.count == 3
    assert not (press / "an.toml").exists()


@pytest.mark.parametrize("name", ["tabloid", "AN", "a/b", "..", "con"])
def test_names_that_cannot_be(qtbot, make, name, press):
    dialog = make("tabloid", an=OWN)
    dialog.presets.copy.click()
    answer(qtbot, dialog, name)
    qtbot.waitUntil(lambda: bool(dialog.notice.words()), timeout=FAR)
    assert [path.name for path in press.iterdir()] == ["an.toml"]


def test_remarks_in_a_file_are_lost_only_after_a_word(qtbot, make):
    dialog = make("an", an=f"# của ban thư ký\n{OWN}")
    field(dialog, "columns.count").setValue(3)
    assert "an.toml" in dialog.notice.words()


def test_another_base_keeps_what_is_set(qtbot, make):
    dialog = make("an", an=OWN)
    dialog.form.base.setCurrentIndex(dialog.form.base.findData("newspaper"))
    dialog.form.base.activated.emit(dialog.form.base.currentIndex())
    assert dialog._shown.tables == {"base": "newspaper", "columns": {"count": 4}}
    assert field(dialog, "page.top").value() == load_preset("newspaper").page.top


def test_a_profile_is_copied_beside_the_preset(qtbot, make, press, tmp_path):
    from newsroom.paths import resource

    source = tmp_path / "may in.icc"
    source.write_bytes(resource("icc/ISOcoated_v2_300_bas.icc").read_bytes())
    dialog = make("an", an=OWN)
    field(dialog, "output.icc").picked.emit(str(source))
    qtbot.waitUntil(lambda: field(dialog, "output.icc").name() == "may in.icc", timeout=FAR)
    assert (press / "may in.icc").is_file()
    broken = tmp_path / "hong.icc"
    broken.write_bytes(b"no profile")
    field(dialog, "output.icc").picked.emit(str(broken))
    qtbot.waitUntil(lambda: "hong.icc" in dialog.notice.words(), timeout=FAR)
    assert not (press / "hong.icc").exists()


def test_the_wheel_scrolls_and_changes_nothing(make, qtbot):
    dialog = make("an", an=OWN)
    box = field(dialog, "columns.count")
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(box.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turn)
    assert box.value() == 4
    assert not dialog._drafts


def test_esc_drops_changes_only_when_it_is_meant(qtbot, make):
    dialog = make("an", an=OWN)
    field(dialog, "columns.count").setValue(3)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "not saved" in dialog.notice.words()
    dialog.close()
    qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())


def test_what_was_stored_is_told(qtbot, make):
    dialog = make("an", an=OWN)
    field(dialog, "columns.count").setValue(3)
    with qtbot.waitSignal(dialog.stored, timeout=FAR):
        dialog.save.click()
