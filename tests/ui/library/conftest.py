"""Fixtures shared by the tests of the window."""

from tests.ui.support import clock, desk, settle, tasks, theme

__all__ = ["clock", "desk", "settle", "tasks", "theme"]
