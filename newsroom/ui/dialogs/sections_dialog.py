"""Looking after the section tree: every change is kept at once."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.domain.article import SectionPath
from newsroom.domain.changes import Outcome
from newsroom.domain.taxonomy import Section, SectionTree
from newsroom.errors import NewsroomError
from newsroom.i18n import _, sentence
from newsroom.services import sections as service
from newsroom.services.desk import Desk
from newsroom.ui import icons
from newsroom.ui.changes import Operations
from newsroom.ui.dialogs.base import Dialog, Notice, plain_button
from newsroom.ui.dialogs.sections_view import PATH_ROLE, SectionsView, branch
from newsroom.ui.tasks import TaskProgress, TaskRunner
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.tokens import Tokens


class SectionsDialog(Dialog):
    """Add, rename in place (F2), move (Alt and the arrows), delete; refusals say why."""

    def __init__(
        self,
        *,
        desk: Desk,
        tasks: TaskRunner,
        operations: Operations,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Sections"), parent)
        self._desk = desk
        self._operations = operations
        self._theme = theme
        self._tree = SectionTree()
        self.notice = Notice()
        self.view = SectionsView()
        self._model = QStandardItemModel(self)
        self.view.setModel(self._model)
        self.add = plain_button(_("Add"))
        self.add_below = plain_button(_("Add below"))
        self.rename = plain_button(_("Rename"))
        self.delete = plain_button(_("Delete"), "danger")
        self.up = _tool(_("Move up (Alt+Up)"))
        self.down = _tool(_("Move down (Alt+Down)"))
        self.out = _tool(_("Move out (Alt+Left)"))
        self.inward = _tool(_("Move into the section above (Alt+Right)"))
        self.finish = self.add_button(_("Done"), "primary")
        self._lay_out()
        self._tint(theme.tokens)
        self._connect_signals()
        self._refresh_buttons()
        self.view.setFocus()
        tasks.run(_Read(desk), owner=self, on_done=self.show_sections, on_error=self._on_error)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.view, 1)
        arrows = QHBoxLayout()
        arrows.setSpacing(4)
        for button in (self.up, self.down, self.out, self.inward):
            arrows.addWidget(button)
        arrows.addStretch()
        left.addLayout(arrows)
        right = QVBoxLayout()
        right.setSpacing(8)
        for each in (self.add, self.add_below, self.rename, self.delete):
            right.addWidget(each)
        right.addStretch()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addLayout(right)
        self.body.addWidget(self.notice)
        self.body.addLayout(row, 1)
        self.resize(560, 520)

    def _connect_signals(self) -> None:
        self._theme.changed.connect(self._tint)
        self._model.itemChanged.connect(self._on_renamed)
        self.view.selectionModel().currentChanged.connect(self._refresh_buttons)
        self.add.clicked.connect(self._on_add)
        self.add_below.clicked.connect(self._on_add_below)
        self.rename.clicked.connect(self._on_rename)
        self.delete.clicked.connect(self._on_delete)
        self.view.moved.connect(self.move_current)
        self.view.delete_pressed.connect(self._on_delete)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.out.clicked.connect(self._on_out)
        self.inward.clicked.connect(self._on_inward)
        self.finish.clicked.connect(self.close)

    # ---- showing ---------------------------------------------------------------------------
    def show_sections(self, tree: SectionTree, current: SectionPath = ()) -> None:
        """Show `tree` with `current` selected."""
        self._tree = tree
        kept = current or self.current() or tuple(root.name for root in tree.roots[:1])
        self._model.itemChanged.disconnect(self._on_renamed)
        self._model.clear()
        for section in tree.roots:
            self._model.appendRow(branch(section, ()))
        self._model.itemChanged.connect(self._on_renamed)
        self.view.expandAll()
        self.select(kept)
        self._refresh_buttons()

    def current(self) -> SectionPath:
        """The section selected, `()` for none."""
        index = self.view.currentIndex()
        return tuple(index.data(PATH_ROLE)) if index.isValid() else ()

    def select(self, path: SectionPath) -> None:
        """Select the section at `path`, or the nearest above it that exists."""
        index = QModelIndex()
        for name in path:
            rows = range(self._model.rowCount(index))
            below = [self._model.index(row, 0, index) for row in rows]
            found = next((each for each in below if each.data(PATH_ROLE)[-1] == name), None)
            if found is None:
                break
            index = found
        self.view.setCurrentIndex(index)

    @Slot()
    def _refresh_buttons(self) -> None:
        path = self.current()
        row = self._row(path)
        for button, usable in (
            (self.add_below, bool(path)),
            (self.rename, bool(path)),
            (self.delete, bool(path)),
            (self.up, row > 0),
            (self.down, bool(path) and row < len(self._neighbours(path)) - 1),
            (self.out, len(path) > 1),
            (self.inward, row > 0),
        ):
            button.setEnabled(usable)

    def _neighbours(self, path: SectionPath) -> tuple[Section, ...]:
        return self._tree.require(path[:-1]).children if len(path) > 1 else self._tree.roots

    def _row(self, path: SectionPath) -> int:
        if not path:
            return -1
        return [section.name for section in self._neighbours(path)].index(path[-1])

    # ---- changing --------------------------------------------------------------------------
    @Slot()
    def _on_add(self) -> None:
        path = self.current()
        self._add(path[:-1], self._row(path) + 1 if path else None)

    @Slot()
    def _on_add_below(self) -> None:
        self._add(self.current(), None)

    def _add(self, above: SectionPath, index: int | None) -> None:
        """A section with a name to write over."""
        level = self._tree.require(above).children if above else self._tree.roots
        name = _free_name(_("New section"), {section.name for section in level})
        self._run(
            lambda desk: service.add_section(desk=desk, name=name, above=above, index=index),
            (*above, name),
            then_rename=True,
        )

    @Slot()
    def _on_rename(self) -> None:
        self.view.edit(self.view.currentIndex())

    @Slot(QStandardItem)
    def _on_renamed(self, item: QStandardItem) -> None:
        path, name = tuple(item.data(PATH_ROLE)), " ".join(item.text().split())
        if name == path[-1]:
            return
        self._run(
            lambda desk: service.rename_section(desk=desk, path=path, name=name),
            (*path[:-1], name),
        )

    @Slot()
    def _on_delete(self) -> None:
        path = self.current()
        if path:
            self._run(lambda desk: service.remove_section(desk=desk, path=path), path[:-1])

    @Slot()
    def _on_up(self) -> None:
        self.move_current(Qt.Key.Key_Up)

    @Slot()
    def _on_down(self) -> None:
        self.move_current(Qt.Key.Key_Down)

    @Slot()
    def _on_out(self) -> None:
        self.move_current(Qt.Key.Key_Left)

    @Slot()
    def _on_inward(self) -> None:
        self.move_current(Qt.Key.Key_Right)

    @Slot(int)
    def move_current(self, key: int) -> None:
        """Move the section selected in the direction of an arrow key, if it can go there."""
        path = self.current()
        target = self._target(path, key) if path else None
        if target is not None:
            above, index = target
            self._run(
                lambda desk: service.move_section(desk=desk, path=path, above=above, index=index),
                (*above, path[-1]),
            )

    def _target(self, path: SectionPath, key: int) -> tuple[SectionPath, int | None] | None:
        row, above = self._row(path), path[:-1]
        match key:
            case Qt.Key.Key_Up if row > 0:
                return above, row - 1
            case Qt.Key.Key_Down if row < len(self._neighbours(path)) - 1:
                return above, row + 1
            case Qt.Key.Key_Left if above:
                return above[:-1], self._row(above) + 1
            case Qt.Key.Key_Right if row > 0:
                return (*above, self._neighbours(path)[row - 1].name), None
        return None

    def _run(
        self,
        change: Callable[[Desk], Outcome[SectionTree]],
        current: SectionPath,
        *,
        then_rename: bool = False,
    ) -> None:
        self.notice.say("")
        self._operations.run(
            _Change(change, self._desk),
            owner=self,
            on_done=_Show(self, current, then_rename),
            on_error=self._on_error,
        )

    def _on_error(self, error: NewsroomError) -> None:
        """Say why, and show the names as they are."""
        self.notice.say(sentence(error))
        self.show_sections(self._tree)

    @Slot(object)
    def _tint(self, tokens: Tokens) -> None:
        for button, name in (
            (self.up, "arrow-up"),
            (self.down, "arrow-down"),
            (self.out, "list-indent-decrease"),
            (self.inward, "list-indent-increase"),
        ):
            button.setIcon(icons.icon(name, tokens))


@dataclass(frozen=True, slots=True)
class _Read:
    """Reads the tree on the database lane."""

    desk: Desk

    def __call__(self, _progress: TaskProgress) -> SectionTree:
        return service.read_sections(desk=self.desk)


@dataclass(frozen=True, slots=True)
class _Change:
    """A change of the tree, run on the database lane."""

    change: Callable[[Desk], Outcome[SectionTree]]
    desk: Desk

    def __call__(self) -> Outcome[SectionTree]:
        return self.change(self.desk)


@dataclass(frozen=True, slots=True)
class _Show:
    """Shows the changed tree, ready to name what was added."""

    dialog: SectionsDialog
    current: SectionPath
    rename: bool

    def __call__(self, tree: SectionTree) -> None:
        self.dialog.show_sections(tree, self.current)
        if self.rename:
            self.dialog.rename.click()


def _free_name(name: str, taken: set[str]) -> str:
    """`name`, or the first of `name 2`, `name 3`… that is free."""
    if name not in taken:
        return name
    return next(f"{name} {n}" for n in range(2, len(taken) + 3) if f"{name} {n}" not in taken)


def _tool(words: str) -> QToolButton:
    button = QToolButton()
    button.setToolTip(words)
    button.setAccessibleName(words)
    set_kind(button, "outlined")
    return button
