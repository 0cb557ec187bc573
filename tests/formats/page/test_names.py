import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.formats.page.names import byline_names, natural_case


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("ĐẶNG LỢI", ("Đặng Lợi",)),
        ("Đặng Lợi", ("Đặng Lợi",)),
        ("Bài, ảnh: Minh Tú", ("Minh Tú",)),
        ("BÀI, ẢNH: MINH TÚ", ("Minh Tú",)),
        ("Bài và ảnh: Lê Thị Hoa - Trần Văn Bình", ("Lê Thị Hoa", "Trần Văn Bình")),
        ("Tin, ảnh: PV", ("PV",)),
        ("Thực hiện: Nguyễn An, Trần Bình", ("Nguyễn An", "Trần Bình")),
        ("Theo TTXVN", ("Theo TTXVN",)),
        ("(Theo TTXVN)", ("Theo TTXVN",)),
        ("Theo Báo Lao Động", ("Theo Báo Lao Động",)),
        ("Nguyễn Văn A - Trần B", ("Nguyễn Văn A", "Trần B")),
        ("NGUYỄN VĂN A – TRẦN B", ("Nguyễn Văn A", "Trần B")),
        ("Minh Tú (TTXVN)", ("Minh Tú (TTXVN)",)),
        ("H’Hen Niê", ("H’Hen Niê",)),
        ("PV", ("PV",)),
        ("By Jane Doe", ("Jane Doe",)),
        ("JOHN SMITH", ("John Smith",)),
        ("By Jane Doe and John Smith", ("Jane Doe", "John Smith")),
    ],
)
def test_bylines_are_read_in_natural_case(words: str, names: tuple[str, ...]) -> None:
    assert byline_names(words) == names


@pytest.mark.parametrize(
    "words",
    [
        "Ảnh: Lê Lâm",
        "Photo: Jane Doe",
        "Thi đua với nhiều hình thức đa dạng",
        "Theo ông Nam, việc này cần làm ngay.",
        "Theo đó, các đơn vị phải báo cáo trước ngày 20/7",
        "Hà Nội",
        "TP.HCM",
        "Giải pháp nào?",
        "Chia sẻ với đồng nghiệp.",
        "20/07/2020",
        "",
    ],
)
def test_other_lines_are_no_bylines(words: str) -> None:
    assert byline_names(words) == ()


def test_initials_and_agencies_keep_their_capitals() -> None:
    assert natural_case("T.H") == "T.H"
    assert natural_case("THEO TTXVN") == "Theo TTXVN"


@given(st.text(max_size=120))
def test_any_line_is_answered(words: str) -> None:
    assert all(byline_names(words)) or byline_names(words) == ()
