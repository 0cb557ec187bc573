"""What an action is."""

from dataclasses import dataclass
from enum import Enum, auto


class Needs(Enum):
    """What must be there before an action can be taken."""

    NOTHING = auto()
    LIBRARY = auto()
    ARTICLE = auto()
    SHEET = auto()
    """An article, and the sheet is in view: not a comparison in its place."""
    SELECTION = auto()
    BIN = auto()
    LIVE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One action. `text` and `tip` are English sources of translations.

    `shortcut` is portable (`Ctrl+N`); several are separated by `; `. Commands of the same `group`
    exclude each other. `tip` is the sentence of the status line and tool tip.
    """

    id: str
    text: str
    shortcut: str = ""
    icon: str = ""
    tip: str = ""
    needs: Needs = Needs.NOTHING
    checkable: bool = False
    group: str = ""
