"""Hits in the text, and the piece of it that shows them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.language.folding import fold, nfc
from newsroom.storage.search_query import Term
from newsroom.storage.snippets import Highlighter, snippet


def words_hit(text: str, *terms: Term, exactly: bool = True) -> list[str]:
    return [text[a:b] for a, b in Highlighter(terms, exactly=exactly).spans(text)]


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        ("Đường, đương và duong", Term(words="duong"), ["Đường", "đương", "duong"]),
        ("Đường, đương và duong", Term(words="đường"), ["Đường"]),
        ("đoàn viên, đoàn phí", Term(words="đoàn v", prefix=True), ["đoàn viên"]),
        ("Công đoàn", Term(words="công", prefix=True), ["Công"]),
        ("Công đoàn", Term(words="ông"), []),
        ("phòng Covid-19.", Term(words="covid-19"), ["Covid-19"]),
        ("hoà bình", Term(words="hòa"), ["hoà"]),
        ("a\nb", Term(words="a b"), ["a\nb"]),
    ],
)
def test_terms_in_text(text, term, expected):
    assert words_hit(text, term) == expected


def test_other_marks_count_where_the_article_was_found_by_them():
    assert words_hit("đương", Term(words="đường"), exactly=False) == ["đương"]


def test_overlapping_hits_are_one():
    text = "công đoàn viên"
    terms = (Term(words="công đoàn"), Term(words="doan vien"))
    assert words_hit(text, *terms) == ["công đoàn viên"]


def test_snippet_is_cut_round_the_hit_at_words():
    passage = "trước " * 60 + "đường\nsắt " + "sau " * 80
    shown, spans = snippet(["mở đầu", passage], Highlighter([Term(words="duong")], exactly=True))
    assert shown.startswith("…trước ")
    assert shown.endswith("sau…")
    assert len(shown) < 200
    assert [shown[a:b] for a, b in spans] == ["đường"]
    assert "\n" not in shown


def test_snippet_prefers_the_passage_with_most_words():
    terms = [Term(words="đường"), Term(words="sắt")]
    shown, _ = snippet(["đường đường", "đường sắt"], Highlighter(terms, exactly=True))
    assert shown == "đường sắt"


def test_snippet_without_hit_is_the_beginning():
    assert snippet(["", "Mở bài."], Highlighter((), exactly=False)) == ("Mở bài.", ())
    assert snippet([], Highlighter((), exactly=False)) == ("", ())


@given(st.lists(st.text(max_size=400).map(nfc), max_size=3), st.text(min_size=1, max_size=3))
def test_spans_lie_in_the_snippet_and_show_the_word(passages, word):
    term = Term(words=nfc(word).replace('"', " "), prefix=True)
    if not any(char.isalnum() for char in term.words):
        return
    shown, spans = snippet(passages, Highlighter([term], exactly=False))
    tokens = "".join(char for char in fold(term.words) if char.isalnum())
    for start, end in spans:
        assert 0 <= start < end <= len(shown)
        hit = "".join(char for char in fold(shown[start:end]) if char.isalnum())
        assert hit.startswith(tokens)
