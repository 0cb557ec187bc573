"""An article in a frame of its own, as large as the sheet of its setting: opening, floats, text."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.domain.article import Article
from newsroom.press.layout.flow import flow_of
from newsroom.press.layout.frame import Framed, column_items, fill_frame, float_items
from newsroom.press.layout.head import opening
from newsroom.press.layout.model import Item, Slug
from newsroom.press.layout.setting import Setting


@dataclass(frozen=True, slots=True)
class Story:
    """The article's slugs in their order, and the frame that holds as many as have room."""

    slugs: Sequence[Slug]
    frame: Framed


def story_in_frame(setting: Setting, article: Article) -> Story:
    """Fill the frame with `article`; what finds no room is left out, and no line says where to."""
    head = opening(setting, article, setting.span(setting.preset.columns.count))
    flow = flow_of(setting, article, head.overflow)
    frame = fill_frame(
        setting,
        flow.slugs,
        range(len(flow.slugs)),
        flow.floats,
        head=head.slug,
        start=0,
        jumps=False,
    )
    return Story(flow.slugs, frame)


def story_items(setting: Setting, story: Story) -> tuple[Item, ...]:
    """What stands in the frame, from its top left corner, in the order of reading."""
    head = story.frame.head.items if story.frame.head is not None else ()
    floats = float_items(setting, story.frame, 0.0, 0.0)
    return (*head, *floats, *column_items(setting, story.frame, 0.0, 0.0))
