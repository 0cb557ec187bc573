"""What the Word writer and reader agree on: style ids and names, bookmarks, the part for fields."""

import re
from dataclasses import dataclass
from enum import StrEnum

from newsroom.domain.ids import BlockId


class Style(StrEnum):
    """The ids of the styles in our Word files. Built-in styles keep Word's own ids."""

    KICKER = "Kicker"
    TITLE = "Title"
    LEDE = "Lede"
    DATELINE = "Dateline"
    BODY = "BodyText"
    HEADING = "Heading2"
    QUOTE = "Quote"
    QUOTE_SOURCE = "QuoteSource"
    BULLET = "ListBullet"
    NUMBER = "ListNumber"
    PHOTO = "Photo"
    CAPTION = "Caption"
    TABLE_TEXT = "TableText"
    TABLE_HEADER = "TableHeader"
    BOX_TITLE = "BoxTitle"
    BOX_TEXT = "BoxText"
    BYLINE = "Byline"
    GAP = "Gap"
    CREDIT = "Credit"
    LABEL = "Label"
    TABLE = "ArticleTable"
    BOX = "Box"


@dataclass(frozen=True, slots=True)
class StyleName:
    """A style's name in Word and what a Vietnamese desk calls it (shown beside the name)."""

    name: str
    alias: str = ""


NAMES: dict[Style, StyleName] = {
    Style.KICKER: StyleName("Kicker", "Tít trên"),
    Style.TITLE: StyleName("Title", "Tít"),
    Style.LEDE: StyleName("Lede", "Sa-pô"),
    Style.DATELINE: StyleName("Dateline", "Địa danh"),
    Style.BODY: StyleName("Body Text", "Chính văn"),
    Style.HEADING: StyleName("heading 2", "Tít xen"),
    Style.QUOTE: StyleName("Quote", "Trích dẫn"),
    Style.QUOTE_SOURCE: StyleName("Quote Source", "Nguồn trích dẫn"),
    Style.BULLET: StyleName("List Bullet", "Danh sách"),
    Style.NUMBER: StyleName("List Number", "Danh sách đánh số"),
    Style.PHOTO: StyleName("Photo", "Ảnh"),
    Style.CAPTION: StyleName("caption", "Chú thích ảnh"),
    Style.TABLE_TEXT: StyleName("Table Text", "Chữ trong bảng"),
    Style.TABLE_HEADER: StyleName("Table Header", "Đầu bảng"),
    Style.BOX_TITLE: StyleName("Box Title", "Tít hộp thông tin"),
    Style.BOX_TEXT: StyleName("Box Text", "Chữ trong hộp"),
    Style.BYLINE: StyleName("Byline", "Tác giả"),
    Style.GAP: StyleName("Gap"),
    Style.CREDIT: StyleName("Credit", "Tên tác giả ảnh"),
    Style.LABEL: StyleName("Label", "Nhãn"),
    Style.TABLE: StyleName("Article Table"),
    Style.BOX: StyleName("Box", "Hộp thông tin"),
}

BLOCK_MARK = "_block_"
BOX_MARK = "_box_"
_SAFE_ID = re.compile(r"[0-9A-Za-z_]{1,32}")

FIELDS_NAMESPACE = "urn:newsroom:article:1"
"""The namespace of the custom XML part that carries the fields that the page does not show."""


def bookmark(prefix: str, block_id: BlockId) -> str | None:
    """The bookmark that keeps a block's id, None when Word would not take it as a name."""
    return prefix + block_id if _SAFE_ID.fullmatch(block_id) else None


def bookmarked_id(prefix: str, name: str) -> BlockId | None:
    """The id that `bookmark` put into `name`."""
    rest = name.removeprefix(prefix)
    return BlockId(rest) if rest != name and _SAFE_ID.fullmatch(rest) else None
