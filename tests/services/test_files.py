import errno
import os

import pytest

from newsroom.domain.rendering import OutputFile
from newsroom.services.files import TargetError, free_path, make_folder, write_file, write_folder

PAGE = (OutputFile(path="index.html", data=b"<p>"), OutputFile(path="photos/a.jpg", data=b"jpg"))


def _names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def _full(*_arguments):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_file_is_written_whole(tmp_path):
    assert write_file(tmp_path / "a.txt", b"words") == tmp_path / "a.txt"
    assert (tmp_path / "a.txt").read_bytes() == b"words"
    assert _names(tmp_path) == ["a.txt"]


def test_a_new_file_has_the_mode_that_others_have(tmp_path):
    (tmp_path / "plain").write_bytes(b"")
    write_file(tmp_path / "ours", b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_taken_name_is_left_alone(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"old")
    with pytest.raises(TargetError, match="exists already"):
        write_file(tmp_path / "a.txt", b"new")
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert _names(tmp_path) == ["a.txt"]


def test_a_taken_name_is_left_alone_where_there_are_no_links(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "link", _full)
    write_file(tmp_path / "a.txt", b"first")
    with pytest.raises(TargetError, match="exists already"):
        write_file(tmp_path / "a.txt", b"second")
    assert (tmp_path / "a.txt").read_bytes() == b"first"


def test_a_file_is_overwritten_when_asked(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"old")
    write_file(tmp_path / "a.txt", b"new", overwrite=True)
    assert (tmp_path / "a.txt").read_bytes() == b"new"


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(TargetError, match="is a folder"):
        write_file(tmp_path, b"", overwrite=True)


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch, overwrite):
    (tmp_path / "a.txt").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", _full)
    with pytest.raises(TargetError, match=r"disk is full.*a\.txt"):
        write_file(tmp_path / "a.txt", b"new", overwrite=overwrite)
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert _names(tmp_path) == ["a.txt"]


def test_a_folder_is_written_whole(tmp_path):
    write_folder(tmp_path / "page", PAGE)
    assert _names(tmp_path / "page") == ["index.html", "photos", "photos/a.jpg"]
    assert _names(tmp_path) == ["page", *(f"page/{name}" for name in _names(tmp_path / "page"))]


def test_a_folder_makes_way_as_a_whole(tmp_path):
    write_folder(tmp_path / "page", [*PAGE, OutputFile(path="old.txt", data=b"")])
    write_folder(tmp_path / "page", PAGE, overwrite=True)
    assert _names(tmp_path / "page") == ["index.html", "photos", "photos/a.jpg"]
    assert [path.name for path in tmp_path.iterdir()] == ["page"]


def test_a_full_disk_leaves_the_old_folder(tmp_path, monkeypatch):
    write_folder(tmp_path / "page", PAGE[:1])
    monkeypatch.setattr(os, "fsync", _full)
    with pytest.raises(TargetError, match="disk is full"):
        write_folder(tmp_path / "page", PAGE, overwrite=True)
    assert _names(tmp_path) == ["page", "page/index.html"]


def test_a_folder_that_exists_is_left_alone(tmp_path):
    (tmp_path / "page").mkdir()
    with pytest.raises(TargetError, match="exists already"):
        write_folder(tmp_path / "page", PAGE)
    assert _names(tmp_path) == ["page"]


@pytest.mark.parametrize("path", ["../out.txt", "/etc/out.txt", "a/../../b", ""])
def test_nothing_is_written_outside(tmp_path, path):
    with pytest.raises(ValueError, match="inside"):
        write_folder(tmp_path / "page", [OutputFile(path=path, data=b"")])
    assert _names(tmp_path) == []


def test_a_file_in_the_way_of_a_folder_is_named(tmp_path):
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(TargetError, match="is a file"):
        make_folder(tmp_path / "out")
    with pytest.raises(TargetError, match="is a file"):
        make_folder(tmp_path / "out" / "below")


def test_folders_are_made_where_they_are_missing(tmp_path):
    assert make_folder(tmp_path / "a" / "b").is_dir()


def test_a_folder_without_permission_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_arguments: False)
    with pytest.raises(TargetError, match="no permission"):
        make_folder(tmp_path)


def test_free_names_are_counted(tmp_path):
    assert free_path(tmp_path / "a.txt") == tmp_path / "a.txt"
    for name in ("a.txt", "a-2.txt"):
        (tmp_path / name).write_bytes(b"")
    assert free_path(tmp_path / "a.txt") == tmp_path / "a-3.txt"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_not_replaced(tmp_path):
    pipe = tmp_path / "bai.docx"
    os.mkfifo(pipe)
    with pytest.raises(TargetError, match=r"bai\.docx.*ordinary"):
        write_file(pipe, b"x", overwrite=True)
    assert pipe.is_fifo()
