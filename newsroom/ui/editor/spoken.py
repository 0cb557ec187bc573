"""What a screen reader says of the place where the caret is."""

from newsroom.i18n import N_, _
from newsroom.ui.editor.heads import Part
from newsroom.ui.editor.state import FormatState

_NAMES = {
    Part.KICKER: N_("Kicker"),
    Part.HEADLINE: N_("Headline"),
    Part.LEDE: N_("Lede"),
    Part.PARAGRAPH: N_("Paragraph"),
    Part.HEADING: N_("Cross-head"),
    Part.QUOTE: N_("Pull quote"),
    Part.QUOTE_SOURCE: N_("Who said it"),
    Part.PHOTO: N_("Photo"),
    Part.CAPTION: N_("Caption"),
    Part.CREDIT: N_("Photo credit"),
    Part.CELL: N_("Table"),
    Part.HEADER_CELL: N_("Table"),
    Part.BOX_TITLE: N_("Box title"),
    Part.BYLINE: N_("Byline"),
    Part.FILLER: N_("Paragraph"),
}


def spoken(state: FormatState) -> str:
    """The kind of line, and the box that it stands in."""
    if state.part is Part.LIST:
        name = _("Numbered list") if state.ordered else _("Bulleted list")
    else:
        name = _(_NAMES[state.part])
    inside = state.in_box and state.part is not Part.BOX_TITLE
    return f"{_('Box')}, {name}" if inside else name
