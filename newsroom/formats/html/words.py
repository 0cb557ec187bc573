"""What the site's page says of itself, in the language of the paper (not of the interface).

What a paper may want to word differently stands in `PaperSettings`; this is the rest.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from newsroom.domain.paper import PaperSettings, local


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteWords:
    """Names of days, from Monday, and the labels that screen readers say."""

    days: tuple[str, str, str, str, str, str, str]
    yesterday: str
    skip: str
    menu: str
    breadcrumb: str
    tags: str
    table: str
    box: str
    missing_photo: str
    untitled: str
    top: str
    latest: str
    subsections: str
    pages: str
    page_of: str
    previous: str
    next: str
    empty: str
    not_found: str


_WORDS = {
    "vi": SiteWords(
        days=("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật"),
        yesterday="Hôm qua",
        skip="Đến nội dung chính",
        menu="Chuyên mục",
        breadcrumb="Vị trí của trang",
        tags="Thẻ",
        table="Bảng",
        box="Hộp thông tin",
        missing_photo="Ảnh không còn trong thư viện",
        untitled="(Chưa có tít)",
        top="Tin nổi bật",
        latest="Tin mới",
        subsections="Chuyên mục con",
        pages="Các trang",
        page_of="Trang {page}/{pages}",
        previous="Trang trước",
        next="Trang sau",
        empty="Chưa có bài nào.",
        not_found="Không tìm thấy trang này",
    ),
    "en": SiteWords(
        days=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        yesterday="Yesterday",
        skip="Skip to the main content",
        menu="Sections",
        breadcrumb="Where this page stands",
        tags="Tags",
        table="Table",
        box="Information box",
        missing_photo="The photo is no longer in the library",
        untitled="(No headline yet)",
        top="Top news",
        latest="Latest news",
        subsections="Sections within",
        pages="Pages",
        page_of="Page {page} of {pages}",
        previous="Previous page",
        next="Next page",
        empty="There are no articles yet.",
        not_found="This page cannot be found",
    ),
}


def words_for(language: str) -> SiteWords:
    """The words of `language`; one we have none for means English."""
    return _WORDS.get(language, _WORDS["en"])


def long_date(moment: datetime, paper: PaperSettings) -> str:
    """`Chủ nhật, 22/11/2026`, on the paper's clock."""
    day = local(moment, paper)
    return f"{words_for(paper.language).days[day.weekday()]}, {day:%d/%m/%Y}"


def short_time(moment: datetime, paper: PaperSettings, *, now: datetime) -> str:
    """When a piece of news came: `08:10` today, `Hôm qua`, else `20/11/2026`."""
    then, today = local(moment, paper), local(now, paper).date()
    if then.date() == today:
        return f"{then:%H:%M}"
    if then.date() == today - timedelta(days=1):
        return words_for(paper.language).yesterday
    return f"{then:%d/%m/%Y}"
