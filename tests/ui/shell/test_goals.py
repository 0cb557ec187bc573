"""Goals of an article and of a day: kept for the person, shown in the footer."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMainWindow

from newsroom.domain.article import ArticleText
from newsroom.domain.ids import ArticleId
from newsroom.services.articles import read_article
from newsroom.ui.actions import Actions
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.footer import Footer
from newsroom.ui.goal_keeper import GoalKeeper
from newsroom.ui.goals import Goals
from newsroom.ui.widgets.count_popup import CountPopup
from tests.ui.support import write

TODAY = date(2026, 3, 8)


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "newsroom.ini"), QSettings.Format.IniFormat)


def test_only_what_is_written_now_goes_to_the_day(settings):
    goals = Goals(settings)
    goals.open(ArticleId("a"))
    for words in (100, 130, 120):
        goals.count(words, TODAY)
    goals.open(ArticleId("b"))
    goals.count(500, TODAY)
    goals.count(505, TODAY)
    assert goals.written(TODAY) == 25
    assert goals.written(TODAY + timedelta(days=1)) == 0
    assert not settings.contains("goals/written")
    goals.keep()
    again = Goals(settings)
    assert (again.written(TODAY), again.written(TODAY + timedelta(days=1))) == (25, 0)


def test_goals_are_kept_and_odd_values_are_none(settings):
    goals = Goals(settings)
    goals.open(ArticleId("a"))
    goals.article, goals.day = 800, 2000
    again = Goals(settings)
    again.open(ArticleId("a"))
    assert (again.article, again.day) == (800, 2000)
    again.open(ArticleId("b"))
    assert again.article == 0
    settings.setValue("goals/day", "nhiều")
    assert again.day == 0
    goals.article = 0
    assert not settings.contains("goals/article/a")


@pytest.fixture
def window(qtbot, theme, settings, desk):
    made = QMainWindow()
    qtbot.addWidget(made)
    made.actions_ = Actions(made, theme.tokens)
    made.pane, made.footer = EditorPane(tokens=theme.tokens), Footer(theme.tokens)
    made.setCentralWidget(made.pane)
    made.pane.sheet.set_text(ArticleText(headline="Một hai ba bốn"))
    made.keeper = GoalKeeper(
        actions=made.actions_,
        settings=settings,
        pane=made.pane,
        footer=made.footer,
        parent=made,
    )
    made.footer.show()
    made.keeper.opened(read_article(desk=desk, article_id=write(desk, "Một hai ba bốn")))
    yield made
    made.footer.close()


def test_a_goal_set_in_the_popup_is_shown_in_the_footer(window):
    footer = window.footer
    assert footer.goal.isHidden()
    footer.counts_wanted.emit()
    popup = footer.findChild(CountPopup)
    popup.article.setValue(8)
    assert footer.goal.share == 0.5
    assert "4" in footer.goal.toolTip()
    popup.article.setValue(0)
    assert footer.goal.isHidden()
    popup.day.setValue(100)
    assert not footer.goal.isHidden()
    assert footer.goal.share == 0.0
    popup.close()


def test_without_an_article_there_is_no_goal(window):
    window.keeper.goals.day = 10
    window.keeper.retranslate()
    assert not window.footer.goal.isHidden()
    window.keeper.closed()
    assert window.footer.goal.isHidden()
