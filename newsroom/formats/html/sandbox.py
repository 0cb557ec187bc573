"""Jinja2's sandbox made narrower: what a theme's template may do at all.

It may come from a stranger. It calls macros and nothing else, has a few plain filters, computes
with numbers alone, and every turn, call and new text counts on the budget. This module is imported
when the first template is compiled.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.filters import FILTERS
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from newsroom.formats.html.budget import bounded, step

Sources = Mapping[str, tuple[Path, str]]
"""Name → where a template lies and its text."""

_FILTERS = ("d", "default", "e", "escape", "first", "join", "last", "length", "lower", "trim")
_STEP = f"{step.__module__}.{step.__name__}"
_BOUNDED = "bounded"
_REMEMBERED = 4096
"""Attributes; a template that makes up names must not fill the memory with them."""


class _Unknown(StrictUndefined):
    """What a template names and is not given; its author knows `page`, not our classes."""

    @property
    def _undefined_message(self) -> str:
        return f"there is no “{self._undefined_name}”"


class ThemeEnvironment(ImmutableSandboxedEnvironment):
    """Compiles the templates of one theme, which see one another and nothing else."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, sources: Sources) -> None:
        super().__init__(
            autoescape=True,
            undefined=_Unknown,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            loader=_Loader(sources),
            auto_reload=False,
            cache_size=-1,
        )
        self.globals = {}
        self._safe: dict[tuple[type, str], bool] = {}
        self.filters = {name: _bounded_filter(FILTERS[name]) for name in _FILTERS}
        self.filters[_BOUNDED] = bounded

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = super()._parse(source, name, filename)
        for node, message in _refused(tree):
            raise TemplateSyntaxError(message, node.lineno, name, filename)
        _Counting().visit(tree)
        tree.set_environment(self)
        return tree

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """As Jinja2 has it. That depends on the type alone, so that it is asked but once."""
        key = (type(obj), attr)
        if key not in self._safe:
            found = bool(super().is_safe_attribute(obj, attr, value))
            if len(self._safe) >= _REMEMBERED:
                return found
            self._safe[key] = found
        return self._safe[key]

    def is_safe_callable(self, obj: Any) -> bool:
        """Macros, `loop(…)`, `loop.cycle(…)`, `loop.changed(…)`."""
        owner = getattr(obj, "__self__", obj)
        return isinstance(obj, Macro) or isinstance(owner, LoopContext) or obj is step

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """The value of a call, if it is not too large."""
        return bounded(super().call(context, obj, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic with numbers; texts are put together with `~`."""
        if operator == "**" or not (_is_number(left) and _is_number(right)):
            raise SecurityError(f"“{operator}” is for small sums only")
        return bounded(super().call_binop(context, operator, left, right))


def _refused(tree: nodes.Template) -> Iterator[tuple[nodes.Node, str]]:
    """What a theme may not say, each with its sentence."""
    for extends in tree.find_all(nodes.Extends):
        yield extends, "themes use {% include %}, not {% extends %}"
    for name in tree.find_all(nodes.Name):
        if name.name in ("varargs", "kwargs"):
            yield name, f"macros name their arguments; there is no “{name.name}”"


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def _bounded_filter(work: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(work)
    def made(*args: Any, **kwargs: Any) -> Any:
        return bounded(work(*args, **kwargs))

    return made


class _Counting(NodeTransformer):
    """Makes each turn of a loop, each macro and file count, and each new text be measured."""

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        """The node with its children, counting."""
        self.generic_visit(node, *args, **kwargs)
        match node:
            case nodes.Template() | nodes.For() | nodes.Macro() | nodes.CallBlock():
                node.body.insert(0, _step_at(node.lineno))
            case nodes.AssignBlock():
                node.filter = _measured(node.filter, node.lineno)
            case nodes.Concat() | nodes.List() | nodes.Dict() | nodes.Tuple(ctx="load"):
                return _measured(node, node.lineno)
        return node


def _step_at(line: int) -> nodes.ExprStmt:
    name = nodes.ImportedName(_STEP, lineno=line)
    call = nodes.Call(name, [], [], None, None, lineno=line)
    return nodes.ExprStmt(call, lineno=line)


def _measured(node: nodes.Expr | None, line: int) -> nodes.Filter:
    return nodes.Filter(node, _BOUNDED, [], [], None, None, lineno=line)


class _Loader(BaseLoader):
    """Finds a theme's templates in memory: the disk is never asked."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The text of a template and where it lies."""
        del environment
        if template not in self._sources:
            raise TemplateNotFound(template)
        path, text = self._sources[template]
        return text, str(path), None
