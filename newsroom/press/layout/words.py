"""Marked text as measured words, ready to be broken into lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from newsroom.domain.document import Mark, Run, Text
from newsroom.language.binding import bind
from newsroom.press.fonts import Face
from newsroom.press.layout.breaking import Box
from newsroom.press.layout.model import Colour
from newsroom.press.layout.setting import Setting, TextStyle

_TOKEN = re.compile(r"\n|[^\S\u00a0\u202f\u2007\n]+|(?:[^\s]|[\u00a0\u202f\u2007])+")
_SMALL = 0.64
_RISE = {Mark.SUPERSCRIPT: 0.34, Mark.SUBSCRIPT: -0.14}
_SEAM = re.compile(r"(?<=\w)[-/_.,:;?&=@–—]+(?=[^\W\d_])|(?<=[^\W\d])[-/_.,:;?&=@–—]+(?=\d)")
"""Where a word that is too wide is best cut: after these, but not within a number or a date."""
_LEAST_PART = 3
_SEAM_PRICE = 1_500.0
_SURE = 0.98
"""Of a measure: parts are shaped anew and may then be a little wider."""
_INFINITE = float("inf")


@dataclass(frozen=True, slots=True)
class Ink:
    """How a piece is set, besides its face."""

    size: float
    colour: Colour
    rise: float = 0.0
    underline: bool = False
    strike: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a word in one face; `advances` in thousandths of an em, `width` in points."""

    text: str
    face: Face
    ink: Ink
    advances: tuple[float, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Word:
    """An unbreakable word, in as many pieces as it has styles; `space` is the one after it."""

    pieces: tuple[Piece, ...]
    box: Box
    space: Piece | None

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def words_of(setting: Setting, text: Text, style: TextStyle) -> list[Word]:
    """The words of `text` in `style`; a line break in it becomes a forced break.

    A number and its unit, a title and a name are one word: no line ends between them.
    """
    words: list[Word] = []
    pieces: list[Piece] = []
    for run in text:
        face, ink = _look(setting, run, style)
        space = next(_pieces(setting, face, ink, " "))
        bound = bind(run.text)
        for part in _TOKEN.findall(bound.upper() if style.style.caps else bound):
            if part == "\n":
                _finish(words, pieces, None, forced=True)
            elif part.isspace() and "\u00a0" not in part:
                _finish(words, pieces, space, forced=False)
            else:
                pieces.extend(_pieces(setting, face, ink, part))
    _finish(words, pieces, None, forced=False)
    return words


def _finish(words: list[Word], pieces: list[Piece], space: Piece | None, *, forced: bool) -> None:
    """Close the word under way; a break or space with no word before it changes the last one."""
    if pieces:
        words.append(_word(pieces, space, forced=forced))
        pieces.clear()
    elif words and forced:
        words[-1] = _word(words[-1].pieces, words[-1].space, forced=True)


def _word(pieces: Sequence[Piece], space: Piece | None, *, forced: bool) -> Word:
    width, chars, inside = 0.0, 0, 0
    for piece in pieces:
        width += piece.width
        chars += len(piece.text)
        inside += piece.text.count("\u00a0")
    box = Box(
        width=width,
        chars=chars,
        space=space.width if space else 0.26 * pieces[-1].ink.size,
        gap=1 if space else 0,
        inside=inside,
        forced=forced,
    )
    return Word(tuple(pieces), box, space)


def _look(setting: Setting, run: Run, style: TextStyle) -> tuple[Face, Ink]:
    marks = run.marks
    face = setting.face(style.style, bold=Mark.BOLD in marks, italic=Mark.ITALIC in marks)
    small = marks & _RISE.keys()
    rise = sum(_RISE[mark] for mark in small) * style.size
    ink = Ink(
        size=style.size * (_SMALL if small else 1.0),
        colour=style.colour,
        rise=rise,
        underline=Mark.UNDERLINE in marks,
        strike=Mark.STRIKE in marks,
        link=run.link,
    )
    return face, ink


def _pieces(setting: Setting, face: Face, ink: Ink, token: str) -> Iterator[Piece]:
    for shaped in setting.book.shape(face, token):
        if shaped.missing:
            setting.remarks.missing.update(dict.fromkeys(shaped.missing))
        if shaped.text:
            width = shaped.width * ink.size / 1000
            yield Piece(shaped.text, shaped.face, ink, shaped.advances, width)


def cut_to(
    setting: Setting, words: Iterable[Word], width: float, *, whole: float = 1.0
) -> list[Word]:
    """The words, those wider than `width` points cut into parts that fit.

    Words over the share `whole` of it may break at their seams too, as addresses do.
    """
    fitting: list[Word] = []
    for word in words:
        fitting.extend(_parts(setting, word, width) if word.box.width > whole * width else [word])
    return fitting


def breaks_at_seams(setting: Setting, word: Word, width: float) -> bool:
    """Whether a word too wide for `width` points needs no cut but at its seams."""
    return all(part.box.width <= width for part in _parts(setting, word, _INFINITE))


_Letter = tuple[Piece, str, float]


def _parts(setting: Setting, word: Word, width: float) -> Iterator[Word]:
    """The word between its seams, and what is wider than `width` by letters."""
    letters = [
        (piece, character, advance * piece.ink.size / 1000)
        for piece in word.pieces
        for character, advance in zip(piece.text, piece.advances, strict=True)
    ]
    cuts = [*_cuts(letters, width)]
    if len(cuts) == 1:
        yield word
        return
    start = 0
    for end in cuts:
        last = end == len(letters)
        pieces = [*_regrouped(setting, letters[start:end])]
        part = _word(pieces, word.space if last else None, forced=word.box.forced and last)
        yield part if last else replace(part, box=replace(part.box, penalty=_SEAM_PRICE))
        start = end


def _cuts(letters: Sequence[_Letter], width: float) -> Iterator[int]:
    """Where the parts of a word end."""
    start = 0
    for seam in [*_seams("".join(letter for _piece, letter, _width in letters)), len(letters)]:
        if sum(advance for _piece, _letter, advance in letters[start:seam]) > width:
            yield from _cuts_within(letters, start, seam, width * _SURE)
        yield seam
        start = seam


def _cuts_within(letters: Sequence[_Letter], start: int, end: int, width: float) -> Iterator[int]:
    """Where a part with no seam is cut: before each letter that no longer fits."""
    used = 0.0
    for at in range(start, end):
        used += letters[at][2]
        if used > width and at > start:
            yield at
            used = letters[at][2]


def _seams(word: str) -> Iterator[int]:
    """Where a word may be parted: after signs such as `/`, not between figures nor near an end."""
    start = 0
    for found in _SEAM.finditer(word):
        if found.end() - start >= _LEAST_PART and len(word) - found.end() >= _LEAST_PART:
            yield found.end()
            start = found.end()


def _regrouped(setting: Setting, letters: Sequence[tuple[Piece, str, float]]) -> Iterator[Piece]:
    text, owner = "", letters[0][0]
    for piece, character, _advance in letters:
        if piece is not owner:
            yield from _pieces(setting, owner.face, owner.ink, text)
            text, owner = "", piece
        text += character
    yield from _pieces(setting, owner.face, owner.ink, text)
