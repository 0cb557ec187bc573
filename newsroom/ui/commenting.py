"""Comments in the window: the commands, the dialog, the list beside the sheet."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from newsroom.domain.comment import Comment, CommentId, new_comment_id
from newsroom.domain.commented import quoted_words
from newsroom.i18n import _
from newsroom.services.desk import Desk
from newsroom.ui.actions import Actions
from newsroom.ui.centre import Centre
from newsroom.ui.dialogs.comment_dialog import CommentDialog
from newsroom.ui.editor.sheet import Sheet
from newsroom.ui.inspector.inspector import Inspector


class Commenting(QObject):
    """`list_wanted()` asks to bring the list of comments to the front."""

    list_wanted = Signal()

    def __init__(
        self,
        *,
        actions: Actions,
        sheet: Sheet,
        centre: Centre,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._sheet, self._centre = sheet, centre
        self._window = window
        self._desk: Desk | None = None
        self._inspector: Inspector | None = None
        actions["comment"].triggered.connect(self.add)
        actions["comment-edit"].triggered.connect(self._edit_here)
        actions["comment-resolve"].triggered.connect(self._resolve_here)
        actions["comment-delete"].triggered.connect(self._delete_here)
        actions["comment-next"].triggered.connect(partial(self._go_on, True))
        actions["comment-previous"].triggered.connect(partial(self._go_on, False))
        actions["comments"].triggered.connect(self.list_wanted)
        sheet.cursorPositionChanged.connect(self._follow_caret)
        sheet.viewport().installEventFilter(self)

    def attach_desk(self, desk: Desk) -> None:
        """Comments are made by the person at this desk."""
        self._desk = desk

    def attach(self, inspector: Inspector) -> None:
        """Serve the list of this inspector."""
        self._inspector = inspector
        page = inspector.comments_page
        page.place_requested.connect(self._go_to)
        page.resolve_requested.connect(self._resolve)
        page.edit_requested.connect(self.edit)
        page.delete_requested.connect(self._delete)

    # ---- making and changing ---------------------------------------------------------------
    @Slot()
    def add(self) -> None:
        """Ask what is to be said about the selected words, or the word at the caret."""
        words = self._sheet.commands.words_to_comment()
        here = self._sheet.commands.comment_at_caret()
        if words and self._desk is not None:
            dialog = CommentDialog(quoted=words, parent=self._window)
            dialog.said.connect(self._make)
            dialog.open()
        elif here is not None:
            self.edit(here)
        else:
            self._centre.tell_hint(_("Select words of the body to comment on them."))

    @Slot(str)
    def _make(self, words: str) -> None:
        if self._desk is None:
            return
        comment = Comment(
            id=new_comment_id(), text=words, author=self._desk.person, at=self._desk.clock.now()
        )
        if self._sheet.commands.add_comment(comment):
            self.list_wanted.emit()
        self._sheet.setFocus()

    @Slot(str)
    def edit(self, name: CommentId) -> None:
        """Ask what the comment is to say instead."""
        comment = self._sheet.styles.comments.find(name)
        if comment is not None:
            quoted = quoted_words(self._sheet.article_text().body).get(name, "")
            dialog = CommentDialog(quoted=quoted, words=comment.text, parent=self._window)
            dialog.said.connect(partial(self._change, comment))
            dialog.open()

    def _change(self, comment: Comment, words: str) -> None:
        self._sheet.commands.change_comment(replace(comment, text=words))
        self._sheet.setFocus()

    @Slot(str, bool)
    def _resolve(self, name: CommentId, resolved: bool) -> None:
        self._sheet.commands.resolve_comment(name, resolved=resolved)

    @Slot(str)
    def _delete(self, name: CommentId) -> None:
        self._sheet.commands.delete_comment(name)

    # ---- the comment at the caret ----------------------------------------------------------
    @Slot()
    def _edit_here(self) -> None:
        name = self._here()
        if name is not None:
            self.edit(name)

    @Slot()
    def _resolve_here(self) -> None:
        name = self._here()
        comment = None if name is None else self._sheet.styles.comments.find(name)
        if comment is not None:
            self._resolve(comment.id, not comment.resolved)

    @Slot()
    def _delete_here(self) -> None:
        name = self._here()
        if name is not None:
            self._delete(name)

    def _here(self) -> CommentId | None:
        name = self._sheet.commands.comment_at_caret()
        if name is None:
            self._centre.tell_hint(_("There is no comment at the caret."))
        return name

    # ---- going about -----------------------------------------------------------------------
    def _go_on(self, forward: bool, *_checked: bool) -> None:
        if self._sheet.commands.next_comment(forward=forward) is None:
            self._centre.tell_hint(_("There are no open comments in this article."))
        self._sheet.setFocus()

    @Slot(str)
    def _go_to(self, name: CommentId) -> None:
        self._sheet.commands.go_to_comment(name)
        self._sheet.setFocus()

    @Slot()
    def _follow_caret(self) -> None:
        if self._inspector is not None:
            self._inspector.comments_page.highlight(self._sheet.commands.comment_at_caret())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on commented words shows what was said about them."""
        if event.type() is QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            selecting = self._sheet.textCursor().hasSelection()
            if event.button() is Qt.MouseButton.LeftButton and not selecting:
                self._show_clicked()
        return super().eventFilter(watched, event)

    def _show_clicked(self) -> None:
        name = self._sheet.commands.comment_at_caret()
        if name is not None and self._inspector is not None and self._inspector.isVisible():
            self._inspector.show_page(self._inspector.comments_page)
            self._inspector.comments_page.highlight(name)
