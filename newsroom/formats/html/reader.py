"""HTML as an article: a page that was saved, a page that was copied, or a fragment of one."""

import re
from collections.abc import Callable
from dataclasses import replace

from newsroom.domain.document import Block, Document
from newsroom.domain.imported import ImportedArticle, Remark
from newsroom.domain.taxonomy import SectionTree
from newsroom.formats.html.images import LoadImage, Pictures
from newsroom.formats.html.main_text import skip_outside
from newsroom.formats.html.metadata import read_metadata
from newsroom.formats.html.page_lines import split_lines
from newsroom.formats.html.sanitise import safe_tree
from newsroom.formats.html.walker import Walker
from newsroom.formats.page.structure import find_article, with_cross_heads

NOTHING_TO_READ = Remark(template="There is no text to import.")
_WHOLE_PAGE = re.compile(r"<(?:article|main|nav|footer|header|aside|meta|link)\b", re.IGNORECASE)


def read_html(
    html: str,
    *,
    load_image: LoadImage | None = None,
    sections: SectionTree | None = None,
) -> ImportedArticle:
    """The article on a page, with what the page states of itself in its head.

    Furniture (menus, related lists, comments, footers) ends up in `dropped`. Photos are taken
    from `data:` addresses or from `load_image(address)`, which returns bytes or None; the network
    is never asked. Where a photo is missing its caption stays as text and a remark says so.
    """
    pictures = Pictures(load_image=load_image)
    root = safe_tree(html)
    whole = _WHOLE_PAGE.search(html) is not None
    walker = Walker(pictures=pictures, skip=skip_outside(root) if whole else None)
    pieces = [line for part in walker.read(root) for line in split_lines(part)]
    article = find_article(pieces, known=read_metadata(html), sections=sections)
    return replace(
        article,
        photos=pictures.found,
        dropped=(*article.dropped, *walker.passed),
        remarks=(*article.remarks, *_remarks(article, pictures)),
    )


def _remarks(article: ImportedArticle, pictures: Pictures) -> tuple[Remark, ...]:
    if not (article.headline or article.lede or article.body.blocks):
        return (NOTHING_TO_READ,)
    if pictures.missing == 1:
        return (
            Remark(
                template="The page shows a photo that did not come with it; "
                "its caption is kept as text."
            ),
        )
    if pictures.missing:
        return (
            Remark(
                template="The page shows {count} photos that did not come with it; "
                "their captions are kept as text.",
                params={"count": pictures.missing},
            ),
        )
    return ()


def read_fragment(
    html: str, *, load_image: Callable[[str], bytes | None] | None = None
) -> tuple[Block, ...]:
    """The blocks in HTML from a clipboard (Word, LibreOffice, Google Docs, a browser).

    Nothing is taken for furniture. Photos refer to bytes that the caller cannot see here; use
    `read_fragment_with_photos` to have them.
    """
    return read_fragment_with_photos(html, load_image=load_image).body.blocks


def read_fragment_with_photos(
    html: str, *, load_image: Callable[[str], bytes | None] | None = None
) -> ImportedArticle:
    """The same blocks as the `body` of an otherwise empty article that holds the photos' bytes."""
    pictures = Pictures(load_image=load_image)
    pieces = Walker(pictures=pictures).read(safe_tree(html))
    return ImportedArticle(
        body=Document(blocks=with_cross_heads(pieces, after_lede=False)), photos=pictures.found
    )


_CHARSET = re.compile(rb"<meta\b[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that the page's own meta tag names, None when it names none."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii") if match is not None else None
