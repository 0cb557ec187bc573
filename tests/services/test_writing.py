"""The house's habits of writing are kept with the library; lists go out and come in as CSV."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.document import Heading, Paragraph, text_of
from newsroom.domain.writing import Abbreviation, Snippet, Typography
from newsroom.errors import UserError
from newsroom.language.abbreviations import by_short
from newsroom.services.abbreviation_files import read_abbreviations, write_abbreviations
from newsroom.services.writing import (
    abbreviations_from_csv,
    abbreviations_to_csv,
    add_snippet,
    checked_habits,
    read_habits,
    remove_snippet,
    save_habits,
    shipped_abbreviations,
)
from tests.fakes.desk import make_desk


def entry(short: str, words: str) -> Abbreviation:
    return Abbreviation(short=short, words=words)


def test_a_new_library_has_the_shipped_habits() -> None:
    habits = read_habits(desk=make_desk())
    assert habits.typography == Typography(quotes=True, ellipsis=True, dashes=False)
    table = by_short(habits.abbreviations)
    assert table["ldld"] == "Liên đoàn Lao động"
    assert {"cdcs", "tldldvn", "cnvcld", "ubnd", "hdnd", "ubmttq"} <= table.keys()


def test_habits_come_back_as_they_were_kept() -> None:
    desk = make_desk()
    blocks = (Heading(text=text_of("Hộp thư")), Paragraph(text=text_of("Mời bạn đọc góp ý.")))
    wanted = replace(
        read_habits(desk=desk),
        typography=Typography(quotes=False, dashes=True),
        expand=False,
        abbreviations=(entry("abc", "An Bình Châu"),),
        snippets=(Snippet(name="Cuối bài", blocks=blocks),),
    )
    outcome = save_habits(desk=desk, habits=wanted)
    assert outcome.changes.settings
    assert read_habits(desk=desk) == wanted


def test_a_list_that_is_the_shipped_one_grows_with_the_program() -> None:
    desk = make_desk()
    save_habits(desk=desk, habits=read_habits(desk=desk))
    with desk.open(writes=False) as work:
        assert "abbreviations" not in work.settings.read("writing")


def test_odd_stored_values_are_no_reason_to_refuse() -> None:
    desk = make_desk()
    with desk.open() as work:
        odd = {"quotes": 0, "abbreviations": [["a1", "x"], 3], "snippets": [{"name": "x"}, None]}
        work.settings.write("writing", odd | {"newer": {}})
        work.commit()
    habits = read_habits(desk=desk)
    assert not habits.typography.quotes
    assert habits.abbreviations == (entry("a1", "x"),)
    assert habits.snippets == ()


@pytest.mark.parametrize(
    "bad",
    [
        (entry("a", "x"),),
        (entry("có cách", "x"),),
        (entry("ab", "  "),),
        (entry("ab", "x" * 301),),
        (entry("ld", "x"), entry("LĐ", "y")),
    ],
)
def test_an_entry_that_cannot_be_is_named(bad: tuple[Abbreviation, ...]) -> None:
    habits = replace(read_habits(desk=make_desk()), abbreviations=bad)
    with pytest.raises(UserError):
        checked_habits(habits)


def test_snippets_are_added_replaced_and_removed() -> None:
    desk = make_desk()
    for name, words in (("B", "hai"), ("A", "một"), ("A", "ba")):
        add_snippet(desk=desk, snippet=Snippet(name=name, blocks=(Paragraph(text=text_of(words)),)))
    kept = read_habits(desk=desk).snippets
    assert [snippet.name for snippet in kept] == ["A", "B"]
    assert kept[0].blocks[0].text == text_of("ba")
    remove_snippet(desk=desk, name="A")
    assert [snippet.name for snippet in read_habits(desk=desk).snippets] == ["B"]
    with pytest.raises(UserError):
        add_snippet(desk=desk, snippet=Snippet(name=" ", blocks=kept[0].blocks))


SHORTS = st.from_regex(r"[a-zđ0-9]{2,8}", fullmatch=True)
PHRASES = st.text(alphabet="aăđ ế=+-@\"';,.\t1👍🏽", min_size=1, max_size=20).filter(str.strip)


@given(st.dictionaries(SHORTS, PHRASES, min_size=1, max_size=6))
def test_a_list_survives_csv(table: dict[str, str]) -> None:
    entries = tuple(entry(short, " ".join(words.split())) for short, words in table.items())
    entries = tuple({next(iter(by_short([e]))): e for e in entries}.values())
    text = abbreviations_to_csv(entries)
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    assert [e.words for e in abbreviations_from_csv(text)] == [e.words for e in entries]


def test_csv_from_a_spreadsheet_comes_in() -> None:
    text = "\ufeffubnd;Ủy ban nhân dân\r\n;\r\nldld;'=Liên đoàn\r\nubnd;Ủy ban\r\n"
    assert abbreviations_from_csv(text) == (entry("ubnd", "Ủy ban"), entry("ldld", "=Liên đoàn"))


@pytest.mark.parametrize("text", ["", "\n\n", "ubnd\n", "x y,z\n", "ab,\n"])
def test_a_file_that_is_no_list_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(UserError):
        abbreviations_from_csv(text)


def test_the_shipped_list_is_in_order() -> None:
    habits = replace(read_habits(desk=make_desk()), abbreviations=shipped_abbreviations())
    assert checked_habits(habits).abbreviations == shipped_abbreviations()


def test_a_list_goes_to_a_file_and_comes_back(tmp_path) -> None:
    path = write_abbreviations(tmp_path / "danh sách.csv", shipped_abbreviations())
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert read_abbreviations(path) == shipped_abbreviations()


def test_files_that_are_no_lists_are_refused(tmp_path) -> None:
    large = tmp_path / "large.csv"
    large.write_bytes(b"ab,x\n" * 500_000)
    for path in (tmp_path / "missing.csv", tmp_path, large):
        with pytest.raises(UserError):
            read_abbreviations(path)
