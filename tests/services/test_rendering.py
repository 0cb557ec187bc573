from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from newsroom.domain.article import Article, ArticleText, Status
from newsroom.domain.document import Box, Crop, Document, FocalPoint, Photo
from newsroom.domain.ids import PhotoId
from newsroom.domain.style import Role
from newsroom.errors import NotFoundError
from newsroom.services.articles import create_article, set_status
from newsroom.services.rendering import LATEST, context_for, load_style
from tests.fakes.desk import NOON, SAFETY, SPECIAL, FakeClock, make_desk

SECTION = (SPECIAL, SAFETY)


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def desk(clock):
    return make_desk(clock=clock)


def _picture(colour="red"):
    out = BytesIO()
    Image.new("RGB", (40, 30), colour).save(out, "PNG")
    return out.getvalue()


def _write(desk, clock, headline, **chosen) -> Article:
    clock.pass_time(minutes=1)
    text = ArticleText(headline=headline, body=chosen.pop("body", Document()))
    return create_article(desk=desk, text=text, **chosen).value


def test_the_house_style_is_read_once():
    assert load_style() is load_style()
    assert load_style()[Role.HEADLINE].weight == 600


def test_context_carries_the_paper_the_sections_and_the_moment(desk, clock):
    context = context_for(desk=desk, article=_write(desk, clock, "Tin"))
    assert context.paper.name == "Báo Công Đoàn"
    assert context.sections.find(SECTION) is not None
    assert context.now == clock.time > NOON


def test_latest_are_the_newest_of_the_section_without_the_article(desk, clock):
    others = [_write(desk, clock, f"Bài {n}", section=SECTION) for n in range(LATEST + 2)]
    _write(desk, clock, "Chuyện khác", section=("Thời sự",))
    article = _write(desk, clock, "Bài chính", section=SECTION)
    latest = context_for(desk=desk, article=article).latest
    assert [summary.id for summary in latest] == [a.id for a in reversed(others)][:LATEST]


def test_latest_are_published_ones_where_there_are_any(desk, clock):
    seen = _write(desk, clock, "Bài đã đăng", section=SECTION, status=Status.PUBLISHED)
    _write(desk, clock, "Bản nháp", section=SECTION)
    article = _write(desk, clock, "Bài chính", section=SECTION)
    assert [one.id for one in context_for(desk=desk, article=article).latest] == [seen.id]


def test_without_a_section_there_is_no_latest(desk, clock):
    _write(desk, clock, "Bài khác")
    assert context_for(desk=desk, article=_write(desk, clock, "Bài này")).latest == ()


def test_related_keep_their_order_and_lose_what_is_gone_or_in_the_bin(desk, clock):
    one, two, spiked = (_write(desk, clock, name) for name in ("Một", "Hai", "Ba"))
    set_status(desk=desk, ids=[spiked.id], status=Status.SPIKED)
    article = _write(desk, clock, "Bài chính")
    related = (two.id, "khongconnua00", spiked.id, one.id)
    found = context_for(desk=desk, article=replace(article, related=related)).related
    assert [summary.headline for summary in found] == ["Hai", "Một"]


def test_photos_of_the_body_and_of_the_lists_are_read_lazily(desk, clock):
    first = desk.photos.add(_picture("red"), name="a.png")
    boxed = desk.photos.add(_picture("blue"), name="b.png")
    listed = desk.photos.add(_picture("green"), name="c.png")
    _write(desk, clock, "Kia", section=SECTION, body=Document(blocks=(Photo(photo=listed.id),)))
    body = Document(blocks=(Photo(photo=first.id), Box(blocks=(Photo(photo=boxed.id),))))
    article = _write(desk, clock, "Đây", section=SECTION, body=body)
    photos = context_for(desk=desk, article=article).photos
    assert set(photos) == {first.id, boxed.id, listed.id}
    assert photos[boxed.id].file.name == "b.png"
    assert photos[boxed.id].read() == _picture("blue")


def test_lists_know_how_the_articles_cut_their_first_photo(desk, clock):
    use = Photo(
        photo=desk.photos.add(_picture("green"), name="c.png").id,
        crop=Crop(left=0.2, top=0.0, right=1.0, bottom=1.0),
        focal=FocalPoint(x=0.3, y=0.4),
    )
    listed = _write(desk, clock, "Kia", section=SECTION, body=Document(blocks=(use,)))
    _write(desk, clock, "Không ảnh", section=SECTION)
    article = _write(desk, clock, "Đây", section=SECTION)
    assert dict(context_for(desk=desk, article=article).leads) == {listed.id: use}


def test_a_photo_that_the_store_lost_is_missing(desk, clock):
    lost = PhotoId("0" * 64)
    article = _write(desk, clock, "Đây", body=Document(blocks=(Photo(photo=lost),)))
    with pytest.raises(NotFoundError):
        desk.photos.read(lost)
    assert context_for(desk=desk, article=article).photos == {}
