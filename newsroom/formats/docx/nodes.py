"""What the body of a Word file consists of, before it is known what is a headline or a caption."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from newsroom.domain.comment import CommentId
from newsroom.domain.document import NO_MARKS, Crop, Mark, Run, Text, normal
from newsroom.domain.ids import BlockId
from newsroom.formats.docx.names import Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Text with its marks and link. `style` is our character style; `font` the name of its font;
    `comment` the number of its comment in the file.
    """

    text: str
    marks: frozenset[Mark] = NO_MARKS
    link: str | None = None
    style: Style | None = None
    font: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture in the text: the name of its part, its description, what is cut off."""

    part: str
    alt: str = ""
    crop: Crop | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """The list a paragraph belongs to, its depth (0 is outermost), and whether it is counted."""

    number: str
    level: int
    ordered: bool


@dataclass(slots=True, kw_only=True)
class ParagraphNode:
    """A paragraph with what hangs on it. `level` is 1-9 for a heading, 0 otherwise.

    `boxes` are the contents of text boxes anchored here. `runs_on` means that the mark at its end
    is deleted, so that the next paragraph belongs to it.
    """

    style: Style | None = None
    level: int = 0
    bold: bool = False
    numbering: Numbering | None = None
    spans: list[Span] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    boxes: list["list[Node]"] = field(default_factory=list)
    block_id: BlockId | None = None
    box_id: BlockId | None = None
    runs_on: bool = False

    @property
    def text(self) -> Text:
        """All the words, in normal form."""
        return text_of_spans(self.spans)


@dataclass(slots=True, kw_only=True)
class Row:
    """A row of a table: what each cell holds, and whether it is a header."""

    cells: list["list[Node]"]
    header: bool = False


@dataclass(slots=True, kw_only=True)
class TableNode:
    """A table; `box` says that our own writer made it as an information box."""

    rows: list[Row] = field(default_factory=list)
    box: bool = False


Node = ParagraphNode | TableNode


def text_of_spans(spans: Sequence[Span]) -> Text:
    """The words of `spans` with their marks."""
    return normal(
        Run(
            text=span.text,
            marks=span.marks,
            link=span.link,
            comment=CommentId(span.comment) if span.comment else None,
        )
        for span in spans
    )
