"""A photo's card in the inspector: what the file says, what can be done."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMenu

from newsroom import i18n
from newsroom.domain.document import Crop, Document, Photo, text_of
from newsroom.services.photo_details import filled, stored_details
from newsroom.ui.inspector.photos_page import PhotosPage
from newsroom.ui.photo_deeds import PhotoDeed
from tests.ui.photos.conftest import news_photo


@pytest.fixture
def page(qtbot, desk, tasks, theme):
    made = PhotosPage(theme, tasks)
    qtbot.addWidget(made)
    made.attach_desk(desk)
    return made


@pytest.fixture
def uses(desk) -> tuple[Photo, Photo]:
    file = desk.photos.add(news_photo("Ca chiều"), name="ca-chieu.jpg")
    full = Photo(photo=file.id, caption=text_of("Khác"), credit="Minh Tú")
    return full, Photo(photo=file.id)


def cards(qtbot, page, *uses: Photo):
    page.show_body(Document(blocks=uses))
    page.show()
    shown = [page._cards[use.id] for use in uses]
    qtbot.waitUntil(lambda: all(bool(card.found.text()) for card in shown))
    return shown


def test_the_card_tells_what_the_file_has_and_the_use_lacks(qtbot, page, uses):
    full, empty = cards(qtbot, page, *uses)
    assert empty.found.text() == "In the file: Ca chiều Ảnh: Lê Lâm\nTaken on 20/07/2020"
    assert not empty.take_over.isHidden()
    assert "Ca chiều" not in full.found.text()


def test_nothing_is_offered_that_the_use_has(qtbot, page, desk, uses):
    full, _empty = cards(qtbot, page, *uses)
    done = filled(uses[0], stored_details(desk=desk, photo=uses[0].photo))
    full.show_photo(done)
    assert full.take_over.isHidden()
    assert full.found.text() == "Taken on 20/07/2020"


def test_the_thumbnail_is_the_part_that_is_shown(qtbot, page, uses):
    (card,) = cards(qtbot, page, uses[0])
    whole = card.head.picture._image.size()
    card.show_photo(replace(uses[0], crop=Crop(left=0.5, top=0.5)))
    assert card.head.picture._image.size() == whole / 2


def test_deeds_go_out_with_the_photo(qtbot, page, uses):
    first, second = cards(qtbot, page, *uses)
    sent: list[tuple[str, str]] = []
    page.deed_wanted.connect(lambda block, deed: sent.append((block, deed)))
    first.edit.click()
    second.take_over.click()
    for action in first.more.menu().actions():
        action.trigger()
    assert sent[0] == (uses[0].id, PhotoDeed.EDIT)
    assert sent[1] == (uses[1].id, PhotoDeed.TAKE_OVER)
    assert [deed for _block, deed in sent[2:]] == [
        PhotoDeed.REPLACE,
        PhotoDeed.SAVE,
        PhotoDeed.DOWN,  # there is none above
        PhotoDeed.REMOVE,
    ]


def test_buttons_are_told_apart_by_screen_readers(qtbot, page, uses):
    first, second = cards(qtbot, page, *uses)
    assert first.edit.accessibleName() != second.edit.accessibleName()


def test_it_speaks_vietnamese(qtbot, page, uses):
    i18n.use("vi")
    try:
        (card,) = cards(qtbot, page, uses[1])
        assert card.take_over.text() == "Lấy vào bài"
        assert card.found.text().endswith("Chụp ngày 20/07/2020")
        menu = card.more.menu()
        assert isinstance(menu, QMenu)
        assert menu.actions()[0].text() == "Thay ảnh…"
    finally:
        i18n.use("en")
