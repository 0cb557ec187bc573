import pytest

from newsroom.domain.taxonomy import Section, SectionTree
from newsroom.formats.page.captions import is_caption, split_credit
from newsroom.formats.page.crumbs import find_crumbs
from newsroom.formats.page.dateline import split_dateline
from newsroom.formats.page.furniture import Furniture, furniture_kind, tags_in
from newsroom.formats.page.headings import looks_like_cross_head
from newsroom.formats.page.pieces import line_piece
from newsroom.language.detect import detect_language
from newsroom.language.places import is_place, place_name

_TITLE = "Phát triển đoàn viên, xây dựng tổ chức Công đoàn"


def _path(*lines: str, sections: SectionTree | None = None) -> tuple[str, ...] | None:
    found = find_crumbs([line_piece(line) for line in lines], sections)
    return found.path if found is not None else None


@pytest.mark.parametrize(
    "line",
    ["Thu nhập > 10 triệu đồng", "Chữ <b> và", "Thưởng Tết/lương tháng 13", "Lãi suất → tăng nhẹ"],
)
def test_a_sentence_with_a_sign_is_no_path_and_what_stands_above_it_stays(line: str) -> None:
    assert _path("Công nhân được tăng lương", line, "Một đoạn văn dài hơn ở dưới.") is None
    assert _path(line) is None


@pytest.mark.parametrize(
    ("lines", "path"),
    [
        ((f"Trang chủChuyên đề{_TITLE}", _TITLE, "Một tít bài ở dưới"), ("Chuyên đề", _TITLE)),
        ((f"Chuyên đề{_TITLE}", _TITLE, "Một tít bài ở dưới"), ("Chuyên đề", _TITLE)),
        (("TRANG CHỦ > Thời sự > Chính trị",), ("Thời sự", "Chính trị")),
        (("Home » World » Asia",), ("World", "Asia")),
        (("Thời sự › Giao thông",), ("Thời sự", "Giao thông")),
        (("Thời sự / Giao thông", "Một tít bài"), ("Thời sự", "Giao thông")),
        (("Trang nhất / Thời sự / Giao thông",), ("Thời sự", "Giao thông")),
        (("Trang chủ", "Thời sự", ">", "Giao thông", "20/7/2020"), ("Thời sự", "Giao thông")),
        (("Trang chủ Thời sự", "Thời sự"), ("Thời sự",)),
        (("HomeNewsLocal", "Local"), ("News", "Local")),
        (("Một tít bài không có gì khác",), None),
        (("Tăng 3/4 số nhà trọ có nước sạch",), None),
        (("Homeless people find a shelter",), None),
        (("Trang chủ",), None),
    ],
)
def test_breadcrumbs(lines: tuple[str, ...], path: tuple[str, ...] | None) -> None:
    assert _path(*lines) == path


def test_the_library_s_names_split_what_nothing_else_can() -> None:
    leaf = Section(name="24h qua", slug="")
    tree = SectionTree(roots=(Section(name="Tin ABC", slug="", children=(leaf,)),))
    assert _path("Trang chủTin ABC24h qua", sections=tree) == ("Tin ABC", "24h qua")


def test_crumbs_that_end_in_the_headline_leave_it_to_the_article() -> None:
    headline = "Khu trọ mở hội mừng xuân sớm hơn mọi năm"
    long = "Đoạn văn dài đủ để không ai lầm là tít, vì nó có hơn mười hai chữ và dấu chấm."
    assert _path(f"Trang chủ > Đời sống > {headline}", headline, long) == ("Đời sống",)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("In", Furniture.BUTTON),
        ("Lượt truy cập: 1.204.331", Furniture.BUTTON),
        ("Facebook Zalo Email In", Furniture.BUTTON),
        ("Chia sẻ | Facebook | Twitter", Furniture.BUTTON),
        ("Tin Công đoàn", Furniture.RELATED),
        ("TIN CÙNG CHUYÊN MỤC", Furniture.RELATED),
        ("Các tin khác:", Furniture.RELATED),
        ("You may also like", Furniture.RELATED),
        ("Bình luận (12)", Furniture.COMMENTS),
        ("© 2020 Báo Mẫu", Furniture.FOOTER),
        ("Tags: a, b", Furniture.TAGS),
        ("In ấn là một nghề", None),
        ("Chia sẻ khó khăn với công nhân", None),
        ("Tin vui từ khu trọ", None),
        ("Email không phải là thư", None),
        ("", None),
    ],
)
def test_furniture_is_told_by_the_whole_line(words: str, kind: Furniture | None) -> None:
    assert furniture_kind(words) is kind


def test_tags() -> None:
    assert tags_in("Từ khóa: đoàn phí; nhà trọ") == ("đoàn phí", "nhà trọ")
    assert tags_in("#đoàn_phí #nhàtrọ") == ("đoàn phí", "nhàtrọ")
    assert tags_in("Chủ đề này rất hay") is None


@pytest.mark.parametrize(
    ("words", "split"),
    [
        ("Trao quà. Ảnh: Lê Na", ("Trao quà.", "Lê Na")),
        ("Trao quà (Ảnh: Lê Na/TTXVN)", ("Trao quà", "Lê Na/TTXVN")),
        ("Workers rest. Photo by Jane Doe", ("Workers rest.", "Jane Doe")),
        ("Ảnh: Lê Na", ("", "Lê Na")),
        ("Trao quà", ("Trao quà", "")),
        ("Bức ảnh đẹp nhất năm", ("Bức ảnh đẹp nhất năm", "")),
    ],
)
def test_captions_are_split_from_their_credit(words: str, split: tuple[str, str]) -> None:
    assert split_credit(words) == split
    assert is_caption(words) == bool(split[1])


@pytest.mark.parametrize(
    ("words", "place", "rest"),
    [
        ("HÀ NỘI - Sáng nay, mưa.", "Hà Nội", "Sáng nay, mưa."),
        ("Hà Nội (TTXVN) - Sáng nay, mưa.", "Hà Nội (TTXVN)", "Sáng nay, mưa."),
        ("HOÀ BÌNH – Hồ xả lũ.", "Hòa Bình", "Hồ xả lũ."),
        ("(LĐO) - Hà Nội, ngày 20/7, trời mưa.", "Hà Nội", "Ngày 20/7, trời mưa."),
        ("HANOI (VNS) — Rain fell.", "Hanoi (VNS)", "Rain fell."),
    ],
)
def test_datelines_beyond_doubt(words: str, place: str, rest: str) -> None:
    found = split_dateline(words)
    assert found is not None
    assert (found.place, found.rest) == (place, rest)


@pytest.mark.parametrize(
    "words",
    [
        "Hà Nội - Huế chỉ còn 12 giờ tàu.",
        "ASEAN - Việt Nam bàn về lao động.",
        "Ngày 20/7, tại Hà Nội, hội nghị khai mạc.",
        "(NLĐO) - Sáng nay trời mưa.",
        "HÀ NỘI mưa lớn - Nhiều nơi ngập.",
    ],
)
def test_no_dateline_where_there_is_doubt(words: str) -> None:
    assert split_dateline(words) is None


def test_places_in_any_case_and_tone_style() -> None:
    assert is_place("TP. HCM")
    assert place_name("THANH HOÁ") == "Thanh Hóa"
    assert not is_place("Ha Tinhh")


@pytest.mark.parametrize(
    "words", ["thường chữ nhỏ", "“Trong ngoặc”", "Hết câu.", "- Gạch đầu dòng", "In", "Bài: Lê Na"]
)
def test_what_is_no_cross_head(words: str) -> None:
    assert not looks_like_cross_head(words)
    assert looks_like_cross_head("Thi đua với nhiều hình thức")


def test_languages() -> None:
    assert detect_language("The workers said that they will be back to the plant.") == "en"
    assert detect_language("Công nhân nói họ sẽ trở lại nhà máy the of and to.") == "vi"
    assert detect_language("") == "vi"
