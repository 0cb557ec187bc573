"""The credit of a photo, as page, Word file and print write it."""

import pytest

from newsroom.domain.paper import PaperSettings, credit_line


@pytest.mark.parametrize(
    ("credit", "line"),
    [
        ("Minh Tú", "Ảnh: Minh Tú"),
        ("  Minh Tú ", "Ảnh: Minh Tú"),
        ("Ảnh: Minh Tú", "Ảnh: Minh Tú"),
        ("ảnh: Minh Tú", "ảnh: Minh Tú"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_the_label_is_written_once(credit: str, line: str) -> None:
    assert credit_line(credit, PaperSettings()) == line
