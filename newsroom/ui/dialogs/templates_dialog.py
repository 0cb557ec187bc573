"""The library's templates: begin an article from one, rename, update, delete."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from newsroom.domain.article import Article
from newsroom.domain.changes import Outcome
from newsroom.domain.counting import article_words
from newsroom.domain.template import Template
from newsroom.errors import NewsroomError
from newsroom.i18n import _, ngettext, sentence
from newsroom.services.desk import Desk
from newsroom.services.templates import (
    delete_template,
    put_template_back,
    read_templates,
    rename_template,
    save_template,
)
from newsroom.ui.changes import Operations
from newsroom.ui.dialogs.base import Dialog, Notice, plain_button
from newsroom.ui.dialogs.template_name import TemplateNameDialog
from newsroom.ui.tasks import TaskProgress, TaskRunner
from newsroom.ui.theme import set_kind
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.wording import number


class TemplatesDialog(Dialog):
    """`wanted(name)` asks for an article from a template. `article` is the open one, if any."""

    wanted = Signal(str)

    def __init__(
        self,
        *,
        desk: Desk,
        tasks: TaskRunner,
        operations: Operations,
        article: Article | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Templates"), parent)
        self._desk, self._tasks, self._operations = desk, tasks, operations
        self._article = article
        self._templates: tuple[Template, ...] = ()
        self._deleted: Template | None = None
        self.notice = Notice()
        self.list = QListWidget()
        self.headline, self.about = PlainLabel(), PlainLabel()
        self.rename = plain_button(_("Rename…"))
        self.update_ = plain_button(_("Update from the open article"))
        self.delete = plain_button(_("Delete"), "danger")
        self.undo = plain_button(_("Undo"))
        self.add_button(_("Close")).clicked.connect(self.close)
        self.use = self.add_button(_("New article"), "primary")
        self._lay_out()
        self._connect_signals()
        self.list.setFocus()
        self._read()

    def _lay_out(self) -> None:
        set_kind(self.list, "boxed")
        self.list.setAccessibleName(_("Templates"))
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.headline.setWordWrap(True)
        set_kind(self.headline, "strong")
        self.about.setWordWrap(True)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        set_kind(self.about, "quiet")
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.headline)
        right.addWidget(self.about, 1)
        for button in (self.update_, self.rename, self.delete, self.undo):
            right.addWidget(button)
        self.undo.hide()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list, 3)
        row.addLayout(right, 2)
        self.body.addWidget(self.notice)
        self.body.addLayout(row, 1)
        self.resize(640, 420)

    def _connect_signals(self) -> None:
        self.list.currentRowChanged.connect(self._show_current)
        self.list.itemDoubleClicked.connect(self._on_use)
        self.use.clicked.connect(self._on_use)
        self.rename.clicked.connect(self._on_rename)
        self.update_.clicked.connect(self._on_update)
        self.delete.clicked.connect(self._on_delete)
        self.undo.clicked.connect(self._on_undo)

    # ---- showing ---------------------------------------------------------------------------
    def _read(self, then: str = "") -> None:
        self._tasks.run(
            partial(_templates, self._desk),
            owner=self,
            on_done=partial(self.show_templates, current=then),
            on_error=self._on_error,
        )

    def show_templates(self, templates: Sequence[Template], current: str = "") -> None:
        """List `templates`, the one called `current` selected."""
        row = self.list.currentRow()
        self._templates = tuple(templates)
        self.list.clear()
        self.list.addItems([template.name for template in templates])
        names = [template.name for template in templates]
        wanted = names.index(current) if current in names else min(max(row, 0), len(names) - 1)
        self.list.setCurrentRow(wanted)
        self._show_current()

    def current(self) -> Template | None:
        """The template selected."""
        row = self.list.currentRow()
        return self._templates[row] if 0 <= row < len(self._templates) else None

    @Slot()
    def _show_current(self) -> None:
        template = self.current()
        self.headline.setText(template.text.headline if template is not None else "")
        self.headline.setVisible(bool(self.headline.text()))
        self.about.setText(_about(template))
        for button in (self.use, self.rename, self.delete):
            button.setEnabled(template is not None)
        self.update_.setEnabled(template is not None and self._article is not None)

    # ---- doing -----------------------------------------------------------------------------
    @Slot()
    def _on_use(self) -> None:
        template = self.current()
        if template is not None:
            self.close()
            self.wanted.emit(template.name)

    @Slot()
    def _on_rename(self) -> None:
        template = self.current()
        if template is not None:
            known = [each.name for each in self._templates]
            dialog = TemplateNameDialog(template.name, known, old=template.name, parent=self)
            dialog.chosen.connect(self._rename_to)
            dialog.open()

    @Slot(str)
    def _rename_to(self, name: str) -> None:
        template = self.current()
        if template is not None:
            self._run(partial(rename_template, desk=self._desk, name=template.name, new=name))

    @Slot()
    def _on_update(self) -> None:
        template, article = self.current(), self._article
        if template is not None and article is not None:
            mutation = partial(
                save_template, desk=self._desk, article_id=article.id, name=template.name
            )
            self._run(mutation, _("“{name}” now has the content of the open article."))

    @Slot()
    def _on_delete(self) -> None:
        self._deleted = self.current()
        if self._deleted is not None:
            name = self._deleted.name
            self._run(
                partial(delete_template, desk=self._desk, name=name), _("“{name}” is deleted.")
            )

    @Slot()
    def _on_undo(self) -> None:
        if self._deleted is not None:
            template, self._deleted = self._deleted, None
            self._run(partial(put_template_back, desk=self._desk, template=template))

    def _run(self, mutation: Callable[[], Outcome[Template]], words: str = "") -> None:
        self.notice.say("")
        self._operations.run(
            mutation,
            owner=self,
            on_done=partial(self._on_done, words),
            on_error=self._on_error,
        )

    def _on_done(self, words: str, template: Template) -> None:
        self.notice.say(words.format(name=template.name), "good")
        gone = self._deleted is not None and self._deleted.name == template.name
        if not gone:
            self._deleted = None
        self.undo.setVisible(gone)
        self._read("" if gone else template.name)

    def _on_error(self, error: NewsroomError) -> None:
        self.notice.say(sentence(error))


def _about(template: Template | None) -> str:
    """What is in a template besides its headline, a line each; without one, how to make it."""
    if template is None:
        return _("Open an article and choose “Save as template…” in the menu Article.")
    words = article_words(template.text)
    count = ngettext("{count} word", "{count} words", words).format(count=number(words))
    lines = (
        template.text.kicker,
        " › ".join(template.section),
        ", ".join(template.tags),
        template.profile,
        count,
    )
    return "\n".join(line for line in lines if line)


def _templates(desk: Desk, _progress: TaskProgress) -> tuple[Template, ...]:
    return read_templates(desk=desk)
