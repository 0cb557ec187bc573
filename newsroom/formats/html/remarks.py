"""What a person should know before an article goes on a site."""

from collections.abc import Collection

from newsroom.domain.article import Article
from newsroom.domain.document import photos
from newsroom.domain.ids import PhotoId
from newsroom.domain.imported import Remark
from newsroom.domain.paper import PaperSettings
from newsroom.formats.html.address import site_address

LONGEST_HEADLINE = 110
"""Characters; the limit that Google named for the headline of a news article."""
LONGEST_DESCRIPTION = 320
"""Characters; search engines and other sites show fewer, and never more."""

NO_ADDRESS = Remark(
    template="The paper has no site address, so that the page names no address of its own."
)


def page_remarks(
    article: Article, paper: PaperSettings, known: Collection[PhotoId]
) -> tuple[Remark, ...]:
    """On one article's page; `known` are the photos that the library has."""
    lost = len({use.photo for use in photos(article.body)} - set(known))
    found = (
        (not site_address(paper), NO_ADDRESS),
        (lost > 0, Remark(template=_LOST, params={"count": lost})),
        *(
            (len(words) > most, Remark(template=template, params={"most": most}))
            for words, most, template in (
                (article.headline, LONGEST_HEADLINE, _LONG_HEADLINE),
                (article.lede, LONGEST_DESCRIPTION, _LONG_LEDE),
            )
        ),
    )
    return tuple(remark for applies, remark in found if applies)


_LOST = "Photos that the library no longer has: {count}. The page shows a grey field there."
_LONG_HEADLINE = "The headline is longer than the {most} characters that search engines show."
_LONG_LEDE = "The lede is longer than the {most} characters that other sites show."
