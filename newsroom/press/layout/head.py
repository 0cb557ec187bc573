"""What opens an article: kicker, headline that fits, lede; and the initial of its first word."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from newsroom.domain.article import Article
from newsroom.domain.document import Text, text_of
from newsroom.domain.paper import update_line
from newsroom.domain.style import Family, Role
from newsroom.press.layout.lines import SetLine, set_balanced, set_text, set_words
from newsroom.press.layout.model import Element, Item, Line, Slug, Span, within
from newsroom.press.layout.setting import Setting, TextStyle
from newsroom.press.layout.slugs import baseline, running, stack_items
from newsroom.press.layout.words import Word, words_of
from newsroom.press.preset import Header

_CLINGING = frozenset(
    {
        "và",
        "của",
        "là",
        "cho",
        "với",
        "trong",
        "từ",
        "ở",
        "tại",
        "để",
        "một",
        "các",
        "những",
        "về",
        "đến",
        "vào",
        "ra",
        "do",
        "bị",
        "được",
        "không",
        "chưa",
        "đã",
        "sẽ",
        "đang",
        "mà",
        "nhưng",
        "thì",
        "hay",
        "hoặc",
        "theo",
        "trên",
        "dưới",
        "sau",
        "trước",
        "khi",
        "nếu",
        "vì",
        "nên",
        "mỗi",
        "mọi",
        "cả",
    }
)
"""Words that should not end a line of a headline."""
_CLING_PRICE = 150.0
_MOST = 0.55
"""The share of the page that an opening may take; longer text goes into the columns."""
_STEP = 0.5
_LEAST_WORDS = 24
_LETTER = re.compile(r"^[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Opening:
    """The opening as one slug across the page, and what was too long for it."""

    slug: Slug
    overflow: tuple[Text, ...]


def opening(setting: Setting, article: Article, width: float) -> Opening:
    """Kicker, headline and lede in `width` points; the headline as large as the preset lets it."""
    limit = _MOST * setting.depth * setting.grid
    lede_width = _lede_width(setting, width)
    headline = _headline(setting, article.headline, width)
    lede = set_text(setting, text_of(article.lede), setting.style(Role.LEDE), lede_width)
    overflow: list[Text] = []
    if _height(setting, headline) > limit:
        overflow.append(text_of(article.headline))
        headline = (setting.style(Role.HEADLINE), [])
    if _height(setting, headline) + len(lede) * setting.style(Role.LEDE).leading > limit:
        overflow.append(text_of(article.lede))
        lede = []
    kicker = set_text(setting, text_of(article.kicker), setting.style(Role.KICKER), width)[:3]
    items, height = _stack(setting, _dated(setting, article, width), kicker, headline, lede)
    return Opening(Slug(rows=setting.rows(height), items=items, keep=True), tuple(overflow))


def _lede_width(setting: Setting, width: float) -> float:
    columns = setting.preset.headline.lede_columns
    return min(width, setting.span(columns)) if columns else width


def _dated(setting: Setting, article: Article, width: float) -> list[SetLine]:
    """On the site's print: section and time, as above the article on the page."""
    if setting.preset.header is not Header.SITE:
        return []
    style = setting.style(Role.CAPTION)
    words = [*article.section[-1:], update_line(article.updated, setting.context.paper)]
    return set_text(setting, text_of(" · ".join(words)), style, width)


def _stack(
    setting: Setting,
    dated: list[SetLine],
    kicker: list[SetLine],
    headline: tuple[TextStyle, list[SetLine]],
    lede: list[SetLine],
) -> tuple[tuple[Item, ...], float]:
    """The parts under one another, and their height."""
    items: list[Item] = []
    y = 0.0
    caption = setting.style(Role.CAPTION)
    for element, style, lines in (
        (Element("P", "dated"), replace(caption, after=0.7 * caption.size), dated),
        (Element("P", "kicker"), setting.style(Role.KICKER), kicker),
        (Element("H1", "headline"), *headline),
        (Element("P", "lede"), setting.style(Role.LEDE), lede),
    ):
        if not lines:
            continue
        y += style.before if items else 0.0
        if style is headline[0]:
            placed, height = _headline_items(lines, style, y)
        else:
            placed, height = stack_items(lines, style, 0.0, y), len(lines) * style.leading
        items.extend(within((element,), placed))
        y += height + style.after
    return tuple(items), y


def _headline(setting: Setting, headline: str, width: float) -> tuple[TextStyle, list[SetLine]]:
    """The headline in the largest size that needs no more lines than the preset allows."""
    fit, style = setting.preset.headline, setting.style(Role.HEADLINE)
    steps = max(0, int((fit.largest - fit.smallest) / _STEP))
    sizes = [fit.largest - step * _STEP for step in range(steps + 1)]

    def fits(size: float) -> bool:
        words, lines = _headline_at(setting, headline, style.sized(size), width)
        return len(lines) <= fit.lines and all(word.box.width <= width for word in words)

    best = min(bisect_left(sizes, True, key=fits), len(sizes) - 1)
    sized = style.sized(sizes[best])
    return sized, _headline_at(setting, headline, sized, width)[1]


def _headline_at(
    setting: Setting, headline: str, style: TextStyle, width: float
) -> tuple[list[Word], list[SetLine]]:
    words = [_clinging(word) for word in words_of(setting, text_of(headline), style)]
    return words, set_balanced(setting, words, style, width)


def _clinging(word: Word) -> Word:
    if word.text.lower() in _CLINGING:
        return replace(word, box=replace(word.box, penalty=_CLING_PRICE))
    return word


def _height(setting: Setting, headline: tuple[TextStyle, list[SetLine]]) -> float:
    style, lines = headline
    return _headline_items(lines, style, 0.0)[1] + setting.grid


def _headline_items(
    lines: Sequence[SetLine], style: TextStyle, top: float
) -> tuple[tuple[Item, ...], float]:
    """The lines as close as the style says, but never so close that their accents touch."""
    if not lines:
        return (), 0.0
    reaches = [_reach(line) for line in lines]
    needs = [below + above for (_, below), (above, _) in pairwise(reaches)]
    step = max([style.leading, *(need + 0.05 * style.size for need in needs)])
    first = top + reaches[0][0] + 0.06 * style.size
    items = [item for at, line in enumerate(lines) for item in line.items(0.0, first + at * step)]
    return tuple(items), first - top + (len(lines) - 1) * step + 0.24 * style.size


def _reach(line: SetLine) -> tuple[float, float]:
    """How far the ink of a line goes above and below its baseline, in points."""
    reaches = [(span.face.reach(span.text), span.size) for span in line.line.spans]
    tops = [top * size / 1000 for (top, _bottom), size in reaches]
    bottoms = [bottom * size / 1000 for (_top, bottom), size in reaches]
    return max(tops, default=0.0), max(bottoms, default=0.0)


def with_drop_cap(setting: Setting, text: Text, width: float) -> list[Slug] | None:
    """The opening paragraph under an initial of some lines; None when it is not fit for one.

    The initial must be a plain capital (an accent would strike the line above) and the paragraph
    longer than the initial is deep.
    """
    style, lines = setting.style(Role.PARAGRAPH), setting.preset.body.drop_cap
    words = words_of(setting, text, style)
    if not lines or len(words) < _LEAST_WORDS or not _LETTER.match(words[0].text):
        return None
    initial = _initial(setting, words[0].text, style, lines)
    if initial is None:
        return None
    first = _rest_of(setting, words[0], style)
    start = initial.width + 0.28 * style.size
    measures = [(start, width - start)] * lines + [(0.0, width)]
    made = set_words(setting, [first, *words[1:]], style, measures, body=True)
    if len(made) <= lines + 1 or max(word.box.width for word in words) > width - start:
        return None
    return _under_initial(setting, initial, made, style, words[0].text)


def _initial(setting: Setting, word: str, style: TextStyle, lines: int) -> Line | None:
    letter = word[0].upper()
    face = setting.book.face(Family.DISPLAY, 700)
    tall = face.reach("H")[0]
    if letter not in face.characters or not 0 < face.reach(letter)[0] <= tall * 1.04:
        return None
    capital = setting.face(style.style).reach("H")[0] * style.size / 1000
    size = ((lines - 1) * style.leading + capital) * 1000 / tall
    advances = face.advances(letter)
    span = Span(0.0, letter, face, size, setting.style(Role.KICKER).colour, advances, actual="")
    y = baseline(style) + (lines - 1) * style.leading
    return Line(x=0, y=y, width=sum(advances) * size / 1000, spans=(span,), role="drop-cap")


def _rest_of(setting: Setting, word: Word, style: TextStyle) -> Word:
    """The first word without its first letter."""
    rest = words_of(setting, text_of(word.text[1:]), style)[0]
    return Word(
        rest.pieces, replace(word.box, width=rest.box.width, chars=rest.box.chars), word.space
    )


def _under_initial(
    setting: Setting, initial: Line, lines: list[SetLine], style: TextStyle, word: str
) -> list[Slug]:
    """The slugs of the paragraph; the rest of the first word is copied as the whole word."""
    opening_line = lines[0].line
    span, *others = opening_line.spans
    head, tail = _split(span, len(word) - 1)
    spans = (replace(head, actual=word), *_after(tail, head, opening_line), *others)
    lines[0] = replace(lines[0], line=replace(opening_line, spans=spans))
    slugs = running(setting, lines, style)
    slugs[0] = replace(slugs[0], items=(initial, *slugs[0].items))
    deep = setting.preset.body.drop_cap
    return [replace(slug, keep=slug.keep or at < deep) for at, slug in enumerate(slugs)]


def _split(span: Span, at: int) -> tuple[Span, Span]:
    head = replace(span, text=span.text[:at], advances=span.advances[:at])
    return head, replace(span, text=span.text[at:], advances=span.advances[at:])


def _after(tail: Span, head: Span, line: Line) -> tuple[Span, ...]:
    """The rest of the line, shifted by what the head of it takes."""
    if not tail.text:
        return ()
    width = sum(head.advances) * head.size / 1000 * line.scale + len(head.text) * line.tracking
    return (replace(tail, x=head.x + width),)
