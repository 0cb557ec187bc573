"""The page that shows the gallery's pictures, made from the table of scenes."""

from collections.abc import Sequence
from pathlib import Path

from docs.shots.stage import Scene

PAGE = Path(__file__).resolve().parent.parent / "gallery.md"
_HEAD = """# Every panel and dialog

In Vietnamese and in English; the main ones in the dark and in high contrast too. Made by
`make screenshots` from the table in `docs/shots/`, so this page is never mended by hand.
"""
_EVERY, _MAIN = ("vi", "en"), ("vi-dark", "vi-high-light", "vi-high-dark")


def page(scenes: Sequence[Scene]) -> str:
    """The page as Markdown."""
    return "\n".join((_HEAD, *map(_entry, scenes)))


def _entry(scene: Scene) -> str:
    lines = [f"## {scene.name}", "", scene.words, "", _pictures(scene, _EVERY), ""]
    if scene.main:
        lines += [_pictures(scene, _MAIN), ""]
    return "\n".join(lines)


def _pictures(scene: Scene, suffixes: Sequence[str]) -> str:
    share = 96 // len(suffixes)
    return "\n".join(
        f'<img src="pictures/gallery/{scene.name}-{suffix}.png" width="{share}%" '
        f'alt="{scene.name}, {suffix}">'
        for suffix in suffixes
    )
