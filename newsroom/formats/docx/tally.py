"""What happened to a Word file while it was read, as remarks for the person."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from newsroom.domain.imported import Remark


@dataclass(slots=True)
class Tally:
    """Counts of what was left out or changed."""

    inserted: int = 0
    deleted: int = 0
    hidden: int = 0
    outside: int = 0
    objects: int = 0
    contents: int = 0
    foreign: int = 0
    unpacked: int = 0
    unshown: Counter[str] = field(default_factory=Counter)
    fonts: set[str] = field(default_factory=set)

    def remarks(self) -> Iterator[Remark]:
        """One remark for each kind of thing that happened."""
        if self.inserted or self.deleted:
            yield Remark(
                template="Tracked changes: insertions kept: {inserted}, "
                "deletions left out: {deleted}.",
                params={"inserted": self.inserted, "deleted": self.deleted},
            )
        for font in sorted(self.fonts):
            yield Remark(
                template="Text in the old font “{font}” was converted to Unicode.",
                params={"font": font},
            )
        yield from (remark for remark in self._counts() if remark.params["count"])
        for name in sorted(self.unshown):
            yield Remark(
                template="The picture “{name}” is of a kind that cannot be used and was left out.",
                params={"name": name},
            )

    def _counts(self) -> tuple[Remark, ...]:
        return (
            Remark(
                template="Hidden characters left out: {count}.",
                params={"count": self.hidden},
            ),
            Remark(
                template="Pictures on other computers, not fetched: {count}.",
                params={"count": self.outside},
            ),
            Remark(
                template="Embedded objects (charts, sheets, drawings) left out: {count}.",
                params={"count": self.objects},
            ),
            Remark(
                template="Tables of contents left out: {count}.",
                params={"count": self.contents},
            ),
            Remark(
                template="Embedded files of other kinds left out: {count}.",
                params={"count": self.foreign},
            ),
            Remark(
                template="Tables around photos taken apart: {count}.",
                params={"count": self.unpacked},
            ),
        )
