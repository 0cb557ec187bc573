"""What photographers and agencies write into a photo's file: XMP, IPTC-IIM and EXIF.

For each fact the first that has it wins: XMP, then IIM, then EXIF. That is the order of the IPTC
Photo Metadata Standard, whose fields live in XMP, IIM being the older form kept beside it, and
EXIF coming from the camera, which fills the caption with its own name. As the Metadata Working
Group asks (Guidelines for Handling Image Metadata 2.0, 2010, on IIM and XMP), IIM comes before
XMP where Photoshop's digest beside it shows that it was written later by a program that does not
know XMP.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from newsroom.domain.photo import PhotoMetadata
from newsroom.errors import UserError
from newsroom.formats.xmp import read_xmp
from newsroom.language.encodings import decode

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

Facts = Mapping[str, tuple[str, ...]]
"""The names of `PhotoMetadata`'s fields, each with its values as they stand in the file."""
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF")
_LONGEST, _LONGEST_CAPTION = 200, 2000
_MOST_CREATORS = 8
_MOST_BYTES = 64_000
"""Of one value; IIM fields have at most 2000 bytes, and so much of any other is enough."""

_IIM = {
    (2, 120): "caption",
    (2, 105): "headline",
    (2, 80): "creators",
    (2, 110): "credit",
    (2, 116): "copyright",
    (2, 90): "city",
    (2, 55): "taken",
}
"""Record and dataset numbers of IPTC-IIM 4.2."""
_CHARACTER_SET, _UTF8 = (1, 90), b"\x1b%G"
_IIM_RESOURCE, _DIGEST_RESOURCE = 0x0404, 0x0425
_EXIF = {0x010E: "caption", 0x013B: "creators", 0x8298: "copyright"}
_EXIF_WINDOWS = {0x9C9C: "caption", 0x9C9D: "creators"}
"""What the file manager of Windows writes, in UTF-16."""
_EXIF_PART, _EXIF_TAKEN = 0x8769, 0x9003
_CAMERA_WORDS = re.compile(
    r"\s*(?:(?:olympus|minolta|konica|casio|samsung|kodak|sony|panasonic|canon|nikon|fuji\w*)"
    r"(?: (?:digital|dsc|camera|picture|pictures))+|exif_jpeg_picture|dcim\w*|screenshot|default"
    r"|untitled|image description|(?:img|dsc[nf]?)[_ ]?\d+(?:\.jpe?g)?)\s*",
    re.IGNORECASE,
)
_DAY = re.compile(r"(\d{4})[-:/]?(\d\d)[-:/]?(\d\d)(?!\d)")


def read_photo_metadata(data: bytes) -> PhotoMetadata:
    """What the file in `data` says of itself; nothing when it says nothing that can be read.

    Never raises for what a file holds: bad metadata is no reason to refuse a good photo.
    """
    from PIL import Image

    # Pillow's readers raise whatever they stumble on in a stranger's tags
    with suppress(Exception), Image.open(BytesIO(data), formats=_FORMATS) as image:
        return _merged(_sources(image))
    return PhotoMetadata()


def _sources(image: "ImageFile") -> list[Facts]:
    """The facts of each source that can be read, the most trusted one first."""
    xmp = _or_nothing(_xmp_facts, image)
    iim = _or_nothing(_iim_facts, image)
    exif = _or_nothing(_exif_facts, image)
    return [iim, xmp, exif] if _iim_is_newer(image) else [xmp, iim, exif]


def _or_nothing(read: "Callable[[ImageFile], Facts]", image: "ImageFile") -> Facts:
    try:
        return read(image)
    except Exception:  # one source that is damaged leaves the others standing
        return {}


def _xmp_facts(image: "ImageFile") -> Facts:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    return read_xmp(packet.encode("utf-8") if isinstance(packet, str) else bytes(packet))


def _iim_is_newer(image: "ImageFile") -> bool:
    """Whether IIM was changed after XMP was written beside it."""
    resources = image.info.get("photoshop")
    if not isinstance(resources, Mapping):
        return False
    digest, iim = resources.get(_DIGEST_RESOURCE), resources.get(_IIM_RESOURCE)
    if not isinstance(digest, bytes) or not isinstance(iim, bytes) or len(digest) != 16:
        return False
    return any(digest) and hashlib.md5(iim, usedforsecurity=False).digest() != digest


def _iim_facts(image: "ImageFile") -> Facts:
    from PIL import IptcImagePlugin

    found = IptcImagePlugin.getiptcinfo(image) or {}
    named = {
        name: [value[:_MOST_BYTES] for value in _several(found[key])]
        for key, name in _IIM.items()
        if key in found
    }
    said = b"".join(_several(found.get(_CHARACTER_SET, b"")))
    words = iter(_decoded([value for values in named.values() for value in values], said))
    return {name: tuple(next(words) for _value in values) for name, values in named.items()}


def _several(value: bytes | Sequence[bytes | None] | None) -> list[bytes]:
    """Pillow gives one value alone, several as a list, and None for an empty one."""
    values = [value] if value is None or isinstance(value, bytes) else value
    return [each for each in values if each is not None]


def _decoded(values: list[bytes], character_set: bytes = b"") -> Iterator[str]:
    """All values of a file in one encoding, told by its label or guessed from all of them."""
    lines = [b" ".join(value.replace(b"\x00", b" ").split()) for value in values]
    hint = "utf-8" if character_set.startswith(_UTF8) else None
    try:
        words = decode(b"\n".join(lines), hint=hint).text.split("\n")
    except UserError:
        words = []
    same = len(words) == len(lines)
    yield from words if same else (line.decode("utf-8", errors="replace") for line in lines)


def _exif_facts(image: "ImageFile") -> Facts:
    exif = image.getexif()
    facts = {name: str(exif[tag]) for tag, name in _EXIF.items() if exif.get(tag)}
    # Pillow reads EXIF's ASCII as Latin-1, whatever the bytes are
    raw = [value[:_MOST_BYTES].encode("latin-1", errors="replace") for value in facts.values()]
    told = {name: (word,) for name, word in zip(facts, _decoded(raw), strict=True)}
    if _CAMERA_WORDS.fullmatch("".join(told.get("caption", ()))):
        del told["caption"]
    for tag, name in _EXIF_WINDOWS.items():
        value = exif.get(tag)
        if isinstance(value, bytes):
            told.setdefault(name, (value[:_MOST_BYTES].decode("utf-16-le", errors="replace"),))
    taken = exif.get_ifd(_EXIF_PART).get(_EXIF_TAKEN)
    return told | ({"taken": (str(taken),)} if taken else {})


def _merged(sources: Iterable[Facts]) -> PhotoMetadata:
    best: dict[str, tuple[str, ...]] = {}
    for facts in sources:
        for name, values in facts.items():
            limit = _LONGEST_CAPTION if name == "caption" else _LONGEST
            tidy = tuple(filter(None, (_line(value, limit) for value in values)))
            if tidy:
                best.setdefault(name, tidy)
    creators = (name.strip() for value in best.pop("creators", ()) for name in value.split(";"))
    days = filter(None, map(_day, best.pop("taken", ())))
    return PhotoMetadata(
        creators=tuple(dict.fromkeys(filter(None, creators)))[:_MOST_CREATORS],
        taken=next(days, None),
        **{name: values[0] for name, values in best.items()},
    )


def _line(words: str, limit: int) -> str:
    """In one line, NFC, without control characters, at most `limit` characters."""
    plain = unicodedata.normalize("NFC", words[: 4 * limit])
    spaced = "".join(" " if unicodedata.category(c) in _NOT_SHOWN else c for c in plain)
    line = " ".join(spaced.replace("\ufffd", "").split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


_NOT_SHOWN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


def _day(words: str) -> date | None:
    """The day in `2020-07-20T10:33:00+07:00`, `2020:07:20 10:33:00` or `20200720`."""
    match = _DAY.match(words)
    try:
        found = date(*map(int, match.groups())) if match is not None else None
    except ValueError:
        return None
    return found if found is not None and found.year >= _FIRST_PHOTO else None


_FIRST_PHOTO = 1826
"""Cameras whose clock was never set say year 0."""
