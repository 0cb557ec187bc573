"""The file as a whole: what it claims to be, what it is for, what it carries besides pages."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from newsroom.press.preflight.file import MOST_PAGES
from newsroom.press.preflight.rules.collecting import Collector

_VERSIONS = {"PDF/X-1a:2001": "1.3", "PDF/X-1a:2003": "1.4", "PDF/X-3:2003": "1.4"}
_DEFAULT_VERSION = "1.6"
_HARMLESS_ACTIONS = {"/GoTo"}
_SAME_FIELDS = (
    ("Title", "{http://purl.org/dc/elements/1.1/}title"),
    ("Author", "{http://purl.org/dc/elements/1.1/}creator"),
    ("Trapped", "{http://ns.adobe.com/pdf/1.3/}Trapped"),
)


def check_document(found: Collector) -> None:
    """The rules of ISO 15930-1, -4 and -7 on the file itself, and those of common sense."""
    file = found.file
    for problem in file.problems[:5]:
        found.add("damaged", problem=problem)
    if file.pdf.is_encrypted:
        found.add("encrypted")
    if len(file.pdf.pages) > MOST_PAGES:
        found.add("too-many-pages", pages=MOST_PAGES)
    _check_standard(found)
    _check_metadata(found)
    _check_output_intent(found)
    _check_extras(found)


def _check_standard(found: Collector) -> None:
    file = found.file
    if not file.standard:
        found.add("pdfx-missing")
        return
    if file.info_standard and file.xmp_standard and file.info_standard != file.xmp_standard:
        found.add("pdfx-contradicted", first=file.info_standard, second=file.xmp_standard)
    wanted = _VERSIONS.get(file.standard, _DEFAULT_VERSION)
    if _number(file.pdf.pdf_version) > _number(wanted):
        found.add("pdf-version", standard=file.standard, wanted=wanted, found=file.pdf.pdf_version)


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def _check_metadata(found: Collector) -> None:
    file = found.file
    if not file.has_xmp:
        found.add("xmp-missing")
    for name, qualified in _SAME_FIELDS:
        said, meta = file.info.get(name, ""), file.xmp.get(qualified, "")
        if said and meta and _bare(said) != _bare(meta):
            found.add("metadata-contradicted", field=name)
    if not (file.info.get("Title") or file.xmp.get(_SAME_FIELDS[0][1])):
        found.add("title-missing")
    if _bare(file.info.get("Trapped", "")) not in {"true", "false"}:
        found.add("trapped-unknown")
    if "/ID" not in file.pdf.trailer:
        found.add("id-missing")


def _bare(value: str) -> str:
    """Names have a slash here and none there; several authors are joined by `,` or `;`."""
    return value.removeprefix("/").replace(";", ",").casefold().strip()


def _check_output_intent(found: Collector) -> None:
    root: Any = found.file.pdf.Root
    intents = [
        intent for intent in root.get("/OutputIntents", ()) if str(intent.get("/S")) == "/GTS_PDFX"
    ]
    if not intents:
        found.add("output-intent-missing")
        return
    for problem in _profile_problems(intents[0], needs_profile=not found.file.is_x1a):
        found.add("output-profile", problem=problem)


def _profile_problems(intent: Any, *, needs_profile: bool) -> Iterator[str]:
    from PIL import ImageCms

    if "/DestOutputProfile" not in intent:
        if needs_profile:
            yield "missing"
        elif not str(intent.get("/OutputConditionIdentifier", "")):
            yield "neither profile nor condition"
        return
    try:
        data = intent.DestOutputProfile.read_bytes()
        profile: Any = ImageCms.ImageCmsProfile(BytesIO(data)).profile
    except Exception:
        yield "unreadable"
        return
    if profile.xcolor_space.strip() != "CMYK":
        yield profile.xcolor_space.strip()
    if profile.device_class != "prtr":
        yield profile.device_class


def _check_extras(found: Collector) -> None:
    root: Any = found.file.pdf.Root
    names = root.get("/Names", {})
    if _acts(root) or "/JavaScript" in names:
        found.add("actions")
    if len(root.get("/AcroForm", {}).get("/Fields", ())):
        found.add("forms")
    if "/EmbeddedFiles" in names or "/AF" in root:
        found.add("attachments")
    if "/OCProperties" in root:
        found.add("layers")


def _acts(root: Any) -> bool:
    if "/AA" in root:
        return True
    opening = root.get("/OpenAction", {})
    kind = str(opening.get("/S", "")) if hasattr(opening, "keys") else ""
    return bool(kind) and kind not in _HARMLESS_ACTIONS
