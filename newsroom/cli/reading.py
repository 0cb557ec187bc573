"""`list`, `show` and `search`."""

import argparse
from datetime import tzinfo

from newsroom.cli.command import DONE, Command, words
from newsroom.cli.console import Console
from newsroom.cli.shapes import (
    article_json,
    article_words_for_people,
    hit_json,
    summary_json,
    summary_line,
)
from newsroom.domain.article import parse_status
from newsroom.domain.ids import ArticleId
from newsroom.domain.library import ArticleFilter
from newsroom.domain.paper import zone
from newsroom.domain.taxonomy import parse_path
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


def _list_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--section", type=words, metavar="A/B")
    parser.add_argument("--tag", type=words, metavar="T")
    parser.add_argument("--status", type=words, metavar="S")


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
    section = parse_path(arguments.section) if arguments.section is not None else None
    if section:
        read_sections(desk=desk).require(section)
    status = parse_status(arguments.status) if arguments.status is not None else None
    return ArticleFilter(section=section or None, tag=arguments.tag, status=status)


def _show_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", type=words, metavar="ID")


def _show(desk: Desk, arguments: argparse.Namespace, console: Console) -> int:
    article = read_article(desk=desk, article_id=ArticleId(arguments.id))
    local = paper_zone(desk)
    if console.as_json:
        console.json(article_json(article, local))
    else:
        console.line(article_words_for_people(article, local))
    return DONE


def _search_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", type=words, metavar="QUERY")
    parser.add_argument("--limit", type=int, default=_SEARCH_LIMIT, metavar="N")


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


LIST = Command(name="list", help=N_("list articles"), arguments=_list_arguments, run=_list)
SHOW = Command(name="show", help=N_("show an article"), arguments=_show_arguments, run=_show)
SEARCH = Command(
    name="search",
    help=N_("search with or without diacritics"),
    arguments=_search_arguments,
    run=_search,
)
