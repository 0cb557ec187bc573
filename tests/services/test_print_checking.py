"""What is told before printing, besides what every output asks for."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from PIL import Image

from newsroom.domain.article import Article, ArticleText
from newsroom.domain.comment import Comment
from newsroom.domain.document import Document, Paragraph, Photo, text_of
from newsroom.domain.ids import BlockId
from newsroom.domain.profile import Profile
from newsroom.domain.review import Place, Severity, by_weight
from newsroom.errors import CancelledError
from newsroom.services.articles import Details, create_article, set_details
from newsroom.services.checking import check_article
from newsroom.services.export_checking import check_articles, check_print
from newsroom.services.print_checking import print_findings, printing_preset
from tests.fakes.desk import make_desk
from tests.press.samples import context, plain_article

NOW = context().now


def rules(article: Article) -> list[str]:
    preset = printing_preset("newspaper")
    assert preset is not None
    return [finding.rule for finding in print_findings(article, context(), preset)]


def test_a_good_article_is_ready() -> None:
    assert rules(plain_article()) == []


@pytest.mark.parametrize(
    ("change", "rule", "place"),
    [
        ({"note": "Hỏi lại số liệu."}, "note-open", Place.NOTE),
        ({"embargo": NOW + timedelta(hours=2)}, "embargo-ahead", Place.EMBARGO),
        ({"headline": " "}, "headline-missing", Place.HEADLINE),
        ({"byline": ()}, "byline-missing", Place.BYLINE),
        ({"section": ()}, "section-missing", Place.SECTION),
        ({"lede": "Tie\u0302\u0301ng"}, "accents-apart", Place.LEDE),
    ],
)
def test_what_print_asks_for(change: dict[str, object], rule: str, place: Place) -> None:
    preset = printing_preset(None)
    assert preset is not None
    article = replace(plain_article(), **change)
    (told,) = print_findings(article, context(), preset)
    assert (told.rule, told.place, told.severity) == (rule, place, Severity.WARNING)


def test_an_embargo_that_has_passed_is_none() -> None:
    assert rules(replace(plain_article(), embargo=NOW - timedelta(hours=2))) == []


def test_accents_apart_lead_to_their_block() -> None:
    block = Paragraph(id=BlockId("p0000001"), text=text_of("Nga\u0300y"))
    preset = printing_preset(None)
    assert preset is not None
    article = replace(plain_article(), body=Document(blocks=(block,)))
    (told,) = print_findings(article, context(), preset)
    assert (told.rule, told.block) == ("accents-apart", block.id)


def test_what_is_known_is_not_said_again() -> None:
    """A profile may ask for less; what print asks for is said all the same, and once."""
    article = replace(plain_article(), byline=(), section=())
    preset = printing_preset(None)
    assert preset is not None
    known = check_article(article)
    assert print_findings(article, context(), preset, known=known) == ()
    lenient = check_article(article, Profile(name="Tin vắn"))
    assert len(print_findings(article, context(), preset, known=lenient)) == 2


@pytest.mark.parametrize("name", ["không-có", "không-có.toml"])
def test_a_preset_that_is_not_there_is_no_matter_of_the_check(name: str) -> None:
    assert printing_preset(name) is None


def _photo(width: int) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, width * 2 // 3), "navy").save(out, "JPEG")
    return out.getvalue()


def _article(desk, **text: object) -> Article:
    photo = Photo(photo=desk.photos.add(_photo(300), name="a.jpg").id, credit="Lê Lâm")
    fields = ArticleText(headline="Có ảnh", byline=("Lê Lâm",), body=Document(blocks=(photo,)))
    return create_article(desk=desk, text=replace(fields, **text)).value


def test_only_what_is_printed_is_looked_at_as_print() -> None:
    desk = make_desk()
    ids = [_article(desk).id]
    for format in ("docx", "html", ""):
        (told,) = check_articles(desk=desk, ids=ids, format=format)
        assert "photo-ppi" not in [finding.rule for finding in told.findings]
    (told,) = check_articles(desk=desk, ids=ids, format="pdf")
    found = {finding.rule: finding for finding in told.findings}
    assert found["photo-ppi"].severity is Severity.ERROR
    assert found["caption-missing"].severity is Severity.WARNING
    assert [*map(by_weight, told.findings)] == sorted(map(by_weight, told.findings))


def test_open_comments_and_notes_stand_together_once() -> None:
    desk = make_desk()
    comment = Comment(id="c1", text="?", author="Lê Lâm", at=datetime(2026, 5, 1, tzinfo=UTC))
    article = _article(desk, comments=(comment,))
    set_details(desk=desk, ids=[article.id], details=Details(note="Gọi lại"))
    (told,) = check_articles(desk=desk, ids=[article.id], format="pdf", preset="newspaper")
    names = [finding.rule for finding in told.findings]
    assert names.count("comments-open") == 1
    assert names.count("note-open") == 1


def test_articles_that_are_gone_are_passed_over() -> None:
    assert check_articles(desk=make_desk(), ids=["không"], format="pdf") == ()


def test_the_article_as_it_is_being_written_is_looked_at() -> None:
    desk = make_desk()
    article = replace(_article(desk), note="Gọi lại")
    known = check_article(article)
    told = [finding.rule for finding in check_print(desk=desk, article=article, known=known)]
    assert told == ["photo-ppi", "note-open"]
    assert check_print(desk=desk, article=article, preset="không-có") == ()


class _Stopped:
    def report(self, done: int, total: int, label: str) -> None:
        del done, total, label

    def cancelled(self) -> bool:
        return True


def test_a_check_can_be_cancelled() -> None:
    desk = make_desk()
    with pytest.raises(CancelledError):
        check_articles(desk=desk, ids=[_article(desk).id], format="pdf", progress=_Stopped())
