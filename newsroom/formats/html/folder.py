"""The article as a folder, or one file, that any browser opens and that loads nothing else."""

from base64 import b64encode
from collections.abc import Iterable

from newsroom.domain.article import Article
from newsroom.domain.rendering import OutputFile, RenderContext
from newsroom.domain.slug import slugify
from newsroom.formats.html.address import article_path, site_address
from newsroom.formats.html.assets import Assets
from newsroom.formats.html.fonts import FontFace
from newsroom.formats.html.shelf import Shelf
from newsroom.formats.html.theme import Theme
from newsroom.formats.html.web_font import web_font
from newsroom.formats.html.writer import page_style, render_page, used_faces

# `file:` beside 'self': browsers disagree on whether a page opened from disk has a self
FOLDER_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; "
    "style-src 'self' file:; font-src 'self' file:; img-src 'self' file:"
)
FILE_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; "
    "style-src 'unsafe-inline'; font-src data:; img-src data:"
)


def html_folder(article: Article, context: RenderContext, *, theme: Theme) -> list[OutputFile]:
    """`index.html`, `style.css`, `fonts/`, `photos/`: the same bytes for the same article.

    Photos are encoded anew in several widths (see `web_photos`), fonts are those the page is set
    in, with the letters it has; all addresses are relative. Raises `UserError` for a photo that
    cannot be read or a mistake in the theme.
    """
    stem = slugify(article.slug) or slugify(article.headline) or "photo"
    shelf = Shelf(find=context.photos.get, stem=stem)
    assets = Assets(
        policy=FOLDER_POLICY,
        image=shelf.image,
        thumbnail=shelf.thumbnail,
        address=public_page(article, context),
    )
    page = render_page(article, context, theme=theme, assets=assets)
    faces = used_faces(article, context, theme=theme)
    style = page_style(context, theme=theme, faces=faces, fonts=".woff")
    return [
        OutputFile(path="index.html", data=page.encode()),
        OutputFile(path="style.css", data=style.encode()),
        *font_files(faces, page + style),
        *shelf.take_files(),
    ]


def html_file(article: Article, context: RenderContext, *, theme: Theme) -> OutputFile:
    """`index.html` alone, with fonts and photos inside as `data:`; raises like `html_folder`."""
    shelf = Shelf(find=context.photos.get, inside=True)
    assets = Assets(
        policy=FILE_POLICY,
        image=shelf.image,
        thumbnail=shelf.thumbnail,
        address=public_page(article, context),
        inline_style=_STYLE,
    )
    page = render_page(article, context, theme=theme, assets=assets)
    faces = used_faces(article, context, theme=theme)
    style = page_style(context, theme=theme, faces=faces, fonts=".woff")
    for font in font_files(faces, page + style):
        style = style.replace(f'"{font.path}"', f'"{_font_address(font.data)}"')
    return OutputFile(path="index.html", data=page.replace(_STYLE, style, 1).encode())


_STYLE = "</>"
"""Stands for the style sheet while the page is written, whose letters decide on the fonts; no text
of a page can hold it.
"""


def public_page(article: Article, context: RenderContext) -> str:
    """Where the article stands on the paper's site; empty when the paper has no address."""
    site = site_address(context.paper)
    return site + article_path(article, context.sections) if site else ""


def font_files(faces: Iterable[FontFace], words: Iterable[str]) -> list[OutputFile]:
    """The `faces` with the characters of `words`, as files of a folder `fonts/`."""
    characters = frozenset(words)
    return [
        OutputFile(
            path=f"fonts/{face.path.stem}.woff", data=web_font(face.path.read_bytes(), characters)
        )
        for face in faces
    ]


def _font_address(font: bytes) -> str:
    return f"data:font/woff;base64,{b64encode(font).decode('ascii')}"
