"""Answers the preview's own addresses: the page, its style sheet, shipped fonts, library photos."""

import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QObject, QUrl, QUrlQuery
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob, QWebEngineUrlSchemeHandler
from shiboken6 import isValid

from newsroom.domain.document import Crop
from newsroom.domain.ids import PhotoId
from newsroom.errors import NewsroomError
from newsroom.formats.html.web_photo import MAX_WIDTH, web_photo
from newsroom.ui.preview.page import Made
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner

ReadPhoto = Callable[[PhotoId], bytes | Path]
"""Finds an original in the library, its bytes or where it lies; may raise `NotFoundError`."""

_PHOTO = re.compile(r"/photos/([0-9a-f]{64})")
_FONT = re.compile(r"/fonts/([\w-]+\.ttf)")
_CACHE_BYTES = 48 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes of an address and what they are."""

    data: bytes
    media_type: str


class PreviewServer(QWebEngineUrlSchemeHandler):
    """Serves one page at a time; disk and photos are read off the GUI thread."""

    def __init__(self, tasks: TaskRunner, read_photo: ReadPhoto, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._read_photo = read_photo
        self._texts: dict[str, Answer] = {}
        self._fonts: dict[str, str] = {}
        self._cache = AnswerCache(_CACHE_BYTES)

    def set_page(self, made: Made) -> None:
        """Serve this page from now on."""
        self._texts = {
            "/index.html": Answer(made.page, "text/html;charset=utf-8"),
            "/style.css": Answer(made.style, "text/css;charset=utf-8"),
        }
        self._fonts = dict(made.fonts)

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Answer at once from memory, or when a worker has read what is asked for."""
        url = job.requestUrl()
        answer = self._texts.get(url.path()) or self._cache.get(url.toString())
        if bytes(job.requestMethod().data()) != b"GET":
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
        elif answer is not None:
            _reply(job, answer)
        else:
            self._read_later(job, url)

    def _read_later(self, job: QWebEngineUrlRequestJob, url: QUrl) -> None:
        read = self._reader(url)
        if read is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        delivery = _Delivery(job, self._cache, url.toString())
        self._tasks.run(
            read, owner=job, on_done=delivery.done, on_error=delivery.failed, lane=Lane.POOL
        )

    def _reader(self, url: QUrl) -> Callable[[TaskProgress], Answer] | None:
        font = _FONT.fullmatch(url.path())
        if font is not None and font[1] in self._fonts:
            return _FontReader(self._fonts[font[1]])
        photo = _PHOTO.fullmatch(url.path())
        if photo is not None:
            return _PhotoReader.of(self._read_photo, PhotoId(photo[1]), QUrlQuery(url))
        return None


class AnswerCache:
    """The answers used last, up to so many bytes."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._answers: OrderedDict[str, Answer] = OrderedDict()

    def get(self, address: str) -> Answer | None:
        """The answer kept for `address`."""
        if address in self._answers:
            self._answers.move_to_end(address)
        return self._answers.get(address)

    def put(self, address: str, answer: Answer) -> None:
        """Keep an answer and forget the oldest ones beyond the limit."""
        old = self._answers.pop(address, None)
        self._size += len(answer.data) - (len(old.data) if old else 0)
        self._answers[address] = answer
        while self._size > self._limit and self._answers:
            _, dropped = self._answers.popitem(last=False)
            self._size -= len(dropped.data)


class _Delivery:
    """Hands a worker's answer to the page, when the page still waits for it."""

    def __init__(self, job: QWebEngineUrlRequestJob, cache: AnswerCache, address: str) -> None:
        self._job = job
        self._cache = cache
        self._address = address

    def done(self, answer: Answer) -> None:
        self._cache.put(self._address, answer)
        if isValid(self._job):
            _reply(self._job, answer)

    def failed(self, error: NewsroomError) -> None:
        del error  # the page shows the photo's description in its place
        if isValid(self._job):
            self._job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)


@dataclass(frozen=True, slots=True)
class _FontReader:
    path: str

    def __call__(self, progress: TaskProgress) -> Answer:
        del progress
        return Answer(Path(self.path).read_bytes(), "font/ttf")


@dataclass(frozen=True, slots=True)
class _PhotoReader:
    """Makes the photo that the site would show: upright, cropped, reduced, without metadata."""

    read: ReadPhoto
    photo: PhotoId
    crop: Crop | None
    width: int

    @classmethod
    def of(cls, read: ReadPhoto, photo: PhotoId, query: QUrlQuery) -> "_PhotoReader | None":
        """The reader for an address of ours; None for one that we did not write."""
        try:
            width = int(query.queryItemValue("width"))
            part = query.queryItemValue("crop")
            crop = _crop(*map(float, part.split(","))) if part else None
        except (ValueError, TypeError):
            return None
        return cls(read, photo, crop, min(max(width, 1), MAX_WIDTH))

    def __call__(self, progress: TaskProgress) -> Answer:
        del progress
        found = self.read(self.photo)
        data = found if isinstance(found, bytes) else found.read_bytes()
        made = web_photo(data, name=self.photo, crop=self.crop, max_width=self.width)
        return Answer(made.data, made.media_type)


def _crop(left: float, top: float, right: float, bottom: float) -> Crop:
    return Crop(left=left, top=top, right=right, bottom=bottom)


def _reply(job: QWebEngineUrlRequestJob, answer: Answer) -> None:
    buffer = QBuffer(job)
    buffer.setData(QByteArray(answer.data))
    job.reply(QByteArray(answer.media_type.encode()), buffer)
