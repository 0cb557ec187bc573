"""High contrast is chosen in the menu or by the system."""

from newsroom.ui.theme import Mode, Theme, like_system, style_sheet
from newsroom.ui.tokens import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT


def test_the_system_is_followed_in_both_respects():
    assert like_system(dark=False, high=False) is LIGHT
    assert like_system(dark=True, high=False) is DARK
    assert like_system(dark=False, high=True) is HIGH_LIGHT
    assert like_system(dark=True, high=True) is HIGH_DARK


def test_it_is_applied_to_the_application(qapp, qtbot):
    theme = Theme(qapp, Mode.LIGHT)
    with qtbot.waitSignal(theme.changed) as told:
        theme.set_mode(Mode.HIGH_DARK)
    assert told.args == [HIGH_DARK]
    assert qapp.palette().window().color().name() == HIGH_DARK.background
    assert qapp.styleSheet() == style_sheet(HIGH_DARK)
    theme.set_mode(Mode.LIGHT)
