"""One field of a print preset on the form: its words, its value, its limits, what is wrong."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QLocale, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from newsroom.i18n import _, language
from newsroom.ui.dialogs.base import field_label
from newsroom.ui.presets.fields import Field, Shape, choice_words
from newsroom.ui.presets.profile_field import ProfileField
from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.plain_label import PlainLabel, plain_tip

_INSET, FIELD_WIDTH = 7, 168
GAP, LIMITS_WIDTH = 12, 58
WIDE = FIELD_WIDTH + GAP + LIMITS_WIDTH
"""Of a field without limits beside it."""
_PER_CENT = 100


class FieldRow(QObject):
    """`edited(key, value)` when a person changes it; a wheel that passes over it does not."""

    edited = Signal(str, object)

    def __init__(self, field: Field, shape: Shape, parent: QWidget) -> None:
        super().__init__(parent)
        self._field, self._shape = field, shape
        self._own = False
        self.scale = _PER_CENT if field.share else 1
        self.widget, self._set = self._made()
        self.widget.setAccessibleName(_(field.words))
        self.widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.widget.installEventFilter(self)
        self.label = field_label(_(field.words), self.widget)
        self.label.setWordWrap(True)
        self.limits = PlainLabel(self._limits())
        set_kind(self.limits, "hint")
        self.remark = PlainLabel()
        self.remark.setWordWrap(True)
        set_kind(self.remark, "error")
        self.remark.hide()

    def place(self, grid: QGridLayout) -> None:
        """Stand in the next two lines of `grid`; the second one is for what is wrong."""
        row = grid.rowCount()
        if self._shape.kind is bool:
            grid.addWidget(self.widget, row, 0, 1, 3)
        else:
            grid.addWidget(self.label, row, 0)
            wide = not self.limits.text()
            self.widget.setFixedWidth(WIDE if wide else FIELD_WIDTH)
            grid.addWidget(self.widget, row, 1, 1, 2 if wide else 1)
            if not wide:
                grid.addWidget(self.limits, row, 2)
        grid.addWidget(self.remark, row + 1, 0, 1, 3)

    def show_value(self, value: Any, base: Any) -> None:
        """Show `value`, marked when it is not that of the base."""
        with QSignalBlocker(self.widget):
            self._set(value)
        own = value != base
        if own != self._own:  # a new kind is styled anew, which takes its time
            self._own = own
            set_kind(self.label, "label", own="true" if own else "false")
        tip = (
            _("The preset it builds on has: {value}").format(value=self._said(base)) if own else ""
        )
        self.widget.setToolTip(plain_tip(tip))

    def blame(self, words: str) -> None:
        """Say what is wrong, nothing for nothing."""
        self.remark.setText(words)
        self.remark.setVisible(bool(words))
        self.widget.setAccessibleDescription(words or self._limits())

    def eventFilter(self, watched: QObject, event: Any) -> bool:
        """The wheel scrolls the form; a field takes it only while one is in it."""
        if event.type() == event.Type.Wheel and not self.widget.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    # ---- kinds -------------------------------------------------------------------------------
    def _made(self) -> tuple[QWidget, Callable[[Any], None]]:
        kind = self._shape.kind
        if kind is bool:
            return self._check()
        if kind is int:
            return self._whole()
        if kind is float:
            return self._number()
        if issubclass(kind, StrEnum):
            return self._choice(kind)
        if self._field.key == "output.icc":
            return self._profile()
        return self._line()

    def _check(self) -> tuple[QWidget, Callable[[Any], None]]:
        box = QCheckBox(_(self._field.words))
        box.toggled.connect(self._tell)
        return box, lambda value: box.setChecked(bool(value))

    def _whole(self) -> tuple[QWidget, Callable[[Any], None]]:
        box = QSpinBox()
        box.setRange(round(self._shape.least), round(self._shape.most))
        box.valueChanged.connect(self._tell)
        self._dress(box)
        return box, lambda value: box.setValue(_whole(value))

    def _number(self) -> tuple[QWidget, Callable[[Any], None]]:
        box = _DecimalBox()
        box.setDecimals(2 if self._shape.most <= 1 or self.scale == 1 else 1)
        box.setRange(self._shape.least * self.scale, self._shape.most * self.scale)
        box.setSingleStep(0.05 if self._shape.most < 2 * self.scale and self.scale == 1 else 0.5)
        box.valueChanged.connect(self._tell_scaled)
        self._dress(box)
        return box, lambda value: box.setValue(_number(value) * self.scale)

    def _dress(self, box: QSpinBox | QDoubleSpinBox) -> None:
        box.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        if self._field.unit:
            box.setSuffix(f" {_(self._field.unit)}")
        if self._field.zero:
            box.setSpecialValueText(_(self._field.zero))

    def _choice(self, kind: type[StrEnum]) -> tuple[QWidget, Callable[[Any], None]]:
        box = QComboBox()
        for choice in kind:
            box.addItem(choice_words(choice), choice.value)
        box.currentIndexChanged.connect(self._tell_choice)
        return box, lambda value: box.setCurrentIndex(max(0, box.findData(str(value))))

    def _line(self) -> tuple[QWidget, Callable[[Any], None]]:
        line = QLineEdit()
        line.setMaxLength(120)
        line.textEdited.connect(self._tell)
        return line, lambda value: line.setText(str(value))

    def _profile(self) -> tuple[QWidget, Callable[[Any], None]]:
        field = ProfileField()
        field.picked.connect(self._tell)
        return field, lambda value: field.show_name(str(value))

    # ---- telling -----------------------------------------------------------------------------
    @Slot(bool)
    @Slot(int)
    @Slot(str)
    def _tell(self, value: Any) -> None:
        self.edited.emit(self._field.key, value)

    @Slot(float)
    def _tell_scaled(self, value: float) -> None:
        self.edited.emit(self._field.key, round(value / self.scale, 6))

    @Slot(int)
    def _tell_choice(self) -> None:
        if isinstance(self.widget, QComboBox):
            self.edited.emit(self._field.key, self.widget.currentData())

    def _limits(self) -> str:
        if self._shape.kind not in (int, float):
            return ""
        least, most = self._shape.least * self.scale, self._shape.most * self.scale
        return f"{_decimal(least)}–{_decimal(most)}"

    def _said(self, value: Any) -> str:
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, StrEnum):
            return choice_words(value)
        if isinstance(value, int | float):
            unit = _(self._field.unit) if self._field.unit else ""
            return f"{_decimal(value * self.scale)} {unit}"
        return str(value)


class _DecimalBox(QDoubleSpinBox):
    """Writes no decimals that say nothing."""

    def textFromValue(self, value: float) -> str:
        shortest = QLocale.FloatingPointPrecisionOption.FloatingPointShortest
        return self.locale().toString(round(value, self.decimals()), "f", shortest.value)


def _decimal(value: float) -> str:
    """A number as it is written here, without decimals that say nothing."""
    written = f"{round(value, 4):g}"
    return written.replace(".", ",") if language() == "vi" else written


def _whole(value: Any) -> int:
    return value if isinstance(value, int) else 0


def _number(value: Any) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
