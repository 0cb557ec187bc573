"""200 articles as newspaper PDFs: on one core, and on all of them.

    python -m benchmarks.batch_export [articles] [workers]

Each is an article of 1,500 words with two photos, set as PDF/X-4. Starting the worker processes
counts. Prints seconds, articles a second, and how many times faster the team is (the peer is one
core in the same run).
"""

import os
import sys
from time import perf_counter

from newsroom.services.export_formats import Item, Writer, find_format, open_writer
from newsroom.services.rendering_workers import renderer
from tests.press.samples import context, rich_article


def _items(count: int) -> list[tuple[Item, ...]]:
    return [
        (Item(article=rich_article(headline=f"Bài số {number}"), context=context()),)
        for number in range(count)
    ]


def _seconds(write: Writer, items: list[tuple[Item, ...]], workers: int) -> float:
    start = perf_counter()
    with renderer(write, len(items), workers=workers) as rendering:
        waiting = []
        for one in items:
            waiting.append(rendering.begin(one))
            while len(waiting) > rendering.ahead:
                waiting.pop(0)()
        for result in waiting:
            result()
    return perf_counter() - start


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 200
    workers = int(sys.argv[2]) if len(sys.argv) > 2 and sys.argv[2].isdigit() else os.cpu_count()
    write, items = open_writer(find_format("pdf"), "newspaper"), _items(count)
    write(items[0])
    alone = _seconds(write, items, 1)
    print(f"{'workers':>8} {'seconds':>8} {'a second':>9} {'ratio':>6}")
    print(f"{1:>8} {alone:>8.1f} {count / alone:>9.1f} {1:>6.2f}")
    team = _seconds(write, items, workers or 1)
    print(f"{workers:>8} {team:>8.1f} {count / team:>9.1f} {alone / team:>6.2f}")


if __name__ == "__main__":
    main()
