"""What the window for pages has done on worker threads."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.ids import ArticleId
from newsroom.errors import NotFoundError
from newsroom.services.articles import read_article
from newsroom.services.desk import Desk
from newsroom.services.newspages import MadePages, PageSketch, make_pages, page_sketches
from newsroom.services.preflighting import preflight_file
from newsroom.ui.pages.plan import PagePlan
from newsroom.ui.tasks import TaskProgress

if TYPE_CHECKING:
    from newsroom.press.preflight.report import Report


@dataclass(frozen=True, slots=True)
class Saved:
    """A file of pages, and what the check for the press says of it."""

    path: Path
    made: MadePages
    report: "Report"


def read_sketches(desk: Desk, _progress: TaskProgress) -> tuple[PageSketch, ...]:
    """The page templates there are."""
    return page_sketches(desk=desk)


def read_headlines(
    desk: Desk, ids: Sequence[ArticleId], _progress: TaskProgress
) -> dict[ArticleId, str]:
    """What the articles are called, as far as they are there."""
    found = {}
    for article_id in ids:
        try:
            found[article_id] = read_article(desk=desk, article_id=article_id).headline
        except NotFoundError:
            continue
    return found


def see(desk: Desk, plan: PagePlan, progress: TaskProgress) -> MadePages:
    """The pages of `plan`, to be looked at."""
    return make_pages(
        desk=desk,
        ids=plan.ids,
        template=plan.template,
        number=plan.number,
        screen=True,
        progress=progress,
    )


def save(desk: Desk, plan: PagePlan, path: Path, progress: TaskProgress) -> Saved:
    """Write the pages of `plan` to `path` and check the file as a printing house would."""
    made = make_pages(
        desk=desk,
        ids=plan.ids,
        template=plan.template,
        number=plan.number,
        target=path,
        overwrite=True,
        progress=progress,
    )
    return Saved(path, made, preflight_file(path=path, progress=progress))
