"""`list`, `sections`, `show` and `search`."""

import argparse
from datetime import tzinfo

from newsroom.cli.arguments import ID, SECTION, STATUS, TAGS, integer, section_of, status_of, text
from newsroom.cli.command import DONE, Command
from newsroom.cli.console import Console
from newsroom.cli.shapes import (
    article_json,
    article_words_for_people,
    hit_json,
    summary_json,
    summary_line,
)
from newsroom.domain.ids import ArticleId
from newsroom.domain.library import ArticleFilter
from newsroom.domain.paper import zone
from newsroom.errors import UsageError
from newsroom.i18n import N_
from newsroom.services.articles import list_ids, read_article, read_summaries
from newsroom.services.desk import Desk
from newsroom.services.searching import search
from newsroom.services.sections import read_sections
from newsroom.services.settings import read_paper

_SEARCH_LIMIT = 20
_PAGE = 500


def paper_zone(desk: Desk) -> tzinfo:
    """The zone in which the paper tells its times."""
    return zone(read_paper(desk=desk))


def _list(desk: Desk, arguments: argparse.Namespace, console: Console) -> int:
    local = paper_zone(desk)
    ids = list_ids(desk=desk, wanted=_filter(desk, arguments))
    pages = (ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE))
    summaries = [found for page in pages for found in read_summaries(desk=desk, ids=page)]
    if console.as_json:
        console.json({"articles": [summary_json(summary, local) for summary in summaries]})
    else:
        for summary in summaries:
            console.line(summary_line(summary, local))
    return DONE


def _filter(desk: Desk, arguments: argparse.Namespace) -> ArticleFilter:
    section = section_of(arguments)
    if section:
        read_sections(desk=desk).require(section)
    status = status_of(arguments)
    return ArticleFilter(section=section or None, tag=arguments.tag, status=status)


def _sections(desk: Desk, _arguments: argparse.Namespace, console: Console) -> int:
    paths = [*read_sections(desk=desk).paths()]
    if console.as_json:
        console.json({"sections": [[*path] for path in paths]})
        return DONE
    for path in paths:
        console.line("/".join(path))
    return DONE


def _show(desk: Desk, arguments: argparse.Namespace, console: Console) -> int:
    article = read_article(desk=desk, article_id=ArticleId(arguments.id))
    local = paper_zone(desk)
    if console.as_json:
        console.json(article_json(article, local))
    else:
        console.line(article_words_for_people(article, local))
    return DONE


def _search(desk: Desk, arguments: argparse.Namespace, console: Console) -> int:
    if arguments.limit < 1:
        raise UsageError("--limit must be at least 1, not {limit}.", limit=arguments.limit)
    local = paper_zone(desk)
    results = search(desk=desk, query=arguments.query, limit=arguments.limit)
    if console.as_json:
        hits = [hit_json(hit, local) for hit in results.hits]
        console.json({"total": results.total, "results": hits})
    else:
        for hit in results.hits:
            console.line(summary_line(hit.article, local))
    return DONE


LIST = Command(
    name="list",
    help=N_("list articles"),
    run=_list,
    arguments=(SECTION, TAGS.but(action="store", help=N_("a tag")), STATUS),
)
SECTIONS = Command(
    name="sections",
    help=N_("print the sections, each with those above it"),
    run=_sections,
)
SHOW = Command(
    name="show",
    help=N_("show an article"),
    run=_show,
    arguments=(ID,),
)
SEARCH = Command(
    name="search",
    help=N_("search with or without diacritics"),
    run=_search,
    arguments=(
        text("query", "QUERY", help=N_("words, or filters such as section: tag: status: by:")),
        integer("--limit", "N", default=_SEARCH_LIMIT, help=N_("how many at most")),
    ),
)
