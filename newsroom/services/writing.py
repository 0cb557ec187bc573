"""The house's habits of writing: read, checked, kept; lists of short forms as CSV."""

import csv
import io
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from unicodedata import normalize

from newsroom.domain.changes import ChangeSet, Outcome
from newsroom.domain.document import Document
from newsroom.domain.json_document import document_from_json, document_to_json
from newsroom.domain.writing import Abbreviation, Habits, Snippet, Typography
from newsroom.errors import UserError
from newsroom.language.abbreviations import SHORT, by_short
from newsroom.paths import resource
from newsroom.services.desk import Desk

_KEY = "writing"
_SWITCHES = ("quotes", "ellipsis", "dashes")
_LONGEST = 300
_FORMULA = ("=", "+", "-", "@", "'")
"""What a spreadsheet would take for a formula (OWASP, CSV injection), or for our guard."""


def read_habits(*, desk: Desk) -> Habits:
    """The library's habits; the shipped list of short forms until there is an own one."""
    with desk.open(writes=False) as work:
        stored = work.settings.read(_KEY)
    return _from_json(stored if isinstance(stored, Mapping) else {})


def save_habits(*, desk: Desk, habits: Habits) -> Outcome[Habits]:
    """Keep `habits`, trimmed; raises `UserError` for the first entry that cannot be so."""
    clean = checked_habits(habits)
    with desk.open() as work:
        work.settings.write(_KEY, _to_json(clean))
        work.commit()
    return Outcome(value=clean, changes=ChangeSet(settings=True))


def add_snippet(*, desk: Desk, snippet: Snippet) -> Outcome[Habits]:
    """Keep a snippet, in place of one that has the same name."""
    habits = read_habits(desk=desk)
    others = tuple(kept for kept in habits.snippets if kept.name != snippet.name.strip())
    return save_habits(desk=desk, habits=_with_snippets(habits, (*others, snippet)))


def remove_snippet(*, desk: Desk, name: str) -> Outcome[Habits]:
    """Forget the snippet of that name, if there is one."""
    habits = read_habits(desk=desk)
    kept = tuple(snippet for snippet in habits.snippets if snippet.name != name)
    return save_habits(desk=desk, habits=_with_snippets(habits, kept))


def _with_snippets(habits: Habits, snippets: tuple[Snippet, ...]) -> Habits:
    return Habits(
        typography=habits.typography,
        expand=habits.expand,
        abbreviations=habits.abbreviations,
        snippets=tuple(sorted(snippets, key=lambda snippet: snippet.name.lower())),
    )


def shipped_abbreviations() -> tuple[Abbreviation, ...]:
    """The list that a new library begins with."""
    with resource("library/abbreviations.toml").open("rb") as file:
        values = tomllib.load(file)["abbreviations"]
    return tuple(Abbreviation(short=short, words=words) for short, words in values.items())


# ---- checking ------------------------------------------------------------------------------


def checked_habits(habits: Habits) -> Habits:
    """`habits` with its texts trimmed and in NFC; raises `UserError` that says what is wrong."""
    return Habits(
        typography=habits.typography,
        expand=habits.expand,
        abbreviations=_checked(habits.abbreviations),
        snippets=tuple(map(_checked_snippet, habits.snippets)),
    )


def _checked(entries: Iterable[Abbreviation]) -> tuple[Abbreviation, ...]:
    clean = tuple(map(_checked_entry, entries))
    seen: set[str] = set()
    for entry in clean:
        (key,) = by_short([entry])
        if key in seen:
            raise UserError("The short form “{short}” is there twice.", short=entry.short)
        seen.add(key)
    return clean


def _checked_entry(entry: Abbreviation) -> Abbreviation:
    short, words = _tidy(entry.short), _tidy(entry.words)
    if not SHORT.fullmatch(short):
        raise UserError(
            "“{short}” is no short form: it needs 2 to 24 letters or digits without spaces.",
            short=short,
        )
    if not words:
        raise UserError("The short form “{short}” stands for no words.", short=short)
    if len(words) > _LONGEST:
        raise UserError(
            "The words for “{short}” are longer than {most} characters.", short=short, most=_LONGEST
        )
    return Abbreviation(short=short, words=words)


def _checked_snippet(snippet: Snippet) -> Snippet:
    name = _tidy(snippet.name)
    if not name:
        raise UserError("The snippet needs a name.")
    if not snippet.blocks:
        raise UserError("There is nothing in the snippet “{name}”.", name=name)
    return Snippet(name=name, blocks=snippet.blocks)


def _tidy(words: str) -> str:
    return " ".join(normalize("NFC", words).split())


# ---- as JSON -------------------------------------------------------------------------------


def _to_json(habits: Habits) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(habits.typography, name) for name in _SWITCHES}
    values["expand"] = habits.expand
    if habits.abbreviations != shipped_abbreviations():
        values["abbreviations"] = [[entry.short, entry.words] for entry in habits.abbreviations]
    values["snippets"] = [
        {"name": kept.name, "blocks": document_to_json(Document(blocks=kept.blocks))}
        for kept in habits.snippets
    ]
    return values


def _from_json(values: Mapping[str, Any]) -> Habits:
    """What a newer program wrote besides is left aside; it is no reason to refuse the library."""
    switches = {name: bool(values[name]) for name in _SWITCHES if name in values}
    listed = values.get("abbreviations")
    own = listed if isinstance(listed, list) else None
    return Habits(
        typography=Typography(**switches),
        expand=bool(values.get("expand", True)),
        abbreviations=shipped_abbreviations() if own is None else tuple(_entries(own)),
        snippets=tuple(_snippets(values.get("snippets") or ())),
    )


def _entries(rows: Iterable[Any]) -> Iterator[Abbreviation]:
    for row in rows:
        match row:
            case [str(short), str(words)]:
                yield Abbreviation(short=short, words=words)


def _snippets(rows: Iterable[Any]) -> Iterator[Snippet]:
    for row in rows:
        match row:
            case {"name": str(name), "blocks": list(blocks)}:
                try:
                    yield Snippet(name=name, blocks=document_from_json(blocks).blocks)
                except UserError:
                    continue


# ---- as CSV --------------------------------------------------------------------------------


def abbreviations_to_csv(entries: Iterable[Abbreviation]) -> str:
    """Two columns, short form and words; no cell that a spreadsheet would compute."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for entry in entries:
        writer.writerow((_guarded(entry.short), _guarded(entry.words)))
    return out.getvalue()


def abbreviations_from_csv(text: str) -> tuple[Abbreviation, ...]:
    """The list in a CSV file with `,`, `;` or tabs between the columns; empty rows are skipped.

    Of a short form that comes twice the last one counts. Raises `UserError` that names the row.
    """
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=_delimiter(text))
    found: dict[str, Abbreviation] = {}
    try:
        for number, row in enumerate(rows, start=1):
            cells = [_unguarded(cell.strip()) for cell in row]
            if not any(cells):
                continue
            if len(cells) < 2:
                raise UserError(
                    "Row {row} has one column; it needs a short form and its words.", row=number
                )
            entry = _checked_entry(Abbreviation(short=cells[0], words=cells[1]))
            found.update(dict.fromkeys(by_short([entry]), entry))
    except csv.Error as error:
        raise UserError("This is not a list with two columns (CSV).") from error
    if not found:
        raise UserError("There is no short form in the file.")
    return tuple(found.values())


def _delimiter(text: str) -> str:
    """The first that there is: a short form before it holds none."""
    return next((char for char in text if char in ",;\t"), ",")


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
