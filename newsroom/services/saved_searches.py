"""The library's saved searches: kept under their names, shown in its tree."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from newsroom.domain.article import SectionPath
from newsroom.domain.changes import ChangeSet, Outcome
from newsroom.domain.ports import UnitOfWork
from newsroom.domain.saved_search import SavedSearch, search_from_json, search_to_json
from newsroom.errors import NotFoundError, UserError
from newsroom.language.collation import sort_key
from newsroom.language.folding import key, nfc
from newsroom.services.desk import Desk
from newsroom.services.profiles import MAX_NAME, moved_path

_KEY: Final = "searches"


def read_searches(*, desk: Desk) -> tuple[SavedSearch, ...]:
    """The saved searches in Vietnamese order of their names."""
    with desk.open(writes=False) as work:
        return _stored(work)


def keep_search(*, desk: Desk, search: SavedSearch) -> Outcome[SavedSearch | None]:
    """Keep a search; the value is the one of the same name in whose place it is put.

    Raises `UserError` for an empty or overlong name, and where there is nothing to look for.
    """
    clean = replace(search, name=_checked_name(search.name), words=search.words.strip())
    if not clean.words:
        raise UserError("A saved search needs words to look for.")

    def change(work: UnitOfWork) -> SavedSearch | None:
        stored = _stored(work)
        _keep(work, (*_without(stored, clean.name), clean))
        return _named(stored, clean.name)

    return _changed(desk, change)


def rename_search(*, desk: Desk, name: str, new: str) -> Outcome[SavedSearch | None]:
    """Give a saved search another name; the value is the renamed one.

    Raises `NotFoundError` when there is none called `name`, `UserError` when `new` is taken.
    """
    clean = _checked_name(new)

    def change(work: UnitOfWork) -> SavedSearch:
        stored = _stored(work)
        renamed, others = replace(_found(stored, name), name=clean), _without(stored, name)
        if _named(others, clean) is not None:
            raise UserError("There is a saved search “{name}” already.", name=clean)
        _keep(work, (*others, renamed))
        return renamed

    return _changed(desk, change)


def delete_search(*, desk: Desk, name: str) -> Outcome[SavedSearch | None]:
    """Forget a saved search and return it; raises `NotFoundError` when there is none."""

    def change(work: UnitOfWork) -> SavedSearch:
        stored = _stored(work)
        found = _found(stored, name)
        _keep(work, _without(stored, name))
        return found

    return _changed(desk, change)


def follow_sections(work: UnitOfWork, moved: Mapping[SectionPath, SectionPath]) -> None:
    """Sections were renamed or moved: searches within them go with them."""
    stored = _stored(work)
    if stored:
        _keep(work, [replace(each, section=_moved(each.section, moved)) for each in stored])


def _moved(
    section: SectionPath | None, moved: Mapping[SectionPath, SectionPath]
) -> SectionPath | None:
    return None if section is None else moved_path(section, moved)


def _checked_name(name: str) -> str:
    clean = nfc(" ".join(name.split()))
    if not clean:
        raise UserError("A saved search needs a name.")
    if len(clean) > MAX_NAME:
        raise UserError(
            "The name of a saved search has at most {limit} characters.", limit=MAX_NAME
        )
    return clean


def _stored(work: UnitOfWork) -> tuple[SavedSearch, ...]:
    return tuple(map(search_from_json, work.settings.read(_KEY) or ()))


def _keep(work: UnitOfWork, searches: Sequence[SavedSearch]) -> None:
    ordered = sorted(searches, key=lambda search: sort_key(search.name))
    work.settings.write(_KEY, [search_to_json(search) for search in ordered])


def _without(searches: Sequence[SavedSearch], name: str) -> tuple[SavedSearch, ...]:
    return tuple(each for each in searches if key(each.name) != key(name))


def _named(searches: Sequence[SavedSearch], name: str) -> SavedSearch | None:
    return next((each for each in searches if key(each.name) == key(name)), None)


def _found(searches: Sequence[SavedSearch], name: str) -> SavedSearch:
    found = _named(searches, name)
    if found is None:
        raise NotFoundError("There is no saved search “{name}”.", name=name)
    return found


def _changed(
    desk: Desk, change: Callable[[UnitOfWork], SavedSearch | None]
) -> Outcome[SavedSearch | None]:
    with desk.open() as work:
        value = change(work)
        work.commit()
    return Outcome(value=value, changes=ChangeSet(settings=True))
