"""The news around an article, with the article in its place as it is written now."""

from dataclasses import replace

from newsroom.domain.article import ArticleText, Status
from newsroom.domain.document import Document, FocalPoint, Photo
from newsroom.domain.listing import SectionNews
from newsroom.services.articles import create_article, set_status
from newsroom.services.newsstand import Newsstand, read_newsstand, summary_of
from tests.fakes.desk import SAFETY, SPECIAL, make_desk
from tests.site_sample import SECTION, jpeg, rich_article, rich_context, scene

NEWS = rich_context().latest


def stand(**more):
    made = Newsstand(
        newest=NEWS,
        groups=(SectionNews(section=SECTION[:1], news=NEWS),),
        section=SECTION,
        news=NEWS,
        photos={},
    )
    return replace(made, **more)


def test_a_new_article_stands_on_top():
    article = rich_article()
    assert stand().front(article).lead == summary_of(article)
    assert stand().section_page(article).news[0] == summary_of(article)


def test_one_that_is_listed_keeps_its_place_and_tells_the_new_words():
    known = NEWS[2]
    article = replace(rich_article(), id=known.id, headline="Tít mới")
    page = stand().section_page(article)
    assert [one.id for one in page.news] == [one.id for one in NEWS]
    assert page.news[2].headline == "Tít mới"


def test_a_page_of_another_section_does_not_hold_it():
    page = stand(section=("Pháp luật",)).section_page(rich_article())
    assert page.news == NEWS


def test_only_what_is_published_is_listed_once_anything_is():
    desk = make_desk()
    drafts = [create_article(desk=desk, text=ArticleText(headline=str(n))).value for n in range(3)]
    assert len(read_newsstand(desk=desk, section=()).newest) == 3
    for status in (Status.AWAITING_EDIT, Status.IN_EDIT, Status.AWAITING_APPROVAL):
        set_status(desk=desk, ids=[drafts[0].id], status=status)
    set_status(desk=desk, ids=[drafts[0].id], status=Status.APPROVED)
    set_status(desk=desk, ids=[drafts[0].id], status=Status.PUBLISHED)
    found = read_newsstand(desk=desk, section=())
    assert [one.id for one in found.newest] == [drafts[0].id]
    assert found.news == found.newest


def test_each_section_of_the_menu_has_its_group():
    desk = make_desk()
    found = read_newsstand(desk=desk, section=(SPECIAL, SAFETY))
    assert (SPECIAL,) in [group.section for group in found.groups]
    assert found.section == (SPECIAL, SAFETY)
    assert found.news == ()


def test_it_knows_how_the_articles_cut_their_first_photo():
    desk = make_desk()
    kept = desk.photos.add(jpeg(scene(60, 40)), name="a.jpg")
    use = Photo(photo=kept.id, focal=FocalPoint(x=0.2, y=0.7))
    text = ArticleText(headline="Có ảnh", body=Document(blocks=(use,)))
    article = create_article(desk=desk, text=text).value
    assert dict(read_newsstand(desk=desk, section=()).leads) == {article.id: use}
