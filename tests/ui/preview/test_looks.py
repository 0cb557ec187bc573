"""The page in its themes, widths and sizes, with its photos and fonts."""

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from newsroom.domain.ids import PhotoId
from newsroom.domain.paper import PaperSettings
from newsroom.domain.rendering import RenderContext
from newsroom.ui.preview.pane import PreviewPane
from newsroom.ui.preview.view import View
from tests.site_sample import photo_sources, rich_article, rich_context
from tests.ui.preview.showing import RunScript, shown


def test_another_theme_or_paper_is_loaded_whole(qtbot: QtBot, pane: PreviewPane) -> None:
    shown(qtbot, pane)
    shown(qtbot, pane, paper=PaperSettings(name="Báo Khác", site_theme="modern", language="en"))
    from PySide6.QtWebEngineCore import QWebEnginePage

    found: list[str] = []
    pane.findChild(QWebEnginePage).toHtml(found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=10_000)
    assert '<html lang="en">' in found[0]
    assert "Báo Khác" in found[0]


def test_a_theme_that_is_missing_is_told_and_the_next_page_shown(
    qtbot: QtBot, pane: PreviewPane
) -> None:
    shown(qtbot, pane)
    context = rich_context(PaperSettings(site_theme="nowhere"))
    pane.show_article(rich_article(), context)
    qtbot.waitUntil(lambda: "There is no site theme" in pane.trouble.words(), timeout=10_000)
    assert pane.trouble.isVisible()
    assert pane.stage.page_shown()
    shown(qtbot, pane, headline="Lại thấy")
    assert pane.trouble.isHidden()


def test_photos_come_from_the_library_and_are_drawn(
    qtbot: QtBot, pane: PreviewPane, run_script: RunScript, asked: list[PhotoId]
) -> None:
    shown(qtbot, pane)
    first, second = (one.file.id for one in photo_sources())
    drawn = "[...document.images].every((image) => image.complete && image.naturalWidth > 0)"
    qtbot.waitUntil(lambda: run_script(pane, drawn) is True, timeout=10_000)
    assert set(asked) == {first, second}
    assert run_script(pane, "document.querySelector('.photo img').naturalWidth") == 1600


def test_fonts_of_the_house_are_used(
    qtbot: QtBot, pane: PreviewPane, run_script: RunScript
) -> None:
    shown(qtbot, pane)
    loaded = "document.fonts.check('16px \"Source Serif 4\"', 'Công đoàn')"
    qtbot.waitUntil(lambda: run_script(pane, loaded) is True, timeout=10_000)


def test_the_page_is_laid_out_for_the_screen_chosen(
    qtbot: QtBot, pane: PreviewPane, run_script: RunScript
) -> None:
    shown(qtbot, pane)
    for name, width in (("phone", 390), ("tablet", 768), ("desktop", 1280)):
        pane.set_view(View(screen=name))
        qtbot.waitUntil(lambda w=width: abs(run_script(pane, "innerWidth") - w - 10) <= 4)  # type: ignore[misc]
    pane.resize(1500, 800)
    qtbot.waitUntil(lambda: run_script(pane, "innerWidth") == 1290)


def test_a_size_chosen_keeps_the_width_of_the_screen(
    qtbot: QtBot, pane: PreviewPane, run_script: RunScript
) -> None:
    pane.resize(500, 800)
    shown(qtbot, pane)
    for zoom in (50, 150, 200):
        pane.set_view(View(screen="tablet", zoom=zoom))
        qtbot.waitUntil(lambda: abs(run_script(pane, "innerWidth") - 778) <= 2)
        browser = pane.stage.browser
        assert browser is not None
        assert browser._bar.isVisible() is (zoom > 50)
    browser._bar.setValue(browser._bar.maximum())
    right = browser._view.geometry().right()
    assert abs(browser.width() - right) <= 14


def changed(qtbot: QtBot, pane: PreviewPane, view: View) -> None:
    with qtbot.waitSignal(pane.shown, timeout=20_000):
        pane.set_view(view)


NIGHT = """base = "paper"
[dark]
page = "#101010"
surface = "#101010"
primary = "#F0F0F0"
secondary = "#C0C0C0"
tertiary = "#A0A0A0"
line = "#404040"
tint = "#202020"
"""


def with_own_theme(folder: Path) -> RenderContext:
    """The context of a library with a theme of its own, `mine`."""
    (folder / "mine").mkdir()
    (folder / "mine" / "theme.toml").write_text(NIGHT, "utf-8")
    context = rich_context()
    return replace(context, themes=folder, paper=replace(context.paper, site_theme="mine"))


def show_own(qtbot: QtBot, pane: PreviewPane, folder: Path) -> None:
    pane.show()
    with qtbot.waitSignal(pane.shown, timeout=20_000):
        pane.show_article(rich_article(), with_own_theme(folder))


GROUND = "getComputedStyle(document.body).backgroundColor"


def test_dark_and_printed_pages(
    qtbot: QtBot, pane: PreviewPane, run_script: RunScript, tmp_path: Path
) -> None:
    show_own(qtbot, pane, tmp_path)
    menu = "getComputedStyle(document.querySelector('.menu')).display"
    assert run_script(pane, GROUND) == "rgb(255, 255, 255)"
    changed(qtbot, pane, View(dark=True))
    assert run_script(pane, GROUND) == "rgb(16, 16, 16)"
    changed(qtbot, pane, View(printed=True, dark=True))
    assert run_script(pane, menu) == "none"
    assert abs(run_script(pane, "innerWidth") - 804) <= 4
    changed(qtbot, pane, View())
    assert run_script(pane, GROUND) == "rgb(255, 255, 255)"
    assert run_script(pane, menu) != "none"


def test_a_theme_is_shown_as_it_is_written(
    qtbot: QtBot, pane: PreviewPane, run_script: RunScript, tmp_path: Path
) -> None:
    show_own(qtbot, pane, tmp_path)
    run_script(pane, "window.scrollTo(0, 600)")
    qtbot.wait(100)
    settings = tmp_path / "mine" / "theme.toml"
    with qtbot.waitSignal(pane.shown, timeout=10_000):
        settings.write_text(NIGHT + '[colours]\npage = "#FFEEDD"\n', "utf-8")
    qtbot.waitUntil(lambda: run_script(pane, GROUND) == "rgb(255, 238, 221)", timeout=5_000)
    qtbot.waitUntil(lambda: run_script(pane, "window.scrollY") > 500)
    settings.write_text(NIGHT + "[colours]\npage = \n", "utf-8")
    qtbot.waitUntil(pane.trouble.isVisible, timeout=10_000)
    assert "line 11" in pane.trouble.words()
    assert run_script(pane, GROUND) == "rgb(255, 238, 221)"
    (tmp_path / "mine" / "extra.css").write_text("body { background: #abcdef }", "utf-8")
    settings.write_text(NIGHT, "utf-8")
    qtbot.waitUntil(lambda: run_script(pane, GROUND) == "rgb(171, 205, 239)", timeout=10_000)
    assert pane.trouble.isHidden()


def test_another_theme_is_tried_without_changing_the_paper(
    qtbot: QtBot, pane: PreviewPane, run_script: RunScript
) -> None:
    shown(qtbot, pane)
    run_script(pane, "window.scrollTo(0, 600)")
    qtbot.wait(100)
    changed(qtbot, pane, View(theme="modern"))
    assert run_script(pane, GROUND) == "rgb(251, 250, 247)"
    qtbot.waitUntil(lambda: run_script(pane, "window.scrollY") > 500)
