"""What stands on the preview's page, and the script that makes it what it should be.

Typing changes one block of many. A block is rendered again only when it changed, and only that one
is sent to the page: an edit costs the same in a long article as in a short one.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from newsroom.domain.article import Article
from newsroom.domain.commented import without_comments
from newsroom.domain.document import Block, Document, Paragraph, Photo, text_of
from newsroom.domain.ids import BlockId
from newsroom.domain.rendering import RenderContext
from newsroom.formats.html.assets import Assets
from newsroom.formats.html.blocks import render_blocks
from newsroom.formats.html.theme import Theme
from newsroom.formats.html.writer import render_main
from newsroom.language.pieces import PIECE, pieces
from newsroom.paths import resource

_GAP = Document(blocks=(Paragraph(id=BlockId("gap"), text=text_of("…")),))
"""Stands in the page for the blocks; `patch.js` puts them in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """What `#page` holds: `frame` with a gap, and what fills it, from top to bottom.

    `around` and `context` are what the frame was made of.
    """

    around: Article
    context: RenderContext
    frame: str
    blocks: Mapping[BlockId, tuple[Block, str]]

    def filled(self, page: str) -> str:
        """A page that was made of `around`, with the blocks in its gap."""
        gap = render_blocks(_GAP, image=_no_picture, paper=self.context.paper).strip()
        return page.replace(gap, "\n".join(html for _, html in self.blocks.values() if html), 1)

    @property
    def length(self) -> int:
        """How many characters the blocks have."""
        return sum(len(html) for _, html in self.blocks.values())

    def order(self) -> list[BlockId]:
        """The ids of the blocks that are shown."""
        return [name for name, (_, html) in self.blocks.items() if html]


def _no_picture(use: Photo) -> None:
    del use


def live(
    article: Article, context: RenderContext, *, theme: Theme, assets: Assets, before: Live | None
) -> Live | None:
    """What the page of `article` should hold, as far as possible from what it held `before`.

    None when two blocks have the same id: they cannot be told apart on the page. Raises
    `UserError` for a mistake in the theme.
    """
    article = without_comments(article)
    if len({block.id for block in article.body.blocks}) != len(article.body.blocks):
        return None
    around = replace(article, body=_GAP)
    known = before if before is not None and before.context is context else None
    if known is not None and known.around == around:
        frame = known.frame
    else:
        frame = render_main(around, context, theme=theme, assets=assets)
    held = known.blocks if known is not None else {}
    blocks = {block.id: _block(block, context, assets, held) for block in article.body.blocks}
    return Live(around=around, context=context, frame=frame, blocks=blocks)


def _block(
    block: Block,
    context: RenderContext,
    assets: Assets,
    held: Mapping[BlockId, tuple[Block, str]],
) -> tuple[Block, str]:
    found = held.get(block.id)
    if found is not None and found[0] == block:
        return found
    html = render_blocks(Document(blocks=(block,)), image=assets.image, paper=context.paper)
    return block, html.strip()


def patch_scripts(before: Live | None, after: Live, *, to_top: bool) -> tuple[str, ...]:
    """The scripts that turn a page that holds `before` into `after`, in their order.

    None when it does already. The last one tells whether that was done; those before it bring long
    text to the page in pieces, so that nobody waits for one of them.
    """
    held = before.blocks if before is not None else {}
    order = after.order()
    changed = [
        html
        for name, (_, html) in after.blocks.items()
        if html and (name not in held or held[name][1] != html)
    ]
    frame_stays = (
        before is not None
        and before.frame == after.frame
        and before.order() == order
        and not to_top
    )
    if frame_stays:
        return _calls(None, [], "".join(changed), to_top=False) if changed else ()
    return _calls(after.frame, order, "\n".join(changed), to_top=to_top)


def frame_scripts(html: str, *, to_top: bool) -> tuple[str, ...]:
    """The scripts that make a page without known blocks hold `html`."""
    return _calls(html, [], "", to_top=to_top)


def _calls(
    frame: str | None, order: list[BlockId], blocks: str, *, to_top: bool
) -> tuple[str, ...]:
    if len(blocks) <= PIECE:
        return (_call(frame, order, _json(blocks), to_top=to_top),)
    brought = (f"newsroomPieces.push({_json(piece)})" for piece in pieces(blocks))
    last = _call(frame, order, 'newsroomPieces.splice(0).join("")', to_top=to_top)
    return ("self.newsroomPieces = []", *brought, last)


def _call(frame: str | None, order: list[BlockId], blocks: str, *, to_top: bool) -> str:
    values = (_json(frame), _json(order), blocks, _json(to_top))
    return f"{_patch_function()}({', '.join(values)})"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


@cache
def _patch_function() -> str:
    return resource("preview/patch.js").read_text("utf-8").strip()
