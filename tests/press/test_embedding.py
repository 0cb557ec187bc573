from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from newsroom.domain.style import Family
from newsroom.press.embedding import EmbeddedFonts
from newsroom.press.fonts import font_book

pikepdf = pytest.importorskip("pikepdf")
BOOK = font_book({Family.TEXT: "Source Serif 4", Family.SANS: "Be Vietnam Pro"})
TEXT = BOOK.face(Family.TEXT, 400)
ITALIC = BOOK.face(Family.TEXT, 400, italic=True)


def written(words, face=TEXT):
    """The font that a file gets which shows these words, and the file that holds it."""
    fonts = EmbeddedFonts()
    font = fonts.of(face)
    for character in words:
        assert font.codes[character]
    pdf = pikepdf.new()
    return fonts.written(pdf)["/F1"], pdf


def program_of(font):
    return font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()


def test_characters_have_codes_from_one_and_the_widths_of_the_face():
    font = EmbeddedFonts().of(TEXT)
    assert [font.codes[character][0] for character in "aưaê"] == ["0001", "0002", "0001", "0003"]
    assert font.codes["a"][1] == round(sum(TEXT.advances("a")))


def test_a_face_is_one_font_and_another_face_another():
    fonts = EmbeddedFonts()
    assert fonts.of(TEXT) is fonts.of(TEXT)
    assert (fonts.of(TEXT).name, fonts.of(ITALIC).name) == ("/F1", "/F2")


def test_each_code_leads_to_the_outline_of_its_character():
    font, _pdf = written("Tòa soạn đêm nay")
    letters = dict.fromkeys("Tòa soạn đêm nay")
    places = font.DescendantFonts[0].CIDToGIDMap.read_bytes()
    cut, whole = TTFont(BytesIO(program_of(font))), TTFont(source_of(TEXT))
    names = whole.getBestCmap()
    for code, letter in enumerate(letters, start=1):
        glyph = cut.getGlyphName(int.from_bytes(places[2 * code : 2 * code + 2]))
        assert points(cut, glyph) == points(whole, names[ord(letter)]), letter


def source_of(face):
    from newsroom.paths import resource

    return next(resource("fonts").rglob(f"{face.name}.ttf"))


def points(font, glyph):
    outline = font["glyf"][glyph].getCoordinates(font["glyf"])[0]
    return [tuple(point) for point in outline]


def test_what_is_not_shown_is_not_in_the_file():
    font, _pdf = written("báo")
    assert TTFont(BytesIO(program_of(font)))["maxp"].numGlyphs < 20
    assert len(program_of(font)) < 8000


def test_the_name_of_a_subset_tells_it_from_others():
    one, _first = written("báo")
    same, _second = written("báo")
    other, _third = written("tin")
    assert str(one.BaseFont) == str(same.BaseFont) != str(other.BaseFont)
    assert str(one.BaseFont).endswith("+SourceSerif4-Regular")


def test_an_italic_says_so():
    font, _pdf = written("báo", ITALIC)
    described = font.DescendantFonts[0].FontDescriptor
    assert float(described.ItalicAngle) < 0
    assert int(described.Flags) & 64


def test_many_characters_are_told_in_blocks_of_a_hundred():
    letters = sorted(TEXT.characters)[:250]
    font, _pdf = written(letters)
    table = font.ToUnicode.read_bytes().decode()
    assert [
        int(line.split()[0]) for line in table.splitlines() if line.endswith("beginbfchar")
    ] == [
        100,
        100,
        50,
    ]
