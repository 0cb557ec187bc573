"""A copy of the text outside of the library, however little of the library is left."""

from dataclasses import replace

import pytest

from newsroom.domain.document import document_plain
from newsroom.errors import StorageError, UserError
from newsroom.services.importing import import_file
from newsroom.services.saving_elsewhere import save_elsewhere
from tests.fakes.desk import make_desk
from tests.press.samples import plain_article


@pytest.fixture
def desk():
    return make_desk()


def test_the_copy_holds_what_stands_on_the_sheet(desk, tmp_path):
    article = plain_article(3)
    path = save_elsewhere(desk=desk, article=article, target=tmp_path / "bai viet")
    assert path.name == "bai viet.docx"
    read = import_file(desk=desk, path=path).value.article
    assert read.headline == article.headline
    assert document_plain(read.body) == document_plain(article.body)


def test_what_nobody_agreed_to_replace_stays(desk, tmp_path):
    (tmp_path / "bai.docx").write_bytes(b"other")
    path = save_elsewhere(desk=desk, article=plain_article(1), target=tmp_path / "bai")
    assert path.name == "bai-2.docx"
    assert (tmp_path / "bai.docx").read_bytes() == b"other"
    assert save_elsewhere(desk=desk, article=plain_article(1), target=path) == path


def test_a_library_that_tells_nothing_does_not_stop_it(desk, tmp_path):
    def gone(**_how):
        raise StorageError("The library is gone.")

    path = save_elsewhere(
        desk=replace(desk, open=gone), article=plain_article(1), target=tmp_path / "bai.docx"
    )
    assert path.read_bytes().startswith(b"PK")


def test_a_place_that_takes_nothing_is_told(desk, tmp_path):
    with pytest.raises(UserError):
        save_elsewhere(desk=desk, article=plain_article(1), target=tmp_path / "no" / "bai.docx")
    assert list(tmp_path.iterdir()) == []
