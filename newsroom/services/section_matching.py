"""The library's section that a page names in its own words."""

from newsroom.domain.article import SectionPath
from newsroom.domain.taxonomy import SectionTree
from newsroom.language.folding import fold, key


def match_section(named: SectionPath, tree: SectionTree) -> SectionPath | None:
    """The library's section that a page means by `named`, None when there is none.

    The same names first, then the same but for case, then without diacritics, then by the end of
    the path (a page may leave out or add levels above); several ends that fit mean none.
    """
    paths = list(tree.paths())
    if named in paths:
        return named
    for same in (key, _folded):
        wanted = tuple(map(same, named))
        whole = [path for path in paths if tuple(map(same, path)) == wanted]
        if whole:
            return whole[0]
    for length in range(len(named), 0, -1):
        ending = tuple(map(_folded, named[-length:]))
        fitting = [path for path in paths if tuple(map(_folded, path[-length:])) == ending]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _folded(name: str) -> str:
    return fold(key(name))
