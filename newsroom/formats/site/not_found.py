"""The page that a server shows at any depth for what is not there."""

from dataclasses import replace

from newsroom.domain.article import SectionPath
from newsroom.domain.ids import ArticleId
from newsroom.domain.listing import SectionPage
from newsroom.domain.rendering import OutputFile, RenderContext
from newsroom.formats.html.address import site_address
from newsroom.formats.html.assets import Assets
from newsroom.formats.html.folder import FILE_POLICY
from newsroom.formats.html.theme import Theme
from newsroom.formats.html.words import words_for
from newsroom.formats.html.writer import page_style, render_listing
from newsroom.formats.site.plan import SitePlan


def not_found_page(plan: SitePlan, context: RenderContext, *, theme: Theme) -> OutputFile:
    """`404.html` with the newest articles: it loads nothing, and its links are whole addresses.

    Without a site address they are relative to the site's root.
    """
    paper = context.paper
    site = site_address(paper)

    def section(path: SectionPath, page: int) -> str | None:
        found = plan.section_path(path, page)
        return site + found if found else None

    def article(one: ArticleId) -> str | None:
        found = plan.paths.get(one)
        return site + found if found else None

    assets = Assets(
        policy=FILE_POLICY,
        image=lambda _use: None,
        article=article,
        section=section,
        inline_style=page_style(context, theme=theme, faces=()),
    )
    title = words_for(paper.language).not_found
    news = tuple(plan.news[()][: len(context.latest)])
    # search engines are told nothing of where such a page stands
    unnamed = replace(context, paper=replace(paper, site_url=""), latest=())
    page = render_listing(
        SectionPage(section=(title,), news=news), unnamed, theme=theme, assets=assets
    )
    return OutputFile(path="404.html", data=page.encode())
