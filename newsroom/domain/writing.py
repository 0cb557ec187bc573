"""The house's habits of writing: what the desk corrects, expands and keeps ready while typing."""

from dataclasses import dataclass

from newsroom.domain.document import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Typography:
    """Which characters are set as a printer would: “ ” ‘ ’, `...` → …, ` - ` → ` – `."""

    quotes: bool = True
    ellipsis: bool = True
    dashes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    """A short form that is typed, and the words it stands for."""

    short: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """Blocks that are kept under a name, to be put into any article."""

    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """A library's habits of writing."""

    typography: Typography = Typography()
    expand: bool = True
    abbreviations: tuple[Abbreviation, ...] = ()
    snippets: tuple[Snippet, ...] = ()
