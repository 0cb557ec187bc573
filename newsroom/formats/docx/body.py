"""An article as paragraphs and tables of a Word document."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from newsroom.domain.article import Article
from newsroom.domain.commented import open_comments
from newsroom.domain.document import (
    Block,
    Box,
    Heading,
    InnerBlock,
    ListBlock,
    Paragraph,
    Photo,
    Quote,
    Table,
)
from newsroom.formats.docx.draft import Draft, Note
from newsroom.formats.docx.elements import Element, clark, el, twips, val
from newsroom.formats.docx.inline import comment_range, line, paragraph, text_runs
from newsroom.formats.docx.names import BLOCK_MARK, BOX_MARK, Style
from newsroom.formats.docx.photos import photo_paragraphs
from newsroom.formats.docx.tables import box_table, gap, table

_LIST_LEVELS = 9
"""How many levels a list has in Word; deeper items stand on the last."""
_SHORT = 300
"""Letters of a last paragraph that may move to the next page with the byline."""
_BOX_INSET = 8.0
"""What the margins of a box take of its width, in millimetres."""


def article_elements(article: Article, draft: Draft) -> list[Element]:
    """The paragraphs and tables of the whole article.

    Its note and its open comments wait in `draft.notes`; what is resolved stays at the desk.
    """
    draft.comments = {comment.id: comment for comment in open_comments(article)}
    text = [*_fields(article), *_spaced(_blocks(article.body.blocks, draft))]
    bylines = [line(Style.BYLINE, name) for name in article.byline]
    _keep_together([*(last for last in text[-1:] if _is_short(last)), *bylines])
    spaced = [*text, *bylines] or [gap()]
    if article.note:
        _hang_note(spaced[0], article, draft)
    return spaced


def _fields(article: Article) -> Iterator[Element]:
    fields = (
        (Style.KICKER, article.kicker),
        (Style.TITLE, article.headline),
        (Style.LEDE, article.lede),
        (Style.DATELINE, article.dateline),
    )
    return (line(style, words) for style, words in fields if words)


def _blocks(blocks: Iterable[Block], draft: Draft) -> Iterator[Element]:
    for block in blocks:
        if isinstance(block, Box):
            yield _box(block, draft)
        else:
            yield from _anchored(block, draft, draft.preset.page.measure, Style.BODY)


def _anchored(block: InnerBlock, draft: Draft, width: float, body: Style) -> Iterator[Element]:
    elements = _inner(block, draft, width, body)
    if elements:
        draft.anchor(elements[0], BLOCK_MARK, block.id)
    yield from elements


def _inner(block: InnerBlock, draft: Draft, width: float, body: Style) -> list[Element]:
    """One block at most `width` millimetres wide; `body` is the style of running text there."""
    match block:
        case Paragraph():
            return [paragraph(body, text_runs(block.text, draft))]
        case Heading():
            return [paragraph(Style.HEADING, text_runs(block.text, draft))]
        case Quote():
            source = [line(Style.QUOTE_SOURCE, block.source)] if block.source else []
            return [paragraph(Style.QUOTE, text_runs(block.text, draft)), *source]
        case ListBlock():
            return list(_items(block, draft, body))
        case Photo():
            return photo_paragraphs(block, draft, width)
        case Table():
            return [table(block, draft, width)] if block.rows and block.rows[0] else []
        case _:
            assert_never(block)


def _items(block: ListBlock, draft: Draft, body: Style) -> Iterator[Element]:
    own = Style.NUMBER if block.ordered else Style.BULLET
    style = own if body is Style.BODY else body
    number = draft.new_list(ordered=block.ordered)
    for item in block.items:
        level = min(item.level, _LIST_LEVELS - 1)
        place = el("w:numPr", None, [val("w:ilvl", level), val("w:numId", number)])
        yield paragraph(style, text_runs(item.text, draft), [place])


def _box(block: Box, draft: Draft) -> Element:
    inner_width = draft.preset.page.measure - _BOX_INSET
    title = [paragraph(Style.BOX_TITLE, text_runs(block.title, draft))] if block.title else []
    inner = [
        element
        for part in block.blocks
        for element in _anchored(part, draft, inner_width, Style.BOX_TEXT)
    ]
    content = _spaced([*title, *inner]) or [gap()]
    box = box_table(content, twips(draft.preset.page.measure))
    draft.anchor(box, BOX_MARK, block.id)
    return box


def _spaced(elements: Iterable[Element]) -> list[Element]:
    """A thin paragraph after each table: Word joins tables that touch, and ends no cell in one."""
    tag = clark("w:tbl")
    pairs = ([element, gap()] if element.tag == tag else [element] for element in elements)
    return [element for pair in pairs for element in pair]


def _is_short(paragraph: Element) -> bool:
    """LibreOffice moves what is kept with the next as a whole: it would leave half a page."""
    return sum(len(word.text or "") for word in paragraph.iter(clark("w:t"))) < _SHORT


def _keep_together(elements: list[Element]) -> None:
    """The byline never stands alone on the last page."""
    for element in elements[:-1]:
        properties = element.find(clark("w:pPr"))
        if properties is not None:
            properties.insert(1, el("w:keepNext"))


def _hang_note(first: Element, article: Article, draft: Draft) -> None:
    """Hang the note to the editor on the first paragraph."""
    author = ", ".join(article.byline) or draft.context.paper.name
    start, *end = comment_range(draft.note(Note(author, article.note, article.updated)))
    target = next(first.iter(clark("w:p")))
    after = 1 if target.find(clark("w:pPr")) is not None else 0
    target.insert(after, start)
    target.extend(end)
