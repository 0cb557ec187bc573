"""The window's columns: library | sheet | inspector | preview, folding as the window narrows."""

from enum import Enum

from PySide6.QtCore import QEvent, QObject, QSettings, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QSplitter, QVBoxLayout, QWidget

from newsroom.i18n import _
from newsroom.ui.inspector.inspector import Inspector
from newsroom.ui.theme import set_kind

_WIDE_FROM, _DRAWER_UNDER = 1700, 1150
_SHEET_LEAST, _LIBRARY_LEAST, _SIDE_LEAST, _PREVIEW_LEAST = 632, 232, 280, 320
_DRAWER_WIDTH = 336


class Shape(Enum):
    """How many columns there are room for."""

    WIDE = "wide"
    NARROW = "narrow"
    DRAWER = "drawer"


_FIRST_WIDTHS = {
    Shape.WIDE: {"library": 336, "inspector": 296, "preview": 404},
    Shape.NARROW: {"library": 288, "inspector": 380},
    Shape.DRAWER: {"inspector": 360},
}


def shape_for(width: int) -> Shape:
    """The shape of a window of `width` pixels."""
    if width >= _WIDE_FROM:
        return Shape.WIDE
    return Shape.DRAWER if width < _DRAWER_UNDER else Shape.NARROW


class Columns(QWidget):
    """Holds the four panes. `folded()` is sent when a pane was shown or hidden by whatever means.

    Wide: four columns. Narrow: the preview is a tab of the inspector. Drawer: besides, the library
    comes out over the sheet when asked for.
    """

    folded = Signal()

    def __init__(
        self,
        *,
        library: QWidget,
        centre: QWidget,
        inspector: Inspector,
        preview: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._centre = centre
        self.inspector = inspector
        self._preview = preview
        self._shape: Shape | None = None
        self._library_wanted = self._side_wanted = True
        self._drawer_open = self._focus_mode = False
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._drawer = QFrame(self)
        self._widths = {shape: dict(widths) for shape, widths in _FIRST_WIDTHS.items()}
        self._lay_out()

    def _lay_out(self) -> None:
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for pane in (self._library, self._centre, self.inspector):
            self._splitter.addWidget(pane)
        self._centre.setMinimumWidth(_SHEET_LEAST)
        self._library.setMinimumWidth(_LIBRARY_LEAST)
        self.inspector.setMinimumWidth(_SIDE_LEAST)
        set_kind(self._drawer, "drawer")
        inner = QVBoxLayout(self._drawer)
        inner.setContentsMargins(0, 0, 1, 0)
        self._drawer.hide()
        self._drawer.installEventFilter(self)
        self._splitter.splitterMoved.connect(self._remember_widths)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.addWidget(self._splitter)

    # ---- what the window tells -------------------------------------------------------------
    @property
    def shape(self) -> Shape:
        """The shape on screen."""
        return self._shape or shape_for(self.width())

    def library_shown(self) -> bool:
        """Whether the library can be seen."""
        if self._focus_mode:
            return False
        return self._drawer_open if self._shape is Shape.DRAWER else self._library_wanted

    def side_shown(self) -> bool:
        """Whether inspector and preview can be seen."""
        return self._side_wanted and not self._focus_mode

    def focus_mode(self) -> bool:
        """Whether there is nothing but the sheet."""
        return self._focus_mode

    def show_library(self, shown: bool) -> None:
        """Unfold or fold the library; in a narrow window it comes out as a drawer."""
        if self._shape is Shape.DRAWER:
            self._drawer_open = shown
        else:
            self._library_wanted = shown
        self._focus_mode = self._focus_mode and not shown
        self._apply()

    def show_side(self, shown: bool) -> None:
        """Unfold or fold inspector and preview."""
        self._side_wanted = shown
        self._focus_mode = self._focus_mode and not shown
        self._apply()

    def set_focus_mode(self, on: bool) -> None:
        """Hide everything but the sheet, or bring it back."""
        self._focus_mode = on
        self._drawer_open = False
        self._apply()

    def close_drawer(self) -> None:
        """Fold the library if it came out as a drawer."""
        if self._drawer_open:
            self.show_library(False)

    def show_preview(self) -> None:
        """Bring the web page to the front."""
        if not self.side_shown():
            self.show_side(True)
        if self._shape is not Shape.WIDE:
            self.inspector.show_page(self._preview)

    def replace_inspector(self, inspector: Inspector) -> None:
        """Put another inspector in the place of the one there is, which is deleted."""
        old, self.inspector = self.inspector, inspector
        if self._shape is not Shape.WIDE:
            old.take_page(self._preview)
        inspector.setMinimumWidth(_SIDE_LEAST)
        self._splitter.replaceWidget(self._splitter.indexOf(old), inspector)
        old.deleteLater()
        if self._shape is not Shape.WIDE:
            inspector.add_page(_("Web page"), self._preview)
        self._apply()

    # ---- remembering -----------------------------------------------------------------------
    def save_state(self, settings: QSettings) -> None:
        """Remember widths and folds."""
        for shape, widths in self._widths.items():
            for name, width in widths.items():
                settings.setValue(f"columns/{shape.value}-{name}", width)
        settings.setValue("columns/library", self._library_wanted)
        settings.setValue("columns/side", self._side_wanted)

    def restore_state(self, settings: QSettings) -> None:
        """Take up what was remembered."""
        for shape, widths in self._widths.items():
            for name, width in widths.items():
                found = settings.value(f"columns/{shape.value}-{name}", width, type=int)
                widths[name] = found if isinstance(found, int) else width
        self._library_wanted = bool(settings.value("columns/library", True, type=bool))
        self._side_wanted = bool(settings.value("columns/side", True, type=bool))
        self._apply()

    # ---- within ----------------------------------------------------------------------------
    def minimumSizeHint(self) -> QSize:
        """Less than the panes ask for now: in a smaller window fewer of them stand side by side."""
        return QSize(_SHEET_LEAST + _SIDE_LEAST, 400)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape there is room for."""
        super().resizeEvent(event)
        self._drawer.setGeometry(0, 0, _DRAWER_WIDTH, self.height())
        wanted = shape_for(self.width())
        if wanted is not self._shape:
            self._reshape(wanted)
        else:
            self._set_widths()

    def _reshape(self, wanted: Shape) -> None:
        was, self._shape = self._shape, wanted
        self._drawer_open = False
        if wanted is Shape.WIDE:
            self.inspector.take_page(self._preview)
            self._preview.setMinimumWidth(_PREVIEW_LEAST)
            self._splitter.addWidget(self._preview)
        elif was in (Shape.WIDE, None):
            self._preview.setMinimumWidth(0)
            self.inspector.add_page(_("Web page"), self._preview)
        if wanted is Shape.DRAWER:
            self._inner().addWidget(self._library)
        elif was is Shape.DRAWER:
            self._splitter.insertWidget(0, self._library)
        self._apply()

    def _inner(self) -> QVBoxLayout:
        layout = self._drawer.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101 - made so in _lay_out
        return layout

    def _apply(self) -> None:
        if self._shape is None:
            return
        self._library.setVisible(self.library_shown())
        self.inspector.setVisible(self.side_shown())
        if self._shape is Shape.WIDE:
            self._preview.setVisible(self.side_shown())
        self._drawer.setVisible(self._shape is Shape.DRAWER and self._drawer_open)
        self._drawer.raise_()
        self._set_widths()
        self.folded.emit()

    def _set_widths(self) -> None:
        widths = self._widths[self.shape]
        panes = self._panes()
        wanted = [
            widths.get(self._name(pane), 0) if pane.isVisibleTo(self) else 0 for pane in panes
        ]
        rest = self.width() - sum(wanted) - (len(panes) - 1)
        at = panes.index(self._centre)
        wanted[at] = max(rest, _SHEET_LEAST)
        for place in range(len(panes)):
            self._splitter.setStretchFactor(place, int(place == at))
        self._splitter.setSizes(wanted)

    @Slot()
    def _remember_widths(self) -> None:
        """What the person dragged, and nothing that a small window squeezed."""
        if self._shape is None:
            return
        for pane in self._panes():
            name = self._name(pane)
            if name in self._widths[self._shape] and pane.isVisibleTo(self) and pane.width() > 0:
                self._widths[self._shape][name] = pane.width()

    def _panes(self) -> list[QWidget]:
        found = (self._splitter.widget(place) for place in range(self._splitter.count()))
        return [pane for pane in found if pane is not None]

    def _name(self, pane: QWidget) -> str:
        names = {self._library: "library", self.inspector: "inspector", self._preview: "preview"}
        return names.get(pane, "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc folds the drawer."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.close_drawer()
            return True
        return super().eventFilter(watched, event)
