"""Every panel and dialog of the gallery comes up, in each language, and can be used by everyone.

Words that Qt says of it fail the test too.
"""

import re

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from docs.shots.page import PAGE, page
from docs.shots.scenes import SCENES
from docs.shots.stage import Scene, Stage, picture
from tests.ui.gallery.walking import nameless, too_large, unreached

PLAYED = [scene for scene in SCENES if not scene.live]
PLACES = re.compile(r"\{(?!ngày|giờ|năm|tác giả|date|time|year|author)\w+\}")


def words_of(shown: QWidget) -> list[str]:
    """What can be read on `shown`."""
    parts = [shown, *shown.findChildren(QWidget)]
    return [
        words
        for part in parts
        if part.isVisible()
        for words in (
            part.windowTitle(),
            part.toolTip(),
            part.accessibleName(),
            part.text() if isinstance(part, QLabel | QAbstractButton) else "",
        )
        if words
    ]


@pytest.mark.parametrize("scene", PLAYED, ids=lambda scene: scene.name)
def test_it_comes_up_for_everyone(stage: Stage, scene: Scene) -> None:
    shown = scene.show(stage)
    assert shown.isVisible()
    assert not picture(shown).isNull()
    assert [words for words in words_of(shown) if PLACES.search(words)] == []
    assert nameless(shown) == []
    assert not too_large(shown)
    assert unreached(shown) == []


def test_the_table_names_each_scene_once() -> None:
    names = [scene.name for scene in SCENES]
    assert len(names) == len(set(names))
    assert all(scene.words.endswith(".") for scene in SCENES)


def test_the_page_shows_what_the_table_has() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(SCENES)
