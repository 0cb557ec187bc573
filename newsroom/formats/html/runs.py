"""The text of a block gathered from inline elements, its white space as a browser shows it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsroom.domain.document import NO_MARKS, Mark, Run, Text, normal

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACES = re.compile("[ \t\r\n\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How the text at a place of the page is set; `pre` keeps line ends."""

    marks: frozenset[Mark] = NO_MARKS
    link: str | None = None
    pre: bool = False


@dataclass(slots=True)
class TextBuilder:
    """Collects the runs of one block; `take` gives them as paragraphs and starts afresh."""

    _runs: list[tuple[str, Style]] = field(default_factory=list)

    def add(self, text: str, style: Style) -> None:
        """Append `text` as the source has it."""
        if style.pre:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self.line_break()
                self._runs.append((_SPACES.sub(" ", line), style))
        elif text:
            self._runs.append((_SPACES.sub(" ", text), style))

    def line_break(self) -> None:
        """Append a `<br>`."""
        self._runs.append(("\n", Style()))

    def take(self) -> list[Text]:
        """The paragraphs so far: split at two line breaks, single-spaced, none of them empty."""
        if not self._runs:
            return []
        runs, self._runs = self._runs, []
        paragraphs: list[list[tuple[str, Style]]] = [[]]
        breaks = 0
        for text, style in runs:
            if text == "\n":
                breaks += 1
                continue
            if text == " " and breaks:
                continue
            if breaks and text:
                _end_line(paragraphs, breaks)
                breaks = 0
            paragraphs[-1].append((text, style))
        spaced = (_spaced(part) for part in paragraphs)
        return [text for text in spaced if text]


def _end_line(paragraphs: list[list[tuple[str, Style]]], breaks: int) -> None:
    if breaks > 1:
        paragraphs.append([])
    elif paragraphs[-1]:
        paragraphs[-1].append(("\n", Style()))


def _spaced(parts: list[tuple[str, Style]]) -> Text:
    """One paragraph with single spaces, none at its ends or beside a line break."""
    if all(text == " " for text, _ in parts):
        return ()
    return normal(reversed(list(_trimmed_end(list(_trimmed_start(parts))))))


def _trimmed_start(parts: list[tuple[str, Style]]) -> Iterator[Run]:
    last = " "
    for text, style in parts:
        kept = text.lstrip(" ") if last in " \n" else text
        if kept:
            last = kept[-1]
            yield Run(text=kept, marks=style.marks, link=style.link)


def _trimmed_end(runs: list[Run]) -> Iterator[Run]:
    following = "\n"
    for run in reversed(runs):
        kept = run.text.rstrip(" ") if following == "\n" else run.text
        if following == "\n" and kept == "\n":
            continue
        if kept:
            following = kept[0]
            yield Run(text=kept, marks=run.marks, link=run.link)


def joined(texts: Iterable[Text]) -> Text:
    """Several texts as one, each from the second on in a new line."""
    runs: list[Run] = []
    for text in texts:
        if runs and text:
            runs.append(Run(text="\n"))
        runs.extend(text)
    return normal(runs)


def without_first(text: Text, count: int) -> Text:
    """`text` without its first `count` characters."""
    runs: list[Run] = []
    for run in text:
        runs.append(replace(run, text=run.text[count:]))
        count = max(0, count - len(run.text))
    return normal(runs)


def first_of(text: Text, count: int) -> Text:
    """The first `count` characters of `text`."""
    runs: list[Run] = []
    for run in text:
        runs.append(replace(run, text=run.text[: max(0, count)]))
        count -= len(run.text)
    return normal(runs)


def words_of(element: "_Element", between: str = "") -> str:
    """All text inside an element, as the source has it, its parts joined with `between`."""
    return between.join(str(words) for words in element.itertext())
