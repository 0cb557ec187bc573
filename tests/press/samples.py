"""Articles, photos and contexts that the press tests set. All text is our own."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from newsroom.domain.article import Article
from newsroom.domain.document import (
    Block,
    BlockId,
    Box,
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
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.domain.paper import PaperSettings
from newsroom.domain.photo import PhotoFile
from newsroom.domain.rendering import PhotoSource, RenderContext
from newsroom.domain.style import stylesheet_from
from newsroom.paths import resource

NOW = datetime(2026, 11, 22, 3, 30, tzinfo=UTC)

PARAGRAPHS = tuple(
    Path(__file__).with_name("paragraphs.txt").read_text(encoding="utf-8").splitlines()
)


def paragraph(words: str, at: int = 0) -> Paragraph:
    return Paragraph(id=BlockId(f"p{at:07d}"), text=text_of(words))


@cache
def jpeg(width: int, height: int, colour: str = "#8a9bb0") -> bytes:
    """A photo-like picture: a sky that darkens towards a ground."""
    from PIL import Image

    sky, ground = Image.new("RGB", (1, 2)), Image.new("RGB", (width, height), colour)
    sky.putdata([(122, 160, 190), (146, 116, 84)])
    ground.paste(sky.resize((width, height), Image.Resampling.BICUBIC))
    out = BytesIO()
    ground.save(out, "JPEG", quality=80)
    return out.getvalue()


def source(data: bytes, width: int, height: int, name: str = "anh.jpg") -> PhotoSource:
    file = PhotoFile(
        id=PhotoId(sha256(data).hexdigest()),
        name=name,
        media_type="image/jpeg",
        width=width,
        height=height,
        size=len(data),
    )
    return PhotoSource(file=file, read=lambda: data)


@cache
def landscape() -> PhotoSource:
    return source(jpeg(1600, 1000), 1600, 1000, "chuyen-may.jpg")


@cache
def portrait() -> PhotoSource:
    return source(jpeg(900, 1200), 900, 1200, "chi-hanh.jpg")


def context(photos: Mapping[PhotoId, PhotoSource] | None = None) -> RenderContext:
    found = {photo.file.id: photo for photo in (landscape(), portrait())}
    style = stylesheet_from(tomllib.loads(resource("themes/house.toml").read_text("utf-8")))
    paper = PaperSettings(
        site_url="https://congdoan.example.vn",
        address="Tòa soạn: 12 phố Thợ Nhuộm, Hà Nội · Điện thoại: 024 0000 0000",
        licence_line="Giấy phép số 000/GP-BTTTT",
    )
    return RenderContext(
        paper=paper, style=style, now=NOW, photos=found if photos is None else photos
    )


def plain_article(paragraphs: int = 10, **fields: object) -> Article:
    """Headline, lede and running text alone."""
    words = [PARAGRAPHS[at % len(PARAGRAPHS)] for at in range(paragraphs)]
    article = Article(
        id=ArticleId("aaaabbbbcccc"),
        slug="nua-phut-thay-mot-buoi",
        kicker="Đời sống công đoàn cơ sở",
        headline="Nửa phút thay một buổi đi thu đoàn phí",
        lede=(
            "Từ đầu tháng, tổ công đoàn số 4 thử thu đoàn phí qua ứng dụng, mỗi người chỉ mất nửa "
            "phút và sổ sách khớp đến từng đồng."
        ),
        body=Document(blocks=tuple(paragraph(text, at) for at, text in enumerate(words))),
        section=("Chuyên đề", "Phát triển đoàn viên"),
        tags=("đoàn phí", "chuyển đổi số"),
        byline=("Minh Tú",),
        created=NOW,
        updated=NOW,
    )
    return replace(article, **fields)  # type: ignore[arg-type]


def photo(chosen: PhotoSource, caption: str, at: int, credit: str = "Minh Tú") -> Photo:
    return Photo(
        id=BlockId(f"f{at:07d}"),
        photo=chosen.file.id,
        caption=text_of(caption),
        credit=credit,
        alt=caption,
    )


def rich_blocks() -> tuple[Block, ...]:
    """Every kind of block, with marks, between paragraphs."""
    p = [paragraph(words, at) for at, words in enumerate(PARAGRAPHS)]
    marked = Paragraph(
        id=BlockId("p0000090"),
        text=(
            Run(text="Theo "),
            Run(text="Nghị định 191", marks=frozenset({Mark.BOLD})),
            Run(text=", mức đóng là "),
            Run(text="1 % tiền lương", marks=frozenset({Mark.ITALIC})),
            Run(text=" nhưng không quá 10 % "),
            Run(text="lương cơ sở", marks=frozenset({Mark.UNDERLINE})),
            Run(text="; nhà xưởng rộng 1.200 m"),
            Run(text="2", marks=frozenset({Mark.SUPERSCRIPT})),
            Run(text=" nên việc đi thu "),
            Run(text="nhanh gọn", marks=frozenset({Mark.STRIKE})),
            Run(text=" mất cả buổi."),
        ),
    )
    return (
        p[0],
        photo(landscape(), "Chị Hạnh đóng đoàn phí ngay tại chuyền may trong giờ giải lao.", 1),
        p[1],
        p[2],
        Heading(id=BlockId("h0000001"), text=text_of("Con số ai cũng thấy")),
        p[3],
        marked,
        Quote(
            id=BlockId("q0000001"),
            text=text_of("Điều đáng giá là người ta tin vào con số."),
            source="Nguyễn Thu Hà, chủ tịch công đoàn cơ sở",
        ),
        p[4],
        Box(
            id=BlockId("b0000001"),
            title=text_of("Con số biết nói"),
            blocks=(
                Paragraph(
                    id=BlockId("p0000091"),
                    text=(
                        Run(text="312/318", marks=frozenset({Mark.BOLD})),
                        Run(text=" đoàn viên đóng đủ trong hai ngày đầu."),
                    ),
                ),
                Paragraph(
                    id=BlockId("p0000092"),
                    text=(
                        Run(text="0 đồng", marks=frozenset({Mark.BOLD})),
                        Run(text=" lệch sổ sau ba tháng, so với 11 lần dò lại của năm trước."),
                    ),
                ),
                ListBlock(
                    id=BlockId("l0000002"),
                    items=(
                        ListItem(text=text_of("Mỗi chuyền hai người hướng dẫn")),
                        ListItem(text=text_of("Sổ giấy giữ đến hết năm")),
                    ),
                ),
            ),
        ),
        p[5],
        Heading(id=BlockId("h0000002"), text=text_of("Sóng yếu và những việc phải làm tiếp")),
        p[6],
        ListBlock(
            id=BlockId("l0000001"),
            ordered=True,
            items=(
                ListItem(text=text_of("Lắp thêm hai bộ phát sóng ở chuyền hoàn thiện.")),
                ListItem(
                    text=text_of("Mở mục hỏi đáp pháp luật, trả lời trong ngày, có luật sư trực.")
                ),
                ListItem(text=text_of("In tờ gấp cho công nhân mới."), level=1),
            ),
        ),
        p[7],
        Table(
            id=BlockId("t0000001"),
            header=True,
            rows=(
                (text_of("Tháng"), text_of("Đã đóng"), text_of("Số tiền (đồng)")),
                (text_of("Tháng 8"), text_of("281"), text_of("11.240.000")),
                (text_of("Tháng 9"), text_of("304"), text_of("12.160.000")),
                (text_of("Tháng 10"), text_of("318"), text_of("12.720.000")),
            ),
        ),
        p[8],
        photo(portrait(), "Bảng tin điện tử đặt ở nhà ăn.", 2, credit="Lê Lâm"),
        p[9],
    )


def rich_article(**fields: object) -> Article:
    return plain_article(body=Document(blocks=rich_blocks()), **fields)
