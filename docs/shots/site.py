"""Pictures of the site's pages: both themes at three widths, dark, and as they are printed."""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path

from newsroom.app import open_desk
from newsroom.domain.article import Status
from newsroom.domain.document import Crop, Document, Photo, text_of
from newsroom.domain.ids import ArticleId, PhotoId, new_block_id
from newsroom.formats.html.theme import theme_names
from newsroom.paths import resource
from newsroom.services.articles import list_ids
from newsroom.services.desk import Desk
from newsroom.services.samples import add_sample_article, add_samples
from newsroom.services.settings import read_paper, save_paper
from newsroom.services.sites import export_site

DOCS = Path(__file__).resolve().parent.parent
SITE = DOCS / "pictures" / "site"
PAGE = DOCS / "site.md"
_SAMPLES, _WITH_PHOTOS = 160, 90
_COLOURS = 160
_MARGIN_MM = 17.0
_PATIENCE_S, _PAUSE_S = 20.0, 0.6
_SECTION, _STYLE, _ARTICLE = "cong-doan", "assets/style.css", "the-article.html"
_CAPTIONS = (
    "Xưởng may trong giờ giải lao buổi sáng.",
    "Lớp học tối của công nhân ở khu trọ.",
    "Tổ sản xuất họp đầu ca.",
)
_HEAD = """# The site

Made by `make screenshots` from sample articles, so this page is never mended by hand. A look of
your own: [site-themes.md](site-themes.md).
"""
_ABOUT = {
    "paper": "The paper's site: banner, menu, the newest beside the article.",
    "modern": "A reading page: one quiet column in the house's own serif.",
}


@dataclass(frozen=True, kw_only=True)
class Shot:
    """A page at a width: of `shown` pixels of its height, kept as wide as `kept`."""

    page: str
    width: int
    shown: int
    kept: int
    dark: bool = False

    @property
    def name(self) -> str:
        """What tells its picture from the others of a theme."""
        return f"{self.page}-{self.width}{'-dark' if self.dark else ''}"


def _row(page: str) -> tuple[Shot, ...]:
    return (
        Shot(page=page, width=1280, shown=1860, kept=640),
        Shot(page=page, width=768, shown=1500, kept=480),
        Shot(page=page, width=390, shown=1210, kept=300),
    )


def _dark(page: str) -> tuple[Shot, ...]:
    return tuple(replace(shot, dark=True) for shot in _row(page) if shot.width != 768)


ROWS = {
    "The front page": _row("front"),
    "A section": _row("section"),
    "An article": _row("article"),
    "For readers whose device is dark": (*_dark("front")[:1], *_dark("article")),
}
"""Heading → the pictures below it."""


def take_site(script: Path) -> None:
    """Write the sites and have `script site FOLDER` take their pictures; then the page."""
    shutil.rmtree(SITE, ignore_errors=True)
    SITE.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_desk(folder / "library", create=True) as desk:
            article = _fill(desk)
            for theme in theme_names():
                export_site(desk=desk, target=folder / theme, theme=theme)
                _darken(folder / theme)
        for theme in theme_names():
            for path in (folder / theme).rglob(f"{article}.html"):
                shutil.copyfile(path, path.with_name(_ARTICLE))
        subprocess.run([sys.executable, str(script), "site", name], check=True)
    PAGE.write_text(_page(), encoding="utf-8")


# ---- a library with something to see ---------------------------------------------------------
def _fill(desk: Desk) -> str:
    """Sample articles of which many have photos, the one with everything on top; its slug."""
    add_samples(desk=desk, count=_SAMPLES, seed=11)
    files = ("xuong-may.jpg", "lop-hoc-toi.jpg")
    taken = [desk.photos.add(resource(f"sample/{f}").read_bytes(), name=f).id for f in files]
    uses = cycle(_uses(taken))
    with desk.open() as work:
        for one in list_ids(desk=desk)[:_WITH_PHOTOS]:
            article = work.articles.get(one)
            first, *rest = article.body.blocks
            photo = replace(next(uses), id=new_block_id())
            work.articles.save(replace(article, body=Document(blocks=(first, photo, *rest))))
        work.commit()
    sample = add_sample_article(desk=desk).value
    _publish(desk, sample.id)
    settings = replace(
        read_paper(desk=desk),
        visits=1_234_567,
        licence_line="Giấy phép báo chí số 00/GP-BTTTT. Tổng Biên tập: Nguyễn Văn Mẫu.",
        address="Tòa soạn: số 1 phố Mẫu, Hà Nội. Điện thoại: (024) 0000 0000.",
    )
    save_paper(desk=desk, settings=settings)
    return sample.slug


def _uses(taken: list[PhotoId]) -> Iterator[Photo]:
    """The photos in several frames, so that no two neighbours look alike."""
    frames = (None, Crop(left=0.0, top=0.2, right=0.6, bottom=0.8), None,
              Crop(left=0.4, top=0.1, right=1.0, bottom=0.9))  # fmt: skip
    for number in range(12):
        yield Photo(
            photo=taken[number % len(taken)],
            caption=text_of(_CAPTIONS[number % len(_CAPTIONS)]),
            credit="Lê Lâm",
            crop=frames[number % len(frames)],
        )


def _publish(desk: Desk, article_id: ArticleId) -> None:
    with desk.open() as work:
        article = work.articles.get(article_id)
        published = replace(article, status=Status.PUBLISHED, published=article.updated)
        work.articles.save(published)
        work.commit()


def _darken(site: Path) -> None:
    """A second style sheet that is dark always: what a browser follows cannot be set in Qt's."""
    sheet = site / _STYLE
    dark = sheet.read_text("utf-8").replace(" and (prefers-color-scheme: dark)", "")
    sheet.with_name("dark.css").write_text(dark, "utf-8")


# ---- the browser's process -------------------------------------------------------------------
def take(folder: Path) -> None:
    """Take the pictures of the sites in `folder`."""
    from newsroom.ui.preview import scheme

    scheme.prepare()
    from PySide6.QtWidgets import QApplication

    application = QApplication(sys.argv[:1])
    with scheme.surroundings():
        camera = Camera()
    for theme in theme_names():
        for shot in (shot for row in ROWS.values() for shot in row):
            kept = SITE / f"{theme}-{shot.name}.png"
            camera.take(_page_of(folder / theme, shot), shot, kept)
            sys.stderr.write(f"{kept.relative_to(DOCS)}\n")
        camera.print(_page_of(folder / theme, _row("article")[0]), SITE / f"{theme}-print.png")
    camera.close()
    application.quit()


def _page_of(site: Path, shot: Shot) -> Path:
    """The file of the page; for a dark one a copy that names the dark style sheet."""
    match shot.page:
        case "front":
            found = site / "index.html"
        case "section":
            found = site / _SECTION / "index.html"
        case _:
            found = next(site.rglob(_ARTICLE))
    if not shot.dark:
        return found
    copy = found.with_name(f"dark-{found.name}")
    copy.write_text(
        found.read_text("utf-8").replace("assets/style.css", "assets/dark.css"), "utf-8"
    )
    return copy


class Camera:
    """A browser without a window of its own, which looks at files."""

    def __init__(self) -> None:
        from PySide6.QtWebEngineWidgets import QWebEngineView

        self._view = QWebEngineView()
        shown = self._view.settings()
        shown.setAttribute(shown.WebAttribute.ShowScrollBars, False)
        self._loaded: list[bool] = []
        self._printed: list[bytes] = []
        self._view.loadFinished.connect(self._loaded.append)
        self._view.show()

    def take(self, file: Path, shot: Shot, kept: Path) -> None:
        """Load a page at its width and keep what is seen of it."""
        self._view.resize(shot.width, shot.shown)
        self._load(file)
        grabbed = kept.with_suffix(".full.png")
        self._view.grab().save(str(grabbed))
        _squeeze(grabbed, kept, shot.kept)

    def print(self, file: Path, kept: Path) -> None:
        """Keep the first sheet of what the printer would get."""
        if shutil.which("pdftoppm") is None:
            return
        from PySide6.QtCore import QMarginsF
        from PySide6.QtGui import QPageLayout, QPageSize

        self._load(file)
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        sheet = QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins,
            QPageLayout.Unit.Millimeter,
        )  # fmt: skip
        self._view.page().printToPdf(lambda data: self._printed.append(data.data()), sheet)
        self._wait(lambda: bool(self._printed))
        stem = kept.with_suffix(".full")
        command = ["pdftoppm", "-r", "110", "-png", "-singlefile", "-", str(stem)]
        subprocess.run(command, input=self._printed.pop(), check=True)
        _squeeze(stem.with_suffix(".full.png"), kept, 560)

    def close(self) -> None:
        """The browser goes before the application does."""
        from shiboken6 import delete

        delete(self._view)

    def _load(self, file: Path) -> None:
        from PySide6.QtCore import QUrl

        self._loaded.clear()
        self._view.load(QUrl.fromLocalFile(str(file)))
        self._wait(lambda: bool(self._loaded))
        end = time.monotonic() + _PAUSE_S
        self._wait(lambda: time.monotonic() > end)

    def _wait(self, there: Callable[[], bool]) -> None:
        from PySide6.QtCore import QCoreApplication

        end = time.monotonic() + _PATIENCE_S
        while not there():
            if time.monotonic() > end:
                raise TimeoutError
            QCoreApplication.processEvents()
            time.sleep(0.005)


def _squeeze(full: Path, kept: Path, width: int) -> None:
    from PIL import Image

    with Image.open(full) as opened:
        image = opened.convert("RGB")
    full.unlink()
    size = (width, round(width * image.height / image.width))
    small = image.resize(size, Image.Resampling.LANCZOS)
    palette = small.quantize(_COLOURS, dither=Image.Dither.NONE)
    palette.save(kept, optimize=True)


# ---- the page that shows them ----------------------------------------------------------------
def _page() -> str:
    parts = [_HEAD]
    for theme in theme_names():
        parts.append(f"## {theme}\n\n{_ABOUT.get(theme, '')}\n")
        for heading, row in ROWS.items():
            parts.append(f"### {heading}: {theme}\n\n{_pictures(theme, row)}\n")
        if (SITE / f"{theme}-print.png").exists():
            parts.append(
                f"### Printed: {theme}\n\n"
                f'<img src="pictures/site/{theme}-print.png" width="45%" alt="{theme}, printed">\n'
            )
    return "\n".join(parts)


def _pictures(theme: str, row: tuple[Shot, ...]) -> str:
    total = sum(shot.kept for shot in row)
    return "\n".join(
        f'<img src="pictures/site/{theme}-{shot.name}.png" width="{96 * shot.kept // total}%" '
        f'alt="{theme}, {shot.name}">'
        for shot in row
    )
