"""The small words of HTML: escaping, links that may be followed, marked text."""

import re
from collections.abc import Iterable
from dataclasses import replace
from html import escape as _escape
from itertools import accumulate, groupby
from typing import Self

from newsroom.domain.document import Mark, Run, Text, plain
from newsroom.language.binding import bind
from newsroom.language.pieces import pieces

_NEVER_CHARACTERS = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
UNWANTED = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NEVER_CHARACTERS}]"
)
"""Controls, halves of characters and what Unicode says is none (WHATWG HTML, 13.2.3.5)."""
_LINK = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x20\x7f<>\"\\]+", re.IGNORECASE)
_ELEMENTS = (
    (Mark.BOLD, "strong"),
    (Mark.ITALIC, "em"),
    (Mark.UNDERLINE, "u"),
    (Mark.STRIKE, "s"),
    (Mark.SUPERSCRIPT, "sup"),
    (Mark.SUBSCRIPT, "sub"),
)


class Html(str):
    """Text that is HTML already; templates put it on the page as it is."""

    __slots__ = ()

    def __html__(self) -> Self:
        return self


def plain_words(words: str) -> str:
    """`words` without the characters that neither HTML nor XML can hold."""
    return "".join(UNWANTED.sub("", piece) for piece in pieces(words))


def escaped(words: str) -> Html:
    """`words` for use in text and in quoted attributes, without characters HTML cannot hold."""
    return joined(UNWANTED.sub("", _escape(piece)) for piece in pieces(words))


def joined(parts: Iterable[str]) -> Html:
    """Pieces of HTML in one."""
    return Html("".join(parts))


def safe_link(address: str | None) -> str | None:
    """`address` when a reader may follow it (http, https or mailto), else None."""
    if address is None:
        return None
    trimmed = address.strip()
    return trimmed if _LINK.fullmatch(trimmed) else None


def attributes(**values: str | int | None) -> Html:
    """` name="value"` for each value that is not None; `class_` and `data_block` lose their `_`."""
    return joined(
        f' {name.rstrip("_").replace("_", "-")}="{escaped(str(value))}"'
        for name, value in values.items()
        if value is not None
    )


def bound(words: str) -> str:
    """`words` with what a line must not part bound together (`newsroom.language.binding`).

    A browser breaks a line between a hyphen and a no-break space (Unicode's rule LB12a), so that a
    word joiner stands between them.
    """
    return _with_joiners(bind(words))


def _with_joiners(words: str) -> str:
    return words.replace("-\u00a0", "-\u2060\u00a0")


def render_text(text: Text) -> Html:
    r"""Marked text as HTML: neighbours under one link share one anchor, `\n` breaks the line.

    What a line must not part is bound with no-break spaces, across marks too.
    """
    return joined(
        _linked(link, joined(_marked(run) for run in runs))
        for link, runs in groupby(_bound(text), key=lambda run: safe_link(run.link))
    )


def _bound(text: Text) -> Text:
    words = bind(plain(text))
    starts = accumulate((len(run.text) for run in text), initial=0)
    return tuple(
        replace(run, text=_with_joiners(words[start : start + len(run.text)]))
        for run, start in zip(text, starts, strict=False)
    )


def _linked(link: str | None, inner: Html) -> Html:
    if link is None:
        return inner
    return Html(f"<a{attributes(href=link, rel='noopener noreferrer')}>{inner}</a>")


def _marked(run: Run) -> Html:
    inner = escaped(run.text).replace("\n", "<br>")
    for mark, element in reversed(_ELEMENTS):
        if mark in run.marks:
            inner = f"<{element}>{inner}</{element}>"
    return Html(inner)
