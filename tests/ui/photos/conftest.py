"""A pane with an open article and a desk to keep photos in."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from newsroom.domain.article import ArticleText
from newsroom.domain.document import Document, Paragraph, Photo, photos, text_of
from newsroom.domain.ids import ArticleId
from newsroom.services.desk import Desk
from newsroom.ui.editor.pane import EditorPane
from newsroom.ui.sheet_media import SheetMedia
from newsroom.ui.tasks import TaskRunner
from newsroom.ui.tokens import LIGHT
from tests.photo_files import iim, jpeg, photoshop
from tests.ui.support import clock, desk, tasks, theme

__all__ = ["clock", "desk", "tasks", "theme"]


@dataclass
class Room:
    """An editor with its photos; `open_id` is the article that is said to be open."""

    pane: EditorPane
    media: SheetMedia
    open_id: ArticleId

    def photos(self) -> list[Photo]:
        return list(photos(self.pane.sheet.article_text().body))


@pytest.fixture
def room(qtbot: QtBot, desk: Desk, tasks: TaskRunner, tmp_path) -> Iterator[Room]:
    pane = EditorPane(tokens=LIGHT)
    qtbot.addWidget(pane)
    pane.resize(800, 700)
    made: list[Room] = []
    media = SheetMedia(
        pane=pane,
        tasks=tasks,
        settings=QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat),
        open_id=lambda: made[0].open_id,
        parent=pane,
    )
    media.attach_desk(desk)
    made.append(Room(pane, media, ArticleId("bai-1")))
    body = Document(blocks=tuple(Paragraph(text=text_of(f"Đoạn {n}")) for n in range(3)))
    pane.sheet.set_text(ArticleText(headline="Tít", lede="Sa-pô", body=body))
    pane.show()
    yield made[0]
    pane.close()


def news_photo(caption: str, *, colour: str = "#406080", size: tuple[int, int] = (60, 40)) -> bytes:
    """A photo as an agency sends it."""
    block = iim(
        (1, 90, b"\x1b%G"),
        (2, 120, caption.encode()),
        (2, 80, "Lê Lâm".encode()),
        (2, 55, b"20200720"),
    )
    return jpeg(colour=colour, size=size, resources=photoshop(block))
