"""The document as article text, read incrementally: only touched lines are read again.

A keystroke costs the reading of its own line and one copy of the tuple of blocks, in which all
untouched blocks are the same objects as before.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from PySide6.QtGui import QTextDocument

from newsroom.domain.article import ArticleText
from newsroom.domain.comment import CommentId
from newsroom.domain.counting import block_words, count_words
from newsroom.domain.document import Block, Document, block_texts, plain
from newsroom.domain.ids import BlockId
from newsroom.ui.editor.comments import Comments
from newsroom.ui.editor.grouping import derived_id, group_at
from newsroom.ui.editor.heads import TOP_FIELDS, Part
from newsroom.ui.editor.lines import Line, read_line, table_at
from newsroom.ui.editor.structure import box_of
from newsroom.ui.editor.tally import Count, Tally


class Touched(NamedTuple):
    """The lines an edit touched, `first` to `last`, and whether it changed what lines there are."""

    first: int
    last: int
    reshaped: bool


class Rename(NamedTuple):
    """The line at `start` carries the id `old`, which is taken, and is to carry `new`."""

    start: int
    old: str
    new: BlockId
    box: bool


class _Group(NamedTuple):
    block: Block | None
    ids: tuple[BlockId, ...]
    renames: tuple[Rename, ...]
    """With `start` counted from the first line of the group."""


_BLOCK_OF = attrgetter("block")
"""Called for every block at every pause: a generator takes four times as long."""


class Reader:
    """Keeps the lines and blocks of a sheet's document."""

    def __init__(self, document: QTextDocument, comments: Comments | None = None) -> None:
        self._document = document
        self._comments = comments or Comments()
        self.lines: list[Line] = []
        self._starts: list[int] = []
        self._groups: list[_Group] = []
        self._counts = Tally()
        self._used: set[BlockId] = set()
        self._text: ArticleText | None = None

    def rebuild(self, known: Sequence[Line | None] = ()) -> None:
        """Read the whole document, but for the lines that are `known` from writing them."""
        if len(known) == self._document.blockCount():
            self.lines = [
                line or read_line(self._document.findBlockByNumber(number))
                for number, line in enumerate(known)
            ]
        else:
            self.lines = self._read(0, self._document.blockCount() - 1)
        self._starts, self._groups, self._counts = [], [], Tally()
        self._used.clear()
        self._regroup(0, 0, len(self.lines), 0)
        self._comments.recount(self.lines)
        self._text = None

    def update(self, position: int, added: int) -> Touched:
        """Read again what an edit of `added` characters at `position` touched."""
        total = self._document.blockCount()
        delta = total - len(self.lines)
        first = max(0, self._document.findBlock(position).blockNumber())
        end = self._document.findBlock(position + added)
        last = end.blockNumber() if end.isValid() else total - 1
        if delta:
            first, last = self._whole_tables(first, last)
        if last - delta < first - 1:
            self.rebuild()
            return Touched(0, total - 1, reshaped=True)
        old = self.lines[first : last + 1 - delta]
        new = self._read(first, last)
        self.lines[first : last + 1 - delta] = new
        self._comments.follow(old, new)
        reshaped = delta != 0 or any(map(_differ_in_shape, old, new))
        self._update_groups(first, last, delta, reshaped=reshaped)
        self._text = None
        return Touched(first, last, reshaped)

    def _read(self, first: int, last: int) -> list[Line]:
        block = self._document.findBlockByNumber(first)
        lines = []
        for _ in range(last - first + 1):
            lines.append(read_line(block))
            block = block.next()
        return lines

    def _whole_tables(self, first: int, last: int) -> tuple[int, int]:
        """Rows move when others come or go, so a reshaped table is read as a whole."""
        for number in (first, last):
            block = self._document.findBlockByNumber(number)
            table = table_at(block)
            if table is not None:
                first = min(first, table.firstCursorPosition().block().blockNumber())
                last = max(last, table.lastCursorPosition().block().blockNumber())
        return first, last

    def _update_groups(self, first: int, last: int, delta: int, *, reshaped: bool) -> None:
        low = max(0, bisect_right(self._starts, first) - 1)
        if reshaped and low > 0:
            low -= 1
        high = max(low + 1, bisect_right(self._starts, last - delta))
        self._regroup(low, high, last + 1, delta)

    def _regroup(self, low: int, high: int, settled: int, delta: int) -> None:
        """Form groups anew from group `low` on, past group `high` until they meet the old ones.

        `settled` is the first line that was not touched; lines after it moved by `delta`. The old
        groups give their ids back before the new ones claim theirs.
        """
        start = self._starts[low] if low < len(self._starts) else 0
        end = len(self.lines)
        if self._starts:
            end, high = self._extent(start, high, settled, delta)
        olds = self._groups[low:high]
        for group in olds:
            self._used.difference_update(group.ids)
        starts: list[int] = []
        made: list[_Group] = []
        index = start
        while index < end:
            claims = _Claims(self._used, index)
            grouped = group_at(self.lines, index, claims)
            starts.append(index)
            made.append(_Group(grouped.block, tuple(claims.ids), tuple(claims.renames)))
            index = grouped.end
        known = {group.block.id: group for group in olds if group.block is not None}
        made = [_same_or_new(group, known) for group in made]
        kept = self._starts[high:]
        self._starts[low:] = starts + ([start + delta for start in kept] if delta else kept)
        self._groups[low:high] = made
        self._counts.replace(low, high, len(made))

    def _extent(self, index: int, high: int, settled: int, delta: int) -> tuple[int, int]:
        """The line, and the old group, with which new and old groups are in step again."""
        while index < len(self.lines):
            if index >= settled:
                while high < len(self._starts) and self._starts[high] + delta < index:
                    high += 1
                if high < len(self._starts) and self._starts[high] + delta == index:
                    return index, high
            index = group_at(self.lines, index, _as_carried).end
        return index, len(self._starts)

    def renames(self) -> list[Rename]:
        """The ids that are used for lines which do not carry them yet."""
        return [
            rename._replace(start=rename.start + start)
            for start, group in zip(self._starts, self._groups, strict=True)
            for rename in group.renames
        ]

    def article_text(self) -> ArticleText:
        """What the sheet holds; unchanged blocks are the objects of the last call."""
        if self._text is None:
            words = [plain(line.text) for line in self.lines[: len(TOP_FIELDS)]]
            blocks = tuple(filter(None, map(_BLOCK_OF, self._groups)))
            self._text = ArticleText(
                kicker=words[0],
                headline=words[1],
                lede=words[2],
                body=Document(blocks=blocks),
                byline=self._byline(),
                comments=self._comments.all(),
            )
        return self._text

    def forget_comment(self, comment: CommentId) -> None:
        """Drop a comment; what is still anchored to it in the document is not touched."""
        self._comments.forget(comment)
        self._text = None

    def _byline(self) -> tuple[str, ...]:
        names = []
        for line in reversed(self.lines):
            if line.part is not Part.BYLINE:
                break
            names.append(plain(line.text))
        return tuple(name for name in reversed(names) if name)

    def count(self) -> Count:
        """Words and characters of kicker, headline, lede and body; each block is counted once."""
        fields = [plain(line.text) for line in self.lines[: len(TOP_FIELDS)]]
        body = self._counts.total(self._count_group)
        words = body.words + sum(map(count_words, fields))
        return Count(words, body.characters + sum(map(len, fields)))

    def count_at(self, line: int) -> Count:
        """How much there is to read in the top-level block that holds `line`."""
        return self._counts.at(bisect_right(self._starts, line) - 1, self._count_group)

    def _count_group(self, index: int) -> Count:
        return _count_block(self._groups[index].block)

    def group_of(self, line: int) -> tuple[int, int]:
        """The lines, from and up to, of the top-level block that holds `line`."""
        index = bisect_right(self._starts, line) - 1
        end = self._starts[index + 1] if index + 1 < len(self._starts) else len(self.lines)
        return self._starts[index], end

    def block_at(self, line: int) -> Block | None:
        """The top-level block that holds `line`, none for a field."""
        return self._groups[bisect_right(self._starts, line) - 1].block

    def starts(self) -> Iterator[tuple[int, str]]:
        """The first line of each top-level block and the block's id."""
        for start, group in zip(self._starts, self._groups, strict=True):
            if group.block is not None:
                yield start, group.block.id

    def line_of(self, block_id: str) -> int | None:
        """The first line of the block with this id, inside boxes too."""
        for index, line in enumerate(self.lines):
            owner = line.cell.table.id if line.cell is not None else line.head.id
            if block_id in (owner, line.head.box):
                return index
        return None


def _differ_in_shape(old: Line, new: Line) -> bool:
    """Whether a line became another kind of line, or words came where none belong."""
    if old.head != new.head or bool(old.photo) != bool(new.photo):
        return True
    if (old.cell is None) != (new.cell is None):
        return True
    return new.part in (Part.PHOTO, Part.FILLER) and bool(new.text)


def _as_carried(raw: str, start: int, box: bool) -> BlockId:
    del start, box
    return BlockId(raw)


def _same_or_new(group: _Group, known: Mapping[BlockId, _Group]) -> _Group:
    """The old object where nothing changed, so that others can compare by identity."""
    old = known.get(group.block.id) if group.block is not None else None
    return old if old is not None and old == group else group


class _Claims:
    """Claims ids for one group, which begins at line `start`, and notes what it claimed."""

    def __init__(self, used: set[BlockId], start: int) -> None:
        self._used = used
        self._start = start
        self.ids: list[BlockId] = []
        self.renames: list[Rename] = []

    def __call__(self, raw: str, start: int, box: bool) -> BlockId:
        claimed = BlockId(raw)
        number = 1
        while not claimed or claimed in self._used:
            claimed = derived_id(raw, number)
            number += 1
        self._used.add(claimed)
        self.ids.append(claimed)
        if claimed != raw:
            self.renames.append(Rename(start - self._start, raw, claimed, box))
        return claimed


def _count_block(block: Block | None) -> Count:
    if block is None:
        return Count(0, 0)
    return Count(block_words(block), sum(len(plain(text)) for text in block_texts(block)))


def line_span(lines: Sequence[Line], start: int, *, box: bool) -> int:
    """The index after the last line that shares the id (or the box) of line `start`."""
    first, end = lines[start], start + 1
    if first.part in (Part.PARAGRAPH, Part.HEADING) and first.cell is None and not box:
        return end
    while end < len(lines) and _shares(lines[end], first, box=box):
        end += 1
    return end


def _shares(line: Line, first: Line, *, box: bool) -> bool:
    if box:
        return box_of(line) == box_of(first) and line.part is not Part.BOX_TITLE
    if first.cell is not None or line.cell is not None:
        return first.cell is not None and line.cell is not None and line.cell.key == first.cell.key
    return line.head.id == first.head.id and line.part not in (Part.QUOTE, Part.PHOTO)
