"""The inside of a Markdown paragraph as marked text. HTML but a few marks is harmless text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsroom.domain.document import Mark, Run, Text, normal
from newsroom.formats.addresses import safe_address
from newsroom.language.normalise import clean_text

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKS = {"strong": Mark.BOLD, "em": Mark.ITALIC, "s": Mark.STRIKE}
_TAGS = {
    "b": Mark.BOLD,
    "strong": Mark.BOLD,
    "i": Mark.ITALIC,
    "em": Mark.ITALIC,
    "u": Mark.UNDERLINE,
    "ins": Mark.UNDERLINE,
    "s": Mark.STRIKE,
    "del": Mark.STRIKE,
    "sup": Mark.SUPERSCRIPT,
    "sub": Mark.SUBSCRIPT,
}
_TAG = re.compile(r"<(/?)([a-zA-Z]+)>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def inline_text(tokens: Sequence["Token"]) -> Text:
    """The marked text of an inline token's children."""
    return normal(_runs(tokens))


def _runs(tokens: Sequence["Token"]) -> Iterator[Run]:
    marks: Counter[Mark] = Counter()
    links: list[str | None] = []
    for place, token in enumerate(tokens):
        name, _, side = token.type.rpartition("_")
        change = {"open": 1, "close": -1}.get(side, 0)
        if name == "link":
            _change_link(links, token, opens=change > 0)
        elif name in _MARKS:
            marks[_MARKS[name]] += change
        elif (tag := _mark_tag(tokens, place)) is not None:
            marks[tag[0]] += tag[1]
        else:
            link = links[-1] if links else None
            words = clean_text(_words(token))
            yield Run(text=words, marks=frozenset(+marks), link=link)


def _change_link(links: list[str | None], token: "Token", *, opens: bool) -> None:
    if opens:
        links.append(safe_address(str(token.attrGet("href") or "")))
    elif links:
        links.pop()


def _words(token: "Token") -> str:
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak" or _BREAK.fullmatch(token.content):
        return "\n"
    if token.type == "image":
        return "".join(map(_words, token.children or ()))
    return token.content


def _mark_tag(tokens: Sequence["Token"], place: int) -> tuple[Mark, int] | None:
    """The mark that a tag switches on (1) or off (-1), if the tag has its counterpart."""
    token = tokens[place]
    match = _TAG.fullmatch(token.content) if token.type == "html_inline" else None
    mark = _TAGS.get(match[2].lower()) if match else None
    if match is None or mark is None:
        return None
    closes = bool(match[1])
    others = tokens[:place] if closes else tokens[place + 1 :]
    counterpart = f"<{'' if closes else '/'}{match[2]}>"
    paired = any(o.type == "html_inline" and o.content == counterpart for o in others)
    return (mark, -1 if closes else 1) if paired else None
