"""What a use of a photo takes over from its file: caption, credit, description and day."""

from dataclasses import replace

from newsroom.domain.document import Block, Box, Document, InnerBlock, Photo, plain, text_of
from newsroom.domain.ids import PhotoId
from newsroom.domain.photo import PhotoDetails, PhotoMetadata
from newsroom.formats.page.captions import split_credit
from newsroom.formats.photo_metadata import read_photo_metadata
from newsroom.services.desk import Desk


def photo_details(metadata: PhotoMetadata) -> PhotoDetails:
    """The details in the paper's form: the caption without the credit, the credit as bare names.

    A credit that the caption ends in was written for print and stands unless the file's own line
    says the same and more; photographer and agency become `Lê Lâm/TTXVN`.
    """
    caption, written = split_credit(metadata.caption or metadata.headline)
    stated = _stated_credit(metadata)
    return PhotoDetails(
        caption=caption,
        credit=stated if written.casefold() in stated.casefold() else written,
        alt=metadata.alt,
        taken=metadata.taken,
    )


def _stated_credit(metadata: PhotoMetadata) -> str:
    names = " - ".join(map(_bare, metadata.creators))
    line = _bare(metadata.credit)
    if not line or not names or names.casefold() in line.casefold():
        return line or names
    return names if line.casefold() in names.casefold() else f"{names}/{line}"


def _bare(credit: str) -> str:
    """Without a label before it: `Ảnh: Lê Lâm` is Lê Lâm."""
    words, name = split_credit(credit)
    return credit.strip() if words else name or credit.strip()


def details_of(data: bytes) -> PhotoDetails:
    """The details that the file in `data` holds; empty when it holds none that can be read."""
    return photo_details(read_photo_metadata(data))


def stored_details(*, desk: Desk, photo: PhotoId) -> PhotoDetails:
    """The details that an original in the library holds; raises `NotFoundError`."""
    return details_of(desk.photos.read(photo))


def completed(*, desk: Desk, body: Document) -> Document:
    """`body` with what its photos lack taken from their originals; raises `NotFoundError`."""

    def inner(block: InnerBlock) -> InnerBlock:
        if not isinstance(block, Photo):
            return block
        return filled(block, stored_details(desk=desk, photo=block.photo))

    def outer(block: Block) -> Block:
        if isinstance(block, Box):
            return replace(block, blocks=tuple(map(inner, block.blocks)))
        return inner(block)

    return Document(blocks=tuple(map(outer, body.blocks)))


def filled(photo: Photo, details: PhotoDetails) -> Photo:
    """The use with what it lacks taken from `details`; what is written stays."""
    return replace(
        photo,
        caption=photo.caption if plain(photo.caption).strip() else text_of(details.caption),
        credit=photo.credit.strip() or details.credit,
        alt=photo.alt.strip() or details.alt,
        taken=photo.taken or details.taken,
    )
