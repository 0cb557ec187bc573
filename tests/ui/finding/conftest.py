"""Fixtures shared by the tests of finding and replacing."""

from tests.ui.support import clock, desk, tasks, theme

__all__ = ["clock", "desk", "tasks", "theme"]
