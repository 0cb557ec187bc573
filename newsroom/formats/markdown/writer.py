"""Articles as Markdown: fields in a front matter, blocks in CommonMark with tables and `~~`.

What Markdown has no sign for is written with the few HTML tags that every reader knows (`<u>`,
`<sub>`, `<sup>`, `<br>`). An information box is a block quote that begins with a heading.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from newsroom.domain.article import Article
from newsroom.domain.commented import without_comments
from newsroom.domain.document import (
    Block,
    Box,
    Heading,
    ListBlock,
    Mark,
    Paragraph,
    Photo,
    Quote,
    Run,
    Table,
    Text,
    normal,
    photos,
)
from newsroom.domain.ids import PhotoId
from newsroom.domain.paper import PaperSettings, credit_line
from newsroom.domain.rendering import OutputFile, RenderContext
from newsroom.formats.markdown.front_matter import TAKEN, write_front_matter
from newsroom.formats.markdown.inline_out import HARD_BREAK, escaped, inline
from newsroom.formats.pictures import clean_picture

_FILE = "article.md"
_FOLDER = "photos"
_PNG = b"\x89PNG"
_ID_LENGTH = 16
_NOTHING = "&#8203;"
"""Stands where there are no words: a lone hyphen makes a heading, a source alone a quotation."""
_ITALIC = frozenset({Mark.ITALIC})


def write_markdown(article: Article, context: RenderContext) -> str:
    """`article` as the text of one file; photos are named as `markdown_folder` lays them down."""
    paths = {
        photo: _path(photo, source.file.media_type == "image/png")
        for photo, source in context.photos.items()
    }
    return _written(article, context, paths)


def markdown_folder(article: Article, context: RenderContext) -> list[OutputFile]:
    """`article.md` and the photos it shows, without metadata, under `photos/`."""
    files: list[OutputFile] = []
    paths: dict[PhotoId, str] = {}
    for photo in dict.fromkeys(use.photo for use in photos(article.body)):
        source = context.photos.get(photo)
        picture = None if source is None else clean_picture(source.read())
        if picture is not None:
            paths[photo] = _path(photo, picture.data.startswith(_PNG))
            files.append(OutputFile(path=paths[photo], data=picture.data))
    text = _written(article, context, paths)
    return [OutputFile(path=_FILE, data=text.encode()), *files]


def _path(photo: PhotoId, is_png: bool) -> str:
    return f"{_FOLDER}/{photo[:_ID_LENGTH]}{'.png' if is_png else '.jpg'}"


def _written(article: Article, context: RenderContext, paths: Mapping[PhotoId, str]) -> str:
    head = write_front_matter(
        {
            "headline": article.headline,
            "kicker": article.kicker,
            "lede": article.lede,
            "section": article.section,
            "tags": article.tags,
            "byline": article.byline,
            "dateline": article.dateline,
            "updated": article.updated.isoformat(),
            "language": article.language,
            TAKEN: tuple(dict.fromkeys(_days(article, paths))),
        }
    )
    pages = _Blocks(context.paper, paths)
    return "\n".join((head, *pages.lines(without_comments(article).body.blocks)))


def _days(article: Article, paths: Mapping[PhotoId, str]) -> Iterator[str]:
    """The address and the day of each photo whose day is known."""
    for use in photos(article.body):
        if use.taken is not None and use.photo in paths:
            yield f"{paths[use.photo]} {use.taken.isoformat()}"


class _Blocks:
    """Writes blocks as lines, an empty one after each."""

    def __init__(self, paper: PaperSettings, paths: Mapping[PhotoId, str]) -> None:
        self._paper = paper
        self._paths = paths

    def lines(self, blocks: Iterable[Block]) -> Iterator[str]:
        """The lines of `blocks`. An empty paragraph is nothing in Markdown."""
        seen: list[Block] = []
        for block in blocks:
            if block == Paragraph(id=block.id):
                continue
            yield from self._block(block, _follows_list(seen, block))
            yield ""
            seen.append(block)

    def _block(self, block: Block, other_sign: bool) -> Iterator[str]:
        match block:
            case Paragraph():
                yield inline(block.text, line_break=HARD_BREAK)
            case Heading():
                yield f"## {inline(block.text)}".rstrip(" ")
            case Quote():
                yield from _quoted(_quote_lines(block))
            case ListBlock():
                yield from _list_lines(block, other_sign)
            case Photo():
                yield self._photo(block)
            case Table():
                yield from _table_lines(block)
            case Box():
                title = f"### {inline(block.title)}".rstrip(" ")
                yield from _quoted([title, "", *list(self.lines(block.blocks))[:-1]])
            case _:
                assert_never(block)

    def _photo(self, use: Photo) -> str:
        """The picture, its credit as title, and below it the caption as people read it."""
        path = self._paths.get(use.photo, _path(use.photo, is_png=False))
        quoted = escaped(use.credit).replace('"', '\\"')
        title = f' "{quoted}"' if quoted else ""
        credit = credit_line(use.credit, self._paper)
        lead: Text = (Run(text=" "),) if use.caption else ()
        shown: Text = (*lead, Run(text=credit, marks=_ITALIC)) if credit else ()
        caption = inline(normal((*use.caption, *shown)), line_break=HARD_BREAK)
        image = f"![{escaped(use.alt)}](<{path}>{title})"
        return f"{image}{HARD_BREAK}{caption}" if caption else image


def _follows_list(seen: list[Block], block: Block) -> bool:
    """Whether the block is every other one of lists in a row, which would else become one."""
    count = 0
    for before in reversed(seen):
        if not isinstance(before, ListBlock):
            break
        count += 1
    return isinstance(block, ListBlock) and count % 2 == 1


def _quoted(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        for part in line.split("\n"):
            yield f"> {part}".rstrip(" ")


def _quote_lines(block: Quote) -> list[str]:
    text = inline(block.text, line_break=HARD_BREAK)
    return [text or _NOTHING, "", f"— {escaped(block.source)}"] if block.source else [text]


def _list_lines(block: ListBlock, other_sign: bool) -> Iterator[str]:
    """One line an item, indented by the signs of the items it belongs to."""
    counts: list[int] = []
    widths: list[int] = []
    for item in block.items:
        level = min(item.level, len(counts))
        del counts[level + 1 :]
        counts.extend([0] * (level + 1 - len(counts)))
        counts[level] += 1
        sign = _sign(counts[level], block.ordered, other_sign)
        widths[level:] = [len(sign) + 1]
        yield f"{' ' * sum(widths[:level])}{sign} {inline(item.text) or _NOTHING}"


def _sign(number: int, ordered: bool, other: bool) -> str:
    if ordered:
        return f"{number}{')' if other else '.'}"
    return "*" if other else "-"


def _table_lines(block: Table) -> Iterator[str]:
    """A pipe table; Markdown knows none without a header, so an empty one stands for none."""
    if not block.rows or not block.rows[0]:
        return
    width = len(block.rows[0])
    rows = block.rows if block.header else (((),) * width, *block.rows)
    for number, row in enumerate(rows):
        yield f"| {' | '.join(inline(cell) for cell in row)} |"
        if number == 0:
            yield f"|{' --- |' * width}"
