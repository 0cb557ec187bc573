"""Text as it enters the desk: NFC, one kind of line end, nothing invisible.

Legacy encodings are decoded first (`encodings`): TCVN3 writes ư as U+00AD, which is dropped here.
"""

import re
import unicodedata

_INVISIBLE = re.compile(
    "["
    "\u00ad"  # soft hyphen
    "\u034f\u061c\u180e"
    "\u200b-\u200f"  # zero-width space and joiners, direction marks
    "\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff"  # half a character: cannot be stored
    "]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def clean_text(text: str) -> str:
    r"""`text` as NFC with `\n` line ends, without zero-width and control characters.

    White space is left as it is otherwise; tabs stay, no-break spaces stay.
    """
    visible = _INVISIBLE.sub("", _LINE_END.sub("\n", text))
    return unicodedata.normalize("NFC", _CONTROL.sub("", visible))


def single_spaced(line: str) -> str:
    r"""`line` with every run of spaces, tabs and no-break spaces as one space, none at the ends.

    Line breaks (`\n`) stay, with no space around them.
    """
    spaced = _SPACES.sub(" ", line)
    if "\n" not in spaced:
        return spaced.strip(" ")
    return "\n".join(part.strip(" ") for part in spaced.split("\n")).strip("\n")
