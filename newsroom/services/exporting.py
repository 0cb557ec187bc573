"""Handing articles over: a file, or a folder of files, that is whole or not there."""

import logging
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from newsroom.domain.article import Article
from newsroom.domain.ids import ArticleId
from newsroom.domain.imported import Remark
from newsroom.domain.paper import local
from newsroom.domain.ports import UnitOfWork
from newsroom.domain.slug import DEVICE_NAMES, slugify
from newsroom.errors import CancelledError, NewsroomError, UsageError, bug_of
from newsroom.services.desk import Desk
from newsroom.services.export_formats import (
    ExportFormat,
    Item,
    Rendered,
    Writer,
    export_formats,
    find_format,
    open_writer,
)
from newsroom.services.files import (
    free_path,
    make_folder,
    target_faults,
    write_file,
    write_folder,
)
from newsroom.services.lost_photos import without_lost_photos
from newsroom.services.progress import Progress, Silent, step, stopping_at_a_cancel
from newsroom.services.rendering import render_context
from newsroom.services.rendering_workers import Renderer, Result, renderer

__all__ = ["ExportReport", "Exported", "Failure", "export_articles", "export_formats"]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A finished output: the file to open, the articles in it, what a person should know of it."""

    path: Path
    ids: tuple[ArticleId, ...]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An article that was not exported, and why."""

    id: ArticleId
    headline: str
    error: NewsroomError


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What came of an export. After a cancel it names what was finished before."""

    exported: tuple[Exported, ...] = ()
    failures: tuple[Failure, ...] = ()
    cancelled: bool = False

    @property
    def files(self) -> tuple[Path, ...]:
        """The finished files; of a web page, its `index.html`."""
        return tuple(done.path for done in self.exported)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """All remarks of the finished files, in order."""
        return tuple(remark for done in self.exported for remark in done.remarks)


def export_articles(
    *,
    desk: Desk,
    ids: Sequence[ArticleId],
    format: str,
    preset: str | None = None,
    target: Path,
    combined: bool = False,
    overwrite: bool = False,
    progress: Progress | None = None,
) -> ExportReport:
    """Write each article (or, `combined`, all of them) in `format` to `target`.

    One output goes to the file `target`, or into it when it is a folder or has no suffix; several
    go into the folder `target`, which is made where it is missing. A web page, or Markdown with
    photos, is a folder within `target`, or one file when `target` has its suffix. Names come from
    the slugs; a name that is taken gets a number, unless `overwrite`. An article that fails is
    reported and does not stop the others; a cancel keeps what is finished.

    Raises `UsageError` for a format, preset or combination that does not exist, and `UserError`
    when `target` cannot be written; nothing half-written stays under a final name.
    """
    entry = find_format(format, desk)
    if combined and not entry.joins:
        raise UsageError("The format {format} holds one article a file.", format=entry.name)
    batches = (tuple(ids),) if combined and ids else tuple((each,) for each in ids)
    if entry.as_file and len(batches) == 1 and target.suffix.lower() == entry.as_file.suffix:
        entry = entry.as_file
    job = _Job(
        desk=desk,
        entry=entry,
        write=open_writer(entry, preset),
        overwrite=overwrite,
        progress=progress or Silent(),
        total=len(ids),
    )
    with target_faults(target):  # even looking at a place may fail: names can be too long
        place = _place(target, entry, len(batches), overwrite=overwrite)
    return job.run(batches, place)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where outputs go: into `folder`, under `name` when the person gave one."""

    folder: Path
    name: str | None = None


def _place(target: Path, entry: ExportFormat, outputs: int, *, overwrite: bool) -> _Place:
    is_file = target.is_file() or (bool(target.suffix) and not target.is_dir())
    named = _may_be(target, entry, overwrite=overwrite) if entry.folder else is_file
    if outputs == 1 and named:
        return _Place(folder=make_folder(target.parent), name=target.name)
    return _Place(folder=make_folder(target))


def _may_be(target: Path, entry: ExportFormat, *, overwrite: bool) -> bool:
    """Whether `target` itself may become the folder of an output: free, or ours to replace."""
    if not target.exists():
        return True
    replaceable = target.is_dir() and ((target / entry.main).is_file() or not any(target.iterdir()))
    return overwrite and replaceable


@dataclass(kw_only=True, frozen=True, slots=True)
class _Output:
    """An output on its way: its articles, the photos lost, and how to fetch it."""

    batch: tuple[ArticleId, ...]
    items: tuple[Item, ...]
    lost: tuple[Remark, ...]
    result: Result


@dataclass(kw_only=True, frozen=True, slots=True)
class _Job:
    desk: Desk
    entry: ExportFormat
    write: Writer
    overwrite: bool
    progress: Progress
    total: int
    written: set[Path] = field(default_factory=set)

    def run(self, batches: Sequence[tuple[ArticleId, ...]], place: _Place) -> ExportReport:
        exported: list[Exported] = []
        failures: list[Failure] = []
        try:
            for outcome in self._outcomes(batches, place):
                match outcome:
                    case Exported() as finished:
                        exported.append(finished)
                    case Failure() as failure:
                        failures.append(failure)
        except CancelledError:
            return ExportReport(exported=tuple(exported), failures=tuple(failures), cancelled=True)
        self.progress.report(self.total, self.total, "")
        return ExportReport(exported=tuple(exported), failures=tuple(failures))

    def _outcomes(
        self, batches: Sequence[tuple[ArticleId, ...]], place: _Place
    ) -> Iterator[Exported | Failure]:
        """Each output in its order, some of them rendered ahead where there are workers for it."""
        outputs = len(batches) if self.entry.parallel else 1
        with renderer(self.write, outputs, told=stopping_at_a_cancel(self.progress)) as rendering:
            under_way: deque[_Output | Failure] = deque()
            for done, batch in enumerate(batches):
                under_way.append(self._begun(rendering, batch, done))
                while len(under_way) > rendering.ahead:
                    yield self._ended(under_way.popleft(), place)
            while under_way:
                yield self._ended(under_way.popleft(), place)

    def _begun(
        self, rendering: Renderer, batch: tuple[ArticleId, ...], done: int
    ) -> "_Output | Failure":
        headline = ""
        try:
            items, lost = self._items(batch, done)
            headline = items[0].article.headline
            result = rendering.begin(items)
        except CancelledError:
            raise
        except Exception as error:
            return self._failure(error, batch, headline)
        return _Output(batch=batch, items=items, lost=lost, result=result)

    def _ended(self, output: "_Output | Failure", place: _Place) -> Exported | Failure:
        if isinstance(output, Failure):
            return output
        try:
            rendered = output.result()
        except CancelledError:
            raise
        except Exception as error:  # one article that a writer cannot take must not stop the rest
            return self._failure(error, output.batch, output.items[0].article.headline)
        with target_faults(place.folder / (place.name or "")):
            path = self._write(rendered, place, output.items)
        self.written.add(path)
        return Exported(path=path, ids=output.batch, remarks=(*rendered.remarks, *output.lost))

    def _failure(self, error: Exception, batch: tuple[ArticleId, ...], headline: str) -> Failure:
        """An article that failed is told; the fault of a joint output goes up."""
        problem = self._explained(error, batch)
        if len(batch) > 1:
            raise problem from error
        return Failure(id=batch[0], headline=headline, error=problem)

    def _explained(self, error: Exception, batch: tuple[ArticleId, ...]) -> NewsroomError:
        if isinstance(error, NewsroomError):
            return error
        _log.error("export of %s as %s failed", batch[0], self.entry.name, exc_info=error)
        return bug_of(error)

    def _items(
        self, batch: tuple[ArticleId, ...], done: int
    ) -> tuple[tuple[Item, ...], tuple[Remark, ...]]:
        """The articles of one output, and a remark for each photo that is lost."""
        items: list[Item] = []
        remarks: list[Remark] = []
        with self.desk.open(writes=False) as work:
            for offset, article_id in enumerate(batch):
                item, lost = self._item(work, article_id, done + offset)
                items.append(item)
                remarks += lost
        return tuple(items), tuple(remarks)

    def _item(
        self, work: UnitOfWork, article_id: ArticleId, done: int
    ) -> tuple[Item, tuple[Remark, ...]]:
        article = work.articles.get(article_id)
        step(self.progress, done, self.total, article.headline or article.id)
        context = render_context(desk=self.desk, work=work, article=article)
        context, lost = without_lost_photos(article, context)
        return Item(article=article, context=context), lost

    def _write(self, rendered: Rendered, place: _Place, items: tuple[Item, ...]) -> Path:
        lone = self._is_lone(rendered)
        if lone and place.name is not None and not Path(place.name).suffix:
            place = _Place(folder=make_folder(place.folder / place.name))
        if place.name is not None:
            path = place.folder / place.name
        else:
            suffix = self.entry.lone if lone else self.entry.suffix
            path = self._own_name(place.folder / f"{_stem(items)}{suffix}", folder=not suffix)
        if self.entry.folder and not lone:
            return write_folder(path, rendered.files, overwrite=self.overwrite) / self.entry.main
        return write_file(path, rendered.files[0].data, overwrite=self.overwrite)

    def _is_lone(self, rendered: Rendered) -> bool:
        return bool(self.entry.lone) and len(rendered.files) == 1

    def _own_name(self, path: Path, *, folder: bool) -> Path:
        """`path`, or a free name like it: nothing of this run, and no strange folder, makes way."""
        main = path / self.entry.main if folder else path
        may_go = main not in self.written and (not folder or main.is_file())
        return path if self.overwrite and may_go else free_path(path)


def _stem(items: Sequence[Item]) -> str:
    """The name of an output: the article's slug, else its id; several: the paper and the day."""
    first = items[0]
    if len(items) == 1:
        return _article_stem(first.article)
    paper = first.context.paper
    return f"{slugify(paper.name) or 'newsroom'}-{local(first.context.now, paper):%Y-%m-%d}"


def _article_stem(article: Article) -> str:
    slug = slugify(article.slug) or article.id
    return f"{slug}-{article.id}" if slug in DEVICE_NAMES else slug
