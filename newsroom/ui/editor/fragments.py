"""What the clipboard carries: our own blocks, clean HTML and plain text."""

import json
from collections.abc import Sequence
from html import escape
from typing import assert_never

from PySide6.QtCore import QMimeData

from newsroom.domain.document import (
    Block,
    Box,
    Document,
    Heading,
    ListBlock,
    Mark,
    Paragraph,
    Photo,
    Quote,
    Run,
    Table,
    Text,
    document_plain,
    text_of,
    with_new_ids,
)
from newsroom.domain.json_document import document_from_json, document_to_json
from newsroom.errors import UserError

BLOCKS_TYPE = "application/x-newsroom-blocks+json"
_TAGS = {
    Mark.BOLD: "b",
    Mark.ITALIC: "i",
    Mark.UNDERLINE: "u",
    Mark.STRIKE: "s",
    Mark.SUPERSCRIPT: "sup",
    Mark.SUBSCRIPT: "sub",
}


def to_mime(blocks: Sequence[Block]) -> QMimeData:
    """The clipboard's three forms of the same blocks."""
    document, mime = Document(blocks=tuple(blocks)), QMimeData()
    packed = json.dumps(document_to_json(document), ensure_ascii=False)
    mime.setData(BLOCKS_TYPE, packed.encode("utf-8"))
    mime.setHtml("".join(map(_html, blocks)))
    mime.setText(document_plain(document).replace("\n\n", "\n"))
    return mime


def own_blocks(mime: QMimeData) -> tuple[Block, ...] | None:
    """Blocks that a sheet put on the clipboard, with fresh ids; None when there are none."""
    if not mime.hasFormat(BLOCKS_TYPE):
        return None
    try:
        values = json.loads(bytes(mime.data(BLOCKS_TYPE).data()).decode("utf-8"))
        return with_new_ids(document_from_json(values)).blocks
    except (ValueError, TypeError, AttributeError, KeyError, UserError):
        return None


def plain_blocks(words: str) -> tuple[Block, ...]:
    """A paragraph for each line of plain text that holds anything."""
    lines = (line.strip() for line in words.splitlines())
    return tuple(Paragraph(text=text_of(line)) for line in lines if line)


def _runs(text: Text) -> str:
    return "".join(map(_run, text))


def _run(run: Run) -> str:
    words = escape(run.text).replace("\n", "<br>")
    for mark, tag in _TAGS.items():
        if mark in run.marks:
            words = f"<{tag}>{words}</{tag}>"
    return f'<a href="{escape(run.link)}">{words}</a>' if run.link else words


def _html(block: Block) -> str:
    match block:
        case Paragraph():
            return f"<p>{_runs(block.text)}</p>"
        case Heading():
            return f"<h2>{_runs(block.text)}</h2>"
        case Quote():
            source = f"<cite>{escape(block.source)}</cite>" if block.source else ""
            return f"<blockquote><p>{_runs(block.text)}</p>{source}</blockquote>"
        case ListBlock():
            tag = "ol" if block.ordered else "ul"
            items = "".join(f"<li>{_runs(item.text)}</li>" for item in block.items)
            return f"<{tag}>{items}</{tag}>"
        case Photo():
            credit = f" {escape(block.credit)}" if block.credit else ""
            return f"<p><i>{_runs(block.caption)}{credit}</i></p>"
        case Table():
            rows = "".join(
                "<tr>" + "".join(f"<td>{_runs(cell)}</td>" for cell in row) + "</tr>"
                for row in block.rows
            )
            return f"<table>{rows}</table>"
        case Box():
            inner = "".join(map(_html, block.blocks))
            return f"<p><b>{_runs(block.title)}</b></p>{inner}"
        case _:
            assert_never(block)
