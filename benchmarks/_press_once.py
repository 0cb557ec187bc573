"""One PDF in a process of its own: `python -m benchmarks._press_once <program> <folder>`.

The folder holds the article as each program takes it. Prints the seconds of the first time and
the least of those that follow, imports at the start left out.
"""

import json
import pickle
import sys
import time
from collections.abc import Callable
from pathlib import Path

AGAIN = 4


def ours(preset: str, folder: Path) -> Callable[[], bytes]:
    from newsroom.__main__ import collect_rarely

    collect_rarely()  # as `newsroom export` does
    from newsroom.domain.rendering import PhotoSource, RenderContext
    from newsroom.press.pdf import render_pdf
    from newsroom.press.presets import load_preset

    article, paper, style, now, files = pickle.loads((folder / "article.pickle").read_bytes())
    photos = {
        file.id: PhotoSource(file=file, read=(folder / f"{file.id}.jpg").read_bytes)
        for file in files
    }
    context = RenderContext(paper=paper, style=style, now=now, photos=photos)
    return lambda: render_pdf([article], context_of=[context], preset=load_preset(preset)).data


def weasyprint(variant: str | None, folder: Path) -> Callable[[], bytes]:
    from weasyprint import HTML

    page = HTML(filename=folder / "article.html")
    return lambda: page.write_pdf(pdf_variant=variant)


def typst(folder: Path) -> Callable[[], bytes]:
    import typst as program

    fonts = [str(Path(__file__).resolve().parents[1] / "resources/fonts")]
    return lambda: program.compile(
        str(folder / "article.typ"), font_paths=fonts, ignore_system_fonts=True
    )


def timed(work: Callable[[], bytes]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    program, folder = sys.argv[1], Path(sys.argv[2])
    match program:
        case "typst":
            work = typst(folder)
        case "weasyprint":
            work = weasyprint(None, folder)
        case "weasyprint PDF/X-4":
            work = weasyprint("pdf/x-4", folder)
        case _:
            work = ours(program, folder)
    start = time.perf_counter()
    data = work()
    times = {"first": time.perf_counter() - start}
    (folder / f"{program.replace('/', '-')}.pdf").write_bytes(data)
    if "again" in sys.argv:
        times = {"warm": min(timed(work) for _ in range(AGAIN))}
    print(json.dumps(times))


if __name__ == "__main__":
    main()
