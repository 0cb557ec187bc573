"""The body of an article, its words and their count."""

from hypothesis import given, settings

from newsroom.domain.article import ArticleText
from newsroom.domain.changes import ChangeSet
from newsroom.domain.counting import article_words, count_words, reading_minutes
from newsroom.domain.document import (
    Box,
    Document,
    Mark,
    Paragraph,
    Photo,
    Quote,
    Run,
    Table,
    block_plain,
    document_plain,
    normal,
    photos,
    plain,
    text_of,
    with_new_ids,
)
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.domain.slug import slugify
from newsroom.domain.taxonomy import parse_path, show_path
from tests.strategies import documents, texts

BOLD = frozenset({Mark.BOLD})


def test_equal_neighbours_are_joined_and_empty_runs_go():
    runs = (Run(text="a"), Run(text=""), Run(text="b"), Run(text="c", marks=BOLD))
    assert normal(runs) == (Run(text="ab"), Run(text="c", marks=BOLD))


@settings(max_examples=30, deadline=None)
@given(texts())
def test_normal_form_is_normal(text):
    assert normal(text) == text


def test_plain_words_of_blocks():
    quote = Quote(text=text_of("Cùng làm."), source="Ông Nam")
    rows = ((text_of("a"), text_of("b")), (text_of("c"), text_of("d")))
    assert block_plain(quote) == "Cùng làm.\nÔng Nam"
    assert block_plain(Table(rows=rows)) == "a\tb\nc\td"
    body = Document(blocks=(Paragraph(text=text_of("Một.")), Paragraph(), quote))
    assert document_plain(body) == "Một.\n\nCùng làm.\nÔng Nam"


def test_photos_are_found_in_boxes_too():
    first, second = Photo(photo=PhotoId("a")), Photo(photo=PhotoId("b"))
    body = Document(blocks=(first, Box(blocks=(Paragraph(), second)), Paragraph()))
    assert list(photos(body)) == [first, second]


@settings(max_examples=10, deadline=None)
@given(documents())
def test_copy_says_the_same_under_new_ids(document):
    copy = with_new_ids(document)
    assert document_plain(copy) == document_plain(document)
    assert not {block.id for block in copy.blocks} & {block.id for block in document.blocks}


def test_words_are_counted_as_a_vietnamese_desk_counts():
    assert count_words("Công đoàn cơ sở, 28 km; Covid-19 – 3,5%") == 8
    box = Box(title=text_of("Hộp tin"), blocks=(Paragraph(text=text_of("ba chữ nữa")),))
    text = ArticleText(headline="Tít", lede="Mở bài.", body=Document(blocks=(box,)))
    assert article_words(text) == 8


def test_reading_time_is_rounded_up():
    assert [reading_minutes(words) for words in (0, 1, 260, 261)] == [0, 1, 1, 2]


def test_slug_of_a_headline():
    assert slugify("Đồng tâm, hiệp lực!") == "dong-tam-hiep-luc"
    long = slugify("người lao động " * 20)
    assert len(long) <= 80
    assert long.endswith(("nguoi", "lao", "dong"))
    assert slugify("a" * 100) == "a" * 80
    assert slugify("…") == ""


def test_section_paths():
    assert parse_path(" Chuyên đề / An toàn //") == ("Chuyên đề", "An toàn")
    assert show_path(("Chuyên đề", "An toàn")) == "Chuyên đề/An toàn"


def test_changes_add_up():
    first = ChangeSet(articles=frozenset({ArticleId("a")}), text_only=True)
    second = ChangeSet(articles=frozenset({ArticleId("b")}), tags=True)
    both = first | second
    assert both.articles == {"a", "b"}
    assert (both.tags, both.text_only, both.sections) == (True, False, False)
    assert plain(text_of("")) == ""
