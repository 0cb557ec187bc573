"""The sheet: one page-like column in which the whole article is written in place."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from unicodedata import normalize

from PySide6.QtCore import QMimeData, QTimerEvent, QUrl, Signal, Slot
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from newsroom.domain.article import ArticleText
from newsroom.domain.comment import CommentId
from newsroom.domain.counting import reading_minutes
from newsroom.domain.document import Block
from newsroom.domain.style import StyleSheet
from newsroom.i18n import _
from newsroom.ui.editor import finding
from newsroom.ui.editor.caret import CaretWatch
from newsroom.ui.editor.commands.sheet_commands import Commands
from newsroom.ui.editor.dragging import PhotoDrag
from newsroom.ui.editor.flags import Flagged
from newsroom.ui.editor.fragments import to_mime
from newsroom.ui.editor.heads import Part
from newsroom.ui.editor.keys import Keys
from newsroom.ui.editor.mender import Mender
from newsroom.ui.editor.pasting import Paster
from newsroom.ui.editor.photos import LoadPhoto
from newsroom.ui.editor.places import Place
from newsroom.ui.editor.selection import selected_blocks, selected_count
from newsroom.ui.editor.spoken import spoken
from newsroom.ui.editor.state import Caret, FooterInfo, FormatState
from newsroom.ui.editor.structure import body_end
from newsroom.ui.editor.surface import Surface
from newsroom.ui.editor.tally import Count
from newsroom.ui.editor.typist import Typist
from newsroom.ui.editor.upkeep import Upkeep
from newsroom.ui.tokens import Tokens


class Sheet(Surface):
    """The writing surface: text in, text out, and one signal for each thing a person changes.

    `text_edited` is sent for every change of the content, `text_shown` when `set_text` is done,
    `caret_block_changed` with the id of the block (or the name of the field) that the caret
    entered, `format_changed` with a `FormatState`.
    `photo_bytes_pasted(bytes, name)` and `photo_files_dropped(paths)` ask the owner to store
    pictures and call `commands.insert_photo`; `fragment_pasted(ImportedArticle, QTextCursor)` to
    store the photos of pasted text and call `insert_blocks`; `page_pasted(text, html)` offers a
    whole page that was pasted into an empty article, `photo_edit_wanted(block id)` to edit a photo.
    """

    text_edited = Signal()
    text_shown = Signal()
    caret_block_changed = Signal(str)
    format_changed = Signal(object)
    photo_bytes_pasted = Signal(bytes, str)
    photo_files_dropped = Signal(list)
    fragment_pasted = Signal(object, object)
    page_pasted = Signal(str, str)
    photo_edit_wanted = Signal(str)

    def __init__(
        self, tokens: Tokens, style: StyleSheet | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(tokens, style, parent)
        document = self.document()
        self.mender = Mender(document, self.styles)
        self.commands = Commands(self)
        self._upkeep = Upkeep(document, self.reader, self.mender, self.inking, self)
        self._watch = CaretWatch(self)
        self._keys = Keys(self)
        self.typist = Typist(self)
        self._paster = Paster(self)
        self._drag = PhotoDrag(self)
        self._connect()
        self.set_text(ArticleText())
        self.set_tokens(tokens)
        self.retranslate()
        self.restart_blink()

    def _connect(self) -> None:
        self.document().contentsChange.connect(self._upkeep.read_change)
        self.document().contentsChanged.connect(self._upkeep.settle)
        self._upkeep.settled.connect(self._tell_format)
        self._upkeep.settled.connect(self.text_edited)
        self.cursorPositionChanged.connect(self._follow_caret)
        self.selectionChanged.connect(self._tell_format)
        self._watch.block_entered.connect(self._enter_block)
        self._watch.format_changed.connect(self._say_where)
        self._watch.format_changed.connect(self.format_changed)

    # ---- text in and out

    def set_text(self, text: ArticleText, load_photo: LoadPhoto | None = None) -> None:
        """Show `text` from its start with an empty undo stack.

        `load_photo` gives a picture or None; one that comes later is brought by `show_photo`.
        """
        self.photos.use(load_photo)
        self.flags.show({})
        with self._upkeep.replacing(self.styles) as writer:
            self.setTextCursor(QTextCursor())  # pushed to the end, it would have all laid out
            self.column.set_page_margins()
            writer.article(text)
        self._start_caret(text)
        self.text_shown.emit()

    def _start_caret(self, text: ArticleText) -> None:
        cursor = QTextCursor(self.document())
        if not text.headline:
            cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(0)
        self.restart_blink()
        self._watch.start()

    def article_text(self) -> ArticleText:
        """What is written; blocks that did not change are the objects of the last call."""
        return self.reader.article_text()

    def forget_comment(self, comment: CommentId) -> None:
        """Drop a comment whose words are gone (or have just been freed of it)."""
        self.reader.forget_comment(comment)
        self.text_edited.emit()

    def is_empty(self) -> bool:
        """Whether nothing is written yet."""
        text = self.article_text()
        return not (text.kicker or text.headline or text.lede or text.body.blocks)

    def footer_info(self) -> FooterInfo:
        """Words, characters, selected words and minutes; each block is counted once."""
        count = self.reader.count()
        cursor = self.textCursor()
        selected = selected_count(self, cursor) if cursor.hasSelection() else Count(0, 0)
        return FooterInfo(
            words=count.words,
            characters=count.characters,
            selected_words=selected.words,
            selected_characters=selected.characters,
            minutes=reading_minutes(count.words),
        )

    def set_flags(self, flags: Mapping[tuple[str, int], Sequence[Flagged]]) -> None:
        """Flag stretches of text; keys are `Place.block` and `Place.text`. Replaces all flags."""
        self.flags.show(flags)

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.setAccessibleName(_("Article"))
        self._say_where(self.format_state())
        self.viewport().update()

    # ---- typing and undo

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        elif self._drag.cancelled_by(event) or (not self.isReadOnly() and self._keys.press(event)):
            event.accept()
        else:
            self.typist.press(event, super().keyPressEvent)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Committed text is NFC; the colours under the composed word stay as they are."""
        words = event.commitString()
        composed = normalize("NFC", words)
        if composed != words:
            event.setCommitString(composed, event.replacementStart(), event.replacementLength())
        cursor = self.textCursor()
        if composed and cursor.hasSelection() and self.commands.crosses_walls(cursor):
            with self.one_step() as step:
                self.commands.remove_selection(step)
        self.typist.commit(event, super().inputMethodEvent)
        self.inking.keep_in_preedit(self.textCursor().block())

    def commit_pending(self) -> None:
        """Take over what an input method is still composing; called before save, switch, close.

        Not every input method commits when it is asked to (Qt's own base class does nothing).
        """
        QGuiApplication.inputMethod().commit()
        left = self.textCursor().block().layout().preeditAreaText()
        if left:
            event = QInputMethodEvent()
            event.setCommitString(left)
            QGuiApplication.sendEvent(self, event)
            QGuiApplication.inputMethod().reset()

    @contextmanager
    def one_step(self, *, join: bool = False) -> Iterator[QTextCursor]:
        """Everything within is one undo step; the cursor given becomes the caret afterwards.

        With `join` it is part of the step before, which has been mended and read meanwhile.
        """
        cursor = self.textCursor()
        if join:
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        try:
            yield cursor
        finally:
            cursor.endEditBlock()
        self.setTextCursor(cursor)

    def undo(self) -> None:
        """Take the last step back; the caret goes to where it was.

        Qt would set the caret itself, but beyond the end where a step joined several edits.
        """
        with self.styles.comments.walking_the_undo_stack():
            self.document().undo()
        finding.show(self, self._upkeep.changed_to)

    def redo(self) -> None:
        """Do the step again that was taken back."""
        with self.styles.comments.walking_the_undo_stack():
            self.document().redo()
        finding.show(self, self._upkeep.changed_to)

    # ---- photos under the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._drag.press(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._drag.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._drag.release():
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        photo = self._drag.photo_at(event.position())
        if photo is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.photo_edit_wanted.emit(photo)

    def timerEvent(self, event: QTimerEvent) -> None:
        if not self._drag.tick(event.timerId()):
            super().timerEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drag.under_way:
            painter = QPainter(self.viewport())
            self._drag.paint(painter)
            painter.end()

    def ask_photo_editor(self) -> None:
        """Ask to edit the photo that the caret is at, or the next one below it."""
        lines, start = self.reader.lines, self.reader.group_of(self.caret_line())[0]
        here = (line.head.id for line in lines[start:] if line.part is Part.PHOTO)
        photo = next(here, None)
        if photo is not None:
            self.photo_edit_wanted.emit(photo)

    # ---- clipboard

    def createMimeDataFromSelection(self) -> QMimeData:
        return to_mime(selected_blocks(self, self.textCursor()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or source.hasImage() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not self.isReadOnly():
            self._paster.paste(source)
            self.ensureCursorVisible()

    def paste_plain(self) -> None:
        """Paste the clipboard's words without any formatting."""
        self._paster.paste_plain(QGuiApplication.clipboard().mimeData())

    def insert_blocks(self, blocks: Sequence[Block], at: QTextCursor) -> None:
        """Put blocks where `at` stands, in place of what it selects, as one undo step."""
        self.setTextCursor(at)
        self._paster.insert(blocks)
        self.ensureCursorVisible()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is ever loaded on behalf of a document."""
        del kind, name
        return None

    # ---- the caret

    def body_line(self, number: int) -> int:
        """`number`, or the nearest line of the body."""
        return max(3, min(number, body_end(self.reader.lines) - 1))

    def caret(self) -> Caret:
        """Where the caret stands and what is in view, to come back to."""
        return finding.caret_of(self)

    def set_caret(self, caret: Caret) -> None:
        """Come back to a caret; one beyond the end stands at the end."""
        finding.set_caret(self, caret)

    def go_to_block(self, name: str, *, within: int = 0, offset: int = 0) -> None:
        """Put the caret into a block or the field (`headline`, `body`, `byline`…) of that name.

        It stands `within` lines and `offset` characters from the start.
        """
        finding.go_to(self, name, within, offset)

    def select(self, place: Place) -> bool:
        """Select a stretch of text and bring it into view; False when it is not there any more."""
        return finding.select(self, place)

    def replace_all(self, changes: Sequence[tuple[Place, str]]) -> None:
        """Replace stretches of text, all in one undo step."""
        finding.replace_all(self, changes)

    def focus_onwards(self, *, forward: bool) -> None:
        """Hand the keyboard focus to the widget after (or before) the sheet."""
        self.focusNextPrevChild(forward)

    def format_state(self) -> FormatState:
        """What holds where the caret stands."""
        return self._watch.format()

    @Slot()
    def _follow_caret(self) -> None:
        if not self._upkeep.quiet:
            self.restart_blink()
            self._watch.follow()

    @Slot()
    def _tell_format(self) -> None:
        if not self._upkeep.quiet:
            self._watch.tell_format()

    @Slot(object)
    def _say_where(self, state: FormatState) -> None:
        """Qt tells screen readers of each change of the description."""
        words = spoken(state)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    @Slot(str)
    def _enter_block(self, name: str) -> None:
        """Some placeholders are shown only while the caret is in their block."""
        self.viewport().update()
        self.caret_block_changed.emit(name)
