from io import BytesIO

import pytest
from PIL import Image

from newsroom.errors import NotFoundError, UserError
from newsroom.services import photos as service
from newsroom.services.photos import add_photo, photo_info, read_photo, take_photo_file
from tests.fakes.desk import make_desk


@pytest.fixture
def desk():
    return make_desk()


@pytest.fixture
def picture():
    out = BytesIO()
    Image.new("RGB", (60, 40), "navy").save(out, "JPEG")
    return out.getvalue()


def test_a_photo_is_kept_as_it_is(desk, picture):
    file = add_photo(desk=desk, data=picture, name="chi-hanh.jpg")
    assert (file.width, file.height, file.size) == (60, 40, len(picture))
    assert read_photo(desk=desk, photo=file.id) == picture
    assert photo_info(desk=desk, photo=file.id) == file


def test_a_file_is_taken_in_by_its_name(desk, picture, tmp_path):
    (tmp_path / "ảnh.jpg").write_bytes(picture)
    assert take_photo_file(desk=desk, path=tmp_path / "ảnh.jpg").file.name == "ảnh.jpg"


def test_a_file_that_is_not_there_is_named(desk, tmp_path):
    with pytest.raises(UserError, match=r"gone\.jpg"):
        take_photo_file(desk=desk, path=tmp_path / "gone.jpg")


def test_a_file_that_is_too_large_is_never_read(desk, picture, tmp_path, monkeypatch):
    (tmp_path / "big.jpg").write_bytes(picture)
    monkeypatch.setattr(service, "MAX_BYTES", len(picture) - 1)
    with pytest.raises(UserError, match=r"big\.jpg"):
        take_photo_file(desk=desk, path=tmp_path / "big.jpg")


def test_what_is_no_photo_is_refused(desk):
    with pytest.raises(UserError):
        add_photo(desk=desk, data=b"words", name="words.jpg")


def test_a_photo_that_is_gone_is_not_found(desk, picture):
    file = add_photo(desk=desk, data=picture, name="a.jpg")
    assert photo_info(desk=desk, photo=file.id) == file
    with pytest.raises(NotFoundError):
        photo_info(desk=desk, photo="0" * 64)
