"""The window's columns: library | sheet | inspector | preview, folding as the window narrows."""

from enum import Enum

from PySide6.QtCore import QSettings, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QSplitter, QVBoxLayout, QWidget

from newsroom.i18n import _
from newsroom.ui.drawer import Drawer
from newsroom.ui.inspector.inspector import Inspector

_WIDE_FROM, _DRAWER_UNDER = 1700, 1150
_SHEET_LEAST, _LIBRARY_LEAST, _SIDE_LEAST, _PREVIEW_LEAST = 632, 232, 280, 320
_SINGLE_UNDER = _SHEET_LEAST + _SIDE_LEAST
_DRAWER_WIDTH, _SIDE_DRAWER_WIDTH = 336, 360


class Shape(Enum):
    """How many columns there are room for."""

    WIDE = "wide"
    NARROW = "narrow"
    DRAWER = "drawer"
    SINGLE = "single"


_DRAWERS = frozenset((Shape.DRAWER, Shape.SINGLE))
_FIRST_WIDTHS = {
    Shape.WIDE: {"library": 336, "inspector": 296, "preview": 404},
    Shape.NARROW: {"library": 288, "inspector": 380},
    Shape.DRAWER: {"inspector": 360},
    Shape.SINGLE: {},
}


def shape_for(width: int) -> Shape:
    """The shape of a window of `width` pixels."""
    if width >= _WIDE_FROM:
        return Shape.WIDE
    if width >= _DRAWER_UNDER:
        return Shape.NARROW
    return Shape.SINGLE if width < _SINGLE_UNDER else Shape.DRAWER


class Columns(QWidget):
    """Holds the four panes. `folded()` is sent when a pane was shown or hidden by whatever means.

    Wide: four columns. Narrow: the preview is a tab of the inspector. Drawer: besides, the library
    comes out over the sheet when asked for. Single, as on a small screen whose interface is shown
    at 200 %: the inspector does so too, one of them at a time.
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
        self._drawer_open = self._side_open = self._focus_mode = False
        self._preview_lent = False
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._drawer = Drawer(_DRAWER_WIDTH, self)
        self._side_drawer = Drawer(_SIDE_DRAWER_WIDTH, self, right=True)
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
        for drawer in (self._drawer, self._side_drawer):
            drawer.escaped.connect(self.close_drawers)
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
        return self._drawer_open if self._shape in _DRAWERS else self._library_wanted

    def side_shown(self) -> bool:
        """Whether inspector and preview can be seen."""
        if self._focus_mode:
            return False
        return self._side_open if self._shape is Shape.SINGLE else self._side_wanted

    def focus_mode(self) -> bool:
        """Whether there is nothing but the sheet."""
        return self._focus_mode

    def show_library(self, shown: bool) -> None:
        """Unfold or fold the library; in a narrow window it comes out as a drawer."""
        if self._shape in _DRAWERS:
            self._drawer_open, self._side_open = shown, False
        else:
            self._library_wanted = shown
        self._focus_mode = self._focus_mode and not shown
        self._apply()

    def show_side(self, shown: bool) -> None:
        """Unfold or fold inspector and preview; in a small window they come out as a drawer."""
        if self._shape is Shape.SINGLE:
            self._drawer_open, self._side_open = False, shown
        else:
            self._side_wanted = shown
        self._focus_mode = self._focus_mode and not shown
        self._apply()

    def set_focus_mode(self, on: bool) -> None:
        """Hide everything but the sheet, or bring it back."""
        self._focus_mode = on
        self._drawer_open = self._side_open = False
        self._apply()

    def drawer_open(self) -> bool:
        """Whether the library is out over the sheet."""
        return self._drawer_open

    @Slot()
    def close_drawers(self) -> None:
        """Fold what came out as a drawer."""
        if self._drawer_open or self._side_open:
            self._drawer_open = self._side_open = False
            self._apply()

    def show_preview(self) -> None:
        """Bring the preview to the front."""
        if self._preview_lent:
            self._preview.window().raise_()
            return
        if not self.side_shown():
            self.show_side(True)
        if self._shape is not Shape.WIDE:
            self.inspector.show_page(self._preview)

    def lend_preview(self) -> None:
        """The preview gets a window of its own, and its place here is closed."""
        self._preview_lent = True
        self._put_preview()
        self._apply()

    def take_preview_back(self) -> None:
        """The preview stands in the window again."""
        self._preview_lent = False
        self._put_preview()
        self._apply()
        self.show_preview()

    def _put_preview(self) -> None:
        """Where the shape has it; nowhere while it is lent."""
        wide = self._shape is Shape.WIDE
        if wide or self._preview_lent:
            self.inspector.take_page(self._preview)
        if self._preview_lent or self._shape is None:
            return
        self._preview.setMinimumWidth(_PREVIEW_LEAST if wide else 0)
        if wide:
            self._splitter.addWidget(self._preview)
        else:
            self.inspector.add_page(_("Preview"), self._preview)

    def replace_inspector(self, inspector: Inspector) -> None:
        """Put another inspector in the place of the one there is, which is deleted."""
        old, self.inspector = self.inspector, inspector
        if self._shape is not Shape.WIDE:
            old.take_page(self._preview)
        inspector.setMinimumWidth(_SIDE_LEAST)
        if self._shape is Shape.SINGLE:
            self._side_drawer.take(inspector)
        else:
            self._splitter.replaceWidget(self._splitter.indexOf(old), inspector)
        old.deleteLater()
        if self._shape is not Shape.WIDE and not self._preview_lent:
            inspector.add_page(_("Preview"), self._preview)
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
        return QSize(_SHEET_LEAST, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape there is room for."""
        super().resizeEvent(event)
        self._drawer.place(self)
        self._side_drawer.place(self)
        wanted = shape_for(self.width())
        if wanted is not self._shape:
            self._reshape(wanted)
        else:
            self._set_widths()

    def _reshape(self, wanted: Shape) -> None:
        was, self._shape = self._shape, wanted
        self._drawer_open = self._side_open = False
        if wanted is Shape.SINGLE:
            self._side_drawer.take(self.inspector)
        elif was is Shape.SINGLE:
            self._splitter.insertWidget(self._splitter.indexOf(self._centre) + 1, self.inspector)
        if Shape.WIDE in (was, wanted) or was is None:
            self._put_preview()
        if wanted in _DRAWERS:
            self._drawer.take(self._library)
        elif was in _DRAWERS:
            self._splitter.insertWidget(0, self._library)
        self._apply()

    def _apply(self) -> None:
        if self._shape is None:
            return
        self._library.setVisible(self.library_shown())
        self.inspector.setVisible(self.side_shown())
        if self._shape is Shape.WIDE and not self._preview_lent:
            self._preview.setVisible(self.side_shown())
        self._drawer.setVisible(self._shape in _DRAWERS and self._drawer_open)
        self._side_drawer.setVisible(self._shape is Shape.SINGLE and self._side_open)
        self._drawer.raise_()
        self._side_drawer.raise_()
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
