"""Words, characters and reading time, as a Vietnamese desk counts them."""

import re
from math import ceil

from newsroom.domain.article import ArticleText
from newsroom.domain.document import Block, block_texts, plain

_WORD = re.compile(r"[^\W_]+(?:[.,:/’'&-][^\W_]+)*")
_TIENG_PER_MINUTE = 260
"""Silent reading of Vietnamese, in syllables a minute; the footer's estimate, rounded up."""


def count_words(words: str) -> int:
    """The number of tiếng (syllables written apart); a number or `Covid-19` counts as one."""
    return len(_WORD.findall(words))


def block_words(block: Block) -> int:
    """The tiếng of a block, captions and cells included."""
    return sum(count_words(plain(text)) for text in block_texts(block))


def article_words(text: ArticleText) -> int:
    """The tiếng of an article: kicker, headline, lede and body."""
    fields = (text.kicker, text.headline, text.lede)
    return sum(map(count_words, fields)) + sum(map(block_words, text.body.blocks))


def reading_minutes(words: int) -> int:
    """Minutes to read `words` tiếng, at least one when there is anything to read."""
    return ceil(words / _TIENG_PER_MINUTE)
