from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtWidgets import QLineEdit, QTabBar, QVBoxLayout, QWidget

from newsroom.domain.article import Status, Urgency, next_statuses
from newsroom.domain.comment import Comment, CommentId
from newsroom.domain.document import Document, Paragraph, Photo, text_of
from newsroom.domain.ids import PhotoId
from newsroom.domain.paper import PaperSettings
from newsroom.services.articles import Details, read_article, set_details, set_status
from newsroom.services.checking import Finding
from newsroom.ui.inspector.inspector import Inspector
from tests.fakes.desk import MEMBERSHIP, SAFETY, SPECIAL, small_tree
from tests.ui.support import write
from tests.ui.typing import type_words


@pytest.fixture
def window(qtbot):
    made = QWidget()
    QVBoxLayout(made).addWidget(QLineEdit())
    made.resize(296, 900)
    qtbot.addWidget(made)
    yield made
    made.close()


@pytest.fixture
def inspector(qtbot, window, theme, tasks, desk):
    made = Inspector(theme, tasks)
    made.attach_desk(desk)
    made.set_sections(small_tree())
    made.set_known_tags(["đoàn phí"])
    window.layout().addWidget(made)
    with qtbot.waitActive(window):
        window.show()
    return made


@pytest.fixture
def article(desk):
    article_id = write(desk, "Góp đoàn phí", lede="Nửa phút là xong.", tags=("lương",))
    return read_article(desk=desk, article_id=article_id)


@pytest.fixture
def page(inspector, article):
    inspector.show_article(article)
    return inspector.article_page


def _picture():
    out = BytesIO()
    Image.new("RGB", (1200, 800), "navy").save(out, "JPEG")
    return out.getvalue()


# ---- what is shown -----------------------------------------------------------------------------
def test_fields_show_the_article(page):
    assert page.section.value() == f"{SPECIAL} › {SAFETY}"
    assert page.tags.tags() == ("lương",)
    assert page.byline.text() == "Lê Lâm"
    assert page.status.value() == "Draft"
    assert page.urgency.current() is Urgency.NORMAL
    assert page.slug.text() == "gop-doan-phi"
    assert page.times["updated"][1].text() == "12:00 19/05/2026"
    assert page.times["published"][1].isHidden()


def test_times_follow_the_papers_clock(inspector, page):
    inspector.set_paper(PaperSettings(utc_offset="+00:00"))
    assert page.times["updated"][1].text() == "05:00 19/05/2026"


def test_the_menu_has_the_allowed_statuses_only(page, article):
    values = [choice.value for choice in page._next_statuses()]
    assert values == list(next_statuses(article.status))


def test_without_an_article_it_says_so_kindly(inspector, page):
    inspector.show_article(None)
    assert inspector._content.currentWidget() is inspector._empty
    assert inspector.tabs.tabText(2) == "Proof"


def test_the_count_of_comments_goes_with_its_article(inspector, article, clock):
    said = Comment(id=CommentId("c1"), text="Hỏi lại", author="Lê Lâm", at=clock.now())
    inspector.show_article(replace(article, comments=(said,)))
    assert inspector.tabs.tabText(3) == "Comments 1"
    inspector.show_article(None)
    assert inspector.tabs.tabText(3) == "Comments"


def test_every_field_has_a_name_for_screen_readers(page):
    for field in (page.section, page.tags, page.byline, page.dateline, page.status, page.embargo):
        assert field.accessibleName()
    for field in (page.note, page.urgency, page.language, page.slug, page.related.list):
        assert field.accessibleName()


# ---- what goes out -----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (lambda p: p.section._on_chosen((SPECIAL, MEMBERSHIP)), {"section": (SPECIAL, MEMBERSHIP)}),
        (lambda p: p.tags._add("đoàn phí"), {"tags": ("lương", "đoàn phí")}),
        (lambda p: p.urgency.chosen.emit(Urgency.FLASH), {"urgency": Urgency.FLASH}),
        (lambda p: p.language.chosen.emit("en"), {"language": "en"}),
        (lambda p: p.dateline.committed.emit(" Đồng Nai "), {"dateline": "Đồng Nai"}),
        (lambda p: p.note.committed.emit("Chờ số liệu"), {"note": "Chờ số liệu"}),
        (lambda p: p.slug.committed.emit("moi"), {"slug": "moi"}),
        (lambda p: p.related.related_edited.emit(("x",)), {"related": ("x",)}),
        (lambda p: p.embargo.moment_chosen.emit(None), {"no_embargo": True}),
    ],
)
def test_only_the_changed_field_goes_out(qtbot, inspector, page, article, act, expected):
    with qtbot.waitSignal(inspector.details_edited) as sent:
        act(page)
    assert sent.args == [Details(**expected), article.id]


def test_a_listener_may_leave_out_the_id(inspector, page):
    heard = []

    def listen(details):
        heard.append(details)

    inspector.details_edited.connect(listen)
    page.language.chosen.emit("en")
    assert heard == [Details(language="en")]


def test_a_status_is_requested_not_set(qtbot, inspector, page, article):
    with qtbot.waitSignal(inspector.status_requested) as sent:
        page.status.chosen.emit(Status.IN_EDIT)
    assert sent.args == [Status.IN_EDIT, article.id]
    assert page.status.value() == "Draft"


@pytest.mark.parametrize("words", ["Minh Tú, Lê Lâm", "Minh Tú - Lê Lâm", " Minh Tú ;Lê Lâm,"])
def test_names_of_the_byline(qtbot, inspector, page, article, words):
    with qtbot.waitSignal(inspector.byline_edited) as sent:
        page.byline.committed.emit(words)
    assert sent.args == [("Minh Tú", "Lê Lâm"), article.id]


def test_an_embargo_that_has_passed_is_told(page):
    page.embargo.moment_chosen.emit(datetime(2020, 1, 1, tzinfo=UTC))
    assert page.embargo_field.remark() == "This time has passed."


# ---- updates while writing ---------------------------------------------------------------------
def test_an_update_neither_steals_the_focus_nor_overwrites(inspector, page, article):
    page.dateline.setFocus()
    type_words(page.dateline, "Bình Dư")
    newer = replace(article, dateline="Hà Nội", tags=("mới",), revision=2)
    inspector.show_article(newer)
    assert page.dateline.hasFocus()
    assert page.dateline.text() == "Bình Dư"
    assert page.tags.tags() == ("mới",)


def test_switching_sends_what_was_written_for_the_old_article(qtbot, inspector, page, article):
    page.dateline.setFocus()
    type_words(page.dateline, "Bình Dương")
    with qtbot.waitSignal(inspector.details_edited) as sent:
        inspector.show_article(replace(article, id="khac", dateline=""))
    assert sent.args == [Details(dateline="Bình Dương"), article.id]
    assert page.dateline.text() == ""


def test_another_article_does_not_move_the_focus(inspector, page, article, window):
    line = window.layout().itemAt(0).widget()
    line.setFocus()
    inspector.show_article(replace(article, id="khac"))
    assert line.hasFocus()


# ---- related -----------------------------------------------------------------------------------
@pytest.fixture
def related(qtbot, desk, inspector, article):
    ids = tuple(write(desk, f"Bài liên quan {n}") for n in (1, 2, 3))
    set_details(desk=desk, ids=[article.id], details=Details(related=ids))
    inspector.show_article(read_article(desk=desk, article_id=article.id))
    shown = inspector.article_page.related
    qtbot.waitUntil(lambda: shown.list.count() == 3)
    return shown, ids


def test_related_articles_are_named(related):
    shown, ids = related
    assert shown.ids() == ids
    assert shown.list.item(1).text() == "Bài liên quan 2"


def test_related_articles_move_and_go(qtbot, inspector, related):
    shown, (one, two, three) = related
    shown.list.setCurrentRow(2)
    with qtbot.waitSignal(inspector.details_edited) as sent:
        shown.up.click()
    assert sent.args[0] == Details(related=(one, three, two))
    with qtbot.waitSignal(inspector.details_edited) as sent:
        shown.remove.click()
    assert sent.args[0] == Details(related=(one, two))


def test_related_articles_are_opened_and_wanted(qtbot, inspector, related):
    shown, ids = related
    with qtbot.waitSignal(inspector.article_requested) as sent:
        shown.list.activated.emit(shown.list.model().index(0, 0))
    assert sent.args == [ids[0]]
    with qtbot.waitSignal(inspector.related_wanted):
        shown.more.click()


# ---- the other pages ---------------------------------------------------------------------------
@pytest.fixture
def photo_page(qtbot, desk, inspector, article):
    file = desk.photos.add(_picture(), name="chi-hanh.jpg")
    photos = (
        Photo(photo=file.id, caption=text_of("Chị Hạnh"), credit="Minh Tú", alt="Một người"),
        Photo(photo=PhotoId("0" * 64)),
    )
    inspector.show_article(replace(article, body=Document(blocks=photos)))
    inspector.tabs.setCurrentIndex(1)
    cards = list(inspector.photos_page._cards.values())
    qtbot.waitUntil(lambda: cards[0]._file is not None and cards[1].head.name.full_text() != "")
    return inspector.photos_page, cards, photos


def test_photos_are_judged_for_print(photo_page):
    page, (first, _second), _photos = photo_page
    assert first.head.name.full_text() == "chi-hanh.jpg"
    assert first.head.quality.full_text() == "354 ppi: good for print"
    page.width_choice.chosen.emit(180)
    assert first.head.quality.full_text() == "169 ppi: soft in print"
    page.width_choice.chosen.emit(250)
    assert first.head.quality.full_text() == "122 ppi: too coarse for print"


def test_what_a_photo_lacks_is_told(photo_page):
    _page, (first, second), _photos = photo_page
    assert first.lacks.isHidden()
    assert second.lacks.text() == "Caption and credit are missing."
    assert second.head.name.full_text() == "The photo is missing"


def test_credits_are_written_as_the_paper_does(inspector, photo_page):
    _page, (first, _second), _photos = photo_page
    assert first.caption.text() == "Chị Hạnh Ảnh: Minh Tú"
    inspector.set_paper(PaperSettings(photo_label="Photo:"))
    assert first.caption.text() == "Chị Hạnh Photo: Minh Tú"


def test_a_click_goes_to_the_photo_and_its_description_goes_out(qtbot, inspector, photo_page):
    _page, cards, photos = photo_page
    with qtbot.waitSignal(inspector.photo_requested) as sent:
        cards[1].head.click()
    assert sent.args == [photos[1].id]
    with qtbot.waitSignal(inspector.alt_edited) as sent:
        cards[1].alt.committed.emit(" Một chiếc xe ")
    assert sent.args == [photos[1].id, "Một chiếc xe"]


def test_cards_stay_while_the_photos_are_the_same(inspector, photo_page, article):
    page, cards, photos = photo_page
    changed = (replace(photos[0], credit=""), photos[1])
    inspector.show_article(replace(article, body=Document(blocks=changed)))
    assert list(page._cards.values()) == cards
    assert cards[0].lacks.text() == "The credit is missing."


def test_findings_are_counted_listed_and_lead_to_their_place(qtbot, inspector, article):
    inspector.show_article(replace(article, headline="", byline=()))
    qtbot.waitUntil(lambda: inspector.tabs.tabText(2) == "Proof 2")
    rows = inspector.proof_page.rows
    with qtbot.waitSignal(inspector.place_requested) as sent:
        rows.itemAt(0).widget().click()
    assert isinstance(sent.args[0], Finding)
    assert sent.args[0].rule == "headline-missing"


def test_nothing_to_mend(qtbot, inspector, article):
    inspector.show_article(article)
    qtbot.waitUntil(lambda: inspector.proof_page.summary.text() == "Nothing to mend")
    assert inspector.tabs.tabText(2) == "Proof"


def test_history_is_read_when_it_is_looked_at(qtbot, desk, inspector, article, clock):
    clock.time += timedelta(hours=1)
    set_status(desk=desk, ids=[article.id], status=Status.IN_EDIT)
    inspector.show_article(read_article(desk=desk, article_id=article.id))
    assert inspector.history_page.rows.count() == 0
    inspector.tabs.setCurrentIndex(4)
    qtbot.waitUntil(lambda: inspector.history_page.rows.count() == 2)
    latest = inspector.history_page.rows.itemAt(0).widget()
    words = [label.text() for label in latest.findChildren(type(inspector.history_page.revision))]
    assert words == ["In edit", "from Draft", "13:00 19/05/2026 · Lê Lâm"]
    assert inspector.history_page.revision.text() == "Revision 2"


def test_pages_of_the_window_come_and_go(qtbot, inspector):
    page = QWidget()
    qtbot.addWidget(page)
    inspector.add_page("Web page", page)
    inspector.show_page(page)
    assert inspector.tabs.tabText(5) == "Web page"
    assert inspector._content.currentWidget() is inspector.pages
    inspector.take_page(page)
    assert inspector.findChild(QTabBar).count() == 5
    assert page.parent() is None


def test_a_long_article_costs_the_inspector_little(qtbot, inspector, article):
    body = Document(blocks=tuple(Paragraph(text=text_of("câu " * 60)) for _ in range(800)))
    long = replace(article, body=body)
    inspector.show_article(long)
    started = datetime.now(UTC)
    for revision in range(20):
        inspector.show_article(replace(long, revision=revision))
    assert (datetime.now(UTC) - started) / 20 < timedelta(milliseconds=16)
