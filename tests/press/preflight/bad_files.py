"""Ways to spoil a sound file: its claims, its boxes, what lies beside its page; a rule each."""

from collections.abc import Mapping
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.press.preflight.bad_marks import BAD_MARKS
from tests.press.preflight.sound_page import (
    BLEED,
    PDFX,
    SHEET,
    TRIM,
    Bad,
    Spoil,
    as_x1a,
    drop,
    put,
)


def _script(pdf: Pdf) -> Any:
    return Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _attachment(pdf: Pdf) -> None:
    pdf.attachments["thư.txt"] = b"xin chao"


def _second_page(pdf: Pdf, *, blank: bool = False, wider: float = 0) -> None:
    pdf.pages.append(pdf.pages[0])
    page = pdf.pages[1].obj
    if blank:
        page.Contents = pdf.make_stream(b"")
    right = (0, 0, wider, 0)
    for key, box in (("/MediaBox", SHEET), ("/BleedBox", BLEED), ("/TrimBox", TRIM)):
        page[key] = Array([a + b for a, b in zip(box, right, strict=True)])


def _info(key: str, value: Any) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        pdf.docinfo[key] = value

    return spoil


def _no_title(pdf: Pdf) -> None:
    del pdf.docinfo["/Title"]
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        del xmp["dc:title"]


def _no_claim(pdf: Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        del xmp[f"{{{PDFX}}}GTS_PDFXVersion"]


def _rgb_profile(pdf: Pdf) -> Any:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    stream = pdf.make_stream(profile)
    return _intent(pdf, stream)


def _intent(pdf: Pdf, profile: Any) -> Any:
    return Array(
        [
            Dictionary(
                S=Name.GTS_PDFX,
                OutputConditionIdentifier=String("x"),
                DestOutputProfile=profile,
            )
        ]
    )


def _link(pdf: Pdf) -> Any:
    return Array(
        [
            pdf.make_indirect(
                Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([80, 390, 200, 420]))
            )
        ]
    )


_BAD_FILES: Mapping[str, Bad] = {
    "pdf-version": Bad(spoil=as_x1a),
    "pdfx-missing": Bad(spoil=_no_claim),
    "pdfx-contradicted": Bad(spoil=_info("/GTS_PDFXVersion", String("PDF/X-3:2003"))),
    "xmp-missing": Bad(spoil=drop("Root", "/Metadata"), also=frozenset({"pdfx-missing"})),
    "metadata-contradicted": Bad(spoil=_info("/Title", String("Một tên khác"))),
    "title-missing": Bad(spoil=_no_title),
    "trapped-unknown": Bad(
        spoil=_info("/Trapped", Name.Unknown), also=frozenset({"metadata-contradicted"})
    ),
    "output-intent-missing": Bad(spoil=drop("Root", "/OutputIntents")),
    "output-profile": Bad(
        spoil=put("Root", "/OutputIntents", lambda pdf: _intent(pdf, pdf.make_stream(b"no icc")))
    ),
    "actions": Bad(spoil=put("Root", "/OpenAction", _script)),
    "forms": Bad(
        spoil=put("Root", "/AcroForm", lambda _: Dictionary(Fields=Array([Dictionary(T="a")])))
    ),
    "attachments": Bad(spoil=_attachment),
    "layers": Bad(spoil=put("Root", "/OCProperties", lambda _: Dictionary(OCGs=Array([])))),
    "trim-missing": Bad(spoil=drop("Page", "/TrimBox")),
    "trim-and-art": Bad(spoil=put("Page", "/ArtBox", lambda _: Array(TRIM))),
    "boxes-nesting": Bad(spoil=put("Page", "/BleedBox", lambda _: Array([-10, -10, 410, 510]))),
    "bleed-missing": Bad(spoil=put("Page", "/BleedBox", lambda _: Array(TRIM))),
    "page-sizes": Bad(spoil=lambda pdf: _second_page(pdf, wider=40)),
    "page-blank": Bad(spoil=lambda pdf: _second_page(pdf, blank=True)),
    "page-scaled": Bad(spoil=put("Page", "/UserUnit", lambda _: 1.01)),
    "annotations": Bad(spoil=put("Page", "/Annots", _link)),
}
BAD: Mapping[str, Bad] = {**_BAD_FILES, **BAD_MARKS}
"""By the rule that is broken."""
