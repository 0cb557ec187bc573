"""A copy of the text goes where the person chooses, while the library takes nothing."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog

from newsroom.domain.article import Article, ArticleText, with_text
from newsroom.domain.slug import slugify
from newsroom.errors import NewsroomError
from newsroom.i18n import _, sentence
from newsroom.services.desk import Desk
from newsroom.services.saving_elsewhere import SUFFIX, save_elsewhere
from newsroom.ui.editor.saver import Saver
from newsroom.ui.editor.stored import Stored
from newsroom.ui.tasks import Lane, TaskProgress, TaskRunner
from newsroom.ui.widgets.banner import Tone

if TYPE_CHECKING:
    from newsroom.ui.editor.pane import EditorPane


class Elsewhere(QObject):
    """Answers the saver's `elsewhere_wanted`."""

    def __init__(self, *, desk: Desk, tasks: TaskRunner, pane: "EditorPane", saver: Saver) -> None:
        super().__init__(saver)
        self._desk, self._tasks, self._pane, self._saver = desk, tasks, pane, saver
        saver.elsewhere_wanted.connect(self.ask)

    @Slot(object, object, object)
    def ask(self, stored: Stored, text: ArticleText, back: Callable[[], None]) -> None:
        """Let the person choose a file, on another disk best, and write the text to it.

        `back` is called when none is chosen.
        """
        article = with_text(stored.article, text)
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"{slugify(article.headline) or article.id}{SUFFIX}"
        chosen, _kind = QFileDialog.getSaveFileName(
            self._pane.window(),
            _("Save a copy on another disk"),
            str(Path(folder) / name),
            _("Word document") + f" (*{SUFFIX})",
        )
        if not chosen:
            back()
            return
        self._tasks.run(
            partial(_write, self._desk, article, Path(chosen)),
            owner=self,
            on_done=partial(self._tell, text),
            on_error=partial(self._tell_failure, partial(self.ask, stored, text, back)),
            lane=Lane.POOL,
        )

    def _tell(self, text: ArticleText, path: Path) -> None:
        self._saver.tell_copy(text, str(path))

    def _tell_failure(self, again: Callable[[], None], error: NewsroomError) -> None:
        ways = [(_("Save a copy elsewhere…"), again)]
        self._pane.show_banner(sentence(error), Tone.ERROR, ways)


def _write(desk: Desk, article: Article, target: Path, progress: TaskProgress) -> Path:
    del progress
    return save_elsewhere(desk=desk, article=article, target=target)
