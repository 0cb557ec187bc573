"""All texts of an article one by one, and replacing stretches of them.

A text is named by its block and number: a field of the article (`kicker`, `headline`, `lede`,
`byline`, whose names are counted) or the id of a top-level block, whose texts are counted in the
order of `block_texts`, followed by the sources of its quotes and the credits of its photos.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, assert_never, cast

from newsroom.domain.article import ArticleText
from newsroom.domain.document import (
    Block,
    Box,
    Document,
    Heading,
    InnerBlock,
    ListBlock,
    Paragraph,
    Photo,
    Quote,
    Run,
    Table,
    Text,
    block_texts,
    normal,
    plain,
    text_of,
)


class Hit(NamedTuple):
    """Characters `start` to `end` of text number `text` of `block` (see the module)."""

    block: str
    text: int
    start: int
    end: int


Change = tuple[Hit, str]
"""A stretch and the words to put in its place."""


def block_words(block: Block) -> list[str]:
    """The words of each text of a block by its number: sources and credits come last."""
    return [*map(plain, block_texts(block)), *names_in(block)]


def names_in(block: Block) -> Iterator[str]:
    """The sources of the quotes and the credits of the photos of a block, in order."""
    match block:
        case Quote():
            yield block.source
        case Photo():
            yield block.credit
        case Box():
            for inner in block.blocks:
                yield from names_in(inner)
        case Paragraph() | Heading() | ListBlock() | Table():
            pass
        case _:
            assert_never(block)


def field_words(
    kicker: str, headline: str, lede: str, byline: Sequence[str]
) -> Iterator[tuple[str, int, str]]:
    """The fields above the body, then the byline: name, number and words."""
    yield "kicker", 0, kicker
    yield "headline", 0, headline
    yield "lede", 0, lede
    for number, name in enumerate(byline):
        yield "byline", number, name


def article_words_of(text: ArticleText) -> Iterator[tuple[str, int, str]]:
    """Every text of the article: block (or field), number and words."""
    yield from field_words(text.kicker, text.headline, text.lede, text.byline)
    for block in text.body.blocks:
        for number, words in enumerate(block_words(block)):
            yield block.id, number, words


def replaced(text: ArticleText, changes: Iterable[Change]) -> ArticleText:
    """`text` with each stretch replaced; nothing else changes, blocks untouched are the same.

    New words take marks, link and comment of the first character that they replace; a line break
    in a field of one line becomes a space. Of stretches that overlap the later ones are left out;
    one that does not exist is passed over.
    """
    wanted: defaultdict[str, defaultdict[int, list[Change]]]
    wanted = defaultdict(lambda: defaultdict(list))
    for change in changes:
        wanted[change[0].block][change[0].text].append(change)
    if not wanted:
        return text
    byline = tuple(_in_words(name, wanted["byline"][n]) for n, name in enumerate(text.byline))
    blocks = tuple(
        _in_block(block, wanted[block.id]) if block.id in wanted else block
        for block in text.body.blocks
    )
    return replace(
        text,
        kicker=_in_words(text.kicker, wanted["kicker"][0]),
        headline=_in_words(text.headline, wanted["headline"][0]),
        lede=plain(replaced_in(text_of(text.lede), wanted["lede"][0])),
        byline=byline,
        body=Document(blocks=blocks),
    )


def _in_words(words: str, changes: Sequence[Change]) -> str:
    """A field of one line with stretches of it replaced."""
    one_line = [(hit, new.replace("\n", " ")) for hit, new in changes]
    return plain(replaced_in(text_of(words), one_line))


def replaced_in(text: Text, changes: Sequence[Change]) -> Text:
    """One text with stretches of it replaced, in normal form."""
    made: list[Run] = []
    at = 0
    length = len(plain(text))
    for (_block, _number, start, end), words in sorted(changes):
        if start < at or not start <= end <= length:
            continue
        old = plain(tuple(cut(text, start, end)))
        before, after = common_ends(old, words)
        made += cut(text, at, start + before)
        made += _dressed(text, start + before, words[before : len(words) - after])
        at = end - after
    return normal([*made, *cut(text, at, length)])


def common_ends(old: str, new: str) -> tuple[int, int]:
    """How many characters two texts share at their beginnings, and then at their ends."""
    shorter = min(len(old), len(new))
    before = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - before
    after = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    return before, after


def cut(text: Text, start: int, end: int) -> list[Run]:
    """The runs of characters `start` to `end`."""
    found: list[Run] = []
    at = 0
    for run in text:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        if first < last:
            found.append(replace(run, text=run.text[first:last]))
        at += len(run.text)
    return found


def _dressed(text: Text, at: int, words: str) -> list[Run]:
    """`words` with the look of the character at `at`, at the end with that of the last one."""
    if not words:
        return []
    model = cut(text, at, at + 1) or list(text[-1:]) or [Run(text="")]
    return [replace(model[0], text=words)]


class _Editor:
    """Applies changes to the texts of one block, counting them as `block_texts` does."""

    def __init__(self, block: Block, changes: Mapping[int, Sequence[Change]]) -> None:
        self._changes = changes
        self._text = 0
        self._name = sum(1 for _ in block_texts(block))

    def text(self, text: Text) -> Text:
        changes = self._changes.get(self._text, ())
        self._text += 1
        return replaced_in(text, changes) if changes else text

    def name(self, words: str) -> str:
        changes = self._changes.get(self._name, ())
        self._name += 1
        return _in_words(words, changes) if changes else words


def _in_block(block: Block, changes: Mapping[int, Sequence[Change]]) -> Block:
    return _edited(block, _Editor(block, changes))


def _edited(block: Block, edit: _Editor) -> Block:
    """The order here is that of `block_texts` and `names_in`."""
    match block:
        case Paragraph() | Heading():
            return replace(block, text=edit.text(block.text))
        case Quote():
            return replace(block, text=edit.text(block.text), source=edit.name(block.source))
        case ListBlock():
            items = tuple(replace(item, text=edit.text(item.text)) for item in block.items)
            return replace(block, items=items)
        case Photo():
            return replace(block, caption=edit.text(block.caption), credit=edit.name(block.credit))
        case Table():
            rows = tuple(tuple(edit.text(cell) for cell in row) for row in block.rows)
            return replace(block, rows=rows)
        case Box():
            title = edit.text(block.title)
            inner = tuple(cast("InnerBlock", _edited(part, edit)) for part in block.blocks)
            return replace(block, title=title, blocks=inner)
        case _:
            assert_never(block)
