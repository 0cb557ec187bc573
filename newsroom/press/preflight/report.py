"""What a preflight says: findings with their rule, their page and place, and what to do."""

from dataclasses import dataclass
from enum import StrEnum

from newsroom.domain.imported import Remark


class Purpose(StrEnum):
    """What the file is for. `PRESS`: plates, held to PDF/X; `OFFICE`: paper and screens."""

    PRESS = "press"
    OFFICE = "office"


class Severity(StrEnum):
    """`ERROR`: must not be printed so; `WARNING`: look at it; `HINT`: good to know."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the page in points, in the page's own coordinates (y upwards)."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def holds(self, other: "Box", *, slack: float = 0.05) -> bool:
        """Whether `other` lies inside, give or take `slack` points."""
        return (
            self.left - slack <= other.left
            and self.bottom - slack <= other.bottom
            and other.right <= self.right + slack
            and other.top <= self.top + slack
        )

    def meets(self, other: "Box") -> bool:
        """Whether the two have any area in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing a rule found. `page` counts from 1, None for the whole file; `count` how often
    on that page; `place` is the first of them.
    """

    rule: str
    severity: Severity
    message: Remark
    advice: Remark
    page: int | None = None
    place: Box | None = None
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All findings of a file, by page; `ok` when none of them is an error."""

    purpose: Purpose
    standard: str
    pages: int
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        return all(finding.severity is not Severity.ERROR for finding in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the press can do. Lengths in points, inks in per cent, resolutions in ppi."""

    ink: float = 300.0
    least_ppi: float = 150.0
    good_ppi: float = 200.0
    wasted_ppi: float = 600.0
    hairline: float = 0.2
    least_text: float = 5.0
    bleed: float = 8.5
    """3 mm are 8.504 pt."""
    safe_margin: float = 8.5
