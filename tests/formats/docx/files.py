"""Word files of strangers, put together by hand so that each test shows what is in them."""

import zipfile
from io import BytesIO

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": _OFFICE,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
DECLARED = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def part(root: str, inside: str) -> str:
    """An XML part with all namespaces declared."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {DECLARED}>{inside}</w:{root}>'


def word_file(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
    comments: str = "",
    media: dict[str, bytes] | None = None,
    links: dict[str, str] | None = None,
    more: dict[str, bytes] | None = None,
) -> bytes:
    """A .docx file. `media` are files by relationship id, `links` outside addresses by theirs."""
    parts = {"styles": styles, "numbering": numbering, "footnotes": footnotes, "comments": comments}
    given = {name: xml for name, xml in parts.items() if xml}
    relations = [_relation(name, name, f"{name}.xml") for name in given]
    relations += [_relation(key, "image", f"media/{key}.jpg") for key in media or {}]
    relations += [_relation(key, "hyperlink", to, "External") for key, to in (links or {}).items()]
    files: dict[str, bytes] = {
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": _relations([_relation("d", "officeDocument", "word/document.xml")]),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>").encode(),
        "word/_rels/document.xml.rels": _relations(relations),
    }
    files |= {f"word/{name}.xml": part(name, xml).encode() for name, xml in given.items()}
    files |= {f"word/media/{key}.jpg": data for key, data in (media or {}).items()}
    return zipped(files | (more or {}))


def zipped(files: dict[str, bytes]) -> bytes:
    """The zip of some files."""
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return output.getvalue()


def _relation(key: str, kind: str, target: str, mode: str = "Internal") -> str:
    return (
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    )


def _relations(entries: list[str]) -> bytes:
    return f'<Relationships xmlns="{_PACKAGE}">{"".join(entries)}</Relationships>'.encode()


def run(text: str, properties: str = "") -> str:
    """A run with properties such as `<w:b/>`."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*inside: str, style: str = "", layout: str = "") -> str:
    """A paragraph; words without markup become a run."""
    content = "".join(piece if piece.startswith("<") else run(piece) for piece in inside)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{layout}</w:pPr>{content}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells that hold paragraphs."""
    body = "".join(
        f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows
    )
    return f"<w:tbl>{body}</w:tbl>"


def inline_picture(key: str, *, alt: str = "", inside: str = "") -> str:
    """A picture in a run, as Word writes it today."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{alt}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:blipFill><a:blip r:embed="{key}"/>{inside}</pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def text_box(content: str) -> str:
    """A text box as modern Word writes it: DrawingML, and the same in VML for older programs."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback>{old_text_box(content)}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def old_text_box(content: str) -> str:
    """A text box of VML alone (inside a run)."""
    return (
        f"<w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
        "</v:shape></w:pict>"
    )
