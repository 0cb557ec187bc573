"""A library of 1,000 articles as a static site, beside templates alone in the same run.

    python benchmarks/mini_site.py [articles]

Each article has 440 words; one in five has a photo of 6 megapixels, of which there are forty. The
peer is Jinja2 that fills a page of the same length from texts at hand and writes it to the disk:
what any generator of sites pays at least, without reading a library, photos, feeds or lists.
"""

import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from time import perf_counter

from jinja2 import Environment
from PIL import Image

from benchmarks.storage import made_up
from newsroom.app import open_desk
from newsroom.domain.article import Status
from newsroom.domain.document import Document, Photo
from newsroom.domain.ids import PhotoId
from newsroom.services.desk import Desk
from newsroom.services.settings import read_paper, save_paper
from newsroom.services.sites import export_site
from tests.site_sample import scene

PHOTOS = 40
_PAGE = Environment(autoescape=True).from_string(
    "<!doctype html><html><head><title>{{ one.headline }}</title></head><body><h1>"
    "{{ one.headline }}</h1><p>{{ one.lede }}</p>{% for words in one.words %}<p>{{ words }}</p>"
    "{% endfor %}{% for other in one.others %}<a href='{{ other }}'>{{ other }}</a>{% endfor %}"
    "{{ furniture }}</body></html>"
)


def main() -> None:
    """Print articles a second, with and without photos, and the ratios."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 1_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        peer = _peer(count, folder / "peer")
        print(f"Jinja2 and files alone   {count / peer:7.0f} articles/s")
        for photos in (0, PHOTOS):
            with open_desk(folder / f"library-{photos}", create=True) as desk:
                _fill(desk, count, photos)
                target = folder / f"site-{photos}"
                work = partial(export_site, desk=desk, target=target)
                took = _seconds(work)
            size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
            print(
                f"site with {photos:2} photos      {count / took:7.0f} articles/s"
                f"   {took / peer:5.1f} × Jinja2 alone   {size / count / 1024:5.0f} KB an article"
            )


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _peer(count: int, folder: Path) -> float:
    """Seconds; the texts are at hand before the clock starts."""
    source = random.Random(1)
    articles = [made_up(source, number, [("Thời sự",)]) for number in range(count)]
    values = [
        {
            "headline": article.headline,
            "lede": article.lede,
            "words": [block.text[0].text for block in article.body.blocks],
            "others": [f"{number}.html" for number in range(12)],
        }
        for article in articles
    ]
    folder.mkdir()
    start = perf_counter()
    for number, value in enumerate(values):
        page = _PAGE.render(one=value, furniture="trang " * 400)
        (folder / f"{number}.html").write_text(page, "utf-8")
    return perf_counter() - start


def _fill(desk: Desk, count: int, photos: int) -> None:
    save_paper(desk=desk, settings=replace(read_paper(desk=desk), site_url="https://example.vn"))
    taken = [_photo(desk, number) for number in range(photos)]
    source = random.Random(1)
    with desk.open() as work:
        sections = list(work.taxonomy.sections().paths())
        for number in range(count):
            article = made_up(source, number, sections)
            body = article.body
            if taken and number % 5 == 0:
                use = Photo(photo=taken[number // 5 % photos], credit="Lê Lâm")
                body = Document(blocks=(use, *body.blocks))
            published = replace(
                article, body=body, slug=f"bai-{number}", status=Status.PUBLISHED,
                published=article.updated,
            )  # fmt: skip
            work.articles.add(published)
        work.commit()


def _photo(desk: Desk, number: int) -> PhotoId:
    grain = Image.effect_noise((3000, 2000), 30).convert("RGB")
    out = BytesIO()
    Image.blend(scene(3000, 2000, warm=number), grain, 0.2).save(out, "JPEG", quality=90)
    return desk.photos.add(out.getvalue(), name=f"anh-{number}.jpg").id


if __name__ == "__main__":
    main()
