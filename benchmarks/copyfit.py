"""How long it takes from an edit to what the footer says of the slot, beside setting all anew.

    python -m benchmarks.copyfit

Articles of 500, 1,500 and 5,000 words with a photo's room; in each of 60 edits a few words are
added to one paragraph. Prints p50 and p95 in milliseconds of the measure that remembers, of one
that remembers nothing (the peer: what the page itself costs), and their ratio.
"""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from statistics import quantiles
from time import perf_counter

from benchmarks.storage import words
from newsroom.domain.article import Article
from newsroom.domain.document import Document, Paragraph, plain, text_of
from newsroom.domain.slot import Slot
from newsroom.press.copyfit import Copyfit
from tests.press.samples import context, plain_article

_EDITS = 60
_SLOT = Slot(preset="newspaper", columns=2, depth=60)


def _article(count: int, source: Random) -> Article:
    blocks = tuple(Paragraph(text=text_of(words(source, 60))) for _ in range(count // 60))
    return plain_article(0, body=Document(blocks=blocks))


def _edited(article: Article, source: Random) -> Article:
    blocks = [*article.body.blocks]
    at = source.randrange(len(blocks))
    old = blocks[at]
    assert isinstance(old, Paragraph)
    blocks[at] = replace(old, text=text_of(f"{plain(old.text)} {words(source, 3)}"))
    return replace(article, body=Document(blocks=tuple(blocks)))


def _milliseconds(article: Article, measure: Callable[[], Copyfit], seed: int) -> list[float]:
    source, surroundings, taken = Random(seed), context(), []
    measure().fit(article, surroundings, _SLOT)
    for _ in range(_EDITS):
        article = _edited(article, source)
        start = perf_counter()
        measure().fit(article, surroundings, _SLOT)
        taken.append((perf_counter() - start) * 1000)
    return taken


def main() -> None:
    """Print the table."""
    print(f"{'words':>6} {'p50':>8} {'p95':>8} {'anew p50':>9} {'anew p95':>9} {'ratio':>6}")
    for count in (500, 1500, 5000):
        article = _article(count, Random(1))
        kept = Copyfit()
        ours = quantiles(_milliseconds(article, lambda kept=kept: kept, 2), n=20)
        anew = quantiles(_milliseconds(article, Copyfit, 2), n=20)
        print(
            f"{count:>6} {ours[9]:>8.1f} {ours[18]:>8.1f} {anew[9]:>9.1f} {anew[18]:>9.1f} "
            f"{ours[9] / anew[9]:>6.2f}"
        )


if __name__ == "__main__":
    main()
