"""The pictures of a news item: files that came with it; nothing is ever fetched."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from urllib.parse import unquote

from newsroom.domain.document import (
    Block,
    Box,
    Document,
    Paragraph,
    Photo,
    document_plain,
    plain,
    text_of,
)
from newsroom.domain.ids import PhotoId
from newsroom.domain.imported import ImportedPhoto, Remark
from newsroom.formats.ninjs.fields_in import alt_of, caption_of, credit_of, moment_of
from newsroom.formats.ninjs.roles import PHOTO_ID
from newsroom.formats.ninjs.values import Item, entries, line, whole_number
from newsroom.formats.page.pieces import bare

LoadPhoto = Callable[[str], bytes | None]
_NAMED = 3
_MOST_PICTURES = 100
_PICTURES = ("picture", "graphic")


@dataclass(slots=True)
class PhotoTray:
    """Takes photos by their addresses, each once, and remembers those that could not be had."""

    load_photo: LoadPhoto | None
    found: dict[PhotoId, ImportedPhoto] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)

    def bytes_at(self, address: str) -> bytes | None:
        """The bytes of the photo at `address`, None where there are none."""
        data = self.load_photo(address) if self.load_photo is not None else None
        if not data:
            if address not in self.missing:
                self.missing.append(address)
            return None
        return data

    def best(self, item: Item) -> PhotoId | None:
        """The largest rendition that is at hand."""
        for address in _addresses(item):
            data = self.bytes_at(address)
            if data is not None:
                self._forget(item)
                return self._keep(address, data)
        return None

    def _forget(self, item: Item) -> None:
        """One rendition is enough: the others are not missed."""
        others = set(_addresses(item))
        self.missing = [address for address in self.missing if address not in others]

    def _keep(self, address: str, data: bytes) -> PhotoId:
        photo = PhotoId(hashlib.sha256(data).hexdigest())
        name = PurePosixPath(unquote(address)).name[:120]
        self.found.setdefault(photo, ImportedPhoto(name=name or "photo", data=data))
        return photo

    def remarks(self) -> tuple[Remark, ...]:
        """The photos that did not come: a few by their addresses, many by their number."""
        if len(self.missing) > _NAMED:
            return (
                Remark(
                    template="{count} photos did not come with the file; "
                    "their captions are kept as text.",
                    params={"count": len(self.missing)},
                ),
            )
        return tuple(
            Remark(
                template="The photo “{address}” did not come with the file; "
                "its caption is kept as text.",
                params={"address": address},
            )
            for address in self.missing
        )


def _addresses(item: Item) -> list[str]:
    """The addresses of the renditions that are pictures, the largest first."""
    renditions = [
        entry
        for entry in entries(item.get("renditions"))
        if line(entry.get("contenttype") or entry.get("mimetype") or "image/").startswith("image/")
    ]
    ordered = sorted(renditions, key=_size, reverse=True)
    return list(dict.fromkeys(filter(None, (line(entry.get("href")) for entry in ordered))))


def _size(rendition: Item) -> tuple[int, int]:
    pixels = whole_number(rendition.get("width")) * whole_number(rendition.get("height"))
    return pixels, whole_number(rendition.get("sizeinbytes"))


def pictures_of(item: Item) -> list[Item]:
    """The item itself when it is a picture, and those that belong to it: the first hundred."""
    found = [each for each in (item, *entries(item.get("associations"))) if _is_picture(each)]
    return found[:_MOST_PICTURES]


def _is_picture(item: Item) -> bool:
    kind = line(item.get("type")).lower()
    return kind in _PICTURES or (not kind and bool(_addresses(item)))


def with_own_photos(body: Document, pictures: Iterable[Item], tray: PhotoTray) -> Document:
    """A body of ours with the photos that came; those that did not leave their words."""
    kept = {name: tray.best(picture) for picture in pictures for name in _own_ids(picture)}
    return Document(blocks=tuple(_settled(body.blocks, kept)))


def _own_ids(picture: Item) -> Iterator[str]:
    for entry in entries(picture.get("altids")):
        if entry.get("role") == PHOTO_ID:
            yield line(entry.get("value"))


def _settled(blocks: Iterable[Block], kept: Mapping[str, PhotoId | None]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Box):
            inner = (part for part in _settled(block.blocks, kept) if not isinstance(part, Box))
            yield replace(block, blocks=tuple(inner))
        elif not isinstance(block, Photo):
            yield block
        elif (photo := kept.get(block.photo)) is not None:
            yield replace(block, photo=photo)
        else:
            words = _words(plain(block.caption), block.credit)
            yield from [Paragraph(id=block.id, text=text_of(words))] if words else []


def with_pictures(body: Document, pictures: Iterable[Item], tray: PhotoTray) -> Document:
    """A stranger's body with the pictures of its item.

    One that the text shows already gets the caption and credit it lacks there; of the others the
    first stands above the text and the rest below it, or their captions where they did not come.
    """
    for number, picture in enumerate(pictures):
        use = _use(picture, tray)
        if isinstance(use, Photo) and _shows(body, use.photo):
            body = Document(blocks=tuple(_completed(block, use) for block in body.blocks))
        elif isinstance(use, Photo) and number == 0:
            body = Document(blocks=(use, *body.blocks))
        elif use is not None and not _says(body, use):
            body = Document(blocks=(*body.blocks, use))
    return body


def _use(picture: Item, tray: PhotoTray) -> Photo | Paragraph | None:
    caption, credit = caption_of(picture), credit_of(picture)
    photo = tray.best(picture)
    if photo is None:
        words = _words(caption, credit)
        return Paragraph(text=text_of(words)) if words else None
    taken = moment_of(picture, "contentcreated")
    return Photo(
        photo=photo,
        caption=text_of(caption),
        credit=credit,
        alt=alt_of(picture),
        taken=taken.date() if taken else None,
    )


def _words(caption: str, credit: str) -> str:
    return " ".join(filter(None, (caption, credit)))


def _shows(body: Document, photo: PhotoId) -> bool:
    return any(isinstance(block, Photo) and block.photo == photo for block in body.blocks)


def _completed(block: Block, use: Photo) -> Block:
    if not isinstance(block, Photo) or block.photo != use.photo:
        return block
    return replace(
        block,
        caption=block.caption or use.caption,
        credit=block.credit or use.credit,
        alt=block.alt or use.alt,
        taken=block.taken or use.taken,
    )


def _says(body: Document, use: Photo | Paragraph) -> bool:
    """Whether the words of a caption stand in the text already."""
    return isinstance(use, Paragraph) and bare(plain(use.text)) in bare(document_plain(body))
