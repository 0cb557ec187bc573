"""Follows how far the goals are and lets the person set them."""

from datetime import date, datetime

from PySide6.QtCore import QObject, QSettings, QTimer, Slot

from newsroom.domain.article import Article
from newsroom.i18n import _
from newsroom.ui.actions import Actions
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.editor.state import FooterInfo
from newsroom.ui.footer import Footer
from newsroom.ui.goals import Goals
from newsroom.ui.widgets.count_popup import CountPopup
from newsroom.ui.wording import number

_KEEP_MS = 20_000


class GoalKeeper(QObject):
    """The article's goal is shown in the footer; where there is none, that of the day."""

    def __init__(
        self,
        *,
        actions: Actions,
        settings: QSettings,
        pane: EditorPane,
        footer: Footer,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._pane, self._footer = pane, footer
        self.goals = Goals(settings)
        self._keep_soon = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._keep_soon.timeout.connect(self.keep)
        pane.footer_changed.connect(self._count)
        footer.counts_wanted.connect(self.show_counts)
        actions["counts"].triggered.connect(self.show_counts)

    @Slot(object)
    def opened(self, article: Article) -> None:
        """Another article is on the sheet."""
        self.goals.open(article.id)
        self._count(self._pane.footer_info())

    @Slot()
    def closed(self) -> None:
        """No article is open."""
        self.goals.open(None)
        self._footer.set_goal(0, 0, "")

    @Slot()
    def keep(self) -> None:
        """Remember what was written; at the end, and now and then before."""
        self.goals.keep()

    @Slot()
    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self._show(self._pane.footer_info().words)

    @Slot(object)
    def _count(self, info: FooterInfo) -> None:
        if self.goals.is_open:
            self.goals.count(info.words, _today())
            if not self._keep_soon.isActive():
                self._keep_soon.start()
            self._show(info.words)

    def _show(self, words: int) -> None:
        goals = self.goals
        if goals.article:
            said = _("{done} of {wanted} words wanted for this article")
            done, wanted = words, goals.article
        else:
            said = _("{done} of {wanted} words wanted for today")
            done, wanted = goals.written(_today()), goals.day
        told = said.format(done=number(done), wanted=number(wanted))
        self._footer.set_goal(done, wanted if goals.is_open else 0, told)

    @Slot()
    def show_counts(self) -> None:
        """Show all counts and the goals at the footer."""
        info, goals = self._pane.footer_info(), self.goals
        popup = CountPopup(
            info,
            article=goals.article,
            day=goals.day,
            written=goals.written(_today()),
            parent=self._footer,
        )
        popup.article_goal.connect(self._set_article)
        popup.day_goal.connect(self._set_day)
        popup.open_at(self._footer.words)
        popup.article.setFocus()

    @Slot(int)
    def _set_article(self, words: int) -> None:
        self.goals.article = words
        self._show(self._pane.footer_info().words)

    @Slot(int)
    def _set_day(self, words: int) -> None:
        self.goals.day = words
        self._show(self._pane.footer_info().words)


def _today() -> date:
    """The day at the place where the person writes."""
    return datetime.now().astimezone().date()
