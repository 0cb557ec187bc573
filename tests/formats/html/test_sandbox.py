"""What a stranger's template cannot do: reach Python, run on, fill the memory."""

import time
from pathlib import Path

import pytest

from newsroom.errors import UserError
from newsroom.formats.html.assets import Assets
from newsroom.formats.html.budget import STEPS
from newsroom.formats.html.theme import load_theme
from newsroom.formats.html.writer import render_page
from tests.site_sample import rich_article, rich_context

TOML = 'base = "paper"\n'
TEXTS = "{{ page.words }}{{ page.site }}"
LOOP = "{% for a in page.body %}{% for b in page.body %}{% for c in page.body %}"
ENDS = "{% endfor %}{% endfor %}{% endfor %}"
DOUBLE = "{% set x = x ~ x %}" * 60


def no_picture(use: object) -> None:
    del use


def render(folder: Path, body: str, **files: str) -> str:
    place = folder / "thu"
    place.mkdir(exist_ok=True)
    page = "<head>{{ page.head }}</head>\n{% block live %}\n" + body + "\n{% endblock %}\n"
    for name, content in {"theme.toml": TOML, "page.html": page, **files}.items():
        (place / name).write_text(content, "utf-8")
    assets = Assets(policy="default-src 'none'", image=no_picture)
    return render_page(rich_article(), rich_context(), theme=load_theme(place), assets=assets)


BOMBS = {
    "nested loops without output": f"{LOOP}{ENDS}",
    "nested loops with output": f"{LOOP}chữ{ENDS}",
    "a macro that calls itself twice": (
        "{% macro f(n) %}{{ f(n + 1) }}{{ f(n + 1) }}{% endmacro %}{{ f(0) }}"
    ),
    "a recursive loop": (
        "{% for a in ['a'] recursive %}{{ loop([a, a]) }}{{ loop([a, a]) }}{% endfor %}"
    ),
    "lists doubled": "{% set x = ['a'] %}" + "{% set x = [x, x] %}" * 60 + "{{ x }}",
    "dictionaries doubled": "{% set x = 1 %}" + "{% set x = {1: x, 2: x} %}" * 60 + "{{ x }}",
    "pairs doubled": "{% set x = 1, 2 %}" + "{% set x = x, x %}" * 60 + "{{ x }}",
    "arguments doubled": ("{% macro f() %}{{ f(varargs, varargs) }}{% endmacro %}{{ f(1) }}"),
    "texts doubled by ~": "{% set x = page.body %}" + DOUBLE,
    "texts doubled by a block": (
        "{% set x = page.body %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 60
    ),
    "texts doubled by join": "{% set x = page.body %}" + "{% set x = [x, x]|join %}" * 60,
    "texts doubled by a macro": (
        "{% macro f(x) %}{{ x }}{{ x }}{% endmacro %}{% set x = page.body %}"
        + "{% set x = f(x) %}" * 60
    ),
    "a text multiplied": "{{ 'x' * 999999999999 }}",
    "a text put together with +": "{{ page.body + page.body }}",
    "a wide format": "{{ '%999999999d' % 1 }}",
    "a wide method": "{{ 'x'.ljust(999999999) }}",
    "str.format": "{{ '{:999999999}'.format(1) }}",
    "a power": "{{ 9 ** 9 ** 9 ** 9 }}",
    "a number doubled": "{% set x = 99999 %}" + "{% set x = x * x %}" * 60,
    "a page included in itself": '{% include "page.html" %}',
    "a page that is too long": (
        "{% set x %}" + "chữ " * 50_000 + "{% endset %}{% for a in page.body %}{{ x }}{% endfor %}"
    ),
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_whatever_a_template_does_comes_to_an_end(tmp_path: Path, bomb: str) -> None:
    start = time.monotonic()
    with pytest.raises(UserError, match=r"page\.html(, line \d+)?: "):
        render(tmp_path, bomb)
    assert time.monotonic() - start < 20


REACHES = [
    "{{ page.site.__class__.__mro__ }}",
    "{{ page.body.__init__.__globals__ }}",
    "{{ ''.__class__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ page.head.__html__() }}",
    "{{ range(3) }}",
    "{{ lipsum() }}",
    "{{ cycler('a') }}",
    "{{ joiner() }}",
    "{{ namespace(a=1) }}",
    "{{ dict(a=1) }}",
    "{{ page.tags|attr('__class__') }}",
    "{{ page.tags|map('upper') }}",
    "{{ page.headline|safe }}",
    "{{ bounded(1) }}",
    "{{ environment }}",
    "{{ page.tags.count('a') }}",
    '{% include "../theme.toml" %}',
    '{% include "/etc/passwd" %}',
    '{% include "theme.toml" %}',
    '{% import "style.css" as x %}',
    '{% extends "article.html" %}',
    "{% debug %}",
    "{% do page %}",
]


@pytest.mark.parametrize("reach", REACHES)
def test_a_template_reaches_nothing_but_its_page(tmp_path: Path, reach: str) -> None:
    with pytest.raises(UserError, match=r"page\.html, line 3: "):
        render(tmp_path, reach)


def test_plain_templates_work(tmp_path: Path) -> None:
    body = (
        '{% from "them.html" import hai %}{{ hai(page.headline) }}'
        "{% for tag in page.tags %}{{ loop.index }}/{{ loop.length }}{{ loop.cycle('a', 'b') }};"
        "{% endfor %}{{ page.tags|first|upper if false else page.tags|length * 2 + 1 }}"
        "{% set gộp %}<b>{{ '<' }}</b>{% endset %}{{ gộp }}{{ 'a' ~ '<' }}"
    ).replace("|upper", "|lower")
    written = render(
        tmp_path, body, **{"them.html": "{% macro hai(x) %}{{ x }}/{{ caller }}{% endmacro %}"
                           .replace("{{ caller }}", "{{ x }}")},
    )  # fmt: skip
    headline = rich_article().headline
    assert f"{headline}/{headline}1/3a;2/3b;3/3a;7<b>&lt;</b>a&lt;" in written


def test_mistakes_in_included_files_are_told_where_they_are(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"masthead\.html, line 2: .*nam"):
        render(tmp_path, '{% include "masthead.html" %}',
               **{"masthead.html": "<p>\n{{ page.site.nam }}"})  # fmt: skip
    with pytest.raises(UserError, match=r"masthead\.html, line 3: "):
        render(tmp_path, '{% include "masthead.html" %}', **{"masthead.html": "\n\n{% if %}"})


def test_a_budget_is_for_one_rendering(tmp_path: Path) -> None:
    digits = "1" * 600
    loop = (
        f"{{% for a in '{digits}' %}}{{% for b in '{digits[:100]}' %}}{{% endfor %}}{{% endfor %}}"
    )
    assert STEPS // 2 < 600 * 101 < STEPS
    for _ in range(3):
        render(tmp_path, loop)
    with pytest.raises(UserError, match="more than 100000 steps"):
        render(tmp_path, loop * 2)
