"""Tags as chips in a field, with the tags in use offered while writing."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, QStringListModel, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QListView, QSizePolicy, QWidget

from newsroom.i18n import _
from newsroom.language.folding import fold, key, nfc
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.chip import Chip
from newsroom.ui.widgets.flow_layout import FlowLayout

OFFERED = 8


def offered_tags(known: Iterable[tuple[str, str]], typed: str, taken: Iterable[str]) -> list[str]:
    """The tags to offer for `typed`, at most 8: those that begin with it, then words inside.

    `known` pairs each tag with its folded form, so that `doan` finds `đoàn phí`; when `typed` has
    diacritics itself, tags that carry the same come first.
    """
    wanted, exact = fold(nfc(typed)).strip(), nfc(typed).strip().lower()
    if not wanted:
        return []
    gone = {key(tag) for tag in taken}
    found = [
        (not tag.lower().startswith(exact), not folded.startswith(wanted), order, tag)
        for order, (tag, folded) in enumerate(known)
        if (folded.startswith(wanted) or f" {wanted}" in folded) and key(tag) not in gone
    ]
    return [tag for *_rank, tag in sorted(found)[:OFFERED]]


class _Line(QLineEdit):
    """Tells when it is empty and Backspace is pressed; tabs out as any field."""

    back = Signal()
    focused = Signal(bool)

    def sizeHint(self) -> QSize:
        """Room for the invitation; beside the last tag, where there is that much, else below."""
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(words + 16, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            if not event.isAutoRepeat():  # a held key clears the line, not all tags after it
                self.back.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.focused.emit(False)


class TagField(QFrame):
    """Enter or a comma adds what is written, Backspace in the empty line removes the last.

    Nothing is completed by itself: the tags in use are only offered. `tags_edited(tuple)`.
    """

    tags_edited = Signal(tuple)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tags: tuple[str, ...] = ()
        self._known: list[tuple[str, str]] = []
        self._chips: list[Chip] = []
        set_kind(self, "field-frame")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.line = _Line()
        set_kind(self.line, "bare")
        self.line.setMinimumWidth(64)
        self.line.setPlaceholderText(_("add a tag…"))
        self.line.setAccessibleName(_("Add a tag"))
        self.setFocusProxy(self.line)
        self._flow = FlowLayout(self, spacing=4)
        self._flow.setContentsMargins(8, 5, 6, 5)
        self._flow.addWidget(self.line)
        self._offers = QStringListModel(self)
        self._completer = QCompleter(self._offers, self)
        self._list = QListView()
        self._prepare_completer()
        self._connect_signals()

    def _prepare_completer(self) -> None:
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self.line)
        self._completer.setPopup(self._list)
        set_kind(self._list, "popup")

    def _connect_signals(self) -> None:
        self.line.textEdited.connect(self._on_edited)
        self.line.returnPressed.connect(self._on_return)
        self.line.back.connect(self._on_back)
        self.line.focused.connect(self._on_focused)
        self._completer.activated.connect(self._on_offer)

    def set_known(self, tags: Sequence[str]) -> None:
        """The tags to offer, in the order to offer them."""
        self._known = [(tag, fold(tag)) for tag in tags]

    def tags(self) -> tuple[str, ...]:
        """The tags shown."""
        return self._tags

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show `tags`; what is being written stays."""
        if tuple(tags) != self._tags:
            self._tags = tuple(tags)
            self._rebuild()

    def commit(self) -> None:
        """Add what is written, as leaving the field does."""
        self._add(self.line.text())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def offers(self) -> list[str]:
        """What is offered now."""
        return self._offers.stringList()

    def _rebuild(self) -> None:
        while len(self._chips) > len(self._tags):
            self._drop(self._chips.pop())
        while len(self._chips) < len(self._tags):
            self._chips.append(self._new_chip())
        for chip, tag in zip(self._chips, self._tags, strict=True):
            chip.show_tag(tag)
        self.updateGeometry()

    def _new_chip(self) -> Chip:
        chip = Chip(self._theme, self)
        chip.removed.connect(self._on_removed)
        self._flow.insert(len(self._chips), chip)
        chip.show()
        before = self._chips[-1] if self._chips else _stop_before(self.line)
        for one, other in pairwise((before, chip, self.line)):
            self.setTabOrder(one, other)
        return chip

    def _drop(self, chip: Chip) -> None:
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _change(self, tags: tuple[str, ...]) -> None:
        if tags != self._tags:
            self.show_tags(tags)
            self.tags_edited.emit(tags)

    def _add(self, words: str) -> None:
        taken = {key(tag) for tag in self._tags}
        added: list[str] = []
        for part in words.split(","):
            tag = nfc(" ".join(part.split()))
            if tag and key(tag) not in taken:
                taken.add(key(tag))
                added.append(self._as_known(tag))
        self.line.clear()
        self._list.hide()
        self._change((*self._tags, *added))

    def _as_known(self, tag: str) -> str:
        """The spelling in use, so that `Đoàn Phí` does not stand beside `đoàn phí`."""
        wanted = key(tag)
        return next((known for known, _fold in self._known if key(known) == wanted), tag)

    @Slot(str)
    def _on_edited(self, words: str) -> None:
        """A comma ends the tag; what stands behind it begins the next."""
        if "," in words:
            whole, _comma, rest = words.rpartition(",")
            self._add(whole)
            self.line.setText(rest.lstrip())
            words = rest
        self._offers.setStringList(offered_tags(self._known, words, self._tags))
        if self._offers.rowCount():
            self._completer.complete()
        else:
            self._list.hide()

    @Slot()
    def _on_return(self) -> None:
        self._add(self.line.text())

    @Slot(str)
    def _on_offer(self, tag: str) -> None:
        self._add(tag)
        QTimer.singleShot(0, self.line.clear)

    @Slot()
    def _on_back(self) -> None:
        self._change(self._tags[:-1])

    @Slot(str)
    def _on_removed(self, tag: str) -> None:
        self._change(tuple(kept for kept in self._tags if kept != tag))
        self.line.setFocus()

    @Slot(bool)
    def _on_focused(self, focused: bool) -> None:
        self.setProperty("active", focused)
        self.style().unpolish(self)
        self.style().polish(self)
        if not focused and not self._list.isVisible():
            self.commit()


def _stop_before(widget: QWidget) -> QWidget:
    """Where Shift+Tab leads to from `widget`: what comes new takes its place after that."""
    before = widget.previousInFocusChain()
    while before is not None and before is not widget:
        if before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return before
        before = before.previousInFocusChain()
    return widget
