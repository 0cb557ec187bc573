"""What is told before an export: what articles lack, and what will not print well."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom.domain.article import Article
from newsroom.domain.ids import ArticleId
from newsroom.domain.ports import UnitOfWork
from newsroom.domain.profile import Profile
from newsroom.domain.rendering import RenderContext
from newsroom.domain.review import Finding, Severity, by_weight
from newsroom.errors import NotFoundError
from newsroom.press.watching import Told
from newsroom.services.checking import check_article
from newsroom.services.desk import Desk
from newsroom.services.print_checking import print_findings, printing_preset
from newsroom.services.profiles import stored_profiles
from newsroom.services.progress import Progress, Silent, step, stopping_at_a_cancel
from newsroom.services.rendering import context_for, render_context

if TYPE_CHECKING:
    from newsroom.press.preset import Preset

PRINTED = "pdf"
"""The format that is looked at as print."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """An article with what was found in it, errors first."""

    id: ArticleId
    headline: str
    findings: tuple[Finding, ...] = field(default=())


def check_articles(
    *,
    desk: Desk,
    ids: Sequence[ArticleId],
    format: str = "",
    preset: str | None = None,
    progress: Progress | None = None,
) -> tuple[Checked, ...]:
    """Those of the articles in which there are errors or warnings, each held to its profile.

    In the format for print also what should be looked at before it is printed in the form of
    `preset`. Hints are left out, and so are articles that do not exist. Raises `CancelledError`
    when the person cancels.
    """
    form = printing_preset(preset, desk.press) if format == PRINTED else None
    watch = progress or Silent()
    found = []
    for done, article_id in enumerate(ids):
        step(watch, done, len(ids), "")
        for article, profile, context in _read(desk, article_id, printed=bool(form)):
            found.append(_checked(article, profile, context, form, stopping_at_a_cancel(watch)))
    return tuple(checked for checked in found if checked.findings)


def check_print(
    *, desk: Desk, article: Article, preset: str | None = None, known: Sequence[Finding] = ()
) -> tuple[Finding, ...]:
    """What `article`, as it is being written, needs before it is printed; errors first.

    What is among the `known` findings is not said again.
    """
    form = printing_preset(preset, desk.press)
    if form is None:
        return ()
    context = context_for(desk=desk, article=article)
    return tuple(sorted(print_findings(article, context, form, known=known), key=by_weight))


_Read = tuple[Article, Profile | None, RenderContext | None]


def _read(desk: Desk, article_id: ArticleId, *, printed: bool) -> Iterator[_Read]:
    """The article with its profile and, for print, its context; nothing when it is gone."""
    with desk.open(writes=False) as work, suppress(NotFoundError):
        article = work.articles.get(article_id)
        context = render_context(desk=desk, work=work, article=article) if printed else None
        yield article, _profiles(work).get(article.profile), context


def _profiles(work: UnitOfWork) -> Mapping[str, Profile]:
    return {profile.name: profile for profile in stored_profiles(work)}


def _checked(
    article: Article,
    profile: Profile | None,
    context: RenderContext | None,
    form: "Preset | None",
    told: Told,
) -> Checked:
    found = check_article(article, profile)
    if context is not None and form is not None:
        found = (*found, *print_findings(article, context, form, known=found, told=told))
    serious = (finding for finding in found if finding.severity is not Severity.HINT)
    return Checked(
        id=article.id, headline=article.headline, findings=tuple(sorted(serious, key=by_weight))
    )
