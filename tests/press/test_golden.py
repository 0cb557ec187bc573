"""Layouts as they are meant to be. After an intended change, run with UPDATE_GOLDEN=1 and
look at the pages before committing the files."""

import json
import os
from pathlib import Path

import pytest

from newsroom.press.layout.model import Line, Panel, Picture, Rule
from newsroom.press.layout.pages import lay_out
from newsroom.press.presets import load_preset
from tests.press.samples import context, rich_article

FOLDER = Path(__file__).parents[1] / "golden" / "press"


def told(item):
    """An item in a line: what it is, where, and what it says."""
    match item:
        case Line():
            adjusted = f"{item.scale:.4f} {item.word_space:.2f}"
            return f"{item.role} {item.x:.1f} {item.y:.1f} w{item.width:.1f} {adjusted} {item.text}"
        case Rule():
            return f"rule {item.x1:.1f} {item.y1:.1f} {item.x2:.1f} {item.y2:.1f}"
        case Panel():
            return f"panel {item.x:.1f} {item.y:.1f} {item.width:.1f} {item.height:.1f}"
        case Picture():
            return f"picture {item.x:.1f} {item.y:.1f} {item.width:.1f} {item.height:.1f}"


@pytest.mark.parametrize("name", ["newspaper", "office", "print"])
def test_the_layout_is_the_golden_one(name):
    layout = lay_out([rich_article()], [context()], load_preset(name))
    found = [[told(item) for item in page.items] for page in layout.pages]
    path = FOLDER / f"{name}.json"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(path.read_text(encoding="utf-8"))
