"""Cutting a photo, setting its focal point, writing what stands below it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QImage, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from newsroom.domain.cropping import WHOLE
from newsroom.domain.document import Crop, Photo, plain, text_of
from newsroom.domain.ids import PhotoId
from newsroom.domain.paper import PaperSettings, credit_line
from newsroom.domain.photo import PhotoFile
from newsroom.errors import NewsroomError
from newsroom.i18n import _, sentence
from newsroom.services.desk import Desk
from newsroom.services.photos import photo_info, read_photo
from newsroom.ui.dialogs.base import Dialog, Notice, field_label, plain_button
from newsroom.ui.inspector.thumbnails import decode
from newsroom.ui.photo_quality import (
    COLUMN_WIDTHS,
    cropped_size,
    effective_ppi,
    quality,
    quality_ink,
)
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.crop_view import CropView
from newsroom.ui.widgets.moments import parse_moment
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.widgets.segmented import Segmented
from newsroom.ui.widgets.text_box import TextBox
from newsroom.ui.wording import number

_SHOWN = QSize(1200, 900)
_ASPECTS = {"free": None, "3:2": 3 / 2, "4:3": 4 / 3, "16:9": 16 / 9, "1:1": 1.0}
_FIELDS_WIDTH = 300
_CAPTION_HEIGHT = 96


class PhotoDialog(Dialog):
    """`applied(Photo)` with the use as the person wants it; the original is never touched."""

    applied = Signal(object)

    def __init__(
        self,
        *,
        desk: Desk,
        tasks: TaskRunner,
        theme: Theme,
        paper: PaperSettings,
        photo: Photo,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Edit photo"), parent)
        self._theme, self._paper, self._photo = theme, paper, photo
        self._file: PhotoFile | None = None
        self.view = CropView(theme.tokens)
        self.aspects = Segmented([("free", _("Free")), *((key, key) for key in _RATIOS)])
        self.mode = Segmented([("frame", _("Frame")), ("point", _("Focal point"))])
        self.reset = plain_button(_("Whole photo"), "quiet")
        self.caption = TextBox(plain(photo.caption))
        self.credit = QLineEdit(photo.credit)
        self.alt = QLineEdit(photo.alt)
        self.alt.setCursorPosition(0)
        self.day = QLineEdit("" if photo.taken is None else f"{photo.taken:%d/%m/%Y}")
        self.printed = PlainLabel()
        self.size_line = PlainLabel()
        self.ppi_lines = tuple(PlainLabel() for _width in COLUMN_WIDTHS)
        self.trouble = Notice()
        self.add_button(_("Cancel")).clicked.connect(self.reject)
        self.apply = self.add_button(_("Apply"), "primary")
        self._lay_out()
        self._connect()
        self.view.show_state(photo.crop or WHOLE, photo.focal)
        self._show_credit()
        self._load(desk, tasks)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        for parts in ((self.mode, self.reset), (self.aspects,)):
            tools = QHBoxLayout()
            for part in parts:
                tools.addWidget(part)
            tools.addStretch()
            left.addLayout(tools)
        left.addWidget(self.view, 1)
        self.hint = PlainLabel()
        self.hint.setWordWrap(True)
        set_kind(self.hint, "hint")
        left.addWidget(self.hint)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addLayout(left, 1)
        columns.addWidget(self._fields())
        self.body.addLayout(columns, 1)
        self.body.addWidget(self.trouble)
        self.aspects.setAccessibleName(_("Proportions of the frame"))
        self.mode.setAccessibleName(_("What the mouse and the arrow keys move"))
        self._say_keys()
        self.resize(980, 690)

    def _fields(self) -> QWidget:
        column = QWidget()
        column.setFixedWidth(_FIELDS_WIDTH)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.caption.setFixedHeight(_CAPTION_HEIGHT)
        self.alt.setPlaceholderText(_("What can be seen, in a sentence"))
        self.day.setPlaceholderText(_("Day/month/year"))
        for words, field in (
            (_("Caption"), self.caption),
            (_("Photo credit"), self.credit),
            (_("For readers who cannot see it"), self.alt),
            (_("Taken on"), self.day),
        ):
            layout.addWidget(field_label(words, field))
            layout.addWidget(field)
            layout.addSpacing(8 if field is not self.credit else 0)
            if field is self.credit:
                layout.addWidget(self.printed)
                layout.addSpacing(8)
        set_kind(self.printed, "hint")
        layout.addWidget(field_label(_("Cut size")))
        layout.addWidget(self.size_line)
        layout.addSpacing(8)
        layout.addWidget(field_label(_("In print")))
        layout.addLayout(self._print_table())
        layout.addStretch()
        return column

    def _print_table(self) -> QGridLayout:
        table = QGridLayout()
        table.setVerticalSpacing(2)
        table.setHorizontalSpacing(12)
        for row, ((words, width), line) in enumerate(
            zip(COLUMN_WIDTHS, self.ppi_lines, strict=True)
        ):
            name = PlainLabel(f"{_(words)} · {width} mm")
            set_kind(name, "label")
            table.addWidget(name, 2 * row, 0)
            table.addWidget(line, 2 * row + 1, 0)
        return table

    def _connect(self) -> None:
        self.view.edited.connect(self._show_figures)
        self.aspects.chosen.connect(self._set_aspect)
        self.mode.chosen.connect(self._set_mode)
        self.reset.clicked.connect(self._reset)
        self.credit.textChanged.connect(self._show_credit)
        self.day.textChanged.connect(self._check_day)
        self.apply.clicked.connect(self._apply)

    # ---- the photo

    def _load(self, desk: Desk, tasks: TaskRunner) -> None:
        tasks.run(
            partial(_load, desk, self._photo.photo),
            owner=self,
            on_done=self._show_photo,
            on_error=self._missing,
            lane=Lane.POOL,
        )

    def _show_photo(self, found: tuple[PhotoFile, QImage]) -> None:
        self._file, image = found
        self.view.show_image(image)
        self._show_figures()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _missing(self, error: NewsroomError) -> None:
        """Words can be written all the same."""
        self.trouble.say(sentence(error))
        for part in (self.view, self.aspects, self.mode, self.reset):
            part.setEnabled(False)

    # ---- figures

    @Slot()
    def _show_figures(self) -> None:
        if self._file is None:
            return
        width, height = cropped_size(self._file, self.view.crop)
        pixels = _("{width} × {height} pixels")
        self.size_line.setText(pixels.format(width=number(width), height=number(height)))
        for (_words, millimetres), line in zip(COLUMN_WIDTHS, self.ppi_lines, strict=True):
            ppi = effective_ppi(self._file, self.view.crop, millimetres)
            colour = getattr(self._theme.tokens, quality_ink(ppi))
            line.setText(quality(ppi))
            line.setStyleSheet(f"color: {colour};")

    @Slot()
    def _show_credit(self) -> None:
        line = credit_line(self.credit.text(), self._paper)
        self.printed.setText(_("Printed as “{line}”").format(line=line) if line else "")
        self.printed.setVisible(bool(line))

    @Slot()
    def _check_day(self) -> None:
        """What cannot be read as a day is marked and cannot be applied."""
        misread = bool(self.day.text().strip()) and _day(self.day.text()) is None
        self.day.setProperty("invalid", misread)
        self.day.style().unpolish(self.day)
        self.day.style().polish(self.day)
        self.apply.setEnabled(not misread)

    # ---- what a person does

    @Slot(str)
    def _set_aspect(self, key: str) -> None:
        self.view.set_aspect(_ASPECTS[key])

    @Slot(str)
    def _set_mode(self, key: str) -> None:
        self.view.set_point_mode(key == "point")
        self._say_keys()

    def _say_keys(self) -> None:
        frame = _("Arrow keys move the frame, Ctrl and an arrow key its corner; Shift for more.")
        point = _("A click or the arrow keys set the point that stays in view when a page cuts.")
        self.hint.setText(point if self.view.point_mode else frame)

    @Slot()
    def _reset(self) -> None:
        self.aspects.set_current("free")
        self.view.set_aspect(None)
        self.view.show_state(WHOLE, None)
        self._show_figures()

    def edited(self) -> Photo:
        """The use as it stands in the dialog; a caption in the same words keeps its marks."""
        crop, photo = self.view.crop, self._photo
        words = " ".join(self.caption.toPlainText().split())
        return replace(
            photo,
            caption=photo.caption if words == plain(photo.caption) else text_of(words),
            credit=" ".join(self.credit.text().split()),
            alt=" ".join(self.alt.text().split()),
            taken=_day(self.day.text()),
            crop=None if _is_whole(crop) else crop,
            focal=self.view.focal,
        )

    @Slot()
    def _apply(self) -> None:
        self.applied.emit(self.edited())
        self.accept()


_RATIOS = tuple(key for key in _ASPECTS if key != "free")
_ALMOST = 0.0005


def _day(words: str) -> date | None:
    """The day that `words` name, written as people do: 20/7/2020, 20-07-2020."""
    found = parse_moment(words, now=datetime.now(UTC), zone=UTC)
    return None if found is None else found.date()


def _is_whole(crop: Crop) -> bool:
    edges = (crop.left, crop.top, 1 - crop.right, 1 - crop.bottom)
    return max(edges) <= _ALMOST


def _load(desk: Desk, photo: PhotoId, progress: TaskProgress) -> tuple[PhotoFile, QImage]:
    del progress
    file = photo_info(desk=desk, photo=photo)
    return file, decode(read_photo(desk=desk, photo=photo), _SHOWN)
