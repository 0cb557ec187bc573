"""From a photo's metadata to the caption and credit of its use."""

from datetime import date
from pathlib import Path

import pytest

from newsroom.domain.paper import PaperSettings, credit_line
from newsroom.domain.photo import PhotoMetadata
from newsroom.errors import UserError
from newsroom.services.photo_details import photo_details
from newsroom.services.photos import save_original, take_photo, take_photo_file
from tests.fakes.desk import make_desk
from tests.photo_files import iim, jpeg, photoshop

UTF8 = (1, 90, b"\x1b%G")


@pytest.mark.parametrize(
    ("creators", "credit", "line"),
    [
        (("Lê Lâm",), "", "Ảnh: Lê Lâm"),
        (("Lê Lâm", "Minh Tú"), "", "Ảnh: Lê Lâm - Minh Tú"),
        (("Lê Lâm",), "TTX", "Ảnh: Lê Lâm/TTX"),
        (("Lê Lâm",), "Lê Lâm/TTX", "Ảnh: Lê Lâm/TTX"),
        (("Ảnh: Lê Lâm",), "", "Ảnh: Lê Lâm"),
        ((), "Ảnh: Lê Lâm", "Ảnh: Lê Lâm"),
        (("Photo by Lê Lâm",), "Lê Lâm", "Ảnh: Lê Lâm"),
        ((), "", ""),
    ],
)
def test_the_credit_has_its_label_once(creators: tuple[str, ...], credit: str, line: str) -> None:
    details = photo_details(PhotoMetadata(creators=creators, credit=credit))
    assert credit_line(details.credit, PaperSettings()) == line


def test_a_credit_within_the_caption_is_not_said_twice() -> None:
    metadata = PhotoMetadata(caption="Ca chiều. Ảnh: Lê Lâm", creators=("Lê Lâm",), credit="TTX")
    details = photo_details(metadata)
    assert (details.caption, details.credit) == ("Ca chiều.", "Lê Lâm/TTX")
    other = photo_details(PhotoMetadata(caption="Ca chiều. Ảnh: Minh Tú", creators=("Canon",)))
    assert (other.caption, other.credit) == ("Ca chiều.", "Minh Tú")


def test_a_headline_stands_in_for_a_missing_caption() -> None:
    assert photo_details(PhotoMetadata(headline="Ca chiều")).caption == "Ca chiều"


def test_a_taken_photo_brings_its_details_and_stays_as_it_is(tmp_path: Path) -> None:
    desk = make_desk()
    block = iim(
        UTF8, (2, 120, "Ca chiều".encode()), (2, 80, "Lê Lâm".encode()), (2, 55, b"20200720")
    )
    data = jpeg(resources=photoshop(block))
    (tmp_path / "ca-chieu.jpg").write_bytes(data)
    taken = take_photo_file(desk=desk, path=tmp_path / "ca-chieu.jpg")
    assert taken.file.name == "ca-chieu.jpg"
    assert (taken.details.caption, taken.details.credit) == ("Ca chiều", "Lê Lâm")
    assert taken.details.taken == date(2020, 7, 20)
    save_original(desk=desk, photo=taken.file.id, path=tmp_path / "ban-goc.jpg")
    assert (tmp_path / "ban-goc.jpg").read_bytes() == data


def test_what_is_no_photo_is_refused_by_name() -> None:
    with pytest.raises(UserError, match="bang-luong"):
        take_photo(desk=make_desk(), data=b"khong phai anh", name="bang-luong.jpg")
