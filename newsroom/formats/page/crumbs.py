"""The breadcrumb of a page: the path to its section, however the copy has mangled it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsroom.domain.article import SectionPath
from newsroom.domain.taxonomy import SectionTree
from newsroom.formats.page.furniture import furniture_kind
from newsroom.formats.page.moments import is_relative_time, time_line
from newsroom.formats.page.pieces import Hint, Piece, bare, same_words
from newsroom.language.folding import fold

ROOTS = ("trang chủ", "trang nhất", "trang chính", "trang tin", "homepage", "home page", "home")
_ARROWS = re.compile(r"\s*(?:>+|»|›|→|▸|▶|❯|⟩|\u203a|&gt;)\s*")
_BARS = re.compile(r"\s+[/|•·\\]\s+|(?<=\w)\s*/\s*(?=[^\W\d_])")
_SITE = re.compile(r"^(?:báo|tạp chí|cổng thông tin|trang tin)\s+\S+\s+\S+", re.IGNORECASE)
"""A paper that names itself where others write “Trang chủ”."""
_ONLY_SEPARATOR = re.compile(r"^[>»›→/|•·▸▶❯\\-]+$")
_SEARCHED = 40
_LONGEST_NAME = 14
_LONGEST_PATH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumbs:
    """The section path without the root, and the indexes of the pieces that stated it."""

    path: SectionPath
    used: frozenset[int]


def find_crumbs(pieces: Sequence[Piece], sections: SectionTree | None) -> Crumbs | None:
    """The breadcrumb near the top of the page, with the section title that repeats its end."""
    top = range(min(len(pieces), _SEARCHED))
    for index in top:
        if _is_rooted_row(pieces[index]):
            return _with_title(pieces, _row_at(pieces, index))
    for index in top:
        found = _crumbs_at(pieces, index, sections)
        if found is not None:
            return _with_title(pieces, found)
    return None


def _is_rooted_row(piece: Piece) -> bool:
    """Whether the line is a breadcrumb beyond doubt: from the root on, with separators."""
    parts = [part for part in _ARROWS.split(piece.words[:300]) if part]
    return piece.is_paragraph and 2 <= len(parts) <= 6 and _is_root(parts[0]) and _are_names(parts)


def _row_at(pieces: Sequence[Piece], index: int) -> Crumbs:
    parts = [part for part in _ARROWS.split(pieces[index].words) if part]
    return Crumbs(path=tuple(parts[1:]), used=frozenset({index}))


def _crumbs_at(pieces: Sequence[Piece], index: int, sections: SectionTree | None) -> Crumbs | None:
    words = pieces[index].words
    if not 0 < len(words) <= 300 or not pieces[index].is_paragraph:
        return None
    parts = _separated(words, first=index < 4, hinted=pieces[index].hint is Hint.CRUMBS)
    if parts is not None:
        return Crumbs(path=parts, used=frozenset({index})) if parts else None
    if _is_root(words):
        return _one_a_line(pieces, index, sections)
    rest = _after_root(words)
    following = [part.words for part in pieces[index + 1 : index + 4]]
    if rest is None:
        path = _unrooted(words, following, sections) if index < 4 else ()
    else:
        path = _unglued(rest, following, sections)
    return Crumbs(path=path, used=frozenset({index})) if path else None


def _is_root(words: str) -> bool:
    return bare(words) in ROOTS


def _separated(words: str, *, first: bool, hinted: bool) -> SectionPath | None:
    """The names between separators, None when these are not crumbs; the root alone gives ()."""
    for pattern, sure in ((_ARROWS, True), (_BARS, False)):
        parts = [part.strip() for part in pattern.split(words)]
        parts = [part for part in parts if part]
        rooted = bool(parts) and _is_root(parts[0])
        if len(parts) < 2 and not (rooted and pattern.search(words)):
            continue
        rooted = rooted or (len(parts) > 1 and _SITE.match(parts[0]) is not None)
        alike = first and _are_titles(parts) and (sure or _is_menu_path(parts))
        if not _are_names(parts) or not (rooted or hinted or alike):
            continue
        return tuple(parts[1:] if rooted else parts)
    return None


def _are_titles(parts: Sequence[str]) -> bool:
    """Names of sections begin with a capital; `Thu nhập > 10 triệu đồng` is a sentence."""
    return all(part[0].isupper() for part in parts)


def _is_menu_path(parts: Sequence[str]) -> bool:
    """`Thời sự / Chính trị` as the page's first line."""
    return len(parts) <= 3 and all(len(part.split()) <= 4 for part in parts)


def _are_names(parts: Sequence[str]) -> bool:
    return len(parts) <= _LONGEST_PATH + 1 and all(_is_name(part) for part in parts)


def _is_name(words: str) -> bool:
    return (
        1 <= len(words.split()) <= _LONGEST_NAME
        and any(ch.isalpha() for ch in words)
        and words[-1] not in ".?!…;:,"
        and time_line(words) is None
    )


def _after_root(words: str) -> str | None:
    """What follows the root's name in a line where both are glued or only a space apart."""
    lower = words.casefold()
    for root in ROOTS:
        if lower.startswith(root) and len(words) > len(root):
            rest = words[len(root) :]
            glued = rest[0].isupper()
            if glued or (rest[0] == " " and root.startswith("trang ") and rest[1:2].isupper()):
                return rest.strip()
    return None


def _unglued(rest: str, following: Sequence[str], sections: SectionTree | None) -> SectionPath:
    """The names in `Chuyên đềPhát triển đoàn viên`: by library, title line or capitals."""
    known = _known_path(rest, sections)
    if known:
        return known
    title = _title_suffix(rest, following)
    if title:
        above = rest[: len(rest) - len(title)].strip()
        return (*(_known_path(above, sections) or _at_capitals(above)), title)
    return _at_capitals(rest)


def _unrooted(words: str, following: Sequence[str], sections: SectionTree | None) -> SectionPath:
    """Glued names without a root: only when the section title below confirms them."""
    title = _title_suffix(words, following)
    if not title or title == words:
        return ()
    above = words[: len(words) - len(title)]
    if above[-1:].isspace() or not title[0].isupper():
        return ()
    return (*(_known_path(above, sections) or _at_capitals(above)), title)


def _title_suffix(rest: str, following: Sequence[str]) -> str:
    """The end of `rest` that a line below repeats, empty when none does."""
    for line in following:
        if line and len(line) <= len(rest) and fold(rest).endswith(fold(line)):
            return rest[len(rest) - len(line) :]
    return ""


def _known_path(rest: str, sections: SectionTree | None) -> SectionPath:
    wanted = fold("".join(rest.split()))
    for path in sections.paths() if sections is not None else ():
        if fold("".join("".join(path).split())) == wanted:
            return path
    return ()


def _at_capitals(rest: str) -> SectionPath:
    """The names of `Thời sựChính trị`: a capital right after a small letter begins one."""
    starts = [
        index
        for index in range(1, len(rest))
        if rest[index].isupper() and rest[index - 1].islower()
    ]
    edges = [0, *starts, len(rest)]
    parts = tuple(rest[start:end].strip() for start, end in pairwise(edges))
    return parts if _are_names(parts) else ()


def _one_a_line(pieces: Sequence[Piece], index: int, sections: SectionTree | None) -> Crumbs | None:
    """The root in a line of its own, each name below it in its line, with or without arrows."""
    used, arrow = [index], False
    names: list[str] = []
    for position in range(index + 1, min(len(pieces), index + 12)):
        words = pieces[position].words
        if _ONLY_SEPARATOR.match(words):
            arrow = True
        elif names and same_words(words, names[-1]):
            used.append(position)
            break
        elif _is_crumb_name(pieces, position, sections, arrow=arrow):
            names.append(_ARROWS.sub("", words))
            arrow = False
        else:
            break
        used.append(position)
    if not 1 <= len(names) <= 3:
        return None
    return Crumbs(path=tuple(names), used=frozenset(used))


def _is_crumb_name(
    pieces: Sequence[Piece], position: int, sections: SectionTree | None, *, arrow: bool
) -> bool:
    piece = pieces[position]
    words = _ARROWS.sub("", piece.words)
    if not piece.is_paragraph or piece.level == 1 or not words or not _is_name(words):
        return False
    if furniture_kind(words) is not None or is_relative_time(words):
        return False
    repeated = position + 1 < len(pieces) and same_words(words, pieces[position + 1].words)
    marked = arrow or _ARROWS.match(piece.words) is not None
    return marked or repeated or len(words.split()) <= 4 or _is_section(words, sections)


def _is_section(words: str, sections: SectionTree | None) -> bool:
    wanted = bare(words)
    paths = sections.paths() if sections is not None else ()
    return any(bare(path[-1]) == wanted for path in paths)


def _with_title(pieces: Sequence[Piece], crumbs: Crumbs) -> Crumbs:
    """The title line repeats the last name; a last name that is the headline is no section."""
    after = max(crumbs.used) + 1
    used = set(crumbs.used)
    path = crumbs.path
    for position in range(after, min(len(pieces), after + 4)):
        line = pieces[position]
        if not same_words(line.words, path[-1]):
            continue
        if len(path) > 1 and (line.level == 1 or _is_headline_here(pieces, position, line)):
            return Crumbs(path=path[:-1], used=frozenset(used))
        used.add(position)
        break
    return Crumbs(path=path, used=frozenset(used))


def _is_headline_here(pieces: Sequence[Piece], position: int, line: Piece) -> bool:
    """Whether nothing below could be the headline: the crumbs end in the article's own name."""
    below = pieces[position + 1 : position + 7]
    other = any(
        part.is_paragraph
        and 4 <= part.count <= 40
        and not part.words.endswith(".")
        and time_line(part.words) is None
        for part in below
    )
    return line.count >= 5 and not other
