"""Carries out what a person asks for in the inspector."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from newsroom.domain.article import Article, Status, text_part
from newsroom.domain.changes import Outcome
from newsroom.domain.document import Block, Box, Document, Photo
from newsroom.domain.ids import ArticleId, BlockId
from newsroom.services.articles import Details, read_article, save_text
from newsroom.services.checking import Finding, Place
from newsroom.services.desk import Desk
from newsroom.ui.changes import Operations
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.editor.places import Place as TextPlace
from newsroom.ui.inspector.inspector import Inspector
from newsroom.ui.library_operations import LibraryOperations

if TYPE_CHECKING:
    from newsroom.ui.open_article import OpenArticle


class InspectorRequests(QObject):
    """`related_wanted(ids)` asks for related articles besides these."""

    related_wanted = Signal(object)

    def __init__(
        self,
        article: "OpenArticle",
        pane: EditorPane,
        operations: Operations,
        deeds: LibraryOperations,
    ) -> None:
        super().__init__(article)
        self._article = article
        self._pane = pane
        self._operations = operations
        self._deeds = deeds
        self._desk: Desk | None = None
        self._inspector: Inspector | None = None

    def attach_desk(self, desk: Desk) -> None:
        """Work on the library of `desk`."""
        self._desk = desk

    def attach(self, inspector: Inspector) -> None:
        """Serve this inspector."""
        self._inspector = inspector
        inspector.details_edited.connect(self._edit)
        inspector.status_requested.connect(self._set_status)
        inspector.byline_edited.connect(self._set_byline)
        inspector.alt_edited.connect(self._set_alt)
        inspector.place_requested.connect(self._go_to)
        inspector.photo_requested.connect(self._go_to_block)
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
        self._article.store_sheet_then(partial(self._deeds.edit, article_id, Details(byline=names)))

    @Slot(str, str)
    def _set_alt(self, block_id: BlockId, words: str) -> None:
        article_id = self._article.article_id()
        if self._desk is not None and article_id is not None:
            mutation = partial(_save_alt, self._desk, article_id, block_id, words)
            self._article.store_sheet_then(partial(self._operations.run, mutation, owner=self))

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
    def _go_to(self, finding: Finding) -> None:
        match finding.place:
            case Place.SECTION if self._inspector is not None:
                self._inspector.show_page(self._inspector.article_page)
            case Place.BLOCK if finding.block is not None:
                self._go_to_block(finding.block)
            case place:
                self._pane.sheet.select(TextPlace(place.value))
                self._pane.setFocus()

    @Slot(str)
    def _go_to_block(self, block_id: BlockId) -> None:
        self._pane.sheet.go_to_block(block_id)
        self._pane.setFocus()


def _save_alt(desk: Desk, article_id: ArticleId, block_id: BlockId, words: str) -> Outcome[Article]:
    article = read_article(desk=desk, article_id=article_id)
    blocks = tuple(_with_alt(block, block_id, words) for block in article.body.blocks)
    text = replace(text_part(article), body=Document(blocks=blocks))
    return save_text(desk=desk, base=article, text=text)


def _with_alt(block: Block, block_id: BlockId, words: str) -> Block:
    if isinstance(block, Photo) and block.id == block_id:
        return replace(block, alt=words)
    if isinstance(block, Box):
        inner = tuple(
            replace(part, alt=words) if isinstance(part, Photo) and part.id == block_id else part
            for part in block.blocks
        )
        return replace(block, blocks=inner)
    return block
