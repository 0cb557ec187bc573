"""Words are found as the desk means them, and no expression can hang the window."""

from time import perf_counter

import pytest
from hypothesis import given

from newsroom.errors import UserError
from newsroom.language.finding import Pattern, Replacement, follow_case
from newsroom.language.regex_guard import may_run_away
from tests.strategies import lines

TEXT = "Đường sắt an\u00a0toàn, tuần tra ban đêm; đương kim, nhân dân"


def found(words: str, **options: bool) -> list[str]:
    return [TEXT[hit.start : hit.end] for hit in Pattern(words=words, **options).find(TEXT)]


@pytest.mark.parametrize(
    ("words", "options", "expected"),
    [
        ("duong", {}, ["Đường", "đương"]),
        ("ĐƯỜNG", {"match_diacritics": True}, ["Đường"]),
        ("Duong", {"match_case": True}, ["Đường"]),
        ("đương", {"match_diacritics": True, "match_case": True}, ["đương"]),
        ("an", {}, ["an", "àn", "ần", "an", "ân", "ân"]),
        ("an", {"whole_word": True}, ["an"]),
        ("an toan", {"whole_word": True}, ["an\u00a0toàn"]),
        ("nhân dân", {"match_diacritics": True}, ["nhân dân"]),
        (r"t\w+n\b", {"regex": True}, ["toàn", "tuần"]),
        (r"^\S+", {"regex": True}, ["Đường"]),
        (r"[à-ỹ]\w+ sắt", {"regex": True, "match_diacritics": True}, ["Đường sắt"]),
        ("x*", {"regex": True}, []),
        ("a{2", {"regex": True}, []),
        ("{}", {"regex": True}, []),
        ("(", {}, []),
        ("", {}, []),
        ("", {"regex": True}, []),
    ],
)
def test_the_options_say_what_is_a_hit(words, options, expected):
    assert found(words, **options) == expected


def test_a_hit_does_not_part_a_letter_from_its_mark():
    assert Pattern(words="x").find("x\u0301y") == []
    assert Pattern(words="x", whole_word=True).find("y\u0301x") == []


@pytest.mark.parametrize("words", ["(", "a)", "[a", "*a", "(?P<x", r"(\1", "a**"])
def test_a_bad_expression_is_one_sentence(words):
    with pytest.raises(UserError, match="not a complete regular expression"):
        Pattern(words=words, regex=True)


@pytest.mark.parametrize(
    "words",
    [
        "(a+)+b",
        "(a|a)*b",
        "(a*)*",
        "(?:a?){40}b",
        "((a)+)+",
        "([a-z]+)*x",
        "a*a*b",
        "(.*)(.*)x",
        ".*a.*a.*b",
        r"\w+n\w+n\w+n\w*#",
        r"\w+(n| )\w+n\w+",
    ],
)
def test_an_expression_that_could_run_for_ever_is_refused(words):
    with pytest.raises(UserError, match="for ever"):
        Pattern(words=words, regex=True)


@pytest.mark.parametrize(
    "words",
    [
        r"\d{1,3}(\.\d{3})+",
        "(a|b)?c",
        r"[(a+)+]",
        r"(\w++ )+x",
        "(?>a+)+",
        r"\(a+\)+",
        "(?:ab){2,3}",
        r"\w+\s+\w+",
        r"“.*”.*nói",
    ],
)
def test_ordinary_expressions_are_not_refused(words):
    assert not may_run_away(words)
    Pattern(words=words, regex=True)


@pytest.mark.parametrize("words", [r".*c.*#", r"\w+\s\w+\s\w+\s\w+#", r"(\w++ )+#", r"\w+n\w+#"])
def test_what_is_allowed_ends_soon(words):
    text = "Nửa phút là xong việc, sổ sách khớp từng đồng. " * 40 + "nnnn" * 200
    start = perf_counter()
    Pattern(words=words, regex=True).find(text)
    assert perf_counter() - start < 1


def test_a_long_text_is_searched_to_its_end():
    text = "đoàn " * 5000
    assert len(Pattern(words="doan", regex=True).find(text)) == 5000
    assert len(Pattern(words="đoàn", match_diacritics=True).find(text)) == 5000


def swapped(text: str, words: str, by: str, *, keep_case: bool = False, **options: bool) -> str:
    pattern = Pattern(words=words, **options)
    replacement = Replacement(pattern=pattern, words=by, keep_case=keep_case)
    for hit in reversed(pattern.find(text)):
        text = text[: hit.start] + replacement.of(text, hit) + text[hit.end :]
    return text


def test_groups_carry_the_original_letters():
    swap = swapped("Ngày 20/7, ông Đỗ Lợi", r"(\d+)/(\d+)", "$2-\\1$$", regex=True)
    assert swap == "Ngày 7-20$, ông Đỗ Lợi"
    assert swapped("ông Đỗ Lợi", r"ong (\w+)", "$1", regex=True) == "Đỗ Lợi"


def test_signs_mean_nothing_without_an_expression():
    assert swapped("giá a", "a", r"$1\1") == r"gi$1\1 $1\1"


def test_a_group_that_is_not_there_is_told():
    pattern = Pattern(words="(a)", regex=True)
    with pytest.raises(UserError, match="names group 2"):
        Replacement(pattern=pattern, words="$2")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("THUẾ", "phí", "PHÍ"),
        ("Thuế", "phí", "Phí"),
        ("thuế", "Phí", "Phí"),
        ("Đ", "x", "X"),
        ("12", "x", "x"),
        ("Thuế", "", ""),
    ],
)
def test_the_case_is_followed(old, new, expected):
    assert follow_case(old, new) == expected


def test_what_is_too_long_is_refused():
    with pytest.raises(UserError, match="500"):
        Pattern(words="a" * 501)


@given(lines(max_words=4))
def test_a_text_is_found_in_itself(text):
    hits = Pattern(words=text[:500], match_case=True, match_diacritics=True).find(text)
    assert not text or text.isspace() or hits[0][:2] == (0, len(text))
