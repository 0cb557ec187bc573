"""A page template in small: its places as boxes, the weightier the darker."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from newsroom.i18n import _
from newsroom.services.newspages import PageSketch, SketchedPlace
from newsroom.ui.tokens import Tokens

SIZE = QSize(56, 76)
_EDGE, _GAP, _HEAD = 4, 2, 6


def sketch_icon(sketch: PageSketch, tokens: Tokens, ratio: float) -> QIcon:
    """The places of `sketch` on their sheet."""
    pixmap = QPixmap(SIZE * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    sheet = _sheet(sketch)
    painter.setPen(QColor(tokens.strong_line))
    painter.setBrush(QColor(tokens.sheet))
    painter.drawRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5))
    page = sheet.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    painter.fillRect(QRectF(page.x(), page.y(), page.width() * 0.5, 2), QColor(tokens.ink3))
    page.setTop(page.top() + _HEAD)
    for place in sketch.places:
        _draw_place(painter, place, page, sketch.columns, tokens)
    painter.end()
    return QIcon(pixmap)


def _sheet(sketch: PageSketch) -> QRectF:
    """As high as there is room, as wide as the sheet's form wants."""
    height = float(SIZE.height())
    width = min(float(SIZE.width()), height * sketch.aspect)
    return QRectF(round((SIZE.width() - width) / 2), 0, round(width), height)


def _draw_place(
    painter: QPainter, place: SketchedPlace, page: QRectF, columns: int, tokens: Tokens
) -> None:
    column = page.width() / columns
    box = QRectF(
        page.x() + place.left * column,
        page.y() + place.top * page.height(),
        place.columns * column - _GAP,
        place.depth * page.height() - _GAP,
    )
    painter.fillRect(box, QColor(_ground(place.role, tokens)))
    line = QRectF(box.x() + 2, box.y() + 2, box.width() * 0.7 - 2, 2)
    painter.fillRect(line, QColor(tokens.ink2))


def _ground(role: str, tokens: Tokens) -> str:
    match role:
        case "lead":
            return tokens.ink3
        case "second":
            return tokens.strong_line
    return tokens.line


def template_words(name: str) -> str:
    """A page template by the name that a person knows; one of the library's own by its file's."""
    match name:
        case "lead-and-briefs":
            return _("Lead and briefs")
        case "lead-and-rail":
            return _("Lead and rail")
        case "two-stories":
            return _("Two stories")
    return name


def role_words(role: str) -> str:
    """How much an article weighs on its page."""
    match role:
        case "lead":
            return _("Lead")
        case "second":
            return _("Second")
    return _("Brief")
