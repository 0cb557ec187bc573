"""Every kind of page of the site, written to a folder as browsers and checkers want them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from shutil import copyfile

from newsroom.domain.article import Article, SectionPath
from newsroom.domain.document import Box, Document, Paragraph, Photo, Table, text_of
from newsroom.domain.ids import BlockId
from newsroom.domain.listing import Listing, SectionNews, SectionPage, front_page
from newsroom.domain.rendering import RenderContext
from newsroom.domain.taxonomy import Section, SectionTree
from newsroom.formats.html.assets import Assets
from newsroom.formats.html.blocks import WebImage
from newsroom.formats.html.theme import Theme
from newsroom.formats.html.writer import all_faces, page_style, render_listing, render_page
from tests.site_sample import SECTION, photo_sources, rich_article, rich_context, summary

LONG_HEADLINE = (
    "Khối thi đua các tổ chức chính trị - xã hội và các tổ chức liên hiệp: Đồng tâm, hiệp lực "
    "thực hiện mục tiêu kép, chăm lo đời sống đoàn viên"
)
_LEDE = (
    "Từ đầu tháng, tổ công đoàn số 4 thử thu đoàn phí qua ứng dụng, mỗi người chỉ mất nửa phút "
    "và sổ sách khớp đến từng đồng."
)
_POLICY = "default-src 'none'; style-src 'self' file:; img-src 'self' file:; font-src 'self' file:"


def site_context() -> RenderContext:
    """The paper with a tree of sections."""
    names = ("Thời sự", "Công đoàn", "Chuyên đề", "Pháp luật", "Đời sống")
    children = (Section(name=SECTION[1], slug="doan-vien"), Section(name="Nhà ở", slug="nha-o"))
    roots = tuple(
        Section(name=name, slug=f"s{n}", children=children if name == SECTION[0] else ())
        for n, name in enumerate(names)
    )
    context = rich_context()
    return replace(context, sections=SectionTree(roots=roots), latest=context.latest[:5])


def bare_article() -> Article:
    """No section, no photo, a long headline, a table wider than a phone."""
    rows = tuple(
        tuple(text_of(f"Cột số {column}" if row == 0 else f"{row * column}") for column in range(9))
        for row in range(4)
    )
    blocks = (
        *(Paragraph(id=BlockId(f"p{n}"), text=text_of(_LEDE * 3)) for n in range(3)),
        Table(id=BlockId("wide"), header=True, rows=rows),
        Table(id=BlockId("plain"), rows=rows[1:]),
    )
    return replace(
        rich_article(), headline=LONG_HEADLINE, kicker="", section=(), tags=(), byline=(),
        body=Document(blocks=blocks),
    )  # fmt: skip


def crowded_article() -> Article:
    """More of everything than a page has room for: words, names, tags, credits, addresses."""
    names = ("Nguyễn Hoàng Minh Tú", "Lê Thị Phương Thảo", "Phạm Nguyễn Đặng Khoa")
    company = "Công ty Trách nhiệm hữu hạn May mặc xuất khẩu Sông Lam"
    rows = (("Doanh nghiệp", *(f"Quý {n}" for n in range(1, 7))), *((company, *["1.240"] * 6),) * 2)
    table = Table(header=True, rows=tuple(tuple(map(text_of, row)) for row in rows))
    photo = Photo(
        photo=photo_sources()[0].file.id,
        caption=text_of(_LEDE),
        credit=f"{' – '.join(names)} (Công đoàn Khu kinh tế)",
    )
    address = Paragraph(text=text_of("https://example.vn/" + "rat-dai-khong-dau-cach-" * 12))
    blocks = tuple(
        replace(block, id=BlockId(f"c{n}")) for n, block in enumerate((table, photo, address))
    )
    inner = tuple(replace(block, id=BlockId(f"i{block.id}")) for block in blocks)
    box = Box(id=BlockId("box"), title=text_of(LONG_HEADLINE), blocks=inner)
    return replace(
        rich_article(), headline=f"{LONG_HEADLINE}. {LONG_HEADLINE}", kicker=LONG_HEADLINE,
        lede=_LEDE * 4, byline=names * 2, tags=(*rich_article().tags, LONG_HEADLINE, "Tết"),
        body=Document(blocks=(*blocks, box)),
    )  # fmt: skip


def listings() -> Mapping[str, Listing]:
    """The front page, a middle page of a section, a section without news."""
    photo = photo_sources()[1].file.id
    news = tuple(
        replace(
            summary(n, LONG_HEADLINE if n == 1 else f"Tin số {n} của tổ công đoàn",
                    ago=timedelta(hours=9 * n), photo=photo if n % 5 else None),
            section=SECTION, lede=_LEDE, kicker="Đời sống công nhân" if n == 1 else "",
        )
        for n in range(30)
    )  # fmt: skip
    groups = [SectionNews(section=(name,), news=news[14 + n * 4 :][:4])
              for n, name in enumerate(("Thời sự", "Đời sống"))]  # fmt: skip
    return {
        "front": front_page(news[:12], groups),
        "section": SectionPage(section=SECTION[:1], news=news[:20], page=2, pages=3),
        "empty": SectionPage(section=("Pháp luật",)),
    }


def write_site(folder: Path, theme: Theme) -> dict[str, str]:
    """The pages by name; in `folder` they lie with style sheet, fonts and photos."""
    context = site_context()
    faces = all_faces(context)
    for name in ("fonts", "photos"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for face in faces:
        copyfile(face.path, folder / "fonts" / face.path.name)
    for source in photo_sources():
        (folder / "photos" / f"{source.file.id}.jpg").write_bytes(source.read())
    (folder / "style.css").write_text(page_style(context, theme=theme, faces=faces), "utf-8")
    pages = _pages(context, theme)
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, "utf-8")
    return pages


def _pages(context: RenderContext, theme: Theme) -> dict[str, str]:
    assets = Assets(
        policy=_POLICY,
        image=_picture,
        thumbnail=_picture,
        article=lambda article: f"{article}.html",
        section=_section_address,
    )
    alone = replace(context, related=(), latest=())
    untitled = replace(bare_article(), headline="", lede="", body=Document())
    made = {
        "article": render_page(rich_article(), context, theme=theme, assets=assets),
        "bare": render_page(bare_article(), alone, theme=theme, assets=assets),
        "untitled": render_page(untitled, alone, theme=theme, assets=assets),
        "crowded": render_page(crowded_article(), context, theme=theme, assets=assets),
        "unlinked": render_page(
            rich_article(), context, theme=theme, assets=Assets(policy=_POLICY, image=_picture)
        ),
    }
    listed = {
        name: render_listing(listing, alone, theme=theme, assets=assets)
        for name, listing in listings().items()
    }
    return {name: str(page) for name, page in (made | listed).items()}


def _picture(use: Photo) -> WebImage | None:
    known = {source.file.id: source.file for source in photo_sources()}
    file = known.get(use.photo)
    if file is None:
        return None
    return WebImage(src=f"photos/{use.photo}.jpg", width=file.width, height=file.height)


def _section_address(section: SectionPath, page: int) -> str:
    return f"s{len(section)}-{page}.html"
