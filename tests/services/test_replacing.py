"""Replacing across the library is one step that can be taken back, and harms nobody's work."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.article import ArticleText, Status, text_part
from newsroom.domain.document import Document, Paragraph, text_of
from newsroom.domain.library import ArticleFilter
from newsroom.errors import CancelledError
from newsroom.language.finding import Pattern, Replacement
from newsroom.services.articles import create_article, read_article, save_text
from newsroom.services.deleting import delete_articles
from newsroom.services.progress import Silent
from newsroom.services.replacing import (
    find_in_library,
    indexed_query,
    replace_in_library,
    swap_texts,
)
from newsroom.storage.library import open_library
from tests.fakes.desk import make_desk

TAX = Pattern(words="thue")


class Cancelled(Silent):
    def cancelled(self) -> bool:
        return True


@pytest.fixture
def desk():
    return make_desk()


def write(desk, headline, words="Thuế thu nhập. Không đánh thuế.", **details):
    body = Document(blocks=(Paragraph(text=text_of(words)),))
    text = ArticleText(headline=headline, body=body)
    return create_article(desk=desk, text=text, **details).value


def texts(desk, *articles):
    return [text_part(read_article(desk=desk, article_id=one.id)) for one in articles]


def found(desk, pattern=TAX, **filters):
    return find_in_library(desk=desk, pattern=pattern, within=ArticleFilter(**filters)).articles


def put(desk, wanted, by="phí"):
    replacement = Replacement(pattern=TAX, words=by, keep_case=True)
    return replace_in_library(desk=desk, replacement=replacement, wanted=wanted)


def test_hits_are_grouped_by_article_within_the_filter(desk):
    one = write(desk, "Giảm thuế", tags=("an toàn",))
    write(desk, "Thuế mới", status=Status.PUBLISHED)
    write(desk, "Không có gì", "Không có gì.")
    (hit,) = found(desk, tag="an toàn")
    assert (hit.id, len(hit.places), hit.revision) == (one.id, 3, one.revision)
    assert hit.places[0].hit.block == "headline"
    assert len(found(desk)) == 2
    assert found(desk, Pattern(words="")) == ()


def test_replace_and_back_and_again(desk):
    one, two = write(desk, "Giảm thuế"), write(desk, "THUẾ")
    before = texts(desk, one, two)
    outcome = put(desk, found(desk))
    assert outcome.changes.articles == {one.id, two.id}
    after = texts(desk, one, two)
    assert [text.headline for text in after] == ["Giảm phí", "PHÍ"]
    assert after[0].body.blocks[0].text == text_of("Phí thu nhập. Không đánh phí.")
    undone = swap_texts(desk=desk, swaps=outcome.value.back()).value
    assert texts(desk, one, two) == before
    swap_texts(desk=desk, swaps=undone.back())
    assert texts(desk, one, two) == after


def test_only_chosen_places_are_replaced(desk):
    one = write(desk, "Giảm thuế")
    (hit,) = found(desk)
    put(desk, [replace(hit, places=hit.places[1:2])])
    (text,) = texts(desk, one)
    assert text.headline == "Giảm thuế"
    assert text.body.blocks[0].text == text_of("Phí thu nhập. Không đánh thuế.")


def test_what_changed_meanwhile_is_left_alone_and_named(desk):
    one, two, gone = write(desk, "Giảm thuế"), write(desk, "Thuế"), write(desk, "Thuế cũ")
    hits = found(desk)
    theirs = replace(text_part(one), headline="Của người khác")
    save_text(desk=desk, base=one, text=theirs)
    with desk.open() as work:
        work.articles.remove(gone.id)
        work.commit()
    done = put(desk, hits).value
    assert set(done.skipped) == {"Giảm thuế", "Thuế cũ"}
    assert [text.headline for text in texts(desk, one, two)] == ["Của người khác", "Phí"]


def test_undo_leaves_alone_what_was_written_since(desk):
    one, two = write(desk, "Giảm thuế"), write(desk, "Thuế")
    done = put(desk, found(desk)).value
    now = read_article(desk=desk, article_id=one.id)
    save_text(desk=desk, base=now, text=replace(text_part(now), lede="Viết thêm."))
    undone = swap_texts(desk=desk, swaps=done.back()).value
    assert undone.skipped == ("Giảm phí",)
    assert texts(desk, one, two)[0].lede == "Viết thêm."
    assert texts(desk, two)[0].headline == "Thuế"


def test_a_cancelled_replace_writes_nothing(desk):
    one = write(desk, "Giảm thuế")
    hits, before = found(desk), texts(desk, one)
    replacement = Replacement(pattern=TAX, words="phí")
    with pytest.raises(CancelledError):
        replace_in_library(desk=desk, replacement=replacement, wanted=hits, progress=Cancelled())
    assert texts(desk, one) == before
    with pytest.raises(CancelledError):
        find_in_library(desk=desk, pattern=TAX, progress=Cancelled())


def test_the_slug_of_a_draft_follows(desk):
    one = write(desk, "Giảm thuế")
    put(desk, found(desk))
    assert read_article(desk=desk, article_id=one.id).slug == "giam-phi"


def test_a_line_break_stays_out_of_a_headline(desk):
    one = write(desk, "Giảm thuế", "thuế")
    pattern = Pattern(words="thuế", regex=True)
    wanted = find_in_library(desk=desk, pattern=pattern).articles
    replacement = Replacement(pattern=pattern, words=r"a\nb")
    replace_in_library(desk=desk, replacement=replacement, wanted=wanted)
    (text,) = texts(desk, one)
    assert text.headline == "Giảm a b"
    assert text.body.blocks[0].text == text_of("a\nb")


@pytest.mark.parametrize(
    ("words", "whole", "query"),
    [
        ("Công đoàn", True, '"cong" "doan"'),
        ("Công đoàn", False, "doan* "),
        ("tổ chức Công đoàn", False, '"chuc" "cong" doan* '),
        (" công đoàn ", False, '"cong" doan '),
        ("đoàn", False, ""),
        ("20/7", True, ""),
        ("a.b", True, ""),
    ],
)
def test_the_index_is_asked_for_what_it_knows(words, whole, query):
    assert indexed_query(Pattern(words=words, whole_word=whole)) == query


SEVERAL = ("tổ chức công đoàn", "xtổ chức công đoàny", "Tổ\u00a0chức", "công, đoàn")


@pytest.fixture(scope="module")
def on_disk(tmp_path_factory):
    with open_library(tmp_path_factory.mktemp("library")) as library:
        desk = replace(make_desk(), open=library.unit_of_work)
        for words in (*SEVERAL, *(["Bài khác"] * 40)):
            write(desk, words, words)
        yield desk


@given(
    st.sampled_from(["tổ chức", "chức công", "to chuc cong", "cong doan", " công", "đoàn "]),
    st.booleans(),
)
def test_the_index_misses_nothing(on_disk, words, whole):
    pattern = Pattern(words=words, whole_word=whole)
    quick = {article.id for article in found(on_disk, pattern)}
    scanned = Pattern(words=f"(?:{words})", whole_word=whole, regex=True)
    wide = {article.id for article in found(on_disk, scanned)}
    assert wide <= quick


def test_deleted_articles_are_named_at_undo(desk):
    one = write(desk, "Giảm thuế", status=Status.SPIKED)
    done = put(desk, found(desk, status=Status.SPIKED)).value
    delete_articles(desk=desk, ids=[one.id])
    assert swap_texts(desk=desk, swaps=done.back()).value.skipped == ("Giảm phí",)


def test_what_is_found_is_handed_over_meanwhile(desk):
    for number in range(70):
        write(desk, f"Thuế {number}")
    parts = []
    whole = find_in_library(desk=desk, pattern=TAX, on_found=parts.append).articles
    told = [article for part in parts for article in part]
    assert len(parts) > 1
    assert 20 <= len(told) <= len(whole)
    assert told == list(whole[: len(told)])
