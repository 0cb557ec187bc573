"""The welcome page offers ways to begin, in either language."""

import pytest

from newsroom.ui.welcome import Welcome


@pytest.fixture
def page(qtbot, theme):
    made = Welcome(theme.tokens)
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    return made


@pytest.mark.parametrize("way", ["new", "paste-new", "import", "sample"])
def test_a_way_is_named_and_can_be_taken(qtbot, page, way):
    assert page._ways[way].accessibleName()
    with qtbot.waitSignal(page.wanted) as wanted:
        page._ways[way].click()
    assert wanted.args == [way]


def test_without_an_open_article_the_sample_is_not_offered(page):
    page.set_first_time(False)
    assert not page._ways["sample"].isVisible()
    assert page._ways["new"].isVisible()
