"""A frame of columns – a page's, or a slot on one – filled with an article's floats and slugs."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.press.layout.columns import Filled, balanced, fill
from newsroom.press.layout.flow import Float
from newsroom.press.layout.furniture import column_rule
from newsroom.press.layout.model import Item, Slug, moved
from newsroom.press.layout.setting import Setting
from newsroom.press.preset import MM

_FLOAT_SHARE = 0.62
"""A frame's floats may take this share of a column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """What stands in a frame. Rows are counted from its top.

    `head` opens the article above the columns; `tops` are where the columns begin below the
    floats, which are given with their column and row; `waiting` are floats for a later frame.
    """

    head: Slug | None
    tops: tuple[int, ...]
    floats: tuple[tuple[int, int, Float], ...]
    filled: Filled
    waiting: tuple[Float, ...]

    @property
    def continues(self) -> bool:
        """Whether something found no room."""
        return bool(self.filled.rest or self.waiting)


def fill_frame(
    setting: Setting,
    slugs: Sequence[Slug],
    queue: Sequence[int],
    waiting: Sequence[Float],
    *,
    head: Slug | None,
    start: int,
    jumps: bool = True,
) -> Framed:
    """The `queue` of `slugs` and the floats due among them in the columns of the preset.

    The columns begin `start` rows down, below `head` where there is one. With `jumps`, text that
    goes on elsewhere leaves a row for the line that says where. Each float takes room from the
    text, so the frame is filled anew for every float that is due in it, in their order.
    """
    begin = [start + (head.rows if head is not None else 0)] * setting.preset.columns.count
    taken = 0
    while True:
        frame = _with_floats(setting, slugs, queue, waiting, taken, head, begin, jumps=jumps)
        if taken == len(waiting) or not _is_due(waiting[taken], queue, frame.filled):
            return frame
        taken += 1


def _with_floats(
    setting: Setting,
    slugs: Sequence[Slug],
    queue: Sequence[int],
    waiting: Sequence[Float],
    taken: int,
    head: Slug | None,
    begin: Sequence[int],
    *,
    jumps: bool,
) -> Framed:
    """The frame with the first `taken` floats, where there is room for them.

    Floats take a share of the columns, so that text stands beside them; all of the columns when
    nothing but they would have to go on elsewhere.
    """
    frames = []
    for share in (_FLOAT_SHARE, 1.0):
        tops, placed, left = _place_floats(
            begin, waiting[:taken], setting.depth, share, from_left=not queue
        )
        force = head is None and not placed
        filled = _fill(setting, slugs, queue, tops, jumps=jumps, force=force)
        if queue and left and not filled.rest:
            below, left = _below(setting, filled, left, jumps=jumps)
            placed = (*placed, *below)
        rest = (*left, *waiting[taken:])
        frames.append(Framed(head=head, tops=tops, floats=placed, filled=filled, waiting=rest))
        if filled.rest or not left:
            break
    return frames[0] if frames[-1].continues else frames[-1]


def _is_due(entry: Float, queue: Sequence[int], filled: Filled) -> bool:
    """Whether the frame holds the text where the float belongs, or begins with it."""
    return not filled.rest or entry.after <= queue[0] or entry.after < filled.rest[0]


def _below(
    setting: Setting, filled: Filled, floats: Sequence[Float], *, jumps: bool
) -> tuple[tuple[tuple[int, int, Float], ...], list[Float]]:
    """Floats that found no room beside the text, in what is free below all of it."""
    end = max(filled.ends) + 1
    depth = setting.depth - jumps
    for count in range(len(floats), 0, -1):
        begin = [end] * len(filled.ends)
        tops, placed, _left = _place_floats(begin, floats[:count], depth, 1.0, from_left=True)
        if max(tops) <= depth and len(placed) == count:
            return placed, [*floats[count:]]
    return (), [*floats]


def _place_floats(
    begin: Sequence[int],
    floats: Sequence[Float],
    depth: int,
    share: float,
    *,
    from_left: bool = False,
) -> tuple[tuple[int, ...], tuple[tuple[int, int, Float], ...], list[Float]]:
    """Floats at the heads of neighbouring columns, those that open the article from the left.

    Returns where the columns begin below them, (column, row, float), and what found no room. The
    first float of a frame without an opening always finds room.
    """
    tops = [*begin]
    placed: list[tuple[int, int, Float]] = []
    left: list[Float] = []
    for entry in floats:
        best = _place_of(entry, tops, from_left=from_left or entry.leads)
        row = max(tops[best : best + entry.columns])
        room = begin[0] + (share if placed else 1.0) * (depth - begin[0])
        if left or (row + entry.slug.rows > room and (placed or begin[0] > depth // 3)):
            left.append(entry)
            continue
        placed.append((best, row, entry))
        tops[best : best + entry.columns] = [row + entry.slug.rows] * entry.columns
    return tuple(tops), tuple(placed), left


def _place_of(entry: Float, tops: Sequence[int], *, from_left: bool) -> int:
    """The first column of the highest place for a float, the leftmost or the rightmost."""
    columns = range(len(tops) - entry.columns + 1)
    side = 1 if from_left else -1
    return min(columns, key=lambda at: (max(tops[at : at + entry.columns]), side * at))


def _fill(
    setting: Setting,
    slugs: Sequence[Slug],
    queue: Sequence[int],
    tops: Sequence[int],
    *,
    jumps: bool,
    force: bool,
) -> Filled:
    """All that is left, balanced, when it fits in the frame; else as much as the frame holds."""
    if setting.preset.columns.balance:
        whole = balanced(slugs, queue, tops, setting.depth)
        if whole is not None:
            return whole
    filled = fill(slugs, queue, tops, [setting.depth] * len(tops), force=force)
    if jumps and filled.rest and setting.preset.columns.count > 1:
        return fill(slugs, queue, tops, [setting.depth - 1] * len(tops), force=force)
    return filled


def float_items(setting: Setting, frame: Framed, x: float, y: float) -> tuple[Item, ...]:
    """The floats on the page, the frame's top left corner at `x`, `y`."""
    return tuple(
        item
        for column, row, entry in frame.floats
        for item in moved(entry.slug.items, x + setting.left(column), y + row * setting.grid)
    )


def column_items(setting: Setting, frame: Framed, x: float, y: float) -> tuple[Item, ...]:
    """The text on the page, with the hairlines between its columns."""
    items: list[Item] = []
    for placed in frame.filled.placed:
        left, top = x + setting.left(placed.column), y + placed.row * setting.grid
        items.extend(moved(placed.slug.items, left, top))
    if setting.preset.columns.rule:
        items.extend(_rules(setting, frame, x, y))
    return tuple(items)


def _rules(setting: Setting, frame: Framed, x: float, y: float) -> list[Item]:
    """Hairlines between columns that both hold text, down to where the deeper one ends."""
    ends = frame.filled.ends
    used = {placed.column for placed in frame.filled.placed}
    items: list[Item] = []
    for column in range(1, len(frame.tops)):
        if column not in used or column - 1 not in used:
            continue
        at = x + setting.left(column) - setting.preset.columns.gutter * MM / 2
        top = max(frame.tops[column - 1 : column + 1]) * setting.grid + 2
        bottom = max(ends[column - 1 : column + 1]) * setting.grid
        items.extend(column_rule(setting, at, y + top, y + bottom))
    return items
