"""The place that a news text opens with: `HÀ NỘI - `, `Hà Nội (TTXVN) - `."""

import re
from dataclasses import dataclass

from newsroom.language.places import is_place, place_name

_OPENING = re.compile(
    r"^(?P<place>[^\W\d_][^(),:;!?“”\"–—]{1,40}?)(?:,\s*(?P<day>\d{1,2}[/-]\d{1,2}))?"
    r"\s*(?P<agency>\([A-ZĐ][A-ZĐa-z.]{1,12}\))?\s*(?P<dash>\s-\s|[–—]|-\s)\s*(?=[“\"]?[A-ZĐÀ-Ỹ])"
)
_MARKED = re.compile(
    r"^(?P<mark>\([A-ZĐ][A-ZĐa-z.]{1,12}\))\s*[-–—]\s*(?P<place>[^,(\d]{2,40}?),\s*(?=ngày \d)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The place in natural case, the text after it, and the agency's mark that stood with it."""

    place: str
    rest: str
    marks: tuple[str, ...] = ()


def split_dateline(words: str) -> Opening | None:
    """The dateline of a text, None unless it is one beyond doubt: a known place and a dash.

    A place in ordinary letters counts only with an agency in brackets (`Hà Nội (TTXVN) - `), as
    `Hà Nội - Huế` may open a sentence. `(LĐO) - Hà Nội, ngày 20/7` is one too.
    """
    marked = _MARKED.match(words)
    if marked is not None and is_place(marked["place"]):
        rest = words[marked.end() :]
        return Opening(
            place=place_name(marked["place"]),
            rest=rest[0].upper() + rest[1:],
            marks=(marked["mark"],),
        )
    match = _OPENING.match(words)
    if match is None or not is_place(match["place"]):
        return None
    if match["day"] or not (match["place"].isupper() or match["agency"]):
        return None
    place = place_name(match["place"])
    named = f"{place} {match['agency']}" if match["agency"] else place
    return Opening(place=named, rest=words[match.end() :])
