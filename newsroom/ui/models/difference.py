"""How one list of ids becomes another, in steps that a list view can follow without a jump."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.domain.ids import ArticleId

_MOST_STEPS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Places to remove from the old list (descending), then to fill from the new (ascending)."""

    removed: tuple[int, ...]
    inserted: tuple[int, ...]


def difference(old: Sequence[ArticleId], new: Sequence[ArticleId]) -> Difference | None:
    """The steps from `old` to `new`; None when starting afresh is cheaper.

    Ids are unique in either list. One that moved is removed and inserted.
    """
    old_ids, new_ids = set(old), set(new)
    kept_old = [one for one in old if one in new_ids]
    kept_new = [one for one in new if one in old_ids]
    moved = _moved(kept_old, kept_new)
    removed = tuple(
        place for place in range(len(old) - 1, -1, -1) if _gone(old[place], new_ids, moved)
    )
    inserted = tuple(place for place, one in enumerate(new) if _gone(one, old_ids, moved))
    if len(removed) + len(inserted) > _MOST_STEPS:
        return None
    return Difference(removed=removed, inserted=inserted)


def _gone(one: ArticleId, others: set[ArticleId], moved: set[ArticleId]) -> bool:
    return one not in others or one in moved


def _moved(old: list[ArticleId], new: list[ArticleId]) -> set[ArticleId]:
    """Those to take out so that the rest keeps its order: one end of the stretch that differs."""
    first, last = 0, len(old) - 1
    while first <= last and old[first] == new[first]:
        first += 1
    while last > first and old[last] == new[last]:
        last -= 1
    if first > last:
        return set()
    if old[first:last] == new[first + 1 : last + 1]:
        return {old[last]}
    if old[first + 1 : last + 1] == new[first:last]:
        return {old[first]}
    return set(old[first : last + 1])
