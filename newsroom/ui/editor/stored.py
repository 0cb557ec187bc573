"""The article of the library that the sheet is an edit of."""

from newsroom.domain.article import Article, ArticleText
from newsroom.domain.changes import Outcome
from newsroom.services.articles import create_article, save_text
from newsroom.services.desk import Desk


class Stored:
    """The article as it was last read or written. Saves that are queued one after another build
    on it: `write` runs on the database lane, where it is always up to date.
    """

    def __init__(self, desk: Desk, article: Article) -> None:
        self._desk = desk
        self.article = article

    def write(self, text: ArticleText) -> Outcome[Article]:
        """Save `text` over what was last stored; raises `StaleRevisionError`."""
        outcome = save_text(desk=self._desk, base=self.article, text=text)
        self.article = outcome.value
        return outcome

    def copy(self, text: ArticleText) -> Outcome[Article]:
        """Store `text` as an article of its own beside this one."""
        base = self.article
        return create_article(
            desk=self._desk,
            text=text,
            section=base.section,
            tags=base.tags,
            dateline=base.dateline,
            language=base.language,
        )
