"""Edit actions go to whatever has the focus: the sheet, a field, else the library."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from newsroom.i18n import _
from newsroom.ui.actions import Actions

TextWidget = QLineEdit | QTextEdit | QPlainTextEdit


class FocusedEditing(QObject):
    """Undo, redo, cut, copy, paste and select all for a window."""

    def __init__(self, actions: Actions, stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._stack = stack
        self._left: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        actions["undo"].triggered.connect(self.undo)
        actions["redo"].triggered.connect(self.redo)
        actions["cut"].triggered.connect(self._cut)
        actions["copy"].triggered.connect(self._copy)
        actions["paste"].triggered.connect(self._paste)
        actions["select-all"].triggered.connect(self._select_all)

    @Slot("QWidget*", "QWidget*")
    def _follow_focus(self, left: QWidget | None, focused: QWidget | None) -> None:
        """Where the person was when the menu bar was opened by key, which takes the focus."""
        self._left = left if isinstance(focused, QMenuBar) else None

    def _focused(self) -> QWidget | None:
        left = self._left
        return left if left is not None and isValid(left) else QApplication.focusWidget()

    def _text(self) -> TextWidget | None:
        """The text that has the focus, None when something else has it."""
        focused = self._focused()
        return focused if isinstance(focused, TextWidget) else None

    @Slot()
    def undo(self) -> None:
        """Take the last step back: of the text that has the focus, else of the library."""
        text = self._text()
        (text if text is not None else self._stack).undo()

    @Slot()
    def redo(self) -> None:
        """Do the last step again."""
        text = self._text()
        (text if text is not None else self._stack).redo()

    @Slot()
    def adapt(self) -> None:
        """Say in the menu what would be undone; called before it is shown."""
        text = self._text()
        undo, redo = self._actions["undo"], self._actions["redo"]
        undo.setText(_("Undo"))
        redo.setText(_("Redo"))
        undo.setEnabled(can_undo(text) if text is not None else self._stack.canUndo())
        redo.setEnabled(can_redo(text) if text is not None else self._stack.canRedo())
        if text is None and self._stack.canUndo():
            undo.setText(_("Undo: {what}").format(what=self._stack.undoText()))
        if text is None and self._stack.canRedo():
            redo.setText(_("Redo: {what}").format(what=self._stack.redoText()))

    @Slot()
    def release(self) -> None:
        """After the menu has closed the keys must work whatever gets the focus next."""
        for name in ("undo", "redo"):
            self._actions[name].setEnabled(True)

    @Slot()
    def _cut(self) -> None:
        if (text := self._text()) is not None:
            text.cut()

    @Slot()
    def _copy(self) -> None:
        if (text := self._text()) is not None:
            text.copy()

    @Slot()
    def _paste(self) -> None:
        if (text := self._text()) is not None:
            text.paste()

    @Slot()
    def _select_all(self) -> None:
        focused = self._focused()
        if isinstance(focused, TextWidget | QAbstractItemView):
            focused.selectAll()


def can_undo(text: TextWidget) -> bool:
    """Whether there is a step to take back."""
    return (
        text.isUndoAvailable() if isinstance(text, QLineEdit) else text.document().isUndoAvailable()
    )


def can_redo(text: TextWidget) -> bool:
    """Whether there is a step to do again."""
    return (
        text.isRedoAvailable() if isinstance(text, QLineEdit) else text.document().isRedoAvailable()
    )
