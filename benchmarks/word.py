"""Word: writing one article beside pandoc, cold and warm, and reading it back.

pandoc is given the same article as Markdown with the same photos. Three comparisons: whole
processes, ours with Python's start; what an editor has, ours in the running program and pandoc as a
program it calls; and the work alone, pandoc's as 21 copies in one call less one copy, over 20. Each
figure is the median of its runs; the two take turns, so that whatever else the machine does touches
both.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from newsroom.domain.article import Article
from newsroom.domain.document import Block, Document, Paragraph, text_of
from newsroom.domain.ids import BlockId
from newsroom.formats.docx.presets import docx_preset_names
from newsroom.formats.docx.reader import read_docx
from newsroom.formats.docx.writer import write_docx
from newsroom.formats.markdown.writer import markdown_folder
from tests.formats.docx.samples import context, sample_article

RUNS = 15
COPIES = 20
WORDS = 1_500
_SENTENCE = (
    "Công đoàn cơ sở gặp từng tổ sản xuất, nghe ý kiến về bữa ăn ca, giờ nghỉ và tiền thưởng, "
    "rồi ghi thành ba việc phải làm trước khi hết quý. "
)
_COLD = (
    "import sys; from benchmarks.word import article, context;"
    "from newsroom.formats.docx.writer import write_docx;"
    "sys.stdout.buffer.write(write_docx(article(), context()))"
)


def main() -> None:
    """Print milliseconds and ratios."""
    _own_figures()
    if shutil.which("pandoc") is None:
        print("pandoc is not installed: no ratios")
        return
    with tempfile.TemporaryDirectory() as folder:
        _beside_pandoc(Path(folder))


def article() -> Article:
    """The sample with all kinds of blocks, filled up with paragraphs of about 85 tiếng."""
    sample = sample_article()
    more: tuple[Block, ...] = tuple(
        Paragraph(id=BlockId(f"x{n:07}"), text=text_of(_SENTENCE * 3)) for n in range(WORDS // 85)
    )
    return replace(sample, note="", body=Document(blocks=(*sample.body.blocks, *more)))


def _own_figures() -> None:
    subject, around = article(), context()
    for preset in docx_preset_names():
        times = [
            _seconds(lambda p=preset: write_docx(subject, around, preset=p)) for _ in range(RUNS)
        ]
        print(f"write, {preset}: {_milliseconds(times)}")
    data = write_docx(subject, around)
    print(f"read: {_milliseconds([_seconds(lambda: read_docx(data)) for _ in range(RUNS)])}")


def _beside_pandoc(folder: Path) -> None:
    subject, around = article(), context()
    for file in markdown_folder(subject, around):
        path = folder / file.path
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(file.data)
    cold = _turns(
        lambda: _process([sys.executable, "-c", _COLD], None),
        lambda: _process(_pandoc(1), folder),
    )
    print(_line("whole processes", *cold))
    own, one = _turns(lambda: write_docx(subject, around), lambda: _process(_pandoc(1), folder))
    print(_line("ours in the running program, pandoc called", own, one))
    many = [_seconds(lambda: _process(_pandoc(COPIES + 1), folder)) for _ in range(RUNS // 3)]
    single = (statistics.median(many) - statistics.median(one)) / COPIES
    print(_line("the work alone", own, [single]))


def _turns(
    ours: Callable[[], object], theirs: Callable[[], object]
) -> tuple[list[float], list[float]]:
    pairs = [(_seconds(ours), _seconds(theirs)) for _ in range(RUNS)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def _pandoc(copies: int) -> list[str]:
    return ["pandoc", *["article.md"] * copies, "-o", "article.docx"]


def _process(command: list[str], folder: Path | None) -> None:
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _milliseconds(times: list[float]) -> str:
    return f"{statistics.median(times) * 1000:.1f} ms"


def _line(name: str, ours: list[float], theirs: list[float]) -> str:
    ratio = statistics.median(ours) / statistics.median(theirs)
    return f"{name}: ours {_milliseconds(ours)}, pandoc {_milliseconds(theirs)}, ratio {ratio:.2f}"


if __name__ == "__main__":
    main()
