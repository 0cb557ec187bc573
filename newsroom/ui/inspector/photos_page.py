"""The inspector's second page: the article's photos."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from newsroom.domain.document import Document, Photo, photos
from newsroom.domain.ids import BlockId
from newsroom.domain.paper import PaperSettings
from newsroom.i18n import _, ngettext
from newsroom.services.desk import Desk
from newsroom.ui.inspector.page import Page, clear, hint
from newsroom.ui.inspector.photo_card import PhotoCard
from newsroom.ui.inspector.thumbnails import LoadedPhoto, Thumbnails
from newsroom.ui.tasks import TaskRunner
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.choice_field import Choice, ChoiceField
from newsroom.ui.widgets.inline_field import LabelledField
from newsroom.ui.widgets.plain_label import PlainLabel

PRINT_WIDTHS = (48, 57, 86, 130, 180, 250)
"""Millimetres: columns of a tabloid, half a page of A4, its whole width, a tabloid's whole page."""


class PhotosPage(Page):
    """`photo_requested(block id)`, `alt_edited(block id, words)` and
    `deed_wanted(block id, PhotoDeed)` of any photo.
    """

    photo_requested = Signal(str)
    alt_edited = Signal(str, str)
    deed_wanted = Signal(str, str)

    def __init__(self, theme: Theme, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = Thumbnails(tasks, self)
        self._cards: dict[BlockId, PhotoCard] = {}
        self._photos: tuple[Photo, ...] = ()
        self._width = 86
        self._paper = PaperSettings()
        self.summary = PlainLabel()
        set_kind(self.summary, "strong")
        self.remark = hint(_("Photos come in by Insert ▸ Photo, by paste or by dropping a file."))
        self.width_choice = ChoiceField[int](theme, _("Judged at a print width of"), _widths)
        self.width_choice.show_choice(_width(self._width))
        self.width_field = LabelledField(_("Judged at a print width of"), self.width_choice)
        self.cards = QVBoxLayout()
        self.cards.setSpacing(16)
        for part in (self.summary, self.remark, self.width_field):
            self.body.addWidget(part)
        self.body.addLayout(self.cards)
        self.body.addStretch()
        self._thumbnails.loaded.connect(self._on_loaded)
        self.width_choice.chosen.connect(self._on_width)

    def attach_desk(self, desk: Desk | None) -> None:
        """Take photos from `desk` from now on."""
        self._thumbnails.attach_desk(desk)

    def set_paper(self, paper: PaperSettings) -> None:
        """Write credits as the paper does."""
        self._paper = paper
        for card in self._cards.values():
            card.set_paper(paper)

    def show_body(self, body: Document) -> None:
        """Show the photos of `body`; cards stay while the photos are the same ones."""
        shown = tuple(photos(body))
        if [photo.id for photo in shown] != [photo.id for photo in self._photos]:
            self._rebuild(shown)
        else:
            for photo in shown:
                self._update(photo)
        self._photos = shown
        words = ngettext("{count} photo", "{count} photos", len(shown)).format(count=len(shown))
        self.summary.setText(words if shown else _("No photos yet"))
        self.remark.setVisible(not shown)
        self.width_field.setVisible(bool(shown))

    def _rebuild(self, shown: tuple[Photo, ...]) -> None:
        clear(self.cards)
        self._cards.clear()
        for place, photo in enumerate(shown, start=1):
            if place > 1:
                self.cards.addWidget(_line())
            card = PhotoCard(self._theme, photo, place, len(shown))
            card.set_paper(self._paper)
            card.show_width(self._width)
            card.photo_requested.connect(self.photo_requested)
            card.alt_edited.connect(self.alt_edited)
            card.deed_wanted.connect(self.deed_wanted)
            self.cards.addWidget(card)
            self._cards[photo.id] = card
            self._load(photo, card)

    def _update(self, photo: Photo) -> None:
        card = self._cards[photo.id]
        card.show_photo(photo)
        self._load(photo, card)

    def _load(self, photo: Photo, card: PhotoCard) -> None:
        loaded = self._thumbnails.find(photo.photo)
        if loaded is not None:
            card.show_file(loaded)

    def flush(self) -> None:
        """Keep everything that is being written."""
        for card in self._cards.values():
            card.alt.commit()

    @Slot(object)
    def _on_loaded(self, loaded: LoadedPhoto) -> None:
        for photo in self._photos:
            if photo.photo == loaded.photo and photo.id in self._cards:
                self._cards[photo.id].show_file(loaded)

    @Slot(object)
    def _on_width(self, width: int) -> None:
        self._width = width
        self.width_choice.show_choice(_width(width))
        for card in self._cards.values():
            card.show_width(width)


def _width(width: int) -> Choice[int]:
    return Choice(value=width, words=f"{width} mm")


def _widths() -> list[Choice[int]]:
    return [_width(width) for width in PRINT_WIDTHS]


def _line() -> QFrame:
    line = QFrame()
    set_kind(line, "line", orientation="horizontal")
    return line
