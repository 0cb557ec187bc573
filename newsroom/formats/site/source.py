"""What a site is made of."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from newsroom.domain.article import Article, ArticleSummary, SectionPath
from newsroom.domain.document import Photo
from newsroom.domain.ids import ArticleId
from newsroom.domain.paper import PaperSettings
from newsroom.domain.style import StyleSheet
from newsroom.domain.taxonomy import SectionTree
from newsroom.formats.html.markup import plain_words
from newsroom.formats.html.shelf import FindPhoto
from newsroom.formats.html.words import words_for

ReadArticles = Callable[[Sequence[ArticleId]], Iterable[Article]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSource:
    """The articles that go on the site, in any order, and the paper around them.

    `articles` reads some of them in the order asked for, so that only a part of the library is in
    memory at a time. `leads` are their first photos as they are used there: a list must not show
    what an article cuts away. `photo` finds a photo, None when it is lost. `within` is the section
    that the site is of, `()` for the whole paper.
    """

    summaries: Sequence[ArticleSummary]
    articles: ReadArticles
    leads: Mapping[ArticleId, Photo]
    photo: FindPhoto
    paper: PaperSettings
    style: StyleSheet
    sections: SectionTree
    within: SectionPath = ()


def moment_of(one: ArticleSummary | Article) -> datetime:
    """When readers got the article: its time of publication, else that of its last change."""
    return one.published or one.updated


def headline_of(one: ArticleSummary, paper: PaperSettings) -> str:
    """The headline for readers and machines that cannot do without one."""
    return plain_words(one.headline).strip() or words_for(paper.language).untitled


def newest_first(summaries: Iterable[ArticleSummary]) -> list[ArticleSummary]:
    """The order of every list of the site; of two at one moment the greater id comes first."""
    return sorted(summaries, key=lambda one: (moment_of(one), one.id), reverse=True)
