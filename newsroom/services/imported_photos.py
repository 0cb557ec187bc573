"""The photos of an import on their way into the store."""

from dataclasses import replace

from newsroom.domain.document import Block, Box, Document, Paragraph, Photo, plain, text_of
from newsroom.domain.ids import PhotoId
from newsroom.domain.imported import ImportedArticle, Remark
from newsroom.errors import StorageError, UserError
from newsroom.services.desk import Desk


def keep_photos(
    desk: Desk, imported: ImportedArticle
) -> tuple[ImportedArticle, tuple[Remark, ...]]:
    """The article with its photos stored; one that is no photo leaves its caption and a remark.

    Raises `StorageError` when the store cannot take it.
    """
    refused: dict[PhotoId, Remark] = {}
    renamed: dict[PhotoId, PhotoId] = {}
    for photo, source in imported.photos.items():
        try:
            renamed[photo] = desk.photos.add(source.data, name=source.name).id
        except StorageError:  # the photo is good; without it the article would lose something
            raise
        except UserError as error:
            refused[photo] = Remark(template=error.template, params=error.params)
    if not refused and all(old == new for old, new in renamed.items()):
        return imported, ()
    blocks = (kept for block in imported.body.blocks for kept in _placed(block, renamed, refused))
    return replace(imported, body=Document(blocks=tuple(blocks))), tuple(refused.values())


def _placed(
    block: Block, renamed: dict[PhotoId, PhotoId], refused: dict[PhotoId, Remark] | None
) -> tuple[Block, ...]:
    if isinstance(block, Box):
        inner = tuple(p for part in block.blocks for p in _placed(part, renamed, refused))
        return (replace(block, blocks=tuple(p for p in inner if not isinstance(p, Box))),)
    if not isinstance(block, Photo):
        return (block,)
    if refused is not None and block.photo not in refused:
        return (replace(block, photo=renamed.get(block.photo, block.photo)),)
    words = " ".join(filter(None, (plain(block.caption), block.credit)))
    return (Paragraph(id=block.id, text=text_of(words)),) if words else ()


def without_photos(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with each photo replaced by its caption as text."""
    return tuple(kept for block in blocks for kept in _placed(block, {}, None))
