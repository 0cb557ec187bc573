"""Photos on their way from files or the clipboard into the store, several in their order."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from newsroom.domain.document import Photo, text_of
from newsroom.errors import UserError
from newsroom.services.desk import Desk
from newsroom.services.photos import TakenPhoto, take_photo, take_photo_file
from newsroom.services.progress import step
from newsroom.ui.tasks import TaskProgress


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoBytes:
    """A picture that has no file, as from the clipboard."""

    data: bytes
    name: str


Source = Path | PhotoBytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What was taken into the store, in the order given, and an error for each that was not."""

    taken: tuple[TakenPhoto, ...]
    errors: tuple[UserError, ...]


def take_all(desk: Desk, sources: Sequence[Source], progress: TaskProgress) -> Batch:
    """Keep each source that is a photo; one that is none does not stop the others."""
    taken: list[TakenPhoto] = []
    errors: list[UserError] = []
    for number, source in enumerate(sources, start=1):
        step(progress, number, len(sources), source.name)
        try:
            taken.append(_take(desk, source))
        except UserError as error:
            errors.append(error)
    return Batch(taken=tuple(taken), errors=tuple(errors))


def _take(desk: Desk, source: Source) -> TakenPhoto:
    if isinstance(source, Path):
        return take_photo_file(desk=desk, path=source)
    return take_photo(desk=desk, data=source.data, name=source.name)


def use_of(taken: TakenPhoto) -> Photo:
    """A new use of a photo with the details that its file holds."""
    details = taken.details
    return Photo(
        photo=taken.file.id,
        caption=text_of(details.caption),
        credit=details.credit,
        alt=details.alt,
        taken=details.taken,
    )
