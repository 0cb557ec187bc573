"""Fixtures shared by the tests of print presets."""

from tests.ui.support import clock, desk, tasks, theme

__all__ = ["clock", "desk", "tasks", "theme"]
