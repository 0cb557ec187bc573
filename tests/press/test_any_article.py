"""Whatever a document holds, it can be set, and nothing of its text is lost."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.domain.document import (
    Box,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Photo,
    Quote,
    Run,
    Table,
    document_plain,
    normal,
)
from newsroom.domain.ids import PhotoId
from newsroom.press.layout.model import Line
from newsroom.press.layout.pages import lay_out
from newsroom.press.preset import Format
from newsroom.press.presets import load_preset
from tests.press.samples import context, landscape, plain_article, portrait
from tests.press.test_layout import shaped

words = st.text(alphabet="aệỘ1. -“”\u00a0\n\t/", max_size=60) | st.sampled_from(
    ["", " ", "công đoàn " * 60, "x" * 300, "Ể" * 90, "1.234.567", "\n\n"]
)
texts = st.lists(
    st.builds(Run, text=words, marks=st.frozensets(st.sampled_from(Mark), max_size=3)), max_size=3
).map(normal)
items = st.builds(ListItem, text=texts, level=st.integers(0, 3))
tables = st.integers(1, 9).flatmap(
    lambda columns: st.builds(
        Table,
        rows=st.lists(st.tuples(*[texts] * columns), max_size=4).map(tuple),
        header=st.booleans(),
    )
)
known = st.sampled_from([landscape().file.id, portrait().file.id, PhotoId("0" * 64)])
inner = st.one_of(
    st.builds(Paragraph, text=texts),
    st.builds(Heading, text=texts),
    st.builds(Quote, text=texts, source=words),
    st.builds(ListBlock, ordered=st.booleans(), items=st.lists(items, max_size=4).map(tuple)),
    st.builds(Photo, photo=known, caption=texts, credit=words),
    tables,
)
boxes = st.builds(Box, title=texts, blocks=st.lists(inner, max_size=4).map(tuple))
documents = st.lists(inner | boxes, max_size=7).map(lambda found: Document(blocks=tuple(found)))
presets = st.sampled_from(
    [
        load_preset("newspaper"),
        load_preset("office"),
        load_preset("tabloid"),
        shaped(columns=6, sheet=Format.BERLINER),
    ]
)


def letters(text):
    return Counter(character for character in text if character.isalnum())


@settings(deadline=None, max_examples=60)
@given(documents, presets)
def test_any_document_is_set_with_all_its_letters(body, preset):
    article = plain_article(body=body, headline="", kicker="", lede="", byline=(), section=())
    layout = lay_out([article], [context()], preset)
    found = Counter()
    for page in layout.pages:
        for item in page.items:
            assert not isinstance(item, Line) or item.spans
            if isinstance(item, Line) and item.role != "furniture":
                for span in item.spans:
                    found += letters(span.text if span.actual is None else span.actual)
    assert not letters(document_plain(body)) - found
