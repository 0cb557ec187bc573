"""What is kept as JSON may come back damaged: one way to say so."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from newsroom.errors import UserError

P = ParamSpec("P")
T = TypeVar("T")


def malformed(template: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """For functions that read JSON values: what does not fit becomes the sentence `template`.

    `template` has a place `{problem}` for what is missing or wrong; it is the key of its
    translation.
    """

    def decorated(read: Callable[P, T]) -> Callable[P, T]:
        @wraps(read)
        def reading(*values: P.args, **named: P.kwargs) -> T:
            try:
                return read(*values, **named)
            except (LookupError, TypeError, ValueError, AttributeError) as error:
                raise UserError(template, problem=_problem(error)) from error

        return reading

    return decorated


def _problem(error: Exception) -> UserError:
    """The detail in words; what Python says of it stays with the cause, for the log."""
    if isinstance(error, KeyError):
        return UserError("“{name}” is missing", name=error.args[0])
    return UserError("something in it does not have the form it should have")
