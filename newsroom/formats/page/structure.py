"""An article made of the pieces of a page or a draft."""

from collections.abc import Sequence
from dataclasses import replace

from newsroom.domain.document import (
    Block,
    Document,
    Heading,
    Mark,
    Paragraph,
    Photo,
    Run,
    Text,
    normal,
    plain,
)
from newsroom.domain.imported import ImportedArticle
from newsroom.domain.taxonomy import SectionTree
from newsroom.formats.page.captions import is_caption
from newsroom.formats.page.dateline import split_dateline
from newsroom.formats.page.furniture import is_advert_mark
from newsroom.formats.page.head import Head, is_page_like, read_head
from newsroom.formats.page.headings import is_running_text, looks_like_cross_head
from newsroom.formats.page.names import byline_names, labelled_names
from newsroom.formats.page.pieces import Hint, Known, Piece, bare
from newsroom.formats.page.tail import find_tail
from newsroom.language.detect import detect_language

_SENTENCE_ENDS = (".", "!", "?", "…", "”", '"')
_LEDE_WORDS = (6, 130)
_DRAFT_LEDE_WORDS = 70
NOTHING_KNOWN = Known()


def find_article(
    pieces: Sequence[Piece],
    *,
    known: Known = NOTHING_KNOWN,
    sections: SectionTree | None = None,
) -> ImportedArticle:
    """The article that `pieces`, in reading order, make up.

    Every word is in a field, in the body, or in a line of `dropped`. `known` is what the source
    states about itself, `sections` helps to take a glued breadcrumb apart.
    """
    solid = [part for part in pieces if part.words or isinstance(part.block, Photo)]
    adverts = tuple(part.words for part in solid if is_advert_mark(part.words))
    lines = [part for part in solid if not is_advert_mark(part.words)] if adverts else solid
    tail = find_tail(lines)
    cut = lines[: tail.end]
    paged = bool(tail.dropped or known.headline) or is_page_like(cut, sections)
    head = read_head(cut, known=known, sections=sections, paged=paged)
    body, byline, labels = _take_byline(head.rest)
    lede, body = _take_lede(body, known, head, paged=paged)
    dateline, lede, body, marks = _take_dateline(lede, body)
    dropped = (*head.dropped, *labels, *marks, *tail.dropped, *adverts)
    blocks = with_cross_heads(body, after_lede=bool(lede))
    language = known.language or detect_language(_sample(head.headline, lede, body))
    return ImportedArticle(
        section=head.section or known.section,
        kicker=head.kicker,
        headline=head.headline or known.headline,
        lede=lede,
        body=Document(blocks=blocks),
        byline=byline or head.byline or known.byline,
        dateline=dateline,
        tags=tail.tags or known.tags,
        updated=known.updated or head.updated,
        language=language,
        dropped=dropped,
    )


def _sample(headline: str, lede: str, body: Sequence[Piece]) -> str:
    parts = [headline, lede]
    size = 0
    for part in body:
        parts.append(part.words[:4000])
        size += len(part.words)
        if size > 20_000:
            break
    return "\n".join(parts)


def _take_byline(
    pieces: Sequence[Piece],
) -> tuple[list[Piece], tuple[str, ...], tuple[str, ...]]:
    """The text without the line at its end that names the author, the names, that line."""
    body = list(pieces)
    for index in range(len(body) - 1, max(0, len(body) - 4), -1):
        line = body[index]
        if not line.is_paragraph or line.count > 16 or line.level:
            break
        names = byline_names(line.words) if _ends_text(body, index) else labelled_names(line.words)
        if names or line.hint is Hint.BYLINE:
            del body[index]
            return body, names or (line.words,), (line.words,)
        if not is_caption(line.words):
            break
    return list(pieces), (), ()


def _ends_text(body: Sequence[Piece], index: int) -> bool:
    """Whether the line stands under text, not in a row of short lines like a poem or a list."""
    above = next((p for p in reversed(body[:index]) if not is_caption(p.words)), None)
    if above is None or not above.is_paragraph or is_running_text(above):
        return above is not None
    # After a short last sentence only a line in capitals is a name beyond doubt.
    return body[index].words.isupper() and above.words.endswith(_SENTENCE_ENDS)


def _take_lede(
    body: list[Piece], known: Known, head: Head, *, paged: bool
) -> tuple[str, list[Piece]]:
    """The lede and the rest; no lede where nothing tells the first paragraph from the others."""
    index = next((i for i, part in enumerate(body[:4]) if part.hint is Hint.LEDE), None)
    if index is None:
        index = next((i for i, p in enumerate(body[:3]) if not isinstance(p.block, Photo)), None)
        if index is None or not _is_lede(body, index, known, head, paged=paged):
            return "", body
    lede = body[index].words
    return lede, [part for i, part in enumerate(body) if i != index]


def _is_lede(body: Sequence[Piece], index: int, known: Known, head: Head, *, paged: bool) -> bool:
    first, later = body[index], body[index + 1 :]
    fewest, most = _LEDE_WORDS
    if not first.is_paragraph or not fewest <= first.count <= most or not later:
        return False
    if is_caption(first.words) or not (head.headline or known.headline):
        return False
    if _is_stated(first, known) or _stands_out(first, later):
        return True
    texts = [part for part in later if is_running_text(part)]
    if paged:
        return bool(texts) and (first.count >= 12 or first.words.endswith("."))
    return len(texts) >= 2 and first.count <= _DRAFT_LEDE_WORDS and is_running_text(first)


def _is_stated(first: Piece, known: Known) -> bool:
    """Whether the source's own description is this paragraph or its beginning."""
    stated = bare(known.lede.rstrip("….")).removesuffix(" ")
    return len(stated) >= 30 and bare(first.words).startswith(stated)


def _stands_out(first: Piece, later: Sequence[Piece]) -> bool:
    """Set apart: the source has it bold or as a subhead, or more space below it than elsewhere."""
    if first.marked:
        return (first.bold or first.level > 1) and not later[0].bold
    gaps = sorted(part.gap for part in later[1:])
    usual = gaps[len(gaps) // 2] if gaps else 0
    return bool(gaps) and later[0].gap > usual and is_running_text(first)


def _take_dateline(lede: str, body: list[Piece]) -> tuple[str, str, list[Piece], tuple[str, ...]]:
    """The place that the text opens with, taken off the lede or the first paragraph."""
    if lede:
        found = split_dateline(lede)
        if found is not None:
            return found.place, found.rest, body, found.marks
    if body and body[0].is_paragraph:
        found = split_dateline(body[0].words)
        block = body[0].block
        if found is not None and isinstance(block, Paragraph):
            shorter = _cut(block.text, len(plain(block.text)) - len(found.rest))
            opened = replace(body[0], block=replace(block, text=shorter), words=found.rest)
            return found.place, lede, [opened, *body[1:]], found.marks
    return "", lede, body, ()


def _cut(text: Text, count: int) -> Text:
    """`text` without its first `count` characters."""
    runs: list[Run] = []
    for run in text:
        runs.append(replace(run, text=run.text[count:]))
        count = max(0, count - len(run.text))
    return normal(runs)


def with_cross_heads(body: Sequence[Piece], *, after_lede: bool) -> tuple[Block, ...]:
    """The blocks of the body; the short lines between paragraphs have become cross-heads."""
    wanted = {i for i in range(len(body)) if _is_cross_head(body, i, after_lede=after_lede)}
    if len(wanted) * 2 > len(body) and len(wanted) > 1:
        wanted = {i for i in wanted if body[i].level}
    return tuple(_block(part, i in wanted) for i, part in enumerate(body))


def _block(piece: Piece, is_head: bool) -> Block:
    if not isinstance(piece.block, Paragraph) or not is_head:
        return piece.block
    return Heading(
        id=piece.block.id, text=_unbold(piece.block.text) if piece.bold else piece.block.text
    )


def _unbold(text: Text) -> Text:
    """A cross-head is bold by its style."""
    return normal(replace(run, marks=run.marks - {Mark.BOLD}) for run in text)


def _is_cross_head(body: Sequence[Piece], index: int, *, after_lede: bool) -> bool:
    line = body[index]
    if not line.is_paragraph or line.hint is Hint.CAPTION:
        return False
    if line.level:
        return bool(line.words)
    if index + 1 >= len(body) or (line.marked and not line.bold):
        return False
    opens = index == 0 and (after_lede or line.bold)
    between = opens or (index > 0 and _separates(body[index - 1]))
    return between and _text_below(body, index) and looks_like_cross_head(line.words)


def _separates(above: Piece) -> bool:
    return not above.is_paragraph or is_running_text(above) or is_caption(above.words)


def _text_below(body: Sequence[Piece], index: int) -> bool:
    """Whether running text follows, a photo's caption or a list between them aside."""
    for part in body[index + 1 : index + 3]:
        if is_running_text(part) or not part.is_paragraph:
            return True
        if not is_caption(part.words):
            return part.count >= 8 and part.words.endswith((".", ":", "?", "!", "…"))
    return False
