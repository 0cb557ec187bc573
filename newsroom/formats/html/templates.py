"""The templates of a theme, compiled: a page of what is shown, or a mistake with file and line."""

import re
from collections.abc import Iterable
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

from newsroom.errors import UserError
from newsroom.formats.html.budget import counted, fresh_budget

if TYPE_CHECKING:
    from newsroom.formats.html.sandbox import Sources

ENTRY = "page.html"
_LIVE = "live"


class Templates:
    """The compiled templates; raises `UserError` for the first that is malformed.

    `sources` are name → (path, text). The page begins with `page.html`, which includes the others
    and has a block `live` around all that its body shows.
    """

    def __init__(self, sources: "Sources") -> None:
        # Jinja2 takes 20 ms to import and only pages need it
        from newsroom.formats.html.sandbox import ThemeEnvironment

        self._paths = {str(path): path for path, _ in sources.values()}
        self._environment = ThemeEnvironment(sources)
        for name, (path, _) in sources.items():
            self._compile(name, path)
        self.entry = sources[ENTRY][0]
        self._page = self._environment.get_template(ENTRY)
        if _LIVE not in self._page.blocks:
            lacking = UserError("{words} is missing", words="{% block live %}")
            raise mistake(self.entry, 0, lacking)

    def page(self, view: object) -> str:
        """The whole page of `view`, which the templates know as `page`."""
        return self._written(self._page.generate(page=view))

    def live(self, view: object) -> str:
        """What the block `live` makes of `view`."""
        context = self._page.new_context({"page": view})
        return self._written(self._page.blocks[_LIVE](context))

    def _compile(self, name: str, path: Path) -> None:
        from jinja2 import TemplateSyntaxError

        try:
            self._environment.get_template(name)
        except TemplateSyntaxError as error:
            raise mistake(path, error.lineno, _told(error)) from error
        except (ArithmeticError, MemoryError, RecursionError, SyntaxError, ValueError) as error:
            raise mistake(path, 0, type(error).__name__) from error

    def _written(self, pieces: Iterable[str]) -> str:
        try:
            with fresh_budget():
                return "".join(counted(pieces))
        except Exception as error:
            raise self._mistake() from error

    def _mistake(self) -> UserError:
        """The sentence for what was just raised: Jinja2 points tracebacks at template lines."""
        try:
            self._environment.handle_exception()
        except Exception as error:
            frames = [one for one in extract_tb(error.__traceback__) if one.filename in self._paths]
            path = self._paths[frames[-1].filename] if frames else self.entry
            line = frames[-1].lineno if frames else 0
            return mistake(path, line or 0, _told(error))


def _told(error: Exception) -> UserError | str:
    """What Jinja2 or the sandbox says, in our words where it is something that often happens."""
    said = str(error).strip().rstrip(".")
    unknown = re.fullmatch(r"there is no “(.*)”", said)
    if unknown:
        return UserError("there is no “{name}”", name=unknown[1])
    no_filter = re.fullmatch(r"No filter named '(.*)'", said)
    if no_filter:
        return UserError("there is no filter “{name}”", name=no_filter[1])
    return said or type(error).__name__


def mistake(path: Path, line: int, problem: UserError | str) -> UserError:
    """The sentence for a mistake in a theme's file; `line` 0 means the whole file.

    `problem` has no full stop; what a library says is passed on in its own words.
    """
    if not line:
        return UserError("Theme file {file}: {problem}.", file=str(path), problem=problem)
    return UserError(
        "Theme file {file}, line {line}: {problem}.", file=str(path), line=line, problem=problem
    )
