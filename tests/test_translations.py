"""Every string of the interface is translated, with the same places, and compiled."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

_FOLDER = Path(__file__).parent.parent / "resources" / "translations"
_PLACE = re.compile(r"\{[^{}]*\}")


def _load_updater() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update", _FOLDER / "update.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


updater = _load_updater()


@pytest.fixture(scope="module")
def sources():
    """The ids of all strings; reading the package takes seconds, so not while tests are listed."""
    return [message.id for message in updater.extract() if message.id]


@pytest.fixture(scope="module")
def catalogues():
    return {language: updater.read(language) for language in updater.languages()}


def _strings(value):
    return list(value) if isinstance(value, tuple | list) else [value]


@pytest.mark.parametrize("language", updater.languages())
def test_every_string_is_translated(sources, catalogues, language):
    catalog = catalogues[language]
    missing = [
        key
        for key in sources
        if (entry := catalog.get(_strings(key)[0])) is None or not all(_strings(entry.string))
    ]
    assert missing == []


@pytest.mark.parametrize("language", updater.languages())
def test_translations_keep_the_places(catalogues, language):
    wrong = [
        message.id
        for message in catalogues[language]
        if message.id
        and any(
            sorted(_PLACE.findall(text)) != sorted(_PLACE.findall(_strings(message.id)[-1]))
            for text in _strings(message.string)
        )
    ]
    assert wrong == []


@pytest.mark.parametrize("language", updater.languages())
def test_no_translation_is_left_over(sources, catalogues, language):
    known = {_strings(key)[0] for key in sources}
    stale = [m.id for m in catalogues[language] if m.id and _strings(m.id)[0] not in known]
    assert stale == []


@pytest.mark.parametrize("language", updater.languages())
def test_compiled_catalogue_is_fresh(catalogues, language):
    compiled = updater.po_path(language).with_suffix(".mo").read_bytes()
    assert compiled == updater.compiled(catalogues[language])


def test_menu_mnemonics_are_kept_out_of_sources(sources):
    doubled = [key for key in sources if any("&&" in text for text in _strings(key))]
    assert doubled == []
