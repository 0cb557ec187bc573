"""What takes the sheet's place while a version is looked at: the comparison, and what to do."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from newsroom.i18n import _, ngettext
from newsroom.ui.editor.compare_lines import Comparison
from newsroom.ui.editor.compare_sheet import CompareSheet
from newsroom.ui.editor.photos import LoadPhoto
from newsroom.ui.icons import icon
from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import TOOLBAR, Tokens
from newsroom.ui.widgets.elided_label import ElidedLabel
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.wording import number


class ComparePane(QWidget):
    """`left()` asks for the sheet again; `all_wanted()` to restore the whole version,
    `part_wanted(Origin)` to restore the current change alone.
    """

    left = Signal()
    all_wanted = Signal()
    part_wanted = Signal(object)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = CompareSheet(tokens)
        self.title = ElidedLabel()
        set_kind(self.title, "strong")
        self.figures, self.place = PlainLabel(), PlainLabel()
        for label in (self.figures, self.place):
            set_kind(label, "label")
        self.previous, self.next = QToolButton(), QToolButton()
        self.part, self.all, self.back = QPushButton(), QPushButton(), QPushButton()
        set_kind(self.all, "primary")
        set_kind(self.back, "quiet")
        self._lay_out()
        self._connect_signals()
        self.setFocusProxy(self.sheet)
        self.retranslate()
        self.set_tokens(tokens)

    def _lay_out(self) -> None:
        about, deeds = QFrame(), QFrame()
        for bar, parts in (
            (about, (self.title, self.figures)),
            (deeds, (self.previous, self.next, self.place, None, self.part, self.all, self.back)),
        ):
            set_kind(bar, "toolbar", tone="panel")
            bar.setFixedHeight(TOOLBAR)
            row = QHBoxLayout(bar)
            row.setContentsMargins(16, 0, 12, 0)
            row.setSpacing(8)
            for part in parts:
                if part is None:
                    row.addStretch(1)
                else:
                    row.addWidget(part, 1 if part is self.title else 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (about, deeds):
            layout.addWidget(widget)
        layout.addWidget(self.sheet, 1)

    def _connect_signals(self) -> None:
        self.previous.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.part.clicked.connect(self._want_part)
        self.all.clicked.connect(self.all_wanted)
        self.back.clicked.connect(self.left)
        self.sheet.stop_changed.connect(self._show_place)
        for keys, slot in (
            ("Esc", self.left),
            ("Alt+Down", self._go_on),
            ("Alt+Up", self._go_back),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def show_comparison(
        self, title: str, comparison: Comparison, load_photo: LoadPhoto | None
    ) -> None:
        """Show what changed since the version that `title` names."""
        words = comparison.words
        figures = _("+{added} −{removed} words")
        self.title.set_text(title)
        self.figures.setText(
            figures.format(added=number(words.added), removed=number(words.removed))
        )
        self.sheet.show_lines(comparison.lines, load_photo)
        self._show_place()

    @Slot()
    def _show_place(self) -> None:
        at, count = self.sheet.place()
        if count:
            words = ngettext("{at} of {count} change", "{at} of {count} changes", count)
            self.place.setText(words.format(at=at, count=count))
        else:
            self.place.setText(_("The same text as now"))
        self.sheet.setAccessibleDescription(self.place.text())
        for button in (self.previous, self.next, self.part, self.all):
            button.setEnabled(count > 0)

    @Slot()
    def _go_on(self) -> None:
        self.sheet.go(1)

    @Slot()
    def _go_back(self) -> None:
        self.sheet.go(-1)

    @Slot()
    def _want_part(self) -> None:
        stop = self.sheet.stop()
        if stop is not None:
            self.part_wanted.emit(stop.origin)

    def set_zoom(self, zoom: float) -> None:
        """Show the page `zoom` times as large, like the sheet."""
        self.sheet.set_zoom(zoom)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self.sheet.set_tokens(tokens)
        self.previous.setIcon(icon("arrow-up", tokens))
        self.next.setIcon(icon("arrow-down", tokens))

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        for button, words, keys in (
            (self.previous, _("Previous change"), "Alt+Up"),
            (self.next, _("Next change"), "Alt+Down"),
        ):
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({shown})")
        self.part.setText(_("Restore this change"))
        self.part.setToolTip(_("Bring this paragraph back as it was in the version"))
        self.all.setText(_("Restore all"))
        self.all.setToolTip(_("Make the version's text the article's; the present one is kept"))
        self.back.setText(_("Back to the sheet"))
        self.back.setToolTip(_("Leave the comparison (Esc)"))
        self.sheet.retranslate()
