"""The preflight: a finished PDF in, a report out."""

from newsroom.press.preflight.file import PdfFile, Progress, open_file
from newsroom.press.preflight.report import Limits, Purpose, Report
from newsroom.press.preflight.rules.access import check_access
from newsroom.press.preflight.rules.collecting import Collector
from newsroom.press.preflight.rules.colour import check_colour
from newsroom.press.preflight.rules.document import check_document
from newsroom.press.preflight.rules.images import check_images
from newsroom.press.preflight.rules.pages import check_pages
from newsroom.press.preflight.rules.text import check_text

_CHECKS = (check_document, check_pages, check_text, check_colour, check_images, check_access)


def preflight(
    data: bytes,
    *,
    name: str,
    purpose: Purpose | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Report:
    """Hold the PDF in `data` to the rules of `purpose`.

    Without a purpose the file says it: one that claims PDF/X is for the press, one that is tagged
    and claims none is for the office, any other is held to what the press needs. `name` is the
    file's in messages. `progress` may raise to stop. Raises `UserError` when it is no PDF, or is
    locked.
    """
    file = open_file(data, name)
    file.walk(progress or _silent)
    wanted = purpose or _purpose(file)
    found = Collector(file=file, purpose=wanted, limits=limits or Limits())
    for check in _CHECKS:
        check(found)
    return Report(
        purpose=wanted,
        standard=file.standard,
        pages=len(file.pdf.pages),
        findings=found.findings(),
    )


def _purpose(file: PdfFile) -> Purpose:
    return Purpose.OFFICE if file.is_tagged and not file.standard else Purpose.PRESS


def _silent(_done: int, _total: int) -> None:
    """Nobody waits."""
