"""The pictures of an article as the head of its page tells others of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.domain.document import Document, photos, plain
from newsroom.formats.html.blocks import ImageOf, alt_words


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """A picture of the article; `alt` is what is read out in its place, `caption` stands below."""

    src: str
    width: int
    height: int
    alt: str
    caption: str = ""
    credit: str = ""


def page_pictures(document: Document, image: ImageOf) -> tuple[PagePicture, ...]:
    """The article's pictures, each once, in the order of the page; lost ones are passed over."""
    found = {picture.src: picture for picture in _pictures(document, image)}
    return tuple(found.values())


def _pictures(document: Document, image: ImageOf) -> Iterator[PagePicture]:
    for block in photos(document):
        shown = image(block)
        if shown is not None:
            yield PagePicture(
                src=shown.src,
                width=shown.width,
                height=shown.height,
                alt=alt_words(block),
                caption=plain(block.caption).strip(),
                credit=block.credit.strip(),
            )
