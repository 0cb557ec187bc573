"""A long print tells how far it is, and stops when it is told to."""

import pytest

from newsroom.domain.document import Document, Paragraph, text_of
from newsroom.domain.ids import BlockId
from newsroom.errors import CancelledError
from newsroom.press.layout.pages import lay_out
from newsroom.press.layout.remembering import Remembered
from newsroom.press.pdf import render_pdf
from newsroom.press.presets import load_preset
from newsroom.press.watching import part_of
from tests.press.samples import context, plain_article

NEWSPAPER = load_preset("newspaper")


def test_shares_grow_from_nothing_to_nearly_all() -> None:
    shares: list[float] = []
    made = render_pdf(
        [plain_article(30), plain_article(30)],
        context_of=[context()] * 2,
        preset=NEWSPAPER,
        told=shares.append,
    )
    assert made.pages > 1
    assert len(shares) > 60
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert 0.8 < shares[-1] < 1


def test_the_part_of_a_work_has_its_share() -> None:
    shares: list[float] = []
    told = part_of(part_of(shares.append, 0.5, 1.0), 0.0, 0.5)
    told(0.0)
    told(1.0)
    assert shares == [0.5, 0.75]


@pytest.mark.parametrize("when", [0.0, 0.3, 0.8])
def test_who_is_told_may_stop_it(when: float) -> None:
    def told(share: float) -> None:
        if share >= when:
            raise CancelledError

    with pytest.raises(CancelledError):
        render_pdf([plain_article(20)], context_of=[context()], preset=NEWSPAPER, told=told)


def test_what_was_set_before_a_stop_is_not_set_again() -> None:
    def told(share: float) -> None:
        if share > 0.5:
            raise CancelledError

    article, remembered = plain_article(20), Remembered()
    with pytest.raises(CancelledError):
        lay_out([article], [context()], NEWSPAPER, told=told, remembered=remembered)
    remembered.keep_all()
    again = lay_out([article], [context()], NEWSPAPER, remembered=remembered)
    assert again == lay_out([article], [context()], NEWSPAPER)
    assert remembered.paragraphs > 5


def test_missing_characters_are_told_of_lines_that_were_kept() -> None:
    words = Paragraph(id=BlockId("p0000001"), text=text_of("Tin 漢字 vui."))
    article, remembered = plain_article(1, body=Document(blocks=(words,))), Remembered()
    first = lay_out([article], [context()], NEWSPAPER, remembered=remembered)
    remembered.forget_unused()
    again = lay_out([article], [context()], NEWSPAPER, remembered=remembered)
    assert [remark.params["characters"] for remark in first.remarks] == ["漢 字"]
    assert again.remarks == first.remarks
