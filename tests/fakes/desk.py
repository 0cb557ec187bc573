"""A desk for tests of use cases: nothing on disk, a clock that stands still until it is moved."""

from datetime import UTC, datetime, timedelta

from newsroom.domain.slug import slugify
from newsroom.domain.taxonomy import Section, SectionTree
from newsroom.services.desk import Desk
from tests.fakes.journal import MemoryJournalWriter
from tests.fakes.library import MemoryLibrary, State
from tests.fakes.photos import MemoryPhotos

NOON = datetime(2026, 5, 19, 5, 0, tzinfo=UTC)
"""Noon in Hà Nội."""

SPECIAL = "Chuyên đề"
SAFETY = "An toàn lao động"
MEMBERSHIP = "Phát triển đoàn viên, xây dựng tổ chức Công đoàn"


class FakeClock:
    """Says `time`; tests move it with `pass_time`."""

    def __init__(self, time: datetime = NOON) -> None:
        self.time = time

    def now(self) -> datetime:
        return self.time

    def pass_time(self, **parts: float) -> datetime:
        """Move on by `timedelta(**parts)`; returns the new time."""
        self.time += timedelta(**parts)
        return self.time


def section(name: str, *children: Section) -> Section:
    """A section with the slug of its name."""
    return Section(name=name, slug=slugify(name), children=children)


def small_tree() -> SectionTree:
    """A few sections of a trade-union paper."""
    special = section(SPECIAL, section(MEMBERSHIP), section(SAFETY))
    return SectionTree(roots=(section("Thời sự"), special, section("Văn hóa")))


def make_desk(*, clock: FakeClock | None = None, person: str = "Lê Lâm") -> Desk:
    """A desk over an empty library in memory with the sections of `small_tree`."""
    library = MemoryLibrary(State(sections=small_tree()))
    return Desk(
        open=library.unit_of_work,
        photos=MemoryPhotos(),
        journal=MemoryJournalWriter(library),
        clock=clock or FakeClock(),
        person=person,
    )
