"""The furniture of article pages: buttons, related lists, comment forms, footers.

A line is furniture only where the structure finder finds it at the edge of an article; the same
words inside running text are never looked at.
"""

import re
from enum import Enum, auto

from newsroom.domain.paper import PaperSettings
from newsroom.formats.page.pieces import bare


class Furniture(Enum):
    """What a furniture line opens: nothing (a button), or a list that belongs to it."""

    BUTTON = auto()
    RELATED = auto()
    COMMENTS = auto()
    FOOTER = auto()
    TAGS = auto()


def _phrases(listing: str) -> frozenset[str]:
    return frozenset(bare(phrase) for phrase in listing.replace("\n", "|").split("|")) - {""}


_PAPER = PaperSettings()
_BUTTONS = _phrases(
    f"""
    {_PAPER.print_label}|{_PAPER.top_label}|{_PAPER.visits_label}
    in bài|in bài viết|in trang|in tin này|bản in|về đầu trang|lên đầu trang|lên trên|đầu trang
    trở lên trên|trở về|quay lại|trở lại|số lượt truy cập|lượt xem|lượt đọc|lượt thích|đã xem
    chia sẻ|chia sẻ bài viết|chia sẻ lên|chia sẻ qua|chia sẻ facebook|chia sẻ bài này
    facebook|zalo|twitter|x|linkedin|telegram|viber|whatsapp|messenger|youtube|tiktok|instagram
    pinterest|skype|google|google news|google+|email|e-mail|gửi email|gửi mail|mail|gửi bài viết
    copy|copy link|sao chép|sao chép liên kết|sao chép link|link bài gốc|lấy link|lấy link!|link
    đã copy|đã sao chép|copy link thành công|lưu|lưu bài|lưu bài viết|lưu tin|thích|yêu thích
    không thích|theo dõi|theo dõi chúng tôi|theo dõi báo trên|bình chọn|đánh giá|báo lỗi|góp ý
    nghe đọc bài|nghe bài viết|nghe|đọc bài|đọc tiếp|xem tiếp|cỡ chữ|cỡ chữ a a|a a|aa|a-|a+|a
    giọng nam|giọng nữ|tốc độ đọc|quảng cáo|tắt quảng cáo|đăng nhập|đăng ký|đăng xuất
    đăng ký nhận tin|tìm kiếm|menu|ảnh|video|podcast|rss|liên hệ|hotline|đóng|mở rộng|thu gọn
    print|print this page|share|share this|share this article|share on facebook|share on twitter
    tweet|like|save|bookmark|comment|listen|listen to this article|back to top|top
    scroll to top|follow|follow us|subscribe|sign in|sign up|log in|register|search|advertisement
    advertising|sponsored|skip to content|skip to main content|report an error|text size
    gift article|gift this article|open sharing options|sign up for our newsletter
    """
)
_RELATED = _phrases(
    f"""
    {_PAPER.related_label}|{_PAPER.latest_label}
    đọc thêm|xem thêm|đọc thêm về|xem thêm tin|bài liên quan|có thể bạn quan tâm
    có thể bạn thích|bạn có thể quan tâm|có thể bạn sẽ thích|đọc nhiều|xem nhiều|đọc nhiều nhất
    xem nhiều nhất|mới nhất|nổi bật|tiêu điểm|nóng trong ngày|dành cho bạn|gợi ý cho bạn
    đừng bỏ lỡ|đang được quan tâm|được quan tâm|cùng chuyên mục|cùng chủ đề|trong chuyên mục
    chuyên mục khác|tin cùng chuyên mục|các bài đã đăng|các tin đã đưa|tin đã đưa|bài đã đăng
    đáng đọc|khám phá|thông tin doanh nghiệp|tin tài trợ|media|multimedia|dòng sự kiện
    related|related articles|related stories|related news|related topics|related content
    read more|read also|read next|more|more news|more stories|more on this story|more from
    see also|see more|most read|most popular|most viewed|popular|trending|trending now
    recommended|recommended for you|recommended stories|you may also like|you might also like
    up next|latest|latest news|top stories|editors picks|editor s picks|in case you missed it
    don t miss|what to read next|other news|in this section
    """
)
_RELATED_START = re.compile(
    r"^(?:(?:các|những|một số) )?(?:tin|bài)(?: (?:viết|tức|bài|ảnh))?(?: (?:có )?)"
    r"(?:liên quan|cùng chuyên mục|cùng chủ đề|cùng loại|khác|mới|mới nhất|mới hơn|cũ hơn|mới đăng"
    r"|đã đăng|đã đưa|nổi bật|đọc nhiều|đọc nhiều nhất|xem nhiều|nóng|tiêu điểm|đáng chú ý|nên đọc"
    r"|trong ngày|trong tuần|bạn quan tâm)$"
    r"|^more (?:from|on|in|about) \S+(?: \S+){0,4}$|^(?:mới nhất|tin mới) trong \S+(?: \S+){0,3}$"
)
_COMMENTS = _phrases(
    """
    bình luận|các bình luận|gửi bình luận|viết bình luận|ý kiến bạn đọc|ý kiến của bạn
    ý kiến|gửi ý kiến|gửi ý kiến của bạn|ý kiến độc giả|phản hồi|gửi phản hồi|bạn đọc bình luận
    thảo luận|comments|leave a comment|leave a reply|post a comment|join the conversation
    join the discussion|add a comment|view comments|write a comment|show comments
    """
)
_FOOTER = re.compile(
    r"^(?:©|\(c\) |copyright\b|bản quyền (?:thuộc|của|©)"
    r"|giấy phép (?:số|hoạt động|xuất bản|thiết lập|báo)"
    r"|cơ quan chủ quản|cơ quan ngôn luận|cơ quan của|tổng biên tập\s*:|phó tổng biên tập"
    r"|chịu trách nhiệm|tòa soạn|toà soạn|trụ sở|địa chỉ\s*:|điện thoại\s*:|đt\s*:|tel\b|fax\b"
    r"|email\s*:|e-mail\s*:|đường dây nóng|hotline\b|liên hệ (?:quảng cáo|tòa soạn|toà soạn)"
    r"|(?:vui lòng )?ghi rõ nguồn|không được sao chép|all rights reserved|terms of (?:use|service)"
    r"|privacy policy|cookie|about us|contact us|điều khoản|chính sách bảo mật|powered by"
    r"|thiết kế (?:bởi|và)|phát triển bởi|website:|®|editor-in-chief\s*:|published by)",
    re.IGNORECASE,
)
_FOOTER_INSIDE = re.compile(
    r"©|all rights reserved|giữ bản quyền|bản quyền thuộc|ghi rõ nguồn|khi phát hành lại",
    re.IGNORECASE,
)
_TAGS = re.compile(
    r"^(?:tags?|từ khóa|từ khoá|thẻ|chủ đề|keywords?|topics?)(?:\s+liên quan)?"
    r"\s*(?:[:：]\s*(?P<tags>.*))?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"[\d.,()\[\]:+|•·*/\-–>»→▲▼↑↓…!\t]+")
_LONGEST = 14


def furniture_kind(words: str) -> Furniture | None:
    """What furniture the whole of a line is, None when it may be text of the article."""
    if len(words) > 400:
        return None
    if _TAGS.match(words):
        return Furniture.TAGS
    if words.endswith("?"):
        return _phrase_kind(bare(words))
    if _FOOTER.match(words) or (len(words) < 250 and _FOOTER_INSIDE.search(words)):
        return Furniture.FOOTER
    if len(words) > 110:
        return None
    core = bare(_COUNTED.sub(" ", words))
    if not core:
        return Furniture.BUTTON if words.strip("…. ") and len(words) <= 12 else None
    return _phrase_kind(core)


def _phrase_kind(core: str) -> Furniture | None:
    if core in _RELATED or _RELATED_START.match(core):
        return Furniture.RELATED
    if core in _COMMENTS:
        return Furniture.COMMENTS
    if core in _BUTTONS or _is_row_of_buttons(core):
        return Furniture.BUTTON
    return None


def _is_row_of_buttons(core: str) -> bool:
    """`facebook twitter zalo in`: nothing but buttons one after the other."""
    words = core.split()
    if not 1 < len(words) <= _LONGEST:
        return False
    reached = {0}
    for end in range(1, len(words) + 1):
        if any(
            start in reached and " ".join(words[start:end]) in _ROW
            for start in range(max(0, end - 5), end)
        ):
            reached.add(end)
    return len(words) in reached


_ROW = (_BUTTONS | _COMMENTS) - {"a", "ảnh", "video", "nghe", "lưu", "thích", "more", "mail"}


def tags_in(words: str) -> tuple[str, ...] | None:
    """The tags that a line lists (`Tags: a, b`, `#a #b`), None when it is no line of tags."""
    match = _TAGS.match(words)
    if match is not None:
        return split_tags(match["tags"] or "")
    hashed = words.split()
    if hashed and all(word.startswith("#") and len(word) > 1 for word in hashed):
        return tuple(word.lstrip("#").replace("_", " ") for word in hashed if word.strip("#"))
    return None


def split_tags(words: str) -> tuple[str, ...]:
    """Tags separated by commas, semicolons, bars or `#`; each at most 80 characters."""
    parts = (part.strip(" .#•·\t") for part in re.split(r"[,;|•·]|\s#", words))
    return tuple(part for part in parts if 0 < len(part) <= 80)


_ADVERT = _phrases("quảng cáo|advertisement|advertising|tắt quảng cáo|sponsored")


def is_advert_mark(words: str) -> bool:
    """Whether a line only marks the place of an advertisement, wherever it stands."""
    return len(words) < 40 and bare(words) in _ADVERT
