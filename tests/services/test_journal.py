"""Noting, folding, recovering: nothing that was noted is ever lost."""

from dataclasses import replace

import pytest

from newsroom.domain.article import Article, ArticleText, Status, text_part
from newsroom.domain.document import Document, Paragraph, text_of
from newsroom.domain.ids import BlockId
from newsroom.errors import NotFoundError, StaleRevisionError
from newsroom.services import journal as use
from newsroom.services.articles import create_article, list_ids, read_article, save_text, set_status
from newsroom.services.desk import Desk
from tests.fakes.desk import make_desk

NOTE = "Khôi phục"


@pytest.fixture
def desk() -> Desk:
    return make_desk()


@pytest.fixture
def made(desk: Desk) -> Article:
    blocks = tuple(Paragraph(id=BlockId(name), text=text_of(name)) for name in "abc")
    text = ArticleText(headline="Tít", lede="Mở", body=Document(blocks=blocks))
    return create_article(desk=desk, text=text).value


def type_ledes(desk: Desk, base: Article, *ledes: str) -> ArticleText:
    text = text_part(base)
    for lede in ledes:
        after = replace(text, lede=lede)
        use.note_edit(desk=desk, base=base, before=text, after=after)
        text = after
    return text


def recovered(desk: Desk, article: Article) -> use.Recovery:
    return use.recover_article(desk=desk, article_id=article.id, note=NOTE).value


def test_what_was_noted_is_recovered_once(desk: Desk, made: Article) -> None:
    text = type_ledes(desk, made, "Mở đ", "Mở đầu")
    assert use.pending_articles(desk=desk) == [made.id]
    outcome = use.recover_article(desk=desk, article_id=made.id, note=NOTE)
    assert (outcome.value.edits, outcome.value.copy) == (2, None)
    assert outcome.changes.articles == {made.id}
    assert text_part(read_article(desk=desk, article_id=made.id)) == text
    assert use.pending_articles(desk=desk) == []
    again = use.recover_article(desk=desk, article_id=made.id, note=NOTE)
    assert (again.value.edits, again.changes.articles) == (0, frozenset())


def test_the_same_text_is_not_noted(desk: Desk, made: Article) -> None:
    same = text_part(made)
    assert use.note_edit(desk=desk, base=made, before=same, after=same) is None
    assert use.pending_articles(desk=desk) == []


def test_folding_forgets_what_it_holds(desk: Desk, made: Article) -> None:
    text = type_ledes(desk, made, "Mở đầu")
    with desk.open(writes=False) as work:
        last = work.journal.entries(made.id)[-1].id
    folded = use.fold_text(desk=desk, base=made, text=text, up_to=last).value
    assert folded.lede == "Mở đầu"
    assert use.pending_articles(desk=desk) == []


def test_a_fold_that_is_refused_forgets_nothing(desk: Desk, made: Article) -> None:
    text = type_ledes(desk, made, "Của tôi")
    save_text(desk=desk, base=made, text=replace(text_part(made), lede="Của người khác"))
    with pytest.raises(StaleRevisionError):
        use.fold_text(desk=desk, base=made, text=text, up_to=9)
    assert use.pending_articles(desk=desk) == [made.id]


def test_both_texts_are_kept_when_the_article_was_changed_meanwhile(
    desk: Desk, made: Article
) -> None:
    type_ledes(desk, made, "Của tôi")
    save_text(desk=desk, base=made, text=replace(text_part(made), headline="Của người khác"))
    set_status(desk=desk, ids=[made.id], status=Status.IN_EDIT)
    found = recovered(desk, made)
    assert (found.article.headline, found.article.lede) == ("Của người khác", "Mở")
    assert found.copy is not None
    assert (found.copy.lede, found.copy.note, found.copy.status) == ("Của tôi", NOTE, Status.DRAFT)
    assert found.copy.slug != found.article.slug
    assert set(list_ids(desk=desk)) == {made.id, found.copy.id}
    assert use.pending_articles(desk=desk) == []


def test_replay_ends_at_an_edit_that_cannot_be_read_and_a_copy_has_the_rest(
    desk: Desk, made: Article
) -> None:
    text = type_ledes(desk, made, "Tốt")
    desk.journal.append(made.id, {"hologram": 1}, revision=made.revision, at=made.created)
    use.note_edit(desk=desk, base=made, before=text, after=replace(text, headline="Sau"))
    found = recovered(desk, made)
    assert (found.article.lede, found.article.headline, found.edits) == ("Tốt", "Tít", 1)
    assert found.copy is not None
    assert (found.copy.lede, found.copy.headline) == ("Tốt", "Sau")


def test_edits_that_are_not_wanted_are_dropped(desk: Desk, made: Article) -> None:
    type_ledes(desk, made, "Của tôi")
    use.drop_edits(desk=desk, article_id=made.id)
    use.drop_edits(desk=desk, article_id=made.id)
    assert recovered(desk, made).article.lede == "Mở"


def test_an_article_that_is_gone(desk: Desk, made: Article) -> None:
    gone = replace(made, id="000000000000")
    with pytest.raises(NotFoundError):
        type_ledes(desk, gone, "x")
    with pytest.raises(NotFoundError):
        recovered(desk, gone)
