"""How an article fills a slot on the page, by the line breaker and the columns that will set it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from newsroom.domain.article import Article
from newsroom.domain.commented import without_comments
from newsroom.domain.ids import BlockId
from newsroom.domain.rendering import RenderContext
from newsroom.domain.slot import DepthUnit, Fit, Slot
from newsroom.press.layout.frame import Framed
from newsroom.press.layout.model import Item, Line, Picture
from newsroom.press.layout.model import Slug as SetSlug
from newsroom.press.layout.remembering import Remembered
from newsroom.press.layout.setting import Remarks, Setting
from newsroom.press.layout.story import Story, story_in_frame
from newsroom.press.preset import MM, Footer, Header, Preset
from newsroom.press.presets import load_preset

_MARGIN = 5.0
"""Millimetres around a slot's sheet; a preset wants some."""


def slot_preset(preset: Preset, slot: Slot) -> Preset:
    """A sheet as large as `slot`: columns as wide as those of `preset`, without furniture."""
    setting_width = _column_mm(preset)
    columns = replace(preset.columns, count=slot.columns)
    width = slot.columns * setting_width + (slot.columns - 1) * columns.gutter + 2 * _MARGIN
    depth = slot.depth
    if slot.unit is DepthUnit.LINES:
        depth = slot.depth * preset.body.leading / MM
    page = replace(
        preset.page,
        width=width,
        height=depth + 2 * _MARGIN + 0.01,
        top=_MARGIN,
        right=_MARGIN,
        bottom=_MARGIN,
        left=_MARGIN,
    )
    return replace(preset, page=page, columns=columns, header=Header.NONE, footer=Footer.NONE)


def _column_mm(preset: Preset) -> float:
    page, columns = preset.page, preset.columns
    room = page.millimetres[0] - page.left - page.right - columns.gutter * (columns.count - 1)
    return room / columns.count


class Copyfit:
    """Measures one article again and again; paragraphs that did not change are not set anew.

    `folder` holds the library's own presets. To be used from one thread at a time.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._remembered = Remembered()

    def fit(self, article: Article, context: RenderContext, slot: Slot) -> Fit:
        """Lay `article` out in `slot`; raises `UsageError` when its preset is not there.

        Raises `UserError` when the preset is wrong.
        """
        preset = slot_preset(load_preset(slot.preset, folder=self._folder), slot)
        setting = Setting(preset, context, Remarks(), self._remembered)
        story = story_in_frame(setting, without_comments(article))
        self._remembered.forget_unused()
        return fit_of_story(setting, story)


def fit_of_story(setting: Setting, story: Story) -> Fit:
    """How an article lies in its frame."""
    if story.frame.continues:
        return _over(setting, story.slugs, story.frame)
    return Fit(free=_free(setting, story.frame))


def _free(setting: Setting, frame: Framed) -> int:
    """Whole lines left in all columns; what evening them out leaves is none."""
    ends = (max(end, top) for end, top in zip(frame.filled.ends, frame.tops, strict=True))
    lines = _lines(setting, sum(setting.depth - end for end in ends))
    return lines if lines >= setting.preset.columns.count else 0


def _over(setting: Setting, slugs: Sequence[SetSlug], frame: Framed) -> Fit:
    left = [slugs[number] for number in frame.filled.rest]
    rows = sum(slug.rows + slug.space for slug in left)
    rows += sum(entry.slug.rows * entry.columns for entry in frame.waiting)
    block, offset = _start(left, frame)
    return Fit(over=max(1, _lines(setting, rows)), block=block, offset=offset)


def _lines(setting: Setting, rows: int) -> int:
    return round(rows * setting.grid / setting.preset.body.leading)


def _start(left: Sequence[SetSlug], frame: Framed) -> tuple[BlockId | None, int]:
    """The block that the first overset line belongs to, and how much of it stands before."""
    items = [item for slug in left for item in slug.items]
    items += [item for entry in frame.waiting for item in entry.slug.items]
    block = next((name for name in map(_block_of, items) if name is not None), None)
    if block is None:
        return None, 0
    placed = (item for entry in frame.filled.placed for item in entry.slug.items)
    lines = (item for item in placed if _block_of(item) == block)
    return block, sum(len(line.text) + line.more for line in lines if isinstance(line, Line))


def _block_of(item: Item) -> BlockId | None:
    if isinstance(item, Line | Picture) and item.path:
        return BlockId(item.path[0].key)
    return None
