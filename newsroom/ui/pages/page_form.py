"""The choices for a page: its template, its number, its articles and their order."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from newsroom.i18n import _, sentence
from newsroom.services.newspages import PageSketch
from newsroom.ui.dialogs.base import field_label, plain_button
from newsroom.ui.pages.plan import PagePlan
from newsroom.ui.pages.sketch import SIZE, sketch_icon, template_words
from newsroom.ui.pages.stories import Stories
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.plain_label import plain_tip

_NAME = Qt.ItemDataRole.UserRole
_CELL = QSize(112, 118)
_ROOM, _INSET = 14, 7
MOST_NUMBER = 9999


class PageForm(QWidget):
    """`changed()` after everything that makes the page another one; `add_wanted()` for articles."""

    changed = Signal()
    add_wanted = Signal()

    def __init__(self, theme: Theme, plan: PagePlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plan = plan
        self._sketches: Sequence[PageSketch] = ()
        self.templates = QListWidget()
        self.number = QSpinBox()
        self.stories = Stories(theme)
        self.add = plain_button(_("Add…"))
        self.up, self.down = plain_button("↑", "quiet"), plain_button("↓", "quiet")
        self.remove = plain_button(_("Remove"), "quiet")
        self._prepare()
        self._lay_out()
        self.stories.add(plan.ids)
        self._connect_signals()
        self._adapt()

    def _prepare(self) -> None:
        view = self.templates
        set_kind(view, "boxed")
        view.setAccessibleName(_("Page template"))
        view.setViewMode(QListView.ViewMode.IconMode)
        view.setMovement(QListView.Movement.Static)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setIconSize(SIZE)
        view.setWordWrap(True)
        view.setGridSize(_CELL)
        view.setFixedHeight(_CELL.height() + _ROOM)
        self.number.setRange(1, MOST_NUMBER)
        self.number.setValue(self._plan.number)
        self.number.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        for button, words, tip in (
            (self.up, _("Move up"), "Alt+↑"),
            (self.down, _("Move down"), "Alt+↓"),
        ):
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({tip})")

    def _lay_out(self) -> None:
        number = QHBoxLayout()
        number.addWidget(field_label(_("Number of the first page"), self.number))
        number.addStretch()
        number.addWidget(self.number)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in (self.add, self.up, self.down, self.remove):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(field_label(_("Page template"), self.templates))
        layout.addWidget(self.templates)
        layout.addLayout(number)
        layout.addWidget(field_label(_("Articles"), self.stories))
        layout.addWidget(self.stories, 1)
        layout.addLayout(buttons)

    def _connect_signals(self) -> None:
        self.templates.currentItemChanged.connect(self._on_template)
        self.number.valueChanged.connect(self.changed)
        self.stories.reordered.connect(self._on_stories)
        self.stories.itemSelectionChanged.connect(self._adapt)
        self.add.clicked.connect(self.add_wanted)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.remove.clicked.connect(self.stories.remove_selected)
        self._theme.changed.connect(self._draw_sketches)

    def plan(self) -> PagePlan:
        """What is chosen."""
        item = self.templates.currentItem()
        template = item.data(_NAME) if item is not None else self._plan.template
        return PagePlan(
            ids=tuple(self.stories.ids()), template=template, number=self.number.value()
        )

    def show_sketches(self, sketches: Sequence[PageSketch]) -> None:
        """The templates there are; one that is wrong cannot be chosen and says why."""
        self._sketches = sketches
        for sketch in sketches:
            item = QListWidgetItem(template_words(sketch.name))
            item.setData(_NAME, sketch.name)
            if sketch.mistake is not None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                item.setToolTip(plain_tip(sentence(sketch.mistake)))
            self.templates.addItem(item)
            if sketch.name == self._plan.template:
                self.templates.setCurrentItem(item)
        self._draw_sketches()

    @Slot()
    def _draw_sketches(self) -> None:
        for row, sketch in enumerate(self._sketches):
            icon = sketch_icon(sketch, self._theme.tokens, self.devicePixelRatioF())
            self.templates.item(row).setIcon(icon)

    @Slot()
    def _on_template(self) -> None:
        self.changed.emit()

    @Slot()
    def _on_stories(self) -> None:
        self._adapt()
        self.changed.emit()

    @Slot()
    def _adapt(self) -> None:
        row, last = self.stories.currentRow(), self.stories.count() - 1
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < last)
        self.remove.setEnabled(bool(self.stories.selectedItems()))

    @Slot()
    def _move_up(self) -> None:
        self.stories.move_current(-1)

    @Slot()
    def _move_down(self) -> None:
        self.stories.move_current(1)
