"""What a person should know before an article goes on a site."""

from newsroom.domain.article import Article, ArticleSummary
from newsroom.domain.imported import Remark
from newsroom.domain.paper import PaperSettings
from newsroom.formats.html.address import site_address

LONGEST_HEADLINE = 110
"""Characters; the limit that Google named for the headline of a news article."""
LONGEST_LEDE = 320
"""Characters; search engines and other sites show fewer of a description, and never more."""


def page_remarks(article: Article, paper: PaperSettings) -> tuple[Remark, ...]:
    """On one article's page."""
    found = (
        (
            not site_address(paper),
            Remark(template="The paper has no site address, so that the page names none."),
        ),
        (
            has_long_headline(article),
            Remark(
                template="The headline is longer than the {most} characters that search engines "
                "show.",
                params={"most": LONGEST_HEADLINE},
            ),
        ),
        (
            has_long_lede(article),
            Remark(
                template="The lede is longer than the {most} characters that other sites show.",
                params={"most": LONGEST_LEDE},
            ),
        ),
    )
    return tuple(remark for applies, remark in found if applies)


def has_long_headline(article: Article | ArticleSummary) -> bool:
    """Whether the headline will be cut where others show it."""
    return len(article.headline) > LONGEST_HEADLINE


def has_long_lede(article: Article | ArticleSummary) -> bool:
    """Whether the lede will be cut where others show it."""
    return len(article.lede) > LONGEST_LEDE
