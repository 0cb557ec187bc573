"""What the sheet tells the toolbar and remembers for next time."""

from dataclasses import dataclass

from newsroom.domain.document import NO_MARKS, Mark
from newsroom.ui.editor.heads import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatState:
    """Where the caret stands. `plain` says that marks and block styles do not apply there,
    `header` that the first row of the table is one.
    """

    part: Part = Part.PARAGRAPH
    marks: frozenset[Mark] = NO_MARKS
    link: str | None = None
    ordered: bool = False
    in_box: bool = False
    in_table: bool = False
    header: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Caret:
    """A caret to come back to, in positions of the text document, and the scroll in pixels."""

    anchor: int = 0
    position: int = 0
    scroll: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FooterInfo:
    """What the footer shows: tiếng, characters, tiếng of the selection, minutes to read."""

    words: int = 0
    characters: int = 0
    selected_words: int = 0
    selected_characters: int = 0
    minutes: int = 0
