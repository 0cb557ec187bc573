"""The few words that a Word file says by itself, in the language of the article."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Labels:
    """Templates with `{named}` places."""

    figure: str
    missing: str
    words: str
    note: str


_VIETNAMESE = Labels(figure="Ảnh", missing="[Thiếu tệp ảnh]", words="{count} tiếng", note="Ghi chú")
_ENGLISH = Labels(
    figure="Photo", missing="[Photo file missing]", words="{count} words", note="Note"
)


def labels_for(language: str) -> Labels:
    """The labels for an article's language; English for one we have no words in."""
    return _VIETNAMESE if language.startswith("vi") else _ENGLISH


MISSING_PHOTO = frozenset({_VIETNAMESE.missing, _ENGLISH.missing})
"""What stands where a photo's file was missing; readers drop it."""
