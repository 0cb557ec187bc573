"""Draws pages of PDF files on a thread of Qt's own, one at a time.

PDFium does one thing at a time for the whole process: whoever asks it while it draws, waits. So
files are opened and forgotten between two drawings only, and their pages are never asked about
here. A page takes between 20 and 600 ms, during which neither window nor interpreter is held.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter, Qt
from shiboken6 import delete, isValid

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer

_MOST_OPEN = 3


class Source:
    """The bytes of a PDF file; the same bytes given twice are two sources."""

    def __init__(self, data: bytes) -> None:
        self.data = data


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A picture that is wanted: of page `page` (from 0) drawn `size` pixels wide and high.

    `clip` is the part of it that is wanted: left, top, width, height; None for the whole.
    """

    source: Source
    page: int
    size: tuple[int, int]
    clip: tuple[int, int, int, int] | None = None

    @property
    def picture_size(self) -> QSize:
        """Of the picture that comes."""
        return QSize(*self.size) if self.clip is None else QSize(*self.clip[2:])


class PageDrawer(QObject):
    """`drawn(owner, Drawing, QImage)`: opaque, on white. `failed(owner, Drawing)`."""

    drawn = Signal(object, object, QImage)
    failed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: dict[QObject, list[Drawing]] = {}
        self._running: tuple[QObject, Drawing] | None = None
        self._renderer: QPdfPageRenderer | None = None
        self._open: dict[Source, QPdfDocument] = {}

    def want(self, owner: QObject, drawings: Sequence[Drawing]) -> None:
        """What `owner` wants from now on, the most urgent first; what it wanted before is not."""
        self._wanted.pop(owner, None)
        running = self._running
        wanted = [one for one in drawings if running != (owner, one)]
        if wanted:
            self._wanted[owner] = wanted
        self._next()

    def busy(self) -> bool:
        """Whether something is being drawn or waits for it."""
        return self._running is not None or bool(self._wanted)

    # ---- one at a time -----------------------------------------------------------------------
    def _next(self) -> None:
        while self._running is None and (order := self._taken()) is not None:
            owner, drawing = self._running = order
            document = self._document(drawing.source)
            if document is None or drawing.page >= document.pageCount():
                self._running = None
                self.failed.emit(owner, drawing)
            else:
                self._draw(document, drawing)

    def _taken(self) -> tuple[QObject, Drawing] | None:
        """Owners take turns."""
        for owner in list(self._wanted):
            drawings = self._wanted.pop(owner)
            if not isValid(owner):
                continue
            if len(drawings) > 1:
                self._wanted[owner] = drawings[1:]
            return owner, drawings[0]
        return None

    def _draw(self, document: "QPdfDocument", drawing: Drawing) -> None:
        from PySide6.QtPdf import QPdfDocumentRenderOptions

        renderer = self._ready()
        if renderer.document() is not document:
            renderer.setDocument(document)
        options = QPdfDocumentRenderOptions()
        options.setRenderFlags(QPdfDocumentRenderOptions.RenderFlag.Annotations)
        if drawing.clip is not None:
            options.setScaledSize(QSize(*drawing.size))
            left, top, width, height = drawing.clip
            # Qt takes the last row and column for the edge, and would shrink the page by as much
            options.setScaledClipRect(QRect(left, top, width + 1, height + 1))
        renderer.requestPage(drawing.page, drawing.picture_size, options)

    def _take(self, _page: int, _size: QSize, image: QImage, *_rest: object) -> None:
        order, self._running = self._running, None
        if order is not None and isValid(order[0]):
            owner, drawing = order
            if image.isNull():
                self.failed.emit(owner, drawing)
            else:
                self.drawn.emit(owner, drawing, _on_paper(image))
        self._next()

    # ---- files -------------------------------------------------------------------------------
    def _ready(self) -> "QPdfPageRenderer":
        if self._renderer is None:
            from PySide6.QtPdf import QPdfPageRenderer

            self._renderer = QPdfPageRenderer(self)
            self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
            self._renderer.pageRendered.connect(self._take)
            app = QGuiApplication.instance()
            if app is not None:
                app.aboutToQuit.connect(self.close)
        return self._renderer

    def _document(self, source: Source) -> "QPdfDocument | None":
        """The opened file; None for one that PDFium cannot read."""
        from PySide6.QtPdf import QPdfDocument

        document = self._open.pop(source, None) or self._opened(source)
        self._open[source] = document
        if len(self._open) > _MOST_OPEN:
            self._forget(next(iter(self._open)))
        return document if document.status() is QPdfDocument.Status.Ready else None

    def _opened(self, source: Source) -> "QPdfDocument":
        from PySide6.QtPdf import QPdfDocument

        document = QPdfDocument(self)
        buffer = QBuffer(document)
        buffer.setData(QByteArray(source.data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        return document

    def _forget(self, source: Source) -> None:
        """At once and not when the event loop comes to it: by then a page may be drawn.

        A file that the renderer still holds stays until another is drawn.
        """
        document = self._open[source]
        if self._renderer is None or self._renderer.document() is not document:
            del self._open[source]
            delete(document)

    def close(self) -> None:
        """Draw nothing more; waits for the page being drawn."""
        self._wanted.clear()
        self._running = None
        renderer, self._renderer = self._renderer, None
        if renderer is not None:
            delete(renderer)
        for document in self._open.values():
            delete(document)
        self._open.clear()


def _on_paper(image: QImage) -> QImage:
    """Opaque, in the form that is painted fastest."""
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(QPoint(), image)
    painter.end()
    return paper
