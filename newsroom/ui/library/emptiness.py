"""What the panel says where there are no articles to show, and the way on it offers."""

from dataclasses import dataclass

from newsroom.domain.article import Status
from newsroom.domain.library import EVERYTHING, ArticleFilter
from newsroom.i18n import _


@dataclass(frozen=True, slots=True)
class Emptiness:
    """An icon, a heading, a sentence under it, and the words of the way on (or none)."""

    icon: str
    title: str
    hint: str = ""
    way_on: str = ""


def why_empty(words: str, within: ArticleFilter) -> Emptiness:
    """Why a search for `words` (none: a look) within a part of the library shows nothing."""
    if words:
        return Emptiness(
            "search-x",
            _("Nothing found for “{words}”").format(words=_unquoted(words)),
            _("Try fewer words, or write them without accents."),
            _("Clear the search") if within == EVERYTHING else _("Search everywhere"),
        )
    if within.status is Status.SPIKED:
        return Emptiness("trash-2", _("The bin is empty"), _("Spiked articles come here."))
    return Emptiness(
        "file-text",
        _("No articles here yet"),
        _("Drag articles here or write a new one."),
        _("Write a new article"),
    )


def _unquoted(words: str) -> str:
    """A phrase of a query without its quotation marks: the sentence around it has its own."""
    bare = words[1:-1]
    quoted = len(words) > 2 and words[0] in '"“' and words[-1] in '"”'
    return bare if quoted and not set(bare) & set('"“”') else words
