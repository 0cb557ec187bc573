"""What is known of a photo file, apart from its uses."""

from dataclasses import dataclass
from datetime import date

from newsroom.domain.ids import PhotoId


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoFile:
    """An original photo. `width` and `height` are in pixels as shown (orientation applied)."""

    id: PhotoId
    name: str
    media_type: str
    width: int
    height: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoMetadata:
    """What a photo's file says of itself: plain words in one line each, empty where it is silent.

    `creators` are the photographers, `credit` the line that an agency asks for, `alt` the
    description for readers who cannot see the photo.
    """

    caption: str = ""
    headline: str = ""
    creators: tuple[str, ...] = ()
    credit: str = ""
    copyright: str = ""
    city: str = ""
    alt: str = ""
    taken: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoDetails:
    """What a use of a photo takes over from its file."""

    caption: str = ""
    credit: str = ""
    alt: str = ""
    taken: date | None = None
