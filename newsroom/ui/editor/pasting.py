"""Putting blocks and words where the caret stands, and what comes from the clipboard."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter, QTextCursor

from newsroom.domain.commented import with_texts
from newsroom.domain.document import (
    Block,
    Document,
    Paragraph,
    Run,
    Table,
    Text,
    block_plain,
    block_texts,
    normal,
    text_of,
)
from newsroom.domain.ids import new_block_id
from newsroom.domain.imported import ImportedArticle
from newsroom.errors import NewsroomError
from newsroom.language.normalise import clean_text
from newsroom.ui.editor.fragments import own_blocks, plain_blocks
from newsroom.ui.editor.heads import FLOW, UNMARKED, Head, Part, head_of
from newsroom.ui.editor.lines import table_at
from newsroom.ui.editor.structure import body_end
from newsroom.ui.editor.writer import Writer, safe

if TYPE_CHECKING:
    from newsroom.ui.editor.sheet import Sheet

_WHOLE_PAGE = 400
"""Characters from which a paste into an empty article is offered for import as a whole."""
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".gif")


class Paster:
    """Pastes into one sheet; every paste is one undo step."""

    def __init__(self, sheet: "Sheet") -> None:
        self._sheet = sheet

    def paste(self, mime: QMimeData) -> None:
        """Paste what the clipboard or a drop offers, in the richest form there is."""
        blocks = own_blocks(mime)
        if blocks is not None:
            self.insert(self._with_movable_comments(blocks))
        elif not self._offered_as_page(mime) and not self._pictures(mime):
            self._foreign(mime)

    def _with_movable_comments(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """What was cut takes its comments along; a copy of words that still stand has none."""
        comments = self._sheet.styles.comments

        def kept(text: Text) -> Text:
            gone = (run.comment is None or comments.is_anchored(run.comment) for run in text)
            pairs = zip(text, gone, strict=True)
            return normal(replace(run, comment=None) if away else run for run, away in pairs)

        return with_texts(Document(blocks=tuple(blocks)), kept).blocks

    def _foreign(self, mime: QMimeData) -> None:
        """Text from elsewhere; when pictures came with it the owner stores them first."""
        found = _from_html(mime.html()) if mime.hasHtml() else ImportedArticle()
        if found.photos:
            self._sheet.fragment_pasted.emit(found, self._sheet.textCursor())
        elif found.body.blocks:
            self.insert(self._spaced(found.body.blocks, _tidy(mime.text())))
        else:
            self.paste_plain(mime)

    def paste_plain(self, mime: QMimeData) -> None:
        """Paste the words alone; in a table a tab leads to the next cell, a line end down."""
        words = _tidy(mime.text())
        if "\t" in words and self._in_table():
            rows = [line.split("\t") for line in words.rstrip("\r\n").splitlines()]
            self._sheet.commands.fill_cells([[text_of(cell) for cell in row] for row in rows])
        else:
            self.insert(self._spaced(plain_blocks(words), words))

    def _spaced(self, blocks: Sequence[Block], words: str) -> Sequence[Block]:
        """A word that was copied with the space beside it, as a double click does on Windows, keeps
        it where it would else run into its neighbour.
        """
        only = blocks[0] if len(blocks) == 1 else None
        if not isinstance(only, Paragraph) or len(words.splitlines()) != 1:
            return blocks
        before, after = self._neighbours()
        first = " " if words[0].isspace() and before.strip() else ""
        last = " " if words[-1].isspace() and after.isalnum() else ""
        text = normal((*text_of(first), *only.text, *text_of(last)))
        return (replace(only, text=text),)

    def _neighbours(self) -> tuple[str, str]:
        """The characters beside the caret or the selection in their lines; empty where none is."""
        cursor, document = self._sheet.textCursor(), self._sheet.document()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        above, below = document.findBlock(start), document.findBlock(end)
        before = above.text()[: start - above.position()][-1:]
        return before, below.text()[end - below.position() :][:1]

    def _in_table(self) -> bool:
        start = self._sheet.textCursor().selectionStart()
        return table_at(self._sheet.document().findBlock(start)) is not None

    def _offered_as_page(self, mime: QMimeData) -> bool:
        text = mime.text() if mime.hasText() else ""
        if not self._sheet.is_empty() or len(text) < _WHOLE_PAGE:
            return False
        self._sheet.page_pasted.emit(text, mime.html() if mime.hasHtml() else "")
        return True

    def _pictures(self, mime: QMimeData) -> bool:
        files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
        pictures = [name for name in files if name.lower().endswith(_PICTURES)]
        if pictures:
            self._sheet.photo_files_dropped.emit(pictures)
            return True
        if not mime.hasImage() or mime.hasHtml() or mime.hasText():
            return False
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            self._sheet.photo_bytes_pasted.emit(_png(image), "")
        return True

    def insert(self, blocks: Sequence[Block]) -> None:
        """Put `blocks` where the caret stands, in place of the selection, as one undo step."""
        if not blocks:
            return
        sheet = self._sheet
        only = blocks[0]
        if isinstance(only, Table) and len(blocks) == 1 and self._in_table():
            sheet.commands.fill_cells(only.rows)
            return
        replaces = sheet.textCursor().hasSelection()
        if replaces:
            with sheet.one_step() as cursor:
                sheet.commands.remove_selection(cursor)
        with sheet.one_step(join=replaces) as cursor:
            head = head_of(cursor.block())
            in_table = table_at(cursor.block()) is not None
            if head.part in FLOW and not in_table:
                self._into_flow(cursor, head, blocks)
            elif not in_table and head.part not in _INLINE and _any_big(blocks):
                self._after_group(cursor, blocks)
            else:
                self._inline(cursor, head, blocks)

    def _inline(self, cursor: QTextCursor, head: Head, blocks: Sequence[Block]) -> None:
        if head.part in UNMARKED:
            words = " ".join(" ".join(block_plain(block).split("\n")) for block in blocks)
            cursor.insertText(safe(words), self._sheet.styles.char_format(head))
            return
        gap = "\n" if cursor.currentTable() is not None else " "
        Writer(cursor, self._sheet.styles, fresh=False).text(head, _as_text(blocks, gap))

    def _into_flow(self, cursor: QTextCursor, head: Head, blocks: Sequence[Block]) -> None:
        styles = self._sheet.styles
        only = blocks[0]
        empty = not cursor.block().text() and head.part is Part.PARAGRAPH
        if empty:
            last = self._last_in_body(cursor)
            writer = Writer(cursor, styles, fresh=True)
            self._write(writer, blocks, head.box)
            if last and isinstance(blocks[-1], Table):  # one writes on below it, not in the byline
                writer.line(Head(Part.PARAGRAPH, new_block_id(), hollow=True), ())
            cursor.setPosition(writer.cursor.position())
            return
        if isinstance(only, Paragraph) and len(blocks) == 1:
            Writer(cursor, styles, fresh=False).text(head, only.text)
            return
        tail_head = head if head.part is Part.LIST else head._replace(id=new_block_id())
        cursor.insertBlock(styles.block_format(tail_head), styles.char_format(tail_head))
        if isinstance(blocks[-1], Paragraph):
            tail = QTextCursor(cursor)
            tail.setKeepPositionOnInsert(False)
            Writer(tail, styles, fresh=False).text(tail_head, blocks[-1].text)
            blocks = blocks[:-1]
            end = tail
        else:
            end = cursor
        before = QTextCursor(cursor.block().previous())
        before.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        if blocks and isinstance(blocks[0], Paragraph):
            Writer(before, styles, fresh=False).text(head, blocks[0].text)
            blocks = blocks[1:]
        end.setKeepPositionOnInsert(False)
        if blocks:
            self._write(Writer(before, styles, fresh=False), blocks, head.box)
        cursor.setPosition(end.position())

    def _after_group(self, cursor: QTextCursor, blocks: Sequence[Block]) -> None:
        _start, end = self._sheet.reader.group_of(cursor.blockNumber())
        following = self._sheet.document().findBlockByNumber(end)
        writer = self._sheet.mender.room_before(following)
        self._write(writer, blocks, "")
        cursor.setPosition(writer.cursor.position())

    def _last_in_body(self, cursor: QTextCursor) -> bool:
        return cursor.blockNumber() + 1 >= body_end(self._sheet.reader.lines)

    def _write(self, writer: Writer, blocks: Sequence[Block], box: str) -> None:
        if box:
            writer.inner_blocks(blocks, box)
        else:
            writer.blocks(blocks)
        writer.finish()


_INLINE = frozenset(
    (Part.KICKER, Part.HEADLINE, Part.LEDE, Part.BYLINE, Part.CAPTION, Part.CREDIT, Part.BOX_TITLE)
)


def _any_big(blocks: Sequence[Block]) -> bool:
    return len(blocks) > 1 or not isinstance(blocks[0], Paragraph)


def _as_text(blocks: Sequence[Block], gap: str) -> Text:
    runs: list[Run] = []
    for block in blocks:
        for text in block_texts(block):
            if runs and text:
                runs.append(Run(text=gap))
            runs += text
    return normal(runs)


def _from_html(html: str) -> ImportedArticle:
    """The body and the photos of foreign HTML; nothing is loaded from where it points."""
    from newsroom.formats.html.reader import read_fragment_with_photos

    try:
        return read_fragment_with_photos(html)
    except NewsroomError:
        return ImportedArticle()


def _tidy(words: str) -> str:
    return clean_text(words)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
