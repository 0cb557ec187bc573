"""Photos on their way out: upright, cropped, small enough, with nothing but their pixels."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageStat

from newsroom.domain.document import Crop
from newsroom.errors import UserError
from newsroom.formats.html.web_photo import web_photo, web_photos, web_size
from tests.site_sample import jpeg, scene

CANARY = "VITRI-BIMAT"


def reopened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def saved(image: Image.Image, form: str, **more: object) -> bytes:
    out = BytesIO()
    image.save(out, form, **more)
    return out.getvalue()


def with_metadata() -> bytes:
    image = scene(400, 300)
    exif = Image.Exif()
    exif[0x010E] = CANARY
    exif[0x013B] = CANARY
    exif.get_ifd(0x8825)[1] = CANARY
    comment = CANARY.encode()
    return saved(
        image, "JPEG", exif=exif.tobytes(), comment=comment, xmp=b"<x>" + comment + b"</x>"
    )


def test_no_metadata_leaves() -> None:
    data = with_metadata()
    assert data.count(CANARY.encode()) >= 4
    made = web_photo(data, name="a.jpg")
    assert CANARY.encode() not in made.data
    assert not reopened(made.data).getexif()
    assert not {"icc_profile", "xmp", "comment", "exif"} & set(reopened(made.data).info)


def test_all_widths_are_made_of_the_cut_part_and_none_is_wider() -> None:
    data = saved(scene(2600, 1500), "JPEG", quality=90, comment=CANARY.encode())
    cut = web_photos(data, name="a.jpg", crop=Crop(left=0.5, right=0.95))
    assert [(photo.width, photo.height) for photo in cut] == [(1170, 1500), (800, 1026), (480, 616)]
    assert [reopened(photo.data).size for photo in cut] == [(1170, 1500), (800, 1026), (480, 616)]
    assert not any(CANARY.encode() in photo.data for photo in cut)
    small = web_photos(saved(scene(300, 200), "JPEG"), name="b.jpg")
    assert [photo.width for photo in small] == [300]


@pytest.mark.parametrize(
    ("orientation", "corner"), [(1, (0, 0)), (3, (1, 1)), (6, (1, 0)), (8, (0, 1))]
)
def test_the_photo_stands_upright(orientation: int, corner: tuple[int, int]) -> None:
    image = Image.new("RGB", (64, 48), "#203040")
    image.paste("#E02010", (0, 0, 16, 16))
    image.putpixel((63, 47), (1, 2, 3))
    noise = Image.effect_noise((64, 48), 30).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = saved(Image.blend(image, noise, 0.15), "JPEG", exif=exif.tobytes(), quality=95)
    made = reopened(web_photo(data, name="a.jpg").data).convert("RGB")
    assert made.size == ((64, 48) if orientation in (1, 3) else (48, 64))
    x, y = (6 if not edge else limit - 7 for edge, limit in zip(corner, made.size, strict=True))
    red, green, _ = made.getpixel((x, y))
    assert red > 150 > green + 50


def test_wide_photos_are_reduced_and_crops_are_cut_first() -> None:
    made = web_photo(jpeg(scene(3000, 1500)), name="a.jpg")
    assert (made.width, made.height, made.suffix) == (1600, 800, ".jpg")
    crop = Crop(left=0.25, top=0.0, right=0.75, bottom=0.5)
    cut = web_photo(jpeg(scene(3000, 1500)), name="a.jpg", crop=crop)
    assert abs(cut.width / cut.height - 2) < 0.01
    assert cut.width >= 1400


def test_a_drawing_and_a_transparent_one_stay_png() -> None:
    drawing = Image.new("RGB", (80, 40), "white")
    drawing.paste("#B42318", (10, 10, 30, 30))
    assert web_photo(saved(drawing, "PNG"), name="a.png").suffix == ".png"
    clear = scene(80, 40).convert("RGBA")
    clear.putalpha(120)
    made = web_photo(saved(clear, "PNG"), name="a.png")
    assert reopened(made.data).mode == "RGBA"
    assert web_photo(saved(scene(80, 60), "PNG"), name="a.png").media_type == "image/jpeg"


def _mean(image: Image.Image) -> float:
    return ImageStat.Stat(image.convert("L")).mean[0]


def test_a_grey_photo_is_no_drawing() -> None:
    made = web_photo(saved(scene(400, 300).convert("L"), "PNG"), name="a.png")
    assert (made.suffix, reopened(made.data).mode) == (".jpg", "L")


@pytest.mark.parametrize("mode", ["L", "CMYK", "P", "1", "LA", "I;16", "RGBX"])
def test_every_kind_of_pixels_becomes_a_web_photo(mode: str) -> None:
    form = "TIFF" if mode in ("CMYK", "I;16", "RGBX") else "PNG"
    grey = scene(90, 60).convert("L")
    if mode == "I;16":
        image = grey.convert("I").point(lambda value: value * 257).convert("I;16")
    else:
        image = scene(90, 60).convert("RGBA" if mode == "LA" else "RGB").convert(mode)
    made = reopened(web_photo(saved(image, form), name="a").data)
    assert made.size == (90, 60)
    assert abs(_mean(made) - _mean(grey)) < 4


def test_a_profile_is_applied_and_dropped() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB", 6500))
    data = saved(scene(90, 60), "JPEG", icc_profile=profile.tobytes())
    assert "icc_profile" not in reopened(web_photo(data, name="a.jpg").data).info
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain, tagged = (
        web_photo(saved(scene(90, 60), "JPEG", quality=95, **more), name="a.jpg").data
        for more in ({}, {"icc_profile": srgb})
    )
    assert reopened(tagged).info.keys() == reopened(plain).info.keys()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a photo",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
        jpeg(scene(90, 60))[:400],
        b"%PDF-1.7",
    ],
)
def test_what_is_no_photo_is_named(data: bytes) -> None:
    with pytest.raises(UserError, match=r"“xưởng\.jpg” cannot be read"):
        web_photo(data, name="xưởng.jpg")


@pytest.mark.parametrize("size", [(7100, 7100), (12000, 12000), (14000, 14000)])
def test_giant_photos_are_refused_before_they_are_unpacked(size: tuple[int, int]) -> None:
    data = saved(Image.new("1", size), "PNG")
    with pytest.raises(UserError, match="giant"):
        web_photo(data, name="giant.png")


_FRACTION = st.floats(allow_nan=True, allow_infinity=True)


@given(
    st.integers(1, 4000),
    st.integers(1, 4000),
    st.tuples(_FRACTION, _FRACTION, _FRACTION, _FRACTION),
)
def test_any_crop_leaves_at_least_a_pixel(
    width: int, height: int, edges: tuple[float, float, float, float]
) -> None:
    left, top, right, bottom = edges
    crop = Crop(left=left, top=top, right=right, bottom=bottom)
    across, down = web_size(width, height, crop=crop)
    assert 1 <= across <= 1600
    assert 1 <= down <= max(height, 1600 * height)
