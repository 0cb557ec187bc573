"""What every library does with articles, be it on disk or in memory."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsroom.domain.article import Status, StatusChange, Urgency, text_part
from newsroom.domain.counting import article_words
from newsroom.domain.document import Document, Photo, text_of
from newsroom.domain.finding import article_words_of
from newsroom.domain.ids import ArticleId, PhotoId
from newsroom.domain.library import EVERYTHING, ArticleFilter
from newsroom.domain.ports import OpenUnitOfWork
from newsroom.errors import BugError, NewsroomError, NotFoundError, StaleRevisionError
from tests.fakes.desk import NOON, SPECIAL
from tests.storage.samples import SAFETY_PATH, article, stored

PHOTO = PhotoId("ab" * 32)
NOBODY = ArticleId("000000000000")


def listed(opening: OpenUnitOfWork, **wanted) -> list[str]:
    with opening(writes=False) as work:
        ids = work.articles.ids(ArticleFilter(**wanted))
        return [summary.headline for summary in work.articles.summaries(ids)]


def test_added_article_has_revision_1_and_is_found(opening):
    (added,) = stored(opening, article("Đoàn viên mới.", headline="Công đoàn", revision=7))
    assert added.revision == 1
    with opening(writes=False) as work:
        assert work.articles.get(added.id) == added


def test_without_commit_nothing_is_kept(opening):
    lost = article("Chưa xong.")
    with opening() as work:
        work.articles.add(lost)
    with opening(writes=False) as work, pytest.raises(NotFoundError):
        work.articles.get(lost.id)


def test_each_commit_keeps_what_came_before_it(opening):
    with opening() as work:
        first = work.articles.add(article("Một."))
        work.commit()
        second = work.articles.add(article("Hai."))
        work.commit()
        work.articles.add(article("Ba."))
    with opening(writes=False) as work:
        assert set(work.articles.ids(EVERYTHING)) == {first.id, second.id}


def test_the_maker_is_who_took_the_first_step(opening):
    (mine,) = stored(opening, article(headline="Của tôi"))
    (theirs,) = stored(opening, article(headline="Của người khác"))
    with opening() as work:
        for one, by in ((mine, "Hà An"), (theirs, "Lê Lâm")):
            draft = StatusChange(at=NOON, by=by, old=None, new=Status.DRAFT)
            work.articles.record_status(one.id, draft)
        edited = StatusChange(at=NOON, by="Hà An", old=Status.DRAFT, new=Status.IN_EDIT)
        work.articles.record_status(theirs.id, edited)
        work.commit()
    assert listed(opening, maker="Hà An") == ["Của tôi"]


def test_a_limit_takes_the_latest(opening):
    stored(opening, article(headline="Cũ"))
    (newer,) = stored(opening, article(headline="Mới"))
    with opening(writes=False) as work:
        everything = work.articles.ids(EVERYTHING)
        assert work.articles.ids(EVERYTHING, limit=1) == everything[:1] == [newer.id]


def test_an_error_undoes_everything(opening):
    lost = article("Chưa xong.")
    with pytest.raises(NotFoundError):
        stored(opening, lost, article(section=("Không có",)))
    with opening(writes=False) as work:
        assert work.articles.ids(EVERYTHING) == []


def test_an_id_is_taken_once(opening):
    (added,) = stored(opening, article("Một."))
    with opening() as work, pytest.raises(NewsroomError):
        work.articles.add(added)


def test_reading_work_cannot_commit(opening):
    with opening(writes=False) as work, pytest.raises(BugError):
        work.commit()


def test_unknown_section_is_named(opening):
    with opening() as work, pytest.raises(NotFoundError, match="Chuyên đề/Không có"):
        work.articles.add(article(section=(SPECIAL, "Không có")))


def test_save_grows_the_revision_and_replaces(opening):
    (first,) = stored(opening, article("Cũ.", tags=("cũ",), byline=("A",)))
    changed = replace(first, headline="Mới", tags=("mới", "khác"), byline=(), body=Document())
    with opening() as work:
        saved = work.articles.save(changed)
        work.commit()
    assert saved == replace(changed, revision=2)
    with opening(writes=False) as work:
        assert work.articles.get(first.id) == saved


def test_stale_revision_is_refused(opening):
    (first,) = stored(opening, article("Một.", headline="Tít"))
    with opening() as work:
        work.articles.save(first)
        work.commit()
    with opening() as work, pytest.raises(StaleRevisionError, match="Tít"):
        work.articles.save(first)


@pytest.mark.parametrize("deed", ["get", "remove", "status_history"])
def test_unknown_article_is_not_found(opening, deed):
    with opening() as work, pytest.raises(NotFoundError, match=NOBODY):
        getattr(work.articles, deed)(NOBODY)


def test_saving_an_unknown_article_is_not_found(opening):
    with opening() as work, pytest.raises(NotFoundError):
        work.articles.save(article("Lạ.", revision=1))


def test_removed_article_is_gone_with_its_tags(opening):
    (kept, gone) = stored(opening, article(tags=("chung",)), article(tags=("chung", "riêng")))
    with opening() as work:
        work.articles.remove(gone.id)
        work.commit()
    with opening(writes=False) as work:
        assert work.articles.ids(EVERYTHING) == [kept.id]
        assert work.taxonomy.tags() == ["chung"]


def test_latest_change_comes_first_then_the_latest_save(opening):
    stored(
        opening,
        article(headline="cũ", minutes=1),
        article(headline="mới", minutes=3),
        article(headline="giữa, lưu trước", minutes=2),
        article(headline="giữa, lưu sau", minutes=2),
    )
    assert listed(opening) == ["mới", "giữa, lưu sau", "giữa, lưu trước", "cũ"]


def test_bin_is_shown_only_when_asked_for(opening):
    stored(opening, article(headline="bỏ", status=Status.SPIKED), article(headline="còn"))
    assert listed(opening) == ["còn"]
    assert listed(opening, status=Status.SPIKED) == ["bỏ"]


def test_section_filter_includes_subsections(opening):
    stored(
        opening,
        article(headline="trên", section=(SPECIAL,), minutes=1),
        article(headline="dưới", section=SAFETY_PATH),
        article(headline="ngoài", section=("Văn hóa",)),
        article(headline="không mục"),
    )
    assert listed(opening, section=(SPECIAL,)) == ["trên", "dưới"]
    assert listed(opening, section=SAFETY_PATH) == ["dưới"]
    assert listed(opening, section=("Không có",)) == []


def test_tag_and_byline_filters_ignore_case(opening):
    stored(
        opening,
        article(headline="một", tags=("Covid-19",), byline=("ĐẶNG LỢI", "Lê Lâm")),
        article(headline="hai", tags=("Tết",), byline=("Lê",)),
    )
    assert listed(opening, tag="covid-19") == ["một"]
    assert listed(opening, byline="lê lâm") == ["một"]
    assert listed(opening, byline="lâm") == []


def test_since_and_until_include_their_moment(opening):
    stored(opening, *(article(headline=str(n), minutes=n) for n in range(4)))
    since, until = NOON + timedelta(minutes=1), NOON + timedelta(minutes=2)
    assert listed(opening, since=since, until=until) == ["2", "1"]


def test_summary_says_what_the_article_says(opening):
    full = article(
        "Người lao động được nghỉ.",
        kicker="Tết",
        headline="Nghỉ Tết bảy ngày",
        lede="Theo quy định.",
        section=SAFETY_PATH,
        tags=("Tết", "lương"),
        byline=("Lê Lâm",),
        dateline="Hà Nội",
        urgency=Urgency.FLASH,
        published=NOON,
    )
    lead = replace(full.body, blocks=(*full.body.blocks, Photo(photo=PHOTO)))
    (added,) = stored(opening, replace(full, body=lead))
    with opening(writes=False) as work:
        (summary,) = work.articles.summaries([added.id])
    for name in ("id", "kicker", "headline", "lede", "section", "tags", "byline", "dateline"):
        assert getattr(summary, name) == getattr(added, name)
    assert (summary.urgency, summary.published, summary.revision) == (Urgency.FLASH, NOON, 1)
    assert summary.words == article_words(text_part(added)) == 13
    assert summary.lead_photo == PHOTO


def test_summaries_keep_the_order_asked_for_and_leave_out_the_unknown(opening):
    first, second = stored(opening, article(headline="1"), article(headline="2"))
    with opening(writes=False) as work:
        found = work.articles.summaries([second.id, NOBODY, first.id])
    assert [summary.id for summary in found] == [second.id, first.id]


def test_counts_leave_the_bin_out_but_for_its_status(opening):
    stored(
        opening,
        article(section=(SPECIAL,), tags=("a",)),
        article(section=SAFETY_PATH, tags=("a", "b"), status=Status.PUBLISHED),
        article(section=SAFETY_PATH, tags=("a", "c"), status=Status.SPIKED),
        article(),
    )
    with opening(writes=False) as work:
        counts = work.articles.counts()
    assert counts.total == 3
    assert counts.by_status == {"draft": 2, "published": 1, "spiked": 1}
    assert counts.by_section[SPECIAL,] == 2
    assert counts.by_section[SAFETY_PATH] == 1
    assert counts.by_section["Văn hóa",] == 0
    assert counts.by_tag == {"a": 2, "b": 1}


def test_way_is_told_in_order(opening):
    (added,) = stored(opening, article())
    steps = [
        StatusChange(at=NOON, by="Lê Lâm", old=None, new=Status.DRAFT),
        StatusChange(at=NOON, by="Đặng Lợi", old=Status.DRAFT, new=Status.IN_EDIT),
    ]
    with opening() as work:
        for step in steps:
            work.articles.record_status(added.id, step)
        work.commit()
    with opening(writes=False) as work:
        assert work.articles.status_history(added.id) == steps


def test_way_of_an_unknown_article_cannot_be_recorded(opening):
    step = StatusChange(at=NOON, by="Lê Lâm", old=None, new=Status.DRAFT)
    with opening() as work, pytest.raises(NotFoundError):
        work.articles.record_status(NOBODY, step)


def test_slug_is_taken_by_others_only(opening):
    (added,) = stored(opening, article(slug="tin-moi"))
    with opening(writes=False) as work:
        assert work.articles.slug_taken("tin-moi", besides=NOBODY)
        assert not work.articles.slug_taken("tin-moi", besides=added.id)
        assert not work.articles.slug_taken("tin-khac", besides=NOBODY)


def test_photo_uses_count_articles_not_blocks(opening):
    twice = Document(blocks=(Photo(photo=PHOTO), Photo(photo=PHOTO)))
    added, _ = stored(opening, article(body=twice), article("Không ảnh."))
    with opening() as work:
        assert work.articles.photo_uses(PHOTO) == 1
        work.articles.save(replace(added, body=Document()))
        assert work.articles.photo_uses(PHOTO) == 0


def test_a_tag_is_one_whatever_its_case(opening):
    stored(opening, article(tags=("Công đoàn",)))
    (second,) = stored(opening, article(tags=("CÔNG ĐOÀN", "công đoàn", "Tết")))
    assert second.tags == ("Công đoàn", "Tết")
    with opening(writes=False) as work:
        assert work.articles.counts().by_tag == {"Công đoàn": 2, "Tết": 1}


def test_a_tag_out_of_use_may_return_spelt_otherwise(opening):
    (first,) = stored(opening, article(tags=("covid-19",)))
    with opening() as work:
        bare = work.articles.save(replace(first, tags=()))
        assert work.taxonomy.tags() == []
        again = work.articles.save(replace(bare, tags=("Covid-19",)))
    assert again.tags == ("Covid-19",)


def test_articles_take_the_new_names_of_their_profiles_all_at_once(opening):
    one, two, three = stored(
        opening, *(article("Câu.", profile=name) for name in ("Tin", "Tin vắn", ""))
    )
    with opening() as work:
        swapped = {"Tin": "Tin vắn", "Tin vắn": "Tin", "Không ai": "Ai đó"}
        assert work.articles.rename_profiles(swapped) == {one.id, two.id}
        assert work.articles.rename_profiles({}) == frozenset()
        work.commit()
    with opening(writes=False) as work:
        now = [work.articles.get(each.id) for each in (one, two, three)]
    assert [each.profile for each in now] == ["Tin vắn", "Tin", ""]
    assert [each.revision for each in now] == [1, 1, 1]


def test_a_photo_that_a_setting_names_is_in_use(opening):
    with opening() as work:
        work.settings.write("templates", [{"blocks": [{"type": "photo", "photo": PHOTO}]}])
        assert work.articles.photo_uses(PHOTO) == 1
        work.settings.write("templates", None)
        assert work.articles.photo_uses(PHOTO) == 0


def test_texts_are_read_in_the_order_asked(opening):
    photo = Photo(photo=PHOTO, caption=text_of("Lễ ký"), credit="Hà An")
    kept = [
        article("Một.", headline="Đầu", kicker="Công đoàn", byline=("Đặng Lợi", "Hà An")),
        article(headline="Hai", body=Document(blocks=(photo,)), section=SAFETY_PATH),
    ]
    first, second = stored(opening, *kept)
    with opening(writes=False) as work:
        read = list(work.articles.words([second.id, NOBODY, first.id]))
    assert [each.id for each in read] == [second.id, first.id]
    for each, known in zip(read, (second, first), strict=True):
        assert each.words == tuple(article_words_of(text_part(known)))
        assert (each.headline, each.section) == (known.headline, known.section)
        assert (each.status, each.revision) == (known.status, known.revision)


def test_many_texts_are_read_piece_by_piece(opening):
    kept = stored(opening, *(article(f"Bài {number}.") for number in range(230)))
    ids = [each.id for each in kept]
    with opening(writes=False) as work:
        assert [each.id for each in work.articles.words(ids)] == ids


def test_the_index_names_all_articles_with_the_words(opening):
    one, two, three = stored(
        opening,
        article("Công đoàn cơ sở."),
        article("Đoàn thuộc công ty.", status=Status.SPIKED),
        article("Không có gì."),
    )
    with opening(writes=False) as work:
        assert work.search.matching('"cong" doan') == {one.id, two.id}
        assert work.search.matching("khong") == {three.id}
        assert not work.search.matching("")
