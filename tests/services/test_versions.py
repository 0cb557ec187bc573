"""Keeping versions while one writes, and going back to them without losing anything."""

from dataclasses import replace

import pytest

from newsroom.domain.article import ArticleText, text_part
from newsroom.domain.comment import Comment, CommentId
from newsroom.domain.document import Document, Paragraph, Run, plain, text_of
from newsroom.domain.ids import BlockId
from newsroom.domain.restoring import Field
from newsroom.errors import NotFoundError
from newsroom.services import versions as use
from newsroom.services.articles import create_article, read_article, save_text
from newsroom.services.desk import Desk
from tests.fakes.desk import NOON, FakeClock, make_desk


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def desk(clock: FakeClock) -> Desk:
    return make_desk(clock=clock)


def body(**paragraphs: str) -> Document:
    """Paragraphs by their ids."""
    return Document(
        blocks=tuple(
            Paragraph(id=BlockId(name), text=text_of(words)) for name, words in paragraphs.items()
        )
    )


@pytest.fixture
def owner(desk: Desk):
    text = ArticleText(headline="Thưởng Tết", body=body(a="Một.", b="Hai.", c="Ba."))
    return create_article(desk=desk, text=text).value


def write(desk: Desk, owner, **fields):
    """The article as it is after its text has got other fields."""
    now = read_article(desk=desk, article_id=owner.id)
    return save_text(desk=desk, base=now, text=replace(text_part(now), **fields)).value


def keep(desk: Desk, owner, name: str = ""):
    return use.keep_version(desk=desk, article_id=owner.id, name=name)


def kept(desk: Desk, owner):
    return list(use.list_versions(desk=desk, article_id=owner.id))


def words(desk: Desk, owner) -> list[str]:
    blocks = read_article(desk=desk, article_id=owner.id).body.blocks
    return [plain(block.text) for block in blocks if isinstance(block, Paragraph)]


def test_a_text_is_kept_once(desk, owner, clock):
    first = keep(desk, owner)
    clock.pass_time(minutes=2)
    assert first.value is not None
    assert first.changes.versions == {owner.id}
    again = keep(desk, owner)
    assert again.value is None
    assert not again.changes.versions
    write(desk, owner, lede="Sớm hơn năm ngoái.")
    assert keep(desk, owner).value is not None
    assert [version.words for version in kept(desk, owner)] == [9, 5]


def test_a_name_is_given_to_the_version_that_holds_the_text(desk, owner):
    first = keep(desk, owner).value
    named = keep(desk, owner, "  Bản gửi\nduyệt ").value
    assert (named.id, named.name) == (first.id, "Bản gửi duyệt")
    other = keep(desk, owner, "Bản in").value
    assert [version.name for version in kept(desk, owner)] == ["Bản in", "Bản gửi duyệt"]
    assert keep(desk, owner, "Bản in").value is None
    use.rename_version(desk=desk, article_id=owner.id, version_id=other.id, name="")
    assert [version.name for version in kept(desk, owner)] == ["", "Bản gửi duyệt"]


def test_old_ones_are_thinned_and_named_ones_are_not(desk, owner, clock):
    for number in range(30):
        write(desk, owner, lede=f"Lần {number}.")
        keep(desk, owner, "Mốc" if number == 4 else "")
        clock.pass_time(seconds=20)
    clock.pass_time(days=3)
    write(desk, owner, lede="Sau cùng.")
    keep(desk, owner)
    left = kept(desk, owner)
    assert [version.name for version in left] == ["", "", "Mốc", ""]
    assert use.read_version(desk=desk, version_id=left[-1].id).lede == "Lần 0."


def test_restoring_keeps_the_present_text_first(desk, owner, clock):
    old = keep(desk, owner).value
    clock.pass_time(hours=1)
    now = write(desk, owner, headline="Khác hẳn", body=body(z="Viết lại."))
    outcome = use.restore_version(desk=desk, article_id=owner.id, version_id=old.id)
    assert text_part(outcome.value.article) == text_part(owner)
    assert outcome.value.article.revision == now.revision + 1
    assert outcome.changes.articles == outcome.changes.versions == {owner.id}
    before = outcome.value.before
    assert use.read_version(desk=desk, version_id=before) == text_part(now)
    use.restore_version(desk=desk, article_id=owner.id, version_id=before)
    assert text_part(read_article(desk=desk, article_id=owner.id)) == text_part(now)


def test_what_a_restoring_replaced_is_never_thinned_out(desk, owner, clock):
    old = keep(desk, owner, "Bản gốc").value
    now = write(desk, owner, headline="Khác hẳn")
    outcome = use.restore_version(
        desk=desk, article_id=owner.id, version_id=old.id, name_before="Trước khi quay lại"
    )
    for number in range(3):
        write(desk, owner, lede=f"Lần {number}.")
        keep(desk, owner)
        clock.pass_time(seconds=10)
    before = use.read_version(desk=desk, version_id=outcome.value.before)
    assert before.headline == now.headline


def test_restoring_what_is_there_changes_nothing(desk, owner):
    old = keep(desk, owner).value
    outcome = use.restore_version(desk=desk, article_id=owner.id, version_id=old.id)
    assert outcome.value.article == owner
    assert outcome.value.before == old.id


def restore(desk: Desk, owner, version, old: str | None, new: str | None) -> list[str]:
    use.restore_block(
        desk=desk,
        article_id=owner.id,
        version_id=version.id,
        old=None if old is None else BlockId(old),
        new=None if new is None else BlockId(new),
    )
    return words(desk, owner)


def test_one_paragraph_comes_back(desk, owner):
    old = keep(desk, owner).value
    write(desk, owner, headline="Tít mới", body=body(a="Một rồi.", c="Ba.", d="Bốn."))
    assert restore(desk, owner, old, "a", "a") == ["Một.", "Ba.", "Bốn."]
    assert restore(desk, owner, old, "b", None) == ["Một.", "Hai.", "Ba.", "Bốn."]
    assert restore(desk, owner, old, None, "d") == ["Một.", "Hai.", "Ba."]
    assert restore(desk, owner, old, "b", None) == ["Một.", "Hai.", "Ba."]
    assert read_article(desk=desk, article_id=owner.id).headline == "Tít mới"


def test_a_paragraph_that_stood_first_comes_back_first(desk, owner):
    old = keep(desk, owner).value
    write(desk, owner, body=body(c="Ba."))
    assert restore(desk, owner, old, "a", None) == ["Một.", "Ba."]


def test_one_field_comes_back(desk, owner):
    old = keep(desk, owner).value
    write(desk, owner, headline="Tít mới", lede="Sapô.", body=body(a="Một."))
    use.restore_field(desk=desk, article_id=owner.id, version_id=old.id, field=Field.HEADLINE)
    now = read_article(desk=desk, article_id=owner.id)
    assert (now.headline, now.lede, now.slug) == ("Thưởng Tết", "Sapô.", "thuong-tet")


def test_a_paragraph_brings_its_comment_back(desk, owner):
    comment = Comment(id=CommentId("c1"), text="Hỏi lại", author="Lê Lâm", at=NOON)
    noted = Paragraph(id=BlockId("a"), text=(Run(text="Một.", comment=comment.id),))
    write(desk, owner, body=Document(blocks=(noted,)), comments=(comment,))
    old = keep(desk, owner).value
    write(desk, owner, body=body(a="Khác."), comments=())
    restore(desk, owner, old, "a", "a")
    restore(desk, owner, old, "a", "a")
    now = read_article(desk=desk, article_id=owner.id)
    assert (now.body.blocks, now.comments) == ((noted,), (comment,))


def test_figures_of_a_step_and_the_comparison_with_the_present(desk, owner, clock):
    first = keep(desk, owner).value
    clock.pass_time(minutes=2)
    write(desk, owner, headline="Thưởng Tết sớm", body=body(a="Một.", b="Hai."))
    second = keep(desk, owner).value
    step = use.count_changes(desk=desk, older=first.id, newer=second.id)
    assert (step.added, step.removed) == (1, 1)
    begun = use.count_changes(desk=desk, older=None, newer=first.id)
    assert (begun.added, begun.removed) == (5, 0)
    diff = use.compare_with_present(desk=desk, article_id=owner.id, version_id=first.id)
    assert diff.words() == step


def test_without_the_article_nothing_is_kept(desk, owner):
    with pytest.raises(NotFoundError):
        use.keep_version(desk=desk, article_id="000000000000")
    with pytest.raises(NotFoundError):
        use.restore_version(desk=desk, article_id=owner.id, version_id=99)
