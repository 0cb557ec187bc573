"""Own presets as files: nothing half-written, nothing lost, one sentence for what cannot be."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.slot import DepthUnit, Slot
from newsroom.errors import NotFoundError, UserError
from newsroom.paths import resource
from newsroom.press.copyfit import Copyfit
from newsroom.press.preset_draft import base_of, base_value, sound, value_in, with_value
from newsroom.press.presets import load_preset
from newsroom.services.preset_files import (
    checked_preset_name,
    copy_preset,
    delete_preset,
    put_preset_back,
    read_preset,
    rename_preset,
    save_preset,
    show_preset,
    take_profile,
)
from tests.fakes.desk import make_desk
from tests.press.samples import context, plain_article


@pytest.fixture
def desk(tmp_path):
    return replace(make_desk(), press=tmp_path / "press")


def test_the_folder_is_made_with_the_first_copy(desk):
    assert copy_preset(desk=desk, name="tabloid", new="  Số   Tết ") == "Số Tết"
    assert tomllib.loads((desk.press / "Số Tết.toml").read_text()) == {"base": "tabloid"}
    stored = read_preset(desk=desk, name="Số Tết")
    assert stored.own
    assert stored.mistake is None
    assert stored.base.columns.count == 5


def test_a_copy_of_an_own_preset_is_its_file(desk):
    copy_preset(desk=desk, name="office", new="một")
    path = desk.press / "một.toml"
    path.write_text('# riêng\nbase = "office"\n', encoding="utf-8")
    copy_preset(desk=desk, name="một", new="hai")
    assert (desk.press / "hai.toml").read_bytes() == path.read_bytes()
    assert read_preset(desk=desk, name="hai").commented


def test_a_wrong_draft_is_not_written(desk):
    copy_preset(desk=desk, name="tabloid", new="an")
    before = (desk.press / "an.toml").read_bytes()
    with pytest.raises(UserError) as error:
        save_preset(desk=desk, name="an", tables={"base": "tabloid", "columns": {"count": 9}})
    assert error.value.params["key"] == "columns.count"
    assert (desk.press / "an.toml").read_bytes() == before
    assert len(list(desk.press.iterdir())) == 1


@pytest.mark.parametrize("name", ["", " ", ".an", "an.", "a/b", "a\\b", "CON", "a" * 61, "a\x07"])
def test_names_no_file_can_have(name):
    with pytest.raises(UserError):
        checked_preset_name(name)


def test_names_that_are_taken(desk):
    copy_preset(desk=desk, name="tabloid", new="an")
    for taken in ("AN", "Tabloid"):
        with pytest.raises(UserError, match="already"):
            copy_preset(desk=desk, name="office", new=taken)
    assert rename_preset(desk=desk, name="an", new="An") == "An"


def test_deleted_and_put_back(desk):
    copy_preset(desk=desk, name="tabloid", new="an")
    data = delete_preset(desk=desk, name="an")
    with pytest.raises(NotFoundError):
        read_preset(desk=desk, name="an")
    put_preset_back(desk=desk, name="an", data=data)
    assert (desk.press / "an.toml").read_bytes() == data
    with pytest.raises(UserError):
        put_preset_back(desk=desk, name="an", data=b"")


def test_a_library_without_a_folder(tmp_path):
    with pytest.raises(UserError, match="no folder"):
        copy_preset(desk=make_desk(), name="tabloid", new="an")


def test_a_profile_is_kept_once(desk, tmp_path):
    data = resource("icc/ISOcoated_v2_300_bas.icc").read_bytes()
    (tmp_path / "may.icc").write_bytes(data)
    assert take_profile(desk=desk, path=tmp_path / "may.icc") == "may.icc"
    assert take_profile(desk=desk, path=tmp_path / "may.icc") == "may.icc"
    (desk.press / "may.icc").write_bytes(b"another press")
    assert take_profile(desk=desk, path=tmp_path / "may.icc") == "may-2.icc"


def test_it_is_shown_on_the_sample_and_only_the_beginning(desk):
    tables = {"base": "print"}
    file = show_preset(desk=desk, name="an", tables=tables)
    assert file.data.startswith(b"%PDF")
    assert len(file.sheets) >= 1
    long = plain_article(1200)
    assert len(show_preset(desk=desk, name="an", tables=tables, article=long).sheets) < 20


def test_copyfit_knows_own_presets_and_follows_their_changes(desk):
    copy_preset(desk=desk, name="tabloid", new="an")
    slot = Slot(preset="an", columns=2, depth=60, unit=DepthUnit.MILLIMETRES)
    measure = Copyfit(desk.press)
    article, made = plain_article(6), context()
    before = measure.fit(article, made, slot)
    save_preset(desk=desk, name="an", tables={"base": "tabloid", "columns": {"count": 3}})
    after = measure.fit(article, made, slot)
    assert before.over > after.over
    with pytest.raises(UserError):
        Copyfit().fit(article, made, slot)


KEYS = st.sampled_from(["columns.count", "page.top", "body.justify", "colour", "words.jump"])


@given(st.lists(st.tuples(KEYS, st.integers(1, 3)), max_size=8))
def test_a_draft_keeps_only_what_differs(edits):
    base = base_of(Path("an.toml"), {"base": "tabloid"})
    tables = {"base": "tabloid"}
    for key, at in edits:
        values = {
            "columns.count": at + 3,
            "page.top": 14.0 + at,
            "body.justify": at > 1,
            "colour": "cmyk",
            "words.jump": "x" * at,
        }
        tables = with_value(tables, base, key, values[key])
        assert value_in(tables, base, key) == values[key]
    for key, _at in edits:
        tables = with_value(tables, base, key, base_value(base, key))
    assert tables == {"base": "tabloid"}


def test_what_no_preset_can_have_is_left_out(tmp_path):
    tables = {
        "base": "tabloid",
        "shape": 1,
        "columns": {"count": 40, "gutter": 6},
        "body": 3,
        "page": {"format": "A9"},
    }
    assert sound(tmp_path / "a.toml", tables) == {"base": "tabloid", "columns": {"gutter": 6}}


def test_a_preset_of_an_own_name_replaces_the_shipped_one(desk):
    desk.press.mkdir()
    (desk.press / "tabloid.toml").write_text('base = "newspaper"\n[columns]\ncount = 3\n')
    assert load_preset("tabloid", folder=desk.press).columns.count == 3
    assert read_preset(desk=desk, name="tabloid").own
