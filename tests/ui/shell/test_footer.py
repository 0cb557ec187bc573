"""The footer never says that something is safe which is not."""

import pytest

from newsroom.ui import footer as module
from newsroom.ui.footer import Footer


@pytest.fixture
def footer(qtbot, theme):
    made = Footer(theme.tokens)
    qtbot.addWidget(made)
    made.resize(800, 32)
    made.show()
    return made


@pytest.fixture
def now(monkeypatch):
    moment = [100.0]
    monkeypatch.setattr(module, "monotonic", lambda: moment[0])
    return moment


def test_it_counts_words_and_minutes(footer):
    footer.set_words(512)
    assert (footer.words.text(), footer._reading.text()) == ("512 words", "2 min read")


def test_it_says_how_long_ago_it_was_saved(footer, now):
    footer.set_pending()
    footer.set_saved()
    now[0] += 0.2
    footer._show_safe()
    assert footer.safe_words() == "Safe on disk 0.2 s ago"
    now[0] += 30
    footer._show_safe()
    assert footer.safe_words() == "Safe on disk 30 s ago"
    now[0] += 60
    footer._show_safe()
    assert footer.safe_words() == "Safe on disk"
    assert not footer._tick.isActive()


def test_opening_an_article_is_no_writing(footer, now):
    footer.set_saved()
    assert footer.safe_words() == "Safe on disk"
    assert not footer._tick.isActive()


def test_what_is_being_written_is_not_called_safe(footer, now):
    footer.set_saved()
    footer.set_pending()
    assert footer.safe_words() == "Writing to disk…"


def test_trouble_stays_until_a_save_succeeds(footer, now):
    footer.set_trouble("The disk is full.")
    footer.set_pending()
    assert footer.safe_words() == "The disk is full."
    assert footer._safe.property("kind") == "footer-warning"
    footer.set_saved()
    assert "Safe" in footer.safe_words()
    assert footer._safe.property("kind") == "footer-good"


def test_findings(qtbot, footer):
    footer.set_findings(2, 3, 1)
    assert footer._found.text() == "2 errors, 3 warnings, 1 hint"
    footer.set_findings(0, 1, 0)
    assert footer._found.text() == "1 warning"
    footer.set_findings(0, 0, 0)
    assert footer._found.text() == "No findings"
    with qtbot.waitSignal(footer.findings_wanted):
        footer._found.click()


def test_nothing_is_said_when_no_article_is_open(footer, now):
    footer.set_words(3)
    footer.set_saved()
    footer.set_findings(1, 1, 1)
    footer.clear()
    assert footer.safe_words() == ""
    assert not footer.words.isVisible()
    assert not footer._found.isVisible()


def test_copyfit_is_shown_while_there_is_a_slot(footer):
    footer.set_copyfit("+7 lines over", fits=False)
    assert footer.copyfit.property("kind") == "footer-warning"
    assert not footer.copyfit.isHidden()
    footer.set_copyfit("")
    assert footer.copyfit.isHidden()


def test_copyfit_opens_the_choice_of_the_slot(qtbot, footer):
    footer.set_copyfit("fits")
    with qtbot.waitSignal(footer.slot_wanted):
        footer.copyfit.click()
