"""The live preview: the article on the paper's site, following every keystroke."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsroom.domain.article import Article, SectionPath
from newsroom.domain.rendering import RenderContext
from newsroom.errors import NewsroomError
from newsroom.i18n import _, sentence
from newsroom.services.newsstand import Newsstand
from newsroom.ui.preview.addresses import PRINT_LINK, linked_article, linked_section
from newsroom.ui.preview.find_strip import FindStrip
from newsroom.ui.preview.header import PreviewHeader
from newsroom.ui.preview.maker import PageMaker
from newsroom.ui.preview.page import Made
from newsroom.ui.preview.page_caret import PageCaret
from newsroom.ui.preview.places import PagePlace
from newsroom.ui.preview.stage import PageStage
from newsroom.ui.preview.theme_watch import ThemeWatch
from newsroom.ui.preview.view import Kind, View
from newsroom.ui.tasks import TaskRunner
from newsroom.ui.tokens import Tokens
from newsroom.ui.widgets.banner import Banner, Tone

if TYPE_CHECKING:
    from newsroom.ui.preview.browser import Browser
    from newsroom.ui.preview.server import ReadPhoto

_MOST_CRASHES = 3


class PreviewPane(QWidget):
    """Shows one article; WebEngine is started when the pane is first seen, not before.

    `print_requested()`, `article_requested(str)` with an article's id, `section_requested(path)`
    with `()` for the front page, `link_requested(str)` with an http, https or mailto address and
    `place_clicked(PagePlace)` are what the person clicked on the page. `shown()` is sent when the
    page on screen has caught up with the last `show_article`, `view_changed(View)` when another
    page or look of it was chosen.
    """

    print_requested = Signal()
    article_requested = Signal(str)
    section_requested = Signal(object)
    link_requested = Signal(str)
    place_clicked = Signal(object)
    view_changed = Signal(object)
    shown = Signal()

    def __init__(
        self,
        *,
        tasks: TaskRunner,
        read_photo: "ReadPhoto",
        tokens: Tokens,
        parent: QWidget | None = None,
    ) -> None:
        """`read_photo` is called on a worker thread."""
        super().__init__(parent)
        self.setObjectName("previewPane")
        self._tokens = tokens
        self.stage = PageStage(tasks, read_photo)
        self.maker = PageMaker(tasks, self)
        self._caret = PageCaret()
        self._caret.set_colour(tokens.accent)
        self._crashes = 0
        self._watch = ThemeWatch(self)
        self._build()
        self._connect()
        self._say_what_is_missing()

    def _build(self) -> None:
        self.header = PreviewHeader(self._tokens)
        self.find_strip = FindStrip(self._tokens)
        self.trouble = Banner(self._tokens)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.header, self.find_strip, self.trouble):
            layout.addWidget(part)
        layout.addWidget(self.stage, 1)

    def _connect(self) -> None:
        self.maker.made.connect(self._show)
        self.maker.failed.connect(self._fail)
        self.stage.begun.connect(self._use)
        self.stage.failed.connect(self._fail)
        self.stage.ended.connect(self._let_go)
        self._watch.changed.connect(self.maker.refresh)
        self.find_strip.wanted.connect(self._find)
        self.find_strip.closed.connect(self.setFocus)

    # ---- what is shown ---------------------------------------------------------------------
    def show_article(self, article: Article, context: RenderContext) -> None:
        """Show `article`; called at every edit. Edits that come faster than pages are skipped."""
        self.stage.wait_a_moment()
        self.maker.show_article(article, context)

    def show_newsstand(self, stand: Newsstand) -> None:
        """The news around the article, for the pages that list some."""
        self.maker.show_newsstand(stand)

    def clear(self) -> None:
        """Show no article."""
        self.maker.clear()
        self.trouble.dismiss()
        self._say_what_is_missing()

    @property
    def view(self) -> View:
        """Which page is shown, and how large."""
        return self.maker.view

    @property
    def own_themes(self) -> Path | None:
        """The folder of the library's own themes, when an article of it is shown."""
        return self.maker.latest[1].themes if self.maker.latest is not None else None

    def section(self) -> SectionPath:
        """The section whose page is meant: the one chosen, else the article's."""
        return self.maker.section()

    def set_view(self, view: View) -> None:
        """Show another page of the site, or this one otherwise."""
        if view == self.view:
            return
        self.maker.view = view
        if self.stage.browser is not None:
            self.stage.browser.set_page_width(view.width, view.zoom)
        self.view_changed.emit(view)
        self.maker.refresh()

    @Slot()
    def reload(self) -> None:
        """Load the page whole."""
        self.maker.begin_anew()

    @Slot()
    def open_find(self) -> None:
        """Let the person look for words on the page."""
        self.find_strip.open()

    # ---- the sheet's caret -----------------------------------------------------------------
    def mark(self, name: str) -> None:
        """Mark the block or field that the caret is in; nothing for an empty name."""
        self._caret.set_name(name)
        self._draw_caret()

    def bring_into_view(self, name: str) -> None:
        """Scroll softly to a block or field, if it is out of view."""
        if self._holds_places():
            self._caret.bring_into_view(name)

    def align(self, name: str, share: float) -> None:
        """Scroll so that a block or field stands at the top, `share` (0 to 1) of it above it."""
        if self._holds_places():
            self._caret.align(name, share)

    def _draw_caret(self) -> None:
        if self.maker.shown is not None and self.maker.latest is not None:
            self._caret.draw(self.view.kind, self.maker.latest[0].id)

    def _holds_places(self) -> bool:
        """Whether the article's own page is there to be seen."""
        there = self.maker.shown is not None and self.isVisible()
        return there and self.view.kind is Kind.ARTICLE

    @Slot(object)
    def _tell_place(self, place: PagePlace) -> None:
        if self._holds_places():
            self.place_clicked.emit(place)

    # ---- look and language -----------------------------------------------------------------
    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours; the page keeps the site's."""
        self._tokens = tokens
        for part in (self.header, self.find_strip, self.trouble):
            part.set_tokens(tokens)
        self._caret.set_colour(tokens.accent)
        self._draw_caret()

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        for part in (self.header, self.find_strip, self.trouble):
            part.retranslate()
        if not self.stage.page_shown():
            self._say_what_is_missing()

    # ---- the browser -----------------------------------------------------------------------
    def showEvent(self, event: QShowEvent) -> None:
        """Start the browser when the window has been drawn; catch up with what was missed."""
        super().showEvent(event)
        self.stage.begin(self.window().windowHandle())
        self._wake()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is rendered for nobody."""
        super().hideEvent(event)
        self._wake()

    def _wake(self) -> None:
        self.maker.wake(self.stage.browser is not None and self.isVisible())

    @Slot(object)
    def _use(self, browser: "Browser") -> None:
        browser.set_page_width(self.view.width, self.view.zoom)
        browser.shown.connect(self._caught_up)
        browser.stopped.connect(self._crashed)
        browser.patch_failed.connect(self.reload)
        browser.link_clicked.connect(self._follow)
        browser.place_clicked.connect(self._tell_place)
        browser.find_wanted.connect(self.open_find)
        browser.find_told.connect(self.find_strip.show_place)
        self.setFocusProxy(browser)
        self._caret.use(browser)
        self._wake()

    @Slot()
    def _let_go(self) -> None:
        self._caret.use(None)
        self._wake()

    @Slot(object)
    def _show(self, made: Made) -> None:
        browser = self.stage.browser
        if browser is None:
            return
        before, self.maker.shown = self.maker.shown, made.shown
        self.trouble.dismiss()
        if made.page:
            self._caret.loaded()
            self._watch.watch(made.files)
            same = before is not None and before.name == made.shown.name
            browser.load(made, keep_place=same)
            if made.partial:
                self.maker.refresh()
        elif made.scripts:
            browser.patch(made)
        else:
            self._caught_up()

    @Slot()
    def _caught_up(self) -> None:
        if self.maker.latest is not None:
            self.stage.show_page()
        if self.maker.done():
            self._draw_caret()
            self.shown.emit()

    @Slot(object)
    def _fail(self, error: NewsroomError) -> None:
        """The last good page stays."""
        if self.maker.shown is not None and self.stage.page_shown():
            self.trouble.say(sentence(error), tone=Tone.ERROR)
        else:
            self.stage.say(sentence(error))

    @Slot()
    def _crashed(self) -> None:
        """Start the page again; give up when it keeps stopping, until the next article."""
        self._crashes += 1
        if self._crashes <= _MOST_CRASHES:
            self.maker.begin_anew()
        else:
            self.maker.forget()
            self.stage.say(
                _("The preview keeps stopping on this article. Your text is not affected.")
            )

    @Slot(str, bool)
    def _find(self, words: str, back: bool) -> None:
        if self.stage.browser is not None:
            self.stage.browser.find_words(words, back=back)

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        """A link of the page was taken; what leads nowhere we know stays without effect."""
        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        article, section = linked_article(address), linked_section(address)
        if address == PRINT_LINK:
            self.print_requested.emit()
        elif article is not None:
            self.article_requested.emit(article)
        elif section is not None:
            self.section_requested.emit(section)
        elif url.scheme() in ("http", "https", "mailto"):
            self.link_requested.emit(address)

    def _say_what_is_missing(self) -> None:
        if self.maker.latest is None:
            self.stage.say(_("Choose an article to see it on the website."))
        else:
            self.stage.say(_("Preparing the preview…"))
