"""What screen readers are told of the sheet, and how the focus goes round."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from newsroom import i18n
from newsroom.ui.editor.heads import Part
from newsroom.ui.editor.sheet import Sheet
from newsroom.ui.editor.spoken import spoken
from newsroom.ui.editor.state import FormatState
from tests.ui.editor.test_input_methods import ARTICLE, line_of
from tests.ui.editor.test_typing import press, put


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (Part.KICKER, "Kicker"),
        (Part.HEADLINE, "Headline"),
        (Part.LEDE, "Lede"),
        (Part.PARAGRAPH, "Paragraph"),
        (Part.HEADING, "Cross-head"),
        (Part.QUOTE, "Pull quote"),
        (Part.QUOTE_SOURCE, "Who said it"),
        (Part.LIST, "Bulleted list"),
        (Part.CAPTION, "Caption"),
        (Part.HEADER_CELL, "Table"),
        (Part.BOX_TITLE, "Box title"),
        (Part.BYLINE, "Byline"),
    ],
)
def test_the_kind_of_line_is_told_where_the_caret_goes(
    sheet: Sheet, part: Part, words: str
) -> None:
    sheet.set_text(ARTICLE)
    put(sheet, line_of(sheet, part))
    assert sheet.accessibleDescription() == words


def test_within_a_box_the_box_is_told(sheet: Sheet) -> None:
    sheet.set_text(ARTICLE)
    put(sheet, line_of(sheet, Part.BOX_TITLE) + 1)
    assert sheet.accessibleDescription() == "Box, Paragraph"


def test_every_part_has_words_in_both_languages() -> None:
    said = {}
    for language in i18n.LANGUAGES:
        i18n.use(language)
        said[language] = [spoken(FormatState(part=part)) for part in Part]
        assert all(said[language])
    i18n.use("en")
    assert all(one != other for one, other in zip(*said.values(), strict=True))


def test_the_text_itself_can_be_read(sheet: Sheet) -> None:
    sheet.set_text(ARTICLE)
    found = QAccessible.queryAccessibleInterface(sheet)
    assert found.role() is QAccessible.Role.EditableText
    assert found.text(QAccessible.Text.Name) == "Article"
    text = found.textInterface()
    assert text is not None
    assert text.text(0, 4) == "Trên"
    put(sheet, 1, 2)
    assert text.cursorPosition() == sheet.textCursor().position()


def test_tab_walks_through_the_fields(sheet: Sheet) -> None:
    sheet.set_text(ARTICLE)
    put(sheet, 0)
    walked = []
    for _step in range(2):
        press(sheet, Qt.Key.Key_Tab)
        walked.append(sheet.accessibleDescription())
    assert walked == ["Headline", "Lede"]
    press(sheet, Qt.Key.Key_Backtab)
    assert sheet.accessibleDescription() == "Headline"
