"""The line under a photo: number, caption, credit."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from newsroom.domain.document import Mark, Run, Text, normal, plain
from newsroom.formats.docx.names import Style
from newsroom.formats.docx.nodes import ParagraphNode, Span, text_of_spans
from newsroom.formats.page.captions import is_caption, split_credit

_NUMBER = re.compile(r"\D*\d+\. ?")
_LABEL = re.compile(r" (?:[^:]*:(?: |$))?")
_SHORT = 60
"""A caption without a credit and without a style has at most so many words."""


def is_caption_of_photo(node: ParagraphNode) -> bool:
    """Whether a paragraph below a photo is its caption, by style, credit or italics."""
    if node.style is Style.CAPTION:
        return True
    if node.style not in (None, Style.BODY) or node.level or node.numbering or node.pictures:
        return False
    words = plain(node.text).strip()
    return is_caption(words) or (bool(words) and _is_all_italic(node))


def _is_all_italic(node: ParagraphNode) -> bool:
    solid = [span for span in node.spans if span.text.strip()]
    short = len(plain(node.text).split()) <= _SHORT
    return short and all(Mark.ITALIC in span.marks for span in solid)


def caption_and_credit(spans: Sequence[Span]) -> tuple[Text, str]:
    """The caption and the credit, without the words that our writer put around them."""
    if not any(span.style in (Style.LABEL, Style.CREDIT) for span in spans):
        return _split(text_of_spans(spans))
    lead = list(takewhile(lambda span: span.style is Style.LABEL, spans))
    rest = spans[len(lead) :]
    opening = _NUMBER.sub("", "".join(span.text for span in lead), count=1)
    caption = [span for span in rest if span.style not in (Style.LABEL, Style.CREDIT)]
    labels = (span.text for span in rest if span.style is Style.LABEL)
    added = (_LABEL.sub("", label, count=1) for label in (opening, *labels))
    credit = (span.text for span in rest if span.style is Style.CREDIT)
    return text_of_spans(caption), "".join((*added, *credit))


def _split(text: Text) -> tuple[Text, str]:
    words = plain(text)
    kept, credit = split_credit(words)
    return (shortened(text, len(kept)), credit) if credit else (stripped(text), "")


def shortened(text: Text, length: int) -> Text:
    """The first `length` characters of `text`."""
    runs: list[Run] = []
    for run in text:
        runs.append(replace(run, text=run.text[: max(length, 0)]))
        length -= len(run.text)
    return normal(runs)


def stripped(text: Text) -> Text:
    """`text` without white space at its ends."""
    if not text:
        return text
    words = plain(text)
    tail = shortened(text, len(words.rstrip()))
    cut = len(words) - len(words.lstrip())
    runs: list[Run] = []
    for run in tail:
        runs.append(replace(run, text=run.text[cut:]))
        cut = max(0, cut - len(run.text))
    return normal(runs)
