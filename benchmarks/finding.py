"""How long finding takes: in one long article, and in a library, beside plain `re` on the same.

    python -m benchmarks.finding [articles]

An article of 50,000 words, then a library of 10,000 articles of 440 words unless told otherwise.
Prints milliseconds of ours, of `re.finditer` over the same texts in memory, and their ratio.
"""

import re
import sys
import tempfile
from pathlib import Path
from random import Random

from benchmarks.storage import best, made_up, report, words
from newsroom.domain.article import ArticleText
from newsroom.domain.document import Document, Paragraph, text_of
from newsroom.domain.finding import article_words_of, replaced
from newsroom.domain.library import EVERYTHING
from newsroom.language.finding import Pattern, Replacement
from newsroom.services.desk import Desk
from newsroom.services.replacing import find_in_library, find_places
from newsroom.storage.library import Library, open_library
from tests.fakes.desk import FakeClock, make_desk

_PATTERNS = (
    Pattern(words="cong doan"),
    Pattern(words="công đoàn", match_diacritics=True, whole_word=True),
    Pattern(words=r"công (\w+)", regex=True, match_diacritics=True),
    Pattern(words="đoàn"),
)


def _plain(pattern: Pattern, texts: list[str]) -> int:
    source = pattern.words if pattern.regex else re.escape(pattern.words)
    made = re.compile(source, re.IGNORECASE)
    return sum(1 for text in texts for _hit in made.finditer(text))


def _name(pattern: Pattern) -> str:
    return pattern.words + (" .*" if pattern.regex else "")


def in_an_article() -> None:
    """50,000 words: finding, and replacing all."""
    source = Random(1)
    blocks = tuple(Paragraph(text=text_of(words(source, 50))) for _ in range(1000))
    text = ArticleText(headline=words(source, 10), body=Document(blocks=blocks))
    texts = [found for _block, _number, found in article_words_of(text)]
    for pattern in _PATTERNS:
        hits = list(find_places(pattern=pattern, text=text))
        report(
            f"find “{_name(pattern)}” ({len(hits)} hits)",
            best(lambda pattern=pattern: list(find_places(pattern=pattern, text=text))),
            best(lambda pattern=pattern: _plain(pattern, texts)),
        )
    pattern = _PATTERNS[-1]
    replacement = Replacement(pattern=pattern, words="hội", keep_case=True)
    hits = list(find_places(pattern=pattern, text=text))
    changes = [(hit.hit, replacement.of(hit.words, hit.found)) for hit in hits]
    made = re.compile("đoàn", re.IGNORECASE)
    report(
        f"replace {len(changes)} hits",
        best(lambda: replaced(text, changes)),
        best(lambda: [made.sub("hội", each) for each in texts]),
    )


def fill(library: Library, articles: int) -> list[str]:
    """Fill the library; returns all its texts."""
    source, texts = Random(2), []
    with library.unit_of_work(writes=False) as work:
        sections = list(work.taxonomy.sections().paths())
    for start in range(0, articles, 500):
        with library.unit_of_work() as work:
            for number in range(start, min(start + 500, articles)):
                article = made_up(source, number, sections)
                work.articles.add(article)
                texts += [article.headline, article.lede]
                texts += [block.text[0].text for block in article.body.blocks]  # type: ignore[union-attr]
            work.commit()
    return texts


def in_a_library(articles: int) -> None:
    """Finding in all articles."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_library(Path(folder) / "library") as library,
    ):
        texts = fill(library, articles)
        fake = make_desk()
        desk = Desk(
            open=library.unit_of_work,
            photos=fake.photos,
            clock=FakeClock(),
            person="",
            journal=fake.journal,
        )
        with library.unit_of_work(writes=False) as work:
            print(f"{len(work.articles.ids(EVERYTHING))} articles outside the bin")
        rare = Pattern(words="đường sắt thuyên", whole_word=True)
        nowhere = Pattern(words=r"\d+ đoàn", regex=True)
        for pattern in (rare, Pattern(words="thuyên xoong"), nowhere, *_PATTERNS):
            found = find_in_library(desk=desk, pattern=pattern)
            count = sum(len(article.places) for article in found.articles)
            report(
                f"library “{_name(pattern)}” ({count})",
                best(lambda pattern=pattern: find_in_library(desk=desk, pattern=pattern), 2),
                best(lambda pattern=pattern: _plain(pattern, texts), 2),
            )


def main() -> None:
    """An article, then a library."""
    articles = int(sys.argv[1]) if sys.argv[1:] and sys.argv[1].isdigit() else 10_000
    print(f"{'':34} {'ours':>12} {'plain re':>12}")
    in_an_article()
    in_a_library(articles)


if __name__ == "__main__":
    main()
