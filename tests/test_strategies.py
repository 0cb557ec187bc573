"""The strategies keep the promises that the codecs rely on."""

import itertools
import unicodedata

from hypothesis import given, settings

from newsroom.domain.article import Article
from newsroom.domain.document import Box, ListBlock, Table, block_texts, normal, plain
from newsroom.domain.json_document import document_from_json, document_to_json
from tests.strategies import articles, documents


@given(documents())
@settings(max_examples=50)
def test_documents_keep_the_promises_of_the_domain(document) -> None:
    for block in document.blocks:
        for text in block_texts(block):
            assert text == normal(text)
            assert unicodedata.is_normalized("NFC", plain(text))
            assert all(
                ch == "\n" or unicodedata.category(ch) not in ("Cc", "Cf") for ch in plain(text)
            )
        if isinstance(block, ListBlock):
            levels = [-1, *(item.level for item in block.items)]
            assert all(b <= a + 1 for a, b in itertools.pairwise(levels))
        if isinstance(block, Table):
            assert len({len(row) for row in block.rows}) == 1
        if isinstance(block, Box):
            assert not any(isinstance(inner, Box) for inner in block.blocks)


@given(documents())
@settings(max_examples=50)
def test_json_round_trip(document) -> None:
    assert document_from_json(document_to_json(document)) == document


@given(articles(tidy=True, photos=()))
@settings(max_examples=20)
def test_tidy_articles_have_no_stray_spaces(article: Article) -> None:
    for block in article.body.blocks:
        for text in block_texts(block):
            assert plain(text) == plain(text).strip(" \n")
            assert "  " not in plain(text)
