"""Carries out what a person asks for in the inspector."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from newsroom.domain.article import Status
from newsroom.domain.ids import ArticleId, BlockId
from newsroom.services.articles import Details
from newsroom.services.checking import Finding, Place
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.inspector.inspector import Inspector
from newsroom.ui.library_operations import LibraryOperations

if TYPE_CHECKING:
    from newsroom.ui.open_article import OpenArticle


class InspectorRequests(QObject):
    """`related_wanted(ids)` asks for related articles, `photo_deed(block id, PhotoDeed)`
    for something to be done with a photo.
    """

    related_wanted = Signal(object)
    photo_deed = Signal(str, str)

    def __init__(
        self,
        article: "OpenArticle",
        pane: EditorPane,
        deeds: LibraryOperations,
    ) -> None:
        super().__init__(article)
        self._article = article
        self._pane = pane
        self._deeds = deeds
        self._inspector: Inspector | None = None

    def attach(self, inspector: Inspector) -> None:
        """Serve this inspector."""
        self._inspector = inspector
        inspector.details_edited.connect(self._edit)
        inspector.status_requested.connect(self._set_status)
        inspector.byline_edited.connect(self._set_byline)
        inspector.alt_edited.connect(self._set_alt)
        inspector.place_requested.connect(self.go_to)
        inspector.photo_requested.connect(self._go_to_block)
        inspector.photo_deed.connect(self.photo_deed)
        inspector.article_requested.connect(self._article.open)
        inspector.related_wanted.connect(self._want_related)

    @Slot(object, str)
    def _edit(self, details: Details, article_id: ArticleId) -> None:
        self._deeds.edit(article_id, details)

    @Slot(object, str)
    def _set_status(self, status: Status, article_id: ArticleId) -> None:
        self._article.store_then(partial(self._deeds.set_status, [article_id], status))

    @Slot(tuple, str)
    def _set_byline(self, names: tuple[str, ...], article_id: ArticleId) -> None:
        """On the sheet, where it can be undone; an article that was left meanwhile has none."""
        if article_id == self._article.article_id():
            self._pane.sheet.commands.set_byline(names)
        else:
            self._deeds.edit(article_id, Details(byline=names))

    @Slot(str, str)
    def _set_alt(self, block_id: BlockId, words: str) -> None:
        self._pane.sheet.commands.set_photo_details(block_id, alt=words)

    @Slot()
    def _want_related(self) -> None:
        article = self._article.article()
        if article is not None:
            self.related_wanted.emit((article.id, *article.related))

    @Slot(list)
    def add_related(self, ids: Sequence[ArticleId]) -> None:
        """Articles were chosen as related."""
        article = self._article.article()
        if article is not None:
            self._deeds.edit(article.id, Details(related=(*article.related, *ids)))

    @Slot(object)
    def go_to(self, finding: Finding) -> None:
        """Where `finding` can be mended: in the sheet, or a field of the inspector."""
        match finding.place:
            case (
                Place.SECTION
                | Place.TAGS
                | Place.DATELINE
                | Place.PROFILE
                | Place.NOTE
                | Place.EMBARGO
            ):
                self._show_field(finding.place)
            case Place.PHOTOS:
                self._go_to_block(Place.BODY)
            case Place.BLOCK if finding.block is not None:
                self._go_to_block(finding.block)
            case place:
                self._go_to_block(place.value)

    def _show_field(self, place: Place) -> None:
        if self._inspector is not None:
            self._inspector.show_page(self._inspector.article_page)
            self._inspector.article_page.go_to(place)

    @Slot(str)
    def _go_to_block(self, name: str) -> None:
        self._pane.sheet.go_to_block(name)
        self._pane.setFocus()
