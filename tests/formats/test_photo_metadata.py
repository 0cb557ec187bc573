"""What a photo's file says of itself: XMP, IPTC-IIM, EXIF, and files that mean harm."""

import unicodedata
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from newsroom.domain.photo import PhotoMetadata
from newsroom.formats.photo_metadata import read_photo_metadata
from newsroom.language.legacy import from_tcvn3
from tests.photo_files import alternatives, creators, digest_of, iim, jpeg, photoshop, xmp

CAPTION = "Công nhân ca chiều kiểm tra dây an toàn trước khi lên giàn giáo."
UTF8 = (1, 90, b"\x1b%G")


def full_xmp() -> bytes:
    return xmp(
        alternatives("dc:description", en="Workers", x_default=CAPTION)
        + creators("Lê Lâm", "Minh Tú")
        + alternatives("dc:rights", x_default="© Tòa soạn")
        + alternatives("iptc:AltTextAccessibility", x_default="Ba người đội mũ bảo hộ"),
        'photoshop:Credit="Tòa soạn" photoshop:City="Hải Phòng" photoshop:Headline="Ca chiều"'
        ' photoshop:DateCreated="2020-07-20T10:33:00+07:00"',
    )


FULL = PhotoMetadata(
    caption=CAPTION,
    headline="Ca chiều",
    creators=("Lê Lâm", "Minh Tú"),
    credit="Tòa soạn",
    copyright="© Tòa soạn",
    city="Hải Phòng",
    alt="Ba người đội mũ bảo hộ",
    taken=date(2020, 7, 20),
)


def test_xmp_says_everything() -> None:
    assert read_photo_metadata(jpeg(packet=full_xmp())) == FULL


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_xmp_of_other_kinds(kind: str) -> None:
    output, image = BytesIO(), Image.new("RGB", (8, 8))
    if kind == "PNG":
        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", full_xmp().decode())
        image.save(output, kind, pnginfo=info)
    elif kind == "WEBP":
        image.save(output, kind, xmp=full_xmp())
    else:
        tags = ImageFileDirectory_v2()
        tags[700] = full_xmp()
        image.save(output, kind, tiffinfo=tags)
    assert read_photo_metadata(output.getvalue()) == FULL


def test_the_vietnamese_caption_is_taken_of_several() -> None:
    packet = xmp(alternatives("dc:description", x_default="Workers", en="Staff", vi=CAPTION))
    assert read_photo_metadata(jpeg(packet=packet)).caption == CAPTION


@pytest.mark.parametrize(
    ("encoding", "label"),
    [("utf-8", (UTF8,)), ("utf-8", ()), ("cp1258", ()), ("tcvn", ())],
)
def test_iim_in_the_encodings_of_old_offices(encoding: str, label: tuple[tuple, ...]) -> None:
    back = {letter: code for code in range(0xA1, 0x100) if (letter := from_tcvn3(chr(code)))}

    def coded(words: str) -> bytes:
        if encoding == "tcvn":
            return bytes(back.get(letter, ord(letter)) for letter in words)
        if encoding == "cp1258":
            return _cp1258(words)
        return words.encode(encoding)

    block = iim(
        *label,
        (2, 120, coded(CAPTION)),
        (2, 80, coded("Lê Lâm")),
        (2, 110, coded("Tòa soạn")),
        (2, 90, coded("Hải Phòng")),
        (2, 55, b"20200720"),
    )
    found = read_photo_metadata(jpeg(resources=photoshop(block)))
    assert (found.caption, found.creators, found.credit) == (CAPTION, ("Lê Lâm",), "Tòa soạn")
    assert (found.city, found.taken) == ("Hải Phòng", date(2020, 7, 20))


def _cp1258(words: str) -> bytes:
    """Windows-1258 keeps circumflex and horn with the letter and writes the tone after it."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = ""
    for letter in words:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(part for part in parts if part in tones)
        base = "".join(part for part in parts if part not in tones)
        out += unicodedata.normalize("NFC", base) + tone
    return out.encode("cp1258")


def test_several_photographers_of_iim_keep_their_order() -> None:
    block = iim(UTF8, (2, 80, "Minh Tú".encode()), (2, 80, "Lê Lâm".encode()))
    assert read_photo_metadata(jpeg(resources=photoshop(block))).creators == ("Minh Tú", "Lê Lâm")


def exif(caption: str = "Ca đêm", artist: str = "Thu Phương") -> Image.Exif:
    made = Image.Exif()
    made[0x010E] = caption.encode()
    made[0x013B] = artist.encode()
    made.get_ifd(0x8769)[0x9003] = "2019:03:08 06:05:04"
    return made


def test_exif_is_the_last_that_is_asked() -> None:
    alone = read_photo_metadata(jpeg(exif=exif()))
    assert (alone.caption, alone.creators) == ("Ca đêm", ("Thu Phương",))
    assert alone.taken == date(2019, 3, 8)
    block = iim(UTF8, (2, 120, "Chú thích IIM".encode()))
    both = jpeg(exif=exif(), resources=photoshop(block))
    assert read_photo_metadata(both).caption == "Chú thích IIM"
    assert read_photo_metadata(both).creators == ("Thu Phương",)
    packet = xmp(alternatives("dc:description", x_default=CAPTION))
    all_three = jpeg(exif=exif(), packet=packet, resources=photoshop(block))
    assert read_photo_metadata(all_three).caption == CAPTION


@pytest.mark.parametrize(
    "words", ["OLYMPUS DIGITAL CAMERA", "SAMSUNG CAMERA PICTURES", "DCIM100MEDIA", "DSC_0042.JPG"]
)
def test_a_cameras_own_words_are_no_caption(words: str) -> None:
    assert read_photo_metadata(jpeg(exif=exif(words))).caption == ""


def test_iim_that_was_written_after_xmp_wins() -> None:
    old = iim(UTF8, (2, 120, "Bản cũ".encode()))
    new = iim(UTF8, (2, 120, "Bản mới".encode()))
    packet = xmp(alternatives("dc:description", x_default="Bản cũ"))
    changed = jpeg(packet=packet, resources=photoshop(new, digest_of(old)))
    assert read_photo_metadata(changed).caption == "Bản mới"
    packet = xmp(alternatives("dc:description", x_default="Bản XMP"))
    in_step = jpeg(packet=packet, resources=photoshop(new, digest_of(new)))
    assert read_photo_metadata(in_step).caption == "Bản XMP"


def test_entities_are_neither_resolved_nor_fetched(tmp_path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật", encoding="utf-8")
    attack = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'.encode()
    packet = attack + xmp(alternatives("dc:description", x_default="&e;"))
    found = read_photo_metadata(jpeg(packet=packet, exif=exif()))
    assert found.caption == "Ca đêm"


def test_long_and_odd_words_are_cut_and_cleaned() -> None:
    packet = xmp(
        alternatives("dc:description", x_default="Một\n\thai\u202e\u200b ba " + "x" * 20_000)
        + creators(*(f"Người {number}" for number in range(500)))
    )
    found = read_photo_metadata(jpeg(packet=packet))
    assert found.caption.startswith("Một hai ba xxx")
    assert len(found.caption) == 2000
    assert len(found.creators) == 8


@pytest.mark.parametrize("day", ["", "0000-00-00", "2020-13-40", "20200230", "hôm qua", "1000"])
def test_days_that_never_were_are_none(day: str) -> None:
    assert read_photo_metadata(jpeg(packet=xmp("", f'photoshop:DateCreated="{day}"'))).taken is None


def test_no_photo_and_no_metadata_say_nothing() -> None:
    assert read_photo_metadata(b"no photo") == PhotoMetadata()
    assert read_photo_metadata(jpeg()) == PhotoMetadata()


@settings(max_examples=60, deadline=None)
@given(block=st.binary(max_size=300), packet=st.binary(max_size=200))
def test_damaged_metadata_never_raises(block: bytes, packet: bytes) -> None:
    data = jpeg(size=(4, 4), packet=packet, resources=photoshop(block + iim((2, 120, block))))
    assert isinstance(read_photo_metadata(data), PhotoMetadata)


def test_an_empty_field_of_iim_does_not_silence_the_others() -> None:
    """Agencies' programs write fields that nobody filled in."""
    block = iim(UTF8, (2, 120, CAPTION.encode()), (2, 110, b""), (2, 80, "Lê Lâm".encode()))
    found = read_photo_metadata(jpeg(resources=photoshop(block)))
    assert (found.caption, found.creators, found.credit) == (CAPTION, ("Lê Lâm",), "")
