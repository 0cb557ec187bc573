"""Writing, choosing and moving articles."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsroom.domain.article import ArticleText, Status, Urgency, text_part
from newsroom.domain.document import Document, Paragraph, text_of
from newsroom.domain.ids import ArticleId
from newsroom.domain.library import ArticleFilter
from newsroom.errors import NotFoundError, StaleRevisionError, UserError
from newsroom.services import articles as use
from newsroom.services.desk import Desk
from tests.fakes.desk import NOON, SAFETY, SPECIAL, FakeClock, make_desk


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def desk(clock: FakeClock) -> Desk:
    return make_desk(clock=clock)


def text(headline: str = "Công đoàn cơ sở", *paragraphs: str) -> ArticleText:
    blocks = tuple(Paragraph(text=text_of(words)) for words in paragraphs)
    return ArticleText(headline=headline, body=Document(blocks=blocks))


def create(desk: Desk, headline: str = "Công đoàn cơ sở", **fields):
    return use.create_article(desk=desk, text=text(headline), **fields).value


def move(desk: Desk, article, *statuses: Status):
    for status in statuses:
        (article,) = use.set_status(desk=desk, ids=[article.id], status=status).value
    return article


def test_new_article_is_a_draft_of_now(desk):
    outcome = use.create_article(
        desk=desk, text=text("Đồng tâm"), section=(SPECIAL, SAFETY), tags=[" Tết ", "TẾT", ""]
    )
    made = outcome.value
    assert (made.status, made.created, made.updated) == (Status.DRAFT, NOON, NOON)
    assert (made.slug, made.tags, made.revision) == ("dong-tam", ("Tết",), 1)
    assert outcome.changes.added == {made.id}
    assert outcome.changes.tags
    assert use.read_article(desk=desk, article_id=made.id) == made


def test_new_article_can_be_blank(desk):
    made = use.create_article(desk=desk).value
    assert (made.headline, made.slug, made.body) == ("", "", Document())


def test_new_article_in_an_unknown_section_is_refused(desk):
    with pytest.raises(NotFoundError, match="Không có"):
        create(desk, section=("Không có",))
    assert use.list_ids(desk=desk) == []


def test_imported_time_is_kept(desk):
    earlier = NOON - timedelta(days=3)
    assert create(desk, updated=earlier).updated == earlier


def test_two_articles_never_share_a_slug(desk):
    slugs = [create(desk, "Tin mới").slug for _ in range(3)]
    assert slugs == ["tin-moi", "tin-moi-2", "tin-moi-3"]


def test_first_step_of_the_way_is_recorded(desk):
    made = create(desk)
    (step,) = use.read_history(desk=desk, article_id=made.id)
    assert (step.at, step.by, step.old, step.new) == (NOON, "Lê Lâm", None, Status.DRAFT)


def test_saved_text_takes_the_time_and_the_slug_of_the_headline(desk, clock):
    made = create(desk, "Cũ")
    later = clock.pass_time(minutes=5)
    outcome = use.save_text(desk=desk, base=made, text=text("Tít mới", "Thân bài."))
    saved = outcome.value
    assert (saved.headline, saved.slug, saved.updated) == ("Tít mới", "tit-moi", later)
    assert saved.revision == 2
    assert outcome.changes.text_only
    assert outcome.changes.articles == {made.id}


def test_saving_the_same_text_changes_nothing(desk, clock):
    made = create(desk)
    clock.pass_time(minutes=5)
    assert use.save_text(desk=desk, base=made, text=text_part(made)).value == made


def test_saving_keeps_what_the_inspector_chose_meanwhile(desk):
    made = create(desk)
    use.set_details(desk=desk, ids=[made.id], details=use.Details(tags=["Tết"]))
    saved = use.save_text(desk=desk, base=made, text=text("Khác")).value
    assert (saved.headline, saved.tags) == ("Khác", ("Tết",))


def test_saving_over_someone_elses_text_is_refused(desk):
    made = create(desk)
    use.save_text(desk=desk, base=made, text=text("Của người khác"))
    with pytest.raises(StaleRevisionError, match="Của người khác"):
        use.save_text(desk=desk, base=made, text=text("Của tôi"))
    assert use.read_article(desk=desk, article_id=made.id).headline == "Của người khác"


def test_details_change_only_what_is_given(desk, clock):
    made = create(desk, tags=["cũ"], dateline="Hà Nội")
    later = clock.pass_time(hours=1)
    details = use.Details(
        section=(SPECIAL,), byline=[" Lê Lâm ", ""], urgency=Urgency.FLASH, note="Gấp."
    )
    outcome = use.set_details(desk=desk, ids=[made.id], details=details)
    (changed,) = outcome.value
    wanted = replace(
        made,
        section=(SPECIAL,),
        byline=("Lê Lâm",),
        urgency=Urgency.FLASH,
        note="Gấp.",
        updated=later,
        revision=2,
    )
    assert changed == wanted
    assert not outcome.changes.tags


def test_details_of_every_kind(desk):
    made = create(desk)
    other = create(desk)
    details = use.Details(
        kicker="Tết",
        headline="Mới",
        lede="Mở.",
        dateline="Huế",
        language="en",
        embargo=NOON + timedelta(days=1),
        related=[other.id],
        slug="Đường dẫn riêng",
    )
    (changed,) = use.set_details(desk=desk, ids=[made.id], details=details).value
    assert (changed.kicker, changed.headline, changed.lede) == ("Tết", "Mới", "Mở.")
    assert (changed.dateline, changed.language) == ("Huế", "en")
    assert (changed.embargo, changed.related) == (details.embargo, (other.id,))
    lift = use.Details(no_embargo=True, tags=[])
    (lifted,) = use.set_details(desk=desk, ids=[made.id], details=lift).value
    assert lifted.embargo is None


def test_details_change_all_articles_or_none(desk):
    made = create(desk)
    unknown = ArticleId("000000000000")
    with pytest.raises(NotFoundError):
        use.set_details(desk=desk, ids=[made.id, unknown], details=use.Details(note="x"))
    assert use.read_article(desk=desk, article_id=made.id) == made


def test_new_tags_are_announced(desk):
    made = create(desk)
    outcome = use.set_details(desk=desk, ids=[made.id], details=use.Details(tags=["Tết"]))
    assert outcome.changes.tags
    assert use.read_tags(desk=desk) == ["Tết"]


def test_way_of_an_article(desk, clock):
    made = create(desk)
    clock.pass_time(minutes=1)
    moved = move(desk, made, Status.AWAITING_EDIT, Status.IN_EDIT, Status.APPROVED)
    published_at = clock.pass_time(minutes=1)
    published = move(desk, moved, Status.PUBLISHED)
    assert published.published == published_at
    steps = use.read_history(desk=desk, article_id=made.id)
    assert [step.new for step in steps][-2:] == [Status.APPROVED, Status.PUBLISHED]
    assert steps[-1].old is Status.APPROVED


def test_step_that_the_way_does_not_have_is_refused(desk):
    made = create(desk)
    with pytest.raises(UserError, match="cannot go from draft to published"):
        move(desk, made, Status.PUBLISHED)
    forced = use.set_status(desk=desk, ids=[made.id], status=Status.PUBLISHED, force=True)
    assert forced.value[0].status is Status.PUBLISHED


def test_step_to_where_it_stands_is_no_step(desk):
    made = create(desk)
    assert move(desk, made, Status.DRAFT) == made
    assert len(use.read_history(desk=desk, article_id=made.id)) == 1


def test_slug_of_a_published_article_stays(desk):
    made = create(desk, "Tít cũ")
    published = use.set_status(desk=desk, ids=[made.id], status=Status.PUBLISHED, force=True).value[
        0
    ]
    saved = use.save_text(desk=desk, base=published, text=text("Tít mới")).value
    assert (saved.headline, saved.slug) == ("Tít mới", "tit-cu")


def test_duplicate_is_a_fresh_draft(desk, clock):
    made = use.create_article(desk=desk, text=text("Tin", "Thân bài."), tags=["Tết"]).value
    now = clock.pass_time(days=1)
    copy = use.duplicate_article(desk=desk, article_id=made.id).value
    assert (copy.headline, copy.tags, copy.slug) == ("Tin", ("Tết",), "tin-2")
    assert (copy.created, copy.updated, copy.revision) == (now, now, 1)
    assert copy.id != made.id
    assert copy.body.blocks[0].id != made.body.blocks[0].id


def test_lists_and_counts(desk, clock):
    first = create(desk, tags=["Tết"])
    clock.pass_time(minutes=1)
    second = create(desk, section=(SPECIAL,))
    assert use.list_ids(desk=desk) == [second.id, first.id]
    assert use.list_ids(desk=desk, wanted=ArticleFilter(tag="tết")) == [first.id]
    summaries = use.read_summaries(desk=desk, ids=[first.id, second.id])
    assert [summary.id for summary in summaries] == [first.id, second.id]
    assert use.read_counts(desk=desk).total == 2


def test_control_characters_and_line_breaks_do_not_enter_a_line(desk: Desk) -> None:
    odd = "Đi\x1b[31m\x00 làm\r\nca\tđêm\x7f"
    clean = "Đi[31m làm ca đêm"
    words = ArticleText(kicker=odd, headline=odd, lede="Một\x07\nhai", byline=(odd,))
    made = use.create_article(desk=desk, text=words, tags=[odd], dateline=odd, language=odd).value
    fields = (made.kicker, made.headline, *made.byline, *made.tags, made.dateline, made.language)
    assert set(fields) == {clean}
    assert made.lede == "Một\nhai"
    details = use.Details(
        kicker=odd, headline=odd, dateline=odd, byline=[odd], tags=[odd], note="Một\x07\nhai"
    )
    (changed,) = use.set_details(desk=desk, ids=[made.id], details=details).value
    fields = (changed.kicker, changed.headline, changed.dateline, *changed.byline, *changed.tags)
    assert set(fields) == {clean}
    assert changed.note == "Một\nhai"


def test_an_id_given_twice_counts_once(desk: Desk) -> None:
    made = use.create_article(desk=desk, text=text()).value
    twice = [made.id, made.id]
    details = use.Details(headline="Mới")
    (changed,) = use.set_details(desk=desk, ids=twice, details=details).value
    assert changed.headline == "Mới"
    assert len(use.set_status(desk=desk, ids=twice, status=Status.AWAITING_EDIT).value) == 1
