from dataclasses import replace

import pytest
from hypothesis import given, settings

from newsroom.domain.article import ArticleText, Status, text_part
from newsroom.domain.comment import Comment
from newsroom.domain.document import (
    Box,
    Document,
    ListBlock,
    ListItem,
    Paragraph,
    Photo,
    Run,
    Table,
    plain,
    text_of,
)
from newsroom.domain.template import (
    filled,
    template_from_json,
    template_of,
    template_to_json,
)
from newsroom.errors import NotFoundError, UserError
from newsroom.services.articles import create_article, read_article
from newsroom.services.sections import rename_section
from newsroom.services.templates import (
    delete_template,
    put_template_back,
    read_templates,
    rename_template,
    save_template,
    template_names,
    use_template,
)
from tests.fakes.desk import NOON, SAFETY, SPECIAL, make_desk
from tests.strategies import articles

PHOTO = "ab" * 32
TEXT = ArticleText(
    kicker="TIN TRONG NGÀY {ngày}",
    headline="Bản tin {Năm}",
    lede="Lúc {giờ}.",
    byline=("{tác giả}", "Hà An"),
    body=Document(
        blocks=(
            Paragraph(text=(Run(text="Hôm nay {date}, "), Run(text="{author} viết {khác}."))),
            ListBlock(items=(ListItem(text=text_of("{date}")),)),
            Table(rows=((text_of("{time}"), text_of("{year}")),)),
            Box(title=text_of("{năm}"), blocks=(Photo(photo=PHOTO, caption=text_of("{ngày}")),)),
        )
    ),
)


@pytest.fixture
def desk():
    return make_desk()


@pytest.fixture
def article(desk):
    return create_article(
        desk=desk,
        text=TEXT,
        section=(SPECIAL, SAFETY),
        tags=["an toàn"],
        profile="Tin",
        language="en",
        status=Status.AWAITING_EDIT,
    ).value


def test_an_article_made_from_a_template_has_its_content_with_the_places_filled(desk, article):
    save_template(desk=desk, article_id=article.id, name=" Bản tin   ngày ")
    made = use_template(desk=desk, name="Bản tin ngày").value
    assert made.kicker == "TIN TRONG NGÀY 19/5/2026"
    assert made.headline == "Bản tin 2026"
    assert made.lede == "Lúc 12:00."
    assert made.byline == ("Lê Lâm", "Hà An")
    paragraph, items, table, box = made.body.blocks
    assert plain(paragraph.text) == "Hôm nay 19/5/2026, Lê Lâm viết {khác}."
    assert plain(items.items[0].text) == "19/5/2026"
    assert [plain(cell) for cell in table.rows[0]] == ["12:00", "2026"]
    assert (plain(box.title), plain(box.blocks[0].caption)) == ("2026", "19/5/2026")
    assert (made.section, made.tags) == ((SPECIAL, SAFETY), ("an toàn",))
    assert (made.profile, made.language) == ("Tin", "en")
    assert (made.status, made.created, made.revision) == (Status.DRAFT, NOON, 1)


def test_what_is_made_is_another_article_with_blocks_of_its_own(desk, article):
    save_template(desk=desk, article_id=article.id, name="T")
    first, second = (use_template(desk=desk, name="T") for _ in range(2))
    assert first.changes.added == {first.value.id}
    ids = {block.id for one in (article, first.value, second.value) for block in one.body.blocks}
    assert len(ids) == 12
    assert first.value.slug != second.value.slug


def test_a_template_of_the_same_name_is_replaced(desk, article):
    save_template(desk=desk, article_id=article.id, name="Tin nhanh")
    other = create_article(desk=desk, text=ArticleText(headline="Khác")).value
    outcome = save_template(desk=desk, article_id=other.id, name="TIN NHANH")
    assert outcome.changes.settings
    assert [each.text.headline for each in read_templates(desk=desk)] == ["Khác"]


def test_names_stand_in_vietnamese_order(desk, article):
    for name in ("Đối thoại", "Dân sinh", "Ý kiến", "An toàn"):
        save_template(desk=desk, article_id=article.id, name=name)
    assert template_names(desk=desk) == ("An toàn", "Dân sinh", "Đối thoại", "Ý kiến")


def test_templates_are_renamed_deleted_and_put_back(desk, article):
    save_template(desk=desk, article_id=article.id, name="Một")
    save_template(desk=desk, article_id=article.id, name="Hai")
    rename_template(desk=desk, name="Một", new="MỘT")
    with pytest.raises(UserError, match="hai"):
        rename_template(desk=desk, name="MỘT", new="hai")
    gone = delete_template(desk=desk, name="Hai").value
    assert template_names(desk=desk) == ("MỘT",)
    put_template_back(desk=desk, template=gone)
    assert template_names(desk=desk) == ("Hai", "MỘT")


@pytest.mark.parametrize("name", ["", "  ", "x" * 61])
def test_a_name_that_cannot_be_is_refused(desk, article, name):
    with pytest.raises(UserError):
        save_template(desk=desk, article_id=article.id, name=name)
    assert template_names(desk=desk) == ()


def test_a_template_that_is_gone_is_told(desk):
    for deed in (use_template, delete_template):
        with pytest.raises(NotFoundError, match="Không có"):
            deed(desk=desk, name="Không có")


def test_comments_stay_with_the_article(desk):
    note = Comment(id="c1", text="Hỏi lại", author="BTV", at=NOON)
    body = Document(blocks=(Paragraph(text=(Run(text="Câu", comment="c1"),)),))
    made = create_article(desk=desk, text=ArticleText(body=body, comments=(note,))).value
    template = template_of(made, "T")
    assert template.text.comments == ()
    assert template.text.body.blocks[0].text[0].comment is None
    assert read_article(desk=desk, article_id=made.id).comments == (note,)


def test_a_photo_of_a_template_is_in_use(desk, article):
    save_template(desk=desk, article_id=article.id, name="T")
    with desk.open() as work:
        work.articles.remove(article.id)
        assert work.articles.photo_uses(PHOTO) == 1
        work.commit()
    delete_template(desk=desk, name="T")
    with desk.open(writes=False) as work:
        assert work.articles.photo_uses(PHOTO) == 0


def test_a_template_follows_its_section_and_does_without_one_that_is_gone(desk, article):
    save_template(desk=desk, article_id=article.id, name="T")
    rename_section(desk=desk, path=(SPECIAL,), name="Hồ sơ")
    assert use_template(desk=desk, name="T").value.section == ("Hồ sơ", SAFETY)
    with desk.open() as work:
        work.settings.write(
            "templates",
            [template_to_json(replace(read_templates(desk=desk)[0], section=("Cũ",)))],
        )
        work.commit()
    assert use_template(desk=desk, name="T", section=("Văn hóa",)).value.section == ("Văn hóa",)


def test_a_byline_of_nobody_is_left_out():
    values = {"author": "", "date": "1/1/2026", "time": "", "year": ""}
    assert filled(TEXT, values).byline == ("Hà An",)


@given(article=articles())
@settings(max_examples=40, deadline=None)
def test_json_keeps_all_of_a_template(article):
    template = template_of(article, "Mẫu")
    assert template_from_json(template_to_json(template)) == template
    assert replace(template.text, body=Document()) == replace(
        text_part(article), comments=(), body=Document()
    )


def test_a_malformed_template_is_one_sentence():
    with pytest.raises(UserError):
        template_from_json({"name": "x"})
