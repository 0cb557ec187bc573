"""A person hears that the disk is nearly full, once."""

import pytest
from PySide6.QtCore import QObject

from newsroom.ui import disk_watch
from newsroom.ui.disk_watch import DiskWatch


class Centre(QObject):
    def __init__(self):
        super().__init__()
        self.told = []

    def tell_warning(self, words):
        self.told.append(words)


@pytest.fixture
def free(monkeypatch):
    left = [10_000]
    monkeypatch.setattr(disk_watch, "free_megabytes", lambda _folder: left[0])
    return left


def test_it_warns_once_each_time_room_becomes_little(qtbot, tasks, tmp_path, free):
    centre = Centre()
    watch = DiskWatch(tmp_path, tasks=tasks, centre=centre, parent=centre)
    counts = []
    for megabytes in (10_000, 480, 470, None, 9_000, 120):
        free[0] = megabytes
        watch.look()
        qtbot.waitUntil(lambda: not tasks.busy())
        counts.append(len(centre.told))
    assert counts[:3] == [0, 1, 1]
    assert counts[-1] == 2
    assert centre.told[0].startswith("Only 480 MB are left")
