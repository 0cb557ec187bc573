"""The slot on the printed page that the article must fill, in a popup at the footer."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QWidget,
)

from newsroom.domain.slot import DepthUnit
from newsroom.domain.slot import Slot as PageSlot
from newsroom.i18n import _
from newsroom.ui.dialogs.base import field_label
from newsroom.ui.dialogs.export_words import preset_words
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.choice_field import Choice, ChoiceField
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.widgets.popups import Popup
from newsroom.ui.widgets.segmented import Segmented

_USUAL = PageSlot(preset="newspaper", columns=2, depth=120, unit=DepthUnit.MILLIMETRES)
_MOST_COLUMNS = 6
_INSET = 7
_LINES, _MM = "lines", "mm"


class SlotPopup(Popup):
    """`slot_chosen(words)` follows what is set, as `newsroom.domain.slot` writes it; empty: none.

    `preset_names` are the print presets there are.
    """

    slot_chosen = Signal(str)

    def __init__(
        self, theme: Theme, preset_names: Sequence[str], slot: PageSlot | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._names = tuple(preset_names)
        start = slot or _USUAL
        self.setAccessibleName(_("Slot on the page"))
        self.preset = ChoiceField[str](theme, _("Print preset"), self._presets)
        self.preset.show_choice(_choice(start.preset))
        self.wide = QSpinBox()
        self.wide.setRange(1, _MOST_COLUMNS)
        self.wide.setValue(start.columns)
        self.deep = QDoubleSpinBox()
        self.deep.setDecimals(0)
        self.deep.setRange(1, 2000)
        self.deep.setSingleStep(5)
        self.deep.setValue(start.depth)
        for field in (self.wide, self.deep):
            field.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        self.unit = Segmented(((_MM, _("millimetres")), (_LINES, _("lines"))))
        self.unit.set_current(_MM if start.unit is DepthUnit.MILLIMETRES else _LINES)
        self.said = PlainLabel(_("The footer counts lines as they will be printed."))
        self.said.setWordWrap(True)
        set_kind(self.said, "hint")
        self.none = QPushButton(_("No slot"))
        set_kind(self.none, "quiet")
        self.none.setVisible(slot is not None)
        self.take = QPushButton(_("Bind to this slot"))
        self.take.setVisible(slot is None)
        self._bound = slot is not None
        self._lay_out()
        self._connect_signals()
        self.setFocusProxy(self.wide)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 14)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(1, 150)
        fields: tuple[tuple[str, QWidget], ...] = (
            (_("Print preset"), self.preset),
            (_("Columns wide"), self.wide),
            (_("Depth"), self.deep),
        )
        for row, (words, field) in enumerate(fields):
            grid.addWidget(field_label(words, field), row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.unit, 2, 2)
        grid.addWidget(self.said, 3, 0, 1, 3)
        foot = QHBoxLayout()
        foot.addWidget(self.none)
        foot.addStretch()
        foot.addWidget(self.take)
        grid.addLayout(foot, 4, 0, 1, 3)

    def _connect_signals(self) -> None:
        self.preset.chosen.connect(self._choose_preset)
        self.wide.valueChanged.connect(self._changed)
        self.deep.valueChanged.connect(self._changed)
        self.unit.chosen.connect(self._changed)
        self.none.clicked.connect(self._unbind)
        self.take.clicked.connect(self._bind)

    def slot(self) -> PageSlot:
        """What the fields say."""
        lines = self.unit.current() == _LINES
        return PageSlot(
            preset=self.preset.current() or _USUAL.preset,
            columns=self.wide.value(),
            depth=self.deep.value(),
            unit=DepthUnit.LINES if lines else DepthUnit.MILLIMETRES,
        )

    def _presets(self) -> list[Choice[str]]:
        return [_choice(name) for name in self._names]

    @Slot(object)
    def _choose_preset(self, name: str) -> None:
        self.preset.show_choice(_choice(name))
        self._changed()

    @Slot()
    def _changed(self) -> None:
        if self._bound:
            self.slot_chosen.emit(str(self.slot()))

    @Slot()
    def _bind(self) -> None:
        self._bound = True
        self.slot_chosen.emit(str(self.slot()))
        self.close()

    @Slot()
    def _unbind(self) -> None:
        self._bound = False
        self.slot_chosen.emit("")
        self.close()


def _choice(preset: str) -> Choice[str]:
    """A print preset by the name that the export window gives it."""
    return Choice(value=preset, words=preset_words("pdf", preset).title)
