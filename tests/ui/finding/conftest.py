"""Fixtures shared by the tests of finding and replacing."""

import pytest
from PySide6.QtCore import QSettings

from tests.ui.support import clock, desk, tasks, theme

__all__ = ["clock", "desk", "settings", "tasks", "theme"]


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "newsroom.ini"), QSettings.Format.IniFormat)
