"""Pictures in the sheet: an object character each, painted scaled to the column."""

import json
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from newsroom.domain.ids import PhotoId
from newsroom.ui.editor.heads import DATA

LoadPhoto = Callable[[PhotoId], QImage | None]
"""Gives the picture, or None when it is not there yet (`Sheet.show_photo` brings it later)."""
_UNKNOWN_ASPECT = 9 / 16
_TALLEST = 1.25
_RADIUS = 2


@lru_cache(maxsize=512)
def _shown(data: str) -> tuple[PhotoId, tuple[float, float, float, float]]:
    values = json.loads(data)
    left, top, right, bottom = values.get("crop") or (0.0, 0.0, 1.0, 1.0)
    return PhotoId(values["photo"]), (left, top, right, bottom)


class PhotoPainter(QPyTextObject):
    """Measures and paints the pictures of one sheet."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._load: LoadPhoto | None = None
        self._images: dict[PhotoId, QImage] = {}
        self._asked: set[PhotoId] = set()
        self._scaled: dict[tuple[str, int, int], QImage] = {}
        self.width = 500.0
        self.ground = QColor("#E4E0D8")

    def use(self, load: LoadPhoto | None) -> None:
        """Ask `load` from now on; what was loaded for the last article is dropped."""
        self._load = load
        self._images.clear()
        self._asked.clear()
        self._scaled.clear()

    def put(self, photo: PhotoId, image: QImage) -> None:
        """Keep a picture that has arrived."""
        self._images[photo] = image
        self._scaled.clear()

    def _image(self, photo: PhotoId) -> QImage | None:
        if photo not in self._images and photo not in self._asked:
            self._asked.add(photo)
            image = self._load(photo) if self._load is not None else None
            if image is not None and not image.isNull():
                self._images[photo] = image
        return self._images.get(photo)

    def intrinsicSize(self, doc: QTextDocument, pos: int, made: QTextFormat) -> QSizeF:
        """The column's width; as high as the shown part asks for, within reason."""
        del doc, pos
        photo, (left, top, right, bottom) = _shown(made.stringProperty(DATA))
        image = self._image(photo)
        aspect = _UNKNOWN_ASPECT
        if image is not None:
            width = image.width() * (right - left)
            aspect = image.height() * (bottom - top) / max(1.0, width)
        return QSizeF(self.width, round(self.width * min(aspect, _TALLEST)))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        pos: int,
        made: QTextFormat,
    ) -> None:
        """Paint the shown part of the picture, or the ground it will stand on."""
        del doc, pos
        rect = QRectF(rect)
        data = made.stringProperty(DATA)
        image = self._image(_shown(data)[0])
        painter.save()
        path = QPainterPath()
        path.addRoundedRect(rect, _RADIUS, _RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillPath(path, self.ground)
        if image is not None:
            painter.setClipPath(path)
            ratio = painter.device().devicePixelRatioF()
            part = self._scaled_part(data, image, rect.size() * ratio)
            place = QRectF(rect)
            place.setWidth(part.width() / ratio)
            place.moveLeft(rect.left() + (rect.width() - place.width()) / 2)
            painter.drawImage(place, part)
        painter.restore()

    def _scaled_part(self, data: str, image: QImage, size: QSizeF) -> QImage:
        key = (data, round(size.width()), round(size.height()))
        if key not in self._scaled:
            left, top, right, bottom = _shown(data)[1]
            part = image.copy(
                round(left * image.width()),
                round(top * image.height()),
                max(1, round((right - left) * image.width())),
                max(1, round((bottom - top) * image.height())),
            )
            self._scaled[key] = part.scaled(
                key[1],
                key[2],
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        return self._scaled[key]
