"""A section, some articles or the whole library as a static site in a folder."""

from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.article import SectionPath, Status
from newsroom.domain.ids import ArticleId
from newsroom.domain.imported import Remark
from newsroom.domain.paper import PaperSettings
from newsroom.domain.ports import UnitOfWork
from newsroom.domain.slug import slugify
from newsroom.errors import CancelledError, UsageError
from newsroom.services.desk import Desk
from newsroom.services.exporting import Exported, ExportReport
from newsroom.services.files import TargetError, make_folder, target_faults, write_folder
from newsroom.services.progress import Progress, Silent, step
from newsroom.services.rendering import load_style, photo_source
from newsroom.services.site_choice import (
    Choice,
    Scope,
    choice_remarks,
    choose,
    read_articles,
)

if TYPE_CHECKING:
    from newsroom.formats.site.build import Site

MAIN = "index.html"
ON_SITE = frozenset({Status.PUBLISHED})
"""Whose articles go on a site unless other statuses are chosen."""
_OURS = (MAIN, "robots.txt", "assets/style.css")
"""What every site holds; only a folder that has it makes way for a new one."""


def export_site(
    *,
    desk: Desk,
    target: Path,
    section: SectionPath = (),
    ids: Sequence[ArticleId] | None = None,
    statuses: Collection[Status] = ON_SITE,
    theme: str | None = None,
    progress: Progress | None = None,
) -> ExportReport:
    """Write the articles of `section` (all for `()`), or of them those in `ids`, as a site.

    Articles of other statuses and those under embargo stay out, which a remark tells. `target`
    becomes the site: it is new, an empty folder, or an earlier site, which then makes way as a
    whole. The same library gives the same bytes. After a cancel the folder is as it was.

    Raises `UsageError` for the bin as a status, `NotFoundError` for an unknown section or theme,
    `UserError` when there is nothing to write or `target` cannot be written.
    """
    if Status.SPIKED in statuses:
        raise UsageError("Articles in the bin cannot go on a site.")
    with target_faults(target):
        _check_target(target)
    watch = progress or Silent()
    scope = Scope(section=section, ids=ids, statuses=statuses)
    try:
        with desk.open(writes=False) as work:
            exported = _export(desk, work, scope, target, theme, watch)
    except CancelledError:
        return ExportReport(cancelled=True)
    watch.report(len(exported.ids), len(exported.ids), "")
    return ExportReport(exported=(exported,))


def site_folder_name(paper: PaperSettings) -> str:
    """What the folder of the paper's site is called where a person names only the place for it."""
    return f"{slugify(paper.name) or 'newsroom'}-site"


def _check_target(target: Path) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise TargetError("“{path}” is a file, not a folder.", path=target)
    if any(target.iterdir()) and not all((target / name).is_file() for name in _OURS):
        raise TargetError(
            "“{path}” holds other files and was left alone; choose an empty folder.", path=target
        )


def _export(
    desk: Desk,
    work: UnitOfWork,
    scope: Scope,
    target: Path,
    theme: str | None,
    progress: Progress,
) -> Exported:
    if scope.section:
        work.taxonomy.sections().require(scope.section)
    choice = choose(desk, work, scope)
    paper = work.settings.paper()
    site = _site(desk, work, choice, scope.section, theme or paper.site_theme, progress)
    with target_faults(target):
        make_folder(target.parent)
        write_folder(target, site.files(), overwrite=True)
    return Exported(
        path=target / MAIN,
        ids=tuple(one.id for one in choice.summaries),
        remarks=(*choice_remarks(choice, paper), *_photo_remarks(site)),
    )


def _site(
    desk: Desk,
    work: UnitOfWork,
    choice: Choice,
    section: SectionPath,
    theme: str,
    progress: Progress,
) -> "Site":
    from newsroom.formats.html.theme import load_theme
    from newsroom.formats.site.build import Site
    from newsroom.formats.site.source import SiteSource

    source = SiteSource(
        summaries=choice.summaries,
        articles=partial(read_articles, work, choice),
        leads=choice.leads,
        photo=partial(photo_source, desk.photos),
        paper=work.settings.paper(),
        style=load_style(),
        sections=work.taxonomy.sections(),
        within=section,
    )
    return Site(source, theme=load_theme(theme, own=desk.themes), step=partial(step, progress))


def _photo_remarks(site: "Site") -> tuple[Remark, ...]:
    count = len(site.shelf.lost) + len(site.shelf.broken)
    if not count:
        return ()
    remark = Remark(
        template="Photos that are missing or damaged in the library: {count}; their places are "
        "left empty.",
        params={"count": count},
    )
    return (remark,)
