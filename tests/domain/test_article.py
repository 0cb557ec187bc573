"""The way of an article through the desk."""

import pytest

from newsroom.domain.article import (
    Article,
    ArticleText,
    Status,
    next_statuses,
    parse_status,
    text_part,
    with_text,
)
from newsroom.domain.ids import new_article_id, new_block_id
from newsroom.errors import UsageError
from tests.fakes.desk import NOON


@pytest.mark.parametrize("status", Status)
def test_every_status_leads_somewhere_else(status):
    steps = next_statuses(status)
    assert steps
    assert status not in steps
    assert list(steps) == sorted(steps, key=list(Status).index)


def test_published_article_is_taken_back_before_it_is_binned():
    assert Status.SPIKED not in next_statuses(Status.PUBLISHED)
    assert next_statuses(Status.SPIKED) == (Status.DRAFT,)


@pytest.mark.parametrize("word", ["in-edit", "IN EDIT", " in_edit "])
def test_status_is_read_however_it_is_written(word):
    assert parse_status(word) is Status.IN_EDIT


def test_unknown_status_is_named_with_those_there_are():
    with pytest.raises(UsageError, match=r"“ready”; there are: draft, .*spiked"):
        parse_status("ready")


def test_sheet_changes_only_its_part():
    article = Article(id=new_article_id(), note="Gấp", created=NOON, updated=NOON)
    text = ArticleText(headline="Tít", byline=("Lê Lâm",))
    changed = with_text(article, text)
    assert text_part(changed) == text
    assert (changed.note, changed.id) == ("Gấp", article.id)


def test_ids_are_short_and_easy_to_type():
    ids = {new_article_id() for _ in range(500)}
    assert len(ids) == 500
    assert {len(uid) for uid in ids} == {12}
    assert not set("".join(ids)) & set("ilou")
    assert len(new_block_id()) == 8
