"""200 articles as newspaper PDFs: on one core, and on all of them.

    python -m benchmarks.batch_export [articles] [workers]

Each is an article of 1,500 words with two photos, set as PDF/X-4. Starting the worker processes
counts. Prints seconds, articles a second, and how many times faster the team is (the peer is one
core in the same run: photos are prepared on threads of their own, which the other cores would run).
The seconds of processor time tell, on a machine that does other things as well, whether the team
works more than one core does.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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


@contextmanager
def _one_core() -> Iterator[None]:
    """Meanwhile the process and its threads have one core, where a program may choose (Linux)."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def _processor() -> float:
    """Seconds of processor time so far, of this process and of its children that ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _row(workers: int, count: int, seconds: float, processor: float, ratio: float) -> str:
    numbers = f"{seconds:>8.1f} {processor:>10.1f} {count / seconds:>9.1f} {ratio:>6.2f}"
    return f"{workers:>8} {numbers}"


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 200
    workers = int(sys.argv[2]) if len(sys.argv) > 2 and sys.argv[2].isdigit() else None
    team_size = workers or os.cpu_count() or 1
    write, items = open_writer(find_format("pdf"), "newspaper"), _items(count)
    write(items[0])
    print(f"{'workers':>8} {'seconds':>8} {'processor':>10} {'a second':>9} {'ratio':>6}")
    begin = _processor()
    with _one_core():
        alone = _seconds(write, items, 1)
    between = _processor()
    print(_row(1, count, alone, between - begin, 1.0))
    team = _seconds(write, items, team_size)
    print(_row(team_size, count, team, _processor() - between, alone / team))


if __name__ == "__main__":
    main()
