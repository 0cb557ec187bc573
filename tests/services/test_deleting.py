"""What is deleted for good can be put back as if nothing had happened."""

from dataclasses import replace

import pytest

from newsroom.domain.article import Article, ArticleText, Status, text_part
from newsroom.domain.document import Document, Paragraph, text_of
from newsroom.errors import NotFoundError, UserError
from newsroom.services.articles import create_article, read_article, read_history, set_status
from newsroom.services.deleting import delete_articles, put_back
from newsroom.services.journal import note_edit, recover_article
from newsroom.services.versions import keep_version, list_versions, read_version
from newsroom.storage.library import open_library
from tests.fakes.desk import FakeClock, make_desk


@pytest.fixture(params=["memory", "disk"])
def desk(request, tmp_path):
    fake = make_desk()
    if request.param == "memory":
        yield fake
        return
    with open_library(tmp_path / "library") as library:
        clock = FakeClock()
        yield replace(fake, open=library.unit_of_work, journal=library.journal, clock=clock)


def spiked(desk, headline: str = "Tin vắn") -> Article:
    body = Document(blocks=(Paragraph(text=text_of("Thân bài.")),))
    made = create_article(desk=desk, text=ArticleText(headline=headline, body=body)).value
    return set_status(desk=desk, ids=[made.id], status=Status.SPIKED).value[0]


def deleted(desk, article: Article):
    return delete_articles(desk=desk, ids=[article.id]).value


def test_only_what_lies_in_the_bin_is_deleted(desk):
    kept = create_article(desk=desk, text=ArticleText(headline="Giữ lại")).value
    doomed = spiked(desk)
    with pytest.raises(UserError, match="not in the bin"):
        delete_articles(desk=desk, ids=[doomed.id, kept.id])
    outcome = delete_articles(desk=desk, ids=[doomed.id])
    assert outcome.changes.removed == {doomed.id}
    with pytest.raises(NotFoundError):
        read_article(desk=desk, article_id=doomed.id)


def test_the_article_and_its_way_come_back(desk):
    doomed = spiked(desk)
    way = read_history(desk=desk, article_id=doomed.id)
    outcome = put_back(desk=replace(desk, person="Người khác"), removed=deleted(desk, doomed))
    assert outcome.changes.added == {doomed.id}
    assert read_article(desk=desk, article_id=doomed.id) == replace(doomed, revision=1)
    assert read_history(desk=desk, article_id=doomed.id) == way


def test_its_versions_come_back(desk):
    doomed = spiked(desk)
    keep_version(desk=desk, article_id=doomed.id, name="Gửi duyệt")
    before = list(list_versions(desk=desk, article_id=doomed.id))
    gone = deleted(desk, doomed)
    spiked(desk, "Bài khác")
    outcome = put_back(desk=desk, removed=gone)
    assert outcome.changes.versions == {doomed.id}
    assert list(list_versions(desk=desk, article_id=doomed.id)) == before
    assert read_version(desk=desk, version_id=before[0].id) == text_part(doomed)


def test_edits_that_were_left_behind_come_back(desk):
    doomed = spiked(desk)
    typed = replace(text_part(doomed), lede="Gõ dở.")
    note_edit(desk=desk, base=doomed, before=text_part(doomed), after=typed)
    put_back(desk=desk, removed=deleted(desk, doomed))
    recovery = recover_article(desk=desk, article_id=doomed.id, note="").value
    assert (recovery.article.lede, recovery.copy) == ("Gõ dở.", None)


def test_edits_that_did_not_fit_do_not_fit_afterwards(desk):
    doomed = spiked(desk)
    typed = replace(text_part(doomed), lede="Gõ dở.")
    old = replace(doomed, revision=doomed.revision - 1)
    note_edit(desk=desk, base=old, before=text_part(doomed), after=typed)
    put_back(desk=desk, removed=deleted(desk, doomed))
    recovery = recover_article(desk=desk, article_id=doomed.id, note="").value
    assert recovery.article.lede == ""
    assert recovery.copy is not None
    assert recovery.copy.lede == "Gõ dở."
