"""Conditions on articles, each said in the two ways that lists and searches need."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, false, select

from newsroom.domain.article import Status
from newsroom.domain.library import ArticleFilter
from newsroom.language.folding import key
from newsroom.storage.tables import ARTICLE, ARTICLE_TAG, BYLINE, STATUS_CHANGE, TAG
from newsroom.storage.taxonomy import SectionMap

_SPIKED = ARTICLE.c.status == Status.SPIKED.value


@dataclass(frozen=True, slots=True)
class Condition:
    """`on_article` for a query over `ARTICLE`; `on_id` for one that knows only an article's id.

    The second is answered from the indexes alone: looking each of 10,000 hits up among the
    articles would read as many pages.
    """

    on_article: ColumnElement[bool]
    on_id: Callable[[ColumnElement[int]], ColumnElement[bool]]


def by_column(condition: ColumnElement[bool]) -> Condition:
    """A condition on columns of `ARTICLE` that are indexed."""
    passing = select(ARTICLE.c.id).where(condition)
    return Condition(condition, lambda article_id: article_id.in_(passing))


def by_ids(passing: Select[Any]) -> Condition:
    """The articles whose ids a query gives."""
    return Condition(ARTICLE.c.id.in_(passing), lambda article_id: article_id.in_(passing))


def outside_the_bin() -> Condition:
    """Not spiked. The bin is small, so what lies in it is named, not what lies outside."""
    binned = select(ARTICLE.c.id).where(_SPIKED)
    return Condition(~_SPIKED, lambda article_id: article_id.not_in(binned))


def with_status(status: Status) -> Condition:
    """In just this status."""
    return by_column(ARTICLE.c.status == status.value)


def nothing() -> Condition:
    """What no article fulfils."""
    return Condition(false(), lambda _article_id: false())


def conditions(wanted: ArticleFilter, sections: SectionMap) -> list[Condition]:
    """The filter as conditions; all must hold."""
    found = [with_status(wanted.status) if wanted.status else outside_the_bin()]
    if wanted.section is not None:
        found.append(by_column(ARTICLE.c.section_id.in_(sections.within(wanted.section))))
    if wanted.tag is not None:
        found.append(by_ids(_tagged(wanted.tag)))
    if wanted.byline is not None:
        named = select(BYLINE.c.article_id).where(BYLINE.c.key == key(wanted.byline))
        found.append(by_ids(named))
    if wanted.maker is not None:
        found.append(by_ids(_made_by(wanted.maker)))
    if wanted.since is not None:
        found.append(by_column(ARTICLE.c.updated >= wanted.since))
    if wanted.until is not None:
        found.append(by_column(ARTICLE.c.updated <= wanted.until))
    return found


def _made_by(person: str) -> Select[Any]:
    first_step = STATUS_CHANGE.c.old.is_(None)
    return select(STATUS_CHANGE.c.article_id).where(first_step, STATUS_CHANGE.c.by == person)


def _tagged(tag: str) -> Select[Any]:
    same = select(TAG.c.id).where(TAG.c.key == key(tag)).scalar_subquery()
    return select(ARTICLE_TAG.c.article_id).where(ARTICLE_TAG.c.tag_id == same)
