"""The open article: keeps sheet, inspector, web page and footer in step."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from newsroom.domain.article import Article, ArticleSummary, Status
from newsroom.domain.changes import ChangeSet
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.errors import UserError
from newsroom.services.articles import Details, read_summaries
from newsroom.services.checking import Finding, Severity
from newsroom.services.desk import Desk
from newsroom.services.photos import read_photo
from newsroom.ui.centre import Centre
from newsroom.ui.changes import ChangeBus, Operations
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.editor.save_state import Safety, SaveState
from newsroom.ui.editor.session import ArticleSession
from newsroom.ui.editor.state import Caret, FooterInfo
from newsroom.ui.inspector.inspector import Inspector
from newsroom.ui.inspector_requests import InspectorRequests
from newsroom.ui.library.places import Overview
from newsroom.ui.library_operations import LibraryOperations
from newsroom.ui.preview.pane import PreviewPane
from newsroom.ui.preview_feed import PreviewFeed
from newsroom.ui.tasks import TaskProgress, TaskRunner
from newsroom.ui.version_keeper import VersionKeeper


class OpenArticle(QObject):
    """`opened(Article)`, `changed(Article)` with every edit, `closed()`.

    `page_pasted(text, html)` offers a page for an article of its own, `related_wanted(ids)` asks
    for related articles besides these, `photo_deed(block id, PhotoDeed)` for something to be done
    with a photo; `paper_told(PaperSettings)` when the paper is known or changes;
    `rendered(Article, RenderContext)` follows every edit with all that an output of it needs.
    """

    opened = Signal(object)
    changed = Signal(object)
    closed = Signal()
    related_wanted = Signal(object)
    photo_deed = Signal(str, str)
    paper_told = Signal(object)
    rendered = Signal(object, object)

    def __init__(
        self,
        *,
        tasks: TaskRunner,
        bus: ChangeBus,
        operations: Operations,
        deeds: LibraryOperations,
        editor: EditorPane,
        centre: Centre,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._bus, self._operations = tasks, bus, operations
        self._deeds, self._editor, self._footer = deeds, editor, centre.footer
        self._desk: Desk | None = None
        self._session: ArticleSession | None = None
        self._shown: Article | None = None
        self._inspector: Inspector | None = None
        self._overview: Overview | None = None
        self._reopening: tuple[ArticleId, Caret] | None = None
        self._write = False
        self._going: tuple[ArticleId, Finding] | None = None
        self._after: list[Callable[[], object]] = []
        self._feed = PreviewFeed(tasks, self)
        self._feed.told.connect(self.rendered)
        self._keeper = VersionKeeper(tasks, operations, editor.sheet, self)
        self._keeping = False
        self._requests = InspectorRequests(self, editor, deeds)
        self._requests.related_wanted.connect(self.related_wanted)
        self._requests.photo_deed.connect(self.photo_deed)
        editor.footer_changed.connect(self._count)

    # ---- parts -----------------------------------------------------------------------------
    def attach_panes(self, inspector: Inspector, preview: PreviewPane) -> None:
        """Show the article in these panes too; a change of language brings another inspector."""
        self._inspector = inspector
        self._requests.attach(inspector)
        inspector.reviewed.connect(self._show_findings)
        self._feed.attach(preview)
        if self._desk is not None:
            inspector.attach_desk(self._desk)
        if self._overview is not None:
            self.set_overview(self._overview)
        inspector.show_article(self.article())

    def attach_desk(self, desk: Desk) -> None:
        """Open articles of the library of `desk`."""
        self._desk = desk
        self._feed.attach_desk(desk)
        if self._inspector is not None:
            self._inspector.attach_desk(desk)
        self._session = session = ArticleSession(
            pane=self._editor,
            desk=desk,
            tasks=self._tasks,
            operations=self._operations,
            bus=self._bus,
            parent=self,
        )
        session.article_opened.connect(self._opened)
        session.article_changed.connect(self._changed)
        session.closed.connect(self._closed)
        session.save_state_changed.connect(self._show_safety)
        session.idle.connect(self._idle)
        self._keeper.follow(desk, session)
        session.recover()

    def set_overview(self, overview: Overview) -> None:
        """Sections, tags and the paper, for the inspector's fields."""
        self._overview = overview
        self.paper_told.emit(overview.paper)
        if self._inspector is not None:
            self._inspector.set_paper(overview.paper)
            self._inspector.set_sections(overview.sections)
            self._inspector.set_known_tags(overview.tags)
            self._inspector.set_profiles(overview.profiles)

    def read_photo(self, photo: PhotoId) -> bytes:
        """The bytes of a photo, for the web page; called on a worker thread."""
        if self._desk is None:
            raise UserError("The library is not open yet.")
        return read_photo(desk=self._desk, photo=photo)

    @Slot(object)
    def apply(self, changes: ChangeSet) -> None:
        """Something in the library changed (the session looks after the article itself)."""
        self._feed.apply(changes)

    # ---- opening and storing ---------------------------------------------------------------
    def article(self) -> Article | None:
        """The open article as it was told last (shortly after each edit)."""
        return self._shown

    def article_id(self) -> ArticleId | None:
        """The id of the open article, or of the one being opened."""
        return self._session.article_id if self._session is not None else None

    def wanted(self) -> bool:
        """Whether an article is open or on its way."""
        return self.article_id() is not None or self._reopening is not None

    def open(self, article_id: ArticleId, *, write: bool = False) -> None:
        """Show an article; with `write` the caret goes into the sheet."""
        self._reopening = None
        if self._session is None:
            return
        self._flush_inspector()
        if article_id != self._session.article_id:
            self._write = write
            self._session.open(article_id)
        elif write:
            self._editor.setFocus()

    @Slot(str, object)
    def open_at(self, article_id: ArticleId, finding: Finding) -> None:
        """Show an article where something in it is to be mended."""
        if self._shown is not None and self._shown.id == article_id:
            self._requests.go_to(finding)
            return
        self.open(article_id)
        self._going = (article_id, finding)

    def reopen(self, article_id: ArticleId, caret: Caret) -> None:
        """At start: the article that was open last, unless it is gone."""
        if self._desk is not None:
            self._reopening = (article_id, caret)
            work = partial(_summary, self._desk, article_id)
            self._tasks.run(work, owner=self, on_done=self._reopen)

    def _reopen(self, found: Sequence[ArticleSummary]) -> None:
        if self._session is None or self._reopening is None:
            return
        if found and found[0].status is not Status.SPIKED:
            self._write = True  # go on where one stopped, without reaching for the mouse
            self._session.open(self._reopening[0])
        else:
            self._reopening = None
            self.closed.emit()

    def caret(self) -> Caret:
        """Where the caret stands, to come back to it."""
        return self._editor.sheet.caret()

    def take_focus(self) -> None:
        """The caret goes into the sheet."""
        self._editor.setFocus()

    def store_then(self, then: Callable[[], None], *, keep: bool = True) -> None:
        """Do `then` once everything written is on the disk; not at all when that fails.

        A version of the text is kept before, unless `keep` is off.
        """
        self._keeping = self._keeping or keep
        self._flush_inspector()
        if self._session is None:
            then()
            return
        self._session.flush()
        self._after.append(then)
        if not self._session.unsaved:
            self._idle()

    def leave_then(self, then: Callable[[], None]) -> None:
        """As `store_then`, for closing: a text that is in a copy elsewhere holds nobody back."""
        if self._session is not None:
            self._session.flush()
            if self._session.copied_elsewhere:
                then()
                return
        self.store_then(then)

    @Slot(list)
    def add_related(self, ids: Sequence[ArticleId]) -> None:
        """Articles were chosen as related."""
        self._requests.add_related(ids)

    @Slot(str)
    def bind_to_slot(self, slot: str) -> None:
        """Bind the open article to a slot on the page, as `domain.slot` writes it; empty: none."""
        if self._shown is not None:
            self._deeds.edit(self._shown.id, Details(slot=slot))

    def _flush_inspector(self) -> None:
        if self._inspector is not None:
            self._inspector.flush()

    @Slot()
    def _idle(self) -> None:
        after, self._after = self._after, []
        if after and self._keeping:
            self._keeper.keep()
        self._keeping = self._keeping and not after
        for then in after:
            then()

    # ---- what the session tells ------------------------------------------------------------
    @Slot(object)
    def _opened(self, article: Article) -> None:
        self._shown = article
        self.opened.emit(article)
        if self._reopening is not None and self._reopening[0] == article.id:
            self._editor.sheet.set_caret(self._reopening[1])
        self._reopening = None
        if self._write:
            self._editor.setFocus()
        self._write = False
        going, self._going = self._going, None
        if going is not None and going[0] == article.id:
            self._requests.go_to(going[1])

    @Slot(object)
    def _changed(self, article: Article) -> None:
        self._shown = article
        self._feed.show(article)
        if self._inspector is not None:
            self._inspector.show_article(article)
        self.changed.emit(article)

    @Slot()
    def _closed(self) -> None:
        self._shown = None
        self._feed.clear()
        self._footer.clear()
        if self._inspector is not None:
            self._inspector.show_article(None)
        self.closed.emit()

    @Slot(object)
    def _show_safety(self, state: SaveState) -> None:
        match state.safety:
            case Safety.SAVED:
                self._footer.set_saved(state.at)
            case Safety.SAVING:
                self._footer.set_pending()
            case Safety.FAILED:
                self._after.clear()
                self._footer.set_trouble(state.problem)
            case Safety.EMPTY:
                self._footer.clear()

    @Slot(object)
    def _count(self, info: FooterInfo) -> None:
        if self.article_id() is not None:
            self._footer.set_words(info.words, info.selected_words)

    @Slot(tuple)
    def _show_findings(self, findings: Sequence[Finding]) -> None:
        weights = Counter(finding.severity for finding in findings)
        self._footer.set_findings(*(weights[weight] for weight in Severity))


def _summary(desk: Desk, article_id: ArticleId, progress: TaskProgress) -> list[ArticleSummary]:
    del progress
    return read_summaries(desk=desk, ids=[article_id])
