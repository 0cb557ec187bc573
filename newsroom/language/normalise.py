"""Text as it enters the desk: NFC, one kind of line end, nothing invisible.

Legacy encodings are decoded first (`encodings`): TCVN3 writes ư as U+00AD, which is dropped here.
"""

import re
import unicodedata

_INVISIBLE = re.compile(
    "["
    "\u00ad"  # soft hyphen
    "\u034f\u061c\u180e"
    "\u200b\u200c\u200e\u200f"  # zero-width space and non-joiner, direction marks
    "\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0e\ufeff\ufff9-\ufffb"
    "\ud800-\udfff"  # half a character: cannot be stored
    "\ufdd0-\ufdef\ufffe\uffff\U0010fffe\U0010ffff"  # what Unicode says is no character
    "]"
)
_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u25aa-\u27bf\u2934\u2935"
    "\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_STRAY_JOINER = re.compile(
    f"(?<![{_EMOJI}])(?<![{_EMOJI}]\ufe0f)\u200d|\u200d(?![{_EMOJI}])|(?<![{_EMOJI}])\ufe0f(?!\u20e3)"
)
"""A joiner, or the sign for a coloured picture, that makes no emoji of its neighbours."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def clean_text(text: str) -> str:
    r"""`text` as NFC with `\n` line ends, without zero-width and control characters.

    White space is left as it is otherwise; tabs stay, no-break spaces stay.
    """
    visible = _CONTROL.sub("", _INVISIBLE.sub("", _LINE_END.sub("\n", text)))
    if "\u200d" in visible or "\ufe0f" in visible:
        visible = _STRAY_JOINER.sub("", visible)
    return unicodedata.normalize("NFC", visible)


def single_spaced(line: str) -> str:
    r"""`line` with every run of spaces, tabs and no-break spaces as one space, none at the ends.

    Line breaks (`\n`) stay, with no space around them.
    """
    spaced = _SPACES.sub(" ", line)
    if "\n" not in spaced:
        return spaced.strip(" ")
    return "\n".join(part.strip(" ") for part in spaced.split("\n")).strip("\n")
