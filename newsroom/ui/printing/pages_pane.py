"""The printed page with all that is known of it: pages, lines, inks, what the preflight found."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from newsroom.domain.review import Severity
from newsroom.errors import NewsroomError
from newsroom.i18n import _, ngettext, sentence
from newsroom.services.print_preview import PrintFile, check_print_file
from newsroom.ui.icons import icon
from newsroom.ui.printing.drawer import PageDrawer, Source
from newsroom.ui.printing.findings_list import FindingsList, error_count
from newsroom.ui.printing.header import PrintHeader
from newsroom.ui.printing.ink_covers import InkCovers
from newsroom.ui.printing.look import Inks, Look, changed
from newsroom.ui.printing.sheets_view import SheetsView
from newsroom.ui.printing.work_line import WorkLine
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner
from newsroom.ui.theme import set_kind
from newsroom.ui.tokens import Tokens
from newsroom.ui.widgets.banner import Banner, Tone
from newsroom.ui.widgets.elided_label import ElidedLabel
from newsroom.ui.widgets.message_page import MessagePage

if TYPE_CHECKING:
    from newsroom.press.preflight.report import Finding, Report

_SIDE_FROM, _SIDE, _SHARE, _LEAST = 760, 340, 0.36, 72
_CHECK_MS = 700


class PagesPane(QWidget):
    """Shows a `PrintFile`. `look_changed(Look)`; `woken(bool)` when it is seen, or not any more.

    `checked(PrintFile, Report)` when the preflight of what is shown has come.
    """

    look_changed = Signal(object)
    woken = Signal(bool)
    checked = Signal(object, object)

    def __init__(
        self,
        *,
        tasks: TaskRunner,
        drawer: PageDrawer,
        tokens: Tokens,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._tokens = tasks, tokens
        self._file: PrintFile | None = None
        self._checking = False
        self._judged: PrintFile | None = None
        self._report: Report | None = None
        self._look = Look()
        self._arranged = False
        self.header = PrintHeader(tokens)
        self.trouble = Banner(tokens)
        self.message = MessagePage(tokens)
        self.view = SheetsView(drawer, tokens)
        self.findings = FindingsList(tokens)
        self.strip, self.ink_words = QFrame(), ElidedLabel()
        self.work = WorkLine()
        self.inks = InkCovers(self.view, tasks, drawer, self)
        self._check_soon = QTimer(self, singleShot=True, interval=_CHECK_MS)
        self._lay_out()
        self._connect()
        self.set_tokens(tokens)
        self.clear()

    def _lay_out(self) -> None:
        set_kind(self, "background")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_kind(self.strip, "footer")
        set_kind(self.ink_words, "footer-text")
        row = QHBoxLayout(self.strip)
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(self.ink_words)
        self.strip.hide()
        self.parts = QSplitter(Qt.Orientation.Vertical)
        self.parts.setChildrenCollapsible(False)
        self.parts.setHandleWidth(1)
        self.parts.addWidget(self.view)
        self.parts.addWidget(self.findings)
        self.parts.setStretchFactor(0, 1)
        self.view.setMinimumSize(QSize(120, 120))
        self.findings.hide()
        self.stage = QStackedWidget()
        self.stage.addWidget(self.message)
        self.stage.addWidget(self.parts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.header, self.trouble):
            layout.addWidget(part)
        layout.addWidget(self.stage, 1)
        layout.addWidget(self.work)
        layout.addWidget(self.strip)

    def _connect(self) -> None:
        self.view.page_changed.connect(self._show_page)
        self.view.zoomed.connect(self._zoom)
        self.view.unreadable.connect(self._tell_unreadable)
        self.findings.place_wanted.connect(self.show_finding)
        self.inks.told.connect(self._show_inks)
        self.inks.failed.connect(self.tell)
        self._check_soon.timeout.connect(self._check)

    # ---- what is shown ---------------------------------------------------------------------
    @property
    def file(self) -> PrintFile | None:
        """The file on screen."""
        return self._file

    def show_file(self, file: PrintFile, *, anew: bool) -> None:
        """Show a file: from its beginning, or where the one before was left."""
        if anew:
            self.view.clear()
        self._file = file
        self.trouble.dismiss()
        self.view.show_file(Source(file.data), file.sheets)
        if anew:
            self.view.go_to_page(0)
            self._report = None
            self.findings.show_report(None)
        self.stage.setCurrentWidget(self.parts)
        self._show_page()
        self._show_zoom()
        self.inks.show_file(file)
        self._check_soon.start()

    def clear(self) -> None:
        """There is no file to show; `message` says why."""
        self._file = self._report = None
        self.view.clear()
        self.inks.show_file(None)
        self.trouble.dismiss()
        self.stage.setCurrentWidget(self.message)
        self._show_page()
        self._show_verdict()

    @Slot(object)
    def tell(self, error: NewsroomError) -> None:
        """Say what is wrong; what is shown stays."""
        if self._file is None:
            title = _("The printed page cannot be shown")
            self.message.say("circle-alert", title, sentence(error))
        else:
            self.trouble.say(sentence(error), tone=Tone.ERROR)

    @property
    def look(self) -> Look:
        """How the pages are shown."""
        return self._look

    def set_look(self, look: Look) -> None:
        """Show the pages otherwise."""
        if look == self._look:
            return
        self._look = look
        self.view.set_look(look)
        self.findings.setVisible("findings" in look.on)
        self._arranged = self._arranged and "findings" in look.on
        self._arrange()
        self.strip.setVisible(look.inks is not Inks.NONE)
        self.inks.show_inks(look.inks)
        self._show_zoom()
        self.look_changed.emit(look)

    def do(self, command: str) -> None:
        """Carry out one of `LOOK_COMMANDS`."""
        if command == "print-next":
            self.view.go_to_page(self.view.page + 1)
        elif command == "print-previous":
            self.view.go_to_page(self.view.page - 1)
        else:
            self.set_look(changed(self._look, command))

    @Slot(object)
    def show_finding(self, finding: "Finding") -> None:
        """Show the place of a finding on its page."""
        file = self._file
        if file is None or finding.page is None or finding.page > len(file.sheets):
            return
        page = finding.page - 1
        area = file.sheets[page].area(finding.place) if finding.place is not None else None
        self.view.show_place(page, area)

    # ---- the preflight ---------------------------------------------------------------------
    @Slot()
    def _check(self) -> None:
        """One at a time; what has come meanwhile is checked next."""
        file = self._file
        if file is None or file is self._judged or self._checking or not self.isVisible():
            return
        self._checking = True
        self._tasks.run(
            partial(_checked, file),
            owner=self,
            on_done=partial(self._take_report, file),
            on_error=self._miss_report,
            lane=Lane.POOL,
        )

    def _take_report(self, file: PrintFile, report: "Report") -> None:
        self._checking = False
        if file is self._file:
            self._judged, self._report = file, report
            self.findings.show_report(report, file.remarks)
            self._show_verdict()
            self._arrange()
            self.checked.emit(file, report)
        else:
            self._check_soon.start()

    def _miss_report(self, error: NewsroomError) -> None:
        self._checking = False
        self.tell(error)

    # ---- words around it -------------------------------------------------------------------
    @Slot()
    def _show_page(self) -> None:
        pages = len(self._file.sheets) if self._file is not None else 0
        self.header.show_pages(self.view.page, pages)
        self.view.setAccessibleDescription(self.header.pages.accessibleName())

    def _show_zoom(self) -> None:
        self.header.zoom.setText(f"{self.view.per_cent} %")

    def _show_verdict(self) -> None:
        """On the button that shows the findings: how many errors, warnings, or none."""
        button, report = self.header.findings, self._report
        button.setVisible(report is not None)
        if report is None:
            return
        errors = error_count(report)
        warnings = sum(1 for one in report.findings if one.severity.value == Severity.WARNING.value)
        if errors:
            words, name, colour = (
                ngettext("{count} error", "{count} errors", errors).format(count=errors),
                "circle-alert",
                "accent",
            )
        elif warnings:
            words, name, colour = (
                ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings),
                "triangle-alert",
                "amber",
            )
        else:
            words, name, colour = _("Can be printed"), "circle-check", "green"
        button.setText(f"\u2002{words}")
        button.setIcon(icon(name, self._tokens, colour))
        button.setAccessibleName(f"{_('Findings of the print file')}: {words}")

    @Slot(str, bool)
    def _show_inks(self, words: str, too_much: bool) -> None:
        set_kind(self.ink_words, "footer-warning" if too_much else "footer-text")
        self.ink_words.set_text(words)

    @Slot(int)
    def _zoom(self, zoom: int) -> None:
        self.set_look(replace(self._look, zoom=zoom))

    @Slot()
    def _tell_unreadable(self) -> None:
        self.trouble.say(_("The pages of this file cannot be drawn."), tone=Tone.ERROR)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        for part in (self.header, self.trouble, self.message, self.view, self.findings):
            part.set_tokens(tokens)
        self._show_verdict()

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        for part in (self.header, self.trouble, self.view, self.findings, self.work):
            part.retranslate()
        self._show_page()
        self._show_zoom()
        self._show_verdict()

    # ---- events ----------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is room the findings stand beside the page."""
        super().resizeEvent(event)
        self._arrange()
        self._show_zoom()

    def _arrange(self) -> None:
        wide = self.width() >= _SIDE_FROM
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.parts.orientation() != wanted or not self._arranged:
            self._arranged = self.findings.isVisibleTo(self)
            self.parts.setOrientation(wanted)
            whole = self.parts.width() if wide else self.parts.height()
            needed = self.findings.body.sizeHint().height()
            share = _SIDE if wide else min(round(whole * _SHARE), max(needed, _LEAST))
            self.parts.setSizes([max(1, whole - share), share])

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks: catch up."""
        super().showEvent(event)
        self._check_soon.start()
        self.woken.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is made for nobody."""
        super().hideEvent(event)
        self.woken.emit(False)


def _checked(file: PrintFile, progress: TaskProgress) -> "Report":
    del progress
    return check_print_file(file)
