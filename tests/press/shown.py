"""What strings on a page show: codes read back with the tables of our own fonts."""

import re

import pikepdf


def characters(font):
    """Characters by code, from the ToUnicode of a composite font."""
    table = font.ToUnicode.read_bytes().decode("ascii")
    return {
        int(code, 16): bytes.fromhex(word).decode("utf-16-be")
        for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL)
        for code, word in re.findall(r"<(\w+)> <(\w+)>", block)
    }


def characters_of_fonts(page):
    """`characters` of each of the page's fonts, by its name."""
    return {name: characters(font) for name, font in page.Resources.Font.items()}


def words(font, parts):
    """The text of a TJ array, in a font as `characters` tells it."""
    data = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    codes = (int.from_bytes(data[at : at + 2]) for at in range(0, len(data), 2))
    return "".join(font[code] for code in codes)
