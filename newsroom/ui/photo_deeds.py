"""What can be done with a photo of the open article, from its card or on the sheet."""

from enum import StrEnum


class PhotoDeed(StrEnum):
    """Each goes with the id of the photo's block."""

    EDIT = "edit"
    TAKE_OVER = "take-over"
    REPLACE = "replace"
    SAVE = "save"
    REMOVE = "remove"
    UP = "up"
    DOWN = "down"
