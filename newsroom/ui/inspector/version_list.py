"""The versions of an article as a list: when, by whom, how much was changed."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from newsroom.domain.diff import WordChange
from newsroom.domain.versions import Version, VersionId
from newsroom.i18n import _
from newsroom.ui.theme import Theme
from newsroom.ui.tokens import Tokens
from newsroom.ui.widgets.two_lines import ROW, Index, TwoLineDelegate, TwoLines, set_two_lines
from newsroom.ui.wording import full_time, number, spoken_time

_ROLE = Qt.ItemDataRole.UserRole
_ROWS_SEEN, _FRAME = 9, 14


class VersionList(QListWidget):
    """Newest on top. `picked(version id)` is sent when a person chooses one, `rename_wanted(version
    id)` when it is to have another name.
    """

    picked = Signal(int)
    rename_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone: tzinfo = UTC
        self._versions: tuple[Version, ...] = ()
        self._counts: Mapping[VersionId, WordChange] = {}
        self._named_only = False
        set_two_lines(self, _Delegate(theme, self), _("Versions"))
        self.itemClicked.connect(self._pick)
        self.itemActivated.connect(self._pick)
        self._rename = QAction(_("Rename…"), self)
        self._rename.setShortcut(QKeySequence(Qt.Key.Key_F2))
        self._rename.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._rename.triggered.connect(self._want_rename)
        self.addAction(self._rename)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def set_zone(self, zone: tzinfo) -> None:
        """Tell times on this clock."""
        self._zone = zone
        self._fill()

    def show_versions(self, versions: Sequence[Version]) -> None:
        """List `versions` (newest first); the chosen one stays chosen."""
        self._versions = tuple(versions)
        self._fill()

    def show_counts(self, counts: Mapping[VersionId, WordChange]) -> None:
        """Tell how much each version changed the one before it."""
        self._counts = counts
        self._fill()

    def set_named_only(self, on: bool) -> None:
        """List those with a name alone."""
        self._named_only = on
        self._fill()

    def _fill(self) -> None:
        chosen = self.currentItem().data(_ROLE).id if self.currentItem() is not None else None
        self.clear()
        now = datetime.now(UTC)
        for version in self._versions:
            if version.name or not self._named_only:
                item = self._item(version, now)
                self.addItem(item)
                if version.id == chosen:
                    self.setCurrentItem(item)
        self.setFixedHeight(max(1, min(self.count(), _ROWS_SEEN)) * ROW + _FRAME)

    def _item(self, version: Version, now: datetime) -> QListWidgetItem:
        when = _when(version.at, now, self._zone)
        title = f"{version.name} · {when}" if version.name else when
        item = QListWidgetItem(title)
        item.setData(_ROLE, version)
        item.setData(_ROLE + 1, self._said(version))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {self._said(version)}")
        item.setToolTip(full_time(version.at, self._zone))
        return item

    def _said(self, version: Version) -> str:
        count = self._counts.get(version.id)
        if count is None:
            words = _("{count} words").format(count=number(version.words))
        else:
            words = f"+{number(count.added)} −{number(count.removed)}"
        return " · ".join(filter(None, (words, version.by)))

    def unpick(self) -> None:
        """Nothing is chosen any more."""
        self.setCurrentRow(-1)

    @Slot()
    def _want_rename(self) -> None:
        item = self.currentItem()
        if item is not None:
            self.rename_wanted.emit(item.data(_ROLE).id)

    @Slot(QListWidgetItem)
    def _pick(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.data(_ROLE).id)


def _when(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """`09:42` today, else the day and the time."""
    spoken, clock = spoken_time(moment, now, zone), moment.astimezone(zone).strftime("%H:%M")
    return clock if spoken == clock else f"{spoken} {clock}"


class _Delegate(TwoLineDelegate):
    """Name and time, then figures and author."""

    def lines(self, index: Index, tokens: Tokens) -> TwoLines:
        """A version with a name stands out by its colour."""
        named = bool(index.data(_ROLE).name)
        return TwoLines(
            first=index.data(),
            first_colour=tokens.accent if named else tokens.ink1,
            strong=True,
            second=index.data(_ROLE + 1),
            second_colour=tokens.ink2,
        )
