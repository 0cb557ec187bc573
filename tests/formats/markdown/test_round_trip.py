"""Article → Markdown → article: all that Markdown can say comes back, and no word is lost."""

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings

from newsroom.domain.article import Article
from newsroom.domain.document import Box, Document, Paragraph, Photo, Table, block_plain, text_of
from newsroom.domain.ids import BlockId
from newsroom.formats.markdown.reader import read_markdown
from newsroom.formats.markdown.writer import markdown_folder, write_markdown
from tests.formats.docx.samples import context, photo_files, sample_article
from tests.strategies import articles

PHOTOS = tuple(photo_files())
NO_ID = BlockId("")
FIELDS = ("kicker", "headline", "lede", "section", "tags", "byline", "dateline", "language")


def sayable(block):
    """A block as Markdown can say it: no ids, crops and focal points; None for nothing.

    A photo has one day, however often it is shown.
    """
    block = replace(block, id=NO_ID)
    match block:
        case Paragraph() if not block.text:
            return None
        case Table() if block.header and len(block.rows) > 1 and not any(block.rows[0]):
            return replace(block, header=False, rows=block.rows[1:])
        case Photo():
            return replace(block, crop=None, focal=None, taken=None)
        case Box():
            return replace(block, blocks=tuple(filter(None, map(sayable, block.blocks))))
    return block


def read_back(article: Article):
    files = {file.path: file.data for file in markdown_folder(article, context())}
    return read_markdown(files["article.md"].decode(), load_photo=files.get)


def test_sample() -> None:
    article = sample_article()
    imported = read_back(article)
    assert [sayable(b) for b in imported.body.blocks] == [sayable(b) for b in article.body.blocks]
    assert set(imported.photos) == set(PHOTOS[:2])


def test_a_caption_that_ends_like_a_credit_stays_whole() -> None:
    article = sample_article()
    use = Photo(photo=PHOTOS[0], caption=text_of("Giờ tan ca. Ảnh: Lê Lâm"))
    (found,) = read_back(replace(article, body=Document(blocks=(use,)))).body.blocks
    assert isinstance(found, Photo)
    assert (found.caption, found.credit) == (use.caption, "")


def test_the_day_of_a_photo_comes_back() -> None:
    uses = (
        Photo(photo=PHOTOS[0], taken=date(2020, 7, 20)),
        Photo(photo=PHOTOS[1], caption=text_of("Giờ tan ca")),
    )
    article = replace(sample_article(), body=Document(blocks=uses))
    assert [use.taken for use in read_back(article).body.blocks] == [date(2020, 7, 20), None]


@given(articles(photos=PHOTOS))
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_article(article: Article) -> None:
    if not article.headline:
        article = replace(article, headline="Tít")
    imported = read_back(article)
    wanted = list(filter(None, map(sayable, article.body.blocks)))
    assert list(filter(None, map(sayable, imported.body.blocks))) == wanted
    assert imported.updated == article.updated
    assert all(getattr(imported, name) == getattr(article, name) for name in FIELDS)


def test_photos_that_are_missing_leave_their_words() -> None:
    article = sample_article()
    imported = read_markdown(write_markdown(article, context()))
    words = "\n".join(block_plain(block) for block in imported.body.blocks)
    assert "Công nhân xếp hàng nhận quà" in words
    assert "Công nhân nhận quà tại xưởng may số 3. Ảnh: Lê Lâm" in words
    assert "was not found" in imported.remarks[0].template
