"""Shows the inks of the pages in view instead of their pictures, and says how much there is."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal, Slot
from PySide6.QtGui import QImage

from newsroom.i18n import _
from newsroom.services.print_preview import PrintFile
from newsroom.ui.printing.drawer import PageDrawer
from newsroom.ui.printing.ink_reader import InkReader
from newsroom.ui.printing.look import Inks
from newsroom.ui.printing.sheets_view import SheetsView
from newsroom.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from newsroom.press.ink_map import InkMap
    from newsroom.press.plates import Plate


class InkCovers(QObject):
    """`told(words, too_much)` about the page, or the point under the mouse; empty: nothing.

    `failed(NewsroomError)` when a page has no plates.
    """

    told = Signal(str, bool)
    failed = Signal(object)

    def __init__(
        self, view: SheetsView, tasks: TaskRunner, drawer: PageDrawer, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._reader = InkReader(tasks, drawer, self)
        self._file: PrintFile | None = None
        self._inks = Inks.NONE
        self._maps: dict[int, InkMap] = {}
        self._of: PrintFile | None = None
        self._reader.read.connect(self._take)
        self._reader.failed.connect(self._fail)
        view.page_changed.connect(self._ask)
        view.painted_all.connect(self._ask)
        view.pointed.connect(self._point)

    def show_file(self, file: PrintFile | None) -> None:
        """Of another file; the covers of the one before stay until its own have come."""
        self._file = file
        self._ask()

    def show_inks(self, inks: Inks) -> None:
        """Show other inks, or the page again."""
        if inks is not self._inks:
            self._inks = inks
            self._cover()
            self._ask()

    @property
    def most(self) -> float | None:
        """The most ink of the page in the middle, in per cent, once it is known."""
        found = self._maps.get(self._view.page)
        return found.most if found is not None and self._of is self._file else None

    @Slot()
    def _ask(self) -> None:
        file, page = self._file, self._view.page
        if file is None or self._inks is Inks.NONE:
            self._reader.stop()
            self._maps.clear()
            self._cover()
            return
        missing = [at for at in self._in_view(page) if not self._known(at)]
        if page in missing:
            self.told.emit(_("Reading the inks…"), False)
        else:
            self._tell_page()
        if missing and page < len(file.sheets):
            self._reader.ask(file, missing[0])

    def _in_view(self, page: int) -> list[int]:
        """The page in the middle first, then the others of which something can be seen."""
        return [page, *(at for at in self._view.pages_in_view() if at != page)]

    def _known(self, page: int) -> bool:
        return self._of is self._file and page in self._maps

    @Slot(object, int, object)
    def _take(self, file: PrintFile, page: int, found: "InkMap") -> None:
        if self._of is not file:
            self._maps.clear()
        self._of = file
        self._maps[page] = found
        for far in [at for at in self._maps if at not in self._view.pages_in_view()]:
            del self._maps[far]
        self._cover()
        self._ask()

    @Slot(object)
    def _fail(self, error: object) -> None:
        self._maps.clear()
        self._cover()
        self.told.emit("", False)
        self.failed.emit(error)

    def _cover(self) -> None:
        inks = self._inks
        covers: Mapping[int, QImage] = {}
        if inks is not Inks.NONE:
            covers = {page: _cover(found, inks.plate) for page, found in self._maps.items()}
        self._view.set_covers(covers)
        if not covers:
            self.told.emit("", False)

    def _tell_page(self) -> None:
        most, file = self.most, self._file
        if most is not None and file is not None:
            words = _("Most ink on the page: {most} %; the press carries {limit} %")
            shown = words.format(most=round(most), limit=round(file.ink_limit))
            self.told.emit(shown, most > file.ink_limit * 1.01)

    @Slot(int, QPointF)
    def _point(self, page: int, place: QPointF) -> None:
        found, file = self._maps.get(page), self._file
        if self._inks is Inks.NONE or file is None:
            return
        if found is None or page >= len(file.sheets):
            self._tell_page()
            return
        scale = found.width / file.sheets[page].width
        here = found.at(int(place.x() * scale), int(place.y() * scale))
        if not here:
            self._tell_page()
            return
        names = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}
        parts = "  ".join(f"{names[plate]} {ink}" for plate, ink in here.items())
        total = sum(here.values())
        words = _("{inks}, together {total} %").format(inks=parts, total=total)
        self.told.emit(words, total > file.ink_limit * 1.01)


def _cover(found: "InkMap", plate: "Plate | None") -> QImage:
    size = found.width, found.height
    if plate is None:
        form = QImage.Format.Format_RGB888
        return QImage(found.heat, *size, 3 * found.width, form).convertToFormat(_FAST)
    gray = QImage(found.plates[plate], *size, found.width, QImage.Format.Format_Grayscale8)
    shown = gray.convertToFormat(_FAST)
    shown.invertPixels()
    return shown


_FAST = QImage.Format.Format_RGB32
