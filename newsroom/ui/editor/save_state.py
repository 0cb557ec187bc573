"""How safe what is on the sheet is, as the footer says it."""

from dataclasses import dataclass
from enum import Enum


class Safety(Enum):
    """How safe what is on the sheet is."""

    EMPTY = "empty"
    """No article is open."""
    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveState:
    """What the footer says. `at` is monotonic, `wall` seconds since 1970, of the last commit."""

    safety: Safety = Safety.EMPTY
    at: float = 0.0
    wall: float = 0.0
    problem: str = ""
