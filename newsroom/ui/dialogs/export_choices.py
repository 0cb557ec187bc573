"""The first page of the export window: which form, and where to."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from newsroom.i18n import _
from newsroom.services.export_formats import ExportFormat
from newsroom.ui import icons
from newsroom.ui.dialogs.base import field_label
from newsroom.ui.dialogs.export_memory import COMBINED, FOLDER, FORMAT, keep_preset, last_preset
from newsroom.ui.dialogs.export_words import format_words, preset_words
from newsroom.ui.dialogs.folder_field import FolderField
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.elided_label import ElidedLabel
from newsroom.ui.widgets.plain_label import PlainLabel, plain_tip
from newsroom.ui.widgets.row_button import RowButton


class ExportChoices(QWidget):
    """Format cards, presets, folder; begins with what was chosen last, kept in `settings`.

    `changed` tells that another format or preset was chosen.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        settings: QSettings,
        formats: Sequence[ExportFormat],
        articles: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._formats = {entry.name: entry for entry in formats}
        self._articles = articles
        self._refused: dict[str, Mapping[str, str]] = {}
        self._cards = QButtonGroup(self)
        self._presets = QButtonGroup(self)
        self.cards = {entry.name: FormatCard(theme, entry.name) for entry in formats}
        self.combined = QCheckBox(_("All articles in one file"))
        self.folder = FolderField(settings, FOLDER)
        self._preset_box = QVBoxLayout()
        self._lay_out()
        self._restore()
        self._cards.buttonToggled.connect(self._on_format)
        self._presets.buttonClicked.connect(self.changed)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for card in self.cards.values():
            self._cards.addButton(card)
            row.addWidget(card, 1)
        self._preset_box.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(row)
        layout.addLayout(self._preset_box)
        layout.addWidget(self.combined)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(field_label(_("Into the folder"), self.folder.line))
        column.addWidget(self.folder)
        layout.addLayout(column)
        layout.addStretch()

    # ---- what is chosen --------------------------------------------------------------------
    def format(self) -> ExportFormat:
        """The format chosen."""
        card = self._cards.checkedButton()
        return self._formats[card.name if isinstance(card, FormatCard) else next(iter(self.cards))]

    def preset(self) -> str | None:
        """The preset chosen; None for the format's default."""
        button = self._presets.checkedButton()
        return str(button.property("preset")) if button is not None else None

    def is_combined(self) -> bool:
        """Whether all articles go into one file."""
        return self._can_combine() and self.combined.isChecked()

    def target(self) -> Path:
        """The folder to write to."""
        return self.folder.folder()

    def choose_format(self, name: str) -> None:
        """Choose the format `name`, as a click on its card does."""
        self.cards[name].setChecked(True)

    def choose_folder(self, path: str) -> None:
        """Write into `path`."""
        self.folder.show_folder(path)

    def refuse(self, format: str, presets: Mapping[str, str]) -> None:
        """These presets of `format` cannot be chosen; each says why in a sentence."""
        self._refused[format] = presets
        if presets and self.format().name == format:
            self._show_presets()
            self.changed.emit()

    def remember(self) -> None:
        """Begin with these choices the next time."""
        name = self.format().name
        self._settings.setValue(FORMAT, name)
        keep_preset(self._settings, name, self.preset() or "")
        self.folder.remember()
        if self._can_combine():
            self._settings.setValue(COMBINED, self.combined.isChecked())

    def focus_format(self) -> None:
        """Put the focus on the card that is chosen; the arrows choose another."""
        self.cards[self.format().name].setFocus()

    # ---- showing ---------------------------------------------------------------------------
    def _restore(self) -> None:
        self.combined.setChecked(bool(self._settings.value(COMBINED, False, bool)))
        name = str(self._settings.value(FORMAT, "", str))
        self.choose_format(name if name in self.cards else next(iter(self.cards)))
        self._show_presets()

    @Slot(QAbstractButton, bool)
    def _on_format(self, _card: QAbstractButton, checked: bool) -> None:
        if checked:
            self._show_presets()
            self.changed.emit()

    def _show_presets(self) -> None:
        for button in self._presets.buttons():
            self._presets.removeButton(button)
        while (item := self._preset_box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        entry = self.format()
        kept = last_preset(self._settings, entry.name)
        first = next(iter(entry.presets), "")
        refused = self._refused.get(entry.name, {})
        there = kept in entry.presets and kept not in refused
        wanted = kept if there else entry.default or first
        for preset in sorted(entry.presets, key=lambda name: name != entry.default):
            row = PresetRow(entry.name, preset, refused.get(preset, ""))
            self._presets.addButton(row.radio)
            row.radio.setChecked(preset == wanted)
            self._preset_box.addWidget(row)
        self.combined.setVisible(self._can_combine())

    def _can_combine(self) -> bool:
        return self._articles > 1 and self.format().joins


class FormatCard(RowButton):
    """A format as a card with its icon, one of several to choose from."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.name = name
        self._theme = theme
        words = format_words(name)
        self._icon = words.icon
        self.setCheckable(True)
        self.setAutoDefault(False)
        set_kind(self, "choice")
        self.setAccessibleName(words.title)
        self.setAccessibleDescription(words.hint)
        self._picture = PlainLabel()
        self._picture.setFixedSize(QSize(20, 20))
        title, hint = PlainLabel(words.title), PlainLabel(words.hint)
        hint.setWordWrap(True)
        set_kind(title, "heading")
        set_kind(hint, "hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(2)
        layout.addWidget(self._picture)
        layout.addSpacing(6)
        layout.addWidget(title)
        layout.addWidget(hint)
        layout.addStretch()
        self.toggled.connect(self._tint)
        theme.changed.connect(self._tint)
        self._tint()

    @Slot()
    def _tint(self) -> None:
        tokens = self._theme.tokens
        colour = tokens.accent if self.isChecked() else tokens.ink2
        self._picture.setPixmap(icons.pixmap(self._icon, colour, 20, self.devicePixelRatioF()))


class PresetRow(QWidget):
    """A preset to choose, with its line below; a click on the line chooses it too.

    `refused` says why it cannot be chosen.
    """

    def __init__(self, format: str, preset: str, refused: str = "") -> None:
        super().__init__()
        words = preset_words(format, preset)
        self.radio = QRadioButton(words.title)
        self.radio.setProperty("preset", preset)
        self.radio.setAccessibleDescription(refused or words.hint)
        self.radio.setEnabled(not refused)
        hint = ElidedLabel(refused or words.hint)
        hint.setContentsMargins(24, 0, 0, 0)
        hint.setToolTip(plain_tip(refused))
        set_kind(hint, "error" if refused else "hint")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.radio)
        layout.addWidget(hint)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.radio.setChecked(self.radio.isEnabled())
        super().mouseReleaseEvent(event)
