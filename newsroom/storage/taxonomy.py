"""Sections and tags in the library's database."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection

from newsroom.domain.article import SectionPath
from newsroom.domain.taxonomy import Section, SectionTree, show_path
from newsroom.errors import NotFoundError, UserError
from newsroom.language.folding import nfc
from newsroom.storage.tables import ARTICLE, SECTION, TAG


@dataclass(frozen=True, slots=True)
class _Node:
    id: int
    parent: int | None
    name: str
    slug: str


class SectionMap:
    """The section tree with the ids of its rows, as it is in this transaction."""

    def __init__(self, nodes: Iterable[_Node]) -> None:
        self._children: dict[int | None, list[_Node]] = defaultdict(list)
        for node in nodes:
            self._children[node.parent].append(node)
        self._paths: dict[int, SectionPath] = {}
        self._walk(None, ())
        self._ids = {path: key for key, path in self._paths.items()}

    def _walk(self, parent: int | None, above: SectionPath) -> None:
        for node in self._children.get(parent, ()):
            self._paths[node.id] = path = (*above, node.name)
            self._walk(node.id, path)

    def tree(self) -> SectionTree:
        """The tree as the domain knows it."""
        return SectionTree(roots=self._sections(None))

    def _sections(self, parent: int | None) -> tuple[Section, ...]:
        return tuple(
            Section(name=node.name, slug=node.slug, children=self._sections(node.id))
            for node in self._children.get(parent, ())
        )

    def path(self, section_id: int | None) -> SectionPath:
        """The path of a row; `()` for none."""
        return self._paths[section_id] if section_id is not None else ()

    def paths(self) -> Mapping[int, SectionPath]:
        """All paths by id, parents before children, in menu order."""
        return self._paths

    def require(self, path: SectionPath) -> int | None:
        """The id of the section at `path`, None for `()`; raises `NotFoundError`."""
        if not path:
            return None
        try:
            return self._ids[path]
        except KeyError:
            raise NotFoundError(
                "There is no section “{section}”.", section=show_path(path)
            ) from None

    def within(self, path: SectionPath) -> list[int]:
        """The ids of the section at `path` and of all below it; none when there is no such."""
        path = _composed(path)
        return [key for key, other in self._paths.items() if other[: len(path)] == path]


def read_sections(connection: Connection) -> SectionMap:
    """The tree as it is now."""
    columns = (SECTION.c.id, SECTION.c.parent_id, SECTION.c.name, SECTION.c.slug)
    rows = connection.execute(select(*columns).order_by(SECTION.c.position, SECTION.c.id))
    return SectionMap(_Node(*row) for row in rows)


class SqlTaxonomy:
    """`newsroom.domain.ports.Taxonomy` on a connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._map: SectionMap | None = None

    @property
    def map(self) -> SectionMap:
        """The section tree, read once in a transaction."""
        if self._map is None:
            self._map = read_sections(self._connection)
        return self._map

    def forget(self) -> None:
        """Read the tree anew when it is next asked for."""
        self._map = None

    def sections(self) -> SectionTree:
        return self.map.tree()

    def save_sections(
        self, tree: SectionTree, *, moved: Mapping[SectionPath, SectionPath] | None = None
    ) -> None:
        tree = SectionTree(roots=tuple(map(_normalised, tree.roots)))
        _require_distinct(tree)
        named = {_composed(old): _composed(new) for old, new in (moved or {}).items()}
        keep = _kept_ids(self.map, tree, named)
        gone = [key for key in self.map.paths() if key not in keep.values()]
        self._refuse_loss(gone)
        self._free_names(gone)
        self._write(tree.roots, (), None, keep)
        self._drop(gone)
        self.forget()

    def _refuse_loss(self, gone: list[int]) -> None:
        for section_id in gone:
            holds = select(ARTICLE.c.id).where(ARTICLE.c.section_id == section_id).limit(1)
            if self._connection.scalar(holds) is not None:
                raise UserError(
                    "The section “{section}” still holds articles; move them first.",
                    section=show_path(self.map.path(section_id)),
                )

    def _free_names(self, gone: list[int]) -> None:
        """Give all rows names that nothing clashes with, so that names may be exchanged."""
        for section_id in self.map.paths():
            values: dict[str, object] = {"name": f"\0{section_id}"}
            if section_id in gone:
                values["parent_id"] = None
            self._update(section_id, values)

    def _write(
        self,
        nodes: Iterable[Section],
        above: SectionPath,
        parent: int | None,
        keep: Mapping[SectionPath, int],
    ) -> None:
        for position, node in enumerate(nodes):
            path = (*above, node.name)
            values = {
                "parent_id": parent,
                "position": position,
                "name": node.name,
                "slug": node.slug,
            }
            section_id = keep.get(path)
            if section_id is None:
                made = insert(SECTION).values(values).returning(SECTION.c.id)
                section_id = self._connection.execute(made).scalar_one()
            else:
                self._update(section_id, values)
            self._write(node.children, path, section_id, keep)

    def _update(self, section_id: int, values: Mapping[str, object]) -> None:
        self._connection.execute(update(SECTION).where(SECTION.c.id == section_id).values(**values))

    def _drop(self, gone: list[int]) -> None:
        self._connection.execute(delete(SECTION).where(SECTION.c.id.in_(gone)))

    def tags(self) -> list[str]:
        return list(self._connection.scalars(select(TAG.c.name).order_by(TAG.c.sort_key)))


def _normalised(section: Section) -> Section:
    return Section(
        name=nfc(section.name),
        slug=nfc(section.slug),
        children=tuple(map(_normalised, section.children)),
    )


def _composed(path: SectionPath) -> SectionPath:
    return tuple(map(nfc, path))


def _require_distinct(tree: SectionTree) -> None:
    seen: set[SectionPath] = set()
    for path in tree.paths():
        if path in seen:
            raise UserError("There are two sections “{section}”.", section=show_path(path))
        seen.add(path)


def _kept_ids(
    before: SectionMap, tree: SectionTree, moved: Mapping[SectionPath, SectionPath]
) -> dict[SectionPath, int]:
    """Which path of the new tree is which section of the old one."""
    wanted = set(tree.paths())
    kept: dict[SectionPath, int] = {}
    paths = before.paths()
    # Sections that were moved by name come first: their new place may have had another owner.
    for named in (True, False):
        for key, old in paths.items():
            new = _new_path(old, moved)
            if (new != old) is named and new in wanted:
                kept.setdefault(new, key)
    return kept


def _new_path(old: SectionPath, moved: Mapping[SectionPath, SectionPath]) -> SectionPath:
    """Where `old` went: by the longest part of it that was moved."""
    for length in range(len(old), 0, -1):
        target = moved.get(old[:length])
        if target is not None:
            return (*target, *old[length:])
    return old
