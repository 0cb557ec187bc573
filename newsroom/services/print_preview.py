"""The printed page before it is printed: the file of an article, or any PDF, sheet by sheet."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.article import Article
from newsroom.domain.imported import Remark
from newsroom.domain.rendering import RenderContext
from newsroom.errors import CancelledError
from newsroom.services.preflighting import read_pdf
from newsroom.services.progress import Progress, Silent, told_in_hundredths

if TYPE_CHECKING:
    from newsroom.press.layout.remembering import Remembered
    from newsroom.press.preflight.report import Report
    from newsroom.press.preset import Preset
    from newsroom.press.sheets import Sheet

_USUAL_LIMIT = 300.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PrintFile:
    """A finished PDF file with what is known of its pages; each is one of its own kind.

    `ink_limit` is the most ink that its press carries, in per cent. `for_press` tells whether it
    is meant for plates; None lets the file say it. `path` is where a file from outside lies.
    """

    name: str
    data: bytes = field(repr=False)
    sheets: "tuple[Sheet, ...]"
    remarks: tuple[Remark, ...] = ()
    ink_limit: float = _USUAL_LIMIT
    for_press: bool | None = None
    path: Path | None = None


class ArticlePrinter:
    """Makes the file of an article that is being written again and again.

    Paragraphs that did not change keep their lines. To be used from one thread at a time.
    """

    def __init__(self) -> None:
        self._remembered: Remembered | None = None

    def print(
        self,
        article: Article,
        context: RenderContext,
        *,
        preset: str,
        own: Path | None = None,
        progress: Progress | None = None,
    ) -> PrintFile:
        """The article as the file that `preset` makes of it, byte by byte what an export writes.

        `own` is the folder of the library's presets. Raises `UsageError` for a preset that is not
        there, `UserError` for one that is wrong, `CancelledError` at a cancel.
        """
        from newsroom.press.layout.remembering import Remembered
        from newsroom.press.presets import load_preset

        remembered = self._remembered = self._remembered or Remembered()
        form = load_preset(preset, folder=own)
        try:
            made = print_form(article, context, form, progress=progress, remembered=remembered)
        except CancelledError:
            remembered.keep_all()
            raise
        remembered.forget_unused()
        return made


def print_form(
    article: Article,
    context: RenderContext,
    form: "Preset",
    *,
    progress: Progress | None = None,
    remembered: "Remembered | None" = None,
) -> PrintFile:
    """The article as the file that `form` makes of it; raises `CancelledError` at a cancel."""
    from newsroom.press.layout.pages import lay_out
    from newsroom.press.pdf import LAYING_OUT, print_layout
    from newsroom.press.sheets import laid_sheets
    from newsroom.press.watching import part_of

    told = told_in_hundredths(progress or Silent())
    laying_out, drawing = part_of(told, 0.0, LAYING_OUT), part_of(told, LAYING_OUT, 1.0)
    layout = lay_out([article], [context], form, told=laying_out, remembered=remembered)
    printed = print_layout(layout, [article], [context], form, drawing)
    return PrintFile(
        name=article.headline or article.slug,
        data=printed.data,
        sheets=laid_sheets(layout.pages, form.output),
        remarks=printed.warnings,
        ink_limit=float(form.output.ink_limit),
        for_press=_is_for_press(form),
    )


def open_print_file(path: Path) -> PrintFile:
    """The PDF file `path` of anyone's.

    Raises `UserError` when it cannot be read, is no PDF, is locked or has no page.
    """
    from newsroom.press.sheets import file_sheets

    data = read_pdf(path)
    return PrintFile(name=path.name, data=data, sheets=file_sheets(data, name=path.name), path=path)


def check_print_file(file: PrintFile) -> "Report":
    """The preflight of the file as it stands."""
    return _checked(file.data, file.name, file.ink_limit, for_press=file.for_press)


def check_export(path: Path, *, preset: str | None, own: Path | None = None) -> "Report":
    """The preflight of the PDF file `path` that was just written in the form of `preset`.

    None is the usual form. Raises `UserError` when the file or the preset cannot be read.
    """
    from newsroom.press.presets import load_preset
    from newsroom.services.export_formats import find_format

    form = load_preset(preset or find_format("pdf").default, folder=own)
    limit, for_press = float(form.output.ink_limit), _is_for_press(form)
    return _checked(read_pdf(path), path.name, limit, for_press=for_press)


def _is_for_press(form: "Preset") -> bool:
    from newsroom.press.preset import ColourSpace

    return form.colour is ColourSpace.CMYK


def _checked(data: bytes, name: str, limit: float, *, for_press: bool | None) -> "Report":
    from newsroom.press.preflight.checking import preflight
    from newsroom.press.preflight.report import Limits, Purpose

    purposes = {True: Purpose.PRESS, False: Purpose.OFFICE, None: None}
    limits = Limits(ink=limit)
    return preflight(data, name=name, purpose=purposes[for_press], limits=limits)
