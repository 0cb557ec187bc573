"""Where F6 goes, and how each part of the window is brought to the front."""

from PySide6.QtWidgets import QWidget

from newsroom.ui.centre import Centre
from newsroom.ui.columns import Columns
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.library.panel import LibraryPanel
from newsroom.ui.navigation import Stop
from newsroom.ui.preview_stack import PreviewStack
from newsroom.ui.printing.pages_pane import PagesPane


class Stops:
    """The four parts. The inspector is asked for anew: a change of language replaces it."""

    def __init__(
        self,
        *,
        columns: Columns,
        library: LibraryPanel,
        centre: Centre,
        editor: EditorPane,
        preview: QWidget,
        printed: PagesPane,
        stack: PreviewStack,
    ) -> None:
        self._columns = columns
        self._library = library
        self._centre = centre
        self._editor = editor
        self._preview = preview
        self._printed = printed
        self._stack = stack

    def all(self) -> tuple[Stop, ...]:
        """From left to right."""
        return (
            Stop("go-library", self._library_pane, self._articles, self.unfold_library),
            Stop("go-sheet", self._sheet, self._sheet, self._columns.close_drawers),
            Stop("go-inspector", self._inspector, self._tabs, self.unfold_side),
            Stop("go-preview", self._preview_pane, self._preview_pane, self.unfold_preview),
            Stop("go-print", self._printed_pane, self._printed_pages, self.unfold_printed),
        )

    def unfold_library(self) -> None:
        """Show the library if it is folded."""
        if not self._columns.library_shown():
            self._columns.show_library(True)

    def unfold_side(self) -> None:
        """Show inspector and preview if they are folded."""
        if not self._columns.side_shown():
            self._columns.show_side(True)

    def unfold_preview(self) -> None:
        """Show the web page."""
        self._stack.show_web()
        self._columns.show_preview()

    def unfold_printed(self) -> None:
        """Show the printed page."""
        self._stack.show_printed()
        self._columns.show_preview()

    def _library_pane(self) -> QWidget:
        return self._library

    def _articles(self) -> QWidget:
        """An empty list cannot take the focus: the places can."""
        articles = self._library.list
        return articles if articles.isVisible() else self._library.tree

    def _sheet(self) -> QWidget:
        return self._editor.sheet if self._centre.sheet_shown() else self._centre.page()

    def _inspector(self) -> QWidget:
        return self._columns.inspector

    def _tabs(self) -> QWidget:
        return self._columns.inspector.tabs

    def _preview_pane(self) -> QWidget:
        return self._preview

    def _printed_pane(self) -> QWidget:
        return self._printed

    def _printed_pages(self) -> QWidget:
        return self._printed.view
