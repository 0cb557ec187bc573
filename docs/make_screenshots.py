"""Makes the pictures of the README and the gallery: `make screenshots`; needs no screen.

Without arguments all of them, with names of scenes those alone. The scenes are the table in
`docs/shots/scenes.py`; the library is a temporary one with sample articles.
"""

import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve()
sys.path.insert(0, str(SCRIPT.parent.parent))


def main(words: list[str]) -> None:
    """All pictures; called again by itself with the look and names of one process."""
    from docs.shots import site, takes
    from docs.shots.page import PAGE, page
    from docs.shots.scenes import SCENES
    from docs.shots.sheets import take_sheets

    if words[:1] and words[0] in ("vi", "en"):
        language, theme, which, *names = words
        look = takes.Look(language=language, theme=theme, all=which == "all")
        takes.take(look, tuple(names))
        return
    if words[:1] == ["site"] and len(words) == 2:
        site.take(Path(words[1]))
        return
    if not words or "sheets" in words:
        take_sheets()
    with takes.display():
        if not words or "site" in words:
            site.take_site(SCRIPT)
        for look in takes.LOOKS:
            takes.run(SCRIPT, look, tuple(words))
            sys.stderr.write(f"docs/pictures/gallery/*-{look.suffix}.png\n")
    PAGE.write_text(page(SCENES), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
