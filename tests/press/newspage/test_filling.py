"""Several articles on a page: each in its place, on one grid, and what is over is told."""

from dataclasses import replace

import pytest

from newsroom.domain.ids import ArticleId
from newsroom.press.layout.model import Line, Picture
from newsroom.press.newspage.filling import NewsPages, fill_pages, grid_preset
from newsroom.press.newspage.template import load_template, template_names
from newsroom.press.pdf import print_layout
from newsroom.press.preflight.checking import preflight
from newsroom.press.presets import load_preset
from tests.press.samples import context, plain_article, rich_article


def articles(count: int):
    lead = rich_article()
    others = [
        plain_article(3, id=ArticleId(f"bbbbcccc{at:04d}"), headline=f"Tin thứ {at} của trang")
        for at in range(1, count)
    ]
    return [lead, *others]


def filled(name: str, count: int, number: int = 1) -> NewsPages:
    template = load_template(name)
    preset = grid_preset(load_preset(template.preset), template, number)
    return fill_pages(articles(count), [context()] * count, template, preset)


@pytest.mark.parametrize("name", template_names())
def test_every_article_stands_in_its_place(name):
    count = len(load_template(name).places)
    pages = filled(name, count)
    assert [entry.article for entry in pages.filled] == [one.id for one in articles(count)]
    (page,) = pages.layout.pages
    words = " ".join(item.text for item in page.items if isinstance(item, Line))
    for at in range(1, count):
        assert f"Tin thứ {at} của trang" in words


@pytest.mark.parametrize("name", template_names())
def test_nothing_leaves_the_text_area_or_meets_another(name):
    (page,) = filled(name, len(load_template(name).places)).layout.pages
    body = [item for item in page.items if isinstance(item, Line) and item.body]
    right, bottom = page.text.x + page.text.width, page.text.y + page.text.height
    assert all(page.text.x - 0.1 <= line.x for line in body)
    assert all(line.x + line.width <= right + 0.1 and line.y <= bottom + 0.1 for line in body)
    seen = {(round(line.x), round(line.y, 1)) for line in body}
    assert len(seen) == len(body)


@pytest.mark.parametrize("name", template_names())
def test_body_lines_of_all_articles_share_one_grid(name):
    (page,) = filled(name, len(load_template(name).places)).layout.pages
    body = [
        item.y for item in page.items if isinstance(item, Line) and item.body and item.role != "box"
    ]
    steps = {round(((y - page.first_baseline) / page.grid) % 1, 3) % 1 for y in body}
    assert steps == {0.0}


def test_what_is_over_is_told():
    pages = filled("lead-and-briefs", 6)
    lead = pages.filled[0]
    assert lead.fit.over > 10
    assert lead.fit.block in {block.id for block in rich_article().body.blocks}


def test_more_articles_than_places_make_another_page():
    pages = filled("two-stories", 5, number=4)
    assert [page.number for page in pages.layout.pages] == [4, 5, 6]
    assert pages.empty == 1


def test_briefs_leave_out_photos_and_lede():
    template = load_template("lead-and-briefs")
    preset = grid_preset(load_preset(template.preset), template)
    six = [replace(rich_article(), id=ArticleId(f"aaaa{at:08d}")) for at in range(6)]
    pages = fill_pages(six, [context()] * 6, template, preset)
    (page,) = pages.layout.pages
    pictures = [item for item in page.items if isinstance(item, Picture)]
    stories = {item.path[0].key for item in pictures}
    assert stories <= {"0", "1", "2"}
    assert {"0"} <= stories


@pytest.mark.parametrize("name", template_names())
def test_the_file_passes_the_preflight(name):
    count = len(load_template(name).places)
    pages, template = filled(name, count), load_template(name)
    preset = grid_preset(load_preset(template.preset), template)
    printed = print_layout(pages.layout, articles(count), [context()] * count, preset)
    report = preflight(printed.data, name=name)
    assert [(found.rule, found.page) for found in report.findings] == []
    assert printed.pages == 1
