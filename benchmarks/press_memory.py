"""Whether memory stays flat over 1,000 exports: newspaper and office in turn, each a new article.

The resident memory after every hundred, and how much it grew from the second hundred to the last.
Run: make bench ARGS=press_memory
"""

import gc
import json
import time
from pathlib import Path

from newsroom.domain.document import Document
from newsroom.press.pdf import render_pdf
from newsroom.press.presets import load_preset
from tests.press.samples import PARAGRAPHS, context, landscape, paragraph, photo, plain_article

EXPORTS = 1000
EVERY = 100
PAGE = 4096


def article(number: int):
    """A short article whose words are its own."""
    words = [f"{PARAGRAPHS[at]} Số {number * 7 + at}." for at in range(3)]
    blocks = [paragraph(text, at) for at, text in enumerate(words)]
    shown = photo(landscape(), f"Ảnh {number}", number)
    return plain_article(headline=f"Bài số {number}", body=Document(blocks=(shown, *blocks)))


def resident() -> float:
    """Megabytes of this process in memory; where /proc is missing, the most there ever were."""
    place = Path("/proc/self/statm")
    if place.exists():
        return int(place.read_text().split()[1]) * PAGE / 1e6
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def main() -> None:
    presets = [load_preset("newspaper"), load_preset("office")]
    given = context()
    found = []
    start = time.perf_counter()
    for number in range(1, EXPORTS + 1):
        render_pdf([article(number)], context_of=[given], preset=presets[number % 2])
        if number % EVERY == 0:
            gc.collect()
            found.append(round(resident(), 1))
    result = {
        "exports": EXPORTS,
        "seconds": round(time.perf_counter() - start),
        "MB after each hundred": found,
        "MB grown from the second hundred to the last": round(found[-1] - found[1], 1),
    }
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
