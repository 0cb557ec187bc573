"""Word for word, what was added, taken out and moved; nothing of either text is ever lost."""

import time
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.article import ArticleText
from newsroom.domain.comment import CommentId
from newsroom.domain.diff import TextDiff, diff_texts
from newsroom.domain.diff_words import Change, Pieces, diff_words
from newsroom.domain.document import (
    Document,
    Heading,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Run,
    Table,
    block_plain,
    plain,
    text_of,
)
from newsroom.domain.ids import BlockId
from tests.strategies import documents, texts

OLD, NEW = (Change.KEPT, Change.REMOVED), (Change.KEPT, Change.ADDED, Change.RESTYLED)


def said(pieces: Pieces, *changes: Change) -> str:
    return "".join(plain(piece.text) for piece in pieces if piece.change in changes)


def shown(pieces: Pieces) -> str:
    """`[-gone-]{+come+}~other marks~`, as a reader would see the pieces."""
    forms = {
        Change.KEPT: "{}",
        Change.ADDED: "{{+{}+}}",
        Change.REMOVED: "[-{}-]",
        Change.RESTYLED: "~{}~",
    }
    return "".join(forms[piece.change].format(plain(piece.text)) for piece in pieces)


def compare(old: str, new: str) -> str:
    return shown(diff_words(text_of(old), text_of(new)))


def paragraphs(*words: str) -> Document:
    """Paragraphs whose ids are their number, `p0`, `p1`…"""
    return Document(
        blocks=tuple(
            Paragraph(id=BlockId(f"p{n}"), text=text_of(each)) for n, each in enumerate(words)
        )
    )


@given(texts(), texts())
def test_both_texts_can_be_read_out_of_the_words(old, new):
    pieces = diff_words(old, new)
    assert said(pieces, *OLD, Change.RESTYLED) == plain(old)
    assert said(pieces, *NEW) == plain(new)


@given(texts())
def test_marks_come_from_the_new_text(text):
    plainly = tuple(replace(run, marks=frozenset(), link=None) for run in text)
    pieces = diff_words(plainly, text)
    runs = [run for piece in pieces for run in piece.text]
    assert "".join(run.text for run in runs) == plain(text)
    assert all(piece.change in (Change.KEPT, Change.RESTYLED) for piece in pieces)
    styled = sum(len(run.text) for run in text if run.marks or run.link)
    restyled = sum(len(plain(piece.text)) for piece in pieces if piece.change is Change.RESTYLED)
    assert restyled == styled


@given(documents(max_blocks=4), documents(max_blocks=4), st.randoms())
def test_both_bodies_can_be_read_out_of_the_blocks(old, other, random):
    blocks = [*random.sample(old.blocks, len(old.blocks) // 2), *other.blocks]
    random.shuffle(blocks)
    new = Document(blocks=tuple(blocks))
    diff = diff_texts(ArticleText(body=old), ArticleText(body=new))
    assert tuple(block.new for block in diff.blocks if block.new is not None) == new.blocks
    counted = Counter(repr(block.old) for block in diff.blocks if block.old is not None)
    assert counted == Counter(map(repr, old.blocks))
    removed = [block.old for block in diff.blocks if block.new is None]
    assert [block for block in old.blocks if block in removed] == removed
    settled = [b.old for b in diff.blocks if b.old and b.new and not b.moved]
    assert [block for block in old.blocks if block in settled] == settled
    for block in diff.blocks:
        if block.old and block.new:
            pieces = [line.pieces for line in block.lines]
            gone = "".join(said(each, *OLD, Change.RESTYLED) for each in pieces)
            come = "".join(said(each, *NEW) for each in pieces)
            assert _letters(gone) >= _letters(block_plain(block.old))
            assert _letters(come) >= _letters(block_plain(block.new))


def _letters(words: str) -> Counter[str]:
    return Counter(character for character in words if not character.isspace())


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("Công nhân nghỉ Tết.", "Công nhân nghỉ Tết.", "Công nhân nghỉ Tết."),
        ("Công nhân nghỉ Tết.", "Công nhân được nghỉ Tết.", "Công nhân {+được +}nghỉ Tết."),
        ("thưởng Tết", "thưởng Tết, lương", "thưởng Tết{+, lương+}"),
        ("hai triệu đồng", "ba triệu đồng", "[-hai -]{+ba +}triệu đồng"),
        ("", "Mới", "{+Mới+}"),
        ("Cũ", "", "[-Cũ-]"),
        ("a, b", "c, d", "[-a, b-]{+c, d+}"),
        ("mưa  to", "mưa to", "mưa[-  -]{+ +}to"),
        (" đầu", "đầu", "[- -]đầu"),
    ],
)
def test_words_are_syllables_and_signs(old, new, wanted):
    assert compare(old, new) == wanted


def test_new_marks_are_told_from_new_words():
    old = text_of("Ngày mai nghỉ")
    new = (Run(text="Ngày "), Run(text="mai", marks=frozenset({Mark.BOLD})), Run(text=" nghỉ"))
    assert shown(diff_words(old, new)) == "Ngày ~mai~ nghỉ"


def test_a_comment_is_no_change_of_the_text():
    noted = (Run(text="Ngày mai", comment=CommentId("c1")), Run(text=" nghỉ"))
    pieces = diff_words(text_of("Ngày mai nghỉ"), noted)
    assert [piece.change for piece in pieces] == [Change.KEPT]


def changes(diff: TextDiff) -> list[str]:
    made = []
    for block in diff.blocks:
        kind = "moved" if block.moved else "kept"
        kind = "added" if block.old is None else "removed" if block.new is None else kind
        made.append(f"{kind}: {' / '.join(shown(line.pieces) for line in block.lines)}")
    return made


def test_a_moved_paragraph_is_moved_and_not_written_anew():
    one = paragraphs("Một.", "Hai.", "Ba.", "Bốn.")
    first, second, third, fourth = one.blocks
    other = Document(blocks=(second, third, first, fourth))
    diff = diff_texts(ArticleText(body=one), ArticleText(body=other))
    assert changes(diff) == ["kept: Hai.", "kept: Ba.", "moved: Một.", "kept: Bốn."]


def test_removed_paragraphs_stay_where_they_stood():
    one = paragraphs("Một.", "Hai.", "Ba.")
    diff = diff_texts(ArticleText(body=one), ArticleText(body=Document(blocks=one.blocks[::2])))
    assert changes(diff) == ["kept: Một.", "removed: [-Hai.-]", "kept: Ba."]


def test_blocks_without_a_common_id_are_known_by_their_words():
    old = Document(blocks=(Paragraph(text=text_of("Sáng nay ba trăm công nhân nghỉ việc.")),))
    new = Document(
        blocks=(
            Paragraph(text=text_of("Đoạn mở đầu không có trước đây.")),
            Paragraph(text=text_of("Sáng nay bốn trăm công nhân nghỉ việc.")),
        )
    )
    diff = diff_texts(ArticleText(body=old), ArticleText(body=new))
    assert changes(diff) == [
        "added: {+Đoạn mở đầu không có trước đây.+}",
        "kept: Sáng nay [-ba -]{+bốn +}trăm công nhân nghỉ việc.",
    ]


def test_items_rows_and_kinds():
    items = ListBlock(items=(ListItem(text=text_of("gạo")), ListItem(text=text_of("dầu"))))
    longer = replace(items, items=(*items.items, ListItem(text=text_of("mắm"))))
    table = Table(rows=((text_of("Tỉnh"), text_of("Số")), (text_of("Huế"), text_of("12"))))
    shorter = replace(table, rows=table.rows[:1])
    heading = Heading(text=text_of("Tít xen"))
    line = Paragraph(id=heading.id, text=heading.text)
    old = Document(blocks=(items, table, heading))
    diff = diff_texts(
        ArticleText(body=old), ArticleText(body=Document(blocks=(longer, shorter, line)))
    )
    assert changes(diff) == [
        "kept: gạo / dầu / {+mắm+}",
        "kept: Tỉnh\tSố / [-Huế\t12-]",
        "kept: [-Tít xen-] / {+Tít xen+}",
    ]


def test_fields_and_figures():
    old = ArticleText(headline="Thưởng Tết", byline=("Lê Lâm",), body=paragraphs("Một hai ba."))
    new = replace(old, headline="Thưởng Tết sớm", byline=(), body=paragraphs("Một ba."))
    diff = diff_texts(old, new)
    assert [shown(line.pieces) for line in diff.top] == ["", "Thưởng Tết{+ sớm+}", ""]
    assert [shown(line.pieces) for line in diff.bottom] == ["[-Lê Lâm-]"]
    count = diff.words()
    assert (count.added, count.removed) == (1, 3)


def long_body(paragraph_count: int, words: int, say: str) -> Document:
    return paragraphs(
        *(
            " ".join(f"tiếng{(n * 7 + word) % 997}" for word in range(words)) + f" {say} {n}."
            for n in range(paragraph_count)
        )
    )


@pytest.mark.parametrize(
    ("count", "words"), [(1000, 48), (1, 50_000)], ids=["every paragraph", "one paragraph"]
)
def test_fifty_thousand_words_are_compared_at_once(count, words):
    old, new = (long_body(count, words, say) for say in ("cũ", "mới"))
    if count == 1:  # changes all over one enormous paragraph, sentences and all
        said_old = plain(old.blocks[0].text)
        old = paragraphs(said_old.replace(" tiếng5 ", " tiếng5. "))
        new = paragraphs(said_old.replace(" tiếng5 ", " tiếng5. ").replace("tiếng9 ", "khác "))
    begun = time.perf_counter()
    diff = diff_texts(ArticleText(body=old), ArticleText(body=new))
    assert time.perf_counter() - begun < 3  # a ceiling for a busy machine, not the figure
    assert diff.words().added >= 40
