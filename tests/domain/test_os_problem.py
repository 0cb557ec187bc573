"""The system's causes in the person's language, wherever a file cannot be read or written."""

import errno
import os

import pytest

from newsroom.domain.os_problem import os_problem
from newsroom.errors import UserError, bug_of
from newsroom.i18n import sentence, use
from newsroom.services.files import write_file
from newsroom.storage.faults import database_fault, file_fault


@pytest.fixture
def vietnamese():
    use("vi")
    yield
    use("en")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "ổ đĩa hết chỗ"),
        (errno.EACCES, "không có quyền"),
        (errno.EROFS, "ổ đĩa chỉ cho đọc"),
        (errno.ENAMETOOLONG, "tên quá dài"),
        (errno.ENOENT, "không thấy"),
        (errno.EBUSY, "chương trình khác đang dùng"),
        (errno.EIO, "ổ đĩa báo lỗi"),
        (errno.ENOSYS, "hệ thống báo ENOSYS"),
        (999_999, "hệ thống báo 999999"),
    ],
)
def test_causes_in_vietnamese(vietnamese, number, words):
    assert sentence(os_problem(OSError(number, os.strerror(number)))) == words


def test_a_cause_without_a_number(vietnamese):
    assert sentence(os_problem(OSError("cannot identify image"))) == "hệ thống không nói vì sao"


def test_a_file_of_another_program_on_windows():
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = 32
    assert str(os_problem(error)) == "another program is using it"


def test_no_english_in_what_is_told(vietnamese, tmp_path):
    (tmp_path / "tep").touch()
    with pytest.raises(UserError) as caught:
        write_file(tmp_path / "tep" / "bai.docx", b"x")
    told = sentence(caught.value)
    assert "một tệp đứng ở chỗ của thư mục" in told
    assert os.strerror(errno.ENOTDIR) not in told
    told = sentence(file_fault(OSError(errno.EIO, os.strerror(errno.EIO)), tmp_path))
    assert os.strerror(errno.EIO) not in told


def test_no_english_of_the_database(vietnamese, tmp_path):
    for name in ("SQLITE_CANTOPEN", "SQLITE_IOERR_READ"):
        error = RuntimeError("disk I/O error")
        error.sqlite_errorname = name
        assert "I/O error" not in sentence(database_fault(error, tmp_path))


def test_a_bug_is_told_by_its_code():
    try:
        {}["khoá"]
    except KeyError as error:
        told = str(bug_of(error))
    assert told.startswith("Something went wrong in the program (KeyError, test_os_problem.py:")
    assert str(bug_of(ValueError("x"))) == "Something went wrong in the program (ValueError)."
