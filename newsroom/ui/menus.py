"""Where the window's actions stand in its menus, as data."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.i18n import N_
from newsroom.ui.commands import INTERFACE_SIZES, PRINT_ZOOMS

SEPARATOR = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """A menu: command ids, `SEPARATOR`s and menus within. `id` is how the window finds it."""

    id: str
    title: str
    items: tuple["str | Menu", ...] = ()


MENUS: tuple[Menu, ...] = (
    Menu(
        id="file",
        title=N_("&File"),
        items=(
            "new",
            Menu(id="new-from", title=N_("New from template"), items=("templates",)),
            "paste-new",
            "import",
            SEPARATOR,
            "export",
            "export-site",
            "print-paper",
            "print",
            "page",
            SEPARATOR,
            "sample",
            SEPARATOR,
            "quit",
        ),
    ),
    Menu(
        id="edit",
        title=N_("&Edit"),
        items=(
            "undo",
            "redo",
            SEPARATOR,
            "cut",
            "copy",
            "paste",
            "select-all",
            SEPARATOR,
            "find",
            "find-next",
            "find-previous",
            "replace",
            SEPARATOR,
            "search",
            "keep-search",
            "rename-search",
            "delete-search",
            SEPARATOR,
            "replace-library",
        ),
    ),
    Menu(
        id="article",
        title=N_("&Article"),
        items=(
            Menu(id="status", title=N_("Status")),
            Menu(id="move", title=N_("Move to section")),
            SEPARATOR,
            "duplicate",
            "save-template",
            SEPARATOR,
            "keep-version",
            "versions",
            SEPARATOR,
            "spike",
            "restore",
            "delete",
        ),
    ),
    Menu(
        id="comments",
        title=N_("&Comments"),
        items=(
            "comment",
            "comment-edit",
            "comment-resolve",
            "comment-delete",
            SEPARATOR,
            "comment-next",
            "comment-previous",
            SEPARATOR,
            "comments",
        ),
    ),
    Menu(
        id="insert",
        title=N_("&Insert"),
        items=("insert-snippet", "keep-snippet", SEPARATOR),
    ),
    Menu(id="format", title=N_("F&ormat")),
    Menu(id="table", title=N_("Ta&ble")),
    Menu(
        id="view",
        title=N_("&View"),
        items=(
            "library",
            "side",
            "focus-mode",
            "dim",
            "typewriter",
            SEPARATOR,
            "outline",
            "bookmark",
            "next-bookmark",
            "previous-bookmark",
            SEPARATOR,
            "zoom-in",
            "zoom-out",
            "zoom-reset",
            Menu(
                id="interface",
                title=N_("Interface size"),
                items=(
                    *("interface-larger", "interface-smaller", SEPARATOR),
                    *(f"interface-{size}" for size in INTERFACE_SIZES),
                ),
            ),
            SEPARATOR,
            Menu(
                id="preview",
                title=N_("Web page"),
                items=(
                    "preview-article",
                    "preview-section",
                    "preview-front",
                    "preview-card",
                    SEPARATOR,
                    "preview-phone",
                    "preview-tablet",
                    "preview-desktop",
                    Menu(
                        id="preview-zoom",
                        title=N_("Size of the page"),
                        items=(
                            "preview-zoom-0",
                            "preview-zoom-50",
                            "preview-zoom-75",
                            "preview-zoom-100",
                            "preview-zoom-125",
                            "preview-zoom-150",
                            "preview-zoom-200",
                        ),
                    ),
                    SEPARATOR,
                    "preview-sync",
                    "preview-dark",
                    "preview-print",
                    "preview-theme",
                    SEPARATOR,
                    "preview-find",
                    "preview-reload",
                    "preview-window",
                ),
            ),
            Menu(
                id="printed",
                title=N_("Printed page"),
                items=(
                    *("print-previous", "print-next", SEPARATOR),
                    *("print-zoom-0", "print-zoom--1"),
                    *(f"print-zoom-{zoom}" for zoom in PRINT_ZOOMS),
                    *(SEPARATOR, "print-trim", "print-columns", "print-grid", SEPARATOR),
                    *("print-inks-none", "print-inks-total"),
                    *("print-inks-cyan", "print-inks-magenta"),
                    *("print-inks-yellow", "print-inks-black"),
                    *(SEPARATOR, "print-findings"),
                ),
            ),
            Menu(
                id="theme",
                title=N_("Theme"),
                items=(
                    "theme-system",
                    "theme-light",
                    "theme-dark",
                    SEPARATOR,
                    "theme-high-light",
                    "theme-high-dark",
                ),
            ),
            Menu(id="language", title=N_("Language"), items=("language-vi", "language-en")),
            SEPARATOR,
            "go-library",
            "go-sheet",
            "go-inspector",
            "go-preview",
            "go-print",
            "next-panel",
            "previous-panel",
        ),
    ),
    Menu(
        id="tools",
        title=N_("&Tools"),
        items=(
            *("palette", SEPARATOR, "proof", "counts", "slot", "check-pdf", SEPARATOR),
            *("sections", "profiles", "paper", "print-presets", "habits"),
        ),
    ),
    Menu(
        id="help", title=N_("&Help"), items=("shortcuts", SEPARATOR, "report", SEPARATOR, "about")
    ),
)


def submenu_titles() -> dict[str, str]:
    """Of each command in a menu within a menu that one's title, the English source: “Dark” alone
    does not say of what.
    """
    inner = (submenu for menu in MENUS for submenu in _within(menu))
    return {name: menu.title for menu in inner for name in menu.items if isinstance(name, str)}


def _within(menu: Menu) -> Iterator[Menu]:
    for item in menu.items:
        if isinstance(item, Menu):
            yield item
            yield from _within(item)


INSERT_TOOLS = (
    "photo",
    "table",
    "box",
    SEPARATOR,
    "heading",
    "quote-style",
    "bulleted",
    "numbered",
    SEPARATOR,
    "link",
)
FORMAT_TOOLS = (
    "paragraph",
    SEPARATOR,
    "bold",
    "italic",
    "underline",
    "strike",
    "superscript",
    "subscript",
    SEPARATOR,
    "indent",
    "outdent",
    "move-up",
    "move-down",
    SEPARATOR,
    "photo-edit",
    "paste-plain",
)
TABLE_TOOLS = (
    "table",
    SEPARATOR,
    "row-above",
    "row-below",
    "column-left",
    "column-right",
    SEPARATOR,
    "row-delete",
    "column-delete",
    "table-delete",
    SEPARATOR,
    "table-header",
)
"""The sheet's own tools (see `newsroom.ui.editor.tools`) in the menus."""

PLACE_MENU = Menu(id="place", title="", items=("export-site", SEPARATOR, "sections"))
"""Of the whole library and of a section in the tree."""
SEARCH_MENU = Menu(id="saved-search", title="", items=("rename-search", "delete-search"))
"""Of a saved search in the tree."""

CONTEXT_MENU = Menu(
    id="context",
    title="",
    items=(
        Menu(id="status", title=N_("Status")),
        Menu(id="move", title=N_("Move to section")),
        SEPARATOR,
        "duplicate",
        "export",
        "print",
        "page",
        SEPARATOR,
        "spike",
        "restore",
        "delete",
    ),
)
