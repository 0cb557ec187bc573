"""The parts every Word file has besides its text: theme, fonts, settings."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import quoteattr

from newsroom.formats.docx.elements import Element, el, val
from newsroom.formats.docx.stylesheet import language_tag

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "1F1D1A",
    "lt2": "F3F1EC",
    "accent1": "B42318",
    "accent2": "1F5FA8",
    "accent3": "2E7D4F",
    "accent4": "A86A00",
    "accent5": "5E5A52",
    "accent6": "8F897D",
    "hlink": "1F5FA8",
    "folHlink": "5E5A52",
}
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_WORD_2013 = 15
"""The compatibility mode in which Word does not open the file as one of an old version."""


def theme_part(heading_font: str, body_font: str) -> bytes:
    """`theme1.xml` with our fonts and inks, so that Word's blue Calibri is nowhere."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items()
    )
    lines = "".join(f'<a:ln w="{width}">{_FILL}</a:ln>' for width in (6350, 12700, 19050))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="{_DRAWING}" name="Newsroom"><a:themeElements>'
        f'<a:clrScheme name="Newsroom">{colours}</a:clrScheme>'
        '<a:fontScheme name="Newsroom">'
        f"<a:majorFont>{_fonts(heading_font)}</a:majorFont>"
        f"<a:minorFont>{_fonts(body_font)}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Newsroom"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    ).encode()


def _fonts(font: str) -> str:
    face = f"typeface={quoteattr(font)}"
    return f"<a:latin {face}/><a:ea {face}/><a:cs {face}/>"


def fonts_element(fonts: Iterable[str]) -> Element:
    """The root of `fontTable.xml`."""
    return el("w:fonts", None, [el("w:font", {"w:name": font}) for font in fonts])


def settings_element(language: str) -> Element:
    """The root of `settings.xml`."""
    tag = language_tag(language)
    mode = {
        "w:name": "compatibilityMode",
        "w:uri": "http://schemas.microsoft.com/office/word",
        "w:val": _WORD_2013,
    }
    return el(
        "w:settings",
        None,
        [
            el("w:zoom", {"w:percent": 100}),
            val("w:defaultTabStop", 720),
            val("w:characterSpacingControl", "doNotCompress"),
            el("w:compat", None, [el("w:compatSetting", mode)]),
            el("w:themeFontLang", {"w:val": tag, "w:eastAsia": tag}),
            _colour_mapping(("bg1", "light1"), ("t1", "dark1"), ("bg2", "light2"), ("t2", "dark2")),
            val("w:decimalSymbol", "," if language.startswith("vi") else "."),
            val("w:listSeparator", ";" if language.startswith("vi") else ","),
        ],
    )


def _colour_mapping(*grounds: tuple[str, str]) -> Element:
    accents: Sequence[tuple[str, str]] = [(f"accent{n}", f"accent{n}") for n in range(1, 7)]
    links = (("hyperlink", "hyperlink"), ("followedHyperlink", "followedHyperlink"))
    pairs = (*grounds, *accents, *links)
    return el("w:clrSchemeMapping", {f"w:{name}": value for name, value in pairs})
