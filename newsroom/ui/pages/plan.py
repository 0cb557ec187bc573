"""A page as a person planned it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsroom.domain.ids import ArticleId


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePlan:
    """Which articles, by which template, from which number on."""

    ids: tuple[ArticleId, ...] = ()
    template: str = "lead-and-briefs"
    number: int = 1


def resumed(last: PagePlan, ids: Sequence[ArticleId]) -> PagePlan:
    """The plan to begin with when `ids` are selected: the last one, if they are all on it.

    So one comes back to the page after reading one of its articles; others begin another page.
    """
    return last if last.ids and set(ids) <= set(last.ids) else replace(last, ids=tuple(ids))
