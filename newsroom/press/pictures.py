"""The photos of a file: prepared while all the rest of it is made, then embedded as they are.

Preparing is the work of libraries that let other threads run meanwhile, so it costs hardly any
time beside the drawing.
"""

import warnings
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.ids import PhotoId
from newsroom.domain.imported import Remark
from newsroom.domain.rendering import PhotoSource, RenderContext
from newsroom.press.colour import Separation
from newsroom.press.images import UnreadablePhotoError, prepared
from newsroom.press.layout.model import Page, Picture
from newsroom.press.preset import ColourSpace, Preset

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

Prepared = Mapping[Picture, bytes | None]
"""JPEG files by image (`image_of`); None for a photo that cannot be shown."""

_WORKERS = 2
_AHEAD = 4
"""So many photos are held in memory as they came."""
_PLACES = {ColourSpace.CMYK: "0 0 0 0.12 k", ColourSpace.RGB: "0.88 g"}
"""The tint of a place whose photo cannot be shown."""


def pictures_of(page: Page) -> list[Picture]:
    """The page's pictures in their order."""
    return [item for item in page.items if isinstance(item, Picture)]


def image_of(picture: Picture) -> Picture:
    """The picture wherever it stands: those that are equal share one image of the file."""
    return replace(picture, x=0.0, y=0.0, path=())


def picture_names(pages: Sequence[Page]) -> dict[Picture, str]:
    """The name that content and resources of all pages use for each image."""
    found = dict.fromkeys(image_of(picture) for page in pages for picture in pictures_of(page))
    return {picture: f"/Im{at}" for at, picture in enumerate(found, start=1)}


@contextmanager
def at_work(
    pages: Sequence[Page], contexts: Sequence[RenderContext], preset: Preset
) -> Iterator[Callable[[], tuple[Prepared, list[Remark]]]]:
    """All photos of the pages being prepared; what is given waits for them to be ready.

    It returns the photos, and a remark for each that cannot be shown.
    """
    from PIL import Image

    sources = {photo: source for context in contexts for photo, source in context.photos.items()}
    separation = _separation(preset)
    names = picture_names(pages)
    if separation is not None and names:
        separation.table()
    with warnings.catch_warnings(), ThreadPoolExecutor(_WORKERS) as pool:
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)

        def begun(picture: Picture) -> tuple[Picture, "Future[bytes | None]"]:
            data = sources[picture.photo].read()
            return picture, pool.submit(_file, picture, data, preset.photos.ppi, separation)

        waiting = iter(names)
        running = deque(map(begun, islice(waiting, _AHEAD)))

        def all_ready() -> tuple[Prepared, list[Remark]]:
            photos: dict[Picture, bytes | None] = {}
            while running:
                picture, order = running.popleft()
                photos[picture] = order.result()
                running.extend(map(begun, islice(waiting, 1)))
            return photos, _remarks(photos, sources)

        yield all_ready


def _separation(preset: Preset) -> Separation | None:
    """How photos become ink; None when the page is one of light."""
    if preset.colour is ColourSpace.RGB:
        return None
    return Separation(Path(preset.output.icc), preset.output.ink_limit)


def _file(picture: Picture, data: bytes, ppi: int, separation: Separation | None) -> bytes | None:
    try:
        return prepared(picture, lambda: data, ppi, separation)
    except UnreadablePhotoError:
        return None


def _remarks(photos: Prepared, sources: Mapping[PhotoId, PhotoSource]) -> list[Remark]:
    names = dict.fromkeys(
        sources[picture.photo].file.name for picture, data in photos.items() if data is None
    )
    return [
        Remark(
            template="The photo “{name}” cannot be shown; its place is left empty.",
            params={"name": name},
        )
        for name in names
    ]


def add_pictures(pdf: "Pdf", pages: Sequence[Page], photos: Prepared, colour: ColourSpace) -> None:
    """Give each page the pictures that its content names; each is in the file once."""
    from pikepdf import Name

    names = picture_names(pages)
    made = {
        picture: pdf.make_indirect(_image(pdf, data) if data else _place(pdf, colour))
        for picture, data in photos.items()
    }
    for sheet, page in zip(pdf.pages, pages, strict=True):
        for picture in pictures_of(page):
            image = image_of(picture)
            sheet.add_resource(made[image], Name.XObject, Name(names[image]))


def _image(pdf: "Pdf", data: bytes) -> "Object":
    """A JPEG file as it is; the inks of one are written upside down, as Photoshop began it."""
    from pikepdf import Name, Stream
    from PIL import Image

    with Image.open(BytesIO(data)) as opened:
        size, mode = opened.size, opened.mode
    space = {"L": Name.DeviceGray, "RGB": Name.DeviceRGB, "CMYK": Name.DeviceCMYK}[mode]
    image = Stream(
        pdf,
        data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=size[0],
        Height=size[1],
        BitsPerComponent=8,
        ColorSpace=space,
        Filter=Name.DCTDecode,
    )
    if mode == "CMYK":
        image.Decode = [1, 0] * 4
    return image


def _place(pdf: "Pdf", colour: ColourSpace) -> "Object":
    from pikepdf import Name, Stream

    tint = f"{_PLACES[colour]} 0 0 1 1 re f".encode()
    return Stream(pdf, tint, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1])
