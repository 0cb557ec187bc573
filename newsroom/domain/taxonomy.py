"""Sections (a tree) and tags."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from newsroom.domain.article import SectionPath
from newsroom.errors import NotFoundError

PATH_SEPARATOR = "/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A node of the section tree with its subsections in the order of the site's menu."""

    name: str
    slug: str
    children: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionTree:
    """All sections of a paper; the site's root (“Trang chủ”) is not a node."""

    roots: tuple[Section, ...] = ()

    def paths(self) -> Iterator[SectionPath]:
        """Every section's path, parents before children, in menu order."""
        yield from _paths(self.roots, ())

    def find(self, path: SectionPath) -> Section | None:
        """The section at `path`, None when there is none."""
        level, found = self.roots, None
        for name in path:
            found = next((node for node in level if node.name == name), None)
            if found is None:
                return None
            level = found.children
        return found

    def require(self, path: SectionPath) -> Section:
        """The section at `path`; raises `NotFoundError` when there is none."""
        found = self.find(path)
        if found is None:
            raise NotFoundError("There is no section “{section}”.", section=show_path(path))
        return found


def _paths(nodes: Iterable[Section], above: SectionPath) -> Iterator[SectionPath]:
    for node in nodes:
        path = (*above, node.name)
        yield path
        yield from _paths(node.children, path)


def parse_path(words: str) -> SectionPath:
    """`"Chuyên đề/An toàn lao động"` as a path; empty parts are dropped."""
    return tuple(part.strip() for part in words.split(PATH_SEPARATOR) if part.strip())


def show_path(path: SectionPath) -> str:
    """A path as the command line writes it."""
    return PATH_SEPARATOR.join(path)


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryCounts:
    """How many articles there are: in all, by status, by section (subsections included), by tag.

    The bin (spiked articles) counts only under its status.
    """

    total: int
    by_status: Mapping[str, int]
    by_section: Mapping[SectionPath, int]
    by_tag: Mapping[str, int]
