"""Versions of the open article: listed, compared, named, brought back.

`newsroom.ui.version_keeper` keeps them while one writes.
"""
