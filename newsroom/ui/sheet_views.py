"""How a person looks at the sheet: veil, typewriter scrolling, outline, bookmarks."""

from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtWidgets import QWidget

from newsroom.domain.article import Article
from newsroom.domain.ids import ArticleId
from newsroom.i18n import _
from newsroom.language.folding import fold
from newsroom.ui.actions import Actions
from newsroom.ui.editor.bookmarks import Bookmarks
from newsroom.ui.editor.outline import go_to_line, outline
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.editor.typewriter import Typewriter
from newsroom.ui.editor.veil import Veil
from newsroom.ui.icons import icon
from newsroom.ui.widgets.list_popup import Choice, ListPopup

_INDENT = "\u2003"


class SheetViews(QObject):
    """Remembers for this person what is switched on, and the bookmarks of each article."""

    def __init__(
        self, *, actions: Actions, settings: QSettings, pane: EditorPane, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._window, self._pane, self._settings = parent, pane, settings
        self._article: ArticleId | None = None
        self.veil = Veil(pane.sheet)
        self.typewriter = Typewriter(pane.sheet)
        self.bookmarks = Bookmarks(pane.sheet)
        self.bookmarks.changed.connect(self._keep_bookmarks)
        for name, switch in (("dim", self._dim), ("typewriter", self._roll)):
            actions[name].toggled.connect(switch)
            actions[name].setChecked(bool(settings.value(f"sheet/{name}", False, type=bool)))
        actions["outline"].triggered.connect(self.show_outline)
        actions["bookmark"].triggered.connect(self.bookmarks.toggle)
        actions["next-bookmark"].triggered.connect(self._next)
        actions["previous-bookmark"].triggered.connect(self._previous)

    @Slot(bool)
    def _dim(self, on: bool) -> None:
        self._settings.setValue("sheet/dim", on)
        self.veil.draw(on)

    @Slot(bool)
    def _roll(self, on: bool) -> None:
        self._settings.setValue("sheet/typewriter", on)
        self.typewriter.run(on)

    # ---- bookmarks

    @Slot(object)
    def opened(self, article: Article) -> None:
        """Another article is on the sheet."""
        self._article = article.id
        self.bookmarks.show(str(self._settings.value(self._key(), "") or "").split())

    def _key(self) -> str:
        return f"bookmarks/{self._article}"

    @Slot()
    def _keep_bookmarks(self) -> None:
        if self._article is None:
            return
        ids = self.bookmarks.ids()
        if ids:
            self._settings.setValue(self._key(), " ".join(ids))
        else:
            self._settings.remove(self._key())

    @Slot()
    def _next(self) -> None:
        self._step(1)

    @Slot()
    def _previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if not self.bookmarks.step(by) and not self.bookmarks.lines():
            self._pane.show_banner(_("There is no bookmark in this article."))
        self._pane.sheet.setFocus()

    # ---- the outline

    def places(self, typed: str = "") -> list[Choice]:
        """The open article's places whose words hold what was typed, accents or not."""
        if not self._pane.isVisible():
            return []
        wanted = fold(typed).split()
        picture = icon("bookmark", self._pane.sheet.tokens)
        return [
            Choice(
                id=str(entry.line),
                words=_INDENT * entry.level + entry.words,
                icon=picture if entry.bookmarked else None,
                current=entry.current,
            )
            for entry in outline(self._pane.sheet, set(self.bookmarks.lines()))
            if all(part in fold(entry.words) for part in wanted)
        ]

    @Slot()
    def show_outline(self) -> None:
        """Let the person choose where to go."""
        popup = ListPopup(
            title=_("Outline"),
            choices=self.places(),
            empty=_("There is no cross-head in this article."),
            hint=_("Enter goes there. In quick open, type @ and a few letters."),
            parent=self._window,
        )
        popup.chosen.connect(self.go_to)
        popup.open_over(self._pane.sheet)

    @Slot(str)
    def go_to(self, line: str) -> None:
        """Go to a place by its id."""
        go_to_line(self._pane.sheet, int(line))
        self._pane.sheet.setFocus()
