"""Photo files with metadata, made byte by byte as the standards lay it down."""

import hashlib
from io import BytesIO

from PIL import Image


def iim(*values: tuple[int, int, bytes]) -> bytes:
    """Datasets of IPTC-IIM 4.2, chapter 3: marker, record, dataset, length, value."""
    return b"".join(
        b"\x1c" + bytes((record, number)) + len(value).to_bytes(2, "big") + value
        for record, number, value in values
    )


def _resource(number: int, data: bytes) -> bytes:
    padded = data + b"\x00" * (len(data) % 2)
    return b"8BIM" + number.to_bytes(2, "big") + b"\x00\x00" + len(data).to_bytes(4, "big") + padded


def photoshop(block: bytes, digest: bytes | None = None) -> bytes:
    """Photoshop's image resources with IIM and, if given, the digest of it that XMP goes with."""
    data = b"Photoshop 3.0\x00" + _resource(0x0404, block)
    return data if digest is None else data + _resource(0x0425, digest)


def digest_of(block: bytes) -> bytes:
    """What Photoshop writes beside IIM that it has put into XMP."""
    return hashlib.md5(block, usedforsecurity=False).digest()


def xmp(inside: str = "", attributes: str = "") -> bytes:
    """A packet with one description."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
        ' xmlns:iptc="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"'
        f" {attributes}>{inside}</rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="w"?>'
    ).encode()


def alternatives(name: str, **texts: str) -> str:
    """A property with a text for each language (`_` in names stands for `-`)."""
    items = "".join(
        f'<rdf:li xml:lang="{language.replace("_", "-")}">{words}</rdf:li>'
        for language, words in texts.items()
    )
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"


def creators(*names: str) -> str:
    """The photographers in their order."""
    items = "".join(f"<rdf:li>{name}</rdf:li>" for name in names)
    return f"<dc:creator><rdf:Seq>{items}</rdf:Seq></dc:creator>"


def jpeg(
    *,
    size: tuple[int, int] = (60, 40),
    colour: str = "#406080",
    exif: Image.Exif | None = None,
    packet: bytes = b"",
    resources: bytes = b"",
) -> bytes:
    """A JPEG with the given metadata; `resources` goes into an APP13 segment."""
    output = BytesIO()
    options = {"exif": exif} if exif is not None else {}
    Image.new("RGB", size, colour).save(output, "JPEG", xmp=packet or None, **options)
    data = output.getvalue()
    if not resources:
        return data
    segment = b"\xff\xed" + (len(resources) + 2).to_bytes(2, "big") + resources
    return data[:2] + segment + data[2:]
