"""The article of the library that the sheet is an edit of."""

from threading import Lock

from newsroom.domain.article import Article, ArticleText, text_part
from newsroom.domain.changes import Outcome
from newsroom.services.articles import create_article
from newsroom.services.desk import Desk
from newsroom.services.journal import drop_edits, fold_text, note_edit, sync_journal


class Stored:
    """The article as it was last read or written, and what the journal holds beyond it.

    Texts of the sheet come with a number that grows. `note` and `fold` are called on threads of
    their own and in any order: what is older than what is kept changes nothing. Folds that are
    queued one after another build on each other.
    """

    def __init__(self, desk: Desk, article: Article) -> None:
        self._desk = desk
        self.article = article
        self._lock = Lock()
        self._text = text_part(article)
        self._number = self._last_edit = 0

    def note(self, text: ArticleText, number: int) -> None:
        """Keep in the journal what changed; it outlives the program when this returns."""
        with self._lock:
            if number <= self._number:
                return
            edit = note_edit(desk=self._desk, base=self.article, before=self._text, after=text)
            self._text, self._number = text, number
            self._last_edit = edit or self._last_edit

    def sync(self) -> None:
        """Make all that was noted outlive a power cut; raises `UserError`."""
        sync_journal(desk=self._desk)

    def fold(self, text: ArticleText, number: int) -> Outcome[Article]:
        """Save `text`, or what was noted since, over the article; raises `StaleRevisionError`."""
        with self._lock:
            latest = text if number > self._number else self._text
            outcome = fold_text(
                desk=self._desk, base=self.article, text=latest, up_to=self._last_edit
            )
            self.article, self._text = outcome.value, latest
            self._number = max(number, self._number)
            return outcome

    def copy(self, text: ArticleText) -> Outcome[Article]:
        """Store `text` as an article of its own beside this one, which loses its edits."""
        base = self.article
        outcome = create_article(
            desk=self._desk,
            text=text,
            section=base.section,
            tags=base.tags,
            dateline=base.dateline,
            language=base.language,
            profile=base.profile,
        )
        drop_edits(desk=self._desk, article_id=base.id)
        return outcome
