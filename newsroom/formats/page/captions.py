"""Photo captions: `… Ảnh: Lê Lâm`."""

import re

_CREDIT = re.compile(
    r"(?:^|(?<=[\s.,;(\[“\"'–—/-]))[(\[]?\s*"
    r"(?:Ảnh(?: minh [hH](?:ọa|oạ)| chụp màn hình| [tT]ư [lL]iệu)?|Nguồn ảnh|Nguồn|Đồ họa|Đồ hoạ"
    r"|Photos?(?: credit)?|Credit|Image|Picture|Pictures)"
    r"\s*(?::|\bby\b)\s*(?P<credit>[^:\n]{1,80}?)\s*[)\]]?\s*\.?\s*$"
)
_UPPER = re.compile(
    r"(?:^|\s)[(\[]?\s*(?:ẢNH|PHOTO)\s*:\s*(?P<credit>[^:\n]{1,80}?)\s*[)\]]?\s*\.?\s*$"
)
_LONGEST = 900


def is_caption(words: str) -> bool:
    """Whether a line is a caption: it ends in the credit of a photo."""
    return _credit(words) is not None


def split_credit(words: str) -> tuple[str, str]:
    """A caption as its text and the photographer's name, which is empty when none is named."""
    match = _credit(words)
    if match is None:
        return words, ""
    text = words[: match.start()].rstrip(" \n(–—-")
    return text, match["credit"]


def _credit(words: str) -> re.Match[str] | None:
    if len(words) > _LONGEST:
        return None
    match = _CREDIT.search(words) or _UPPER.search(words)
    if match is None or _goes_on(match["credit"]):
        return None
    return match


def _goes_on(credit: str) -> bool:
    """A name has at most twelve words and no sentence after it."""
    return len(credit.split()) > 12 or ". " in credit.replace("TP. ", "").replace("T. ", "")
