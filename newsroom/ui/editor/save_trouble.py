"""What is said above the sheet while nothing can be saved, and what can be done about it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from newsroom.i18n import _
from newsroom.ui.widgets.banner import Tone

if TYPE_CHECKING:
    from newsroom.ui.editor.pane import EditorPane


class SaveTrouble:
    """The messages of one saver; `problem` is its error in the words of the interface."""

    def __init__(self, pane: "EditorPane") -> None:
        self._pane = pane
        self._problem = self._copy_at = ""
        self._ways: list[tuple[str, Callable[[], None]]] = []

    def retrying(
        self, problem: str, *, again: Callable[[], None], elsewhere: Callable[[], None]
    ) -> None:
        """The text stays on the sheet and saving is tried again by itself."""
        self._problem = problem
        self._ways = [(_("Try now"), again), (_("Save a copy elsewhere…"), elsewhere)]
        self.show()

    def stranded(
        self,
        problem: str,
        *,
        again: Callable[[], None],
        copy: Callable[[], None],
        elsewhere: Callable[[], None],
    ) -> None:
        """The text of an article that is no longer on the sheet was not saved."""
        ways = [
            (_("Try again"), again),
            (_("Keep it as a copy"), copy),
            (_("Save a copy elsewhere…"), elsewhere),
        ]
        self._pane.show_banner(problem, Tone.ERROR, ways)

    def tell_copy(self, name: str) -> None:
        """A copy of the text has been written to the file `name`."""
        self._copy_at = name
        self.show()

    def over(self) -> None:
        """Saving works again."""
        self.forget()
        self._pane.hide_banner()

    def forget(self) -> None:
        """It is about another article from now on."""
        self._problem = self._copy_at = ""

    def show(self) -> None:
        """Say it; also when a way on was taken and left again."""
        copied = _("A copy is in {file}.").format(file=self._copy_at) if self._copy_at else ""
        if not self._problem:
            if copied:
                self._pane.show_banner(copied, Tone.GOOD)
            return
        words = _("{problem} Your text is still here; saving is tried again.")
        said = words.format(problem=self._problem)
        self._pane.show_banner(f"{said} {copied}".strip(), Tone.ERROR, self._ways)
