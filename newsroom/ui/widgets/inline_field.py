"""Fields that are written in place: they keep themselves, and leave alone what is being written."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.widgets.text_box import TextBox

PAUSE_MS = 600
"""How long after the last key a field keeps what was written."""


class LabelledField(QWidget):
    """A label above a field, bound to it for screen readers.

    On demand there is a mark at the end of the label's line, and a remark below the field.
    """

    def __init__(self, label: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.label = PlainLabel(label)
        set_kind(self.label, "label")
        self.label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label)
        self._mark = PlainLabel()
        self._mark.hide()
        self._remark = PlainLabel()
        self._remark.setWordWrap(True)
        self._remark.hide()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.label, 1)
        head.addWidget(self._mark)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(field)
        layout.addWidget(self._remark)

    def set_mark(self, words: str, kind: str = "hint") -> None:
        """Say `words` beside the label as `hint`, `warning` or `error`; empty words hide them."""
        if (words, kind) != (self._mark.text(), self._mark.property("kind")):
            set_kind(self._mark, kind)
            self._mark.setText(words)
            self._mark.setVisible(bool(words))
            self.field.setAccessibleDescription(words)

    def mark(self) -> str:
        """The words beside the label."""
        return self._mark.text()

    def set_remark(self, words: str, kind: str = "hint") -> None:
        """Say `words` below the field as `hint`, `warning` or `error`; empty words hide it."""
        set_kind(self._remark, kind)
        self._remark.setText(words)
        self._remark.setVisible(bool(words))
        self.field.setAccessibleDescription(words)

    def remark(self) -> str:
        """The words below the field."""
        return self._remark.text()


class InlineEdit(QLineEdit):
    """One line. `committed(str)` after Enter, on leaving, and after a pause in writing.

    `show_value` does not touch what is being written; Escape brings back the last value.
    """

    committed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, pause: int = PAUSE_MS) -> None:
        super().__init__(parent)
        self._kept = ""
        self._pause = QTimer(self, singleShot=True, interval=pause)
        self._pause.timeout.connect(self.commit)
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self.commit)

    def show_value(self, value: str) -> None:
        """Show `value` unless the person is in the middle of writing something else."""
        unwritten = self.hasFocus() and self.text() != self._kept
        self._kept = value
        if not unwritten and self.text() != value:
            place = self.cursorPosition()
            self.setText(value)
            self.setCursorPosition(place if self.hasFocus() else 0)

    def replace_value(self, value: str) -> None:
        """Show `value` of another article, whatever stands here."""
        self._pause.stop()
        self._kept = value
        self.setText(value)
        self.setCursorPosition(0)

    @Slot()
    def commit(self) -> None:
        """Keep what is written now, if it differs from what is kept."""
        self._pause.stop()
        written = self.text()
        if written != self._kept:
            self._kept = written
            self.committed.emit(written)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._kept:
            self.replace_value(self._kept)
            return
        super().keyPressEvent(event)

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self._pause.start()


class InlineText(TextBox):
    """Several lines, as high as the text between `lines` and `most` lines; else an `InlineEdit`."""

    committed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, lines: int = 2, most: int = 12) -> None:
        super().__init__(parent=parent)
        self._kept = ""
        self._lines, self._most = lines, most
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.commit)
        self.textChanged.connect(self._on_changed)
        self._fit()

    def show_value(self, value: str) -> None:
        """Show `value` unless the person is in the middle of writing something else."""
        unwritten = self.hasFocus() and self.toPlainText() != self._kept
        self._kept = value
        if not unwritten and self.toPlainText() != value:
            self._set(value)

    def replace_value(self, value: str) -> None:
        """Show `value` of another article, whatever stands here."""
        self._kept = value
        self._set(value)

    @Slot()
    def commit(self) -> None:
        """Keep what is written now, if it differs from what is kept."""
        self._pause.stop()
        written = self.toPlainText()
        if written != self._kept:
            self._kept = written
            self.committed.emit(written)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _set(self, value: str) -> None:
        self.setPlainText(value)
        self._pause.stop()
        self._fit()

    @Slot()
    def _on_changed(self) -> None:
        self._pause.start()
        self._fit()

    def _fit(self) -> None:
        """A plain text document measures its height in lines."""
        lines = max(self._lines, min(self._most, int(self.document().size().height())))
        full = int(self.document().size().height()) > self._most
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if full else policy.ScrollBarAlwaysOff
        )
        around = 16 + 2 * int(self.document().documentMargin())
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + around)
