"""The photos of a Word file, taken out of it as they are needed."""

import hashlib
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from newsroom.domain.ids import PhotoId
from newsroom.domain.imported import ImportedPhoto
from newsroom.formats.docx.archive import Archive
from newsroom.formats.docx.tally import Tally

_KINDS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_RIFF, _WEBP = b"RIFF", b"WEBP"


@dataclass(slots=True)
class Shelf:
    """The photos met so far, by the SHA-256 of their bytes."""

    archive: Archive
    tally: Tally
    photos: dict[PhotoId, ImportedPhoto] = field(default_factory=dict)

    def take(self, part: str) -> PhotoId | None:
        """The photo in a part of the file; None, with a remark, when it is no photo."""
        data = self.archive.read(part)
        name = PurePosixPath(part).name
        if not _is_photo(data):
            self.tally.unshown[name] += 1
            return None
        photo = PhotoId(hashlib.sha256(data).hexdigest())
        self.photos.setdefault(photo, ImportedPhoto(name=name, data=data))
        return photo


def _is_photo(data: bytes) -> bool:
    return data.startswith(_KINDS) or (data.startswith(_RIFF) and data[8:12] == _WEBP)
