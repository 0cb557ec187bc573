"""Files are whole or not there, also where the disk can do less."""

import errno

import pytest

from newsroom.storage import files


def test_new_file_takes_an_empty_place(tmp_path):
    draft = tmp_path / "draft"
    draft.write_bytes(b"new")
    files.put_new(draft, tmp_path / "place")
    assert (tmp_path / "place").read_bytes() == b"new"


@pytest.mark.parametrize("links", [True, False])
def test_new_file_never_replaces_another(tmp_path, monkeypatch, links):
    if not links:
        monkeypatch.setattr(files.os, "link", no_links)
    draft, place = tmp_path / "draft", tmp_path / "place"
    draft.write_bytes(b"new")
    place.write_bytes(b"old")
    files.put_new(draft, place)
    assert place.read_bytes() == b"old"


def no_links(*_paths):
    raise OSError(errno.EPERM, "Operation not permitted")


def test_new_file_takes_an_empty_place_without_links(tmp_path, monkeypatch):
    monkeypatch.setattr(files.os, "link", no_links)
    draft = tmp_path / "draft"
    draft.write_bytes(b"new")
    files.put_new(draft, tmp_path / "place")
    assert (tmp_path / "place").read_bytes() == b"new"
    assert not draft.exists()


def failing_sync(number: int):
    def fails(_descriptor: int) -> None:
        raise OSError(number, "fsync")

    return fails


def test_folder_that_cannot_be_synced_is_no_failure(tmp_path, monkeypatch):
    monkeypatch.setattr(files.os, "fsync", failing_sync(errno.EINVAL))
    files.sync_folder(tmp_path)


def test_failing_disk_is_a_failure(tmp_path, monkeypatch):
    monkeypatch.setattr(files.os, "fsync", failing_sync(errno.EIO))
    with pytest.raises(OSError, match="fsync"):
        files.sync_folder(tmp_path)
    with pytest.raises(OSError, match="fsync"):
        files.write_once(tmp_path / "file", b"data")
    assert list(tmp_path.iterdir()) == []


def test_windows_has_no_call_for_folders(tmp_path, monkeypatch):
    monkeypatch.setattr(files.sys, "platform", "win32")
    monkeypatch.setattr(files.os, "fsync", failing_sync(errno.EIO))
    files.sync_folder(tmp_path)
