"""Gathers what rules find: one finding a rule, page and wording, with a count."""

from dataclasses import dataclass, field, replace

from newsroom.press.preflight.file import PdfFile
from newsroom.press.preflight.report import Box, Finding, Limits, Purpose, Severity
from newsroom.press.preflight.rules.catalogue import RULES

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}
_Key = tuple[str, int | None, tuple[tuple[str, object], ...]]


@dataclass(kw_only=True)
class Collector:
    """Rules call `add`; what does not apply to the purpose is dropped here, and only here."""

    file: PdfFile
    purpose: Purpose
    limits: Limits
    _found: dict[_Key, Finding] = field(default_factory=dict)

    def add(
        self, rule: str, page: int | None = None, place: Box | None = None, **params: object
    ) -> None:
        """Note that `rule` is broken; the first place on a page stands for the others."""
        entry = RULES[rule]
        severity = entry.severity(self.purpose)
        if severity is None:
            return
        key = (rule, page, tuple(sorted(params.items())))
        known = self._found.get(key)
        if known is not None:
            self._found[key] = replace(known, count=known.count + 1)
            return
        self._found[key] = Finding(
            rule=rule,
            severity=severity,
            message=replace(entry.says, params=params),
            advice=replace(entry.advice, params=params),
            page=page,
            place=place,
        )

    def findings(self) -> tuple[Finding, ...]:
        """By page, the whole file first; the gravest of a page first."""
        return tuple(
            sorted(
                self._found.values(),
                key=lambda found: (found.page or 0, _ORDER[found.severity], found.rule),
            )
        )
