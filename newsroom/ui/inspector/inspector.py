"""The right column: what is chosen about the article, its photos, findings and history."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from newsroom.domain.article import Article, ArticleSummary, Status, StatusChange
from newsroom.domain.commented import open_comments
from newsroom.domain.ids import ArticleId
from newsroom.domain.paper import PaperSettings
from newsroom.domain.profile import Profile
from newsroom.domain.taxonomy import SectionTree
from newsroom.i18n import _
from newsroom.services.articles import Details, read_history, read_summaries
from newsroom.services.checking import Finding, Reviewer, Severity
from newsroom.services.desk import Desk
from newsroom.services.profiles import profile_of
from newsroom.ui.inspector.article_page import ArticlePage
from newsroom.ui.inspector.comments_page import CommentsPage
from newsroom.ui.inspector.history_page import HistoryPage
from newsroom.ui.inspector.photos_page import PhotosPage
from newsroom.ui.inspector.proof_page import ProofPage
from newsroom.ui.tasks import TaskProgress, TaskRunner
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.plain_label import PlainLabel

_SOON_MS = 200
_NARROW = 340


class Inspector(QWidget):
    """Tabs Article, Photos, Proof, History, and those that the window adds.

    What the person changes is sent out, never stored here; the id of the article it belongs to
    goes with it: `details_edited(Details, id)` with the changed field alone,
    `status_requested(Status, id)`, `byline_edited(tuple, id)`, `alt_edited(block id, words)`,
    `photo_deed(block id, PhotoDeed)`.
    `place_requested(Finding)` and `photo_requested(block id)` ask to go there in the sheet,
    `article_requested(id)` to open another article, `related_wanted()` to choose some.
    `reviewed(findings)` tells what was found in the article, shortly after it was changed.
    """

    details_edited = Signal(object, str)
    status_requested = Signal(object, str)
    byline_edited = Signal(tuple, str)
    alt_edited = Signal(str, str)
    place_requested = Signal(object)
    photo_requested = Signal(str)
    photo_deed = Signal(str, str)
    article_requested = Signal(str)
    related_wanted = Signal()
    reviewed = Signal(tuple)

    def __init__(self, theme: Theme, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._desk: Desk | None = None
        self._article: Article | None = None
        self._related: tuple[ArticleId, ...] | None = None
        self._findings: tuple[Finding, ...] = ()
        self._history_of: tuple[ArticleId, Status] | None = None
        self._more_findings: tuple[Finding, ...] = ()
        self._profiles: tuple[Profile, ...] = ()
        self._reviewer = Reviewer()
        set_kind(self, "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.article_page = ArticlePage(theme)
        self.photos_page = PhotosPage(theme, tasks)
        self.proof_page = ProofPage(theme)
        self.comments_page = CommentsPage(theme)
        self.history_page = HistoryPage(theme)
        self.tabs = QTabBar()
        self.pages = QStackedWidget()
        self._check_soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._lay_out()
        self._connect_signals()
        self.show_article(None)

    def _lay_out(self) -> None:
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setAccessibleName(_("Inspector"))
        head = QFrame()
        set_kind(head, "toolbar", tone="panel")
        row = QHBoxLayout(head)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self.tabs, 1, Qt.AlignmentFlag.AlignBottom)
        self._empty = PlainLabel(_("Open an article to see what is known about it."))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(24, 0, 24, 96)
        set_kind(self._empty, "hint")
        self._content = QStackedWidget()
        self._content.addWidget(self.pages)
        self._content.addWidget(self._empty)
        for title, page in (
            (_("Article"), self.article_page),
            (_("Photos"), self.photos_page),
            (_("Proof"), self.proof_page),
            (_("Comments"), self.comments_page),
            (_("History"), self.history_page),
        ):
            self._add(title, page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._content, 1)

    def _connect_signals(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        self._check_soon.timeout.connect(self._check)
        self.article_page.edited.connect(self._on_edited)
        self.article_page.status_requested.connect(self._on_status)
        self.article_page.byline_edited.connect(self._on_byline)
        self.article_page.related.article_requested.connect(self.article_requested)
        self.article_page.related.more_requested.connect(self.related_wanted)
        self.photos_page.photo_requested.connect(self.photo_requested)
        self.photos_page.alt_edited.connect(self.alt_edited)
        self.photos_page.deed_wanted.connect(self.photo_deed)
        self.proof_page.place_requested.connect(self.place_requested)

    # ---- pages -----------------------------------------------------------------------------
    def add_page(self, title: str, page: QWidget) -> None:
        """A further tab; it is shown whether an article is open or not."""
        self._add(title, page)

    def take_page(self, page: QWidget) -> None:
        """Remove a tab that was added; `page` lives on, without a parent."""
        index = self.pages.indexOf(page)
        if index >= 0:
            self.tabs.removeTab(index)
            self.pages.removeWidget(page)
            page.setParent(None)

    def show_page(self, page: QWidget) -> None:
        """Bring the tab of `page` to the front."""
        self.tabs.setCurrentIndex(self.pages.indexOf(page))

    def _add(self, title: str, page: QWidget) -> None:
        self.pages.addWidget(page)
        self.tabs.addTab(title)

    # ---- what comes in ---------------------------------------------------------------------
    def attach_desk(self, desk: Desk | None) -> None:
        """Read photos, history and related articles from `desk` from now on."""
        self._desk = desk
        self._related = self._history_of = None
        self.photos_page.attach_desk(desk)

    def set_paper(self, paper: PaperSettings) -> None:
        """Tell times on the paper's clock."""
        self.article_page.set_paper(paper)
        self.photos_page.set_paper(paper)
        self.history_page.set_paper(paper)
        self.comments_page.set_paper(paper)

    def set_sections(self, tree: SectionTree) -> None:
        """The sections to choose from."""
        self.article_page.set_sections(tree)

    def set_known_tags(self, tags: Sequence[str]) -> None:
        """The tags to offer."""
        self.article_page.set_known_tags(tags)

    def set_profiles(self, profiles: Sequence[Profile]) -> None:
        """The content profiles to choose from, and to hold articles to."""
        self._profiles = tuple(profiles)
        self.article_page.set_profiles(profiles)
        self._check_soon.start()

    def show_article(self, article: Article | None) -> None:
        """Show `article`; what was being written about another one is sent out first.

        Never takes the focus; a field that is being written keeps its text.
        """
        if self._article is not None and (article is None or article.id != self._article.id):
            self.flush()
            self._related = self._history_of = None
            self._more_findings = ()
        known = () if self._article is None else self._article.comments
        self._article = article
        if article is not None:
            if article.comments != known:
                self._list_comments(article)
            self.article_page.show_article(article)
            self.history_page.show_article(article)
            self._read_related(article)
            self._check_soon.start()
        self._refresh_page()

    def article(self) -> Article | None:
        """The article shown."""
        return self._article

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Findings of the proofreader, listed after those of the structure."""
        self._more_findings = tuple(findings)
        self._check_soon.start()

    def flush(self) -> None:
        """Send out everything that is being written; before closing and switching."""
        if self._article is not None:
            self.article_page.flush()
            self.photos_page.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tabs stand closer where there is little room."""
        super().resizeEvent(event)
        kind = "narrow" if event.size().width() < _NARROW else ""
        if self.tabs.property("kind") != kind:
            set_kind(self.tabs, kind)

    # ---- showing ---------------------------------------------------------------------------
    @Slot(int)
    def _on_tab(self, index: int) -> None:
        self.pages.setCurrentIndex(index)
        self._refresh_page()

    def _refresh_page(self) -> None:
        """Fill the page in front; the others wait until they are looked at."""
        page = self.pages.currentWidget()
        ours = page in (
            self.article_page,
            self.photos_page,
            self.proof_page,
            self.comments_page,
            self.history_page,
        )
        nothing = self._article is None and ours
        self._content.setCurrentWidget(self._empty if nothing else self.pages)
        if self._article is None:
            self._show_count(())
            self._count_comments(0)
        elif page is self.photos_page:
            self.photos_page.show_body(self._article.body)
        elif page is self.history_page:
            self._read_history(self._article)

    @Slot()
    def _check(self) -> None:
        if self._article is not None:
            self._list_comments(self._article)
            profile = profile_of(self._article, self._profiles)
            if not self._reviewer.prepare(self._article, profile):
                self._check_soon.start(0)  # a long article just opened: a little at a time
                return
            self._check_soon.setInterval(_SOON_MS)
            review = self._reviewer.review(self._article, profile)
            findings = (*review.findings, *self._more_findings)
            self.article_page.show_review(review)
            self.proof_page.show_findings(findings)
            self._show_count(findings)
            self.reviewed.emit(findings)

    def _list_comments(self, article: Article) -> None:
        self.comments_page.show_article(article)
        self._count_comments(len(open_comments(article)))

    def _count_comments(self, count: int) -> None:
        title = _("Comments")
        index = self.pages.indexOf(self.comments_page)
        self.tabs.setTabText(index, f"{title} {count}" if count else title)

    def _show_count(self, findings: Sequence[Finding]) -> None:
        """Hints are friendly: they are not counted on the tab."""
        count = sum(1 for finding in findings if finding.severity is not Severity.HINT)
        index = self.pages.indexOf(self.proof_page)
        title = _("Proof")
        self.tabs.setTabText(index, f"{title} {count}" if count else title)

    def _read_related(self, article: Article) -> None:
        if article.related == self._related or self._desk is None:
            return
        self._related = article.related
        if not article.related:
            self.article_page.show_related(())
            return
        self._tasks.run(
            partial(_summaries, self._desk, article.related),
            owner=self,
            on_done=self._take_related,
        )

    def _take_related(self, found: Sequence[ArticleSummary]) -> None:
        """Answers may come after the article was left, or its list changed again."""
        wanted = self._article.related if self._article is not None else ()
        if {summary.id for summary in found} <= set(wanted):
            self.article_page.show_related(found)

    def _read_history(self, article: Article) -> None:
        mark = (article.id, article.status)
        if mark == self._history_of or self._desk is None:
            return
        self._history_of = mark
        self._tasks.run(
            partial(_history, self._desk, article.id), owner=self, on_done=self._take_history
        )

    def _take_history(self, answer: tuple[ArticleId, Sequence[StatusChange]]) -> None:
        article_id, changes = answer
        if self._article is not None and self._article.id == article_id:
            self.history_page.show_changes(changes)

    # ---- what goes out ---------------------------------------------------------------------
    @Slot(object)
    def _on_edited(self, details: Details) -> None:
        if self._article is not None:
            self.details_edited.emit(details, self._article.id)

    @Slot(object)
    def _on_status(self, status: Status) -> None:
        if self._article is not None:
            self.status_requested.emit(status, self._article.id)

    @Slot(tuple)
    def _on_byline(self, names: tuple[str, ...]) -> None:
        if self._article is not None:
            self.byline_edited.emit(names, self._article.id)


def _summaries(
    desk: Desk, ids: tuple[ArticleId, ...], _progress: TaskProgress
) -> list[ArticleSummary]:
    return read_summaries(desk=desk, ids=ids)


def _history(
    desk: Desk, article_id: ArticleId, _progress: TaskProgress
) -> tuple[ArticleId, list[StatusChange]]:
    return article_id, read_history(desk=desk, article_id=article_id)
