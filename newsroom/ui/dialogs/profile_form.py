"""The fields of one content profile: its name, what a new article begins with, its rules."""

from collections.abc import Callable

from PySide6.QtCore import QRegularExpression, Qt, Signal, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from newsroom.domain.article import SectionPath
from newsroom.domain.profile import FIELDS, MEASURED, Profile, Rule
from newsroom.domain.review import Place, Severity
from newsroom.domain.taxonomy import SectionTree
from newsroom.i18n import LANGUAGES, _
from newsroom.services.profiles import MAX_NAME
from newsroom.ui.dialogs.base import field_label
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.choice_field import Choice, ChoiceField
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.widgets.section_picker import SectionField
from newsroom.ui.wording import place_label, severity_label

_NUMBER_WIDTH = 76
_CHOICE_WIDTH = 124


class ProfileForm(QScrollArea):
    """`show_profile` fills the fields, `profile` reads them; `renamed(str)` with every letter."""

    renamed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME)
        self.section = SectionField(theme)
        self.language = ChoiceField[str](theme, _("Language"), _languages)
        self.rules = {place: RuleRow(theme, place) for place in FIELDS}
        self._section: SectionPath = ()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(20)
        column.addLayout(self._head())
        column.addLayout(self._table())
        column.addStretch()
        self.setWidget(content)
        self.name.textEdited.connect(self.renamed)
        self.section.section_chosen.connect(self._on_section)
        self.language.chosen.connect(self._on_language)

    def _head(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, 112)
        grid.setColumnStretch(1, 1)
        for row, (words, field) in enumerate(
            (
                (_("Name"), self.name),
                (_("Begins in the section"), self.section),
                (_("Language"), self.language),
            )
        ):
            grid.addWidget(field_label(words, field), row, 0)
            grid.addWidget(field, row, 1)
        return grid

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        titles = ("", _("When empty"), _("At least"), _("At most"), _("When out of bounds"))
        grid.setColumnMinimumWidth(1, _CHOICE_WIDTH)
        grid.setColumnMinimumWidth(4, _CHOICE_WIDTH)
        for column, words in enumerate(titles):
            label = PlainLabel(words)
            set_kind(label, "label")
            grid.addWidget(label, 0, column)
        for row, rule in enumerate(self.rules.values(), start=1):
            for column, part in enumerate(rule.parts()):
                grid.addWidget(part, row, column)
        return grid

    # ---- values ----------------------------------------------------------------------------
    def set_sections(self, tree: SectionTree) -> None:
        """The sections to choose from."""
        self.section.set_sections(tree)

    def show_profile(self, profile: Profile) -> None:
        """Fill the fields."""
        self.name.setText(profile.name)
        self._on_section(profile.section)
        self._on_language(profile.language)
        for place, row in self.rules.items():
            row.show_rule(profile.rule(place))

    def profile(self) -> Profile:
        """What the fields say, unchecked."""
        return Profile(
            name=self.name.text(),
            section=self._section,
            language=self.language.current() or "",
            rules=tuple(row.rule() for row in self.rules.values()),
        )

    @Slot(tuple)
    def _on_section(self, path: SectionPath) -> None:
        self._section = path
        self.section.show_section(path)

    @Slot(object)
    def _on_language(self, code: str) -> None:
        self.language.show_choice(_language(code))


class RuleRow:
    """The widgets of one rule; fields without a length have no bounds to fill."""

    def __init__(self, theme: Theme, place: Place) -> None:
        self.place = place
        name = place_label(place)
        self.label = PlainLabel(name)
        self.required = _weights(theme, f"{name}, {_('When empty')}", _empty_choices)
        self.least = _number(f"{name}, {_('At least')}")
        self.most = _number(f"{name}, {_('At most')}")
        self.limit = _weights(theme, f"{name}, {_('When out of bounds')}", _limit_choices)
        self.label.setBuddy(self.required)

    def parts(self) -> tuple[QWidget, ...]:
        """The widgets from left to right."""
        if self.place not in MEASURED:
            return self.label, self.required
        return self.label, self.required, self.least, self.most, self.limit

    def show_rule(self, rule: Rule) -> None:
        """Fill the widgets."""
        self.required.show_choice(_required(rule.required))
        self.least.setText(str(rule.least or ""))
        self.most.setText(str(rule.most or ""))
        self.limit.show_choice(_required(rule.limit))

    def rule(self) -> Rule:
        """What the widgets say."""
        return Rule(
            field=self.place,
            required=self.required.current(),
            least=int(self.least.text() or 0),
            most=int(self.most.text() or 0),
            limit=self.limit.current() or Severity.WARNING,
        )


def _weights(
    theme: Theme, label: str, choices: Callable[[], list[Choice[Severity | None]]]
) -> ChoiceField[Severity | None]:
    field = ChoiceField[Severity | None](theme, label, choices)
    field.setFixedWidth(_CHOICE_WIDTH)
    field.chosen.connect(_Shower(field))
    return field


class _Shower:
    """Shows in a field what was chosen there."""

    def __init__(self, field: ChoiceField[Severity | None]) -> None:
        self._field = field

    def __call__(self, weight: Severity | None) -> None:
        self._field.show_choice(_required(weight))


def _number(label: str) -> QLineEdit:
    field = QLineEdit()
    field.setFixedWidth(_NUMBER_WIDTH)
    field.setAccessibleName(label)
    field.setPlaceholderText("–")
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    field.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,6}"), field))
    return field


def _required(weight: Severity | None) -> Choice[Severity | None]:
    return Choice(value=weight, words=_("Nothing") if weight is None else severity_label(weight))


def _empty_choices() -> list[Choice[Severity | None]]:
    return [_required(None), *_limit_choices()]


def _limit_choices() -> list[Choice[Severity | None]]:
    return [_required(Severity.WARNING), _required(Severity.ERROR)]


def _language(code: str) -> Choice[str]:
    return Choice(value=code, words=LANGUAGES.get(code, code) or _("As chosen"))


def _languages() -> list[Choice[str]]:
    return [_language(code) for code in ("", *LANGUAGES)]
