"""The language of the interface: gettext catalogues in `resources/translations`.

Source strings are English. `use(language)` is called once at start and when the person changes the
language; everything that shows words calls `_` at the moment of showing them.
"""

import gettext
from collections.abc import Mapping
from enum import Enum
from typing import Any, Protocol

from newsroom.errors import Listed, NewsroomError
from newsroom.paths import resource

LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}
"""Interface languages by code, each named in itself; the first is the default."""

_NULL = gettext.NullTranslations()


class _Catalogue:
    """Holds the translations in use, so that worker threads see the same as the window."""

    def __init__(self) -> None:
        self.language = "en"
        self.translations: gettext.NullTranslations = _NULL
        self.names: Mapping[Any, str] = {}


_catalogue = _Catalogue()


def use(language: str, names: Mapping[Any, str] | None = None) -> None:
    """Switch to `language`; one we have no catalogue for means English.

    `names` are the English words for values in sentences, statuses say; without them their codes
    stand there, which are what a command line takes.
    """
    _catalogue.names = names or {}
    _catalogue.language = language if language in LANGUAGES else "en"
    _catalogue.translations = _load(_catalogue.language)


def _load(language: str) -> gettext.NullTranslations:
    if language == "en":
        return _NULL
    folder = str(resource("translations"))
    return gettext.translation("newsroom", folder, languages=[language], fallback=True)


def language() -> str:
    """The code of the interface language in use."""
    return _catalogue.language


def _(message: str) -> str:
    """`message` in the language of the interface."""
    return _catalogue.translations.gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The plural form for `count`, in the language of the interface."""
    return _catalogue.translations.ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Mark `message` for translation where it is defined; `_` translates it where it is shown."""
    return message


class Sentence(Protocol):
    """An English template and what fills it: errors, remarks, findings."""

    @property
    def template(self) -> str: ...

    @property
    def params(self) -> Mapping[str, Any]: ...


def sentence(said: Sentence) -> str:
    """What `said` says, in the language of the interface; an error among its params speaks too."""
    params = {name: _said(value) for name, value in said.params.items()}
    return _(said.template).format(**params)


def _said(value: Any) -> Any:
    match value:
        case NewsroomError():
            return sentence(value)
        case Listed():
            return Listed(map(_said, value))
        case Enum() if value in _catalogue.names:
            return _(_catalogue.names[value])
        case _:
            return value
