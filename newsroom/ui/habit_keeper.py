"""Brings the library's habits of writing to the sheet, and its snippets into the article."""

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from newsroom.domain.changes import ChangeSet
from newsroom.domain.document import Block, block_plain, with_new_ids
from newsroom.domain.document import Document as Body
from newsroom.domain.writing import Habits, Snippet
from newsroom.i18n import _
from newsroom.services.desk import Desk
from newsroom.services.writing import add_snippet, read_habits, remove_snippet
from newsroom.ui.actions import Actions
from newsroom.ui.changes import ChangeBus, Operations
from newsroom.ui.dialogs.name_dialog import NameDialog
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.editor.selection import selected_blocks
from newsroom.ui.tasks import TaskProgress, TaskRunner
from newsroom.ui.widgets.list_popup import Choice, ListPopup
from newsroom.ui.widgets.palette_entries import Offer

_NAME_LENGTH = 40


class HabitKeeper(QObject):
    """Reads the habits anew whenever the library's settings were changed."""

    def __init__(
        self,
        *,
        actions: Actions,
        tasks: TaskRunner,
        operations: Operations,
        bus: ChangeBus,
        pane: EditorPane,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._tasks, self._operations, self._pane = tasks, operations, pane
        self._desk: Desk | None = None
        self.habits = Habits()
        bus.changed.connect(self._adapt)
        actions["habits"].triggered.connect(self.edit)
        actions["insert-snippet"].triggered.connect(self.offer_snippets)
        actions["keep-snippet"].triggered.connect(self.keep_selection)

    def attach_desk(self, desk: Desk) -> None:
        """Write as the library of `desk` does."""
        self._desk = desk
        self._read()

    def _read(self) -> None:
        if self._desk is not None:
            self._tasks.run(partial(_read, self._desk), owner=self, on_done=self._use)

    def _use(self, habits: Habits) -> None:
        self.habits = habits
        self._pane.sheet.typist.use(habits)

    @Slot(object)
    def _adapt(self, changes: ChangeSet) -> None:
        if changes.settings:
            self._read()

    @Slot()
    def edit(self) -> None:
        """Change the habits."""
        from newsroom.ui.dialogs.habits_dialog import HabitsDialog

        if self._desk is not None:
            HabitsDialog(
                desk=self._desk,
                tasks=self._tasks,
                operations=self._operations,
                parent=self._window,
            ).open()

    # ---- snippets

    @Slot()
    def offer_snippets(self) -> None:
        """Let the person choose a snippet for where the caret stands."""
        popup = ListPopup(
            title=_("Insert a snippet"),
            choices=[Choice(id=kept.name, words=kept.name) for kept in self.habits.snippets],
            empty=_("Select something in the article and keep it as a snippet first."),
            hint=_("Enter inserts, Delete removes from the list"),
            parent=self._window,
        )
        popup.chosen.connect(self.insert_snippet)
        popup.removed.connect(self._forget)
        popup.open_over(self._pane.sheet)

    def offers(self) -> list[Offer]:
        """The snippets one by one, for quick open; none while no article is on the sheet."""
        if not self._pane.isVisible():
            return []
        words = _("Snippet: {name}")
        return [
            Offer(
                words=words.format(name=kept.name),
                icon="text-quote",
                run=partial(self.insert_snippet, kept.name),
            )
            for kept in self.habits.snippets
        ]

    @Slot(str)
    def insert_snippet(self, name: str) -> None:
        """Put the snippet of that name where the caret stands, as one step."""
        sheet = self._pane.sheet
        for kept in self.habits.snippets:
            if kept.name == name:
                fresh = with_new_ids(Body(blocks=kept.blocks)).blocks
                sheet.insert_blocks(fresh, sheet.textCursor())
        sheet.setFocus()

    @Slot()
    def keep_selection(self) -> None:
        """Keep what is selected under a name that is asked for."""
        sheet = self._pane.sheet
        cursor = sheet.textCursor()
        if not cursor.hasSelection():
            self._pane.show_banner(_("Select what the snippet is to hold first."))
            return
        blocks = selected_blocks(sheet, cursor)
        words = " ".join(" ".join(map(block_plain, blocks)).split())
        dialog = NameDialog(
            _("Keep as snippet"),
            _("A snippet of the same name is replaced."),
            words[:_NAME_LENGTH].strip(),
            self._window,
        )
        dialog.chosen.connect(partial(self._keep, blocks))
        dialog.open()

    def _keep(self, blocks: tuple[Block, ...], name: str) -> None:
        if self._desk is not None:
            snippet = Snippet(name=name, blocks=blocks)
            work = partial(add_snippet, desk=self._desk, snippet=snippet)
            self._operations.run(work, owner=self, on_done=self._use)

    @Slot(str)
    def _forget(self, name: str) -> None:
        if self._desk is not None:
            work = partial(remove_snippet, desk=self._desk, name=name)
            self._operations.run(work, owner=self, on_done=self._use)


def _read(desk: Desk, _progress: TaskProgress) -> Habits:
    return read_habits(desk=desk)
