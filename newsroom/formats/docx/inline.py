"""Marked text as Word runs."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from newsroom.domain.comment import CommentId
from newsroom.domain.document import Mark, Run, Text
from newsroom.formats.docx.draft import Draft, Note
from newsroom.formats.docx.elements import Element, el, val, words
from newsroom.formats.docx.names import Style

_NONE = CommentId("")
_TAGS = (
    (Mark.BOLD, ("w:b", "w:bCs")),
    (Mark.ITALIC, ("w:i", "w:iCs")),
    (Mark.STRIKE, ("w:strike",)),
)
_VALUES = (
    (Mark.UNDERLINE, "w:u", "single"),
    (Mark.SUPERSCRIPT, "w:vertAlign", "superscript"),
    (Mark.SUBSCRIPT, "w:vertAlign", "subscript"),
)


def paragraph(
    style: Style | str, children: Iterable[Element] = (), layout: Iterable[Element] = ()
) -> Element:
    """A paragraph in `style`; `layout` are further properties in the schema's order."""
    properties = el("w:pPr", None, [val("w:pStyle", style), *layout])
    return el("w:p", None, [properties, *children])


def line(style: Style | str, text: str) -> Element:
    """A paragraph of unmarked words."""
    return paragraph(style, [run(text)] if text else [])


def text_runs(text: Text, draft: Draft) -> list[Element]:
    """Runs and hyperlinks for `text`, with the comments on them.

    Neighbours with the same address share one hyperlink. A comment on several texts is written
    once for each: Word knows no other ranges that begin and end anew.
    """
    elements: list[Element] = []
    for comment, group in groupby(text, key=lambda part: draft.comments.get(part.comment or _NONE)):
        runs = _linked(group, draft)
        if comment is None:
            elements.extend(runs)
        else:
            note = Note(comment.author, comment.text, comment.at, comment.id)
            start, *end = comment_range(draft.note(note))
            elements.extend((start, *runs, *end))
    return elements


def comment_range(number: int) -> tuple[Element, Element, Element]:
    """The start of a comment's range, its end, and the run in which Word shows its sign."""
    look = el("w:rPr", None, [val("w:rStyle", "CommentReference")])
    return (
        el("w:commentRangeStart", {"w:id": number}),
        el("w:commentRangeEnd", {"w:id": number}),
        el("w:r", None, [look, el("w:commentReference", {"w:id": number})]),
    )


def _linked(text: Iterable[Run], draft: Draft) -> list[Element]:
    elements: list[Element] = []
    for address, group in groupby(text, key=lambda part: part.link):
        relation = draft.link(address) if address else None
        runs = [_marked(part, linked=relation is not None) for part in group]
        if relation is None:
            elements.extend(runs)
        else:
            elements.append(el("w:hyperlink", {"r:id": relation, "w:history": 1}, runs))
    return elements


def run(text: str, style: Style | str | None = None) -> Element:
    """Words without marks, in a character style if one is given."""
    properties = el("w:rPr", None, [val("w:rStyle", style)]) if style else None
    return el("w:r", None, [properties, *_pieces(text)])


def field_runs(instruction: str, shown: str, style: Style | str | None = None) -> list[Element]:
    """A field such as `PAGE` with the text that stands there until Word works it out."""
    code = el("w:r", None, [_styled(style), words("w:instrText", f" {instruction} ")])
    return [
        _field_mark("begin", style),
        code,
        _field_mark("separate", style),
        run(shown, style),
        _field_mark("end", style),
    ]


def _styled(style: Style | str | None) -> Element | None:
    return el("w:rPr", None, [val("w:rStyle", style)]) if style else None


def _field_mark(kind: str, style: Style | str | None) -> Element:
    return el("w:r", None, [_styled(style), el("w:fldChar", {"w:fldCharType": kind})])


def _marked(part: Run, *, linked: bool) -> Element:
    properties = [
        val("w:rStyle", "Hyperlink") if linked else None,
        *(el(tag) for mark, tags in _TAGS for tag in tags if mark in part.marks),
        *(val(tag, value) for mark, tag, value in _VALUES if mark in part.marks),
    ]
    given = [element for element in properties if element is not None]
    return el("w:r", None, [el("w:rPr", None, given) if given else None, *_pieces(part.text)])


def _pieces(text: str) -> Iterator[Element]:
    """Text with its line breaks and tabs as elements of their own."""
    for number, part in enumerate(text.split("\n")):
        if number:
            yield el("w:br")
        for place, piece in enumerate(part.split("\t")):
            if place:
                yield el("w:tab")
            if piece:
                yield words("w:t", piece)
