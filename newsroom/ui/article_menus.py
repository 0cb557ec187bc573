"""Menus whose entries depend on the articles: the statuses they can go to, the sections."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from newsroom.domain.article import SectionPath, Status, next_statuses
from newsroom.domain.taxonomy import Section
from newsroom.ui.icons import icon
from newsroom.ui.tokens import Tokens
from newsroom.ui.wording import status_colour, status_label

T = TypeVar("T")


def common_next(statuses: Sequence[Status]) -> tuple[Status, ...]:
    """The statuses that articles of all these statuses may go to, without the bin."""
    allowed = [set(next_statuses(status)) for status in statuses]
    common = set.intersection(*allowed) if allowed else set()
    return tuple(status for status in Status if status in common and status is not Status.SPIKED)


def fill_status_menu(
    menu: QMenu,
    statuses: Sequence[Status],
    tokens: Tokens,
    on_pick: Callable[[Status], None],
) -> None:
    """One entry for each status that all of the articles may go to."""
    menu.clear()
    for status in common_next(statuses):
        colour = status_colour(status, tokens)
        action = QAction(icon("circle-dot", tokens, colour), status_label(status), menu)
        action.triggered.connect(partial(_pick, on_pick, status))
        menu.addAction(action)
    menu.setEnabled(bool(menu.actions()))


def fill_section_menu(
    menu: QMenu, roots: Sequence[Section], on_pick: Callable[[SectionPath], None]
) -> None:
    """The tree of sections; one with subsections is the first entry of its own menu."""
    menu.clear()
    _add_sections(menu, roots, (), on_pick)
    menu.setEnabled(bool(menu.actions()))


def _add_sections(
    menu: QMenu,
    nodes: Sequence[Section],
    above: SectionPath,
    on_pick: Callable[[SectionPath], None],
) -> None:
    for node in nodes:
        path = (*above, node.name)
        holder = menu
        if node.children:
            holder = menu.addMenu(_plain(node.name))
        action = QAction(_plain(node.name), holder)
        action.triggered.connect(partial(_pick, on_pick, path))
        holder.addAction(action)
        if node.children:
            holder.addSeparator()
            _add_sections(holder, node.children, path, on_pick)


def _pick(on_pick: Callable[[T], None], what: T, checked: bool = False) -> None:
    del checked
    on_pick(what)


def _plain(name: str) -> str:
    """A name is no place for a keyboard mnemonic."""
    return name.replace("&", "&&")
