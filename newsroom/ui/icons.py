"""The outline icons (Lucide), tinted with the ink, with the same thin stroke at any size."""

import re
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from newsroom.paths import resource
from newsroom.ui.tokens import Tokens

_STROKE = 1.6
_DRAWING = 24.0
_SIZES = (16, 20, 24, 32)
_RATIOS = (1.0, 2.0)
_STROKE_WIDTH = re.compile(r'stroke-width="[\d.]+"')


@cache
def icon(name: str, tokens: Tokens, colour: str = "", on_colour: str = "") -> QIcon:
    """The icon `name` (file name in `resources/icons` without `.svg`) in the ink of `tokens`.

    `colour` and `on_colour` are names of tokens (`"accent"`) or `#RRGGBB`: the tint, and the tint
    of the checked state; they default to `ink2` and `ink1`. Disabled icons are drawn in `ink3` at
    half strength. Raises `FileNotFoundError` when there is no such icon.
    """
    normal = _value(tokens, colour or "ink2")
    checked = _value(tokens, on_colour or colour or "ink1")
    made = QIcon()
    for size in _SIZES:
        for ratio in _RATIOS:
            made.addPixmap(pixmap(name, normal, size, ratio), QIcon.Mode.Normal, QIcon.State.Off)
            made.addPixmap(pixmap(name, checked, size, ratio), QIcon.Mode.Normal, QIcon.State.On)
            faded = pixmap(name, tokens.ink3, size, ratio, 0.5)
            made.addPixmap(faded, QIcon.Mode.Disabled, QIcon.State.Off)
    return made


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
