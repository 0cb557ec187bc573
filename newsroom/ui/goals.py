"""How much a person wants to write: words of an article, words of a day."""

from datetime import date

from PySide6.QtCore import QSettings

from newsroom.domain.ids import ArticleId

MOST = 100_000


class Goals:
    """Kept in the person's settings; 0 is no goal. Odd stored values count as none."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings
        self._article: ArticleId | None = None
        self._last: int | None = None
        self._day: tuple[date, int] | None = None

    def open(self, article: ArticleId | None) -> None:
        """Another article is on the sheet: what it holds already was not written now."""
        self._article, self._last = article, None

    @property
    def is_open(self) -> bool:
        """Whether there is an article to count."""
        return self._article is not None

    def count(self, words: int, today: date) -> None:
        """The open article has `words` words now; what that is more (or less) goes to the day."""
        if self._last is not None and words != self._last:
            self._day = (today, self.written(today) + words - self._last)
        self._last = words

    def keep(self) -> None:
        """Put what was written today into the settings, which write a file: not for every key."""
        if self._day is not None:
            self._settings.setValue("goals/date", self._day[0].isoformat())
            self._settings.setValue("goals/written", self._day[1])

    def written(self, today: date) -> int:
        """Words written today, less what was deleted."""
        if self._day is not None:
            return self._day[1] if self._day[0] == today else 0
        same = str(self._settings.value("goals/date", "")) == today.isoformat()
        return self._number("goals/written") if same else 0

    @property
    def day(self) -> int:
        """The goal of each day."""
        return self._wanted("goals/day")

    @day.setter
    def day(self, words: int) -> None:
        self._set("goals/day", words)

    @property
    def article(self) -> int:
        """The goal of the open article."""
        return self._wanted(f"goals/article/{self._article}") if self._article else 0

    @article.setter
    def article(self, words: int) -> None:
        if self._article:
            self._set(f"goals/article/{self._article}", words)

    def _wanted(self, key: str) -> int:
        return max(0, min(self._number(key), MOST))

    def _number(self, key: str) -> int:
        try:
            return int(str(self._settings.value(key, 0)))
        except ValueError:
            return 0

    def _set(self, key: str, words: int) -> None:
        if words > 0:
            self._settings.setValue(key, words)
        else:
            self._settings.remove(key)
