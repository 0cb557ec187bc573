"""The place on the printed page that an article must fill: columns wide, lines or millimetres deep.

Kept and typed as `preset:columns×depth`, for instance `newspaper:2×120mm` or `tabloid:3×45`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from newsroom.domain.ids import BlockId
from newsroom.errors import UsageError

_WRITTEN = re.compile(
    r"(?P<preset>[^:]+):\s*(?P<columns>[1-9])\s*[x×*]\s*(?P<depth>\d+(?:[.,]\d)?)\s*(?P<unit>mm|)",
    re.IGNORECASE,
)
_MOST = {"": 2000.0, "mm": 1200.0}


class DepthUnit(StrEnum):
    """What the depth is counted in: lines of the body, or millimetres."""

    LINES = ""
    MILLIMETRES = "mm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """`columns` columns of the print preset `preset`, side by side, each `depth` deep."""

    preset: str
    columns: int
    depth: float
    unit: DepthUnit = DepthUnit.LINES

    def __str__(self) -> str:
        return f"{self.preset}:{self.columns}×{self.depth:g}{self.unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How an article lies in its slot, in lines of the body of one column.

    `over` lines found no room, or `free` lines are left; both 0: it fits. `block` and `offset`
    tell where the text begins that found no room, in characters of the block's text.
    """

    over: int = 0
    free: int = 0
    block: BlockId | None = None
    offset: int = 0


def parse_slot(words: str) -> Slot | None:
    """The slot that `words` name, None for empty words; raises `UsageError` that shows the form."""
    if not words.strip():
        return None
    found = _WRITTEN.fullmatch(words.strip())
    unit = DepthUnit(found["unit"].lower()) if found else DepthUnit.LINES
    depth = float(found["depth"].replace(",", ".")) if found else 0.0
    if found is None or not 0 < depth <= _MOST[unit]:
        raise UsageError(
            "“{words}” is no slot; write one like newspaper:2×120mm or newspaper:3×45 (lines).",
            words=words,
        )
    return Slot(
        preset=found["preset"].strip(), columns=int(found["columns"]), depth=depth, unit=unit
    )
