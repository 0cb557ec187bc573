"""Marked text in Markdown (CommonMark with `~~`), so that reading it back gives the same text."""

import re
from collections.abc import Sequence
from itertools import groupby

from newsroom.domain.document import Mark, Run, Text

_SPECIAL = re.compile(r"[\\`*_\[\]<>&~|#]")
_LINE_START = re.compile(r"^(?:([-+=])|(\d{1,9})([.)]))", re.MULTILINE)
_DELIMITERS = {Mark.BOLD: "**", Mark.ITALIC: "*", Mark.STRIKE: "~~"}
_TAGS = {
    Mark.BOLD: "b",
    Mark.ITALIC: "i",
    Mark.UNDERLINE: "u",
    Mark.STRIKE: "s",
    Mark.SUPERSCRIPT: "sup",
    Mark.SUBSCRIPT: "sub",
}
_NOT_IN_ADDRESS = str.maketrans({"\\": "\\\\", "<": "%3C", ">": "%3E", "&": "\\&", "\n": "%0A"})
HARD_BREAK = "\\\n"
TAG_BREAK = "<br>"


def inline(text: Text, *, line_break: str = TAG_BREAK) -> str:
    """`text` as Markdown; `line_break` stands for a line break that is not the last character."""
    parts = []
    for address, group in groupby(enumerate(text), key=lambda pair: pair[1].link):
        words = "".join(_marked(text, place, line_break) for place, _ in group)
        parts.append(f"[{words}](<{address.translate(_NOT_IN_ADDRESS)}>)" if address else words)
    whole = _LINE_START.sub(_escaped_start, "".join(parts))
    return "\n".join(_with_edges_kept(line) for line in whole.split("\n"))


def escaped(words: str) -> str:
    """Words of which no character means anything in Markdown."""
    plain = _SPECIAL.sub(r"\\\g<0>", words)
    return plain[:-1] + "\\!" if plain.endswith("!") else plain


def _marked(text: Text, place: int, line_break: str) -> str:
    run = text[place]
    words = _broken(run.text, line_break, last=place == len(text) - 1)
    if not run.marks:
        return words
    if run.marks <= _DELIMITERS.keys() and _stands_apart(text, place):
        signs = [sign for mark, sign in _DELIMITERS.items() if mark in run.marks]
        return f"{''.join(reversed(signs))}{words}{''.join(signs)}"
    tags = [tag for mark, tag in _TAGS.items() if mark in run.marks]
    opening = "".join(f"<{tag}>" for tag in tags)
    return f"{opening}{words}{''.join(f'</{tag}>' for tag in reversed(tags))}"


def _stands_apart(runs: Sequence[Run], place: int) -> bool:
    """Whether asterisks would be understood: white space around the run and none at its ends."""
    before = runs[place - 1].text[-1:] if place else " "
    after = runs[place + 1].text[:1] if place + 1 < len(runs) else " "
    words = runs[place].text
    return before.isspace() and after.isspace() and not (words[0].isspace() or words[-1].isspace())


def _broken(words: str, line_break: str, *, last: bool) -> str:
    """Escaped words with their line breaks; one at the very end would be taken for a backslash."""
    lines = [escaped(line) for line in words.split("\n")]
    if last and len(lines) > 1 and not lines[-1]:
        return line_break.join(lines[:-1]) + TAG_BREAK
    return line_break.join(lines)


def _escaped_start(match: re.Match[str]) -> str:
    return f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}"


def _with_edges_kept(line: str) -> str:
    """White space at the ends of a line is written as a reference, or it would be dropped."""
    if line[:1].isspace():
        line = f"&#{ord(line[0])};{line[1:]}"
    if line[-1:].isspace():
        line = f"{line[:-1]}&#{ord(line[-1])};"
    return line
