"""The inspector's page of comments: what was said about which words, and what is still open."""

from collections.abc import Mapping
from datetime import tzinfo

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from newsroom.domain.article import Article
from newsroom.domain.comment import Comment, CommentId
from newsroom.domain.commented import quoted_words
from newsroom.domain.paper import PaperSettings, zone
from newsroom.i18n import _, ngettext
from newsroom.ui.dialogs.comment_dialog import shortened
from newsroom.ui.inspector.page import Page, clear, hint
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.widgets.row_button import RowButton
from newsroom.ui.wording import full_time

_QUOTED = 80


class CommentsPage(Page):
    """Open comments in the order of the page, those whose words are gone, the resolved ones.

    `place_requested(id)`, `resolve_requested(id, resolved)`, `edit_requested(id)` and
    `delete_requested(id)` carry the id of a comment.
    """

    place_requested = Signal(str)
    resolve_requested = Signal(str, bool)
    edit_requested = Signal(str)
    delete_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone: tzinfo = zone(PaperSettings())
        self._shown: tuple[tuple[Comment, str | None], ...] | None = None
        self._current: CommentId | None = None
        self.cards: dict[CommentId, CommentCard] = {}
        self.summary = PlainLabel()
        set_kind(self.summary, "strong")
        self.remark = hint()
        self.rows = QVBoxLayout()
        self.rows.setSpacing(8)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.remark)
        self.body.addLayout(self.rows)
        self.body.addStretch()
        self.body.setSpacing(8)
        theme.changed.connect(self._rebuild)

    def set_paper(self, paper: PaperSettings) -> None:
        """Tell times on the paper's clock."""
        self._zone = zone(paper)
        self._rebuild()

    def show_article(self, article: Article) -> None:
        """List the comments of `article`; the cards stay as they are when nothing changed."""
        quotes = quoted_words(article.body) if article.comments else {}
        shown = tuple((comment, quotes.get(comment.id)) for comment in _in_order(article, quotes))
        if shown != self._shown:
            self._shown = shown
            self._rebuild()

    def highlight(self, name: CommentId | None) -> None:
        """Bring the card of a comment to the front; None for none."""
        if name == self._current:
            return
        self._current = name
        for known, card in self.cards.items():
            card.set_current(known == name)
        if name in self.cards:
            self.ensureWidgetVisible(self.cards[name])

    @Slot()
    def _rebuild(self) -> None:
        clear(self.rows)
        self.cards = {}
        self._say()
        for comment, quoted in self._shown or ():
            card = CommentCard(comment, quoted, self._zone)
            card.set_current(comment.id == self._current)
            card.place_requested.connect(self.place_requested)
            card.resolve_requested.connect(self.resolve_requested)
            card.edit_requested.connect(self.edit_requested)
            card.delete_requested.connect(self.delete_requested)
            self.cards[comment.id] = card
            self.rows.addWidget(card)

    def _say(self) -> None:
        count = sum(1 for comment, _quoted in self._shown or () if not comment.resolved)
        if count:
            words = ngettext("{count} open comment", "{count} open comments", count)
            self.summary.setText(words.format(count=count))
            self.remark.setText(_("A click on the quoted words leads to the place."))
        else:
            self.summary.setText(_("No open comments"))
            self.remark.setText(
                _("Select words in the body and press Ctrl+Alt+M to say something about them.")
            )


def _in_order(article: Article, quotes: Mapping[CommentId, str]) -> list[Comment]:
    places = {name: place for place, name in enumerate(quotes)}
    return sorted(
        article.comments,
        key=lambda comment: (comment.resolved, places.get(comment.id, len(places)), comment.at),
    )


class CommentCard(QFrame):
    """One comment: the quoted words as a button, what was said, who and when, what can be done."""

    place_requested = Signal(str)
    resolve_requested = Signal(str, bool)
    edit_requested = Signal(str)
    delete_requested = Signal(str)

    def __init__(self, comment: Comment, quoted: str | None, zone: tzinfo) -> None:
        super().__init__()
        self._comment = comment
        set_kind(self, "card")
        self.quote = self._quote(quoted)
        said = PlainLabel(comment.text)
        said.setWordWrap(True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        who = PlainLabel(" · ".join(filter(None, (comment.author, full_time(comment.at, zone)))))
        who.setWordWrap(True)
        set_kind(who, "label")
        column = QVBoxLayout()
        column.setContentsMargins(12, 0, 12, 0)
        column.setSpacing(2)
        column.addWidget(said)
        column.addWidget(who)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 6)
        layout.setSpacing(4)
        layout.addWidget(self.quote)
        layout.addLayout(column)
        layout.addLayout(self._deeds(anchored=quoted is not None))

    def _quote(self, quoted: str | None) -> RowButton:
        """The quoted words lead to their place; words that are gone lead nowhere."""
        row = RowButton()
        words = PlainLabel(
            _("Text removed") if quoted is None else f"“{shortened(quoted, _QUOTED)}”"
        )
        words.setWordWrap(True)
        set_kind(words, "hint" if self._comment.resolved or quoted is None else "strong")
        inner = QHBoxLayout(row)
        inner.setContentsMargins(12, 6, 12, 6)
        inner.addWidget(words, 1)
        row.setEnabled(quoted is not None)
        row.setAccessibleName(f"{words.text()} {self._comment.text}")
        row.clicked.connect(self._go)
        return row

    def _deeds(self, *, anchored: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(0)
        self.resolve = _deed(_("Reopen") if self._comment.resolved else _("Resolve"))
        self.edit = _deed(_("Edit…"))
        self.delete = _deed(_("Delete"))
        self.resolve.clicked.connect(self._resolve)
        self.edit.clicked.connect(self._edit)
        self.delete.clicked.connect(self._delete)
        self.edit.setVisible(anchored)
        for button in (self.resolve, self.edit, self.delete):
            row.addWidget(button)
        row.addStretch()
        return row

    def set_current(self, current: bool) -> None:
        """Whether the caret stands in the commented words."""
        set_kind(self, "card", tone="current" if current else "")

    @Slot()
    def _go(self) -> None:
        self.place_requested.emit(self._comment.id)

    @Slot()
    def _resolve(self) -> None:
        self.resolve_requested.emit(self._comment.id, not self._comment.resolved)

    @Slot()
    def _edit(self) -> None:
        self.edit_requested.emit(self._comment.id)

    @Slot()
    def _delete(self) -> None:
        self.delete_requested.emit(self._comment.id)


def _deed(words: str) -> QPushButton:
    button = QPushButton(words)
    set_kind(button, "quiet")
    return button
