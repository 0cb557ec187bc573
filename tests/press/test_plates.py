"""The four plates of a page, drawn as gray files, and the map of all inks."""

from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest

from newsroom.errors import UserError
from newsroom.press.ink_map import ink_map
from newsroom.press.pdf import render_pdf
from newsroom.press.plates import Plate, plate_files
from newsroom.press.presets import load_preset
from tests.press.samples import context, landscape, photo, plain_article

pikepdf = pytest.importorskip("pikepdf")


def drawn(content: bytes, **resources: object) -> bytes:
    """A PDF file whose one page holds `content`."""
    pdf, out = pikepdf.Pdf.new(), BytesIO()
    page = pdf.add_blank_page(page_size=(100, 100))
    page.obj.Resources = pikepdf.Dictionary(
        {f"/{name}": pikepdf.Dictionary(value) for name, value in resources.items()}
    )
    page.obj.Contents = pdf.make_stream(content)
    pdf.save(out)
    return out.getvalue()


def content_of(file: bytes) -> str:
    with pikepdf.open(BytesIO(file)) as pdf:
        return pdf.pages[0].Contents.read_bytes().decode()


def plates(content: bytes, **resources: object) -> dict[Plate, str]:
    files = plate_files(drawn(content, **resources), 0, name="a.pdf")
    return {plate: " ".join(content_of(file).split()) for plate, file in files.items()}


def test_each_plate_has_its_own_ink() -> None:
    found = plates(b"0.1 0.2 0.3 0.4 k 0 0 10 10 re f")
    assert {
        plate: content.removeprefix("1 g 1 G ").split()[0] for plate, content in found.items()
    } == {
        Plate.CYAN: "0.9",
        Plate.MAGENTA: "0.8",
        Plate.YELLOW: "0.7",
        Plate.BLACK: "0.6",
    }


def test_gray_is_black_alone_and_clears_the_other_plates() -> None:
    found = plates(b"0.25 g 0 0 10 10 re f")
    assert found[Plate.BLACK].startswith("0.25 g")
    assert found[Plate.CYAN].startswith("1 g 1 G 1 g")


def test_a_page_begins_with_black_alone() -> None:
    found = plates(b"0 0 10 10 re f")
    assert found[Plate.BLACK].startswith("0 0 10 10 re")
    assert found[Plate.MAGENTA].startswith("1 g 1 G 0 0 10 10 re")


OVER = {"/Over": {"/OP": True, "/op": True, "/OPM": 1}}


def test_black_that_overprints_is_clear_on_the_other_plates() -> None:
    states = {name: pikepdf.Dictionary(value) for name, value in OVER.items()}
    found = plates(b"/Over gs 0 0 0 1 k 0 0 10 10 re f", ExtGState=states)
    assert "/NwF0 gs" in found[Plate.CYAN]
    assert "/NwF0 gs" not in found[Plate.BLACK]


def test_the_clear_ink_ends_with_the_state_it_was_set_in() -> None:
    states = {name: pikepdf.Dictionary(value) for name, value in OVER.items()}
    found = plates(b"q /Over gs 0 0 0 1 k 0 0 9 9 re f Q 1 0 0 0 k 0 0 9 9 re f", ExtGState=states)
    after = found[Plate.CYAN].rpartition("Q")[2]
    assert "/NwF0" not in after
    assert "0 g" in after


def test_registration_marks_stand_on_every_plate() -> None:
    tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    name = pikepdf.Name
    every = pikepdf.Array([name.Separation, name.All, name.DeviceCMYK, tint])
    found = plates(b"/All CS 1 SCN 0 0 m 9 9 l S", ColorSpace={"/All": every})
    assert all("0 G" in content for content in found.values())


@pytest.mark.parametrize(
    "content", [b"1 0 0 rg 0 0 9 9 re f", b"/Pattern cs /P1 scn 0 0 9 9 re f", b"/S sh"]
)
def test_colours_that_are_no_inks_are_told(content: bytes) -> None:
    with pytest.raises(UserError, match="Page 1 holds colours that are no inks"):
        plates(content)


@cache
def our_page() -> bytes:
    shown = landscape()
    article = plain_article(3, headline="Góp sức")
    article = replace(
        article,
        body=replace(article.body, blocks=(photo(shown, "Ca sáng.", 0), *article.body.blocks)),
    )
    preset = load_preset("newspaper")
    return render_pdf([article], context_of=[context({shown.file.id: shown})], preset=preset).data


def test_photos_are_split_into_their_inks() -> None:
    files = plate_files(our_page(), 0, name="bao.pdf")
    for file in files.values():
        with pikepdf.open(BytesIO(file)) as pdf:
            assert len(pdf.pages) == 1
            images = images_of(pdf)
            assert [str(image.ColorSpace) for image in images] == ["/DeviceGray"]
            samples = images[0].read_bytes()
            assert len(samples) == int(images[0].Width) * int(images[0].Height)
    inks = {plate: image_mean(file) for plate, file in files.items()}
    assert inks[Plate.CYAN] > inks[Plate.BLACK], "a blue-gray sky has more cyan than black"


def images_of(pdf: "pikepdf.Pdf") -> list["pikepdf.Object"]:
    named = pdf.pages[0].Resources.XObject.values()
    return [value for value in named if value.Subtype == "/Image"]


def image_mean(file: bytes) -> float:
    with pikepdf.open(BytesIO(file)) as pdf:
        samples = images_of(pdf)[0].read_bytes()
    return 255 - sum(samples) / len(samples)


# ---- the map of inks -----------------------------------------------------------------------
def test_the_map_adds_the_inks_and_finds_the_most() -> None:
    grays = {
        Plate.CYAN: bytes([0, 255]),
        Plate.MAGENTA: bytes([0, 255]),
        Plate.YELLOW: bytes([127, 255]),
        Plate.BLACK: bytes([0, 255]),
    }
    made = ink_map(grays, 2, 1, limit=300)
    assert made.most == pytest.approx(350.2, abs=0.1)
    assert made.at(0, 0) == {
        Plate.CYAN: 100,
        Plate.MAGENTA: 100,
        Plate.YELLOW: 50,
        Plate.BLACK: 100,
    }
    assert made.heat == bytes([178, 24, 43, 255, 255, 255])
    assert made.at(2, 0) == {}


def test_what_the_press_carries_is_not_red() -> None:
    grays = {plate: bytes([64]) for plate in Plate}
    made = ink_map(grays, 1, 1, limit=300)
    assert made.most == pytest.approx(299.6, abs=0.1)
    assert made.heat != bytes([178, 24, 43])


def test_the_printers_marks_count_for_nothing() -> None:
    grays = {plate: bytes([0, 128, 128, 0]) for plate in Plate}
    made = ink_map(grays, 4, 1, limit=300, within=(1, 0, 3, 1))
    assert made.most == pytest.approx(199.2, abs=0.1)
    assert made.heat[:3] == bytes([255, 255, 255])
    assert made.at(0, 0)[Plate.CYAN] == 100
