"""Byline and photo details as the panels beside the sheet set them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QTextBlock

from newsroom.domain.document import Photo, plain
from newsroom.domain.ids import BlockId
from newsroom.ui.editor.commands.base import CommandGroup
from newsroom.ui.editor.grouping import photo_data, photo_from_data
from newsroom.ui.editor.heads import DATA, Head, Part, head_of
from newsroom.ui.editor.mender import span, text_end
from newsroom.ui.editor.structure import body_end
from newsroom.ui.editor.writer import safe


class DetailCommands(CommandGroup):
    """Set what is told about the article and its photos, wherever the caret is."""

    def set_byline(self, names: Sequence[str]) -> None:
        """Make `names` the byline, a line each; nothing happens when they are it already."""
        sheet = self._sheet
        wanted = [" ".join(name.split()) for name in names] or [""]
        first = body_end(sheet.reader.lines)
        lines = [self.block(number) for number in range(first, len(sheet.reader.lines))]
        if wanted == [plain(line.text) for line in sheet.reader.lines[first:]]:
            return
        with sheet.one_step():
            for line, name in zip(lines, wanted, strict=False):
                self._write(line, name)
            for name in wanted[len(lines) :]:
                last = sheet.document().lastBlock()
                sheet.mender.insert_after(last, Head(Part.BYLINE))
                self._write(last.next(), name)
            if len(lines) > len(wanted):
                sheet.mender.remove_lines(lines[len(wanted)], lines[-1])

    def set_photo_details(
        self,
        block_id: BlockId,
        caption: str | None = None,
        credit: str | None = None,
        alt: str | None = None,
    ) -> None:
        """Set what is given of a photo's details; one that is gone is left alone."""
        sheet = self._sheet
        number = self._photo_line(block_id)
        if number is None:
            return
        given = ((caption, self.block(number + 1)), (credit, self.block(number + 2)))
        with sheet.one_step():
            for words, line in given:
                if words is not None:
                    self._write(line, words)
            if alt is not None:
                self._set_alt(self.block(number), block_id, alt)

    def set_photo(self, photo: Photo) -> None:
        """Make the use of a photo with the id of `photo` as `photo` says, in one undo step.

        A caption in the same words keeps its marks and links; a use that is gone is left alone.
        """
        number = self._photo_line(photo.id)
        if number is None:
            return
        line = self.block(number)
        picture = span(self._sheet.document(), line.position(), text_end(line))
        made = picture.charFormat()
        with self._sheet.one_step():
            if made.stringProperty(DATA) != photo_data(photo):
                made.setProperty(DATA, photo_data(photo))
                picture.setCharFormat(made)
            self._write(self.block(number + 1), plain(photo.caption))
            self._write(self.block(number + 2), photo.credit)

    def _photo_line(self, block_id: BlockId) -> int | None:
        for number, line in enumerate(self._sheet.reader.lines):
            if line.part is Part.PHOTO and line.head.id == block_id:
                return number
        return None

    def _set_alt(self, line: QTextBlock, block_id: BlockId, alt: str) -> None:
        """The alt text goes along with the character that stands for the picture."""
        picture = span(self._sheet.document(), line.position(), text_end(line))
        made = picture.charFormat()
        photo = photo_from_data(made.stringProperty(DATA), block_id)
        if photo.alt != alt:
            made.setProperty(DATA, photo_data(replace(photo, alt=alt)))
            picture.setCharFormat(made)

    def _write(self, line: QTextBlock, words: str) -> None:
        if line.text() != safe(words):
            text = span(self._sheet.document(), line.position(), text_end(line))
            text.insertText(safe(words), self._sheet.styles.char_format(head_of(line)))
