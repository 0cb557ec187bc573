"""What is known of a photo file, apart from its uses."""

from dataclasses import dataclass

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
