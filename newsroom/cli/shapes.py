"""Articles as the JSON objects that `--json` prints, and as the words that people read."""

from dataclasses import replace
from datetime import datetime, tzinfo
from typing import Any

from newsroom.domain.article import Article, ArticleSummary, text_part
from newsroom.domain.counting import article_words
from newsroom.domain.document import document_plain
from newsroom.domain.json_article import comments_to_json
from newsroom.domain.json_document import document_to_json
from newsroom.domain.library import SearchHit
from newsroom.domain.taxonomy import show_path

BYLINE_JOINT = " - "


def article_json(article: Article, zone: tzinfo) -> dict[str, Any]:
    """`show`: all fields; times in the paper's zone, ISO 8601 with offset."""
    value = _fields(article, zone, article_words(text_part(article)))
    value["profile"] = article.profile
    value["slot"] = article.slot
    value["note"] = article.note
    value["embargo"] = _stamp(article.embargo, zone)
    value["related"] = list(article.related)
    value["blocks"] = document_to_json(article.body)
    value["comments"] = comments_to_json(
        [replace(comment, at=comment.at.astimezone(zone)) for comment in article.comments]
    )
    return value


def summary_json(summary: ArticleSummary, zone: tzinfo) -> dict[str, Any]:
    """`list`: the fields of `show` but no blocks."""
    return _fields(summary, zone, summary.words)


def _fields(article: Article | ArticleSummary, zone: tzinfo, words: int) -> dict[str, Any]:
    return {
        "id": article.id,
        "slug": article.slug,
        "kicker": article.kicker,
        "headline": article.headline,
        "lede": article.lede,
        "section": list(article.section),
        "tags": list(article.tags),
        "byline": BYLINE_JOINT.join(article.byline),
        "dateline": article.dateline,
        "status": str(article.status),
        "urgency": int(article.urgency),
        "language": article.language,
        "created": _stamp(article.created, zone),
        "updated": _stamp(article.updated, zone),
        "published": _stamp(article.published, zone),
        "words": words,
        "revision": article.revision,
    }


def _stamp(moment: datetime | None, zone: tzinfo) -> str | None:
    return moment.astimezone(zone).isoformat(timespec="seconds") if moment else None


def hit_json(hit: SearchHit, zone: tzinfo) -> dict[str, Any]:
    """`search`: where the words were found, as offsets into the snippet."""
    return {
        "id": hit.article.id,
        "headline": hit.article.headline,
        "section": list(hit.article.section),
        "updated": _stamp(hit.article.updated, zone),
        "snippet": hit.snippet,
        "hits": [list(span) for span in hit.snippet_hits],
    }


def article_words_for_people(article: Article, zone: tzinfo) -> str:
    """`show` without `--json`: the article as one reads it, its details first."""
    details = [
        f"{article.id}  {article.status}  {article.updated.astimezone(zone):%H:%M %d/%m/%Y}",
        show_path(article.section),
        ", ".join(f"#{tag}" for tag in article.tags),
    ]
    parts = [
        "\n".join(detail for detail in details if detail),
        article.kicker,
        article.headline,
        article.lede,
        document_plain(article.body),
        BYLINE_JOINT.join(article.byline),
    ]
    return "\n\n".join(part for part in parts if part)


def summary_line(summary: ArticleSummary, zone: tzinfo) -> str:
    """`list` without `--json`: one article a line, fields parted by tabs."""
    stamp = summary.updated.astimezone(zone).strftime("%d/%m/%Y %H:%M")
    fields = (summary.id, str(summary.status), stamp, show_path(summary.section), summary.headline)
    return "\t".join(" ".join(field.splitlines()).replace("\t", " ") for field in fields)
