"""The outline icons (Lucide), tinted with the ink, with the same thin stroke at any size."""

import re
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from newsroom.paths import resource
from newsroom.ui.tokens import Tokens

_STROKE = 1.6
_DRAWING = 24.0
_STROKE_WIDTH = re.compile(r'stroke-width="[\d.]+"')


@cache
def icon(name: str, tokens: Tokens, colour: str = "", on_colour: str = "") -> QIcon:
    """The icon `name` (file name in `resources/icons` without `.svg`) in the ink of `tokens`.

    `colour` and `on_colour` are names of tokens (`"accent"`) or `#RRGGBB`: the tint, and the tint
    of the checked state; they default to `ink2` and `ink1`. Disabled icons are drawn in `ink3` at
    half strength. Nothing is drawn before it is shown. Raises `FileNotFoundError` when there is no
    such icon.
    """
    resource(f"icons/{name}.svg")
    normal = _value(tokens, colour or "ink2")
    checked = _value(tokens, on_colour or colour or "ink1")
    return QIcon(_Engine(_Inks(name, normal, checked, tokens.ink3)))


@dataclass(frozen=True, slots=True)
class _Inks:
    """An icon's name and its colours: normal, checked, disabled."""

    name: str
    normal: str
    checked: str
    disabled: str


class _Engine(QIconEngine):
    """Draws when asked, in the size and for the screen asked for."""

    def __init__(self, inks: _Inks) -> None:
        super().__init__()
        self._inks = inks

    def clone(self) -> QIconEngine:
        """Another one, as Qt copies icons."""
        return _Engine(self._inks)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw into `rect`."""
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self._pixmap(min(rect.width(), rect.height()), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """For a screen of ratio 1."""
        return self._pixmap(min(size.width(), size.height()), mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """`size` is in logical pixels, as Qt 6.8 and later ask."""
        return self._pixmap(min(size.width(), size.height()), mode, state, scale)

    def _pixmap(self, size: int, mode: QIcon.Mode, state: QIcon.State, ratio: float) -> QPixmap:
        inks = self._inks
        if mode is QIcon.Mode.Disabled:
            return pixmap(inks.name, inks.disabled, size, ratio, 0.5)
        ink = inks.checked if state is QIcon.State.On else inks.normal
        return pixmap(inks.name, ink, size, ratio)


@cache
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0, opacity: float = 1.0) -> QPixmap:
    """The icon in one colour (`#RRGGBB`), `size` logical pixels square, for a screen of `ratio`."""
    drawing = _renderer(name, colour, size)
    image = QPixmap(round(size * ratio), round(size * ratio))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setOpacity(opacity)
    drawing.render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def _renderer(name: str, colour: str, size: int) -> QSvgRenderer:
    """The stroke is measured on the screen: 1.6 px whatever the icon's size."""
    width = f'stroke-width="{_STROKE * _DRAWING / size:.3f}"'
    drawing = _STROKE_WIDTH.sub(width, _source(name)).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawing.encode()))


@cache
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


def _value(tokens: Tokens, colour: str) -> str:
    return colour if colour.startswith("#") else str(getattr(tokens, colour))
