"""Photos: kept once, never changed, and nothing that is not one."""

import hashlib
import struct
import sys
import zlib

import pytest
from PIL import Image

from newsroom.domain.ids import PhotoId
from newsroom.errors import NotFoundError, UserError
from newsroom.storage import files, photo_reading
from newsroom.storage.library import Library
from tests.fakes.photos import MemoryPhotos
from tests.storage.samples import article, picture

UNKNOWN = PhotoId("0" * 64)


@pytest.fixture(params=["disk", "memory"])
def photos(request: pytest.FixtureRequest):
    if request.param == "memory":
        return MemoryPhotos()
    return request.getfixturevalue("library").photos


def test_photo_is_kept_as_it_came(photos):
    data = picture(80, 60)
    file = photos.add(data, name="Lễ phát động.jpg")
    assert file.id == hashlib.sha256(data).hexdigest()
    assert (file.width, file.height, file.size) == (80, 60, len(data))
    assert file.name == "Lễ phát động.jpg"
    assert photos.info(file.id) == file
    assert photos.read(file.id) == data
    assert photos.path(file.id).read_bytes() == data


def test_same_photo_is_kept_once_under_its_first_name(photos):
    data = picture()
    assert photos.add(data, name="a.jpg") == photos.add(data, name="b.jpg")


@pytest.mark.parametrize("deed", ["info", "read", "path"])
def test_unknown_photo_is_not_found(photos, deed):
    with pytest.raises(NotFoundError):
        getattr(photos, deed)(UNKNOWN)


@pytest.mark.parametrize(
    ("form", "media_type"),
    [
        ("JPEG", "image/jpeg"),
        ("PNG", "image/png"),
        ("WEBP", "image/webp"),
        ("GIF", "image/gif"),
        ("TIFF", "image/tiff"),
        ("MPO", "image/jpeg"),
    ],
)
def test_kinds_of_photos(photos, form, media_type):
    assert photos.add(picture(form=form), name="a").media_type == media_type


def test_size_is_told_as_shown(photos):
    exif = Image.Exif()
    exif[0x0112] = 6
    file = photos.add(picture(80, 60, exif=exif), name="a.jpg")
    assert (file.width, file.height) == (60, 80)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a photo",
        picture(200, 200)[:-600],
        picture(form="BMP"),
        b"GIF89a" + bytes(20),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
    ids=["empty", "text", "cut short", "bmp", "broken gif", "svg"],
)
def test_what_is_no_photo_is_refused_by_name(photos, data):
    with pytest.raises(UserError, match="“lạ”"):
        photos.add(data, name="lạ")


def png_of(width: int, height: int) -> bytes:
    """A PNG that claims its size and has next to no pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(100))
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", pixels), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize("side", [7_200, 9_800, 30_000])
def test_bomb_is_refused_before_it_is_decoded(photos, side):
    """Above our limit, above the size at which Pillow warns, and above that at which it stops."""
    with pytest.raises(UserError, match="50 megapixels"):
        photos.add(png_of(side, side), name="to.png")


def test_file_of_too_many_bytes_is_refused(photos, monkeypatch):
    monkeypatch.setattr(photo_reading, "MAX_BYTES", 10)
    with pytest.raises(UserError, match="too large"):
        photos.add(picture(), name="to.jpg")


def test_file_lies_where_its_hash_says_for_its_owner_alone(library: Library):
    file = library.photos.add(picture(), name="a.jpg")
    place = library.folder / "photos" / file.id[:2] / file.id
    assert library.photos.path(file.id) == place
    if sys.platform != "win32":
        assert place.stat().st_mode & 0o777 == 0o600
        assert place.parent.stat().st_mode & 0o777 == 0o700
        assert place.parent.parent.stat().st_mode & 0o777 == 0o700


def test_refused_photo_leaves_no_file(library: Library):
    with pytest.raises(UserError):
        library.photos.add(b"not a photo", name="a.jpg")
    assert not list(library.folder.glob("photos/**/*"))


def test_lost_file_is_told_and_heals_when_added_again(library: Library):
    data = picture()
    file = library.photos.add(data, name="a.jpg")
    library.photos.path(file.id).unlink()
    with pytest.raises(NotFoundError, match="missing"):
        library.photos.read(file.id)
    assert library.photos.add(data, name="b.jpg") == file
    assert library.photos.read(file.id) == data


def test_photo_can_be_added_while_writing_an_article(library: Library):
    """The row goes into the open transaction: a second writer would wait for the first."""
    with library.unit_of_work() as work:
        work.articles.add(article("Một."))
        file = library.photos.add(picture(), name="a.jpg")
        assert library.photos.info(file.id) == file
        work.commit()
    assert library.photos.info(file.id) == file


def test_photo_added_after_the_commit_is_kept(library: Library):
    with library.unit_of_work() as work:
        work.articles.add(article("Một."))
        work.commit()
        file = library.photos.add(picture(), name="a.jpg")
    assert library.photos.info(file.id) == file


def test_full_disk_leaves_no_half_of_a_photo(library: Library, monkeypatch):
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(UserError, match="disk is full"):
        library.photos.add(picture(), name="a.jpg")
    assert not [path for path in library.folder.glob("photos/**/*") if path.is_file()]


@pytest.mark.parametrize("keep", [0, 40])
def test_a_damaged_photo_is_not_given_out_and_is_mended_by_the_next_import(library: Library, keep):
    data = picture()
    photo = library.photos.add(data, name="Lễ phát động.jpg").id
    library.photos.path(photo).write_bytes(data[:keep])
    with pytest.raises(UserError, match=r"Lễ phát động\.jpg.*damaged"):
        library.photos.read(photo)
    library.photos.add(data, name="b.jpg")
    assert library.photos.read(photo) == data
