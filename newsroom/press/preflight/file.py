"""An opened PDF with what it says of itself, and its pages as they were walked."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pikepdf import PasswordError, Pdf, PdfError

from newsroom.errors import UserError
from newsroom.press.preflight.marks import PageMarks
from newsroom.press.preflight.pages import walk

MOST_PAGES = 1000
_PDFX = re.compile(r"PDF/X-(\d)[a-z]?(?::\d{4})?")

Progress = Callable[[int, int], None]
"""Told the pages done and their number; may raise to stop."""


@dataclass(kw_only=True)
class PdfFile:
    """`info` is the document information, `xmp` the metadata by qualified name."""

    pdf: Pdf
    problems: tuple[str, ...]
    info: dict[str, str]
    xmp: dict[str, str]
    has_xmp: bool
    pages: list[PageMarks] = field(default_factory=list)

    @property
    def info_standard(self) -> str:
        return self.info.get("GTS_PDFXVersion", "")

    @property
    def xmp_standard(self) -> str:
        return self.xmp.get("{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion", "")

    @property
    def standard(self) -> str:
        """What the file calls itself, such as `PDF/X-4`; empty when it claims nothing."""
        return self.xmp_standard or self.info_standard

    @property
    def is_x1a(self) -> bool:
        return self.standard.startswith("PDF/X-1")

    @property
    def is_tagged(self) -> bool:
        root: Any = self.pdf.Root
        marked = root.get("/MarkInfo", {}).get("/Marked", False)
        return bool(marked) and "/StructTreeRoot" in root

    def walk(self, progress: Progress) -> None:
        """Read the pages, at most `MOST_PAGES`."""
        total = min(len(self.pdf.pages), MOST_PAGES)
        for at in range(total):
            progress(at, total)
            self.pages.append(walk(self.pdf.pages[at], at + 1))
        progress(total, total)


def open_file(data: bytes, name: str) -> PdfFile:
    """The PDF in `data`; raises `UserError`, which names it, when it is none or is locked."""
    try:
        pdf = Pdf.open(BytesIO(data), suppress_warnings=True)
        problems = tuple(dict.fromkeys(_problems(pdf)))
        has_xmp, xmp = _xmp(pdf)
        return PdfFile(pdf=pdf, problems=problems, info=_info(pdf), xmp=xmp, has_xmp=has_xmp)
    except PasswordError as error:
        raise UserError(
            "The file {file} is locked with a password and cannot be checked.", file=name
        ) from error
    except (PdfError, RuntimeError, ValueError, TypeError) as error:
        raise UserError("The file {file} is not a PDF that can be read.", file=name) from error


def _problems(pdf: Pdf) -> Iterator[str]:
    """What qpdf had to mend or guess, in its own words, without byte positions."""
    for warning in [*map(str, pdf.get_warnings()), *pdf.check_pdf_syntax()]:
        text = re.sub(r"\((?:offset|object)[^)]*\)|^[^:]*: ?", "", warning).strip()
        yield text.rstrip(".") or warning


def _info(pdf: Pdf) -> dict[str, str]:
    if "/Info" not in pdf.trailer:
        return {}
    return {str(key).removeprefix("/"): str(value) for key, value in pdf.docinfo.items()}


def _xmp(pdf: Pdf) -> tuple[bool, dict[str, str]]:
    """Whether there is XMP that can be read, and its simple values by name."""
    if "/Metadata" not in pdf.Root:
        return False, {}
    try:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            return True, {str(key): _flat(value) for key, value in metadata.items()}
    except Exception:
        return False, {}


def _flat(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list | set | tuple) else str(value)
