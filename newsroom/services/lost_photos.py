"""Photos that the library has lost must not keep an article from going out."""

from collections.abc import Iterator
from dataclasses import replace

from newsroom.domain.article import Article
from newsroom.domain.document import Photo, photos, plain
from newsroom.domain.ids import PhotoId
from newsroom.domain.imported import Remark
from newsroom.domain.rendering import PhotoSource, RenderContext
from newsroom.errors import UserError

_NAME_LENGTH = 40


def without_lost_photos(
    article: Article, context: RenderContext
) -> tuple[RenderContext, tuple[Remark, ...]]:
    """The context without those photos of `article` that are missing or damaged on the disk.

    Outputs leave an empty place where the context has no photo; a remark names each. A photo whose
    bytes are those that were taken in can be shown, since all of it was decoded then.
    """
    uses = {use.photo: use for use in photos(article.body)}
    lost = frozenset(photo for photo in uses if not _is_whole(context.photos.get(photo)))
    if not lost:
        return context, ()
    kept = {photo: source for photo, source in context.photos.items() if photo not in lost}
    return replace(context, photos=kept), tuple(_remarks(uses, lost, context))


def _is_whole(source: PhotoSource | None) -> bool:
    if source is None:
        return False
    try:
        source.read()
    except UserError:
        return False
    return True


def _remarks(
    uses: dict[PhotoId, Photo], lost: frozenset[PhotoId], context: RenderContext
) -> Iterator[Remark]:
    for use in (use for photo, use in uses.items() if photo in lost):
        source = context.photos.get(use.photo)
        name = (source.file.name if source else "") or _named(use)
        yield Remark(
            template="The photo “{name}” is missing or damaged in the library; "
            "its place is left empty.",
            params={"name": name},
        )


def _named(use: Photo) -> str:
    """What a person knows a photo by whose file name is lost: its caption, else a piece of its id.

    Words are cut at a space.
    """
    words = " ".join((plain(use.caption).strip() or use.alt.strip()).split())
    if len(words) > _NAME_LENGTH:
        words = f"{words[:_NAME_LENGTH].rsplit(' ', 1)[0]}…"
    return words or use.photo[:10]
