"""Outputs rendered on all cores: worker processes, since what they do is work for Python itself."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Protocol

from newsroom.bug_log import quiet_libraries
from newsroom.domain.document import photos
from newsroom.domain.ids import PhotoId
from newsroom.domain.rendering import PhotoSource, RenderContext
from newsroom.press.watching import Told, untold
from newsroom.services.export_formats import Item, Rendered, Writer, watched

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

LEAST_OUTPUTS = 12
"""Below this many outputs starting processes costs more than they save."""
_AHEAD = 3
"""Outputs on the way for each worker."""

Items = tuple[Item, ...]
Result = Callable[[], Rendered]
"""Gives the output, or raises what its writer raised."""


class Renderer(Protocol):
    """`begin` starts an output; `ahead` of them may be on the way before the first is fetched."""

    @property
    def ahead(self) -> int: ...

    def begin(self, items: Items) -> Result: ...


@dataclass(frozen=True, slots=True)
class Here:
    """Renders in this thread, when the output is fetched."""

    write: Writer
    ahead: int = 0

    def begin(self, items: Items) -> Result:
        return partial(self.write, items)


@dataclass(frozen=True, slots=True)
class Workers:
    """Renders in worker processes. One that dies takes nothing with it: the output is made here."""

    write: Writer
    pool: "ProcessPoolExecutor"
    ahead: int

    def begin(self, items: Items) -> Result:
        portable = tuple(map(_portable, items))
        try:
            future = self.pool.submit(self.write, portable)
        except BrokenExecutor:
            return partial(self.write, items)
        return partial(self._fetched, future, items)

    def _fetched(self, future: "Future[Rendered]", items: Items) -> Rendered:
        try:
            return future.result()
        except BrokenExecutor:
            return self.write(items)


@contextmanager
def renderer(
    write: Writer, outputs: int, *, workers: int | None = None, told: Told = untold
) -> Iterator[Renderer]:
    """The way to render `outputs` outputs: on `workers` cores (None: all), or here when few.

    `told` hears how far an output is that is rendered here, and may stop it.
    """
    count = (os.cpu_count() or 1) if workers is None else workers
    if count < 2 or outputs < LEAST_OUTPUTS:
        yield Here(watched(write, told))
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(
        min(count, outputs), mp_context=get_context("spawn"), initializer=_prepare
    )
    try:
        yield Workers(write, pool, ahead=_AHEAD * count)
    finally:
        pool.shutdown(cancel_futures=True)


def _prepare() -> None:
    """Ctrl+C is for the program that waits for the workers, not for them."""
    quiet_libraries()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_program, daemon=True).start()


def _end_with_the_program() -> None:
    """One that was killed could not end its workers, who would wait for work for ever."""
    from multiprocessing import parent_process

    program = parent_process()
    if program is not None:
        program.join()
        os._exit(1)


def _portable(item: Item) -> Item:
    """The article with the bytes of its photos: a worker has no library to read them from."""
    context = item.context
    used = {use.photo for use in photos(item.article.body)} & context.photos.keys()
    held = {photo: _held(context, photo) for photo in used}
    return replace(item, context=replace(context, photos=held))


def _held(context: RenderContext, photo: PhotoId) -> PhotoSource:
    source = context.photos[photo]
    return replace(source, read=_Bytes(source.read()))


@dataclass(frozen=True, slots=True)
class _Bytes:
    """Gives bytes that were read before."""

    data: bytes

    def __call__(self) -> bytes:
        return self.data
