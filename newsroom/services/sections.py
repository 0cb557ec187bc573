"""Looking after the section tree. A section that holds articles can move but never vanish."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from newsroom.domain.article import SectionPath, Status
from newsroom.domain.changes import ChangeSet, Outcome
from newsroom.domain.library import ArticleFilter
from newsroom.domain.ports import UnitOfWork
from newsroom.domain.slug import slugify
from newsroom.domain.taxonomy import PATH_SEPARATOR, Section, SectionTree, show_path
from newsroom.errors import UserError
from newsroom.language.folding import key, nfc
from newsroom.services import profiles, saved_searches, templates
from newsroom.services.desk import Desk

MAX_NAME = 120
"""Characters; longer names fit neither the site's menu nor its breadcrumb."""


def read_sections(*, desk: Desk) -> SectionTree:
    """The whole tree in menu order."""
    with desk.open(writes=False) as work:
        return work.taxonomy.sections()


def add_section(
    *, desk: Desk, name: str, above: SectionPath = (), index: int | None = None
) -> Outcome[SectionTree]:
    """A new section under `above` (empty: at the top), at `index` among its siblings, else last.

    Raises `NotFoundError` for `above` and `UserError` for a name that is empty or taken.
    """
    with desk.open() as work:
        tree = work.taxonomy.sections()
        clean = _checked_name(tree, above, name)
        section = Section(name=clean, slug=slugify(clean))
        return _saved(work, _inserted(tree, above, section, index))


def rename_section(*, desk: Desk, path: SectionPath, name: str) -> Outcome[SectionTree]:
    """Give the section at `path` another name; its articles stay in it."""
    with desk.open() as work:
        tree = work.taxonomy.sections()
        section = tree.require(path)
        clean = _checked_name(tree, path[:-1], name, besides=path[-1])
        index = _index(tree, path)
        renamed = replace(section, name=clean, slug=slugify(clean))
        changed = _inserted(_removed(tree, path), path[:-1], renamed, index)
        return _saved(work, changed, moved={path: (*path[:-1], clean)})


def move_section(
    *, desk: Desk, path: SectionPath, above: SectionPath, index: int | None = None
) -> Outcome[SectionTree]:
    """Put the section under `above`, at `index` among its future siblings (None: last).

    Articles go with it. Raises `UserError` when it would lie in itself or meet its own name.
    """
    if above[: len(path)] == path:
        raise UserError("“{section}” cannot lie within itself.", section=show_path(path))
    with desk.open() as work:
        tree = work.taxonomy.sections()
        section = tree.require(path)
        if above != path[:-1]:
            _checked_name(tree, above, section.name)
        changed = _inserted(_removed(tree, path), above, section, index)
        new_path = (*above, section.name)
        return _saved(work, changed, moved={path: new_path} if new_path != path else {})


def remove_section(*, desk: Desk, path: SectionPath) -> Outcome[SectionTree]:
    """Delete the section and its subsections; raises `UserError` when one holds articles."""
    with desk.open() as work:
        tree = work.taxonomy.sections()
        tree.require(path)
        held = _held(work, path)
        if held:
            raise UserError(
                "“{section}” still holds articles ({count}); move them elsewhere first.",
                section=path[-1],
                count=held,
            )
        return _saved(work, _removed(tree, path))


def _held(work: UnitOfWork, path: SectionPath) -> int:
    """Articles in the section and below, those in the bin included."""
    wanted = (ArticleFilter(section=path), ArticleFilter(section=path, status=Status.SPIKED))
    return sum(len(work.articles.ids(each)) for each in wanted)


def _checked_name(
    tree: SectionTree, above: SectionPath, name: str, besides: str | None = None
) -> str:
    clean = nfc(" ".join(name.split()))
    if not clean:
        raise UserError("A section needs a name.")
    if PATH_SEPARATOR in clean:
        raise UserError("The name of a section cannot contain “{sign}”.", sign=PATH_SEPARATOR)
    if len(clean) > MAX_NAME:
        raise UserError("The name of a section has at most {limit} characters.", limit=MAX_NAME)
    taken = (node.name for node in _level(tree, above) if node.name != besides)
    if key(clean) in map(key, taken):
        raise UserError("There is a section “{section}” here already.", section=clean)
    return clean


def _level(tree: SectionTree, above: SectionPath) -> tuple[Section, ...]:
    return tree.require(above).children if above else tree.roots


def _index(tree: SectionTree, path: SectionPath) -> int:
    return [node.name for node in _level(tree, path[:-1])].index(path[-1])


def _inserted(
    tree: SectionTree, above: SectionPath, section: Section, index: int | None
) -> SectionTree:
    level = list(_level(tree, above))
    level.insert(len(level) if index is None else index, section)
    return SectionTree(roots=_with_level(tree.roots, above, level))


def _removed(tree: SectionTree, path: SectionPath) -> SectionTree:
    level = [node for node in _level(tree, path[:-1]) if node.name != path[-1]]
    return SectionTree(roots=_with_level(tree.roots, path[:-1], level))


def _with_level(
    nodes: tuple[Section, ...], above: SectionPath, level: Iterable[Section]
) -> tuple[Section, ...]:
    if not above:
        return tuple(level)
    return tuple(
        replace(node, children=_with_level(node.children, above[1:], level))
        if node.name == above[0]
        else node
        for node in nodes
    )


def _saved(
    work: UnitOfWork, tree: SectionTree, *, moved: Mapping[SectionPath, SectionPath] | None = None
) -> Outcome[SectionTree]:
    work.taxonomy.save_sections(tree, moved=moved or {})
    if moved:
        profiles.follow_sections(work, moved)
        templates.follow_sections(work, moved)
        saved_searches.follow_sections(work, moved)
    work.commit()
    return Outcome(value=tree, changes=ChangeSet(sections=True))
