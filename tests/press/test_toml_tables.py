"""What a person wrote is read with care; what we write is read back."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.errors import UserError
from newsroom.press.toml_tables import read_tables, toml_text

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
VALUES = st.one_of(
    WORDS,
    st.booleans(),
    st.integers(-(2**60), 2**60),
    st.floats(allow_nan=False, allow_infinity=False),
    st.lists(WORDS, max_size=4),
)
TABLES = st.recursive(
    st.dictionaries(WORDS, VALUES, max_size=4),
    lambda inner: st.dictionaries(WORDS, VALUES | inner, max_size=3),
    max_leaves=8,
)


def filled(tables):
    """Without empty tables, which are not written."""
    inner = {key: filled(each) if isinstance(each, dict) else each for key, each in tables.items()}
    return {key: each for key, each in inner.items() if each != {}}


@given(TABLES)
def test_what_is_written_is_read_back(tables):
    assert tomllib.loads(toml_text(tables)) == filled(tables)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a = " + b"[" * 5000, "nested too deep"),
        (b"a = " + b"9" * 6000, "is not valid TOML"),
        (b"#" * 300_000, "too large"),
        (b"\xff\xfe\x00", "not text in UTF-8"),
        (b"a = 2026-99-99", "is not valid TOML"),
    ],
)
def test_bad_files_get_one_sentence(tmp_path, data, said):
    path = tmp_path / "hong.toml"
    path.write_bytes(data)
    with pytest.raises(UserError, match=r"hong\.toml") as error:
        read_tables(path)
    assert said in str(error.value)


def test_a_folder_is_no_file(tmp_path):
    (tmp_path / "thu-muc.toml").mkdir()
    with pytest.raises(UserError, match=r"thu-muc\.toml cannot be read: it is a folder"):
        read_tables(tmp_path / "thu-muc.toml")
