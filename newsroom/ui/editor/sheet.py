"""The sheet: one page-like column in which the whole article is written in place."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from unicodedata import normalize

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from newsroom.domain.article import ArticleText
from newsroom.domain.counting import count_words, reading_minutes
from newsroom.domain.document import Block, plain
from newsroom.domain.ids import BlockId, PhotoId
from newsroom.domain.style import StyleSheet
from newsroom.i18n import _
from newsroom.ui.editor.commands import Commands
from newsroom.ui.editor.fragments import to_mime
from newsroom.ui.editor.geometry import (
    BLEED,
    PAGE_BOTTOM_PAD,
    PAGE_TOP,
    PAGE_TOP_PAD,
    Geometry,
    fit_page,
)
from newsroom.ui.editor.heads import (
    LINK,
    MARKS,
    PHOTO_OBJECT,
    UNMARKED,
    head_of,
)
from newsroom.ui.editor.inks import Flagged, Inks
from newsroom.ui.editor.keys import Keys
from newsroom.ui.editor.lines import table_at
from newsroom.ui.editor.mender import Mender, span, utf16
from newsroom.ui.editor.painting import SheetPainter
from newsroom.ui.editor.pasting import Paster
from newsroom.ui.editor.photos import LoadPhoto, PhotoPainter
from newsroom.ui.editor.places import Place, line_at, place_of
from newsroom.ui.editor.reader import Reader
from newsroom.ui.editor.selection import selected_blocks
from newsroom.ui.editor.state import Caret, FooterInfo, FormatState
from newsroom.ui.editor.structure import body_end, box_of, first_mend
from newsroom.ui.editor.styles import (
    SheetStyles,
    device_for_zoom,
    load_house_style,
    marks_from_bits,
    screen_dpi,
)
from newsroom.ui.editor.writer import Writer, safe
from newsroom.ui.theme import shades
from newsroom.ui.tokens import Tokens

_MOST_MENDS = 500
"""An edit needs a few mends; the limit only keeps a fault of ours from hanging the window."""


def _no_photo(photo: PhotoId) -> QImage | None:
    del photo
    return None


class Sheet(QTextEdit):
    """The writing surface: text in, text out, and one signal for each thing a person changes.

    `text_edited` is sent for every change of the content, `text_shown` when `set_text` is done,
    `caret_block_changed` with the id of the block (or the name of the field) that the caret
    entered, `format_changed` with a `FormatState`.
    `photo_bytes_pasted(bytes, name)` and `photo_files_dropped(paths)` ask the owner to store
    pictures and call `commands.insert_photo`; `page_pasted(text, html)` offers a whole page that
    was pasted into an empty article.
    """

    text_edited = Signal()
    text_shown = Signal()
    caret_block_changed = Signal(str)
    format_changed = Signal(object)
    photo_bytes_pasted = Signal(bytes, str)
    photo_files_dropped = Signal(list)
    page_pasted = Signal(str, str)

    def __init__(
        self, tokens: Tokens, style: StyleSheet | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.tokens = tokens
        self.zoom = 1.0
        self.styles = SheetStyles(style or load_house_style())
        self.reader = Reader(self.document())
        self.mender = Mender(self.document(), self.styles)
        self.commands = Commands(self)
        self._keys = Keys(self)
        self._paster = Paster(self)
        self._inks = Inks(tokens)
        self._painter = SheetPainter(self)
        self._photos = PhotoPainter(self, _no_photo)
        self._device = device_for_zoom(1.0)
        self._geometry = Geometry(1, 0, 0, 0)
        self._flags: dict[tuple[str, int], Sequence[Flagged]] = {}
        self._touched: tuple[int, int, bool] | None = None
        self._changed_to = 0
        self._quiet = False
        self._caret_block = ""
        self._format = FormatState()
        self._caret_on = True
        self._blink = QTimer(self)
        self._set_up()
        self._connect()
        self.set_text(ArticleText())
        self.set_tokens(tokens)
        self.retranslate()
        self._reset_blink()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setCursorWidth(0)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(28)
        layout = self.document().documentLayout()
        layout.registerHandler(PHOTO_OBJECT, self._photos)
        layout.setPaintDevice(self._device)

    def _connect(self) -> None:
        document = self.document()
        document.contentsChange.connect(self._read_change)
        document.contentsChanged.connect(self._settle)
        self.cursorPositionChanged.connect(self._follow_caret)
        self.selectionChanged.connect(self._tell_format)
        self.verticalScrollBar().valueChanged.connect(self._repaint_page_top)
        self._blink.timeout.connect(self._toggle_caret)

    # ---- text in and out

    def set_text(self, text: ArticleText, load_photo: LoadPhoto | None = None) -> None:
        """Show `text` from its start with an empty undo stack.

        `load_photo` gives a picture or None; one that comes later is brought by `show_photo`.
        """
        self._photos.use(load_photo or _no_photo)
        document = self.document()
        self._quiet = True
        document.setUndoRedoEnabled(False)
        document.clear()
        self._set_page_margins()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        Writer(cursor, self.styles, fresh=True).article(text)
        cursor.endEditBlock()
        document.setUndoRedoEnabled(True)
        document.setModified(False)
        self.reader.rebuild()
        self._flags.clear()
        self._touched = None
        self._ink_lines(0, len(self.reader.lines) - 1)
        self._quiet = False
        self._start_caret(text)
        self.text_shown.emit()

    def _set_page_margins(self) -> None:
        root = self.document().rootFrame()
        made = root.frameFormat()
        made.setMargin(BLEED)
        made.setTopMargin(PAGE_TOP + PAGE_TOP_PAD)
        made.setBottomMargin(PAGE_BOTTOM_PAD)
        root.setFrameFormat(made)

    def _start_caret(self, text: ArticleText) -> None:
        cursor = QTextCursor(self.document())
        if not text.headline:
            cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(0)
        self._caret_block = ""
        self._follow_caret()

    def article_text(self) -> ArticleText:
        """What is written; blocks that did not change are the objects of the last call."""
        return self.reader.article_text()

    def is_empty(self) -> bool:
        """Whether nothing is written yet."""
        text = self.article_text()
        return not (text.kicker or text.headline or text.lede or text.body.blocks)

    def footer_info(self) -> FooterInfo:
        """Words, characters, selected words and minutes; each block is counted once."""
        count = self.reader.count()
        cursor = self.textCursor()
        selected = count_words(cursor.selectedText()) if cursor.hasSelection() else 0
        return FooterInfo(
            words=count.words,
            characters=count.characters,
            selected_words=selected,
            minutes=reading_minutes(count.words),
        )

    # ---- keeping up with edits

    @Slot(int, int, int)
    def _read_change(self, position: int, removed: int, added: int) -> None:
        del removed
        if self._quiet:
            return
        self._changed_to = position + added
        first, last, reshaped = self.reader.update(position, added)
        self._ink_lines(first, last)
        if self._touched is not None:
            first, last = min(first, self._touched[0]), max(last, self._touched[1])
            reshaped = reshaped or self._touched[2]
        self._touched = (first, last, reshaped)

    @Slot()
    def _settle(self) -> None:
        """Mend what the edit left out of order, within its undo step; then tell."""
        if self._quiet or self._touched is None:
            return
        if not self.document().isRedoAvailable():
            self._quiet_mend()
        self._touched = None
        self.text_edited.emit()

    def _quiet_mend(self) -> None:
        document = self.document()
        document.contentsChanged.disconnect(self._settle)
        try:
            for _round in range(_MOST_MENDS):
                if not self._mend_once():
                    break
        finally:
            document.contentsChanged.connect(self._settle)

    def _mend_once(self) -> bool:
        if self._touched is None:
            return False
        first, last, reshaped = self._touched
        lines = self.reader.lines
        mend = first_mend(lines) if reshaped else None
        renames = self.reader.renames() if reshaped and mend is None else []
        loose = any(line.unstyled or line.decomposed for line in lines[first : last + 1])
        if mend is None and not renames and not loose:
            return False
        cursor = QTextCursor(self.document())
        cursor.joinPreviousEditBlock()
        if renames:
            for rename in renames:
                self.mender.rename(lines, rename)
        elif mend is not None:
            self.mender.mend(mend)
        else:
            self.mender.settle(self.reader, first, last)
        cursor.endEditBlock()
        return True

    def _ink_lines(self, first: int, last: int) -> None:
        block = self.document().findBlockByNumber(first)
        for number in range(first, last + 1):
            line = self.reader.lines[number]
            flags = self._flags_of(number) if self._flags else ()
            if self._inks.apply(block, line, self.styles.style(line.head), flags):
                self.document().markContentsDirty(block.position(), block.length())
            block = block.next()

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

    # ---- flags of the proofreader and of searches

    def set_flags(self, flags: Mapping[tuple[str, int], Sequence[Flagged]]) -> None:
        """Mark stretches of text; keys are `Place.block` and `Place.text`. Replaces all marks."""
        before = set(self._flags)
        self._flags = dict(flags)
        for block, text in before | set(self._flags):
            number = line_at(self.reader, Place(block, text))
            if number is not None:
                self._ink_lines(number, number)

    def _flags_of(self, number: int) -> Sequence[Flagged]:
        place = place_of(self.reader, number)
        return () if place is None else self._flags.get((place.block, place.text), ())

    # ---- looks

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours; neither the content nor the undo stack is touched."""
        self.tokens = tokens
        self._inks.tokens = tokens
        self._photos.ground = QColor(tokens.line)
        made = self.palette()
        made.setColor(QPalette.ColorRole.Text, QColor(tokens.ink1))
        made.setColor(QPalette.ColorRole.Base, QColor(tokens.sheet))
        made.setColor(QPalette.ColorRole.Window, QColor(tokens.background))
        made.setColor(QPalette.ColorRole.Highlight, QColor(shades(tokens).text_selection))
        made.setColor(QPalette.ColorRole.HighlightedText, QColor(tokens.ink1))
        self.setPalette(made)
        self._ink_lines(0, len(self.reader.lines) - 1)
        self.update()
        self.viewport().update()

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.setAccessibleName(_("Article"))
        self.viewport().update()

    def set_zoom(self, zoom: float) -> None:
        """Show everything `zoom` times as large (1.0 to 2.0); the document does not change."""
        self.zoom = max(1.0, min(2.0, zoom))
        self._device = device_for_zoom(self.zoom)
        self.document().documentLayout().setPaintDevice(self._device)
        self._fit()
        self.document().markContentsDirty(0, self.document().characterCount())
        self.viewport().update()

    @property
    def pixels_per_point(self) -> float:
        """How many pixels a point of a font is on the sheet."""
        return screen_dpi() * self.zoom / 72

    @property
    def page_pad(self) -> int:
        """The page's padding beside the viewport, in pixels."""
        return self._geometry.pad - self._bleed()

    @property
    def column_left(self) -> int:
        """Where the text column begins in the viewport."""
        return self._bleed()

    @property
    def column_width(self) -> int:
        """How wide the text column is, in pixels."""
        return self._geometry.column

    def _bleed(self) -> int:
        return round(BLEED * self.zoom)

    def _fit(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        self._geometry = fit_page(self.width() - bar, self.zoom)
        pad, left, right = self._geometry.pad, self._geometry.left, self._geometry.right
        side = pad - self._bleed()
        self.setViewportMargins(left + side, 0, right + side, 0)
        self._photos.width = float(self._geometry.column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    @Slot()
    def _repaint_page_top(self) -> None:
        """The page's sides are painted outside of the viewport and scroll along at the top."""
        self.update()

    # ---- painting

    def event(self, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Paint:
                painter = QPainter(self)
                self._painter.margins(painter, self.rect(), self.viewport().geometry())
                painter.end()
                return True
            case QEvent.Type.Wheel if isinstance(event, QWheelEvent):
                return QGuiApplication.sendEvent(self.verticalScrollBar(), event)
            case _ if event.type() in _MOUSE and isinstance(event, QMouseEvent):
                return QGuiApplication.sendEvent(self.viewport(), self._in_viewport(event))
            case _:
                return super().event(event)

    def _in_viewport(self, event: QMouseEvent) -> QMouseEvent:
        """A click beside the column means the line beside it."""
        place = event.position() - self.viewport().geometry().topLeft().toPointF()
        return QMouseEvent(
            event.type(),
            place,
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        view = event.rect()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(view)
        self._painter.page(painter, self.viewport().rect())
        shown = list(self._painter.shown(view))
        self._painter.under(painter, shown)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self._painter.over(painter, shown)
        if self._caret_on and self.hasFocus() and not self.isReadOnly():
            self._painter.caret(painter, self.cursorRect())
        painter.end()

    def cell_rect(self, block: QTextBlock) -> QRectF:
        """The rectangle of the table cell that holds `block`, in the viewport."""
        table = table_at(block)
        layout = self.document().documentLayout()
        if table is None:
            return layout.blockBoundingRect(block)
        place = table.cellAt(block.position())
        inner = layout.blockBoundingRect(block)
        bottoms = (
            layout.blockBoundingRect(
                table.cellAt(place.row(), column).lastCursorPosition().block()
            ).bottom()
            for column in range(table.columns())
        )
        pad = table.format().cellPadding() * self.zoom
        offset = self.verticalScrollBar().value()
        rect = inner.adjusted(-pad, -pad, pad, 0).translated(0, -offset)
        rect.setBottom(max(bottoms) + pad - offset)
        return rect

    @Slot()
    def _toggle_caret(self) -> None:
        self._caret_on = not self._caret_on
        self.viewport().update(self.cursorRect().adjusted(-2, 0, 4, 0))

    def _reset_blink(self) -> None:
        self._caret_on = True
        flash = QGuiApplication.styleHints().cursorFlashTime()
        if flash > 1 and self.hasFocus():
            self._blink.start(flash // 2)
        else:
            self._blink.stop()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._reset_blink()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._blink.stop()
        self.viewport().update()

    # ---- typing

    def undo(self) -> None:
        """Take the last step back; the caret goes to where it was.

        Qt would set the caret itself, but beyond the end where a step joined several edits.
        """
        self.document().undo()
        self._go_to_change()

    def redo(self) -> None:
        """Do the step again that was taken back."""
        self.document().redo()
        self._go_to_change()

    def _go_to_change(self) -> None:
        cursor = self.textCursor()
        cursor.setPosition(max(0, min(self._changed_to, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
            return
        if event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
            return
        if not self.isReadOnly() and self._keys.press(event):
            event.accept()
            return
        super().keyPressEvent(event)

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
        super().inputMethodEvent(event)
        self._keep_ink_in_preedit()

    def _keep_ink_in_preedit(self) -> None:
        block = self.textCursor().block()
        line = self.reader.lines[block.blockNumber()]
        ink = self._inks.base(line, self.styles.style(line.head))
        layout = block.layout()
        if ink is not None and layout.preeditAreaText():
            ink.length += len(layout.preeditAreaText())
            layout.setFormats([ink, *layout.formats()])
            self.document().markContentsDirty(block.position(), block.length())

    def commit_pending(self) -> None:
        """Take over what an input method is still composing; called before save, switch, close."""
        QGuiApplication.inputMethod().commit()

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

    def insert_blocks(self, blocks: Sequence[Block]) -> None:
        """Put blocks where the caret stands, as one undo step."""
        self._paster.insert(blocks)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is ever loaded on behalf of a document."""
        del kind, name
        return None

    # ---- photos

    def show_photo(self, photo: PhotoId, image: QImage) -> None:
        """Show a picture that was not there when it was asked for."""
        self._photos.put(photo, image)
        for number, line in enumerate(self.reader.lines):
            if photo in line.photo:
                block = self.document().findBlockByNumber(number)
                self.document().markContentsDirty(block.position(), block.length())

    # ---- the caret

    def caret_line(self) -> int:
        """The number of the line that the caret stands in."""
        return self.textCursor().blockNumber()

    def body_line(self, number: int) -> int:
        """`number`, or the nearest line of the body."""
        return max(3, min(number, body_end(self.reader.lines) - 1))

    def caret(self) -> Caret:
        """Where the caret stands and what is in view, to come back to."""
        cursor = self.textCursor()
        return Caret(cursor.anchor(), cursor.position(), self.verticalScrollBar().value())

    def set_caret(self, caret: Caret) -> None:
        """Come back to a caret; one beyond the end stands at the end."""
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(max(0, min(caret.anchor, last)))
        cursor.setPosition(max(0, min(caret.position, last)), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(caret.scroll)

    def go_to_block(self, block_id: BlockId, *, within: int = 0, offset: int = 0) -> None:
        """Put the caret into the block, `within` lines and `offset` characters from its start."""
        number = self.reader.line_of(block_id)
        if number is None:
            return
        block = self.document().findBlockByNumber(number + within)
        cursor = QTextCursor(block)
        cursor.setPosition(min(block.position() + offset, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def select(self, place: Place) -> bool:
        """Select a stretch of text and bring it into view; False when it is not there any more."""
        number = line_at(self.reader, place)
        if number is None:
            return False
        block = self.document().findBlockByNumber(number)
        words = plain(self.reader.lines[number].text)
        start = block.position() + utf16(words[: place.start])
        end = block.position() + utf16(words[: place.end])
        self.setTextCursor(span(self.document(), start, end))
        self.ensureCursorVisible()
        return True

    def replace_all(self, changes: Sequence[tuple[Place, str]]) -> None:
        """Replace stretches of text, all in one undo step."""
        ordered = sorted(changes, key=lambda change: change[0], reverse=True)
        with self.one_step():
            for place, words in ordered:
                number = line_at(self.reader, place)
                if number is None:
                    continue
                block = self.document().findBlockByNumber(number)
                line = plain(self.reader.lines[number].text)
                start = block.position() + utf16(line[: place.start])
                end = block.position() + utf16(line[: place.end])
                found = span(self.document(), start, end)
                found.insertText(safe(words))

    def focus_onwards(self, *, forward: bool) -> None:
        """Hand the keyboard focus to the widget after (or before) the sheet."""
        self.focusNextPrevChild(forward)

    @Slot()
    def _follow_caret(self) -> None:
        if self._quiet:
            return
        self._reset_blink()
        self._end_link_at_caret()
        number = self.caret_line()
        if number < len(self.reader.lines):
            place = self.reader.block_at(number)
            name = place.id if place is not None else str(self.reader.lines[number].part)
            if name != self._caret_block:
                self._caret_block = name
                self.viewport().update()
                self.caret_block_changed.emit(name)
        self._tell_format()

    def _end_link_at_caret(self) -> None:
        """What is typed after the last character of a link is no longer part of it."""
        cursor = self.textCursor()
        link = cursor.charFormat().stringProperty(LINK)
        if not link or cursor.hasSelection():
            return
        ahead = QTextCursor(cursor)
        if not cursor.atBlockEnd():
            ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
            if ahead.charFormat().stringProperty(LINK) == link:
                return
        head = head_of(cursor.block())
        marks = marks_from_bits(cursor.charFormat().intProperty(MARKS))
        self.setCurrentCharFormat(self.styles.char_format(head, marks))

    @Slot()
    def _tell_format(self) -> None:
        if self._quiet:
            return
        state = self.format_state()
        if state != self._format:
            self._format = state
            self.format_changed.emit(state)

    def format_state(self) -> FormatState:
        """What holds where the caret stands."""
        cursor = self.textCursor()
        head = head_of(cursor.block())
        made = self.currentCharFormat()
        number = cursor.blockNumber()
        lines = self.reader.lines
        in_box = number < len(lines) and bool(box_of(lines[number]))
        return FormatState(
            part=head.part,
            marks=marks_from_bits(made.intProperty(MARKS)),
            link=cursor.charFormat().stringProperty(LINK) or None,
            ordered=head.ordered,
            in_box=in_box,
            in_table=cursor.currentTable() is not None,
            plain=head.part in UNMARKED,
        )


_MOUSE = frozenset(
    (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonDblClick,
    )
)
