"""The library's content profiles: read, checked, kept; choosing one for an article."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from newsroom.domain.article import Article, SectionPath
from newsroom.domain.changes import ChangeSet, Outcome
from newsroom.domain.ids import ArticleId
from newsroom.domain.ports import UnitOfWork
from newsroom.domain.profile import (
    GREATEST,
    MEASURED,
    Profile,
    Rule,
    profile_from_json,
    profile_to_json,
)
from newsroom.domain.taxonomy import SectionTree
from newsroom.errors import NotFoundError, UsageError, UserError
from newsroom.language.folding import key, nfc
from newsroom.paths import resource
from newsroom.services.desk import Desk

MAX_NAME: Final = 60
"""Characters; longer names fit no menu."""
_KEY: Final = "profiles"


def read_profiles(*, desk: Desk) -> tuple[Profile, ...]:
    """The profiles in the order of their menu."""
    with desk.open(writes=False) as work:
        return stored_profiles(work)


def stored_profiles(work: UnitOfWork) -> tuple[Profile, ...]:
    """The library's profiles; the shipped ones until the library has its own."""
    stored = work.settings.read(_KEY)
    return shipped_profiles() if stored is None else tuple(map(profile_from_json, stored))


def shipped_profiles() -> tuple[Profile, ...]:
    """The profiles of `resources/library/profiles.toml`."""
    with resource("library/profiles.toml").open("rb") as file:
        return tuple(map(profile_from_json, tomllib.load(file)["profile"]))


def find_profile(*, desk: Desk, name: str) -> Profile:
    """The profile called `name`, whatever its case.

    Raises `NotFoundError` that lists those there are.
    """
    profiles = read_profiles(desk=desk)
    found = next((profile for profile in profiles if key(profile.name) == key(name)), None)
    if found is None:
        raise NotFoundError(
            "There is no profile “{name}”; there are: {known}.",
            name=name,
            known=", ".join(profile.name for profile in profiles),
        )
    return found


def profile_of(article: Article, profiles: Sequence[Profile]) -> Profile | None:
    """The profile that `article` is held to; None when it has none, or one that is gone."""
    return next((profile for profile in profiles if profile.name == article.profile), None)


def first_section(profile: Profile, sections: SectionTree, chosen: SectionPath) -> SectionPath:
    """`chosen`, or the profile's section where none is chosen and the library has it."""
    if chosen or sections.find(profile.section) is None:
        return chosen
    return profile.section


def save_profiles(
    *, desk: Desk, profiles: Sequence[Profile], renamed: Mapping[str, str] | None = None
) -> Outcome[tuple[Profile, ...]]:
    """Make these the library's profiles; articles go with those that were `renamed`, old → new.

    An article whose profile is gone keeps its name and is held to what is asked of all. Raises
    `UserError` for the first profile that cannot be so; nothing is kept then.
    """
    clean = checked_profiles(profiles)
    with desk.open() as work:
        touched = _rename(work, renamed or {})
        work.settings.write(_KEY, [profile_to_json(profile) for profile in clean])
        work.commit()
    return Outcome(value=clean, changes=ChangeSet(articles=touched, settings=True))


def _rename(work: UnitOfWork, renamed: Mapping[str, str]) -> frozenset[ArticleId]:
    changed = {nfc(old): nfc(new.strip()) for old, new in renamed.items()}
    return work.articles.rename_profiles({old: new for old, new in changed.items() if old != new})


def checked_profiles(profiles: Sequence[Profile]) -> tuple[Profile, ...]:
    """The profiles with names trimmed; raises `UserError` that says what is wrong with which."""
    clean = tuple(map(_checked, profiles))
    names: set[str] = set()
    for profile in clean:
        if key(profile.name) in names:
            raise UserError("There are two profiles “{name}”.", name=profile.name)
        names.add(key(profile.name))
    return clean


def _checked(profile: Profile) -> Profile:
    name = nfc(" ".join(profile.name.split()))
    if not name:
        raise UserError("A profile needs a name.")
    if len(name) > MAX_NAME:
        raise UserError("The name of a profile has at most {limit} characters.", limit=MAX_NAME)
    rules = tuple(rule for rule in profile.rules if rule != Rule(field=rule.field))
    for rule in rules:
        _check_bounds(name, rule)
    return replace(profile, name=name, rules=rules)


def _check_bounds(name: str, rule: Rule) -> None:
    bounds = (rule.least, rule.most)
    if any(not 0 <= bound <= GREATEST for bound in bounds):
        raise UsageError(
            "“{name}”: a limit is a number from 0 to {greatest}.", name=name, greatest=GREATEST
        )
    if any(bounds) and rule.field not in MEASURED:
        raise UsageError("“{name}”: the field {field} has no length.", name=name, field=rule.field)
    if rule.most and rule.least > rule.most:
        raise UsageError(
            "“{name}”: at least {least} and at most {most} cannot both be.",
            name=name,
            least=rule.least,
            most=rule.most,
        )


def follow_sections(work: UnitOfWork, moved: Mapping[SectionPath, SectionPath]) -> None:
    """Sections were renamed or moved: profiles that begin in them go on doing so."""
    stored = work.settings.read(_KEY)
    if stored is None:
        return
    profiles = tuple(map(profile_from_json, stored))
    followed = [replace(each, section=moved_path(each.section, moved)) for each in profiles]
    work.settings.write(_KEY, [profile_to_json(profile) for profile in followed])


def moved_path(path: SectionPath, moved: Mapping[SectionPath, SectionPath]) -> SectionPath:
    """Where `path` is after the sections in `moved` (old → new) went, with all below them."""
    for length in range(len(path), 0, -1):
        if path[:length] in moved:
            return (*moved[path[:length]], *path[length:])
    return path
