"""Comments: notes to the editor on a stretch of the text."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from newsroom.domain.comment import Comment, CommentId
from newsroom.ui.editor.commands.marks import MarkCommands, Piece
from newsroom.ui.editor.comments import packed, unpacked
from newsroom.ui.editor.heads import head_of
from newsroom.ui.editor.mender import span
from newsroom.ui.editor.styles import Look, look_of


class CommentCommands(MarkCommands):
    """Make, change and find comments; text marked with one is found by its format."""

    def words_to_comment(self) -> str:
        """The selected words (or the word at the caret) that a comment could be made on.

        Empty when there are none: in kicker, headline, lede and byline, or where all of them have
        a comment already.
        """
        return " ".join(piece.cursor.selectedText() for piece in self._free_pieces()).strip()

    def add_comment(self, comment: Comment) -> bool:
        """Make `comment` on the selection or on the word at the caret; False where none can be."""
        pieces = list(self._free_pieces())
        if not pieces:
            return False
        value = packed(comment)
        self.restyle(pieces, lambda look: look._replace(comment=value))
        return True

    def _free_pieces(self) -> Iterator[Piece]:
        """What is to be commented: words that have a comment keep it."""
        cursor = self._sheet.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return (piece for piece in self.pieces(cursor) if not piece.look.comment)

    def change_comment(self, comment: Comment) -> None:
        """Let the comment of this id say what `comment` says, wherever it stands."""
        value = packed(comment)
        pieces = list(self._pieces_of(comment.id))
        if pieces:
            self.restyle(pieces, lambda look: look._replace(comment=value))

    def resolve_comment(self, name: CommentId, *, resolved: bool = True) -> None:
        """Mark a comment as done with, or open it again; one without words is dropped."""
        comment = self._sheet.styles.comments.find(name)
        if comment is None:
            return
        if self._sheet.styles.comments.is_anchored(name):
            self.change_comment(replace(comment, resolved=resolved))
        elif resolved:
            self._sheet.forget_comment(name)

    def delete_comment(self, name: CommentId) -> None:
        """Take a comment away; the words stay."""
        pieces = list(self._pieces_of(name))
        if pieces:
            self.restyle(pieces, lambda look: look._replace(comment=""))
        self._sheet.forget_comment(name)

    def comment_at_caret(self) -> CommentId | None:
        """The comment that the character before or after the caret has."""
        cursor = self._sheet.textCursor()
        ahead = QTextCursor(cursor)
        if not ahead.atBlockEnd():
            ahead.clearSelection()
            ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
        values = (look_of(place.charFormat()).comment for place in (cursor, ahead))
        return next((found.id for value in values if (found := unpacked(value))), None)

    def go_to_comment(self, name: CommentId) -> bool:
        """Put the caret where a comment begins, in view; False when its words are gone."""
        piece = next(self._pieces_of(name), None)
        if piece is not None:
            self._show(piece.cursor)
        return piece is not None

    def next_comment(self, *, forward: bool = True) -> CommentId | None:
        """Go to the next (or previous) comment that is not resolved, round the end if need be."""
        caret = self._sheet.textCursor().position()
        found = self._first_pieces()
        if not forward:
            found.reverse()
        beyond = [
            entry
            for entry in found
            if (entry[1].cursor.selectionStart() > caret if forward else _ends(entry[1]) < caret)
        ]
        if not found:
            return None
        name, piece = (beyond or found)[0]
        self._show(piece.cursor)
        return name

    def _show(self, place: QTextCursor) -> None:
        """The caret goes behind the first character, so that it stands in the comment."""
        sheet = self._sheet
        cursor = span(sheet.document(), place.selectionStart() + 1, place.selectionStart() + 1)
        sheet.setTextCursor(cursor)
        sheet.ensureCursorVisible()

    def _first_pieces(self) -> list[tuple[CommentId, Piece]]:
        found: dict[CommentId, Piece] = {}
        for number, line in enumerate(self._sheet.reader.lines):
            if any(not comment.resolved for comment in line.comments):
                for piece in self._commented(self.block(number)):
                    comment = unpacked(piece.look.comment)
                    if comment is not None and not comment.resolved:
                        found.setdefault(comment.id, piece)
        return list(found.items())

    def _pieces_of(self, name: CommentId) -> Iterator[Piece]:
        for number, line in enumerate(self._sheet.reader.lines):
            if any(comment.id == name for comment in line.comments):
                for piece in self._commented(self.block(number)):
                    comment = unpacked(piece.look.comment)
                    if comment is not None and comment.id == name:
                        yield piece

    def _commented(self, block: QTextBlock) -> Iterator[Piece]:
        head = head_of(block)
        walk = block.begin()
        while not walk.atEnd():
            part = walk.fragment()
            walk += 1
            look: Look = look_of(part.charFormat())
            if look.comment:
                end = part.position() + part.length()
                yield Piece(span(self._sheet.document(), part.position(), end), head, look)


def _ends(piece: Piece) -> int:
    return piece.cursor.selectionStart() + 1
