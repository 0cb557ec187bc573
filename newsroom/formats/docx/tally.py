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
                template="Tracked changes: {inserted} insertions kept, {deleted} deleted left out.",
                params={"inserted": self.inserted, "deleted": self.deleted},
            )
        for font in sorted(self.fonts):
            yield Remark(
                template="Text in the old font “{font}” was converted to Unicode.",
                params={"font": font},
            )
        for template, count in self._counts():
            if count:
                yield Remark(template=template, params={"count": count})
        for name in sorted(self.unshown):
            yield Remark(
                template="The picture “{name}” is of a kind that cannot be used and was left out.",
                params={"name": name},
            )

    def _counts(self) -> Iterator[tuple[str, int]]:
        yield "Hidden characters left out: {count}.", self.hidden
        yield "Pictures on other computers, not fetched: {count}.", self.outside
        yield "Embedded objects (charts, sheets, drawings) left out: {count}.", self.objects
        yield "Tables of contents left out: {count}.", self.contents
        yield "Embedded files of other kinds left out: {count}.", self.foreign
        yield "Tables around photos taken apart: {count}.", self.unpacked
