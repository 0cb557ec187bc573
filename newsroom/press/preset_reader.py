"""Strict reading of a preset's tables into dataclasses; every error names the file and the key."""

from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Any, get_type_hints

from newsroom.errors import UserError

Limits = Mapping[str, Mapping[str, float]]
"""`least` and `most` by field."""
NO_LIMITS: Limits = {}


class PresetReader:
    """Checks the values of one file."""

    def __init__(self, file: str) -> None:
        self.file = file

    def record(self, kind: Any, values: Any, where: str) -> Any:
        """An instance of the dataclass `kind`; what is not given has its default."""
        return kind(**self.properties(kind, values, where))

    def properties(
        self, kind: Any, values: Any, where: str, limits: Limits = NO_LIMITS
    ) -> dict[str, Any]:
        """The given values of fields of the dataclass `kind`, checked.

        `limits` holds bounds by field, besides those in the metadata of the fields.
        """
        known = {entry.name: entry for entry in fields(kind)}
        hints = get_type_hints(kind)
        checked = {}
        for key, value in self.table(values, where).items():
            name = f"{where}.{key}" if where else key
            if key not in known:
                raise UserError(
                    "The print preset {file} has an unknown key “{key}”; there are: {known}.",
                    file=self.file,
                    key=name,
                    known=", ".join(known),
                )
            checked[key] = self.value(hints[key], value, name, limits.get(key, known[key].metadata))
        return checked

    def table(self, values: Any, where: str) -> Mapping[str, Any]:
        """`values`, when they are a table."""
        if not isinstance(values, dict):
            raise UserError(
                "In the print preset {file}, “{key}” must be a table.", file=self.file, key=where
            )
        return values

    def value(self, kind: Any, value: Any, where: str, limits: Mapping[str, float]) -> Any:
        """`value` as `kind` (a type of a field), within `limits` when it is a number."""
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return self.choice(kind, value, where)
        if kind is bool:
            return self._typed(isinstance(value, bool), value, where, "true/false")
        if kind is int or kind is float:
            number = isinstance(value, int if kind is int else (int, float))
            form = "1, 2, 3…" if kind is int else "9 / 9.4"
            self._typed(number and not isinstance(value, bool), value, where, form)
            return self._limited(kind(value), where, limits)
        if kind is str:
            return self._typed(isinstance(value, str), value, where, "“…”")
        if isinstance(kind, type) and hasattr(kind, "__dataclass_fields__"):
            return self.record(kind, value, where)
        fits = isinstance(value, list) and len(value) == 7
        self._typed(
            fits and all(isinstance(entry, str) for entry in value), value, where, "7 × “…”"
        )
        return tuple(value)

    def choice(self, kind: type[StrEnum], value: Any, where: str) -> Any:
        """The member of `kind` that `value` names."""
        if value not in [*kind]:
            raise UserError(
                "In the print preset {file}, “{key}” has “{value}”, which is not one of: {known}.",
                file=self.file,
                key=where,
                value=value,
                known=", ".join(kind),
            )
        return kind(value)

    def _typed(self, right: bool, value: Any, where: str, form: str) -> Any:
        if not right:
            raise UserError(
                "In the print preset {file}, “{key}” must have the form {form}, not “{value}”.",
                file=self.file,
                key=where,
                form=form,
                value=value,
            )
        return value

    def _limited(self, value: float, where: str, limits: Mapping[str, float]) -> float:
        least, most = limits.get("least", 0), limits.get("most", 1000)
        if not least <= value <= most:
            raise UserError(
                "In the print preset {file}, “{key}” must be between {least} and {most}.",
                file=self.file,
                key=where,
                least=least,
                most=most,
            )
        return value
