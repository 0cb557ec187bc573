"""Lists of short forms as files: two columns of CSV, as spreadsheets write and read them."""

from collections.abc import Sequence
from pathlib import Path

from newsroom.domain.writing import Abbreviation
from newsroom.errors import UserError
from newsroom.language.encodings import decode
from newsroom.services.files import read_within, write_file
from newsroom.services.writing import abbreviations_from_csv, abbreviations_to_csv

_LARGEST = 2_000_000
"""Bytes; a list of short forms that is larger is another file."""


def read_abbreviations(path: Path) -> tuple[Abbreviation, ...]:
    """The list in a file of any Vietnamese encoding; raises `UserError` that says what is wrong."""
    data = read_within(path, _LARGEST)
    if data is None:
        raise UserError("“{path}” is too large for a list of short forms.", path=path)
    return abbreviations_from_csv(decode(data).text)


def write_abbreviations(path: Path, entries: Sequence[Abbreviation]) -> Path:
    """Write the list, with the mark by which spreadsheets know UTF-8; raises `UserError`."""
    data = abbreviations_to_csv(entries).encode("utf-8-sig")
    return write_file(path, data, overwrite=True)
