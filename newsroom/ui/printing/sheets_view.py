"""The pages of a PDF file below each other, as pictures of the file itself."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from newsroom.i18n import _
from newsroom.press.layout.model import Area
from newsroom.press.sheets import Sheet
from newsroom.ui.printing.drawer import Drawing, PageDrawer, Source
from newsroom.ui.printing.guides import Guides
from newsroom.ui.printing.look import LEAST_ZOOM, MOST_ZOOM, WIDTH, Look
from newsroom.ui.printing.pile import MARGIN, Pile, Place, scale_for
from newsroom.ui.printing.shelf import Shelf, View
from newsroom.ui.tokens import Tokens

_SOON_MS, _WHEEL_STEP = 40, 1.1
_NEAR = 2
"""Pages on either side whose pictures are kept."""


class SheetsView(QAbstractScrollArea):
    """Shows `Sheet`s of a `Source`; a picture stays until the one after it has come.

    `page_changed(int)` when another page is in the middle, from 0; `zoomed(int)` when the person
    asked for a size in per cent with the wheel or a key; `pointed(int, QPointF)` at a page and a
    place on it in points, page -1 when beside them; `painted_all()` when nothing in view is
    missing any more; `unreadable()` when the file cannot be drawn.
    """

    page_changed = Signal(int)
    zoomed = Signal(int)
    pointed = Signal(int, QPointF)
    painted_all = Signal()
    unreadable = Signal()

    def __init__(self, drawer: PageDrawer, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawer, self._tokens = drawer, tokens
        self._pile = Pile()
        self._shelf, self._look = Shelf(), Look()
        self._page = 0
        self._covers: Mapping[int, QImage] = {}
        self._mark: tuple[int, Area] | None = None
        self._held: QPoint | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._ask)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        drawer.drawn.connect(self._take)
        drawer.failed.connect(self._miss)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words of the interface's language."""
        self.setAccessibleName(_("Printed pages"))

    # ---- what is shown ---------------------------------------------------------------------
    def show_file(self, source: Source, sheets: tuple[Sheet, ...]) -> None:
        """Show this file, at the place of the page where the one before was."""
        place = self._pile.place_in(self._sight())
        self._shelf.source = source
        self._mark = None
        self._lay_out(sheets)
        self._go_to(place)
        self._told_page()
        self._ask()

    def clear(self) -> None:
        """Show nothing."""
        self._covers, self._mark = {}, None
        self._shelf.clear()
        self._drawer.want(self, ())
        self._lay_out(())

    def set_look(self, look: Look) -> None:
        """Show the pages in another size, or other lines over them."""
        place, across = self._pile.place_in(self._sight()), self._across()
        zoom, self._look = self._look.zoom, look
        if look.zoom != zoom:
            self._lay_out(self._pile.sheets)
            self._go_to(place)
            bar = self.horizontalScrollBar()
            bar.setValue(round(across * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))
            self._soon.start()
        self.viewport().update()

    def set_covers(self, covers: Mapping[int, QImage]) -> None:
        """Pictures that are shown instead of those of the pages."""
        self._covers = covers
        self.viewport().update()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours; the paper stays white."""
        self._tokens = tokens
        self.viewport().update()

    @property
    def per_cent(self) -> int:
        """How large the pages are."""
        return self._pile.per_cent

    @property
    def page(self) -> int:
        """The page in the middle of the view, from 0."""
        return self._page

    def pages_in_view(self) -> range:
        """The pages of which something can be seen."""
        return self._pile.pages(self._sight())

    # ---- going about -----------------------------------------------------------------------
    def go_to_page(self, page: int) -> None:
        """Bring the head of a page to the top."""
        if self._pile.sheets:
            page = min(max(page, 0), len(self._pile.sheets) - 1)
            self.verticalScrollBar().setValue(round(self._pile.tops[page]) - MARGIN)

    def show_place(self, page: int, area: Area | None) -> None:
        """Mark a place and bring it to the middle; the head of the page without one."""
        self._mark = (page, area) if area is not None else None
        if not 0 <= page < len(self._pile.sheets):
            return
        if area is None:
            self.go_to_page(page)
        else:
            corner = self._pile.corner_for(page, area, self.viewport().size())
            self.verticalScrollBar().setValue(corner.y())
            self.horizontalScrollBar().setValue(corner.x())
        self.viewport().update()

    def _sight(self) -> QRect:
        """The part of the pile that the viewport shows."""
        corner = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return QRect(corner, self.viewport().size())

    def _across(self) -> float:
        """How far right of the pages the middle of the view is, 0 to 1."""
        bar = self.horizontalScrollBar()
        return (bar.value() + bar.pageStep() / 2) / max(1, bar.maximum() + bar.pageStep())

    def _go_to(self, place: Place) -> None:
        self.verticalScrollBar().setValue(self._pile.top_for(place, self.viewport().height()))

    def _lay_out(self, sheets: tuple[Sheet, ...]) -> None:
        # the bar's room is always kept, or the pages would flicker between two sizes
        kept = QSize(self.verticalScrollBar().sizeHint().width(), 0)
        room = self.maximumViewportSize() - kept
        self._pile = Pile(sheets, scale_for(self._look.zoom, sheets, room))
        (across, whole), view = self._pile.size, self.viewport().size()
        for bar, full, shown in (
            (self.verticalScrollBar(), whole, view.height()),
            (self.horizontalScrollBar(), across, view.width()),
        ):
            over = round(full - shown)
            bar.setRange(0, over if over > 1 else 0)
            bar.setPageStep(shown)
            bar.setSingleStep(40)
        self.viewport().update()

    def _view(self, page: int) -> View:
        return self._pile.view(page, self._sight(), self.devicePixelRatioF())

    # ---- pictures --------------------------------------------------------------------------
    @Slot()
    def _ask(self) -> None:
        """What is in view first, then its neighbours; what is far away is forgotten."""
        if not self.isVisible() or not self._pile.sheets:
            return
        seen = self.pages_in_view()
        last = len(self._pile.sheets)
        self._shelf.keep(self._pile.near(seen, _NEAR))
        middle = self._page
        views = [self._view(page) for page in sorted(seen, key=lambda page: abs(page - middle))]
        beside = [page for page in (seen.stop, seen.start - 1) if 0 <= page < last]
        wanted = self._shelf.wanted(views, [self._view(page) for page in beside])
        self._drawer.want(self, wanted)
        if not wanted:
            self.painted_all.emit()

    @Slot(object, object, QImage)
    def _take(self, owner: object, drawing: Drawing, image: QImage) -> None:
        if owner is not self:
            return
        if self._shelf.put(drawing, image):
            self.viewport().update()
        if not self._soon.isActive():
            self._ask()

    @Slot(object, object)
    def _miss(self, owner: object, drawing: Drawing) -> None:
        if owner is self and drawing.source is self._shelf.source:
            self._drawer.want(self, ())
            self.unreadable.emit()

    # ---- painting --------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages in view: their pictures, and the lines over them."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._tokens.background))
        for page in self.pages_in_view():
            self._paint(painter, page)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _paint(self, painter: QPainter, page: int) -> None:
        rect = self._pile.rect(page, self._sight())
        painter.fillRect(rect, Qt.GlobalColor.white)
        cover = self._covers.get(page)
        if cover is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(rect, cover)
        else:
            self._paint_picture(painter, page, rect)
        guides = Guides(painter, self._pile.sheets[page], rect.x(), rect.y(), self._pile.scale)
        guides.paint(self._look)
        if self._mark is not None and self._mark[0] == page:
            guides.mark(self._mark[1])
        painter.setPen(QPen(QColor(self._tokens.strong_line), 0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(-1, -1, 0, 0))

    def _paint_picture(self, painter: QPainter, page: int, rect: QRectF) -> None:
        whole = self._shelf.whole(page)
        if whole is not None:
            painter.drawImage(rect, whole)
        part = self._shelf.part(page, self._view(page).size)
        if part is not None:
            clip, image = part
            ratio = self.devicePixelRatioF()
            corner = rect.topLeft() + QPointF(clip.x(), clip.y()) / ratio
            image.setDevicePixelRatio(ratio)
            painter.drawImage(corner, image)

    # ---- events ----------------------------------------------------------------------------
    @Slot()
    def _scrolled(self) -> None:
        self._told_page()
        self._soon.start()
        self.viewport().update()

    def _told_page(self) -> None:
        sight = self._sight()
        page = self._pile.page_at(sight.top() + sight.height() / 2)
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages again."""
        place = self._pile.place_in(self._sight())
        super().resizeEvent(event)
        self._lay_out(self._pile.sheets)
        self._go_to(place)
        self._told_page()
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what nobody looked at before."""
        super().showEvent(event)
        self._soon.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl another size, else up and down."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_by(_WHEEL_STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)

    def _zoom_by(self, factor: float) -> None:
        wanted = min(max(round(self.per_cent * factor), LEAST_ZOOM), MOST_ZOOM)
        if wanted != self.per_cent:
            self.zoomed.emit(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Down turn pages with Ctrl; + and - change the size, 0 fits the width."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_PageDown if ctrl:
                self.go_to_page(self._page + 1)
            case Qt.Key.Key_PageUp if ctrl:
                self.go_to_page(self._page - 1)
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._zoom_by(1.25)
            case Qt.Key.Key_Minus:
                self._zoom_by(0.8)
            case Qt.Key.Key_0:
                self.zoomed.emit(WIDTH)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the paper."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._held = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the paper, or tell what is under the pointer."""
        place = event.position()
        if self._held is not None:
            by = place.toPoint() - self._held
            self._held = place.toPoint()
            for bar, step in (
                (self.horizontalScrollBar(), by.x()),
                (self.verticalScrollBar(), by.y()),
            ):
                bar.setValue(bar.value() - step)
            return
        self.pointed.emit(*self._pile.under(place, self._sight()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the paper."""
        del event
        self._held = None
        self.viewport().unsetCursor()
