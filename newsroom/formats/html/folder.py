"""The article as a folder, or one file, that any browser opens and that loads nothing else."""

from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from newsroom.domain.article import Article
from newsroom.domain.document import Crop, Photo
from newsroom.domain.ids import PhotoId
from newsroom.domain.rendering import OutputFile, PhotoSource, RenderContext
from newsroom.domain.slug import slugify
from newsroom.formats.html.blocks import WebImage
from newsroom.formats.html.theme import Theme
from newsroom.formats.html.view import Assets
from newsroom.formats.html.web_photo import THUMBNAIL_WIDTH, WebPhoto, web_photo
from newsroom.formats.html.writer import page_style, render_page, used_faces

# `file:` beside 'self': browsers disagree on whether a page opened from disk has a self
_FOLDER_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; "
    "style-src 'self' file:; font-src 'self' file:; img-src 'self' file:"
)
_FILE_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; "
    "style-src 'unsafe-inline'; font-src data:; img-src data:"
)

_Use = tuple[PhotoId, Crop | None, bool]


def html_folder(article: Article, context: RenderContext, *, theme: Theme) -> list[OutputFile]:
    """`index.html`, `style.css`, `fonts/`, `photos/`: the same bytes for the same article.

    Photos are encoded anew (see `web_photo`), fonts are those the page is set in, all addresses
    are relative. Raises `UserError` for a photo that cannot be read or a mistake in the theme.
    """
    shelf = _Shelf(context.photos, stem=article.slug or slugify(article.headline) or "photo")
    assets = Assets(policy=_FOLDER_POLICY, image=shelf.image, thumbnail=shelf.thumbnail)
    page = render_page(article, context, theme=theme, assets=assets)
    faces = used_faces(article, context, theme=theme)
    style = page_style(context, theme=theme, faces=faces)
    fonts = [
        OutputFile(path=f"fonts/{face.path.name}", data=face.path.read_bytes()) for face in faces
    ]
    return [
        OutputFile(path="index.html", data=page.encode()),
        OutputFile(path="style.css", data=style.encode()),
        *fonts,
        *shelf.files,
    ]


def html_file(article: Article, context: RenderContext, *, theme: Theme) -> OutputFile:
    """`index.html` alone, with fonts and photos inside as `data:`; raises like `html_folder`."""
    shelf = _Shelf(context.photos, stem="photo", address=_data_address)
    faces = used_faces(article, context, theme=theme)
    style = page_style(context, theme=theme, faces=faces)
    for face in faces:
        inside = _data(face.path.read_bytes(), "font/ttf")
        style = style.replace(f'"fonts/{face.path.name}"', f'"{inside}"')
    assets = Assets(
        policy=_FILE_POLICY, image=shelf.image, thumbnail=shelf.thumbnail, inline_style=style
    )
    page = render_page(article, context, theme=theme, assets=assets)
    return OutputFile(path="index.html", data=page.encode())


def _relative_address(path: str, photo: WebPhoto) -> str:
    del photo
    return path


def _data_address(path: str, photo: WebPhoto) -> str:
    del path
    return _data(photo.data, photo.media_type)


def _data(content: bytes, media_type: str) -> str:
    return f"data:{media_type};base64,{b64encode(content).decode('ascii')}"


@dataclass
class _Shelf:
    """Collects the photos that a page asks for while it is written, each use once."""

    sources: Mapping[PhotoId, PhotoSource]
    stem: str
    address: Callable[[str, WebPhoto], str] = _relative_address
    files: list[OutputFile] = field(default_factory=list)
    _known: dict[_Use, WebImage] = field(default_factory=dict)

    def image(self, block: Photo) -> WebImage | None:
        """The photo of `block` as it leaves; None when the library has lost it."""
        return self._take((block.photo, block.crop, False))

    def thumbnail(self, photo: PhotoId) -> WebImage | None:
        """A small picture for a list of news."""
        return self._take((photo, None, True))

    def _take(self, use: _Use) -> WebImage | None:
        if use not in self._known:
            photo, crop, small = use
            source = self.sources.get(photo)
            if source is None:
                return None
            self._known[use] = self._put(source, crop, small=small)
        return self._known[use]

    def _put(self, source: PhotoSource, crop: Crop | None, *, small: bool) -> WebImage:
        name = source.file.name or source.file.id
        if small:
            made = web_photo(source.read(), name=name, crop=crop, max_width=THUMBNAIL_WIDTH)
        else:
            made = web_photo(source.read(), name=name, crop=crop)
        path = f"photos/{self.stem}-{len(self.files) + 1}{made.suffix}"
        self.files.append(OutputFile(path=path, data=made.data))
        address = self.address(path, made)
        return WebImage(src=address, width=made.width, height=made.height)
