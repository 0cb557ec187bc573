"""How fast the library on disk is, beside plain sqlite3 doing a comparable thing in the same run.

    python benchmarks/storage.py [articles]

Fills a library (30,000 articles of 400 words unless told otherwise) and prints, for each task, the
best of some runs in milliseconds for the library and for a bare table, and their ratio.
"""

import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from newsroom.domain.article import Article, Status
from newsroom.domain.document import Document, Paragraph, text_of
from newsroom.domain.ids import new_article_id
from newsroom.domain.library import EVERYTHING
from newsroom.storage.library import Library, open_library

_BATCH = 500
_TEXT = (
    "công đoàn người lao động việc làm tiền lương phát triển tổ chức viên an toàn thi đua khen "
    "thưởng tuyên truyền nhà ở chính sách bảo hiểm xã hội đời sống công nhân khu nghiệp doanh "
    "thành phố đường sắt hòa bình phúc lợi trung thu"
)
_ONSETS = "b c ch d đ g h kh l m n ng nh ph r s t th tr v x"
_RIMES = "a á ạ an ang ao âm ăn e em ê êm i inh o oan ơi ôn u ung ưng uyên y iêm"
_COMMON = list(dict.fromkeys(_TEXT.split()))
_SYLLABLES = _COMMON + [onset + rime for onset in _ONSETS.split() for rime in _RIMES.split()]
_WEIGHTS = [1 / (place + 3) for place in range(len(_SYLLABLES))]
_FIRST = datetime(2015, 1, 1, tzinfo=UTC)


def words(source: random.Random, count: int) -> str:
    """Syllables as rare and as common as those of a real text."""
    return " ".join(source.choices(_SYLLABLES, _WEIGHTS, k=count))


def made_up(source: random.Random, number: int, sections: list[tuple[str, ...]]) -> Article:
    """An article of about 440 words."""
    moment = _FIRST + timedelta(minutes=37 * number)
    blocks = tuple(Paragraph(text=text_of(words(source, 50))) for _ in range(8))
    return Article(
        id=new_article_id(),
        headline=words(source, 10),
        lede=words(source, 30),
        body=Document(blocks=blocks),
        section=source.choice(sections),
        tags=tuple(source.sample(_COMMON, 2)),
        byline=(words(source, 2),),
        status=source.choice(list(Status)),
        created=moment,
        updated=moment,
    )


def fill(library: Library, bare: sqlite3.Connection, articles: int) -> tuple[float, float]:
    """The seconds that filling took: the library, and a bare table with an FTS5 index."""
    source = random.Random(1)
    bare.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE article (id INTEGER PRIMARY KEY, uid TEXT UNIQUE, updated INTEGER,"
        " headline TEXT, lede TEXT, body TEXT);"
        "CREATE INDEX latest ON article (updated DESC, uid);"
        "CREATE VIRTUAL TABLE words USING fts5(text, content='')"
    )
    with library.unit_of_work(writes=False) as work:
        sections = list(work.taxonomy.sections().paths())
    ours = theirs = 0.0
    for start in range(0, articles, _BATCH):
        numbers = range(start, min(start + _BATCH, articles))
        batch = [made_up(source, number, sections) for number in numbers]
        began = perf_counter()
        with library.unit_of_work() as work:
            for article in batch:
                work.articles.add(article)
            work.commit()
        between = perf_counter()
        with bare:
            for number, article in zip(numbers, batch, strict=True):
                body = "\n".join(block.text[0].text for block in article.body.blocks)
                row = (number, article.id, number, article.headline, article.lede, body)
                bare.execute("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?)", row)
                text = f"{article.headline} {article.lede} {body}"
                bare.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (number, text))
        ours, theirs = ours + between - began, theirs + perf_counter() - between
    return ours, theirs


def best(task: Callable[[], Any], runs: int = 7) -> float:
    """The seconds of the quickest of some runs."""
    times = []
    for _ in range(runs):
        began = perf_counter()
        task()
        times.append(perf_counter() - began)
    return min(times)


def report(name: str, ours: float, theirs: float) -> None:
    """One line: milliseconds of ours, of the bare one, and their ratio."""
    print(f"{name:34} {ours * 1e3:9.2f} ms {theirs * 1e3:9.2f} ms   × {ours / theirs:.1f}")


def compare(library: Library, bare: sqlite3.Connection) -> None:
    """Lists, summaries, counts, saves and searches."""
    reading = _reading(library)
    ids = reading(lambda work: work.articles.ids(EVERYTHING))()
    some = random.Random(2).sample(ids, min(200, len(ids)))
    marks = ",".join("?" * len(some))

    def query(sql: str, *values: Any) -> Callable[[], Any]:
        return lambda: bare.execute(sql, values).fetchall()

    report(
        f"ids ({len(ids)})",
        best(reading(lambda work: work.articles.ids(EVERYTHING))),
        best(query("SELECT uid FROM article ORDER BY updated DESC")),
    )
    report(
        f"summaries ({len(some)})",
        best(reading(lambda work: work.articles.summaries(some))),
        best(
            query(f"SELECT uid, updated, headline, lede FROM article WHERE uid IN ({marks})", *some)
        ),
    )
    report(
        "counts",
        best(reading(lambda work: work.articles.counts())),
        best(query("SELECT updated % 8, count(*) FROM article GROUP BY 1")),
    )
    report(
        "get",
        best(reading(lambda work: work.articles.get(some[0]))),
        best(query("SELECT * FROM article WHERE uid = ?", some[0])),
    )
    report("save and commit", best(_saving(library, some[0])), best(_bare_saving(bare, some[0])))
    for typed, plain in _QUERIES:
        report(
            f"search “{typed}”",
            best(reading(lambda work, typed=typed: _search(work, typed)), 3),
            best(query(_BARE_SEARCH, plain), 3),
        )


_QUERIES = (
    ("đ", '"đ"*'),
    ("đoàn", '"đoàn"*'),
    ("cong doan", '"công" "đoàn"*'),
    ('"công đoàn" hòa bình', '"công đoàn" "hòa" "bình"*'),
    ("đường sắt thuyên", '"đường" "sắt" "thuyên"*'),
)
_BARE_SEARCH = (
    "SELECT uid, headline, lede FROM article WHERE id IN"
    " (SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT 50)"
)


def _search(work: Any, typed: str) -> Any:
    return work.search.search(typed, within=EVERYTHING, limit=50)


def _reading(library: Library) -> Callable[[Callable[[Any], Any]], Callable[[], Any]]:
    def wrap(task: Callable[[Any], Any]) -> Callable[[], Any]:
        def run() -> Any:
            with library.unit_of_work(writes=False) as work:
                return task(work)

        return run

    return wrap


def _saving(library: Library, uid: Any) -> Callable[[], None]:
    def save() -> None:
        with library.unit_of_work() as work:
            work.articles.save(work.articles.get(uid))
            work.commit()

    return save


def _bare_saving(bare: sqlite3.Connection, uid: str) -> Callable[[], None]:
    def save() -> None:
        with bare:
            bare.execute("UPDATE article SET lede = lede || '.' WHERE uid = ?", (uid,))

    return save


def main() -> None:
    """Fill, then compare."""
    articles = int(sys.argv[1]) if sys.argv[1:] and sys.argv[1].isdigit() else 30_000
    with tempfile.TemporaryDirectory() as folder:
        bare = sqlite3.connect(Path(folder) / "bare.db")
        began = perf_counter()
        library = open_library(Path(folder) / "library")
        created = perf_counter() - began
        library.close()
        began = perf_counter()
        with open_library(Path(folder) / "library") as library:
            opened = perf_counter() - began
            print(f"created in {created * 1e3:.0f} ms, opened again in {opened * 1e3:.1f} ms")
            print(f"{'':34} {'library':>12} {'bare sqlite':>12}")
            ours, theirs = fill(library, bare, articles)
            report("add one (in batches of 500)", ours / articles, theirs / articles)
            compare(library, bare)
        bare.close()


if __name__ == "__main__":
    main()
