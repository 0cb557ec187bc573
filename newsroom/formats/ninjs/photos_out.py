"""The photos of an article as associated news objects, and as files beside the JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any

from newsroom.domain.article import Article
from newsroom.domain.document import Crop, Photo, photos, plain
from newsroom.domain.ids import PhotoId
from newsroom.domain.paper import PaperSettings, zone
from newsroom.domain.rendering import OutputFile, PhotoSource, RenderContext
from newsroom.formats.html.blocks import WebImage
from newsroom.formats.html.web_photo import web_photo
from newsroom.formats.ninjs.addresses import photo_uri
from newsroom.formats.ninjs.roles import ALT, CAPTION, MAIN, PHOTO_ID
from newsroom.formats.pictures import Picture, clean_picture

_FOLDER = "photos"
_PNG = b"\x89PNG"
_NAME_LENGTH = 16
_CROPPED = "cropped"

Json = dict[str, Any]


@dataclass(slots=True)
class PhotoShelf:
    """Lays down each photo once, without metadata, and each part of one that a use shows.

    Photos that the library no longer has, or that no program can read, have no files.
    """

    sources: Mapping[PhotoId, PhotoSource]
    files: list[OutputFile] = field(default_factory=list)
    _whole: dict[PhotoId, Json | None] = field(default_factory=dict)
    _parts: dict[tuple[PhotoId, Crop], Json] = field(default_factory=dict)

    def image(self, use: Photo) -> WebImage | None:
        """The photo as the HTML shows it: the part that was chosen, where one was."""
        shown = next(iter(reversed(self.renditions(use))), None)
        if shown is None:
            return None
        return WebImage(src=shown["href"], width=shown["width"], height=shown["height"])

    def renditions(self, use: Photo) -> list[Json]:
        """The whole photo and, where the use shows a part of it, that part."""
        whole = self._taken(use.photo)
        if whole is None:
            return []
        if use.focal is not None:
            point = {
                "x": round(use.focal.x * whole["width"]),
                "y": round(use.focal.y * whole["height"]),
            }
            whole = whole | {"poi": point}
        return [whole] if use.crop is None else [whole, self._part(use.photo, use.crop)]

    def _taken(self, photo: PhotoId) -> Json | None:
        if photo not in self._whole:
            source = self.sources.get(photo)
            picture = None if source is None else clean_picture(source.read())
            name = photo[:_NAME_LENGTH]
            self._whole[photo] = None if picture is None else self._put(MAIN, name, picture)
        return self._whole[photo]

    def _part(self, photo: PhotoId, crop: Crop) -> Json:
        if (photo, crop) not in self._parts:
            source = self.sources[photo]
            made = web_photo(source.read(), name=source.file.name or photo, crop=crop)
            name = f"{photo[:_NAME_LENGTH]}-{len(self._parts) + 1}"
            picture = Picture(made.data, made.width, made.height)
            self._parts[photo, crop] = self._put(_CROPPED, name, picture)
        return self._parts[photo, crop]

    def _put(self, kind: str, name: str, picture: Picture) -> Json:
        is_png = picture.data.startswith(_PNG)
        path = f"{_FOLDER}/{name}{'.png' if is_png else '.jpg'}"
        self.files.append(OutputFile(path=path, data=picture.data))
        return {
            "name": kind,
            "href": path,
            "contentType": "image/png" if is_png else "image/jpeg",
            "width": picture.width,
            "height": picture.height,
            "sizeInBytes": len(picture.data),
        }


def photo_objects(article: Article, context: RenderContext, shelf: PhotoShelf) -> list[Json]:
    """Each use of a photo in reading order; those without a file leave caption and credit."""
    return [
        _photo_object(article, context.paper, use, shelf, number)
        for number, use in enumerate(photos(article.body), 1)
    ]


def _photo_object(
    article: Article, paper: PaperSettings, use: Photo, shelf: PhotoShelf, number: int
) -> Json:
    descriptions = [
        {"role": role, "contentType": "text/plain", "value": words}
        for role, words in ((CAPTION, plain(use.caption)), (ALT, use.alt))
        if words
    ]
    taken = use.taken and datetime.combine(use.taken, time(), zone(paper)).isoformat()
    said = {
        "uri": photo_uri(article, use.id, paper),
        "type": "picture",
        "name": f"photo-{number}",
        "rel": "photo",
        "representationType": "full",
        "contentCreated": taken,
        "by": use.credit,
        "descriptions": descriptions,
        "renditions": shelf.renditions(use),
        "altIds": [{"role": PHOTO_ID, "value": use.photo}],
    }
    return {key: value for key, value in said.items() if value}
