"""Pages of the paper with several articles: filled by a template, and what is over told."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.article import Article
from newsroom.domain.ids import ArticleId
from newsroom.domain.imported import Remark
from newsroom.domain.rendering import RenderContext
from newsroom.domain.slot import Fit
from newsroom.errors import UsageError, UserError
from newsroom.services.desk import Desk
from newsroom.services.files import make_folder, target_faults, write_file
from newsroom.services.progress import Progress, Silent, step
from newsroom.services.rendering import render_context

if TYPE_CHECKING:
    from newsroom.press.newspage.template import PageTemplate
    from newsroom.press.sheets import Sheet

__all__ = [
    "MadePages",
    "PageSketch",
    "PlacedArticle",
    "SketchedPlace",
    "make_pages",
    "page_sketches",
    "page_templates",
    "templates_folder",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedArticle:
    """An article on its page; `role` is lead, second or brief."""

    page: int
    role: str
    id: ArticleId
    headline: str
    fit: Fit


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePages:
    """The PDF of the pages, its articles in their order, and how many places stayed empty."""

    data: bytes
    sheets: "tuple[Sheet, ...]"
    placed: tuple[PlacedArticle, ...]
    empty: int
    remarks: tuple[Remark, ...] = ()

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self.sheets)


@dataclass(frozen=True, slots=True, kw_only=True)
class SketchedPlace:
    """A place of a template: columns from the left, shares of the page's height from the top."""

    role: str
    left: int
    columns: int
    top: float
    depth: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSketch:
    """What a template looks like; `aspect` is its width by its height.

    A wrong one has no places but the `mistake`.
    """

    name: str
    columns: int = 1
    aspect: float = 0.7
    places: tuple[SketchedPlace, ...] = ()
    mistake: UserError | None = None


def templates_folder(desk: Desk) -> Path | None:
    """Where the library's own page templates lie; it need not exist."""
    return desk.press / "pages" if desk.press is not None else None


def page_templates(*, desk: Desk) -> tuple[str, ...]:
    """The names of the page templates, the library's own last."""
    from newsroom.press.newspage.template import template_names

    return template_names(templates_folder(desk))


def page_sketches(*, desk: Desk) -> tuple[PageSketch, ...]:
    """All page templates in the order of their names' list, the wrong ones with their mistakes."""
    return tuple(_sketch(desk, name) for name in page_templates(desk=desk))


def _sketch(desk: Desk, name: str) -> PageSketch:
    from newsroom.press.newspage.template import load_template
    from newsroom.press.presets import load_preset

    try:
        template = load_template(name, folder=templates_folder(desk))
        width, height = load_preset(template.preset, folder=desk.press).page.millimetres
    except UserError as error:
        return PageSketch(name=name, mistake=error)
    places = tuple(
        SketchedPlace(
            role=place.role.value,
            left=place.left,
            columns=place.columns,
            top=place.top,
            depth=place.depth,
        )
        for place in template.places
    )
    return PageSketch(name=name, columns=template.columns, aspect=width / height, places=places)


def make_pages(
    *,
    desk: Desk,
    ids: Sequence[ArticleId],
    template: str,
    number: int = 1,
    target: Path | None = None,
    overwrite: bool = False,
    screen: bool = False,
    progress: Progress | None = None,
) -> MadePages:
    """Fill pages with the articles in their order and write them to the PDF `target`, if given.

    `number` is that of the first page; pages for the `screen` are made faster, not for the press.
    Raises `UsageError` for an unknown template or no article, `NotFoundError` for an article that
    is gone, `UserError` when the file cannot be written.
    """
    from newsroom.press.newspage.template import load_template

    if not ids:
        raise UsageError("There is no article to print.")
    watch = progress or Silent()
    made = _made(
        *_articles(desk, ids, watch),
        load_template(template, folder=templates_folder(desk)),
        desk.press,
        number,
        screen=screen,
    )
    if target is not None:
        with target_faults(target):
            make_folder(target.parent)
            write_file(target, made.data, overwrite=overwrite)
    watch.report(len(ids), len(ids), "")
    return made


def _articles(
    desk: Desk, ids: Sequence[ArticleId], watch: Progress
) -> tuple[list[Article], list[RenderContext]]:
    articles, contexts = [], []
    with desk.open(writes=False) as work:
        for at, article_id in enumerate(ids):
            article = work.articles.get(article_id)
            step(watch, at, len(ids), article.headline or article.id)
            articles.append(article)
            contexts.append(render_context(desk=desk, work=work, article=article))
    return articles, contexts


def _made(
    articles: list[Article],
    contexts: list[RenderContext],
    template: "PageTemplate",
    presets: Path | None,
    number: int,
    *,
    screen: bool,
) -> MadePages:
    from newsroom.press.newspage.filling import fill_pages, grid_preset
    from newsroom.press.pdf import print_layout
    from newsroom.press.preset import on_screen
    from newsroom.press.presets import load_preset
    from newsroom.press.sheets import laid_sheets

    preset = grid_preset(load_preset(template.preset, folder=presets), template, number)
    preset = on_screen(preset, trimmed=True) if screen else preset
    pages = fill_pages(articles, contexts, template, preset)
    printed = print_layout(pages.layout, articles, contexts, preset)
    headlines = {article.id: article.headline for article in articles}
    return MadePages(
        data=printed.data,
        sheets=laid_sheets(pages.layout.pages, preset.output),
        placed=tuple(
            PlacedArticle(
                page=entry.page,
                role=entry.role.value,
                id=entry.article,
                headline=headlines[entry.article],
                fit=entry.fit,
            )
            for entry in pages.filled
        ),
        empty=pages.empty,
        remarks=printed.warnings,
    )
