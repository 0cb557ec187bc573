"""An article with every kind of block, its photos, and the context to write it in."""

import hashlib
import tomllib
from datetime import UTC, datetime
from functools import cache
from io import BytesIO

from PIL import Image

from newsroom.domain.article import Article
from newsroom.domain.document import (
    Box,
    Crop,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Photo,
    Quote,
    Run,
    Table,
    text_of,
)
from newsroom.domain.ids import ArticleId, BlockId, PhotoId
from newsroom.domain.paper import PaperSettings
from newsroom.domain.photo import PhotoFile
from newsroom.domain.rendering import PhotoSource, RenderContext
from newsroom.domain.style import StyleSheet, stylesheet_from
from newsroom.paths import resource

BOLD = frozenset({Mark.BOLD})


def picture(size: tuple[int, int], colour: str, kind: str = "JPEG") -> bytes:
    """A photo of one colour."""
    output = BytesIO()
    Image.new("RGB", size, colour).save(output, kind)
    return output.getvalue()


@cache
def photo_files() -> dict[PhotoId, bytes]:
    """A landscape JPEG, a portrait PNG, and a small square."""
    files = (
        picture((320, 214), "#3C5A82"),
        picture((120, 180), "#783C32", "PNG"),
        picture((40, 40), "#888888"),
    )
    return {PhotoId(hashlib.sha256(data).hexdigest()): data for data in files}


@cache
def house_style() -> StyleSheet:
    return stylesheet_from(tomllib.loads(resource("themes/house.toml").read_text("utf-8")))


def source_of(photo: PhotoId, data: bytes) -> PhotoSource:
    file = PhotoFile(
        id=photo, name="IMG_0001.jpg", media_type="image/jpeg", width=1, height=1, size=len(data)
    )
    return PhotoSource(file=file, read=lambda: data)


def context(photos: dict[PhotoId, bytes] | None = None, **paper: object) -> RenderContext:
    """A context whose photos are those of `photo_files` unless others are given."""
    files = photo_files() if photos is None else photos
    return RenderContext(
        paper=PaperSettings(**paper),  # type: ignore[arg-type]
        style=house_style(),
        now=datetime(2026, 5, 12, 8, 0, tzinfo=UTC),
        photos={photo: source_of(photo, data) for photo, data in files.items()},
    )


def sample_article() -> Article:
    """One article in natural Vietnamese with every kind of block."""
    return Article(
        id=ArticleId("0123456789ab"),
        slug="bon-tram-suat-qua",
        kicker="Tháng Công nhân 2026",
        headline="Bốn trăm suất quà đến tay công nhân khu công nghiệp",
        lede="Các công đoàn cơ sở đưa quà và thẻ khám sức khỏe đến tận nơi làm việc.",
        body=Document(blocks=(*_text_blocks(), *_photo_blocks(), *_grouped_blocks())),
        section=("Chuyên đề", "Đời sống công nhân"),
        tags=("công nhân", "phúc lợi"),
        byline=("Đặng Lợi", "Minh Hà"),
        dateline="Hà Nội",
        created=datetime(2026, 5, 11, 1, 0, tzinfo=UTC),
        updated=datetime(2026, 5, 12, 3, 4, 5, tzinfo=UTC),
        note="Kiểm tra lại số suất quà.\nGọi anh Tuấn trước khi đăng.",
    )


def _text_blocks() -> tuple[Paragraph | Heading | Quote, ...]:
    return (
        Paragraph(
            id=BlockId("p0000001"),
            text=(
                Run(text="Sáng 12/5, "),
                Run(text="gần bốn trăm", marks=BOLD),
                Run(text=" công nhân nhận phần quà đầu tiên. Xem "),
                Run(text="danh sách", link="https://congdoan.example/qua?nam=2026&ky=1"),
                Run(text=".\nKhí CO"),
                Run(text="2", marks=frozenset({Mark.SUBSCRIPT})),
                Run(text=" giảm 3,5%."),
            ),
        ),
        Heading(id=BlockId("h0000001"), text=text_of("Quà đến tận xưởng")),
        Quote(
            id=BlockId("q0000001"),
            text=text_of("Món quà không lớn, nhưng đến đúng lúc."),
            source="Chị Trần Thị Mai, công nhân xưởng 3",
        ),
    )


def _photo_blocks() -> tuple[Photo, ...]:
    landscape, portrait, _ = photo_files()
    return (
        Photo(
            id=BlockId("f0000001"),
            photo=landscape,
            caption=text_of("Công nhân nhận quà tại xưởng may số 3."),
            credit="Lê Lâm",
            alt="Công nhân xếp hàng nhận quà",
        ),
        Photo(id=BlockId("f0000002"), photo=portrait, crop=Crop(top=0.2, bottom=0.8)),
    )


def _grouped_blocks() -> tuple[ListBlock | Table | Box, ...]:
    items = (("Đăng ký tại tổ", 0), ("Trước ngày 20/5", 1), ("Nhận thẻ khám", 0))
    rows = (("Đơn vị", "Số suất"), ("Xưởng may số 3", "120"), ("Xưởng cơ khí", "85"))
    return (
        ListBlock(
            id=BlockId("l0000001"),
            ordered=True,
            items=tuple(ListItem(text=text_of(words), level=level) for words, level in items),
        ),
        ListBlock(id=BlockId("l0000002"), items=(ListItem(text=text_of("Quà bằng hiện vật")),)),
        Table(
            id=BlockId("t0000001"),
            header=True,
            rows=tuple(tuple(text_of(cell) for cell in row) for row in rows),
        ),
        Box(
            id=BlockId("b0000001"),
            title=text_of("Tháng Công nhân"),
            blocks=(
                Paragraph(id=BlockId("p0000002"), text=text_of("Diễn ra từ ngày 1 đến 31/5.")),
                ListBlock(id=BlockId("l0000003"), items=(ListItem(text=text_of("Thăm hỏi")),)),
            ),
        ),
    )
