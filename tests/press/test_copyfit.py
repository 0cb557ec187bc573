"""What the footer says of a slot is what the page will do."""

import pytest

from newsroom.domain.document import Document, plain
from newsroom.domain.slot import Fit, Slot, parse_slot
from newsroom.errors import UsageError
from newsroom.press import copyfit as module
from newsroom.press.copyfit import Copyfit
from newsroom.press.layout import lines as lines_module
from tests.press.samples import context, landscape, paragraph, photo, plain_article


def fit(article, words: str) -> Fit:
    slot = parse_slot(words)
    assert isinstance(slot, Slot)
    return Copyfit().fit(article, context(), slot)


def test_a_long_article_is_over():
    found = fit(plain_article(20), "newspaper:2×30")
    assert found.over > 20
    assert found.free == 0
    assert found.block is not None


def test_a_short_one_leaves_lines_free():
    found = fit(plain_article(3), "newspaper:2×60")
    assert found.over == 0
    assert found.free > 20
    assert found.block is None


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("paragraphs", [10, 16])
def test_the_lines_over_are_the_lines_that_are_lacking(columns, paragraphs):
    article = plain_article(paragraphs)
    depth = 26
    over = fit(article, f"newspaper:{columns}×{depth}").over
    assert over > 0
    deeper = depth + -(-over // columns)
    assert fit(article, f"newspaper:{columns}×{deeper + 1}").over == 0
    assert fit(article, f"newspaper:{columns}×{deeper - 3}").over > 0


def test_the_overset_text_begins_where_the_slot_ends():
    article = plain_article(12)
    found = fit(article, "newspaper:1×40")
    (block,) = (block for block in article.body.blocks if block.id == found.block)
    assert 0 <= found.offset < len(plain(block.text))
    starts = found.offset == 0 or plain(block.text)[found.offset - 1] in " \u00a0"
    assert starts


def test_millimetres_and_lines_mean_the_same_depth():
    article = plain_article(12)
    millimetres = round(50 * 12 * 25.4 / 72)
    by_depth, by_lines = (
        fit(article, f"newspaper:2×{depth}") for depth in (f"{millimetres}mm", "50")
    )
    assert abs((by_depth.over - by_depth.free) - (by_lines.over - by_lines.free)) <= 2


def test_a_photo_takes_room():
    words = plain_article(6)
    blocks = (photo(landscape(), "Xưởng may", 1), *words.body.blocks)
    pictured = plain_article(6, body=Document(blocks=blocks))
    assert fit(pictured, "newspaper:2×20").over > fit(words, "newspaper:2×20").over + 10


def test_an_empty_article_fits_everywhere():
    found = fit(plain_article(0, headline="", kicker="", lede="", byline=()), "newspaper:1×1")
    assert found.over == 0


def test_only_changed_paragraphs_are_set_anew(monkeypatch):
    made = []
    true = lines_module.set_words
    monkeypatch.setattr(lines_module, "set_words", lambda *a, **k: made.append(1) or true(*a, **k))
    measure, slot = Copyfit(), parse_slot("newspaper:2×40")
    article = plain_article(12)
    measure.fit(article, context(), slot)
    first = len(made)
    made.clear()
    blocks = article.body.blocks
    changed = (*blocks[:5], paragraph("Một đoạn mới.", 5), *blocks[6:])
    again = measure.fit(plain_article(12, body=Document(blocks=changed)), context(), slot)
    assert first > 12
    assert len(made) == 1
    assert again == Copyfit().fit(plain_article(12, body=Document(blocks=changed)), context(), slot)


def test_an_unknown_preset_is_told():
    with pytest.raises(UsageError, match="no print preset"):
        fit(plain_article(1), "nothing:1×10")


def test_the_slot_has_the_columns_of_its_preset():
    preset = module.load_preset("newspaper")
    shaped = module.slot_preset(preset, Slot(preset="newspaper", columns=3, depth=40))
    assert shaped.columns.count == 3
    assert module._column_mm(shaped) == pytest.approx(module._column_mm(preset))
