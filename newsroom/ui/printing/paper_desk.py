"""Asks for the printer, and tells how the printing goes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSizeF, Slot
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from newsroom.errors import NewsroomError
from newsroom.i18n import _, ngettext
from newsroom.press.sheets import Sheet
from newsroom.services.print_preview import PrintFile
from newsroom.ui.centre import Centre
from newsroom.ui.printing.drawer import PageDrawer
from newsroom.ui.printing.paper import PaperPrint

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class PaperDesk(QObject):
    """One file is printed at a time; its progress stands in the banner over the sheet."""

    def __init__(self, drawer: PageDrawer, centre: Centre, window: QWidget) -> None:
        super().__init__(window)
        self._drawer, self._centre, self._window = drawer, centre, window
        self._running: PaperPrint | None = None
        self._stopped = False
        self._pages = 0

    @Slot(object)
    def ask(self, file: PrintFile) -> None:
        """Let the person choose printer, pages and copies in the system's dialog."""
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

        if self._running is not None:
            self._centre.tell_warning(_("Something is being printed already."))
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer, file)
        dialog = QPrintDialog(printer, QApplication.activeWindow() or self._window)
        dialog.setMinMax(1, len(file.sheets))
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCollateCopies)
        dialog.accepted.connect(lambda: self.print_on(printer, file))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # the one of QPrintDialog asks for a slot of C++

    def print_on(self, printer: "QPrinter", file: PrintFile) -> None:
        """Print on a printer that is set up."""
        self._stopped = False
        self._running = running = PaperPrint(file, printer, self._drawer, self)
        running.progressed.connect(self._tell)
        running.finished.connect(self._finish)
        running.failed.connect(self._fail)
        running.start()

    def busy(self) -> bool:
        """Whether something is being printed."""
        return self._running is not None

    @Slot()
    def stop(self) -> None:
        """Print no further page."""
        if self._running is not None:
            self._stopped = True
            self._running.stop()

    @Slot(int, int)
    def _tell(self, done: int, total: int) -> None:
        self._pages = total
        words = _("Printing page {page} of {pages}…").format(page=done + 1, pages=total)
        self._centre.banner.say(words, action=_("Stop"), on_action=self.stop)

    @Slot()
    def _finish(self) -> None:
        self._forget()
        if self._stopped:
            self._centre.tell_news(_("Printing was stopped."))
        else:
            words = ngettext(
                "{count} page was handed to the printer.",
                "{count} pages were handed to the printer.",
                self._pages,
            )
            self._centre.tell_news(words.format(count=self._pages))

    @Slot(object)
    def _fail(self, error: NewsroomError) -> None:
        self._forget()
        self._centre.tell_error(error)

    def _forget(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            running.deleteLater()


def prepare(printer: "QPrinter", file: PrintFile) -> None:
    """Name the job after the file, and take paper of its size if there is such paper."""
    printer.setDocName(file.name)
    size = paper_of(file.sheets[0])
    if size.isValid():
        printer.setPageSize(size)


def paper_of(sheet: Sheet) -> QPageSize:
    """The paper that the trimmed page is made for; A4 where no printer has such paper."""
    area = sheet.trim
    width, height = (area.width, area.height) if area else (sheet.width, sheet.height)
    upright = QSizeF(min(width, height), max(width, height))
    policy = QPageSize.SizeMatchPolicy.FuzzyMatch
    found = QPageSize.id(upright, QPageSize.Unit.Point, policy)
    return QPageSize(QPageSize.PageSizeId.A4 if found is QPageSize.PageSizeId.Custom else found)
