"""Domain values from rows and into rows; what goes in is NFC afterwards."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from newsroom.domain.article import Article, ArticleSummary, SectionPath, Status, Urgency, text_part
from newsroom.domain.counting import article_words
from newsroom.domain.document import Document, photos
from newsroom.domain.finding import field_words
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.domain.json_article import comments_from_json, comments_to_json
from newsroom.domain.json_document import document_from_json, document_to_json
from newsroom.domain.json_words import json_words
from newsroom.domain.library import ArticleWords
from newsroom.domain.malformed import malformed
from newsroom.language.folding import nfc
from newsroom.storage.tables import ARTICLE

PLAIN_COLUMNS = (
    "slug",
    "kicker",
    "headline",
    "lede",
    "dateline",
    "language",
    "note",
    "profile",
    "slot",
)
SUMMARY_COLUMNS = (
    ARTICLE.c.id,
    ARTICLE.c.uid,
    ARTICLE.c.slug,
    ARTICLE.c.kicker,
    ARTICLE.c.headline,
    ARTICLE.c.lede,
    ARTICLE.c.section_id,
    ARTICLE.c.dateline,
    ARTICLE.c.language,
    ARTICLE.c.status,
    ARTICLE.c.urgency,
    ARTICLE.c.created,
    ARTICLE.c.updated,
    ARTICLE.c.published,
    ARTICLE.c.words,
    ARTICLE.c.revision,
    ARTICLE.c.lead_photo,
)
"""What a summary needs of the article's own table; the body is not among it."""

WORD_COLUMNS = (
    ARTICLE.c.id,
    ARTICLE.c.uid,
    ARTICLE.c.status,
    ARTICLE.c.section_id,
    ARTICLE.c.revision,
    ARTICLE.c.kicker,
    ARTICLE.c.headline,
    ARTICLE.c.lede,
    ARTICLE.c.body,
)
"""What finding words needs."""


def normalised(article: Article) -> Article:
    """`article` with every text in NFC."""
    plain_texts: dict[str, Any] = {name: nfc(getattr(article, name)) for name in PLAIN_COLUMNS}
    return replace(
        article,
        **plain_texts,
        section=_all_nfc(article.section),
        tags=_all_nfc(article.tags),
        byline=_all_nfc(article.byline),
        comments=comments_from_json(nfc_tree(comments_to_json(article.comments))),
        body=document_from_json(nfc_tree(document_to_json(article.body))),
    )


def _all_nfc(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(nfc, words))


def nfc_tree(value: Any) -> Any:
    """A JSON value with all its texts in NFC.

    Not the JSON text at once: in it an escaped line break and a combining mark would join.
    """
    match value:
        case str():
            return nfc(value)
        case list():
            return [nfc_tree(item) for item in value]
        case dict():
            return {name: nfc_tree(item) for name, item in value.items()}
        case _:
            return value


def article_values(article: Article, section_id: int | None) -> dict[str, Any]:
    """The columns of a (normalised) article, but for its id, revision and counter."""
    lead = next(photos(article.body), None)
    return {name: getattr(article, name) for name in PLAIN_COLUMNS} | {
        "uid": article.id,
        "updated": article.updated,
        "created": article.created,
        "published": article.published,
        "embargo": article.embargo,
        "status": article.status.value,
        "urgency": article.urgency.value,
        "section_id": section_id,
        "words": article_words(text_part(article)),
        "lead_photo": lead.photo if lead else None,
        "related": json.dumps(article.related),
        "comments": json.dumps(comments_to_json(article.comments), ensure_ascii=False),
        "body": body_to_text(article.body),
    }


def body_to_text(body: Document) -> str:
    """The body as it lies in its column."""
    return json.dumps(document_to_json(body), ensure_ascii=False, separators=(",", ":"))


@malformed("A stored text cannot be read: {problem}.")
def article_from(
    row: Any, *, section: SectionPath, tags: tuple[str, ...], byline: tuple[str, ...]
) -> Article:
    """The article of a row and of what other tables hold of it.

    Raises `UserError` when the row is damaged.
    """
    return Article(
        id=ArticleId(row.uid),
        **{name: getattr(row, name) for name in PLAIN_COLUMNS},
        body=document_from_json(json.loads(row.body)),
        comments=comments_from_json(json.loads(row.comments)),
        section=section,
        tags=tags,
        byline=byline,
        status=Status(row.status),
        urgency=Urgency(row.urgency),
        created=row.created,
        updated=row.updated,
        published=row.published,
        embargo=row.embargo,
        related=tuple(map(ArticleId, json.loads(row.related))),
        revision=row.revision,
    )


def summary_from(
    row: Any, *, section: SectionPath, tags: tuple[str, ...], byline: tuple[str, ...]
) -> ArticleSummary:
    """The summary of a row of `SUMMARY_COLUMNS`."""
    return ArticleSummary(
        id=ArticleId(row.uid),
        slug=row.slug,
        kicker=row.kicker,
        headline=row.headline,
        lede=row.lede,
        section=section,
        tags=tags,
        byline=byline,
        dateline=row.dateline,
        language=row.language,
        status=Status(row.status),
        urgency=Urgency(row.urgency),
        created=row.created,
        updated=row.updated,
        published=row.published,
        words=row.words,
        revision=row.revision,
        lead_photo=PhotoId(row.lead_photo) if row.lead_photo else None,
    )


@malformed("A stored text cannot be read: {problem}.")
def words_from(row: Any, *, section: SectionPath, byline: tuple[str, ...]) -> ArticleWords:
    """The texts of a row of `WORD_COLUMNS`; raises `UserError` when its body is damaged."""
    return ArticleWords(
        id=ArticleId(row.uid),
        headline=row.headline,
        status=Status(row.status),
        section=section,
        revision=row.revision,
        words=(
            *field_words(row.kicker, row.headline, row.lede, byline),
            *(
                (block["id"], number, words)
                for block in json.loads(row.body)
                for number, words in enumerate(json_words(block))
            ),
        ),
    )
