"""The photos of a page or a whole site: each use encoded once, in the widths that browsers want."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from hashlib import sha256

from newsroom.domain.document import Crop, Photo
from newsroom.domain.ids import PhotoId
from newsroom.domain.rendering import OutputFile, PhotoSource
from newsroom.errors import UserError
from newsroom.formats.html.blocks import WebImage, WebSource
from newsroom.formats.html.web_photo import (
    MAX_WIDTH,
    THUMBNAIL_WIDTH,
    WIDTHS,
    WebPhoto,
    web_photos,
)

FindPhoto = Callable[[PhotoId], PhotoSource | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A photo as it is shown somewhere: its frame, and whether small in a list."""

    photo: PhotoId
    crop: Crop | None = None
    small: bool = False

    @property
    def name(self) -> str:
        """Ten characters that stand for photo and frame."""
        return sha256(f"{self.photo}{self.crop}".encode("utf-8", "replace")).hexdigest()[:10]


@dataclass(kw_only=True)
class Shelf:
    """Encodes photos when they are asked for and collects their files.

    Addresses begin with `folder`; names tell photo, frame and width, so that the same use has the
    same name whenever it is written. `inside`: one width, as a `data:` address, and no files.
    `lost` gathers photos that the library does not have. A photo that cannot be read raises
    `UserError`. In a list of other news, and everywhere on a site (`is_site`), it is put into
    `broken` and shown like a lost one; on a site a photo of a list stands large on another page,
    so that its small width is made with the others.
    """

    find: FindPhoto
    folder: str = "photos/"
    stem: str = ""
    inside: bool = False
    is_site: bool = False
    lost: set[PhotoId] = field(default_factory=set)
    broken: dict[PhotoId, UserError] = field(default_factory=dict)
    _known: dict[Use, WebImage | None] = field(default_factory=dict)
    _coming: dict[Use, Future[Sequence[WebPhoto] | None]] = field(default_factory=dict)
    _files: list[OutputFile] = field(default_factory=list)

    def image(self, block: Photo) -> WebImage | None:
        """The photo of `block` as it leaves; None when there is none to show."""
        return self._take(Use(photo=block.photo, crop=block.crop))

    def thumbnail(self, block: Photo) -> WebImage | None:
        """The photo of `block` as a small picture for a list of news."""
        if self.is_site:
            large = self.image(block)
            return None if large is None else _smallest(large)
        return self._take(Use(photo=block.photo, crop=block.crop, small=True))

    def prepare(self, blocks: Iterable[Photo], pool: Executor) -> None:
        """Begin to encode in `pool` what a page will ask for."""
        for use in (Use(photo=block.photo, crop=block.crop) for block in blocks):
            if use not in self._known and use not in self._coming:
                self._coming[use] = pool.submit(self._encoded, use)

    def take_files(self) -> list[OutputFile]:
        """The files made since the last call."""
        files, self._files = self._files, []
        return files

    def _take(self, use: Use) -> WebImage | None:
        if use not in self._known:
            coming = self._coming.pop(use, None)
            self._put(use, coming.result() if coming else self._encoded(use))
        return self._known[use]

    def _encoded(self, use: Use) -> Sequence[WebPhoto] | None:
        source = self.find(use.photo)
        if source is None:
            self.lost.add(use.photo)
            return None
        name = source.file.name or source.file.id
        try:
            return web_photos(source.read(), name=name, crop=use.crop, widths=self._widths(use))
        except UserError as error:
            if not (self.is_site or use.small):
                raise
            self.broken[use.photo] = error
            return None

    def _widths(self, use: Use) -> tuple[int, ...]:
        if use.small:
            return (THUMBNAIL_WIDTH,)
        if self.inside:
            return (MAX_WIDTH,)
        return (*WIDTHS, THUMBNAIL_WIDTH) if self.is_site else WIDTHS

    def _put(self, use: Use, made: Sequence[WebPhoto] | None) -> None:
        self._known[use] = None if made is None else self._named(use, made)

    def _named(self, use: Use, made: Sequence[WebPhoto]) -> WebImage:
        widest = made[0]
        if self.inside:
            return WebImage(src=data_address(widest), width=widest.width, height=widest.height)
        paths = [self._path(use, photo) for photo in made]
        self._files += [
            OutputFile(path=path, data=photo.data) for path, photo in zip(paths, made, strict=True)
        ]
        sources = tuple(
            WebSource(src=path, width=photo.width) for path, photo in zip(paths, made, strict=True)
        )
        return WebImage(
            src=paths[0],
            width=widest.width,
            height=widest.height,
            sources=sources if len(sources) > 1 else (),
        )

    def _path(self, use: Use, photo: WebPhoto) -> str:
        parts = (self.stem, use.name, str(photo.width), "small" if use.small else "")
        return f"{self.folder}{'-'.join(part for part in parts if part)}{photo.suffix}"


def _smallest(image: WebImage) -> WebImage:
    """The least of the widths alone."""
    if not image.sources:
        return image
    least = image.sources[-1]
    height = max(1, round(image.height * least.width / image.width))
    return WebImage(src=least.src, width=least.width, height=height)


def data_address(photo: WebPhoto) -> str:
    """The photo as an address that holds it."""
    return f"data:{photo.media_type};base64,{b64encode(photo.data).decode('ascii')}"
