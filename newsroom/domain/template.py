"""Templates: an article's content kept under a name, to begin other articles from.

A template may hold places such as {ngày} or {author}, which are filled when it is used.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, assert_never
from unicodedata import normalize

from newsroom.domain.article import Article, ArticleText, SectionPath, text_part
from newsroom.domain.document import (
    Block,
    Box,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Photo,
    Quote,
    Run,
    Table,
    Text,
)
from newsroom.domain.json_article import text_from_json, text_to_json
from newsroom.domain.json_document import Json
from newsroom.domain.malformed import malformed


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """What a new article begins with. Photos are those of the library, comments there are none."""

    name: str
    text: ArticleText = field(default_factory=ArticleText)
    section: SectionPath = ()
    tags: tuple[str, ...] = ()
    profile: str = ""
    language: str = "vi"


def template_of(article: Article, name: str) -> Template:
    """`article` as a template: what is said about it by its comments stays behind."""
    text = replace(text_part(article), comments=())
    return Template(
        name=name,
        text=replace(text, body=changed(text.body, _without_comment)),
        section=article.section,
        tags=article.tags,
        profile=article.profile,
        language=article.language,
    )


def _without_comment(run: Run) -> Run:
    return replace(run, comment=None)


# ---- places ----------------------------------------------------------------------------------
_PLACE: Final = re.compile(r"\{([^{}\n]{1,20})\}")
_NAMES: Final = {
    "ngày": "date",
    "date": "date",
    "giờ": "time",
    "time": "time",
    "năm": "year",
    "year": "year",
    "tác giả": "author",
    "author": "author",
}
"""The places in Vietnamese and English; whatever else stands in braces is left as it is."""


def filled(text: ArticleText, values: Mapping[str, str]) -> ArticleText:
    """`text` with its places filled: `values` are those of `date`, `time`, `year`, `author`.

    A name of the byline that is empty then is left out.
    """

    def fill(words: str) -> str:
        return _PLACE.sub(lambda found: _value(found, values), words)

    return replace(
        text,
        kicker=fill(text.kicker),
        headline=fill(text.headline),
        lede=fill(text.lede),
        byline=tuple(name for name in (fill(name).strip() for name in text.byline) if name),
        body=changed(text.body, lambda run: replace(run, text=fill(run.text))),
    )


def _value(found: re.Match[str], values: Mapping[str, str]) -> str:
    name = normalize("NFC", found[1]).strip().lower()
    return values.get(_NAMES.get(name, ""), found[0])


def changed(document: Document, change: Callable[[Run], Run]) -> Document:
    """The document with every run of its texts changed."""
    return Document(blocks=tuple(_changed(block, change) for block in document.blocks))


def _changed(block: Block, change: Callable[[Run], Run]) -> Any:
    def text(runs: Text) -> Text:
        return tuple(map(change, runs))

    match block:
        case Paragraph() | Heading() | Quote():
            return replace(block, text=text(block.text))
        case ListBlock():
            items = tuple(replace(item, text=text(item.text)) for item in block.items)
            return replace(block, items=items)
        case Photo():
            return replace(block, caption=text(block.caption))
        case Table():
            return replace(block, rows=tuple(tuple(map(text, row)) for row in block.rows))
        case Box():
            inner = tuple(_changed(part, change) for part in block.blocks)
            return replace(block, title=text(block.title), blocks=inner)
        case _:
            assert_never(block)


# ---- JSON ------------------------------------------------------------------------------------
def template_to_json(template: Template) -> Json:
    """All fields of the template."""
    return {
        "name": template.name,
        "text": text_to_json(template.text),
        "section": list(template.section),
        "tags": list(template.tags),
        "profile": template.profile,
        "language": template.language,
    }


@malformed("A template cannot be read: {problem}.")
def template_from_json(value: Mapping[str, Any]) -> Template:
    """The template that `template_to_json` wrote; raises `UserError` when it is malformed."""
    return Template(
        name=str(value["name"]),
        text=text_from_json(value["text"]),
        section=tuple(map(str, value["section"])),
        tags=tuple(map(str, value["tags"])),
        profile=str(value["profile"]),
        language=str(value["language"]),
    )
