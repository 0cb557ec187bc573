"""Where the places of a page are shown, turned and cropped pages included."""

from io import BytesIO

import pytest

from newsroom.errors import UserError
from newsroom.press.layout.model import Area
from newsroom.press.layout.pages import lay_out
from newsroom.press.pdf import print_layout
from newsroom.press.preflight.report import Box
from newsroom.press.presets import load_preset
from newsroom.press.sheets import Sheet, file_sheets, laid_sheets
from tests.press.samples import context, plain_article

pikepdf = pytest.importorskip("pikepdf")


def blank(**entries: object) -> bytes:
    pdf, out = pikepdf.Pdf.new(), BytesIO()
    page = pdf.add_blank_page(page_size=(200, 100))
    for key, value in entries.items():
        page.obj[f"/{key}"] = value
    pdf.save(out)
    return out.getvalue()


CORNER = Box(10, 70, 30, 90)
"""Near the upper left corner of a page of 200 × 100."""


@pytest.mark.parametrize(
    ("turn", "place"),
    [
        (0, Area(x=10, y=10, width=20, height=20)),
        (90, Area(x=70, y=10, width=20, height=20)),
        (180, Area(x=170, y=70, width=20, height=20)),
        (270, Area(x=10, y=170, width=20, height=20)),
    ],
)
def test_a_place_turns_with_its_page(turn: int, place: Area) -> None:
    sheet = Sheet(shown=Box(0, 0, 200, 100), turn=turn)
    assert sheet.area(CORNER) == place
    assert (sheet.width, sheet.height) == ((200, 100) if turn % 180 == 0 else (100, 200))


def test_what_is_cropped_away_is_not_shown() -> None:
    (sheet,) = file_sheets(
        blank(CropBox=[20, 10, 400, 90], TrimBox=[30, 20, 180, 80]), name="a.pdf"
    )
    assert (sheet.width, sheet.height) == (180, 80)
    assert sheet.trim == Area(x=10, y=10, width=150, height=60)
    assert sheet.bleed is None


def test_a_page_without_room_is_shown_somehow() -> None:
    (sheet,) = file_sheets(blank(MediaBox=[10, 10, 10, 10]), name="a.pdf")
    assert (sheet.width, sheet.height) == (612, 792)
    (sheet,) = file_sheets(blank(CropBox=[10, 10, 10.2, 80]), name="a.pdf")
    assert (sheet.width, sheet.height) == (200, 100)


def test_a_file_without_pages_is_told() -> None:
    out = BytesIO()
    pikepdf.Pdf.new().save(out)
    with pytest.raises(UserError, match=r"a\.pdf has no pages"):
        file_sheets(out.getvalue(), name="a.pdf")


def test_our_own_sheets_lie_as_the_file_says() -> None:
    preset = load_preset("newspaper")
    article, given = plain_article(20), context()
    layout = lay_out([article], [given], preset)
    made = laid_sheets(layout.pages, preset.output)
    data = print_layout(layout, [article], [given], preset).data
    for ours, read in zip(made, file_sheets(data, name="a.pdf"), strict=True):
        assert (ours.width, ours.height) == pytest.approx((read.width, read.height), abs=0.01)
        assert ours.trim is not None
        assert read.trim is not None
        assert ours.grid is not None
        assert ours.trim.x == pytest.approx(read.trim.x, abs=0.01)
        assert ours.trim.y == pytest.approx(read.trim.y, abs=0.01)
        assert len(ours.grid.columns) == preset.columns.count
        assert ours.grid.text.x > ours.trim.x
