"""What the window for print presets has done on worker threads."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsroom.domain.article import Article
from newsroom.services.desk import Desk
from newsroom.services.preset_files import (
    StoredPreset,
    copy_preset,
    delete_preset,
    put_preset_back,
    read_preset,
    rename_preset,
    save_preset,
    show_preset,
    take_profile,
)
from newsroom.services.print_presets import PrintPreset, print_presets
from newsroom.services.print_preview import PrintFile
from newsroom.ui.tasks import TaskProgress


def read_list(desk: Desk, _progress: TaskProgress) -> tuple[PrintPreset, ...]:
    """The presets there are."""
    return print_presets(desk=desk)


def read_one(desk: Desk, name: str, _progress: TaskProgress) -> StoredPreset:
    """The file of a preset."""
    return read_preset(desk=desk, name=name)


def see(
    desk: Desk, draft: StoredPreset, article: Article | None, _progress: TaskProgress
) -> tuple[str, PrintFile]:
    """The name of the draft, and the article in its form."""
    file = show_preset(desk=desk, name=draft.name, tables=draft.tables, article=article)
    return draft.name, file


def copy(desk: Desk, name: str, new: str, _progress: TaskProgress) -> str:
    """Make a copy; returns its name."""
    return copy_preset(desk=desk, name=name, new=new)


def rename(desk: Desk, name: str, new: str, _progress: TaskProgress) -> str:
    """Rename; returns the name."""
    return rename_preset(desk=desk, name=name, new=new)


def delete(desk: Desk, name: str, _progress: TaskProgress) -> bytes:
    """Delete; returns what brings it back."""
    return delete_preset(desk=desk, name=name)


def put_back(desk: Desk, name: str, data: bytes, _progress: TaskProgress) -> str:
    """Undo a deletion; returns the name."""
    put_preset_back(desk=desk, name=name, data=data)
    return name


def save(
    desk: Desk, drafts: Mapping[str, StoredPreset], _progress: TaskProgress
) -> tuple[str, ...]:
    """Write all drafts; stops at the first that is wrong. Returns the names of those written."""
    for name, draft in drafts.items():
        save_preset(desk=desk, name=name, tables=draft.tables)
    return tuple(drafts)


def take(desk: Desk, path: str, _progress: TaskProgress) -> Any:
    """Keep a copy of a colour profile; returns its name."""
    return take_profile(desk=desk, path=Path(path))
