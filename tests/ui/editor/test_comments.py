"""Comments on the sheet: kept, changed, found, undone in one step each."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from newsroom.domain.article import ArticleText
from newsroom.domain.comment import Comment, CommentId
from newsroom.domain.commented import quoted_words
from newsroom.domain.document import Document, Mark, Paragraph, Run, Text, text_of
from newsroom.ui.editor.places import Place
from newsroom.ui.editor.sheet import Sheet
from tests.ui.editor.conftest import article

NOTE = Comment(
    id=CommentId("note0001"),
    text="Kiểm tra lại số liệu này",
    author="Thu Hà",
    at=datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
)
OTHER = replace(NOTE, id=CommentId("note0002"), text="Ai nói?")


def commented(*more: str) -> ArticleText:
    """“Ba trăm” has a comment, “công nhân” stands free."""
    first = Paragraph(text=(Run(text="Ba trăm", comment=NOTE.id), Run(text=" công nhân")))
    return replace(article(first, *more), comments=(NOTE,))


def select(sheet: Sheet, paragraph: int, start: int, end: int) -> None:
    block = sheet.article_text().body.blocks[paragraph]
    assert sheet.select(Place(block.id, 0, start, end))


def quoted(sheet: Sheet) -> dict[str, str]:
    return dict(quoted_words(sheet.article_text().body))


def paragraph(sheet: Sheet, number: int = 0) -> Text:
    block = sheet.article_text().body.blocks[number]
    assert isinstance(block, Paragraph)
    return block.text


def test_typing_elsewhere_keeps_comments(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.set_text(commented())
    qtbot.keyClicks(sheet, "x")
    assert sheet.article_text().comments == (NOTE,)
    assert quoted(sheet) == {NOTE.id: "Ba trăm"}


def test_a_comment_on_the_selection_is_one_step(sheet: Sheet) -> None:
    sheet.set_text(article("Ba trăm công nhân"))
    before = sheet.article_text()
    select(sheet, 0, 0, 7)
    assert sheet.commands.words_to_comment() == "Ba trăm"
    assert sheet.commands.add_comment(NOTE)
    assert (quoted(sheet), sheet.article_text().comments) == ({NOTE.id: "Ba trăm"}, (NOTE,))
    sheet.undo()
    assert sheet.article_text() == before
    sheet.redo()
    assert (quoted(sheet), sheet.article_text().comments) == ({NOTE.id: "Ba trăm"}, (NOTE,))


def test_without_a_selection_the_word_at_the_caret_is_meant(sheet: Sheet) -> None:
    sheet.set_text(article("Ba trăm công nhân"))
    select(sheet, 0, 5, 5)
    assert sheet.commands.add_comment(NOTE)
    assert quoted(sheet) == {NOTE.id: "trăm"}


def test_a_field_takes_no_comment(sheet: Sheet) -> None:
    sheet.set_text(article("Ba trăm"))
    sheet.go_to_block("headline")
    assert not sheet.commands.words_to_comment()
    assert not sheet.commands.add_comment(NOTE)
    assert sheet.article_text().comments == ()


def test_words_with_a_comment_keep_it_when_another_is_made_around_them(sheet: Sheet) -> None:
    sheet.set_text(commented())
    select(sheet, 0, 0, 12)
    assert sheet.commands.add_comment(OTHER)
    assert quoted(sheet) == {NOTE.id: "Ba trăm", OTHER.id: " công"}


def test_a_mark_on_commented_words_keeps_the_comment_and_is_no_comment(sheet: Sheet) -> None:
    sheet.set_text(commented())
    select(sheet, 0, 3, 12)
    sheet.commands.toggle_mark(Mark.BOLD)
    assert quoted(sheet) == {NOTE.id: "Ba trăm"}
    bold = "".join(run.text for run in paragraph(sheet) if Mark.BOLD in run.marks)
    assert bold == "trăm công"
    assert not any(run.marks - {Mark.BOLD} for run in paragraph(sheet))


def test_what_a_comment_says_is_changed_and_undone(sheet: Sheet) -> None:
    sheet.set_text(commented())
    said = replace(NOTE, text="Số này đúng chưa?")
    sheet.commands.change_comment(said)
    sheet.commands.resolve_comment(NOTE.id)
    assert sheet.article_text().comments == (replace(said, resolved=True),)
    sheet.undo()
    assert sheet.article_text().comments == (said,)
    sheet.undo()
    assert sheet.article_text().comments == (NOTE,)


def test_a_deleted_comment_leaves_its_words_and_comes_back(sheet: Sheet) -> None:
    sheet.set_text(commented())
    whole = sheet.article_text()
    sheet.commands.delete_comment(NOTE.id)
    assert sheet.article_text().comments == ()
    assert paragraph(sheet) == text_of("Ba trăm công nhân")
    sheet.undo()
    assert sheet.article_text() == whole
    sheet.redo()
    assert sheet.article_text().comments == ()


def test_a_comment_outlives_its_words_until_it_is_resolved(sheet: Sheet) -> None:
    sheet.set_text(commented())
    whole = sheet.article_text()
    select(sheet, 0, 0, 7)
    sheet.textCursor().removeSelectedText()
    assert (sheet.article_text().comments, quoted(sheet)) == ((NOTE,), {})
    sheet.undo()
    assert sheet.article_text() == whole
    sheet.redo()
    sheet.commands.resolve_comment(NOTE.id)
    assert sheet.article_text().comments == ()
    sheet.undo()
    assert sheet.article_text() == whole


def test_a_resolved_comment_goes_with_its_words(sheet: Sheet) -> None:
    done = replace(NOTE, resolved=True)
    sheet.set_text(replace(commented(), comments=(done,)))
    select(sheet, 0, 0, 7)
    sheet.textCursor().removeSelectedText()
    assert sheet.article_text().comments == ()
    sheet.undo()
    assert sheet.article_text().comments == (done,)


def test_words_typed_behind_a_comment_are_not_part_of_it(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.set_text(commented())
    select(sheet, 0, 7, 7)
    qtbot.keyClicks(sheet, "!")
    assert quoted(sheet) == {NOTE.id: "Ba trăm"}
    select(sheet, 0, 2, 2)
    qtbot.keyClicks(sheet, "n")
    assert quoted(sheet) == {NOTE.id: "Ban trăm"}


def test_a_line_begun_after_a_comment_has_none(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.set_text(commented())
    sheet.commands.go_to_comment(NOTE.id)
    sheet.moveCursor(QTextCursor.MoveOperation.EndOfWord)
    select(sheet, 0, 7, 7)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    qtbot.keyClicks(sheet, "x")
    assert quoted(sheet) == {NOTE.id: "Ba trăm"}


def test_cutting_moves_a_comment_and_copying_does_not_double_it(sheet: Sheet) -> None:
    sheet.set_text(commented("Đoạn hai."))
    select(sheet, 0, 0, 7)
    sheet.copy()
    select(sheet, 1, 0, 0)
    sheet.paste()
    assert quoted(sheet) == {NOTE.id: "Ba trăm"}
    assert paragraph(sheet, 1)[0].comment is None
    select(sheet, 0, 0, 7)
    sheet.cut()
    assert quoted(sheet) == {}
    select(sheet, 1, 0, 0)
    sheet.paste()
    assert quoted(sheet) == {NOTE.id: "Ba trăm"}
    assert paragraph(sheet, 1)[0].comment == NOTE.id
    QGuiApplication.clipboard().clear()


def test_what_the_clipboard_gives_others_says_nothing_of_comments(sheet: Sheet) -> None:
    sheet.set_text(commented())
    sheet.selectAll()
    mime = sheet.createMimeDataFromSelection()
    for words in (mime.text(), mime.html()):
        assert "Ba trăm" in words
        assert NOTE.text not in words
        assert NOTE.id not in words


def test_moving_a_block_takes_its_comment_along(sheet: Sheet) -> None:
    sheet.set_text(commented("Đoạn hai."))
    select(sheet, 0, 0, 0)
    sheet.commands.move_block(1)
    assert paragraph(sheet, 1)[0].comment == NOTE.id
    assert sheet.article_text().comments == (NOTE,)


def test_going_round_the_open_comments(sheet: Sheet) -> None:
    done = replace(NOTE, id=CommentId("note0003"), resolved=True)
    blocks = tuple(
        Paragraph(text=(Run(text="trước "), Run(text=f"chữ {number}", comment=note.id)))
        for number, note in enumerate((NOTE, done, OTHER))
    )
    text = ArticleText(body=Document(blocks=blocks), comments=(NOTE, done, OTHER))
    sheet.set_text(text)
    found = [sheet.commands.next_comment() for _ in range(3)]
    assert found == [NOTE.id, OTHER.id, NOTE.id]
    assert sheet.commands.comment_at_caret() == NOTE.id
    assert sheet.commands.next_comment(forward=False) == OTHER.id
    assert sheet.commands.comment_at_caret() == OTHER.id


@pytest.mark.parametrize("resolved", [False, True])
def test_open_comments_are_tinted_and_only_these(sheet: Sheet, resolved: bool) -> None:
    sheet.set_text(replace(commented(), comments=(replace(NOTE, resolved=resolved),)))
    block = sheet.document().findBlockByNumber(3)
    tinted = [(part.start, part.length) for part in block.layout().formats()]
    assert tinted == ([] if resolved else [(0, 7)])
