"""Where on a page the article stands, by names, by tags, by the density of its text."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom.formats.html.naming import hint_of, is_body, is_furniture
from newsroom.formats.page.pieces import Hint

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARAGRAPH = 60
"""Characters of own text from which an element counts as a paragraph."""
_MOST = 0.7
"""A container is stepped into while one child holds this share of all paragraph text."""
_ENOUGH = 0.4
"""Share of all paragraph text that an element named as the body must have to be believed."""
_HEAD_HINTS = frozenset(
    {Hint.HEADLINE, Hint.LEDE, Hint.KICKER, Hint.BYLINE, Hint.TIME, Hint.CRUMBS, Hint.TAGS}
)
_LONG_HINT = 1500
"""Characters; an element with more is a container, whatever its name says."""


@dataclass(slots=True)
class Weights:
    """Characters of text, and of paragraph text outside links, in each element's subtree."""

    text: "dict[_Element, int]" = field(default_factory=dict)
    prose: "dict[_Element, int]" = field(default_factory=dict)

    def measure(self, root: "_Element") -> None:
        """Weigh every element under `root`, children before parents."""
        for element in reversed(list(root.iter())):
            self._weigh(element)

    def _weigh(self, element: "_Element") -> None:
        own = len((element.text or "").strip())
        text, prose, linked = own, 0, 0
        for child in element:
            tail = len((child.tail or "").strip())
            text += self.text.get(child, 0) + tail
            own += tail + (self.text.get(child, 0) if child.tag in _FLOWING else 0)
            prose += self.prose.get(child, 0)
            linked += self.text.get(child, 0) if child.tag == "a" else 0
        self.text[element] = text
        solid = own - linked
        flows = element.tag in _FLOWING
        self.prose[element] = prose + (solid if solid >= _PARAGRAPH and not flows else 0)


_FLOWING = frozenset(
    {"a", "b", "strong", "i", "em", "u", "span", "font", "sup", "sub", "q", "cite"}
)


def skip_outside(root: "_Element") -> "Callable[[_Element], bool]":
    """A test that says which elements of a whole page are not part of its article.

    Kept are the element that holds the text, without the furniture inside it, and outside it the
    headline, lede, byline, time, breadcrumb and tags where they are named as such.
    """
    weights = Weights()
    weights.measure(root)
    body = _body(root, weights)
    above = set(body.iterancestors())
    inside = set(body.iter())
    kept = _kept_outside(root, above, inside, weights)

    def skip(element: "_Element") -> bool:
        if element in above or element is body:
            return False
        if element in inside:
            return is_furniture(element) and not _is_most(element, body, weights)
        return element not in kept

    return skip


def _is_most(element: "_Element", body: "_Element", weights: Weights) -> bool:
    """Whether an element with a name of furniture holds what must be the article."""
    share = weights.prose.get(element, 0) > weights.prose.get(body, 0) * 0.5
    return share or (element.tag not in ("nav", "footer") and element.find(".//h1") is not None)


def _body(root: "_Element", weights: Weights) -> "_Element":
    total = _prose_outside_furniture(root, weights)
    for test in (
        is_body,
        lambda e: e.tag == "article",
        lambda e: e.tag == "main" or e.get("role") == "main",
    ):
        found = [
            element for element in root.iter() if isinstance(element.tag, str) and test(element)
        ]
        best = max(found, key=lambda element: weights.prose.get(element, 0), default=None)
        if best is not None and weights.prose[best] >= max(1, total * _ENOUGH):
            return best
    return _densest(root, weights, total)


def _prose_outside_furniture(root: "_Element", weights: Weights) -> int:
    lost = 0
    stack = list(root)
    while stack:
        element = stack.pop()
        if isinstance(element.tag, str) and is_furniture(element):
            lost += weights.prose.get(element, 0)
        else:
            stack.extend(element)
    return weights.prose[root] - lost or weights.prose[root]


def _densest(root: "_Element", weights: Weights, total: int) -> "_Element":
    """The innermost element that still holds most of the paragraphs."""
    element = root
    while total:
        inner = max(element, key=lambda child: weights.prose.get(child, 0), default=None)
        if inner is None or inner.tag in ("p", "td", "li", "blockquote", *_FLOWING):
            break
        if weights.prose.get(inner, 0) < total * _MOST or len(inner) == 0:
            break
        element = inner
    return element


def _kept_outside(
    root: "_Element", above: "set[_Element]", inside: "set[_Element]", weights: Weights
) -> "set[_Element]":
    """The named parts of the head that stand outside the text, with what leads to and into them."""
    kept: set[_Element] = set()
    seen: set[Hint] = set()
    for element in root.iter():
        if element in inside or element in above or not isinstance(element.tag, str):
            continue
        hint = Hint.HEADLINE if element.tag == "h1" else hint_of(element)
        if hint not in _HEAD_HINTS or weights.text[element] > _LONG_HINT or element in kept:
            continue
        if (
            not weights.text[element]
            or _in_furniture(element, above)
            or (hint in seen and hint is not Hint.TIME)
        ):
            continue
        seen.add(hint)
        kept.update(element.iter())
        kept.update(parent for parent in element.iterancestors() if parent not in above)
    return kept


def _in_furniture(element: "_Element", above: "set[_Element]") -> bool:
    """Whether the element belongs to a related list, a comment… and not to the head."""
    for parent in element.iterancestors():
        if parent in above:
            return False
        if parent.tag in ("nav", "header") and hint_of(element) in (Hint.CRUMBS, Hint.HEADLINE):
            continue
        if parent.tag == "header":
            continue
        if is_furniture(parent) or parent.tag in ("li", "tr"):
            return True
    return False
