"""The places of a library as its tree shows them: all, searches, sections, statuses, tags."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import Enum, auto

from newsroom.domain.article import SectionPath, Status
from newsroom.domain.library import EVERYTHING, ArticleFilter
from newsroom.domain.paper import PaperSettings, zone
from newsroom.domain.profile import Profile
from newsroom.domain.saved_search import SavedSearch
from newsroom.domain.taxonomy import LibraryCounts, Section, SectionTree
from newsroom.i18n import _
from newsroom.services.articles import list_ids, read_counts, read_tags
from newsroom.services.desk import Desk
from newsroom.services.profiles import read_profiles
from newsroom.services.saved_searches import read_searches
from newsroom.services.sections import read_sections
from newsroom.services.settings import read_paper
from newsroom.services.templates import template_names
from newsroom.ui.wording import status_label


class Drop(Enum):
    """What dropping articles on a place does to them."""

    NOTHING = auto()
    MOVE = auto()
    TAG = auto()
    STATUS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One line of the tree. A title (`wanted` is None) only groups what is under it.

    `key` names the place over restarts; `count` is None where nothing is counted. `search` is what
    going there looks for.
    """

    key: str
    label: str
    wanted: ArticleFilter | None = None
    count: int | None = None
    drop: Drop = Drop.NOTHING
    search: SavedSearch | None = None
    children: tuple["Place", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the tree is made from; `mine` filters the person's articles of today."""

    sections: SectionTree
    counts: LibraryCounts
    tags: Sequence[str]
    paper: PaperSettings
    mine: ArticleFilter
    mine_count: int
    profiles: tuple[Profile, ...] = ()
    templates: tuple[str, ...] = ()
    searches: tuple[SavedSearch, ...] = ()


def read_overview(desk: Desk) -> Overview:
    """Everything the tree shows; run on the database lane."""
    paper = read_paper(desk=desk)
    mine = ArticleFilter(maker=desk.person, since=_midnight(desk.clock.now(), zone(paper)))
    return Overview(
        sections=read_sections(desk=desk),
        counts=read_counts(desk=desk),
        tags=read_tags(desk=desk),
        paper=paper,
        mine=mine,
        mine_count=len(list_ids(desk=desk, wanted=mine)),
        profiles=read_profiles(desk=desk),
        templates=template_names(desk=desk),
        searches=read_searches(desk=desk),
    )


def _midnight(now: datetime, clock: tzinfo) -> datetime:
    here = now.astimezone(clock)
    since_midnight = timedelta(
        hours=here.hour,
        minutes=here.minute,
        seconds=here.second,
        microseconds=here.microsecond,
    )
    return here - since_midnight


def places(overview: Overview) -> tuple[Place, ...]:
    """The groups of the tree, in the words of the interface."""
    groups = (
        _library(overview),
        _searches(overview),
        Place(
            key="sections",
            label=_("Sections"),
            children=_sections(overview.sections.roots, (), overview.counts.by_section),
        ),
        _statuses(overview.counts.by_status),
        _tags(overview),
    )
    return tuple(group for group in groups if group.children)


def _library(overview: Overview) -> Place:
    by_status = overview.counts.by_status
    return Place(
        key="library",
        label=_("Library"),
        children=(
            Place(
                key="all", label=_("All articles"), wanted=EVERYTHING, count=overview.counts.total
            ),
            Place(
                key="mine",
                label=_("Mine, today"),
                wanted=overview.mine,
                count=overview.mine_count,
            ),
            _status(Status.AWAITING_EDIT, by_status, key="waiting"),
            Place(
                key="bin",
                label=_("Bin"),
                wanted=ArticleFilter(status=Status.SPIKED),
                count=by_status.get(Status.SPIKED, 0),
                drop=Drop.STATUS,
            ),
        ),
    )


def search_key(name: str) -> str:
    """The key of the place of the search kept as `name`."""
    return f"search:{name}"


def _searches(overview: Overview) -> Place:
    return Place(
        key="searches",
        label=_("Saved searches"),
        children=tuple(
            Place(
                key=search_key(search.name),
                label=search.name,
                wanted=search.within(overview.mine),
                search=search,
            )
            for search in overview.searches
        ),
    )


def _sections(
    nodes: Sequence[Section], above: SectionPath, counts: Mapping[SectionPath, int]
) -> tuple[Place, ...]:
    return tuple(
        Place(
            key="section:" + "/".join((*above, node.name)),
            label=node.name,
            wanted=ArticleFilter(section=(*above, node.name)),
            count=counts.get((*above, node.name), 0),
            drop=Drop.MOVE,
            children=_sections(node.children, (*above, node.name), counts),
        )
        for node in nodes
    )


def _statuses(counts: Mapping[str, int]) -> Place:
    shown = [status for status in Status if status is not Status.SPIKED]
    return Place(
        key="statuses",
        label=_("Statuses"),
        children=tuple(_status(status, counts) for status in shown),
    )


def _status(status: Status, counts: Mapping[str, int], key: str = "") -> Place:
    return Place(
        key=key or f"status:{status}",
        label=status_label(status),
        wanted=ArticleFilter(status=status),
        count=counts.get(status, 0),
        drop=Drop.STATUS,
    )


def _tags(overview: Overview) -> Place:
    return Place(
        key="tags",
        label=_("Tags"),
        children=tuple(
            Place(
                key=f"tag:{tag}",
                label=tag,
                wanted=ArticleFilter(tag=tag),
                count=overview.counts.by_tag.get(tag, 0),
                drop=Drop.TAG,
            )
            for tag in overview.tags
        ),
    )
