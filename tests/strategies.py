"""Hypothesis strategies for texts, documents and articles, for the round trips of all codecs.

What they draw keeps the promises of `newsroom.domain.document`: NFC, no control or zero-width
characters (a line break is `\\n`), runs in normal form, list levels without gaps, rows of equal
length, no box in a box. `tidy=True` further leaves out what formats such as HTML or Markdown cannot
say: spaces at the ends of a text or a line, doubled spaces, marks on nothing but spaces.

Each is made once: Hypothesis examines a strategy when it first draws from it, which costs more than
the drawing.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st

from newsroom.domain.article import Article, Status, Urgency
from newsroom.domain.comment import Comment, CommentId
from newsroom.domain.commented import with_texts
from newsroom.domain.document import (
    Block,
    Box,
    Crop,
    Document,
    FocalPoint,
    Heading,
    InnerBlock,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Photo,
    Quote,
    Run,
    Table,
    Text,
    normal,
    plain,
)
from newsroom.domain.ids import ArticleId, BlockId, PhotoId
from newsroom.domain.slug import slugify
from newsroom.language.normalise import clean_text

PHOTO_IDS = tuple(PhotoId(hashlib.sha256(b"photo %d" % n).hexdigest()) for n in range(3))
"""The photos that drawn documents use unless they are given others."""

LINKS = (
    "https://congdoan.example/tin?id=7&muc=thi-dua#dau",
    "http://vi.example/đường-dẫn/trang%20(1).html",
    "mailto:toasoan@congdoan.example",
)

_SYLLABLES = (
    *("người", "lao", "động", "Công", "đoàn", "thưởng", "Tết", "ngày", "đường", "Ủy", "ban"),
    *("hòa", "hoà", "quý", "20/7/2020", "3,5%", "2.000", "Covid-19", "“nghỉ”", "AT&T", "<b>"),
    *("*", "_", "#", "1.", "-", "|", "`", "\\", "[a](b)", "{x}", "&amp;", "~~", "&#7877;", "!["),
    *("Ảnh:", "•", "…", "’", "ﬁ", "😀", "漢字", "नमस्ते", "שלום"),
)
AnyBlock = TypeVar("AnyBlock", bound=Block)
_ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
_CHARACTERS = st.characters(categories=("L", "M", "N", "P", "S"))
_ODD_WORDS = st.text(_CHARACTERS, min_size=1, max_size=6).map(clean_text).filter(bool)
_WORDS = st.sampled_from(_SYLLABLES) | _ODD_WORDS
_GAPS = st.sampled_from((" ", " ", " ", "\u00a0", "\n"))
_LOOSE_GAPS = _GAPS | st.sampled_from(("  ", " \n", "\n ", "\n\n", "\u2009", ""))


def _nfc(words: str) -> str:
    return unicodedata.normalize("NFC", words)


@cache
def lines(*, min_words: int = 0, max_words: int = 6) -> st.SearchStrategy[str]:
    """One line as a field holds it: NFC words with single spaces between."""
    words = st.lists(_WORDS, min_size=min_words, max_size=max_words)
    return words.map(lambda parts: _nfc(" ".join(parts))).filter(lambda s: len(s) >= min_words)


@cache
def names() -> st.SearchStrategy[str]:
    """A non-empty line without `/` (sections), `,` or `;` (lists of names) or `-` (bylines)."""
    return lines(min_words=1, max_words=3).filter(lambda name: not re.search(r"[/,;-]", name))


@cache
def block_ids() -> st.SearchStrategy[BlockId]:
    """An id as `new_block_id` mints it; documents make theirs unique."""
    return _ids(8).map(BlockId)


def _ids(length: int) -> st.SearchStrategy[str]:
    return st.integers(0, len(_ID_LETTERS) ** length - 1).map(
        lambda number: "".join(_letters(number, length))
    )


def _letters(number: int, length: int) -> Iterator[str]:
    for _ in range(length):
        number, digit = divmod(number, len(_ID_LETTERS))
        yield _ID_LETTERS[digit]


@cache
@st.composite
def marks(draw: st.DrawFn) -> frozenset[Mark]:
    """Marks that can stand together: never both superscript and subscript."""
    drawn = draw(st.frozensets(st.sampled_from(Mark), max_size=3))
    return drawn - {Mark.SUBSCRIPT} if Mark.SUPERSCRIPT in drawn else drawn


@cache
@st.composite
def _runs(draw: st.DrawFn, *, tidy: bool) -> Run:
    words = draw(st.lists(_WORDS, min_size=1, max_size=4))
    gap = draw(_GAPS if tidy else _LOOSE_GAPS)
    edge = "" if tidy else draw(st.sampled_from(("", "", "", " ", "\n", "\u00a0")))
    plain_run = draw(st.booleans())
    return Run(
        text=_nfc(gap.join(words) + edge),
        marks=frozenset() if plain_run else draw(marks()),
        link=None if plain_run else draw(st.none() | st.sampled_from(LINKS)),
    )


def _spaced(runs: Sequence[Run]) -> list[Run]:
    """Tidy runs stand apart by an unmarked space, so that no mark begins inside a word."""
    gap = Run(text=" ")
    return [part for run in runs for part in (gap, run)][1:]


@cache
def texts(*, tidy: bool = False, max_runs: int = 4) -> st.SearchStrategy[Text]:
    """Marked text in normal form, perhaps empty, NFC also across its runs."""
    drawn = st.lists(_runs(tidy=tidy), max_size=max_runs)
    spaced = drawn.map(_spaced) if tidy else drawn
    return spaced.map(normal).filter(
        lambda text: (
            unicodedata.is_normalized("NFC", plain(text))
            and all(unicodedata.is_normalized("NFC", run.text) for run in text)
        )
    )


@cache
def paragraphs(*, tidy: bool = False) -> st.SearchStrategy[Paragraph]:
    """A paragraph, perhaps an empty one."""
    return st.builds(Paragraph, id=block_ids(), text=texts(tidy=tidy))


@cache
def headings(*, tidy: bool = False) -> st.SearchStrategy[Heading]:
    """A cross-head, perhaps an empty one."""
    return st.builds(Heading, id=block_ids(), text=texts(tidy=tidy, max_runs=2))


@cache
def quotes(*, tidy: bool = False) -> st.SearchStrategy[Quote]:
    """A pull quote with or without its speaker."""
    return st.builds(Quote, id=block_ids(), text=texts(tidy=tidy), source=lines())


@cache
@st.composite
def lists(draw: st.DrawFn, *, tidy: bool = False) -> ListBlock:
    """A list of one to five items; each is at most one level deeper than the one before."""
    items: list[ListItem] = []
    for text in draw(st.lists(texts(tidy=tidy, max_runs=2), min_size=1, max_size=5)):
        deepest = min(items[-1].level + 1, 3) if items else 0
        items.append(ListItem(text=text, level=draw(st.integers(0, deepest))))
    return ListBlock(id=draw(block_ids()), ordered=draw(st.booleans()), items=tuple(items))


@cache
@st.composite
def tables(draw: st.DrawFn, *, tidy: bool = False) -> Table:
    """A table of one to three rows and columns."""
    width = draw(st.integers(1, 3))
    cells = texts(tidy=tidy, max_runs=2)
    row = st.lists(cells, min_size=width, max_size=width).map(tuple)
    rows = draw(st.lists(row, min_size=1, max_size=3))
    return Table(id=draw(block_ids()), rows=tuple(rows), header=draw(st.booleans()))


_FRACTIONS = st.integers(0, 100).map(lambda n: n / 100)


@cache
@st.composite
def _crops(draw: st.DrawFn) -> Crop:
    edges = st.lists(_FRACTIONS, min_size=2, max_size=2, unique=True).map(sorted)
    (left, right), (top, bottom) = draw(edges), draw(edges)
    return Crop(left=left, top=top, right=right, bottom=bottom)


@cache
def photo_uses(
    *, tidy: bool = False, photos: Sequence[PhotoId] = PHOTO_IDS
) -> st.SearchStrategy[Photo]:
    """A use of one of `photos`."""
    return st.builds(
        Photo,
        photo=st.sampled_from(photos),
        id=block_ids(),
        caption=texts(tidy=tidy, max_runs=2),
        credit=lines(max_words=3),
        alt=lines(),
        crop=st.none() | _crops(),
        focal=st.none() | st.builds(FocalPoint, x=_FRACTIONS, y=_FRACTIONS),
        taken=st.none() | st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    )


@cache
def inner_blocks(
    *, tidy: bool = False, photos: Sequence[PhotoId] = PHOTO_IDS
) -> st.SearchStrategy[InnerBlock]:
    """Any block but a box. No photos are drawn when `photos` is empty."""
    kinds: list[st.SearchStrategy[InnerBlock]] = [
        kind(tidy=tidy) for kind in (paragraphs, headings, quotes, lists, tables)
    ]
    if photos:
        kinds.append(photo_uses(tidy=tidy, photos=photos))
    return st.one_of(kinds)


@cache
@st.composite
def boxes(draw: st.DrawFn, *, tidy: bool = False, photos: Sequence[PhotoId] = PHOTO_IDS) -> Box:
    """An information box of up to three blocks, with or without a title."""
    inner = st.lists(
        inner_blocks(tidy=tidy, photos=photos), max_size=3, unique_by=lambda block: block.id
    )
    title = draw(texts(tidy=tidy, max_runs=2))
    return Box(id=draw(block_ids()), title=title, blocks=tuple(draw(inner)))


@cache
def blocks(
    *, tidy: bool = False, photos: Sequence[PhotoId] = PHOTO_IDS
) -> st.SearchStrategy[Block]:
    """Any block."""
    return inner_blocks(tidy=tidy, photos=photos) | boxes(tidy=tidy, photos=photos)


def _own(block: AnyBlock, taken: set[BlockId]) -> AnyBlock:
    """The block, with another id when its own is taken already."""
    number, chosen = 0, block.id
    while chosen in taken:
        number += 1
        chosen = BlockId("".join(_letters(number, 8)))
    taken.add(chosen)
    return replace(block, id=chosen)


def _document(drawn: Sequence[Block]) -> Document:
    taken: set[BlockId] = set()
    own = [_own(block, taken) for block in drawn]
    return Document(
        blocks=tuple(
            replace(block, blocks=tuple(_own(inner, taken) for inner in block.blocks))
            if isinstance(block, Box)
            else block
            for block in own
        )
    )


@cache
def documents(
    *,
    tidy: bool = False,
    photos: Sequence[PhotoId] = PHOTO_IDS,
    min_blocks: int = 0,
    max_blocks: int = 6,
) -> st.SearchStrategy[Document]:
    """A body whose blocks, those in boxes included, all have ids of their own."""
    drawn = st.lists(blocks(tidy=tidy, photos=photos), min_size=min_blocks, max_size=max_blocks)
    return drawn.map(_document)


@cache
def moments() -> st.SearchStrategy[datetime]:
    """An aware moment in UTC."""
    return st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants the limits naive


@cache
@st.composite
def articles(
    draw: st.DrawFn,
    *,
    tidy: bool = False,
    photos: Sequence[PhotoId] = PHOTO_IDS,
    max_blocks: int = 6,
) -> Article:
    """An article with any fields. Its section and related articles exist nowhere."""
    headline = draw(lines())
    created = draw(moments())
    return Article(
        id=ArticleId(draw(_ids(12))),
        slug=slugify(headline),
        kicker=draw(lines()),
        headline=headline,
        lede=draw(lines(max_words=12)),
        body=draw(documents(tidy=tidy, photos=photos, max_blocks=max_blocks)),
        section=tuple(draw(st.lists(names(), max_size=2))),
        tags=tuple(draw(st.lists(names(), max_size=3, unique=True))),
        byline=tuple(draw(st.lists(names(), max_size=2, unique=True))),
        dateline=draw(lines(max_words=2)),
        language=draw(st.sampled_from(("vi", "en"))),
        status=draw(st.sampled_from(Status)),
        urgency=draw(st.sampled_from(Urgency)),
        created=created,
        updated=max(created, draw(moments())),
        published=draw(st.none() | moments()),
        embargo=draw(st.none() | moments()),
        note=draw(lines()),
    )


_COMMENTS = tuple(CommentId(f"note000{number}") for number in range(3))


@st.composite
def commented(
    draw: st.DrawFn, drawn: st.SearchStrategy[Article], order: Sequence[CommentId] = _COMMENTS
) -> Article:
    """A drawn article with comments on some of its runs, in an order of their own; some comments
    stand at no words any more.
    """
    article = draw(drawn)
    names = draw(st.permutations(order))
    choice = st.none() | st.sampled_from(order)

    def noted(text: Text) -> Text:
        return normal(replace(run, comment=draw(choice)) for run in text)

    return replace(
        article,
        body=with_texts(article.body, noted),
        comments=tuple(draw(_comments(name)) for name in names),
    )


@cache
def _comments(name: CommentId) -> st.SearchStrategy[Comment]:
    return st.builds(
        Comment,
        id=st.just(name),
        text=st.lists(lines(min_words=1), min_size=1, max_size=3).map("\n".join),
        author=lines(min_words=1, max_words=3),
        at=moments(),
        resolved=st.booleans(),
    )
