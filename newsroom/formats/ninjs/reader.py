"""ninjs of any version as an article: our own comes back as it was, strangers' as it can be."""

from dataclasses import replace

from newsroom.domain.document import (
    Block,
    Document,
    Heading,
    Paragraph,
    document_plain,
    plain,
)
from newsroom.domain.imported import ImportedArticle, Remark
from newsroom.errors import UserError
from newsroom.formats.ninjs import roles
from newsroom.formats.ninjs.fields_in import (
    byline_of,
    dateline_of,
    headline_of,
    kicker_of,
    language_of,
    lede_of,
    moment_of,
    note_of,
    section_of,
    status_remarks,
    tags_of,
    urgency_of,
)
from newsroom.formats.ninjs.own_body import read_own
from newsroom.formats.ninjs.photos_in import (
    LoadPhoto,
    PhotoTray,
    pictures_of,
    with_own_photos,
    with_pictures,
)
from newsroom.formats.ninjs.values import Item, entries, line, load_item
from newsroom.formats.page.pieces import bare

_BODY_OF_VERSION_1 = "body_"
_REPEATED = 60
"""Letters: a description that begins as the text does is a piece of it, no lede."""


def read_ninjs(text: str, *, load_photo: LoadPhoto | None = None) -> ImportedArticle:
    """The article in the text of a ninjs file of version 1, 2 or 3.

    `load_photo` gives the bytes of a photo by its address in the file. What did not come with the
    file is not fetched: its caption stays as text and a remark names it. Raises `UserError` when
    the text is no JSON, or JSON that holds no news item.
    """
    item = load_item(text)
    bodies = _bodies(item)
    pictures = pictures_of(item)
    headline = headline_of(item)
    if not (bodies or pictures or headline):
        raise UserError("This JSON file holds no article in ninjs form.")
    tray = PhotoTray(load_photo)
    own = _own(bodies)
    if own is not None:
        body = with_own_photos(own, pictures, tray)
    else:
        body = with_pictures(_strange(item, bodies, tray), pictures, tray)
    return replace(
        _fields(item, own=own is not None, body=body),
        photos=tray.found,
        remarks=_remarks(item, tray),
    )


def _bodies(item: Item) -> list[tuple[str, str]]:
    """The forms of the text as content type and value, HTML before plain words before others."""
    listed = [(_kind(entry), entry.get("value")) for entry in entries(item.get("bodies"))]
    first = [
        (roles.HTML if "html" in key else roles.PLAIN, value)
        for key, value in sorted(item.items())
        if key.startswith(_BODY_OF_VERSION_1)
    ]
    found = [(k, value) for k, value in (*listed, *first) if isinstance(value, str) and value]
    return sorted(found, key=lambda form: _rank(form[0]))


def _kind(entry: Item) -> str:
    return line(entry.get("contenttype")).lower() or roles.PLAIN


def _rank(kind: str) -> int:
    if "html" in kind:
        return 0
    return 1 if kind == roles.PLAIN else 2


def _own(bodies: list[tuple[str, str]]) -> Document | None:
    """The body in our own form, when it still belongs to the HTML beside it."""
    html = next((value for kind, value in bodies if kind == roles.HTML), "")
    found = (read_own(value, html) for kind, value in bodies if kind == roles.OWN)
    return next((document for document in found if document is not None), None)


def _strange(item: Item, bodies: list[tuple[str, str]], tray: PhotoTray) -> Document:
    """The first form that holds anything, without the headline that some repeat above the text."""
    forms = (_blocks(kind, value, tray) for kind, value in bodies if kind != roles.OWN)
    blocks = next(filter(None, forms), ())
    above = {bare(headline_of(item)), bare(kicker_of(item))}
    while blocks and _is_line_of(blocks[0], above):
        blocks = blocks[1:]
    return Document(blocks=blocks)


def _is_line_of(block: Block, lines: set[str]) -> bool:
    return isinstance(block, Paragraph | Heading) and bare(plain(block.text)) in lines


def _blocks(kind: str, value: str, tray: PhotoTray) -> tuple[Block, ...]:
    if kind == roles.PLAIN:
        from newsroom.formats.text.reader import read_blocks

        return read_blocks(value)
    from newsroom.formats.html.reader import read_fragment_with_photos

    found = read_fragment_with_photos(value, load_image=tray.bytes_at)
    tray.found.update(found.photos)
    return found.body.blocks


def _fields(item: Item, *, own: bool, body: Document) -> ImportedArticle:
    lede = lede_of(item)
    if not own:
        lede, body = _lede_and_body(lede, body)
    return ImportedArticle(
        section=section_of(item),
        kicker=kicker_of(item),
        headline=headline_of(item),
        lede=lede,
        body=body,
        byline=byline_of(item),
        dateline=dateline_of(item),
        tags=tags_of(item),
        updated=moment_of(item, "versioncreated", "contentcreated", "firstcreated"),
        embargo=moment_of(item, "embargoeduntil", "embargoed"),
        urgency=urgency_of(item),
        note=note_of(item),
        language=language_of(item),
    )


def _lede_and_body(lede: str, body: Document) -> tuple[str, Document]:
    """A description that stands in the text too, once: a whole paragraph is the lede."""
    if lede and body.blocks and _is_line_of(body.blocks[0], {bare(lede)}):
        return lede, Document(blocks=body.blocks[1:])
    begins = bare(document_plain(Document(blocks=body.blocks[:3])))
    start = bare(lede)[:_REPEATED]
    return ("" if len(start) == _REPEATED and begins.startswith(start) else lede), body


def _remarks(item: Item, tray: PhotoTray) -> tuple[Remark, ...]:
    return (*status_remarks(item), *tray.remarks())
