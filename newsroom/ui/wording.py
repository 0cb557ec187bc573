"""How the window says statuses, urgencies, times and figures to people."""

from datetime import datetime, timedelta, tzinfo

from newsroom.domain.article import Status, Urgency
from newsroom.domain.review import Place, Severity
from newsroom.domain.slot import Fit
from newsroom.i18n import N_, _, language, ngettext
from newsroom.ui.tokens import Tokens

STATUS_NAMES = {
    Status.DRAFT: N_("Draft"),
    Status.AWAITING_EDIT: N_("Awaiting edit"),
    Status.IN_EDIT: N_("In edit"),
    Status.AWAITING_APPROVAL: N_("Awaiting approval"),
    Status.APPROVED: N_("Approved"),
    Status.PUBLISHED: N_("Published"),
    Status.RETURNED: N_("Returned"),
    Status.SPIKED: N_("Spiked"),
}
"""How the window names statuses, in English."""


def status_label(status: Status) -> str:
    """The status in words, as chips and menus write it."""
    return _(STATUS_NAMES[status])


def status_colour(status: Status, tokens: Tokens) -> str:
    """The status's colour, `#RRGGBB`, dark enough for text on the panel."""
    match status:
        case Status.DRAFT | Status.SPIKED:
            return tokens.ink3_text
        case Status.AWAITING_EDIT | Status.AWAITING_APPROVAL:
            return tokens.blue
        case Status.IN_EDIT:
            return tokens.amber
        case Status.APPROVED | Status.PUBLISHED:
            return tokens.green
        case Status.RETURNED:
            return tokens.accent


def urgency_label(urgency: Urgency) -> str:
    """The urgency in words."""
    match urgency:
        case Urgency.FLASH:
            return _("Flash")
        case Urgency.URGENT:
            return _("Urgent")
        case Urgency.NORMAL:
            return _("Normal")


def number(value: int) -> str:
    """A whole number with the language's separator: `12.480` in Vietnamese, `12,480`."""
    return f"{value:,}".replace(",", ".") if language() == "vi" else f"{value:,}"


def decimal(value: float) -> str:
    """A number with one decimal: `0,2` in Vietnamese, `0.2` in English."""
    return f"{value:.1f}".replace(".", ",") if language() == "vi" else f"{value:.1f}"


def spoken_time(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """A time as a colleague would say it on the paper's clock `zone`; both times are aware.

    Today `09:42`, yesterday in words, this year `18/11`, else `12/3/2026`; a future day is dated.
    """
    then, today = moment.astimezone(zone), now.astimezone(zone)
    if then.date() == today.date():
        return then.strftime("%H:%M")
    if then.date() == today.date() - timedelta(days=1):
        return _("Yesterday")
    if then.year == today.year:
        return f"{then.day}/{then.month}"
    return f"{then.day}/{then.month}/{then.year}"


def full_time(moment: datetime, zone: tzinfo) -> str:
    """`09:42 22/11/2026` on the paper's clock, for tool tips and fields."""
    return moment.astimezone(zone).strftime("%H:%M %d/%m/%Y")


_PLACES = {
    Place.KICKER: N_("Kicker"),
    Place.HEADLINE: N_("Headline"),
    Place.LEDE: N_("Lede"),
    Place.BODY: N_("Body"),
    Place.BYLINE: N_("Byline"),
    Place.SECTION: N_("Section"),
    Place.TAGS: N_("Tags"),
    Place.DATELINE: N_("Dateline"),
    Place.PHOTOS: N_("Photos"),
    Place.PROFILE: N_("Profile"),
}


def place_label(place: Place) -> str:
    """A field of an article in words."""
    return _(_PLACES[place])


def severity_label(severity: Severity) -> str:
    """The weight of a finding in words."""
    match severity:
        case Severity.ERROR:
            return _("Error")
        case Severity.WARNING:
            return _("Warning")
        case Severity.HINT:
            return _("Hint")


def fit_words(fit: Fit) -> str:
    """The fit in the fewest words: “+7 lines”, “−3 lines”, “fits”."""
    if fit.over:
        words = ngettext("+{count} line over", "+{count} lines over", fit.over)
        return words.format(count=number(fit.over))
    if fit.free:
        words = ngettext("−{count} line free", "−{count} lines free", fit.free)
        return words.format(count=number(fit.free))
    return _("Fits its slot")
