"""How long the fields are that the profile bounds: “Headline 17 / 15”, amber when out of bounds."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from newsroom.domain.review import Place
from newsroom.i18n import _, ngettext
from newsroom.services.checking import Measure, Review
from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.wording import number, place_label

_WRITTEN = (Place.KICKER, Place.HEADLINE, Place.LEDE, Place.BODY, Place.PHOTOS, Place.TAGS)
"""What is told here, in the order of the page; the other fields are marked where they stand."""
_MARKED_ELSEWHERE = (Place.TAGS,)


class Lengths(QWidget):
    """A line for each field that has bounds or is required and still empty; hidden without any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        self._lines: dict[Place, tuple[QLabel, QLabel]] = {}
        for row, place in enumerate(_WRITTEN):
            name, value = PlainLabel(place_label(place)), PlainLabel()
            set_kind(name, "label")
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight)
            self._lines[place] = (name, value)
        self.show_review(Review())

    def show_review(self, review: Review) -> None:
        """Tell the lengths of `review`; what is unchanged is not laid out again."""
        said = {each.rule.field: length_words(each) for each in review.measures}
        kinds = {each.rule.field: "" if each.fits else "warning" for each in review.measures}
        for place in review.missing:
            if place not in _MARKED_ELSEWHERE:
                said[place], kinds[place] = _("required"), "error"
        for place, (name, value) in self._lines.items():
            _say(name, value, said.get(place, ""), kinds.get(place) or "label")
        self.setHidden(not any(place in said for place in _WRITTEN))

    def words(self) -> dict[Place, str]:
        """What is told, by field."""
        return {
            place: value.text() for place, (_name, value) in self._lines.items() if value.text()
        }


def _say(name: QLabel, value: QLabel, words: str, kind: str) -> None:
    if (words, kind) == (value.text(), value.property("kind")):
        return
    set_kind(value, kind)
    value.setText(words)
    for label in (name, value):
        label.setVisible(bool(words))


def length_words(measure: Measure) -> str:
    """`17/15 words`, `310/300-500 words`, `1/3-12`: the length and its bounds."""
    rule = measure.rule
    bounds = _bounds(rule.least, rule.most)
    count = number(measure.length)
    if rule.field in (Place.PHOTOS, Place.TAGS):
        return f"{count}/{bounds}"
    words = ngettext("{count}/{bounds} word", "{count}/{bounds} words", rule.most or rule.least)
    return words.format(count=count, bounds=bounds)


def _bounds(least: int, most: int) -> str:
    if least and most:
        return f"{number(least)}–{number(most)}"
    return number(most) if most else f"≥ {number(least)}"
