"""What stands around the text: masthead and folio, page numbers, the source line, jump lines."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from newsroom.domain.article import Article
from newsroom.domain.document import text_of
from newsroom.domain.paper import local
from newsroom.domain.style import Align, Family, Ink, Role, RoleStyle
from newsroom.press.layout.lines import SetLine, set_words
from newsroom.press.layout.model import Area, Item, Rule
from newsroom.press.layout.setting import Setting, TextStyle
from newsroom.press.layout.slugs import baseline
from newsroom.press.layout.words import Word, words_of
from newsroom.press.preset import MM, Footer, Header

_ELLIPSIS = "…"


def header_rows(setting: Setting, *, first: bool) -> int:
    """The rows at the top of the text area that the header takes."""
    size = setting.preset.body.size
    match setting.preset.header:
        case Header.MASTHEAD:
            return setting.rows(3.4 * size)
        case Header.SITE:
            return setting.rows(3.6 * size) if first else 0
        case Header.PAGE_NUMBER | Header.NONE:
            return 0


def header(setting: Setting, article: Article, text: Area, *, page: int, first: bool) -> list[Item]:
    """The header of a page; `first`: it is the first page of the document."""
    match setting.preset.header:
        case Header.MASTHEAD:
            return _masthead(setting, article, text, page)
        case Header.SITE:
            return _site_header(setting, text) if first else []
        case Header.PAGE_NUMBER:
            return [] if first else _page_number(setting, text, page)
        case Header.NONE:
            return []


def _masthead(setting: Setting, article: Article, text: Area, page: int) -> list[Item]:
    """Name and date to the left, page and section to the right, a rule below."""
    size = setting.preset.body.size
    y = text.y + 1.95 * size
    name = _style(setting, Family.DISPLAY, 700, 2.1 * size)
    folio = _style(setting, Family.CONDENSED, 700, 1.45 * size)
    date = _style(setting, Family.SANS, 600, 0.83 * size, Ink.SECONDARY)
    section = article.section[-1] if article.section else ""
    left = _label(setting, setting.context.paper.name, name, 0.5 * text.width)
    room = text.width - _width(left) - 3 * size
    day = _label(setting, date_line(setting, setting.context.now), date, room)
    right = _label(
        setting,
        f"{page}\u00a0\u00a0 {section.upper()}".strip(),
        folio,
        max(0.42 * text.width, room - _width(day) - 2 * size),
    )
    items = [*_at(left, text.x, y), *_at(right, text.x + text.width - _width(right), y)]
    if _fits(day, room - _width(right)):
        items += _at(day, text.x + _width(left) + 1.4 * size, y)
    edge = text.y + 2.55 * size
    rule = Rule(
        x1=text.x,
        x2=text.x + text.width,
        y1=edge,
        y2=edge,
        thickness=1.5,
        colour=setting.black(1.0),
    )
    return [*items, rule]


def date_line(setting: Setting, moment: datetime) -> str:
    """`Chủ nhật, 22-11-2026`, by the paper's clock, in the form that the preset gives."""
    day = local(moment, setting.context.paper)
    words = setting.preset.words
    return _filled(
        words.date,
        weekday=words.weekdays[day.weekday()],
        day=f"{day.day:02d}",
        month=f"{day.month:02d}",
        year=day.year,
    )


def _site_header(setting: Setting, text: Area) -> list[Item]:
    size, paper = setting.preset.body.size, setting.context.paper
    name = _style(setting, Family.SANS, 700, 1.5 * size)
    name = replace(name, colour=setting.colour(paper.brand_colour))
    tagline = _style(setting, Family.SANS, 400, 0.78 * size, Ink.SECONDARY)
    left = _label(setting, paper.name, name, 0.55 * text.width)
    right = _label(setting, paper.tagline, tagline, 0.42 * text.width)
    y, edge = text.y + 1.2 * size, text.y + 1.85 * size
    rule = Rule(
        x1=text.x, x2=text.x + text.width, y1=edge, y2=edge, thickness=1.2, colour=name.colour
    )
    return [*_at(left, text.x, y), *_at(right, text.x + text.width - _width(right), y), rule]


def _page_number(setting: Setting, text: Area, page: int) -> list[Item]:
    """In the middle of the top margin, in the size of the body (decree 30/2020, annex I)."""
    style = _style(setting, Family.TEXT, 400, setting.preset.body.size)
    line = _label(setting, str(page), style, text.width)
    middle = text.x + (text.width - _width(line)) / 2
    return _at(line, middle, text.y / 2 + 0.35 * style.size)


def footer(setting: Setting, article: Article, text: Area, *, page: int, pages: int) -> list[Item]:
    """The source line, the paper's address and the page number under a rule, in the margin."""
    if setting.preset.footer is not Footer.SOURCE:
        return []
    paper, words = setting.context.paper, setting.preset.words
    style = _style(setting, Family.SANS, 400, 0.7 * setting.preset.body.size, Ink.SECONDARY)
    y = text.y + text.height + 0.9 * setting.preset.body.size
    rule = Rule(
        x1=text.x, x2=text.x + text.width, y1=y, y2=y, thickness=0.5, colour=setting.black(0.4)
    )
    number = _label(setting, _filled(words.number, page=page, pages=pages), style, text.width / 4)
    source = _filled(words.source, source=_source(setting, article))
    items: list[Item] = [rule]
    y += 1.5 * style.size
    items += _at(number, text.x + text.width - _width(number), y)
    room = text.width - _width(number) - 2 * style.size
    for line in (source, paper.address, paper.licence_line):
        if line and y < text.y + text.height + setting.preset.page.bottom * MM - style.size:
            items += _at(_label(setting, line, style, room), text.x, y)
            y += 1.4 * style.size
    return items


def depth_line(setting: Setting, text: Area, *, lines: int, millimetres: float) -> list[Item]:
    """How deep the galley's text is, under a rule below it."""
    if setting.preset.footer is not Footer.DEPTH:
        return []
    style = _style(setting, Family.SANS, 600, 0.75 * setting.preset.body.size, Ink.SECONDARY)
    depth = f"{millimetres:.0f}"
    words = _filled(setting.preset.words.depth, lines=lines, mm=depth)
    y = text.y + text.height + 0.5 * setting.preset.body.leading
    rule = Rule(
        x1=text.x, x2=text.x + text.width, y1=y, y2=y, thickness=0.5, colour=setting.black(0.4)
    )
    return [rule, *_at(_label(setting, words, style, text.width), text.x, y + 1.5 * style.size)]


def _source(setting: Setting, article: Article) -> str:
    paper = setting.context.paper
    address = paper.site_url.rstrip("/")
    return f"{paper.name}, {address}/{article.slug}".rstrip("/") if address else paper.name


def jump_line(setting: Setting, text: Area, *, page: int) -> list[Item]:
    """“Xem tiếp trang …” at the foot of the last column."""
    style = _style(setting, Family.SANS, 600, 0.83 * setting.preset.body.size)
    line = _label(setting, _filled(setting.preset.words.jump, page=page), style, text.width)
    y = text.y + (setting.depth - 1) * setting.grid + baseline(setting.style(Role.PARAGRAPH))
    return _at(line, text.x + text.width - _width(line), y)


def continuation_rows(setting: Setting) -> int:
    """The rows that the line over a continued article takes."""
    return setting.rows(1.9 * setting.preset.body.size)


def continuation(setting: Setting, article: Article, area: Area, *, page: int) -> list[Item]:
    """The headline in short and “Tiếp theo trang …” over a continued article."""
    size = setting.preset.body.size
    short = _style(setting, Family.CONDENSED, 700, 1.28 * size)
    small = _style(setting, Family.SANS, 600, 0.83 * size)
    tail = _label(
        setting, _filled(setting.preset.words.continued, page=page), small, 0.4 * area.width
    )
    head = _label(setting, article.headline, short, area.width - _width(tail) - size)
    y = area.y + 1.15 * size
    return [*_at(head, area.x, y), *_at(tail, area.x + area.width - _width(tail), y)]


def column_rule(setting: Setting, x: float, top: float, bottom: float) -> list[Item]:
    """The hairline between two columns."""
    if bottom - top < 2 * setting.grid:
        return []
    return [Rule(x1=x, x2=x, y1=top, y2=bottom, thickness=0.35, colour=setting.black(0.45))]


def _style(
    setting: Setting, family: Family, weight: int, size: float, ink: Ink = Ink.PRIMARY
) -> TextStyle:
    style = RoleStyle(family=family, weight=weight, align=Align.LEFT)
    return TextStyle(
        role="furniture", style=style, size=size, leading=size * 1.3, colour=setting.ink(ink)
    )


def _label(setting: Setting, words: str, style: TextStyle, width: float) -> list[SetLine]:
    """`words` on one line, shortened with … to `width` points; no line when there are none."""
    found = words_of(setting, text_of(words), style)
    if _natural(found) > width:
        dots = words_of(setting, text_of(_ELLIPSIS), style)
        while found and _natural(found) + dots[0].box.width > width:
            found = found[:-1]
        found += dots
    return set_words(setting, found, style, [(0.0, 1e6)])[:1]


def _natural(words: Sequence[Word]) -> float:
    return sum(word.box.width + word.box.space for word in words)


def _fits(lines: Sequence[SetLine], width: float) -> bool:
    return bool(lines) and _ELLIPSIS not in lines[0].line.text and _width(lines) <= width


def _width(lines: Sequence[SetLine]) -> float:
    return lines[0].line.width if lines else 0.0


def _at(lines: Sequence[SetLine], x: float, y: float) -> list[Item]:
    return [item for line in lines for item in line.items(x, y)]


def _filled(template: str, **values: object) -> str:
    """The preset's words with their places filled; unknown places stay as they are."""
    for name, value in values.items():
        template = template.replace("{" + name + "}", str(value))
    return template
