"""Content profiles: what a kind of article (news item, feature…) must have and how long it may be.

A rule asks for a field, bounds it, or both. A broken rule never stops anyone: it is shown while
writing and before export, with the weight that the rule gives it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from newsroom.domain.article import SectionPath
from newsroom.domain.json_document import Json
from newsroom.domain.malformed import malformed
from newsroom.domain.review import Place, Severity

HEADLINE_WORDS: Final = 15
"""Tiếng; a longer headline fits neither the site's list nor two lines of print."""

FIELDS: Final = (
    Place.SECTION,
    Place.KICKER,
    Place.HEADLINE,
    Place.LEDE,
    Place.BODY,
    Place.PHOTOS,
    Place.TAGS,
    Place.BYLINE,
    Place.DATELINE,
)
"""What a rule may be about, in the order in which findings are told. Photos: at least one."""

MEASURED: Final = (Place.HEADLINE, Place.LEDE, Place.BODY, Place.PHOTOS, Place.TAGS)
"""The fields that have a length: in tiếng, or in photos and tags."""

GREATEST: Final = 100_000
"""No limit is higher; an article of the library is never that long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What is asked of one field: whether it must be there, and `least` ≤ its length ≤ `most`.

    `required` and `limit` are the weights of the two findings; `required` None asks for nothing, a
    bound of 0 is none. Only the fields in `MEASURED` have bounds; of a required field that is empty
    it is not said that it is too short as well.
    """

    field: Place
    required: Severity | None = None
    least: int = 0
    most: int = 0
    limit: Severity = Severity.WARNING


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A kind of article by its name; `section` and `language` are what a new one begins with."""

    name: str = ""
    rules: tuple[Rule, ...] = field(default=())
    section: SectionPath = ()
    language: str = ""

    def rule(self, place: Place) -> Rule:
        """What is asked of a field, nothing by default."""
        return next((rule for rule in self.rules if rule.field is place), Rule(field=place))


EVERYDAY: Final = Profile(
    rules=(
        Rule(field=Place.SECTION, required=Severity.WARNING),
        Rule(field=Place.HEADLINE, required=Severity.ERROR, most=HEADLINE_WORDS),
        Rule(field=Place.LEDE, required=Severity.WARNING),
        Rule(field=Place.BODY, required=Severity.ERROR),
        Rule(field=Place.BYLINE, required=Severity.WARNING),
    )
)
"""What is asked of an article without a profile."""


def profile_to_json(profile: Profile) -> Json:
    """The profile as `profiles.toml` writes it too; rules that ask for nothing are left out."""
    return {
        "name": profile.name,
        "section": list(profile.section),
        "language": profile.language,
        "rules": {str(rule.field): _rule_to_json(rule) for rule in profile.rules},
    }


def _rule_to_json(rule: Rule) -> Json:
    value: Json = {"required": str(rule.required)} if rule.required is not None else {}
    bounds = {"least": rule.least, "most": rule.most}
    given = {name: bound for name, bound in bounds.items() if bound}
    return value | given | ({"limit": str(rule.limit)} if given else {})


@malformed("A profile cannot be read: {problem}.")
def profile_from_json(value: Mapping[str, Any]) -> Profile:
    """The profile that `profile_to_json` wrote; raises `UserError` when it is malformed."""
    rules = value.get("rules", {})
    return Profile(
        name=str(value["name"]),
        section=_path(value.get("section", ())),
        language=str(value.get("language", "")),
        rules=tuple(_rule(place, rules[place]) for place in FIELDS if place in rules),
    )


def _path(names: Sequence[str]) -> SectionPath:
    return tuple(map(str, names))


def _rule(place: Place, value: Mapping[str, Any]) -> Rule:
    required = value.get("required")
    return Rule(
        field=place,
        required=Severity(required) if required else None,
        least=int(value.get("least", 0)),
        most=int(value.get("most", 0)),
        limit=Severity(value.get("limit", Severity.WARNING)),
    )
