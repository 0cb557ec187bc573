"""Words as placed lines: a paragraph in a measure, with its alignment and its decorations."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsroom.domain.document import Text
from newsroom.domain.style import Align
from newsroom.press.layout.breaking import (
    Break,
    Tolerance,
    break_balanced,
    break_justified,
    break_ragged,
)
from newsroom.press.layout.model import Element, Item, Line, Rule, Span, moved
from newsroom.press.layout.setting import Setting, TextStyle
from newsroom.press.layout.words import Piece, Word, cut_to, words_of

_WHOLE_WORD = 0.45
"""A word of running text over this share of its measure may break at its seams."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line and its decorations, the baseline at y 0, x from the left of the measure."""

    line: Line
    rules: tuple[Rule, ...] = ()

    def items(self, x: float, baseline: float) -> tuple[Item, ...]:
        """What stands on the page when the measure starts at `x`."""
        return moved((self.line, *self.rules), x, baseline)

    def within(self, *parents: Element) -> "SetLine":
        """The line as a part of `parents`."""
        return replace(self, line=replace(self.line, path=(*parents, *(self.line.path or ()))))


def set_text(
    setting: Setting,
    text: Text,
    style: TextStyle,
    width: float,
    *,
    first_indent: float = 0.0,
    body: bool = False,
) -> list[SetLine]:
    """`text` in lines of `width` points, justified or aligned as the style says."""

    def made() -> list[SetLine]:
        measure = width - max(first_indent, 0.0)
        words = cut_to(setting, words_of(setting, text, style), measure, whole=_WHOLE_WORD)
        measures = [(first_indent, width - first_indent), (0.0, width)]
        return set_words(setting, words, style, measures, body=body)

    if setting.remembered is None:
        return made()
    look = (setting.book, setting.preset.body)
    key = (look, text, style, width, first_indent, body)
    lines, missing = setting.remembered.lines(key, lambda: setting.remarks.noted(made))
    setting.remarks.missing.update(dict.fromkeys(missing))
    return [*lines]


def set_words(
    setting: Setting,
    words: Sequence[Word],
    style: TextStyle,
    measures: Sequence[tuple[float, float]],
    *,
    body: bool = False,
) -> list[SetLine]:
    """Words in lines whose (start, width) are given, the last pair for all that follow."""
    if not words:
        return []
    boxes = [word.box for word in words]
    lengths = [length for _start, length in measures]
    if style.align is Align.JUSTIFY and setting.preset.body.justify:
        breaks = break_justified(boxes, lengths, tolerance_of(setting, style))
    else:
        breaks = break_ragged(boxes, lengths)
    return [
        _line(words, line, style, measures[min(at, len(measures) - 1)], body=body)
        for at, line in enumerate(breaks)
    ]


def tolerance_of(setting: Setting, style: TextStyle) -> Tolerance:
    """How far letters may give in this style."""
    body = setting.preset.body
    return Tolerance(scale=body.letter_width, tracking=body.letter_space * style.size)


def set_balanced(
    setting: Setting, words: Sequence[Word], style: TextStyle, width: float
) -> list[SetLine]:
    """A headline: even lines, as few as fit, never a lone last word."""
    fitting = cut_to(setting, words, width)
    breaks = break_balanced([word.box for word in fitting], width)
    return [_line(fitting, line, style, (0.0, width)) for line in breaks]


def _line(
    words: Sequence[Word],
    fit: Break,
    style: TextStyle,
    measure: tuple[float, float],
    *,
    body: bool = False,
) -> SetLine:
    pieces = _pieces(words[fit.start : fit.end])
    spans, width = _spans(pieces, fit)
    start, length = measure
    x = start + _shift(style.align, length - width)
    line = Line(
        x=x,
        y=0.0,
        width=width,
        spans=spans,
        role=style.role,
        word_space=fit.word_space,
        scale=fit.scale,
        tracking=fit.tracking,
        body=body,
        more=fit.end < len(words) and words[fit.end - 1].space is not None,
    )
    return SetLine(line, _decorations(pieces, spans, x, width))


def _shift(align: Align, slack: float) -> float:
    match align:
        case Align.RIGHT:
            return slack
        case Align.CENTRE:
            return slack / 2
        case Align.LEFT | Align.JUSTIFY:
            return 0.0


def _pieces(words: Sequence[Word]) -> list[Piece]:
    """All pieces of a line with the spaces between its words, equal neighbours joined."""
    joined: list[Piece] = []
    for at, word in enumerate(words):
        for piece in word.pieces:
            _append(joined, piece)
        if word.space is not None and at < len(words) - 1:
            _append(joined, word.space)
    return joined


def _append(joined: list[Piece], piece: Piece) -> None:
    last = joined[-1] if joined else None
    same = last is not None and (last.ink is piece.ink or last.ink == piece.ink)
    if last is not None and same and last.face is piece.face:
        joined[-1] = Piece(
            last.text + piece.text,
            last.face,
            last.ink,
            last.advances + piece.advances,
            last.width + piece.width,
        )
    else:
        joined.append(piece)


def _spans(pieces: Sequence[Piece], fit: Break) -> tuple[tuple[Span, ...], float]:
    """The spans of a line, and the width of the line without its last letter-space."""
    x, spans = 0.0, []
    for piece in pieces:
        ink = piece.ink
        spans.append(
            Span(
                x,
                piece.text,
                piece.face,
                ink.size,
                ink.colour,
                piece.advances,
                ink.rise,
                link=ink.link,
            )
        )
        x += _advance(piece, fit)
    return tuple(spans), x - fit.tracking


def _advance(piece: Piece, fit: Break) -> float:
    spaces = [
        advance
        for character, advance in zip(piece.text, piece.advances, strict=True)
        if character in " \u00a0"
    ]
    blank = sum(spaces) * piece.ink.size / 1000
    letters = (piece.width - blank) * fit.scale
    return letters + blank + len(spaces) * fit.word_space + len(piece.text) * fit.tracking


def _decorations(
    pieces: Sequence[Piece], spans: Sequence[Span], start: float, width: float
) -> tuple[Rule, ...]:
    rules = []
    ends = [*(span.x for span in spans[1:]), width]
    for piece, span, end in zip(pieces, spans, ends, strict=True):
        ink = piece.ink
        for wanted, share in ((ink.underline, 0.12), (ink.strike, -0.26)):
            if wanted:
                y = share * ink.size - ink.rise
                rules.append(
                    Rule(
                        x1=start + span.x,
                        x2=start + end,
                        y1=y,
                        y2=y,
                        thickness=max(0.4, ink.size * 0.05),
                        colour=ink.colour,
                    )
                )
    return tuple(rules)
