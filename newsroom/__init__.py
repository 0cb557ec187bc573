"""A desktop newsroom editor: draft, tag, preview and print articles with no network."""

__version__ = "0.1.0"
