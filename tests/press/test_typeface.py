"""Our quick reading of a font says what reportlab's own, number by number, says."""

from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from newsroom.paths import resource
from newsroom.press.typeface import ShippedFont, Typeface

FONTS = sorted(resource("fonts").glob("*/*.ttf"))


def families() -> list[Path]:
    """One upright and one slanted font of each family: they are made alike."""
    return [
        found[0]
        for folder in sorted({path.parent for path in FONTS})
        for found in (
            [path for path in sorted(folder.glob("*.ttf")) if "Italic" not in path.name],
            sorted(folder.glob("*_Italic.ttf")),
        )
        if found
    ]


@pytest.mark.parametrize("path", families(), ids=lambda path: path.stem)
def test_a_font_is_read_as_reportlab_reads_it(path: Path) -> None:
    ours, theirs = Typeface(path), TTFont(path.stem, str(path), shapable=False).face
    known = {code: glyph for code, glyph in theirs.charToGlyph.items() if glyph}

    assert ours.charToGlyph == known
    assert ours.glyphPos == theirs.glyphPos
    assert ours.hmetrics == theirs.hmetrics
    assert ours.defaultWidth == theirs.defaultWidth
    assert ours.charWidths == {code: theirs.charWidths[code] for code in known}
    for name in ("name", "bbox", "ascent", "descent", "capHeight", "stemV", "flags", "italicAngle"):
        assert getattr(ours, name) == getattr(theirs, name)


def test_a_font_has_all_that_reportlab_gives_one() -> None:
    ours = ShippedFont(FONTS[0])
    theirs = TTFont(FONTS[0].stem, str(FONTS[0]), asciiReadable=False, shapable=False)

    assert vars(ours).keys() == vars(theirs).keys()
    assert {key: value for key, value in vars(ours).items() if isinstance(value, str | bool)} == {
        key: value for key, value in vars(theirs).items() if isinstance(value, str | bool)
    }
