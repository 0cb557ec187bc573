"""The sheet's caret on the page: a mark beside its block, which is brought into view."""

from typing import TYPE_CHECKING

from newsroom.ui.preview.places import align_script, article_script, mark_script, show_script
from newsroom.ui.preview.view import Kind

if TYPE_CHECKING:
    from newsroom.domain.ids import ArticleId
    from newsroom.ui.preview.browser import Browser


class PageCaret:
    """Draws on one browser; on pages that list news the article itself is marked."""

    def __init__(self) -> None:
        self._browser: Browser | None = None
        self._name, self._colour = "", ""
        self._drawn = ""

    def use(self, browser: "Browser | None") -> None:
        """Draw on this browser from now on."""
        self._browser = browser
        self.loaded()

    def loaded(self) -> None:
        """A page was loaded: marks outlive changes of a page, but not this."""
        self._drawn = ""

    def set_name(self, name: str) -> None:
        """The block or field that the caret is in."""
        self._name = name

    def set_colour(self, colour: str) -> None:
        """The colour of the mark, as `#RRGGBB`."""
        self._colour = colour

    def draw(self, kind: Kind, article: "ArticleId") -> None:
        """Mark what is to be marked on a page of this kind, unless it is already."""
        if kind.lists_news:
            script = article_script(article, self._colour)
        else:
            script = mark_script(self._name if kind is Kind.ARTICLE else "", self._colour)
        if self._browser is not None and script != self._drawn:
            self._drawn = script
            self._browser.run(script)

    def bring_into_view(self, name: str) -> None:
        """Scroll softly to a block or field, if it is out of view."""
        if self._browser is not None:
            self._browser.run(show_script(name))

    def align(self, name: str, share: float) -> None:
        """Scroll so that a block or field stands at the top, `share` (0 to 1) of it above it."""
        if self._browser is not None:
            self._browser.run(align_script(name, share))
