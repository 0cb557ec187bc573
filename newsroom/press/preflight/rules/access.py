"""Whether those who cannot see the page can read it (ISO 14289-1, the parts a machine can tell)."""

from typing import Any

from newsroom.press.preflight.rules.collecting import Collector

_MOST_ELEMENTS = 200_000


def check_access(found: Collector) -> None:
    """Tags, language and descriptions; for paper and screens only."""
    root: Any = found.file.pdf.Root
    if "/Lang" not in root:
        found.add("language-missing")
    if not found.file.is_tagged:
        found.add("untagged")
        return
    for _ in range(_figures_without_words(root.StructTreeRoot)):
        found.add("alt-missing")


def _figures_without_words(tree: Any) -> int:
    lacking, waiting, seen = 0, [tree], 0
    while waiting and seen < _MOST_ELEMENTS:
        element = waiting.pop()
        seen += 1
        if not hasattr(element, "get"):
            continue
        if str(element.get("/S", "")) == "/Figure" and not str(element.get("/Alt", "")):
            lacking += 1
        kids = element.get("/K")
        if kids is not None:
            waiting.extend(kids if kids._type_code.name == "array" else [kids])  # noqa: SLF001
    return lacking
