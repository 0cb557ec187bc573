"""Brings the catalogues up to date with the sources: extract, merge, compile.

Run by `make translations` from the repository's top folder. New strings appear in
`newsroom.pot` and, untranslated, in each `newsroom.po`; `make check` fails until they are filled.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

FOLDER = Path(__file__).parent
PACKAGE = FOLDER.parent.parent / "newsroom"
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    **dict.fromkeys(
        ("NewsroomError", "UserError", "UsageError", "NotFoundError", "StaleRevisionError"), (1,)
    ),
    **dict.fromkeys(
        ("BugError", "LibraryBusyError", "StorageError", "TargetError", "Remark", "malformed"), (1,)
    ),
}


def extract() -> Catalog:
    """All translatable strings of the package."""
    catalog = Catalog(project="newsroom", charset="utf-8", fuzzy=False)
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS)
    for file, line, message, comments, _context in found:
        catalog.add(message, locations=[(f"newsroom/{file}", line)], auto_comments=comments)
    return catalog


def read(language: str) -> Catalog:
    """The catalogue of `language` as it is in the repository."""
    with po_path(language).open("rb") as file:
        return read_po(file, locale=language)


def po_path(language: str) -> Path:
    """Where the translators' file lies."""
    return FOLDER / language / "LC_MESSAGES" / "newsroom.po"


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(path.parent.parent.name for path in FOLDER.glob("*/LC_MESSAGES/newsroom.po"))


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as the program reads it."""
    buffer = BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def update(language: str) -> int:
    """Merge the sources' strings into one language; returns how many lack a translation."""
    catalog = read(language)
    catalog.update(extract(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    with po_path(language).open("wb") as file:
        write_po(file, catalog, width=100, sort_output=True, no_location=True, omit_header=False)
    po_path(language).with_suffix(".mo").write_bytes(compiled(read(language)))
    return sum(1 for message in catalog if message.id and not _complete(message.string))


def _complete(string: str | tuple[str, ...] | list[str]) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


def main() -> int:
    """Update every language; 1 when something is left to translate."""
    missing = {language: update(language) for language in languages()}
    for language, count in missing.items():
        sys.stderr.write(f"{language}: {count} strings to translate\n")
    return 1 if any(missing.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
