"""How fast pages are made, beside WeasyPrint and typst; how even their lines are.

The same article for all: 1,500 words, two photos, a table, a box. WeasyPrint writes PDF/X-4 with
the same profile, bleed and marks, black as ink; it leaves photos as they are, we separate them.
`newsroom export` is the whole command: it opens a library and says what the article lacks besides.
Run: make bench ARGS=press
"""

import json
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks._press_peers import typst_page, web_page
from newsroom.app import open_desk
from newsroom.domain.article import Article, text_part
from newsroom.domain.document import Document, plain, text_of
from newsroom.domain.ids import ArticleId
from newsroom.domain.rendering import RenderContext
from newsroom.domain.style import Role
from newsroom.press.layout.breaking import break_justified
from newsroom.press.layout.lines import tolerance_of
from newsroom.press.layout.model import Line
from newsroom.press.layout.pages import lay_out
from newsroom.press.layout.setting import Remarks, Setting
from newsroom.press.layout.words import words_of
from newsroom.press.presets import load_preset
from newsroom.services.articles import create_article
from newsroom.services.photos import add_photo
from tests.press.samples import context, plain_article, rich_blocks

ROOT = Path(__file__).resolve().parents[1]
RUNS = 5
EXPORT = "newsroom export"
PROGRAMS = ("newspaper", "office", "print", "typst", "weasyprint", "weasyprint PDF/X-4")


def article() -> Article:
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


def speed() -> dict[str, dict[str, float]]:
    """Seconds by program: whole processes, the first work in one, and the same work again."""
    made, given = article(), context()
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_inputs(made, given, folder)
        found = measured(folder, stored(made, given, folder / "library"))
    layout = partial(lay_out, [made], [given], load_preset("newspaper"))
    found["newspaper"]["warm, layout alone"] = fastest(layout)
    return found


def write_inputs(made: Article, given: RenderContext, folder: Path) -> None:
    """The article as each program takes it."""
    (folder / "article.html").write_text(web_page(made), encoding="utf-8")
    typst_page(made, folder)
    files = [source.file for source in given.photos.values()]
    values = (made, given.paper, given.style, given.now, files)
    (folder / "article.pickle").write_bytes(pickle.dumps(values))


def stored(made: Article, given: RenderContext, folder: Path) -> ArticleId:
    """The article in a new library, with its photos."""
    with open_desk(folder, create=True) as desk:
        for source in given.photos.values():
            add_photo(desk=desk, data=source.read(), name=source.file.name)
        return create_article(desk=desk, text=text_part(made)).value.id


def measured(folder: Path, article_id: ArticleId) -> dict[str, dict[str, float]]:
    """The fastest of some processes of each program: from start to end, and the work alone.

    They take turns, so that what else the machine does is shared among them. All have their
    bytecode, as programs that are installed do, also where a developer's Python writes none.
    """
    environment = {**os.environ}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = partial(
        subprocess.run, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    found: dict[str, dict[str, float]] = {program: {} for program in (*PROGRAMS, EXPORT)}
    export = [sys.executable, "main.py", "--library", str(folder / "library"), "export", article_id]
    export += ["--format", "pdf", "--preset", "newspaper", "--output", str(folder / "export.pdf")]
    for _ in range(RUNS):
        start = time.perf_counter()
        started(export)
        took = time.perf_counter() - start
        found[EXPORT]["process"] = min(took, found[EXPORT].get("process", took))
        for program in PROGRAMS:
            command = [sys.executable, "-m", "benchmarks._press_once", program, str(folder)]
            start = time.perf_counter()
            once = json.loads(started(command).stdout)
            took = {"process": time.perf_counter() - start, **once}
            took |= json.loads(started([*command, "again"]).stdout)
            for key, seconds in took.items():
                found[program][key] = min(seconds, found[program].get(key, seconds))
    return found


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
    made = article()
    words = sum(
        len(line.text.split())
        for page in lay_out([made], [context()], load_preset("newspaper")).pages
        for line in page.items
        if isinstance(line, Line)
    )
    peer = times["weasyprint PDF/X-4"]
    result = {
        "words": words,
        "milliseconds": {
            name: {key: round(took * 1000) for key, took in entry.items()}
            for name, entry in times.items()
        },
        "newspaper PDF/X-4 : WeasyPrint PDF/X-4 (at most 0.25)": {
            key: round(times["newspaper"][key] / peer[key], 3) for key in peer
        },
        "newsroom export : WeasyPrint PDF/X-4": round(
            times[EXPORT]["process"] / peer["process"], 3
        ),
        "office, warm : typst (at most 1)": {
            "its whole process": round(times["office"]["warm"] / times["typst"]["process"], 3),
            "its first compile": round(times["office"]["warm"] / times["typst"]["first"], 3),
        },
        "line breaking": {
            f"{width} mm, {size} pt": evenness(width, size)
            for width, size in ((48, 8.8), (57, 9.0), (86, 9.4))
        },
    }
    print(json.dumps(result, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
