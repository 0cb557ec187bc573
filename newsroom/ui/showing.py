"""What the window shows of the open article: its page in the centre, its row, its headline."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from newsroom.domain.article import Article, Status
from newsroom.domain.ids import ArticleId
from newsroom.i18n import _
from newsroom.ui.centre import Centre
from newsroom.ui.columns import Columns
from newsroom.ui.intake import Intake
from newsroom.ui.library.panel import LibraryPanel
from newsroom.ui.open_article import OpenArticle
from newsroom.ui.targets import Targets
from newsroom.ui.window_state import WindowState


class Showing(QObject):
    """Follows the open article; `open_and_write` is how the window's other parts open one."""

    def __init__(
        self,
        *,
        article: OpenArticle,
        centre: Centre,
        columns: Columns,
        intake: Intake,
        library: LibraryPanel,
        state: WindowState,
        targets: Targets,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._article = article
        self._centre = centre
        self._columns = columns
        self._intake = intake
        self._library = library
        self._state = state
        self._targets = targets
        self._window = window
        self._empty_library = False
        self._known: tuple[ArticleId, Status, str] | None = None
        self._name_window("")

    @Slot(str)
    def open_and_write(self, article_id: ArticleId) -> None:
        """Open an article, the caret in it."""
        self._columns.close_drawers()
        self._article.open(article_id, write=True)

    @Slot()
    def row_clicked(self) -> None:
        """A row of the drawer was chosen with the mouse: it has done what it came out for."""
        if self._columns.drawer_open() and len(self._library.list.selected_ids()) == 1:
            self._columns.close_drawers()
            self._article.take_focus()

    @Slot(object)
    def opened(self, article: Article) -> None:
        """An article is on the sheet."""
        self._centre.show_sheet()
        self._library.mark_open(article.id)
        self._state.article = article.id
        self.changed(article)

    @Slot(object)
    def changed(self, article: Article) -> None:
        """Something was typed or chosen; only what others name or act upon matters here."""
        known = (article.id, article.status, article.headline)
        if known != self._known:
            self._known = known
            self._name_window(article.headline or _("Untitled"))
            self._targets.adapt()

    @Slot()
    def closed(self) -> None:
        """No article is open any more."""
        self._known = None
        self._centre.show_welcome(first_time=self._empty_library)
        self._library.mark_open(None)
        self._state.article = None
        self._name_window("")
        self._targets.adapt()

    @Slot(int)
    def counted(self, articles: int) -> None:
        """The library holds so many articles."""
        self._empty_library = articles == 0
        overview = self._library.overview()
        if overview is not None:
            self._article.set_overview(overview)
        if not self._article.wanted():
            self._centre.show_welcome(first_time=self._empty_library)

    @Slot(str, str)
    def page_pasted(self, text: str, html: str) -> None:
        """A whole page was pasted into an empty article: it becomes that article."""
        self._intake.take_page(text, html, self._article.article_id())

    def _name_window(self, headline: str) -> None:
        name = _("Newsroom")
        self._window.setWindowTitle(f"{headline} – {name}" if headline else name)
