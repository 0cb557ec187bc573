"""A PDF file from outside with what its preflight finds, in a window of its own."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsroom.errors import NewsroomError
from newsroom.i18n import _, sentence
from newsroom.services.print_preview import PrintFile, open_print_file
from newsroom.ui.dropping import FileDrop
from newsroom.ui.printing.drawer import PageDrawer
from newsroom.ui.printing.look import PAGE, Look
from newsroom.ui.printing.look_actions import LookActions, own_actions
from newsroom.ui.printing.pages_pane import PagesPane
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner
from newsroom.ui.theme import Theme
from newsroom.ui.tokens import Tokens

_FIRST_SIZE = (1120, 860)


class CheckWindow(QWidget):
    """`closed()` when it is gone; `paper_wanted(PrintFile)`. PDF files may be dropped on it too."""

    closed = Signal()
    paper_wanted = Signal(object)

    def __init__(self, *, tasks: TaskRunner, drawer: PageDrawer, theme: Theme) -> None:
        """It is nobody's child, so that no dialog of the main window stands before it."""
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("checkWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tasks, self._path = tasks, Path()
        self.pane = PagesPane(tasks=tasks, drawer=drawer, tokens=theme.tokens)
        self.pane.header.form.hide()
        self.drops = FileDrop(self)
        self._actions = own_actions(self, theme.tokens)
        paper = self._actions["print-paper"]
        paper.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        paper.triggered.connect(self._print)
        self.addAction(paper)
        self._bound = LookActions(self.pane, self._actions, [paper])
        self.pane.set_look(Look(zoom=PAGE, on=frozenset({"findings", "trim"})))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pane)
        close = QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self)
        close.activated.connect(self.close)
        theme.changed.connect(self._set_tokens)
        self.resize(*_FIRST_SIZE)

    def open(self, path: Path) -> None:
        """Show the file `path`, read on another thread."""
        self._path = path
        self.setWindowTitle(_("Check of {name}").format(name=path.name))
        self.pane.header.title.set_text(path.name)
        self.pane.header.title.setToolTip(str(path))
        self.pane.message.say("newspaper", _("Opening the file…"))
        self.show()
        self._tasks.run(
            partial(_opened, path),
            owner=self,
            on_done=self._show,
            on_error=self._fail,
            lane=Lane.POOL,
        )

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.setWindowTitle(_("Check of {name}").format(name=self._path.name))
        self.pane.retranslate()

    def _show(self, file: PrintFile) -> None:
        self.pane.show_file(file, anew=True)
        self.pane.view.setFocus()

    def _fail(self, error: NewsroomError) -> None:
        self.pane.message.say("circle-alert", _("The file cannot be shown"), sentence(error))

    @Slot()
    def _print(self) -> None:
        if self.pane.file is not None:
            self.paper_wanted.emit(self.pane.file)

    @Slot(object)
    def _set_tokens(self, tokens: Tokens) -> None:
        self.pane.set_tokens(tokens)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell whoever opened it."""
        super().closeEvent(event)
        self.closed.emit()


def _opened(path: Path, progress: TaskProgress) -> PrintFile:
    del progress
    return open_print_file(path)
