"""The fields of the paper's settings."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from newsroom.domain.paper import PaperSettings, gmt_label, grouped
from newsroom.errors import UsageError
from newsroom.i18n import LANGUAGES, _
from newsroom.services.themes import SiteTheme
from newsroom.ui.dialogs.base import field_label, plain_button
from newsroom.ui.dialogs.export_words import preset_words
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.choice_field import Choice, ChoiceField
from newsroom.ui.widgets.colour_field import ColourField
from newsroom.ui.widgets.plain_label import PlainLabel

BRAND_COLOURS = ("#0B4F8A", "#14532D", "#7A1F1F", "#3B2F63", "#1F1D1A", "#8A5A00")
ACCENT_COLOURS = ("#B42318", "#C2410C", "#0B4F8A", "#2E7D4F", "#6D28D9", "#1F1D1A")
_OFFSETS = (
    *(f"-{hour:02d}:00" for hour in range(11, 0, -1)),
    *(f"+{hour:02d}:00" for hour in range(6)),
    "+05:30",
    *(f"+{hour:02d}:00" for hour in range(6, 15)),
)


class PaperForm(QScrollArea):
    """All settings in groups: `show_settings` fills them, `settings` reads them.

    `copy_wanted(str, str)`: the look chosen, by name and label, is to be copied.
    """

    copy_wanted = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = PaperSettings()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines: dict[str, QLineEdit] = {}
        self.visits = QLineEdit()
        self.brand = ColourField(theme, _("Masthead"), BRAND_COLOURS)
        self.accent = ColourField(theme, _("Accent"), ACCENT_COLOURS)
        self.capitals = QCheckBox(_("Bylines in capitals"))
        self.zone = ChoiceField[str](theme, _("Clock"), _zones)
        self._themes: list[SiteTheme] = []
        self.look = ChoiceField[str](theme, _("Look of the site"), partial(_looks, self._themes))
        self.copy_look = plain_button(_("Copy…"))
        self.copy_look.setToolTip(_("Make a copy of this look, to change it"))
        self.language = ChoiceField[str](theme, _("Language"), _languages)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(16)
        self._lay_out()
        content = QWidget()
        content.setLayout(self._column)
        self.setWidget(content)
        self.zone.chosen.connect(self._on_zone)
        self.look.chosen.connect(self.show_look)
        self.copy_look.clicked.connect(self._on_copy)
        self.language.chosen.connect(self._on_language)

    def _lay_out(self) -> None:
        paper = self._group(_("The paper"))
        self._line(paper, "name", _("Name"))
        self._line(paper, "tagline", _("Line below the name"))
        self._line(paper, "site_url", _("Address of the site"))
        self._line(paper, "address", _("Address of the newsroom"))
        self._line(paper, "licence_line", _("Licence line"))
        self._row(paper, _("Language"), self.language)
        self._row(paper, _("Clock"), self.zone)
        self._row(paper, "", self.capitals)
        look = self._group(_("The site"))
        look.addWidget(field_label(_("Look of the site"), self.look), 0, 0)
        look.addWidget(_beside(self.look, self.copy_look), 0, 1)
        self._row(look, _("Masthead"), self.brand)
        self._row(look, _("Accent"), self.accent)
        self._row(look, _("Number of visits"), self.visits)
        words = self._group(_("Words on the page"))
        for name, label in _page_words():
            self._line(words, name, label)
        self._column.addStretch()

    def _group(self, title: str) -> QGridLayout:
        heading = PlainLabel(title)
        set_kind(heading, "heading")
        self._column.addWidget(heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, 152)
        grid.setColumnStretch(1, 1)
        self._column.addLayout(grid)
        return grid

    def _line(self, grid: QGridLayout, name: str, label: str) -> None:
        self.lines[name] = QLineEdit()
        self._row(grid, label, self.lines[name])

    def _row(self, grid: QGridLayout, label: str, field: QWidget) -> None:
        row = grid.rowCount()
        if label:
            grid.addWidget(field_label(label, field), row, 0)
        grid.addWidget(field, row, 1)

    # ---- values ----------------------------------------------------------------------------
    def show_themes(self, themes: Sequence[SiteTheme]) -> None:
        """Offer these looks; called before `show_settings` or `show_look`."""
        self._themes[:] = themes

    def show_settings(self, settings: PaperSettings) -> None:
        """Fill the fields."""
        self._shown = settings
        for name, line in self.lines.items():
            line.setText(str(getattr(settings, name)))
            line.setCursorPosition(0)
        self.visits.setText(grouped(settings.visits))
        self.brand.set_colour(settings.brand_colour)
        self.accent.set_colour(settings.accent_colour)
        self.capitals.setChecked(settings.uppercase_byline)
        self.zone.show_choice(_zone(settings.utc_offset))
        self.show_look(settings.site_theme)
        self.language.show_choice(_language(settings.language))

    def settings(self) -> PaperSettings:
        """What the fields say; raises `UsageError` when the visits are no number."""
        texts = {name: line.text() for name, line in self.lines.items()}
        return replace(
            self._shown,
            **texts,
            visits=_number(self.visits.text()),
            brand_colour=self.brand.colour(),
            accent_colour=self.accent.colour(),
            uppercase_byline=self.capitals.isChecked(),
            utc_offset=self.zone.current() or self._shown.utc_offset,
            site_theme=self.look.current() or self._shown.site_theme,
            language=self.language.current() or self._shown.language,
        )

    @Slot(object)
    def _on_zone(self, offset: str) -> None:
        self.zone.show_choice(_zone(offset))

    @Slot(object)
    def show_look(self, name: str) -> None:
        """Show a look as the one in force, by its name where it is not there any more."""
        found = next((one for one in self._themes if one.name == name), None)
        self.look.show_choice(_look(found or SiteTheme(name=name, label=name)))

    @Slot()
    def _on_copy(self) -> None:
        self.copy_wanted.emit(self.look.current(), self.look.value())

    @Slot(object)
    def _on_language(self, code: str) -> None:
        self.language.show_choice(_language(code))


def _beside(field: QWidget, button: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(field, 1)
    layout.addWidget(button)
    return row


def _page_words() -> tuple[tuple[str, str], ...]:
    return (
        ("home_label", _("Home page")),
        ("updated_label", _("Before the time")),
        ("photo_label", _("Before the credit")),
        ("related_label", _("Related articles")),
        ("latest_label", _("Newest of the section")),
        ("print_label", _("Print button")),
        ("top_label", _("Back to top")),
        ("visits_label", _("Before the visits")),
    )


def _number(words: str) -> int:
    digits = "".join(words.replace(".", "").replace(",", "").split())
    if not digits.isascii() or not digits.isdigit():
        raise UsageError("“{words}” is not a number of visits.", words=words)
    return int(digits)


def _zone(offset: str) -> Choice[str]:
    return Choice(value=offset, words=gmt_label(PaperSettings(utc_offset=offset)))


def _zones() -> list[Choice[str]]:
    return [_zone(offset) for offset in _OFFSETS]


def _look(theme: SiteTheme) -> Choice[str]:
    """A shipped look has its words in the interface's language, one's own its label."""
    if theme.problem is not None:
        return Choice(value=theme.name, words=_("{name} (has a mistake)").format(name=theme.label))
    if theme.folder is not None:
        return Choice(value=theme.name, words=theme.label)
    return Choice(value=theme.name, words=preset_words("html", theme.name).title)


def _looks(themes: Sequence[SiteTheme]) -> list[Choice[str]]:
    return [_look(theme) for theme in themes]


def _language(code: str) -> Choice[str]:
    return Choice(value=code, words=LANGUAGES.get(code, code))


def _languages() -> list[Choice[str]]:
    return [_language(code) for code in LANGUAGES]
