"""Text in the fonts of before Unicode: `.VnTime` (TCVN3) and `VNI-Times` (VNI)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from newsroom.formats.docx.nodes import Span
from newsroom.language.legacy import from_tcvn3, from_vni
from newsroom.language.normalise import clean_text

_UNICODE = re.compile("[\u0100-\u017f\u01a0-\u01b0\u1ea0-\u1ef9]")
"""Vietnamese letters that no old encoding has: what holds one was typed in Unicode."""


def is_old_font(font: str) -> bool:
    """Whether a font's name says that its letters are not Unicode."""
    name = font.casefold()
    return name.startswith((".vn", "vni-", "vni "))


def cleaned(spans: Sequence[Span]) -> list[Span]:
    """The spans of a paragraph as the desk keeps text: decoded, NFC, nothing invisible.

    Spans that differ in nothing are joined first: Word splits letters from their marks.
    """
    joined = _joined(spans)
    whole = "".join(span.text for span in joined)
    trusted = not _UNICODE.search(whole)
    texts = (_decoded(span) if trusted else span.text for span in joined)
    pairs = zip(joined, texts, strict=True)
    return [replace(span, text=_one_line_end(clean_text(text))) for span, text in pairs]


def old_fonts(spans: Iterable[Span]) -> set[str]:
    """The names of the old fonts in use."""
    return {span.font for span in spans if span.text.strip() and is_old_font(span.font)}


def _joined(spans: Sequence[Span]) -> list[Span]:
    groups = groupby(spans, key=lambda span: replace(span, text=""))
    return [replace(key, text="".join(span.text for span in group)) for key, group in groups]


def _decoded(span: Span) -> str:
    name = span.font.casefold()
    if name.startswith(".vn"):
        return from_tcvn3(span.text, capitals=name.endswith("h"))
    return from_vni(span.text) if is_old_font(name) else span.text


def _one_line_end(text: str) -> str:
    return text.replace("\t", " ")
