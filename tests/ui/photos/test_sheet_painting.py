"""What stands below a photo on the sheet: the paper's label, and in amber what is missing."""

import pytest
from PySide6.QtGui import QColor, QImage

from newsroom.domain.article import ArticleText
from newsroom.domain.document import Document, Photo, text_of
from newsroom.domain.ids import PhotoId
from newsroom.ui.tokens import DARK, LIGHT
from tests.ui.photos.conftest import Room


def shown(room: Room, photo: Photo) -> QImage:
    room.pane.resize(900, 1200)
    room.pane.sheet.set_text(ArticleText(headline="Tít", body=Document(blocks=(photo,))))
    return room.pane.sheet.grab().toImage()


def has(image: QImage, colour: str) -> bool:
    wanted = QColor(colour).rgb()
    return any(
        image.pixel(x, y) == wanted for y in range(image.height()) for x in range(image.width())
    )


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_what_a_photo_lacks_is_amber(room, tokens):
    room.pane.set_tokens(tokens)
    use = Photo(photo=PhotoId("a" * 64), caption=text_of("Ca chiều"), credit="Lê Lâm")
    assert not has(shown(room, use), tokens.amber)
    assert has(shown(room, Photo(photo=use.photo, credit="Lê Lâm")), tokens.amber)
    assert has(shown(room, Photo(photo=use.photo, caption=use.caption)), tokens.amber)


@pytest.mark.parametrize("zoom", [1.0, 1.7])
def test_the_label_stands_before_the_credit_once(room, zoom):
    room.pane.set_zoom(zoom)
    use = Photo(photo=PhotoId("a" * 64), caption=text_of("Ca chiều"), credit="Lê Lâm")
    with_label = shown(room, use)
    room.pane.sheet.set_photo_label("")
    assert shown(room, use) != with_label
    said = Photo(photo=use.photo, caption=use.caption, credit="Ảnh: Lê Lâm")
    without = shown(room, said)
    room.pane.sheet.set_photo_label("Ảnh:")
    assert shown(room, said) == without


def test_the_label_is_not_part_of_the_article(room):
    use = Photo(photo=PhotoId("a" * 64), credit="Lê Lâm")
    shown(room, use)
    assert room.photos()[0].credit == "Lê Lâm"
