"""How even the word spaces of justified columns are: ours beside four peers, on the same text.

    python -m benchmarks.justification

Three articles of our own in columns of 48, 57 and 86 mm, in the same font and size. For each way of
breaking lines: the justified lines, the share of them whose word spaces are over twice the normal
one, and the widest space of all as a multiple of the normal one. Greedy breaking and total fit with
rigid letters are computed on our own measures; WeasyPrint and typst are asked for PDF files, whose
words are measured with pdftotext (poppler), and are left out where these are not installed.
"""

import re
import shutil
import subprocess
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.storage import words as chance_words
from newsroom.domain.document import text_of
from newsroom.domain.style import Role
from newsroom.paths import resource
from newsroom.press.layout.breaking import Box, break_justified
from newsroom.press.layout.lines import tolerance_of
from newsroom.press.layout.setting import Remarks, Setting, TextStyle
from newsroom.press.layout.words import words_of
from newsroom.press.preset import MM
from newsroom.press.presets import load_preset
from tests.press.samples import PARAGRAPHS, context

COLUMNS = ((48, 8.8), (57, 9.0), (86, 9.4))
"""Millimetres and points."""
TARGETS = {48: (4.0, 2.6), 57: (0.6, 2.1), 86: (0.0, 1.3)}
"""Per cent of lines over twice the normal space, and the worst line."""
FONT = resource("fonts/source-serif-4/SourceSerif4_400Regular.ttf")
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"')
_FULL = 1.2
"""A line is justified when it ends within so many points of the column's edge."""


@dataclass(frozen=True)
class Column:
    """A measure in points, the size of the type, and a setting for it."""

    measure: float
    size: float
    setting: Setting
    style: TextStyle

    @property
    def space(self) -> float:
        """The normal word space in points."""
        (space,) = self.setting.face(self.style.style).advances(" ")
        return space * self.size / 1000


def articles() -> list[list[str]]:
    """Three articles as paragraphs: the welcome page's, the press tests', one of chance words."""
    sample = tomllib.loads(resource("sample/article.toml").read_text("utf-8"))
    first = [_words(block) for block in sample["blocks"] if block.get("type") == "paragraph"]
    source = Random(7)
    return [first, list(PARAGRAPHS), [chance_words(source, 70) for _ in range(20)]]


def _words(block: dict[str, Any]) -> str:
    return str(block["text"]) if "text" in block else "".join(run[0] for run in block["runs"])


def column(millimetres: float, size: float) -> Column:
    base = load_preset("newspaper")
    preset = replace(base, body=replace(base.body, size=size))
    setting = Setting(preset, context(), Remarks())
    return Column(millimetres * MM, size, setting, setting.style(Role.PARAGRAPH))


def boxes_of(text: str, where: Column) -> list[Box]:
    return [word.box for word in words_of(where.setting, text_of(text), where.style)]


def greedy(boxes: Sequence[Box], where: Column) -> Iterator[float]:
    """As much as fits on each line; the rest of the line goes into its word spaces."""
    line: list[Box] = []
    for box in boxes:
        natural = sum(b.width + b.space for b in line) + box.width
        if line and natural > where.measure:
            yield _stretched(line, where)
            line = []
        line.append(box)


def _stretched(line: Sequence[Box], where: Column) -> float:
    gaps = len(line) - 1 + sum(box.inside for box in line)
    natural = sum(box.width for box in line) + sum(box.space for box in line[:-1])
    return 1 + (where.measure - natural) / max(1, gaps) / where.space


def rigid(boxes: Sequence[Box], where: Column) -> Iterator[float]:
    for line in break_justified(boxes, [where.measure])[:-1]:
        yield 1 + line.word_space / where.space


def ours(boxes: Sequence[Box], where: Column) -> Iterator[float]:
    tolerance = tolerance_of(where.setting, where.style)
    for line in break_justified(boxes, [where.measure], tolerance)[:-1]:
        yield 1 + line.word_space / where.space


def weasyprint(paragraphs: Iterable[str], where: Column, folder: Path) -> Path:
    from weasyprint import HTML

    style = (
        f"@font-face{{font-family:text;src:url(file://{FONT})}}"
        f"@page{{size:{where.measure + 40}pt 2000pt;margin:20pt}}"
        f"body{{margin:0;width:{where.measure}pt;font:{where.size}pt/1.3 text}}"
        "p{margin:0 0 6pt;text-align:justify}"
    )
    body = "".join(f"<p>{escape(words)}</p>" for words in paragraphs)
    HTML(string=f"<html lang=vi><style>{style}</style><body>{body}").write_pdf(folder / "w.pdf")
    return folder / "w.pdf"


def typst(paragraphs: Iterable[str], where: Column, folder: Path) -> Path:
    import typst as compiler

    head = (
        f"#set page(width: {where.measure + 40}pt, height: 2000pt, margin: 20pt)\n"
        f'#set text(font: "Source Serif 4", size: {where.size}pt, lang: "vi", hyphenate: false)\n'
        "#set par(justify: true)\n\n"
    )
    source = folder / "t.typ"
    words = (re.sub(r"([#$*_@<>\\`\[\]])", r"\\\1", each) for each in paragraphs)
    source.write_text(head + "\n\n".join(words), encoding="utf-8")
    compiler.compile(str(source), output=str(folder / "t.pdf"), font_paths=[str(FONT.parent)])
    return folder / "t.pdf"


def measured(pdf: Path, where: Column) -> Iterator[float]:
    """The word spaces of the full lines of a file, the widest of each line."""
    command = ["pdftotext", "-bbox-layout", str(pdf), "-"]
    layout = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    edge = 20 + where.measure
    for line in layout.split("<line ")[1:]:
        words = [(float(a), float(b)) for a, b in _WORD.findall(line)]
        if len(words) > 1 and abs(words[-1][1] - edge) < _FULL:
            gaps = [right[0] - left[1] for left, right in pairwise(words)]
            yield sum(gaps) / len(gaps) / where.space


def row(name: str, factors: Sequence[float]) -> str:
    over = 100 * sum(factor > 2 for factor in factors) / max(1, len(factors))
    return f"  {name:<28}{len(factors):>6}{over:>10.1f} %{max(factors, default=0):>9.2f}"


def main() -> None:
    """Print a table for each measure."""
    texts = articles()
    for millimetres, size in COLUMNS:
        where = column(millimetres, size)
        most, worst = TARGETS[millimetres]
        print(f"{millimetres} mm, {size} pt   (ours: at most {most} %, worst {worst})")
        print(f"  {'':<28}{'lines':>6}{'over 2×':>12}{'worst':>9}")
        paragraphs = [words for text in texts for words in text]
        sets = [boxes_of(words, where) for words in paragraphs]
        for name, breaking in (
            ("greedy", greedy),
            ("total fit, rigid letters", rigid),
            ("ours", ours),
        ):
            print(row(name, [factor for boxes in sets for factor in breaking(boxes, where)]))
        if shutil.which("pdftotext") is None:
            print("  (pdftotext is not installed: no peers)")
            continue
        with tempfile.TemporaryDirectory() as made:
            for name, peer in (("WeasyPrint", weasyprint), ("typst", typst)):
                pdf = peer(paragraphs, where, Path(made))
                print(row(name, list(measured(pdf, where))))


if __name__ == "__main__":
    main()
