"""Names that identify an article and its photos for ever, wherever they are sent."""

import re
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from newsroom.domain.article import Article
from newsroom.domain.ids import BlockId
from newsroom.domain.paper import PaperSettings

_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")


def article_uri(article: Article, paper: PaperSettings) -> str:
    """A tag URI (RFC 4151) of the site and the day the article was begun; without a site a UUID."""
    return _uri(article, paper, article.id)


def photo_uri(article: Article, block: BlockId, paper: PaperSettings) -> str:
    """The same for one use of a photo in the article."""
    return _uri(article, paper, f"{article.id}/{block}")


def _uri(article: Article, paper: PaperSettings, name: str) -> str:
    host = _host(paper.site_url)
    if host:
        return f"tag:{host},{article.created:%Y-%m-%d}:{name}"
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'newsroom:{name}')}"


def _host(address: str) -> str:
    """The host of a web address in ASCII, empty when there is none."""
    try:
        host = urlsplit(address if "://" in address else f"//{address}").hostname or ""
        name = host.encode("idna").decode("ascii").lower()
        return name if _HOST.fullmatch(name) else ""
    except ValueError:  # UnicodeError, which IDNA raises, is one
        return ""
