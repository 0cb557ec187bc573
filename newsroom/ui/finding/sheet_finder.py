"""Finding and replacing in the open article: between the bar, the search and the hits."""

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence

from newsroom.errors import UserError
from newsroom.i18n import sentence
from newsroom.language.finding import Pattern, Replacement
from newsroom.ui.actions import Actions
from newsroom.ui.editor.line_search import LineHit, replace_hits
from newsroom.ui.editor.mender import span
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.editor.state import Caret
from newsroom.ui.finding.sheet_hits import SheetHits
from newsroom.ui.finding.sheet_search import SheetSearch
from newsroom.ui.tasks import TaskRunner

_FOLLOW_MS = 40
_LONGEST_TAKEN = 100


class SheetFinder(QObject):
    """Opens with `find` and `replace`; hits follow the text while it is open."""

    def __init__(
        self,
        *,
        pane: EditorPane,
        actions: Actions,
        tasks: TaskRunner,
        settings: QSettings,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        pane.find_bar.options.remember(settings)
        self._pane, self._sheet, self._bar = pane, pane.sheet, pane.find_bar
        self._actions = actions
        self._search = SheetSearch(pane.sheet, tasks, self)
        self._hits = SheetHits(pane.sheet)
        self._replacement: Replacement | None = None
        self._origin: Caret | None = None
        self._follow = QTimer(self, singleShot=True, interval=_FOLLOW_MS)
        self._connect()
        self._sheet.installEventFilter(self)

    def _connect(self) -> None:
        actions, bar = self._actions, self._bar
        actions["find"].triggered.connect(self.find)
        actions["replace"].triggered.connect(self.replace)
        actions["find-next"].triggered.connect(self.find_next)
        actions["find-previous"].triggered.connect(self.find_previous)
        bar.edited.connect(self._edited)
        bar.replacement_edited.connect(self._replacement_edited)
        bar.stepped.connect(self._step)
        bar.went.connect(self._go_and_write)
        bar.replaced.connect(self._replace_one)
        bar.all_replaced.connect(self._replace_all)
        bar.closed.connect(self.close)
        bar.in_selection.toggled.connect(self._take_scope)
        self._search.finished.connect(self._show)
        self._search.waiting.connect(bar.show_searching)
        self._follow.timeout.connect(self._refresh)
        self._sheet.text_edited.connect(self._text_changed)
        self._sheet.text_shown.connect(self._text_shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who writes and presses the key for finding means the article, not the library."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Find):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.find()
                return True
        return super().eventFilter(watched, event)

    # ---- opening and closing

    @Slot()
    def find(self) -> None:
        """Open the bar with the word that is selected."""
        self._open(replacing=self._bar.replacing() and not self._bar.isHidden())

    @Slot()
    def replace(self) -> None:
        """Open the bar with the line for the words to put in."""
        self._open(replacing=True)

    def _open(self, *, replacing: bool) -> None:
        bar = self._bar
        bar.show_replacing(on=replacing)
        if bar.isHidden():
            self._origin = self._sheet.caret()
            bar.in_selection.setChecked(False)
            bar.show()
        self._take_selected()
        bar.words.setFocus()
        bar.words.selectAll()
        self._edited()

    def _take_selected(self) -> None:
        """A selected word is what is looked for; of a longer selection only its inside."""
        cursor = self._sheet.textCursor()
        if not cursor.hasSelection() or self._hits.selected() >= 0:
            return
        words = cursor.selectedText()
        if "\u2029" in words or "\u2028" in words or len(words) > _LONGEST_TAKEN:
            self._bar.in_selection.setChecked(True)
        elif not self._bar.options.regex.isChecked():
            self._bar.words.setText(words)

    @Slot()
    def close(self) -> None:
        """Close the bar; the caret is back where it was, or at the hit that was gone to."""
        self._stop()
        self._bar.hide()
        self._hits.unlimit()
        self._sheet.hits.show(())
        if self._origin is not None:
            self._sheet.set_caret(self._origin)
        self._origin = None
        self._sheet.setFocus()

    # ---- searching

    @Slot()
    def _edited(self) -> None:
        """Something else is looked for."""
        if self._bar.isHidden():
            return
        self._stop()
        try:
            pattern = self._bar.options.pattern(self._bar.words.text())
            problem = ""
        except UserError as error:
            pattern, problem = Pattern(words=""), sentence(error)
        self._search.begin(pattern)
        self._bar.show_problem(problem)
        self._make_replacement()
        self._refresh(jump=True)

    @Slot()
    def _replacement_edited(self) -> None:
        if not self._bar.isHidden():
            self._make_replacement()
            self._bar.show_hits(self._hits.found, self._new_words, self._hits.selected())

    def _make_replacement(self) -> None:
        bar = self._bar
        self._replacement = None
        if not bar.replacing():
            return
        try:
            self._replacement = Replacement(
                pattern=self._search.pattern(),
                words=bar.new_words.text(),
                keep_case=bar.keep_case.isChecked(),
            )
            if self._search.pattern().words:
                bar.show_problem("")
        except UserError as error:
            bar.show_problem(sentence(error))

    @Slot()
    def _text_changed(self) -> None:
        if not self._bar.isHidden() and not self._follow.isActive():
            self._follow.start()

    @Slot()
    def _text_shown(self) -> None:
        """Another article, or this one as someone else left it."""
        self._origin = None
        self._bar.in_selection.setChecked(False)
        self._hits.forget()
        self._text_changed()

    def _stop(self) -> None:
        self._follow.stop()
        self._search.stop()

    @Slot()
    def _refresh(self, *, jump: bool = False) -> None:
        if not self._bar.isHidden():
            self._search.refresh(jump=jump)

    @Slot(bool)
    def _show(self, jump: bool) -> None:
        self._hits.take(self._search.hits())
        if jump:
            self._select_nearest()
        current = self._hits.selected()
        self._bar.show_hits(self._hits.found, self._new_words, current)
        able = bool(self._hits.found) and not self._sheet.isReadOnly()
        self._bar.let_replace(able=able)
        self._hits.mark(current)

    def _new_words(self, hit: LineHit) -> str | None:
        if self._replacement is None or not self._bar.replacing():
            return None
        if not (self._replacement.words or self._bar.new_words.hasFocus()):
            return None
        return self._replacement.of(hit.words, hit.found)

    @Slot(bool)
    def _take_scope(self, on: bool) -> None:
        """Look only in the selection, if there is one."""
        self._hits.unlimit()
        if on and not self._hits.limit():
            self._bar.in_selection.setChecked(False)

    # ---- going from hit to hit

    def _select_nearest(self) -> None:
        """Show the first hit after the caret as it was when the bar was opened."""
        origin = self._origin
        start = min(origin.anchor, origin.position) if origin else None
        place = self._sheet.textCursor().selectionStart() if start is None else start
        if self._hits.found:
            self._hits.select(self._hits.nearest(place) % len(self._hits.found))

    @Slot()
    def find_next(self) -> None:
        """Go to the next hit, of what was looked for last when the bar is closed."""
        self._find(1)

    @Slot()
    def find_previous(self) -> None:
        """Go to the hit before."""
        self._find(-1)

    def _find(self, by: int) -> None:
        if not self._bar.isHidden():
            self._step(by)
            return
        if not self._bar.words.text():
            self.find()
            return
        self._origin = self._sheet.caret()
        self._bar.show_replacing(on=False)
        self._bar.show()
        self._edited()

    @Slot(int)
    def _step(self, by: int) -> None:
        if self._hits.found:
            self._go(self._hits.next(by))

    @Slot(int)
    def _go(self, number: int) -> None:
        self._origin = None
        self._hits.select(number)
        self._bar.show_current(number)
        self._hits.mark(number)

    @Slot(int)
    def _go_and_write(self, number: int) -> None:
        if 0 <= number < len(self._hits.found):
            self._go(number)

    # ---- replacing

    @Slot()
    def _replace_one(self) -> None:
        """Replace the hit that is selected and go to the next one."""
        current = self._hits.selected()
        if current < 0:
            self._step(1)
            return
        if self._replacement is None or not self._up_to_date():
            return
        hit = self._hits.found[current]
        new = self._replacement.of(hit.words, hit.found)
        end = self._hits.span(hit)[0] + len(new.encode("utf-16-le")) // 2
        replace_hits(self._sheet, [(hit, new)])
        self._sheet.setTextCursor(span(self._sheet.document(), end, end))
        self._origin = None
        self._refresh(jump=True)

    @Slot()
    def _replace_all(self) -> None:
        """Replace all hits, in one step that can be undone."""
        if self._replacement is None or not self._hits.found or not self._up_to_date():
            return
        replacement = self._replacement
        changes = [(hit, replacement.of(hit.words, hit.found)) for hit in self._hits.found]
        replace_hits(self._sheet, changes)
        self._origin = None
        self._refresh()

    def _up_to_date(self) -> bool:
        """Whether the hits are those of the text as it stands; else they will be in a moment."""
        fresh = self._search.fresh()
        if not fresh:
            self._refresh()
        return fresh and not self._sheet.isReadOnly()
