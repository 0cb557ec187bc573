"""An icon is as sharp on a screen of ratio 2 as on one of ratio 1, and its stroke as thin."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from newsroom.ui.icons import icon
from newsroom.ui.tokens import LIGHT


def test_an_icon_has_the_pixels_of_the_screen(qtbot) -> None:
    bold = icon("bold", LIGHT)
    for ratio in (1.0, 1.5, 2.0):
        made = bold.pixmap(QSize(16, 16), ratio, QIcon.Mode.Normal, QIcon.State.Off)
        assert made.width() == round(16 * ratio)
        assert made.deviceIndependentSize().toSize() == QSize(16, 16)


def test_its_stroke_grows_with_the_screen(qtbot) -> None:
    def ink(ratio: float) -> float:
        made = icon("x", LIGHT).pixmap(QSize(16, 16), ratio).toImage()
        size = made.width()
        dark = sum(made.pixelColor(x, y).alpha() > 128 for x in range(size) for y in range(size))
        return dark / size**2

    assert abs(ink(2.0) - ink(1.0)) < 0.05
