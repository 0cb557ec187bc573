"""Characters of symbol fonts, which Word stores by their place in the font."""

_PRIVATE = range(0xF000, 0xF100)
_KNOWN = {
    "wingdings": {
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0xA7: "▪", 0xA8: "□", 0xD8: "➢",
        0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x28: "☎",
        0x2A: "✉",
    },
    "symbol": {
        0xB7: "•", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0xB8: "÷",
        0xB9: "≠", 0xBB: "≈", 0xA5: "∞", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6D: "μ",
        0x70: "π", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω",
    },
}  # fmt: skip
_UNKNOWN = "▪"


def symbol(font: str, code: str) -> str:
    """The character at hexadecimal `code` of `font`; a neutral sign for one we do not know."""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    if place in _PRIVATE:
        return _KNOWN.get(font.casefold(), {}).get(place - 0xF000, _UNKNOWN)
    known = _KNOWN.get(font.casefold(), {}).get(place)
    return known or (chr(place) if 0x20 <= place < 0xD800 else _UNKNOWN)
