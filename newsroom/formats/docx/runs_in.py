"""The inside of a Word paragraph: runs, links, fields, pictures, text boxes, tracked changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom.domain.document import Mark
from newsroom.formats.addresses import field_address, safe_address
from newsroom.formats.docx.archive import Relation
from newsroom.formats.docx.comments_in import comment_of
from newsroom.formats.docx.drawings import Drawing, read_drawing
from newsroom.formats.docx.elements import clark
from newsroom.formats.docx.looks import Look, Looks, text_look
from newsroom.formats.docx.nodes import Picture, Span
from newsroom.formats.docx.symbols import symbol
from newsroom.formats.docx.tally import Tally

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FIXED = {
    clark("w:br"): "\n",
    clark("w:cr"): "\n",
    clark("w:tab"): "\t",
    clark("w:ptab"): " ",
    clark("w:noBreakHyphen"): "\u2011",
}
_THROUGH = frozenset(
    clark(f"w:{name}")
    for name in (
        *("ins", "moveTo", "customXml", "smartTag", "sdt", "sdtContent", "dir", "bdo"),
        *("ruby", "rubyBase"),
    )
)
_ALTERNATIVES = f"{_COMPATIBILITY}AlternateContent"
_RUN, _LINK, _FIELD = clark("w:r"), clark("w:hyperlink"), clark("w:fldSimple")
_INSERTED, _DELETED = clark("w:ins"), clark("w:del")
_REFERENCES = (clark("w:footnoteReference"), clark("w:endnoteReference"))
_TEXT, _INSTRUCTION = clark("w:t"), clark("w:instrText")
_DRAWINGS = (clark("w:drawing"), clark("w:pict"))
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CONTENTS = ("TOC", "INDEX", "TOA")


@dataclass(slots=True)
class Content:
    """What is in a paragraph, in reading order; `boxes` are the XML of text boxes."""

    spans: list[Span] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    boxes: list["Element"] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Field:
    """A field that has begun: its instruction, and whether what is read now is its result."""

    instruction: str = ""
    result: bool = False

    @property
    def is_contents(self) -> bool:
        return self.instruction.strip().upper().startswith(_CONTENTS)


@dataclass(slots=True)
class RunReader:
    """Reads paragraphs of one part one after the other."""

    looks: Looks
    relations: Mapping[str, Relation]
    notes: Mapping[str, str]
    tally: Tally
    fields: list[_Field] = field(default_factory=list)

    def read(self, paragraph: "Element", base: Look) -> Content:
        """What a `w:p` holds; `base` is how its text looks before any run says otherwise."""
        content = Content()
        self._children(paragraph, base, None, content)
        return content

    def _children(self, parent: "Element", base: Look, link: str | None, content: Content) -> None:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._run(child, base, link, content)
            elif tag == _LINK:
                self._children(child, base, self._target(child) or link, content)
            elif tag == _FIELD:
                address = field_address(child.get(clark("w:instr"), ""))
                self._children(child, base, address or link, content)
            elif tag in _THROUGH:
                self.tally.inserted += tag == _INSERTED
                self._children(child, base, link, content)
            elif tag == _ALTERNATIVES:
                self._children(_chosen(child), base, link, content)
            else:
                self._aside(child, link, content)

    def _aside(self, child: "Element", link: str | None, content: Content) -> None:
        if child.tag == _DELETED:
            self.tally.deleted += next(child.iter(clark("w:delText")), None) is not None
        elif child.tag == clark("w:bookmarkStart"):
            content.bookmarks.append(child.get(clark("w:name"), ""))
        elif str(child.tag).startswith(_MATH):
            words = "".join(part.text or "" for part in child.iter(f"{_MATH}t"))
            content.spans.append(Span(text=words, link=link))

    def _target(self, hyperlink: "Element") -> str | None:
        relation = self.relations.get(hyperlink.get(clark("r:id"), ""))
        if relation is None or not relation.external:
            return None
        return safe_address(relation.target)

    def _run(self, run: "Element", base: Look, link: str | None, content: Content) -> None:
        properties = run.find(clark("w:rPr"))
        look = self._run_look(properties, base)
        for text in self._pieces(run, look, link, content):
            self._add(text, look, link, content, comment_of(run))

    def _add(
        self, text: str, look: Look, link: str | None, content: Content, comment: str = ""
    ) -> None:
        if look.hidden:
            self.tally.hidden += len(text.strip())
            return
        marks = frozenset(mark for mark, on in look.marks.items() if on)
        address = link or self._field_address()
        style, font = look.style, look.font or ""
        content.spans.append(
            Span(text=text, marks=marks, link=address, style=style, font=font, comment=comment)
        )

    def _run_look(self, properties: "Element | None", base: Look) -> Look:
        name = None if properties is None else properties.find(clark("w:rStyle"))
        if name is None:
            return base.under(text_look(properties))
        style_id = name.get(clark("w:val"), "")
        style = self.looks.of(style_id)
        if style_id in ("Hyperlink", "FollowedHyperlink", "InternetLink"):
            style = Look(marks={k: v for k, v in style.marks.items() if k is not Mark.UNDERLINE})
        return base.under(style).under(text_look(properties))

    def _pieces(
        self, run: "Element", look: Look, link: str | None, content: Content
    ) -> Iterator[str]:
        """The text of a run; what is no text in it goes to `content` on the way."""
        for child in run:
            if child.tag == clark("w:fldChar"):
                self._field_mark(child.get(clark("w:fldCharType"), ""))
            elif child.tag == _INSTRUCTION:
                self._instruct(child.text or "")
            elif self._is_shown():
                text = self._text(child)
                if text is None:
                    self._object(child, look, link, content)
                else:
                    yield text

    def _instruct(self, words: str) -> None:
        if self.fields and not self.fields[-1].result:
            self.fields[-1].instruction += words

    def _text(self, child: "Element") -> str | None:
        """The words that a child of a run stands for, None when it stands for none."""
        if child.tag == _TEXT:
            return child.text or ""
        if child.tag in _FIXED:
            return "" if child.get(clark("w:type")) in ("page", "column") else _FIXED[child.tag]
        if child.tag == clark("w:sym"):
            return symbol(child.get(clark("w:font"), ""), child.get(clark("w:char"), ""))
        return self._note(child) if child.tag in _REFERENCES else None

    def _note(self, reference: "Element") -> str:
        kind = "footnote" if reference.tag == clark("w:footnoteReference") else "endnote"
        words = self.notes.get(f"{kind} {reference.get(clark('w:id'), '')}", "")
        return f" [{words}]" if words else ""

    def _object(self, child: "Element", look: Look, link: str | None, content: Content) -> None:
        if child.tag in _DRAWINGS:
            self._draw(read_drawing(child, self.relations), content)
        elif child.tag == _ALTERNATIVES:
            for text in self._pieces(_chosen(child), look, link, content):
                self._add(text, look, link, content)
        elif child.tag == clark("w:object"):
            self.tally.objects += 1
        elif child.tag == clark("w:ruby"):
            self._children(child, look, link, content)

    def _draw(self, drawing: Drawing, content: Content) -> None:
        content.pictures.extend(drawing.pictures)
        content.boxes.extend(drawing.boxes)
        self.tally.outside += drawing.outside
        if not (drawing.pictures or drawing.boxes or drawing.outside):
            self.tally.objects += drawing.is_object

    def _field_mark(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(_Field())
        elif self.fields and kind == "separate":
            self.fields[-1].result = True
            self.tally.contents += self.fields[-1].is_contents
        elif self.fields and kind == "end":
            self.fields.pop()

    def _is_shown(self) -> bool:
        return all(field.result and not field.is_contents for field in self.fields)

    def _field_address(self) -> str | None:
        addresses = (field_address(field.instruction) for field in reversed(self.fields))
        return next((address for address in addresses if address), None)


def _chosen(alternatives: "Element") -> "Element":
    """What a modern Word shows; the fallback says the same once more in an older language."""
    choice = alternatives.find(f"{_COMPATIBILITY}Choice")
    if choice is not None:
        return choice
    fallback = alternatives.find(f"{_COMPATIBILITY}Fallback")
    return alternatives if fallback is None else fallback
