"""The slot of the open article: chosen at the footer, told there, marked in the sheet."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from newsroom.domain.article import ArticleText
from newsroom.domain.document import Document, Paragraph, text_of
from newsroom.domain.slot import Fit
from newsroom.services.articles import Details, create_article, read_article, set_details
from newsroom.ui.changes import ChangeBus
from newsroom.ui.main_window import MainWindow
from newsroom.ui.printing import preset_names
from newsroom.ui.widgets.slot_popup import SlotPopup
from newsroom.ui.wording import fit_words

WORDS = "Công đoàn cơ sở tổ chức hội nghị người lao động và nêu nhiều kiến nghị về tiền lương. "
LONG = Document(blocks=tuple(Paragraph(text=text_of(WORDS * 6)) for _ in range(12)))


@pytest.fixture
def article(desk):
    return create_article(desk=desk, text=ArticleText(headline="Một tít", body=LONG)).value


@pytest.fixture
def window(qtbot, tasks, theme, desk, tmp_path, article, monkeypatch):
    monkeypatch.setattr("newsroom.ui.preview.starting._SEEN_MS", 10**8)
    settings = QSettings(str(tmp_path / "n.ini"), QSettings.Format.IniFormat)
    settings.setValue("window/language", "en")
    set_details(desk=desk, ids=[article.id], details=Details(slot="newspaper:1×40"))
    made = MainWindow(tasks=tasks, bus=ChangeBus(), settings=settings, theme=theme, desk=desk)
    made.resize(1366, 768)
    made.show()
    made.article.open(article.id)
    footer = made.centre.footer
    qtbot.waitUntil(lambda: "over" in footer.copyfit.text(), timeout=10_000)
    yield made
    made._closing = True
    made.close()
    made.deleteLater()


@pytest.fixture
def stays(monkeypatch):
    """The platform without a screen closes a popup as soon as it has opened: it is not shown."""
    monkeypatch.setattr(SlotPopup, "open_at", lambda _popup, _field: None)


def popup(qtbot) -> SlotPopup:
    def found():
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, SlotPopup)]

    qtbot.waitUntil(lambda: bool(found()), timeout=10_000)
    return found()[0]


@pytest.mark.parametrize(
    ("fit", "words"),
    [
        (Fit(over=7), "+7 lines over"),
        (Fit(over=1), "+1 line over"),
        (Fit(free=3), "−3 lines free"),
        (Fit(), "Fits its slot"),
    ],
)
def test_the_fit_in_few_words(fit, words):
    assert fit_words(fit) == words


def test_what_has_no_room_is_told_and_marked(window):
    parts = window
    assert parts.centre.footer.copyfit.property("kind") == "footer-warning"
    assert parts.copyfit._overset.block in {block.id for block in LONG.blocks}


def test_writing_changes_what_is_told(qtbot, window):
    footer, sheet = window.centre.footer, window.editor.sheet
    before = footer.copyfit.text()
    sheet.go_to_block(LONG.blocks[0].id)
    qtbot.keyClicks(sheet, "chu them vao cho dai hon mot dong roi hai dong nua va them nua ")
    qtbot.waitUntil(lambda: footer.copyfit.text() != before, timeout=5000)
    assert "over" in footer.copyfit.text()


@pytest.mark.usefixtures("stays")
def test_a_deeper_slot_is_chosen_and_kept(qtbot, window, desk, article):
    window.copyfit.choose()
    chosen = popup(qtbot)
    chosen.deep.setValue(900)
    footer = window.centre.footer
    qtbot.waitUntil(lambda: "free" in footer.copyfit.text(), timeout=10_000)
    assert window.copyfit._overset.block is None
    assert read_article(desk=desk, article_id=article.id).slot == "newspaper:1×900"


@pytest.mark.usefixtures("stays")
def test_the_press_is_asked_on_a_worker_and_once(qtbot, window, monkeypatch):
    threads = []

    def names(own):
        del own
        threads.append(threading.current_thread())
        return ("newspaper",)

    monkeypatch.setattr(preset_names, "print_preset_names", names)
    window.copyfit.choose()
    window.copyfit.choose()
    popup(qtbot).close()
    assert len(threads) == 1
    assert threads[0] is not threading.main_thread()


def test_an_article_that_is_closed_meanwhile_has_no_slot_to_choose(qtbot, window):
    window.copyfit.choose()
    window.copyfit.closed()
    qtbot.waitUntil(lambda: not window.copyfit._asking, timeout=10_000)
    assert not any(isinstance(w, SlotPopup) for w in QApplication.topLevelWidgets())


@pytest.mark.usefixtures("stays")
def test_the_slot_is_taken_away(qtbot, window, desk, article):
    window.copyfit.choose()
    popup(qtbot).none.click()
    footer = window.centre.footer
    qtbot.waitUntil(footer.copyfit.isHidden, timeout=10_000)
    assert read_article(desk=desk, article_id=article.id).slot == ""


def test_a_preset_that_is_gone_is_told(qtbot, window, desk, article):
    window.article.bind_to_slot("gone:2×40")
    footer = window.centre.footer
    qtbot.waitUntil(lambda: footer.copyfit.text() == "No such slot", timeout=10_000)
    assert "gone" in footer.copyfit.toolTip()


def test_a_slot_of_an_own_preset_follows_its_file(qtbot, window, desk, article, tmp_path):
    press = tmp_path / "press"
    press.mkdir()
    own = press / "an.toml"
    own.write_text('base = "newspaper"\n', encoding="utf-8")
    window.copyfit.attach_desk(replace(desk, press=press))
    window.article.bind_to_slot("an:1×40")
    footer = window.centre.footer
    qtbot.waitUntil(lambda: window.article.article().slot == "an:1×40", timeout=10_000)
    qtbot.waitUntil(lambda: "over" in footer.copyfit.text(), timeout=10_000)
    before = footer.copyfit.text()
    own.write_text('base = "newspaper"\n[columns]\ncount = 1\n', encoding="utf-8")
    window.dialogs.presets_changed.emit()
    qtbot.waitUntil(lambda: footer.copyfit.text() not in ("", before), timeout=10_000)
