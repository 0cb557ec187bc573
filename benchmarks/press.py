"""How fast pages are made, against WeasyPrint for the same article; how even their lines are.

Run: .venv/bin/python -m benchmarks.press   (prints JSON; ratios under 0.25 meet the target)
"""

import json
import time
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path

from newsroom.domain.document import Document, Heading, Paragraph, Photo, plain, text_of
from newsroom.domain.style import Role
from newsroom.press.layout.breaking import break_justified
from newsroom.press.layout.lines import tolerance_of
from newsroom.press.layout.model import Line
from newsroom.press.layout.pages import lay_out
from newsroom.press.layout.setting import Remarks, Setting
from newsroom.press.layout.words import words_of
from newsroom.press.pdf import render_pdf
from newsroom.press.presets import load_preset
from tests.press.samples import context, landscape, plain_article, rich_blocks

ROOT = Path(__file__).resolve().parents[1]
RUNS = 5


def article():
    """About 1,500 words with two photos, a table, a box and cross-heads."""
    more = plain_article(13).body.blocks
    return plain_article(body=Document(blocks=(*rich_blocks(), *more)))


def fastest(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def web_page(made) -> str:
    """The same article as a two-column page for WeasyPrint, in the same fonts."""
    fonts = ROOT / "resources/fonts"
    parts = [f"<h1>{escape(made.headline)}</h1><p class=lede>{escape(made.lede)}</p>"]
    for block in made.body.blocks:
        match block:
            case Paragraph():
                parts.append(f"<p>{escape(plain(block.text))}</p>")
            case Heading():
                parts.append(f"<h2>{escape(plain(block.text))}</h2>")
            case Photo():
                parts.append(f"<img src='data:image/jpeg;base64,{_base64()}'>")
            case _:
                pass
    face = "".join(
        f"@font-face{{font-family:{name};src:url(file://{fonts / file})}}"
        for name, file in (
            ("text", "source-serif-4/SourceSerif4_400Regular.ttf"),
            ("display", "noto-serif-display/NotoSerifDisplay_700Bold.ttf"),
        )
    )
    style = (
        f"{face}@page{{size:A4;margin:14mm}}"
        "body{font:9.4pt/12pt text;columns:2;text-align:justify}"
        "h1{font:42pt display;column-span:all}img{width:100%}p{margin:0;text-indent:3mm}"
    )
    return f"<html lang=vi><style>{style}</style><body>{''.join(parts)}</body></html>"


def _base64() -> str:
    from base64 import b64encode

    return b64encode(landscape().read()).decode()


def speed() -> dict[str, float]:
    from weasyprint import HTML

    made = article()
    page = web_page(made)
    times = {"weasyprint": fastest(lambda: HTML(string=page).write_pdf())}
    for name in ("newspaper", "office", "print"):
        preset = load_preset(name)
        times[name] = fastest(
            lambda preset=preset: render_pdf([made], context_of=[context()], preset=preset)
        )
    preset = load_preset("newspaper")
    times["newspaper layout alone"] = fastest(lambda: lay_out([made], [context()], preset))
    return times


def samples() -> list[list[str]]:
    """The sample paragraphs, and each again without its first words: other lines every time."""
    paragraphs = [plain(block.text).split() for block in plain_article(10).body.blocks]
    return [words[skip:] for skip in range(0, 20, 2) for words in paragraphs]


def evenness(width_mm: float, size: float) -> dict[str, float]:
    """Word spaces of justified body lines as multiples of the normal one."""
    base = load_preset("newspaper")
    preset = replace(base, body=replace(base.body, size=size))
    setting = Setting(preset, context(), Remarks())
    style = setting.style(Role.PARAGRAPH)
    found, rigid = [], []
    took, count = 0.0, 0
    for words in samples():
        boxes = [word.box for word in words_of(setting, text_of(" ".join(words)), style)]
        count += len(boxes)
        measure = width_mm * 72 / 25.4
        start = time.perf_counter()
        lines = break_justified(boxes, [measure], tolerance_of(setting, style))
        took += time.perf_counter() - start
        found += [1 + line.word_space / boxes[line.start].space for line in lines[:-1]]
        rigid += [
            1 + line.word_space / boxes[line.start].space
            for line in break_justified(boxes, [measure])[:-1]
        ]
    return {
        "lines": len(found),
        "over 2x, %": round(100 * sum(factor > 2 for factor in found) / len(found), 2),
        "worst": round(max(found), 2),
        "tightest": round(min(found), 2),
        "rigid letters: over 2x, %": round(100 * sum(f > 2 for f in rigid) / len(rigid), 2),
        "rigid letters: worst": round(max(rigid), 2),
        "ms for 1,500 words": round(took * 1_500_000 / count, 1),
    }


def main() -> None:
    times = speed()
    peer = times["weasyprint"]
    made = article()
    words = sum(
        len(line.text.split())
        for page in lay_out([made], [context()], load_preset("newspaper")).pages
        for line in page.items
        if isinstance(line, Line)
    )
    result = {
        "words": words,
        "milliseconds": {name: round(took * 1000) for name, took in times.items()},
        "ratio to weasyprint": {name: round(took / peer, 3) for name, took in times.items()},
        "line breaking": {
            f"{width} mm, {size} pt": evenness(width, size)
            for width, size in ((48, 8.8), (57, 9.0), (86, 9.4))
        },
    }
    print(json.dumps(result, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
