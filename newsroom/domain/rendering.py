"""What an output is given besides the article: the paper, the style, the photos, the neighbours."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from newsroom.domain.article import ArticleSummary
from newsroom.domain.document import Photo
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.domain.paper import PaperSettings
from newsroom.domain.photo import PhotoFile
from newsroom.domain.style import StyleSheet
from newsroom.domain.taxonomy import SectionTree


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoSource:
    """A photo that an output may need: what is known of it and how to read its bytes."""

    file: PhotoFile
    read: Callable[[], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderContext:
    """Everything but the article. Photos that are missing in the store are missing here.

    `related` are the articles named by the author, `latest` the newest of the section, `leads`
    the first photo of each of them as it is used there, with its crop and focal point; `now` is
    the moment of rendering (aware), given in, so that outputs are pure functions. `themes` is the
    folder of the library's own site themes.
    """

    paper: PaperSettings
    style: StyleSheet
    now: datetime
    sections: SectionTree = field(default_factory=SectionTree)
    photos: Mapping[PhotoId, PhotoSource] = field(default_factory=dict)
    related: tuple[ArticleSummary, ...] = ()
    latest: tuple[ArticleSummary, ...] = ()
    leads: Mapping[ArticleId, Photo] = field(default_factory=dict)
    themes: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFile:
    """One file of an export: its path relative to the target, with `/`, and its bytes."""

    path: str
    data: bytes
