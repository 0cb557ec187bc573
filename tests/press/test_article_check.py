"""What of an article will not print well, found by the part it is about."""

import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from newsroom.domain.article import Article
from newsroom.domain.document import (
    Block,
    Box,
    Crop,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Photo,
    Quote,
    Table,
    text_of,
)
from newsroom.domain.ids import BlockId
from newsroom.domain.review import Finding, Place, Severity
from newsroom.errors import UserError
from newsroom.press.article_check import press_findings
from newsroom.press.presets import load_preset, preset_names
from tests.press.samples import context, jpeg, plain_article, rich_article, source
from tests.strategies import articles

WIDE = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten"
ODD = "\U0001f6b2"


def found(
    article: Article, *sources: object, preset: str = "newspaper", **more: object
) -> list[Finding]:
    photos = {each.file.id: each for each in sources}  # type: ignore[attr-defined]
    made = replace(context(), photos=photos, **more)  # type: ignore[arg-type]
    return list(press_findings(article, made, load_preset(preset)))


def with_blocks(*blocks: Block) -> Article:
    return replace(plain_article(), body=Document(blocks=blocks))


def rules(findings: list[Finding]) -> list[str]:
    return [finding.rule for finding in findings]


@pytest.mark.parametrize("preset", preset_names())
def test_a_good_article_is_ready_for_every_form(preset: str) -> None:
    made = list(press_findings(plain_article(), context(), load_preset(preset)))
    assert rules(made) == []


def test_photos_are_measured_at_their_size_on_the_page() -> None:
    """A reading copy shows it 165 mm wide, a column of a page only a fifth of that."""
    small = source(jpeg(1100, 700), 1100, 700)
    use = Photo(photo=small.file.id, id=BlockId("f0000001"))
    (told,) = found(with_blocks(use), small, preset="print")
    assert (told.rule, told.place, told.block) == ("photo-ppi", Place.BLOCK, use.id)
    assert told.severity is Severity.WARNING
    assert 150 <= told.message.params["ppi"] < 200  # type: ignore[operator]
    assert told.advice is not None
    assert found(with_blocks(use), small, preset="galley") == []


def test_a_photo_that_shows_its_pixels_is_an_error() -> None:
    tiny = source(jpeg(300, 200), 300, 200)
    use = Photo(photo=tiny.file.id)
    (told,) = found(with_blocks(use), tiny, preset="print")
    assert told.severity is Severity.ERROR


def test_only_the_part_that_is_shown_counts() -> None:
    large = source(jpeg(1600, 1000), 1600, 1000)
    use = Photo(photo=large.file.id)
    part = replace(use, crop=Crop(left=0.4, right=0.6, top=0.4, bottom=0.6))
    assert found(with_blocks(use), large, preset="print") == []
    assert rules(found(with_blocks(part), large, preset="print")) == ["photo-ppi"]


def unreadable() -> bytes:
    raise UserError("The photo “{name}” is gone.", name="a.jpg")


@pytest.mark.parametrize("data", [b"", b"GIF", b"\xff\xd8\xff", None], ids=str)
def test_photos_that_are_none_are_told(data: bytes | None) -> None:
    read = unreadable if data is None else lambda: data
    broken = replace(source(b"x", 800, 600), read=read)
    use = Photo(photo=broken.file.id, id=BlockId("f0000001"))
    (told,) = found(with_blocks(use), broken)
    assert (told.rule, told.block, told.severity) == ("photo-lost", use.id, Severity.ERROR)


def test_photos_in_boxes_are_looked_at_and_numbered_on() -> None:
    good, tiny = source(jpeg(1600, 1000), 1600, 1000), source(jpeg(60, 40), 60, 40)
    inner = Photo(photo=tiny.file.id, id=BlockId("f0000002"))
    body = (Photo(photo=good.file.id), Box(blocks=(inner,)))
    (told,) = found(with_blocks(*body), good, tiny, preset="print")
    assert (told.block, told.message.params["number"]) == (inner.id, 2)


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(text=text_of(f"Đi xe {ODD} đến xưởng")),
        Heading(text=text_of(ODD)),
        Quote(text=text_of("Vui"), source=ODD),
        ListBlock(items=(ListItem(text=text_of(ODD)),)),
        Table(rows=((text_of("a"), text_of(ODD)),)),
        Box(title=text_of(ODD), blocks=(Paragraph(text=text_of("b")),)),
        Photo(photo="0" * 64, caption=text_of(ODD)),
        Photo(photo="0" * 64, credit=ODD),
    ],
    ids=lambda block: type(block).__name__,
)
def test_characters_without_a_glyph_are_told_where_they_stand(block: Block) -> None:
    (told,) = [f for f in found(with_blocks(block)) if f.rule == "glyph-missing"]
    assert (told.block, told.severity) == (block.id, Severity.ERROR)
    assert told.message.params["characters"] == f"{ODD} (U+1F6B2)"


@pytest.mark.parametrize("place", [Place.KICKER, Place.HEADLINE, Place.LEDE])
def test_fields_are_looked_at_too(place: Place) -> None:
    article = replace(plain_article(), **{place.value: f"Tin {ODD}"})
    (told,) = found(article)
    assert (told.rule, told.place, told.block) == ("glyph-missing", place, None)


def test_vietnamese_has_all_its_glyphs() -> None:
    letters = "ẮẰẲẴẶẤẦẨẪẬẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰỲỴỶỸĐ₫“”‘’…–—•№†‑"
    assert found(with_blocks(Paragraph(text=text_of(" ".join(letters))))) == []


def test_a_word_that_is_wider_than_its_column_is_told() -> None:
    block = Paragraph(text=text_of(f"Nghề {WIDE} rất lạ."))
    (told,) = found(with_blocks(block))
    assert (told.rule, told.block) == ("word-wide", block.id)
    assert found(with_blocks(block), preset="print") == []


def test_an_address_that_breaks_at_its_seams_is_no_finding() -> None:
    address = "https://congdoan.example.vn/" + "/".join(["ket-qua-doi-thoai"] * 9)
    assert found(with_blocks(Paragraph(text=text_of(f"Xem tại {address}")))) == []


def test_a_table_that_is_wider_than_the_page_is_told() -> None:
    cells = tuple(text_of(f"Nghìnđồng{number}") for number in range(26))
    table = Table(rows=(cells, cells))
    told = found(with_blocks(table))
    assert rules(told) == ["table-wide"]
    assert told[0].block == table.id
    small = Table(rows=((text_of("Ca"), text_of("Số người")), (text_of("1"), text_of("420"))))
    assert found(with_blocks(small)) == []


def test_a_table_in_a_box_has_only_its_column() -> None:
    cells = tuple(text_of(f"Đơnvị{number}") for number in range(9))
    table = Table(rows=(cells, cells))
    assert found(with_blocks(table)) == []
    boxed = Box(blocks=(table,))
    assert [f.block for f in found(with_blocks(boxed))] == [table.id]


@given(articles(photos=()))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_article_can_be_looked_at(article: Article) -> None:
    for finding in found(article):
        assert finding.message.template.format(**finding.message.params)


def test_it_costs_no_more_than_laying_the_article_out_twice() -> None:
    article, made, preset = rich_article(), context(), load_preset("newspaper")
    list(press_findings(article, made, preset))
    began = time.process_time()
    list(press_findings(article, made, preset))
    assert time.process_time() - began < 2.0
