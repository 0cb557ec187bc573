import pytest

from newsroom.domain.article import ArticleText, Status
from newsroom.errors import NotFoundError, UserError
from newsroom.services.articles import create_article, read_article, set_status
from newsroom.services.sections import (
    MAX_NAME,
    add_section,
    move_section,
    read_sections,
    remove_section,
    rename_section,
)
from tests.fakes.desk import MEMBERSHIP, SAFETY, SPECIAL, make_desk


@pytest.fixture
def desk():
    return make_desk()


@pytest.fixture
def article(desk):
    text = ArticleText(headline="Mũ bảo hộ")
    return create_article(desk=desk, text=text, section=(SPECIAL, SAFETY)).value


def _names(desk, path=()):
    tree = read_sections(desk=desk)
    return [node.name for node in (tree.require(path).children if path else tree.roots)]


def test_a_section_is_added_last(desk):
    outcome = add_section(desk=desk, name="  Hỏi   đáp ", above=(SPECIAL,))
    assert _names(desk, (SPECIAL,)) == [MEMBERSHIP, SAFETY, "Hỏi đáp"]
    assert outcome.value == read_sections(desk=desk)
    assert outcome.value.require((SPECIAL, "Hỏi đáp")).slug == "hoi-dap"
    assert outcome.changes.sections


def test_a_section_is_added_at_its_place(desk):
    add_section(desk=desk, name="Mới", index=1)
    assert _names(desk)[:3] == ["Thời sự", "Mới", SPECIAL]


@pytest.mark.parametrize("name", ["", "   ", "A/B", "x" * (MAX_NAME + 1), "thời SỰ"])
def test_names_that_cannot_be(desk, name):
    with pytest.raises(UserError):
        add_section(desk=desk, name=name)
    assert len(_names(desk)) == 3


def test_a_name_in_another_form_of_unicode_is_the_same_name(desk):
    with pytest.raises(UserError, match="already"):
        add_section(desk=desk, name="Thời sự")


def test_under_a_section_that_does_not_exist(desk):
    with pytest.raises(NotFoundError):
        add_section(desk=desk, name="Mới", above=("Không có",))


def test_renaming_keeps_the_place_and_the_articles(desk, article):
    rename_section(desk=desk, path=(SPECIAL,), name="Chuyên sâu")
    assert _names(desk) == ["Thời sự", "Chuyên sâu", "Văn hóa"]
    moved = read_article(desk=desk, article_id=article.id)
    assert moved.section == ("Chuyên sâu", SAFETY)
    assert moved.revision == article.revision


def test_a_section_may_change_the_case_of_its_name(desk):
    rename_section(desk=desk, path=(SPECIAL,), name="CHUYÊN ĐỀ")
    assert "CHUYÊN ĐỀ" in _names(desk)


def test_renaming_to_a_neighbour_is_refused(desk):
    with pytest.raises(UserError, match="already"):
        rename_section(desk=desk, path=(SPECIAL,), name="văn hóa")


def test_moving_takes_the_articles_along(desk, article):
    move_section(desk=desk, path=(SPECIAL, SAFETY), above=(), index=0)
    assert _names(desk)[0] == SAFETY
    assert read_article(desk=desk, article_id=article.id).section == (SAFETY,)


def test_moving_among_neighbours_changes_the_order_only(desk, article):
    move_section(desk=desk, path=(SPECIAL, SAFETY), above=(SPECIAL,), index=0)
    assert _names(desk, (SPECIAL,)) == [SAFETY, MEMBERSHIP]
    assert read_article(desk=desk, article_id=article.id).section == article.section


@pytest.mark.parametrize("above", [(SPECIAL,), (SPECIAL, SAFETY)])
def test_a_section_cannot_lie_in_itself(desk, above):
    with pytest.raises(UserError, match="itself"):
        move_section(desk=desk, path=(SPECIAL,), above=above)


def test_moving_onto_the_same_name_is_refused(desk):
    add_section(desk=desk, name=SAFETY)
    with pytest.raises(UserError, match="already"):
        move_section(desk=desk, path=(SAFETY,), above=(SPECIAL,))


def test_an_empty_section_is_removed_with_those_below(desk):
    remove_section(desk=desk, path=(SPECIAL,))
    assert _names(desk) == ["Thời sự", "Văn hóa"]


@pytest.mark.parametrize("path", [(SPECIAL, SAFETY), (SPECIAL,)])
def test_a_section_with_articles_stays(desk, article, path):
    with pytest.raises(UserError, match=r"holds articles \(1\)"):
        remove_section(desk=desk, path=path)
    assert SPECIAL in _names(desk)


def test_articles_in_the_bin_hold_their_section_too(desk, article):
    set_status(desk=desk, ids=[article.id], status=Status.SPIKED)
    with pytest.raises(UserError, match=r"holds articles \(1\)"):
        remove_section(desk=desk, path=(SPECIAL, SAFETY))
