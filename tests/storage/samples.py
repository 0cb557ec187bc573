"""Articles for the tests of storage."""

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

from PIL import Image

from newsroom.domain.article import Article, SectionPath
from newsroom.domain.document import Document, Paragraph, text_of
from newsroom.domain.ids import new_article_id
from newsroom.domain.ports import OpenUnitOfWork
from tests.fakes.desk import NOON, SAFETY, SPECIAL

ROOT = Path(__file__).parents[2]
"""The repository: where programs that tests start find the package."""

SAFETY_PATH: SectionPath = (SPECIAL, SAFETY)


def article(*paragraphs: str, minutes: int = 0, **fields: Any) -> Article:
    """An article of some paragraphs, last changed `minutes` after noon."""
    body = Document(blocks=tuple(Paragraph(text=text_of(words)) for words in paragraphs))
    times = {"created": NOON, "updated": NOON + timedelta(minutes=minutes)}
    return Article(**{"id": new_article_id(), "body": body} | times | fields)


def stored(opening: OpenUnitOfWork, *articles: Article) -> list[Article]:
    """Add the articles in one transaction."""
    with opening() as work:
        added = [work.articles.add(each) for each in articles]
        work.commit()
    return added


def picture(
    width: int = 40, height: int = 30, *, form: str = "JPEG", colour: str = "navy", **save: Any
) -> bytes:
    """The file of a picture in one colour."""
    stream = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(stream, form, **save)
    return stream.getvalue()
