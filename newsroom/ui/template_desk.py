"""Templates in the window: the menu “New from template”, keeping one, the dialog about them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from newsroom.domain.article import Article
from newsroom.domain.template import Template
from newsroom.i18n import _
from newsroom.services.desk import Desk
from newsroom.services.templates import save_template, use_template
from newsroom.ui.actions import Actions, Menus
from newsroom.ui.centre import Centre
from newsroom.ui.changes import Operations
from newsroom.ui.library.panel import LibraryPanel
from newsroom.ui.tasks import TaskRunner
from newsroom.ui.widgets.palette_entries import Offer

Before = Callable[[Callable[[], None]], None]
"""Runs something once what is being written is stored."""


class TemplateDesk(QObject):
    """`made(id)` names an article that was begun from a template and should be opened."""

    made = Signal(str)

    def __init__(
        self,
        *,
        actions: Actions,
        menus: Menus,
        tasks: TaskRunner,
        operations: Operations,
        library: LibraryPanel,
        centre: Centre,
        open_article: Callable[[], Article | None],
        before: Before,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._actions, self._tasks, self._operations = actions, tasks, operations
        self._library, self._centre = library, centre
        self._open_article, self._before = open_article, before
        self._menu = menus["new-from"]
        self._desk: Desk | None = None
        self._menu.aboutToShow.connect(self._fill)
        actions["templates"].triggered.connect(self.manage)
        actions["save-template"].triggered.connect(self.keep)
        library.counted.connect(self._show_way)

    def attach_desk(self, desk: Desk) -> None:
        """Use the templates of the library of `desk`."""
        self._desk = desk

    def names(self) -> tuple[str, ...]:
        """The names of the library's templates, as they were known last."""
        overview = self._library.overview()
        return overview.templates if overview is not None else ()

    def offers(self) -> list[Offer]:
        """The templates one by one, for quick open."""
        words = _("New from template: {name}")
        return [
            Offer(words=words.format(name=name), icon="file-text", run=partial(self.use, name))
            for name in self.names()
        ]

    @Slot()
    def _show_way(self) -> None:
        self._centre.welcome.set_has_templates(bool(self.names()))

    @Slot()
    def _fill(self) -> None:
        """The templates by name, then the dialog."""
        self._menu.clear()
        for name in self.names():
            action = QAction(name.replace("&", "&&"), self._menu)
            action.triggered.connect(partial(self._use, name))
            self._menu.addAction(action)
        if self.names():
            self._menu.addSeparator()
        self._menu.addAction(self._actions["templates"])

    def _use(self, name: str, _checked: bool = False) -> None:
        self.use(name)

    @Slot(str)
    def use(self, name: str) -> None:
        """An article from the template, in its section or the one the person is looking at."""
        if self._desk is not None:
            section = self._library.filter().section or ()
            mutation = partial(use_template, desk=self._desk, name=name, section=section)
            self._operations.run(
                mutation, owner=self, on_done=self._made, on_error=self._centre.tell_error
            )

    def _made(self, article: Article) -> None:
        self.made.emit(article.id)

    @Slot()
    def manage(self) -> None:
        """The dialog about templates, with everything written stored."""
        self._before(self._manage)

    def _manage(self) -> None:
        from newsroom.ui.dialogs.templates_dialog import TemplatesDialog

        if self._desk is not None:
            dialog = TemplatesDialog(
                desk=self._desk,
                tasks=self._tasks,
                operations=self._operations,
                article=self._open_article(),
                parent=self._window,
            )
            dialog.wanted.connect(self.use)
            dialog.open()

    @Slot()
    def keep(self) -> None:
        """Ask for a name, then keep the open article's content under it."""
        from newsroom.ui.dialogs.template_name import TemplateNameDialog

        article = self._open_article()
        if article is not None:
            suggested = article.kicker or article.profile or article.headline
            dialog = TemplateNameDialog(suggested[:60], self.names(), parent=self._window)
            dialog.chosen.connect(partial(self._keep_as, article))
            dialog.open()

    def _keep_as(self, article: Article, name: str) -> None:
        self._before(partial(self._keep, article, name))

    def _keep(self, article: Article, name: str) -> None:
        if self._desk is not None:
            self._operations.run(
                partial(save_template, desk=self._desk, article_id=article.id, name=name),
                owner=self,
                on_done=self._kept,
                on_error=self._centre.tell_error,
            )

    def _kept(self, template: Template) -> None:
        words = _("Kept as the template “{name}”.").format(name=template.name)
        self._centre.tell_news(words, action=_("Templates…"), on_action=self.manage)
