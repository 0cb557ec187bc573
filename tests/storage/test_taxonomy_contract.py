"""What every library does with sections and tags, be it on disk or in memory."""

import pytest

from newsroom.domain.library import EVERYTHING
from newsroom.domain.taxonomy import SectionTree
from newsroom.errors import UserError
from tests.fakes.desk import MEMBERSHIP, SAFETY, SPECIAL, section, small_tree
from tests.storage.samples import SAFETY_PATH, article, stored


def save(opening, *roots, moved=None):
    with opening() as work:
        work.taxonomy.save_sections(SectionTree(roots=roots), moved=moved)
        work.commit()


def section_of(opening, uid):
    with opening(writes=False) as work:
        return work.articles.get(uid).section


def test_tree_comes_back_as_saved(opening):
    with opening(writes=False) as work:
        assert work.taxonomy.sections() == small_tree()


def test_menu_order_can_change(opening):
    roots = tuple(reversed(small_tree().roots))
    save(opening, *roots)
    with opening(writes=False) as work:
        assert work.taxonomy.sections().roots == roots


def test_articles_follow_a_renamed_section(opening):
    (added,) = stored(opening, article(section=SAFETY_PATH))
    renamed = section("Chuyên san", section(SAFETY))
    save(opening, renamed, moved={(SPECIAL,): ("Chuyên san",)})
    assert section_of(opening, added.id) == ("Chuyên san", SAFETY)
    with opening(writes=False) as work:
        assert work.articles.get(added.id).revision == 1


def test_articles_follow_a_moved_subsection(opening):
    (added,) = stored(opening, article(section=SAFETY_PATH))
    save(opening, section("Thời sự", section(SAFETY)), moved={SAFETY_PATH: ("Thời sự", SAFETY)})
    assert section_of(opening, added.id) == ("Thời sự", SAFETY)


def test_two_sections_can_exchange_their_names(opening):
    news, culture = stored(opening, article(section=("Thời sự",)), article(section=("Văn hóa",)))
    swap = {("Thời sự",): ("Văn hóa",), ("Văn hóa",): ("Thời sự",)}
    save(opening, section("Văn hóa"), section("Thời sự"), moved=swap)
    assert section_of(opening, news.id) == ("Văn hóa",)
    assert section_of(opening, culture.id) == ("Thời sự",)


def test_a_section_that_holds_articles_does_not_vanish(opening):
    (added,) = stored(opening, article(section=SAFETY_PATH))
    with pytest.raises(UserError, match="An toàn lao động"):
        save(opening, section(SPECIAL, section(MEMBERSHIP)))
    assert section_of(opening, added.id) == SAFETY_PATH
    with opening(writes=False) as work:
        assert work.taxonomy.sections() == small_tree()


def test_empty_sections_vanish_with_their_subsections(opening):
    save(opening, section("Thời sự"))
    with opening(writes=False) as work:
        assert work.taxonomy.sections().roots == (section("Thời sự"),)
        assert list(work.articles.counts().by_section) == [("Thời sự",)]


def test_subsection_survives_the_section_above_it(opening):
    (added,) = stored(opening, article(section=SAFETY_PATH))
    save(opening, section(SAFETY), moved={SAFETY_PATH: (SAFETY,)})
    assert section_of(opening, added.id) == (SAFETY,)


def test_two_sections_of_one_name_are_refused(library):
    with pytest.raises(UserError, match="two sections “Tết”"):
        save(library.unit_of_work, section("Tết"), section("Te\u0302\u0301t"))


def test_names_of_moved_sections_are_composed(library):
    opening = library.unit_of_work
    (added,) = stored(opening, article(section=("Thời sự",)))
    apart = "Te\u0302\u0301t"
    save(opening, section(apart), moved={("Thơ\u0300i sự",): (apart,)})
    assert section_of(opening, added.id) == ("Tết",)


def test_tags_are_in_vietnamese_order(opening):
    stored(opening, article(tags=("ăn ca", "đình công", "an toàn", "dân vận", "Áo ấm", "ân tình")))
    with opening(writes=False) as work:
        expected = ["an toàn", "Áo ấm", "ăn ca", "ân tình", "dân vận", "đình công"]
        assert work.taxonomy.tags() == expected


def test_a_new_paper_is_kept(opening):
    with opening() as work:
        settings = work.settings.paper()
        changed = type(settings)(name="Người Thợ", visits=42, uppercase_byline=False)
        work.settings.save_paper(changed)
        work.commit()
    with opening(writes=False) as work:
        assert work.settings.paper() == changed


def test_search_finds_with_and_without_marks(opening):
    (found, _) = stored(opening, article(headline="Đường về nhà"), article(headline="Khác"))
    with opening(writes=False) as work:
        for query in ("đường", "duong nha", "DUONG"):
            results = work.search.search(query, within=EVERYTHING, limit=5)
            assert [hit.article.id for hit in results.hits] == [found.id]
            assert results.total == 1


def test_any_json_value_is_kept_under_a_key_in_nfc_and_forgotten(opening):
    with opening() as work:
        assert work.settings.read("lists") is None
        work.settings.write("lists", {"tên": ["To\u0300a soạn", 3, None]})
        work.commit()
    with opening(writes=False) as work:
        assert work.settings.read("lists") == {"tên": ["Tòa soạn", 3, None]}
    with opening() as work:
        work.settings.write("lists", None)
        work.commit()
        assert work.settings.read("lists") is None
