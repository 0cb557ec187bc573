"""Colours and photos as ink: how much of it, which, and what a profile has to be."""

import warnings
from io import BytesIO

import pytest

from newsroom.domain.ids import PhotoId
from newsroom.errors import UserError
from newsroom.paths import resource
from newsroom.press.colour import Separation, check_profile, limited
from newsroom.press.images import prepared
from newsroom.press.layout.model import Picture

PROFILE = resource("icc") / "ISOcoated_v2_300_bas.icc"


@pytest.mark.parametrize("limit", [180, 240, 300])
def test_limited_ink_keeps_to_the_limit_and_stays_dark(limit):
    steps = [at / 4 for at in range(5)]
    for inks in ((c, m, y, k) for c in steps for m in steps for y in steps for k in steps):
        found = limited(inks, limit)
        assert sum(found) <= limit / 100 + 1e-9
        assert all(0 <= ink <= 1 for ink in found)
        assert found[3] >= inks[3]
        if sum(inks) <= limit / 100:
            assert found == inks
    assert limited((1, 1, 1, 1), limit)[3] == 1


def test_no_place_of_a_photo_has_more_ink_than_the_paper_takes():
    from PIL import Image

    bands = [Image.effect_noise((300, 200), 90) for _ in range(3)]
    dark = Image.merge("RGB", bands).point(lambda value: value // 2)
    inks = Separation(PROFILE, 240).of(dark).tobytes()
    totals = [sum(inks[at : at + 4]) / 2.55 for at in range(0, len(inks), 4)]
    assert max(totals) <= 240
    assert max(totals) > 220


def test_white_stays_paper_and_black_is_dark():
    from PIL import Image

    separation = Separation(PROFILE, 240)
    assert separation.of(Image.new("RGB", (1, 1), "white")).getpixel((0, 0)) == (0, 0, 0, 0)
    black = separation.of(Image.new("RGB", (1, 1), "black")).getpixel((0, 0))
    assert black[3] > 240


def test_inks_come_close_to_the_colour_that_was_meant():
    """Back through the profile: what the photo shows is what the press will show."""
    from PIL import Image, ImageCms

    back = ImageCms.buildTransform(
        ImageCms.getOpenProfile(str(PROFILE)),
        ImageCms.createProfile("sRGB"),
        "CMYK",
        "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )
    for colour in ((200, 170, 140), (120, 140, 160), (90, 120, 70), (180, 180, 180)):
        inks = Separation(PROFILE, 300).of(Image.new("RGB", (1, 1), colour))
        shown = ImageCms.applyTransform(inks, back).getpixel((0, 0))
        assert max(abs(a - b) for a, b in zip(colour, shown, strict=True)) < 26


def shown_by_the_press(inks):
    from PIL import Image, ImageCms

    proof = ImageCms.buildTransform(
        ImageCms.getOpenProfile(str(PROFILE)), ImageCms.createProfile("sRGB"), "CMYK", "RGB"
    )
    dot = Image.new("CMYK", (1, 1), tuple(round(255 * ink) for ink in inks))
    return ImageCms.applyTransform(dot, proof).getpixel((0, 0))


@pytest.mark.parametrize("colour", [(0xB4, 0x23, 0x18), (0x0B, 0x4F, 0x8A), (0x2E, 0x7D, 0x32)])
def test_a_flat_colour_needs_three_inks_and_looks_as_it_was_meant(colour):
    inks = Separation(PROFILE, 240).flat(*(value / 255 for value in colour))
    assert sum(ink > 0 for ink in inks) <= 3
    shown = shown_by_the_press(inks)
    assert max(abs(a - b) for a, b in zip(colour, shown, strict=True)) < 45


def test_flat_grey_is_black_ink_alone():
    separation = Separation(PROFILE, 240)
    assert separation.flat(0, 0, 0) == (0, 0, 0, 1)
    assert separation.flat(1, 1, 1) == (0, 0, 0, 0)
    assert separation.flat(0.5, 0.51, 0.5)[:3] == (0, 0, 0)


def placed(width=72.0, height=72.0, **values):
    return Picture(x=0, y=0, width=width, height=height, photo=PhotoId("x"), **values)


def test_a_photo_is_shown_by_its_own_profile():
    """Here one whose red is green and whose green is red."""
    from PIL import Image, ImageCms

    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")
    out = BytesIO()
    Image.new("RGB", (60, 60), (200, 60, 30)).save(out, "PNG", icc_profile=swapped)
    red, green, _blue = Image.open(BytesIO(prepared(placed(), out.getvalue, 60))).getpixel((5, 5))
    assert red < 80
    assert green > 180


def test_inks_without_a_profile_are_those_of_the_press():
    from PIL import Image

    out = BytesIO()
    Image.new("CMYK", (60, 60), (0, 200, 220, 0)).save(out, "TIFF")
    separation = Separation(PROFILE, 240)
    shown = Image.open(BytesIO(prepared(placed(), out.getvalue, 60, separation)))
    cyan, magenta, yellow, black = shown.getpixel((5, 5))
    assert cyan < 25
    assert black < 25
    assert magenta > 150
    assert yellow > 150


def test_a_hundred_megapixels_are_opened_small():
    from PIL import Image

    out = BytesIO()
    Image.new("L", (12_000, 8_400), 120).save(out, "JPEG", quality=20)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        made = Image.open(BytesIO(prepared(placed(300, 210), out.getvalue, 250)))
    assert made.width <= 1.5 * 300 / 72 * 250


def test_a_single_pixel_fills_its_place():
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (1, 1), "navy").save(out, "PNG")
    separation = Separation(PROFILE, 240)
    assert Image.open(BytesIO(prepared(placed(), out.getvalue, 250, separation))).size == (1, 1)


def test_a_part_of_a_photo_has_the_pixels_that_print_needs():
    from PIL import Image

    from newsroom.domain.document import Crop

    out = BytesIO()
    Image.new("RGB", (4000, 4000), "teal").save(out, "JPEG")
    corner = placed(crop=Crop(right=0.1, bottom=0.1))
    assert Image.open(BytesIO(prepared(corner, out.getvalue, 300))).size == (400, 400)


def test_profiles_that_are_none_get_one_sentence(tmp_path):
    good = PROFILE.read_bytes()
    rgb = good[:16] + b"RGB " + good[20:]
    display = good[:12] + b"mntr" + good[16:]
    for name, data, sentence in (
        ("rong.icc", b"", "rong.icc is no ICC colour profile"),
        ("anh.icc", b"\xff\xd8" * 200, "anh.icc is no ICC colour profile"),
        ("dut.icc", good[:5000], "dut.icc is no ICC colour profile"),
        ("man-hinh.icc", display, "not one of a printing press with four inks"),
        ("rgb.icc", rgb, "not one of a printing press with four inks"),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(UserError) as error:
            check_profile(path)
        assert sentence in str(error.value)
    with pytest.raises(UserError, match=r"khong-co\.icc cannot be read"):
        check_profile(tmp_path / "khong-co.icc")
