"""A rich article with its neighbours, as the site's page, the preview and the figures need it."""

import tomllib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageDraw, ImageFilter

from newsroom.domain.article import Article, ArticleSummary, Status, Urgency
from newsroom.domain.document import (
    Block,
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
    Text,
    text_of,
)
from newsroom.domain.ids import ArticleId, BlockId, PhotoId
from newsroom.domain.paper import PaperSettings
from newsroom.domain.photo import PhotoFile
from newsroom.domain.rendering import PhotoSource, RenderContext
from newsroom.domain.style import StyleSheet, stylesheet_from
from newsroom.domain.taxonomy import Section, SectionTree
from newsroom.paths import resource

NOW = datetime(2026, 11, 22, 2, 42, tzinfo=UTC)
SECTION = ("Chuyên đề", "Phát triển đoàn viên, xây dựng tổ chức Công đoàn")


@cache
def house() -> StyleSheet:
    """The house's styles."""
    return stylesheet_from(tomllib.loads(resource("themes/house.toml").read_text("utf-8")))


def scene(width: int = 1800, height: int = 1100, *, warm: int = 0) -> Image.Image:
    """A drawn workshop: bright windows over rows of machines, soft as a photo."""
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    for y in range(height):
        share = y / height
        tone = (
            round(148 - 40 * share + warm),
            round(158 - 52 * share),
            round(160 - 86 * share - warm),
        )
        draw.line((0, y, width, y), fill=tone)
    for column in range(6):
        x = round(width * (0.04 + column * 0.16))
        draw.rectangle((x, height * 0.08, x + width * 0.11, height * 0.36), fill=(226, 231, 224))
    for row in range(5):
        top = height * (0.48 + row * 0.1)
        for column in range(4 + row):
            left = width * (0.02 + column * (0.98 / (4 + row)))
            draw.ellipse((left + 26, top - 62, left + 66, top - 22), fill=(92 + warm, 70, 58))
            draw.rounded_rectangle(
                (left, top - 26, left + 92, top + 30), 18, fill=(58, 84, 122 - warm)
            )
            draw.rectangle(
                (left - 8, top + 26, left + width * 0.12, top + 42), fill=(182, 164, 138)
            )
    return image.filter(ImageFilter.GaussianBlur(5))


def jpeg(image: Image.Image) -> bytes:
    """The picture as a camera would store it."""
    out = BytesIO()
    image.save(out, "JPEG", quality=88)
    return out.getvalue()


def source(data: bytes, *, name: str, width: int, height: int) -> PhotoSource:
    """A photo of the library."""
    return PhotoSource(
        file=PhotoFile(
            id=PhotoId(sha256(data).hexdigest()),
            name=name,
            media_type="image/jpeg",
            width=width,
            height=height,
            size=len(data),
        ),
        read=lambda: data,
    )


@cache
def photo_sources() -> tuple[PhotoSource, PhotoSource]:
    """Two photos: the workshop, and one for related news."""
    return (
        source(jpeg(scene()), name="xuong-may.jpg", width=1800, height=1100),
        source(jpeg(scene(900, 600, warm=36)), name="phien-cho.jpg", width=900, height=600),
    )


def run(words: str, *marks: Mark, link: str | None = None) -> Run:
    """A stretch of text."""
    return Run(text=words, marks=frozenset(marks), link=link)


def _ids(blocks: tuple[Block, ...], letter: str = "b") -> tuple[Block, ...]:
    return tuple(replace(block, id=BlockId(f"{letter}{n:02}")) for n, block in enumerate(blocks))


def rich_body() -> Document:
    """One block of every kind, some of them twice."""
    first, _ = photo_sources()
    return Document(
        blocks=_ids(
            (
                Paragraph(
                    text=(
                        run(
                            "Giờ giải lao ca sáng, chị Lê Thị Hạnh mở điện thoại, chạm hai lần rồi "
                            "cất vào túi áo. "
                        ),
                        run("“Xong rồi đấy”", Mark.ITALIC),
                        run(
                            ", chị cười. Trước đây, tuyên truyền viên phải đi từng chuyền, ghi tên "
                            "vào sổ, cuối tháng mới cộng."
                        ),
                    )
                ),
                Photo(
                    photo=first.file.id,
                    caption=text_of(
                        "Chị Hạnh đóng đoàn phí ngay tại chuyền may, giữa hai mã hàng."
                    ),
                    credit="Minh Tú",
                    alt="Công nhân ngồi trước máy may trong xưởng nhiều cửa sổ",
                    crop=Crop(left=0.0, top=0.05, right=1.0, bottom=0.95),
                ),
                Heading(text=text_of("Nửa phút thay một buổi")),
                Paragraph(
                    text=(
                        run("Theo ban chấp hành, 4 tổ đầu tiên đã thu đủ trong "),
                        run("hai ngày", Mark.BOLD),
                        run(", thay vì gần hai tuần như năm ngoái. Cách làm được ghi trong "),
                        run(
                            "bản hướng dẫn của công đoàn công ty",
                            link="https://example.vn/huong-dan",
                        ),
                        run(", ai cũng đọc được."),
                    )
                ),
                Quote(
                    text=text_of(
                        "Trước kia tôi giữ ba quyển sổ. Bây giờ chỉ cần mở bảng kê là biết "
                        "tổ nào còn thiếu, thiếu bao nhiêu."
                    ),
                    source="Bà Trần Thị Mai, tổ trưởng tổ công đoàn số 4",
                ),
                ListBlock(
                    items=(
                        ListItem(text=text_of("Chuyển khoản định kỳ vào ngày nhận lương")),
                        ListItem(text=text_of("Quét mã tại bảng tin của tổ")),
                        ListItem(text=text_of("mã riêng cho từng chuyền"), level=1),
                        ListItem(text=text_of("mã chung ở nhà ăn"), level=1),
                        ListItem(text=text_of("Nộp tiền mặt cho tổ trưởng, như trước")),
                    )
                ),
                Heading(text=text_of("Con số sau một quý")),
                Table(
                    header=True,
                    rows=_rows(
                        ("Tổ công đoàn", "Đoàn viên", "Đã đóng", "Tỷ lệ"),
                        ("Tổ 1 – Chuyền cắt", "186", "184", "98,9%"),
                        ("Tổ 2 – Chuyền may", "1.240", "1.198", "96,6%"),
                        ("Tổ 4 – Hoàn thiện", "312", "312", "100%"),
                    ),
                ),
                Paragraph(
                    text=(
                        run(
                            "Mỗi đoàn viên đóng 1% tiền lương làm căn cứ đóng bảo hiểm. "
                            "Với diện tích xưởng 12.000 m"
                        ),
                        run("2", Mark.SUPERSCRIPT),
                        run(", đi hết một vòng để thu mất cả buổi chiều."),
                    )
                ),
                Box(
                    title=text_of("Đóng đoàn phí bằng điện thoại: 3 bước"),
                    blocks=_ids(
                        (
                            Paragraph(
                                text=text_of(
                                    "Dành cho đoàn viên đã đăng ký số điện thoại với tổ trưởng."
                                )
                            ),
                            ListBlock(
                                ordered=True,
                                items=(
                                    ListItem(text=text_of("Mở ứng dụng, chọn mục Đoàn phí.")),
                                    ListItem(text=text_of("Xem lại số tiền, chạm Xác nhận.")),
                                    ListItem(text=text_of("Giữ biên nhận trong máy đến hết năm.")),
                                ),
                            ),
                        ),
                        "i",
                    ),  # type: ignore[arg-type]
                ),
                Paragraph(
                    text=text_of(
                        "Quý tới, công đoàn công ty sẽ mở thêm phần tra cứu chi tiêu, "
                        "để mỗi đoàn viên biết đồng đoàn phí của mình đi về đâu."
                    )
                ),
            )
        )
    )


def _rows(*rows: tuple[str, ...]) -> tuple[tuple[Text, ...], ...]:
    return tuple(tuple(text_of(cell) for cell in row) for row in rows)


def rich_article() -> Article:
    """An article with everything a page can show."""
    return Article(
        id=ArticleId("m4y0d0anph1x"),
        slug="cong-nhan-xuong-may-gop-doan-phi-bang-dien-thoai",
        kicker="Đời sống công đoàn cơ sở",
        headline="Công nhân xưởng may góp đoàn phí bằng điện thoại",
        lede="Từ đầu tháng, tổ công đoàn số 4 thử thu đoàn phí qua ứng dụng, mỗi người chỉ mất nửa "
        "phút và sổ sách khớp đến từng đồng.",
        body=rich_body(),
        section=SECTION,
        tags=("đoàn phí", "chuyển đổi số", "công đoàn cơ sở"),
        byline=("Minh Tú",),
        status=Status.PUBLISHED,
        created=NOW - timedelta(hours=6),
        updated=NOW,
        published=NOW,
        revision=3,
    )


def summary(number: int, headline: str, *, ago: timedelta, photo: PhotoId | None) -> ArticleSummary:
    """A neighbour."""
    moment = NOW - ago
    return ArticleSummary(
        id=ArticleId(f"neighbour{number:03}"),
        slug="",
        kicker="",
        headline=headline,
        lede="",
        section=SECTION,
        tags=(),
        byline=(),
        dateline="",
        language="vi",
        status=Status.PUBLISHED,
        urgency=Urgency.NORMAL,
        created=moment,
        updated=moment,
        published=moment,
        words=400,
        revision=1,
        lead_photo=photo,
    )


def rich_context(paper: PaperSettings | None = None) -> RenderContext:
    """The paper around the article."""
    first, second = photo_sources()
    names = (
        ("Ký túc xá mới cho công nhân khu chế xuất", timedelta(hours=1)),
        ("Lớp học tối giữa hai ca may", timedelta(hours=18)),
        ("Tủ sách ca đêm: mượn bằng vân tay", timedelta(days=2)),
        ("Bữa cơm ca thứ ba: ai quyết thực đơn?", timedelta(days=3)),
        ("Đối thoại định kỳ: ghi lại, trả lời, treo bảng tin", timedelta(days=4)),
        ("Sổ đoàn phí giấy nghỉ hưu sau 30 năm", timedelta(days=10)),
        ("Phiên chợ nghĩa tình ở khu trọ ven kênh", timedelta(days=12)),
    )
    latest = tuple(
        summary(n, name, ago=ago, photo=second.file.id) for n, (name, ago) in enumerate(names)
    )
    chosen = summary(
        90, "Ba cách chi đoàn phí được công nhân khen", ago=timedelta(days=1), photo=first.file.id
    )
    return RenderContext(
        paper=paper
        or PaperSettings(
            visits=1_234_567,
            licence_line="Giấy phép báo chí số 00/GP-BTTTT. Tổng Biên tập: Nguyễn Văn Mẫu.",
            address="Tòa soạn: số 1 phố Mẫu, Hà Nội. Điện thoại: (024) 0000 0000.",
        ),
        style=house(),
        now=NOW,
        sections=SectionTree(
            roots=tuple(
                Section(name=name, slug=name, children=())
                for name in (
                    "Thời sự",
                    "Công đoàn",
                    "Chuyên đề",
                    "Pháp luật",
                    "Đời sống",
                    "Văn hóa",
                )
            )
        ),
        photos={one.file.id: one for one in photo_sources()},
        related=(chosen,),
        latest=latest,
    )
