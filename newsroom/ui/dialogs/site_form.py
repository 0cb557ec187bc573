"""What goes on a site, how it looks, and where it is written."""

from pathlib import Path

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from newsroom.domain.article import SectionPath, Status
from newsroom.domain.paper import PaperSettings
from newsroom.domain.taxonomy import SectionTree
from newsroom.i18n import _, ngettext
from newsroom.services.export_formats import find_format
from newsroom.services.sites import ON_SITE, site_folder_name
from newsroom.ui.dialogs.base import field_label
from newsroom.ui.dialogs.export_words import preset_words
from newsroom.ui.dialogs.folder_field import FolderField
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.choice_field import Choice, ChoiceField
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.widgets.section_picker import spoken_path

_FOLDER = "site/folder"
Statuses = frozenset[Status]


class SiteForm(QWidget):
    """Scope, statuses, look and folder; `section` is what the person had in view.

    With `articles` their number is told in place of a section. `changed()` when another name or
    folder is shown.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        settings: QSettings,
        *,
        section: SectionPath,
        articles: int | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tree = SectionTree()
        self._name = ""
        self.scope = ChoiceField[SectionPath](theme, _("Goes on the site"), self._sections)
        self.statuses = ChoiceField[Statuses](theme, _("Statuses"), _status_choices)
        self.look = ChoiceField[str](theme, _("Look of the site"), _looks)
        self.folder = FolderField(settings, _FOLDER)
        self.hint = PlainLabel()
        self.hint.setWordWrap(True)
        set_kind(self.hint, "hint")
        self.scope.show_choice(_section_choice(section))
        self.statuses.show_choice(_status_choices()[0])
        self._lay_out(articles)
        self.scope.chosen.connect(self._on_scope)
        self.statuses.chosen.connect(self._on_statuses)
        self.look.chosen.connect(self._on_look)
        self.folder.changed.connect(self._tell_name)

    def _lay_out(self, articles: int | None) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnMinimumWidth(0, 136)
        grid.setColumnStretch(1, 1)
        grid.addWidget(field_label(_("Goes on the site"), self.scope), 0, 0)
        if articles is None:
            grid.addWidget(self.scope, 0, 1)
        else:
            self.scope.hide()
            words = ngettext("{count} article chosen", "{count} articles chosen", articles)
            grid.addWidget(PlainLabel(words.format(count=articles)), 0, 1)
        grid.addWidget(field_label(_("Statuses"), self.statuses), 1, 0)
        grid.addWidget(self.statuses, 1, 1)
        grid.addWidget(field_label(_("Look of the site"), self.look), 2, 0)
        grid.addWidget(self.look, 2, 1)
        grid.addWidget(field_label(_("Into the folder"), self.folder.line), 3, 0)
        grid.addWidget(self.folder, 3, 1)
        grid.addWidget(self.hint, 4, 1)
        grid.setRowStretch(5, 1)

    # ---- what is chosen --------------------------------------------------------------------
    def show_library(self, sections: SectionTree, paper: PaperSettings) -> None:
        """The library was read: its sections, its look, the name of its site."""
        self._tree = sections
        self._name = site_folder_name(paper)
        self.look.show_choice(_look(paper.site_theme))
        self._tell_name()

    def section(self) -> SectionPath:
        """The section chosen; `()` for the whole library."""
        return self.scope.current() or ()

    def chosen_statuses(self) -> Statuses:
        """Whose articles go on the site."""
        return self.statuses.current() or ON_SITE

    def theme(self) -> str | None:
        """The look chosen."""
        return self.look.current()

    def target(self) -> Path:
        """The folder that becomes the site."""
        return self.folder.folder() / self._name

    def choose_folder(self, path: str) -> None:
        """Write into `path`."""
        self.folder.show_folder(path)

    def remember(self) -> None:
        """Begin with this folder the next time."""
        self.folder.remember()

    # ---- showing ---------------------------------------------------------------------------
    @Slot()
    def _tell_name(self) -> None:
        if not self._name:
            return
        replaced = self.target().exists()
        words = (
            _("The site is the folder “{name}” there; the one of that name makes way for it.")
            if replaced
            else _("The site is the new folder “{name}” there.")
        )
        self.hint.setText(words.format(name=self._name))
        self.changed.emit()

    def _sections(self) -> list[Choice[SectionPath]]:
        return [_section_choice(()), *map(_section_choice, self._tree.paths())]

    @Slot(object)
    def _on_scope(self, section: SectionPath) -> None:
        self.scope.show_choice(_section_choice(section))

    @Slot(object)
    def _on_statuses(self, statuses: Statuses) -> None:
        self.statuses.show_choice(
            next(choice for choice in _status_choices() if choice.value == statuses)
        )

    @Slot(object)
    def _on_look(self, theme: str) -> None:
        self.look.show_choice(_look(theme))


def _section_choice(section: SectionPath) -> Choice[SectionPath]:
    return Choice(value=section, words=spoken_path(section) or _("The whole library"))


def _status_choices() -> list[Choice[Statuses]]:
    everything = frozenset(Status) - {Status.SPIKED}
    return [
        Choice(value=ON_SITE, words=_("Published")),
        Choice(value=ON_SITE | {Status.APPROVED}, words=_("Published and approved")),
        Choice(value=everything, words=_("All but the bin, for a look")),
    ]


def _look(theme: str) -> Choice[str]:
    return Choice(value=theme, words=preset_words("html", theme).title)


def _looks() -> list[Choice[str]]:
    return [_look(theme) for theme in find_format("html").presets]
