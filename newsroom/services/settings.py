"""The paper's settings: read, checked, kept."""

import re
from dataclasses import replace

from newsroom.domain.changes import ChangeSet, Outcome
from newsroom.domain.paper import PaperSettings, zone
from newsroom.errors import UsageError, UserError
from newsroom.services.desk import Desk

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_SITE = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_TEXTS = (
    "name",
    "tagline",
    "home_label",
    "related_label",
    "latest_label",
    "print_label",
    "top_label",
    "visits_label",
    "updated_label",
    "photo_label",
    "licence_line",
    "address",
    "site_url",
    "site_theme",
    "language",
    "utc_offset",
)


def read_paper(*, desk: Desk) -> PaperSettings:
    """The settings of the library's paper."""
    with desk.open(writes=False) as work:
        return work.settings.paper()


def save_paper(*, desk: Desk, settings: PaperSettings) -> Outcome[PaperSettings]:
    """Keep `settings`, trimmed; raises `UserError` for the first field that cannot be so."""
    clean = checked_paper(settings)
    with desk.open() as work:
        work.settings.save_paper(clean)
        work.commit()
    return Outcome(value=clean, changes=ChangeSet(settings=True))


def checked_paper(settings: PaperSettings) -> PaperSettings:
    """`settings` with its texts trimmed; raises `UserError` that says what is wrong with which."""
    trimmed = {name: str(getattr(settings, name)).strip() for name in _TEXTS}
    clean = replace(settings, **trimmed)  # type: ignore[arg-type]  # all of _TEXTS are str
    if not clean.name:
        raise UserError("The paper needs a name.")
    if clean.visits < 0:
        raise UsageError("The number of visits cannot be negative.")
    for colour in (clean.brand_colour, clean.accent_colour):
        if not _COLOUR.fullmatch(colour):
            raise UsageError("“{colour}” is not a colour like #B42318.", colour=colour)
    if clean.site_url and not _SITE.fullmatch(clean.site_url):
        raise UsageError("“{url}” is not an address like https://example.vn.", url=clean.site_url)
    _check_zone(clean)
    return clean


def _check_zone(settings: PaperSettings) -> None:
    """The form is `zone`'s to check, the range ours: places on earth lie within ±14 hours."""
    try:
        offset = zone(settings).utcoffset(None)
    except ValueError:
        offset = None
    minutes = int(settings.utc_offset[-2:])
    if offset is None or abs(offset.total_seconds()) > 14 * 3600 or minutes >= 60:
        raise UsageError("“{offset}” is not a UTC offset like +07:00.", offset=settings.utc_offset)
