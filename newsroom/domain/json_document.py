"""Documents as JSON values, the form in which they are stored and shown by `show --json`.

Each block is an object with `type`, `id`, `text` (plain words) and the fields of its kind. Marked
text is a list of runs `[words, [mark…], link]`, with the comment it carries as a fourth; it is left
out where it says no more than `text`.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, assert_never, cast

from newsroom.domain.comment import CommentId
from newsroom.domain.document import (
    Block,
    Box,
    Crop,
    Document,
    FocalPoint,
    Heading,
    InnerBlock,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Photo,
    Quote,
    Run,
    Table,
    Text,
    block_plain,
    plain,
    text_of,
)
from newsroom.domain.ids import BlockId, PhotoId
from newsroom.domain.malformed import malformed

Json = dict[str, Any]


def document_to_json(document: Document) -> list[Json]:
    """The blocks of `document` as JSON objects, in order."""
    return [block_to_json(block) for block in document.blocks]


def document_from_json(values: Sequence[Mapping[str, Any]]) -> Document:
    """The document that `document_to_json` wrote.

    Raises `UserError` when a block is malformed or of an unknown type.
    """
    return Document(blocks=tuple(block_from_json(value) for value in values))


def block_to_json(block: Block) -> Json:
    """One block as a JSON object."""
    match block:
        case Paragraph():
            return _head("paragraph", block) | _runs("runs", block.text)
        case Heading():
            return _head("heading", block) | _runs("runs", block.text)
        case Quote():
            return {
                "type": "quote",
                "id": block.id,
                "text": plain(block.text),
                "source": block.source,
            } | _runs("runs", block.text)
        case ListBlock():
            items = [
                {"text": plain(i.text), "level": i.level} | _runs("runs", i.text)
                for i in block.items
            ]
            return _head("list", block) | {"ordered": block.ordered, "items": items}
        case Photo():
            return _photo_to_json(block)
        case Table():
            rows = [[_cell(cell) for cell in row] for row in block.rows]
            return _head("table", block) | {"header": block.header, "rows": rows}
        case Box():
            inner = [block_to_json(part) for part in block.blocks]
            title = {"title": plain(block.title)} | _runs("title_runs", block.title)
            return _head("box", block) | title | {"blocks": inner}
        case _:
            assert_never(block)


@malformed("A block of the article cannot be read: {problem}.")
def block_from_json(value: Mapping[str, Any]) -> Block:
    """The block that `block_to_json` wrote; raises `UserError` when it is malformed."""
    if value["type"] == "box":
        return _box_from_json(value)
    return _inner_from_json(value)


def _head(kind: str, block: Block) -> Json:
    return {"type": kind, "id": block.id, "text": block_plain(block)}


def _runs(name: str, text: Text) -> Json:
    """The marked text under `name`, nothing when the plain words say it all."""
    if text == text_of(plain(text)):
        return {}
    return {name: [_run(run) for run in text]}


def _run(run: Run) -> list[Any]:
    said = [run.text, sorted(run.marks), run.link]
    return [*said, run.comment] if run.comment else said


def _cell(text: Text) -> Json:
    return {"text": plain(text)} | _runs("runs", text)


def _photo_to_json(block: Photo) -> Json:
    value = _head("photo", block) | {
        "photo": block.photo,
        "caption": plain(block.caption),
        "credit": block.credit,
        "alt": block.alt,
    }
    if block.crop is not None:
        crop = block.crop
        value["crop"] = [crop.left, crop.top, crop.right, crop.bottom]
    if block.focal is not None:
        value["focal"] = [block.focal.x, block.focal.y]
    if block.taken is not None:
        value["taken"] = block.taken.isoformat()
    return value | _runs("caption_runs", block.caption)


def _text(value: Mapping[str, Any], words: str = "text", runs: str = "runs") -> Text:
    if runs not in value:
        return text_of(value[words])
    return tuple(
        Run(
            text=text,
            marks=frozenset(Mark(mark) for mark in marks),
            link=link,
            comment=CommentId(comment[0]) if comment else None,
        )
        for text, marks, link, *comment in value[runs]
    )


def _box_from_json(value: Mapping[str, Any]) -> Box:
    return Box(
        id=BlockId(value["id"]),
        title=_text(value, "title", "title_runs"),
        blocks=tuple(_inner_from_json(part) for part in value["blocks"]),
    )


def _inner_from_json(value: Mapping[str, Any]) -> InnerBlock:
    block_id = BlockId(value["id"])
    match value["type"]:
        case "paragraph":
            return Paragraph(id=block_id, text=_text(value))
        case "heading":
            return Heading(id=block_id, text=_text(value))
        case "quote":
            return Quote(id=block_id, text=_text(value), source=value["source"])
        case "list":
            items = tuple(
                ListItem(text=_text(item), level=int(item["level"])) for item in value["items"]
            )
            return ListBlock(id=block_id, ordered=bool(value["ordered"]), items=items)
        case "photo":
            return _photo_from_json(value)
        case "table":
            rows = tuple(tuple(_text(cell) for cell in row) for row in value["rows"])
            return Table(id=block_id, header=bool(value["header"]), rows=rows)
        case other:
            raise ValueError(f"unknown type {other!r}")


def _photo_from_json(value: Mapping[str, Any]) -> Photo:
    crop = cast("list[float] | None", value.get("crop"))
    focal = cast("list[float] | None", value.get("focal"))
    return Photo(
        id=BlockId(value["id"]),
        photo=PhotoId(value["photo"]),
        caption=_text(value, "caption", "caption_runs"),
        credit=value["credit"],
        alt=value["alt"],
        crop=Crop(left=crop[0], top=crop[1], right=crop[2], bottom=crop[3]) if crop else None,
        focal=FocalPoint(x=focal[0], y=focal[1]) if focal else None,
        taken=date.fromisoformat(value["taken"]) if value.get("taken") else None,
    )
