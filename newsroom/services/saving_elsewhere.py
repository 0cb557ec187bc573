"""A copy of an article as it stands on the sheet, for when the library takes nothing more."""

from pathlib import Path

from newsroom.domain.article import Article
from newsroom.domain.paper import PaperSettings
from newsroom.domain.rendering import RenderContext
from newsroom.errors import NewsroomError
from newsroom.services.desk import Desk
from newsroom.services.export_formats import Item, find_format, open_writer
from newsroom.services.files import free_path, target_faults, write_file
from newsroom.services.lost_photos import without_lost_photos
from newsroom.services.rendering import context_for, load_style

SUFFIX = ".docx"
"""Word opens everywhere, and the program reads it back with marks, photos and open notes."""


def save_elsewhere(*, desk: Desk, article: Article, target: Path) -> Path:
    """Write `article` to the Word file `target`, replacing it; returns where it is.

    Without its suffix `target` is not what a person agreed to replace: it gets a free name.
    Nothing is written to the library, and what it cannot tell any more is left out: the text is
    kept even when the folder of the library is gone. Raises `UserError` when `target` cannot be
    written either; nothing half-written stays there.
    """
    path = target
    if target.suffix.lower() != SUFFIX:
        path = free_path(target.with_name(target.name + SUFFIX))
    context, _lost = without_lost_photos(article, _context(desk, article))
    write = open_writer(find_format("docx"), None)
    rendered = write((Item(article=article, context=context),))
    with target_faults(path):
        return write_file(path, rendered.files[0].data, overwrite=True)


def _context(desk: Desk, article: Article) -> RenderContext:
    try:
        return context_for(desk=desk, article=article)
    except NewsroomError:
        return RenderContext(paper=PaperSettings(), style=load_style(), now=desk.clock.now())
