"""How long the article and the selection are, and the goals, in a popup at the footer."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from newsroom.domain.counting import reading_minutes
from newsroom.i18n import _
from newsroom.ui.editor.state import FooterInfo
from newsroom.ui.goals import MOST
from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.number_box import NumberBox
from newsroom.ui.widgets.popups import Popup
from newsroom.ui.wording import number

_STEP, _INSET = 50, 7


class CountPopup(Popup):
    """`article_goal(words)` and `day_goal(words)` follow what is set; 0 is no goal."""

    article_goal = Signal(int)
    day_goal = Signal(int)

    def __init__(
        self,
        info: FooterInfo,
        *,
        article: int,
        day: int,
        written: int,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Words and goals"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 14)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._head("", _("Article"), _("Selection"))
        self._row(_("Words"), info.words, info.selected_words)
        self._row(_("Characters"), info.characters, info.selected_characters)
        self._row(
            _("Minutes to read"), reading_minutes(info.words), reading_minutes(info.selected_words)
        )
        self._row(_("Written today"), written)
        self.article = self._goal(_("Goal for this article"), article)
        self.day = self._goal(_("Goal for each day"), day)
        self.article.valueChanged.connect(self.article_goal)
        self.day.valueChanged.connect(self.day_goal)
        self.setFocusProxy(self.article)

    def _head(self, *words: str) -> None:
        self._put(words, "hint")

    def _row(self, words: str, *counts: int) -> None:
        self._put((words, *map(number, counts)), "label")

    def _put(self, cells: Sequence[str], kind: str) -> None:
        row = self._grid.rowCount()
        for column, words in enumerate(cells):
            label = QLabel(words)
            set_kind(label, kind if column == 0 or kind == "hint" else "")
            if column:
                label.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(label, row, column)

    def _goal(self, words: str, value: int) -> NumberBox:
        field = NumberBox()
        field.setRange(0, MOST)
        field.setSingleStep(_STEP)
        field.setSpecialValueText(_("none"))
        field.setAccessibleName(words)
        field.setGroupSeparatorShown(True)
        field.setValue(value)
        field.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        label = QLabel(words)
        set_kind(label, "label")
        label.setBuddy(field)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(field, row, 1, 1, 2)
        return field
