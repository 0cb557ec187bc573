"""Reading what people bring: files of every kind we know, and what they paste. Stores nothing."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote

from newsroom.domain.document import Block, Paragraph, text_of
from newsroom.domain.imported import ImportedArticle, Remark
from newsroom.domain.os_problem import os_problem
from newsroom.domain.taxonomy import SectionTree
from newsroom.errors import UserError
from newsroom.language.encodings import Decoded, decode, repaired
from newsroom.services.imported_photos import without_photos

MAX_TEXT_BYTES = 8 * 1024 * 1024
"""A thousand pages; more would only take minutes and gigabytes to read."""
MAX_PAGE_BYTES = 64 * 1024 * 1024
"""A web page may hold its photos."""
MAX_FILE_BYTES = 256 * 1024 * 1024
"""A Word file holds its photos, so it may be larger than text."""

LoadImage = Callable[[str], bytes | None]
_T = TypeVar("_T")


def read_paste(
    *,
    text: str = "",
    html: str = "",
    sections: SectionTree | None = None,
    load_image: LoadImage | None = None,
) -> ImportedArticle:
    """A whole article from the clipboard, not yet stored; pure but for `load_image`."""
    if html.strip():
        from newsroom.formats.html.reader import read_html

        found = read_html(html, load_image=load_image, sections=sections)
        if found.headline or found.body.blocks or not text.strip():
            return found
    from newsroom.formats.text.reader import read_text

    decoded = repaired(text)
    return _with_encoding(read_text(decoded.text, sections=sections), decoded)


def read_body(path: Path) -> tuple[Block, ...]:
    """The whole of a file as the blocks of a body, photos as their captions.

    Nothing of plain text or HTML is taken for a headline or furniture; of other files headline
    and lede open the body. Raises `UserError` as `read_file` does.
    """
    data = _bytes(path)
    reader = _named(path, lambda: _reader_for(path, data))
    if reader is _read_text:
        from newsroom.formats.text.reader import read_blocks

        return _named(path, lambda: read_blocks(decode(data).text))
    if reader is _read_html:
        from newsroom.formats.html.reader import read_fragment

        return _named(path, lambda: read_fragment(_page(data).text))
    found = _named(path, lambda: reader(path, data, None))
    fields = (found.kicker, found.headline, found.lede)
    above = tuple(Paragraph(text=text_of(words)) for words in fields if words)
    return (*above, *without_photos(found.body.blocks))


def read_file(path: Path, *, sections: SectionTree | None = None) -> ImportedArticle:
    """What the file holds, read by its content first and its suffix second; nothing is stored.

    Raises `UserError` that names the file when it is missing, a folder, unreadable, too large,
    of a kind we do not read, or damaged.
    """
    data = _bytes(path)
    return _named(path, lambda: _reader_for(path, data)(path, data, sections))


def _named(path: Path, read: Callable[[], _T]) -> _T:
    """What `read` returns; its error names the file."""
    try:
        return read()
    except UserError as error:
        raise UserError("“{file}”: {problem}", file=path.name, problem=error) from error


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UserError("“{file}” is a folder, not a file.", file=path.name)
        if not path.is_file():
            if not path.exists():
                raise UserError("There is no file “{file}”.", file=path)
            raise UserError("“{file}” is not an ordinary file.", file=path.name)
        if path.stat().st_size > MAX_FILE_BYTES:
            raise UserError(
                "“{file}” is larger than {limit} MB; no article is that long.",
                file=path.name,
                limit=MAX_FILE_BYTES // 1024**2,
            )
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            "“{file}” cannot be read: {problem}.",
            file=path.name,
            problem=os_problem(error),
        ) from error


def _reader_for(
    path: Path, data: bytes
) -> Callable[[Path, bytes, SectionTree | None], ImportedArticle]:
    suffix = path.suffix.lower()
    if suffix == ".docx" or data.startswith(_PACKAGES):
        return _read_docx
    if data.startswith(b"%PDF"):
        raise UserError("This is a PDF, from which no article can be read.")
    if _WEB_ARCHIVE.match(data[:2000]):
        raise UserError("This is a web archive (.mht); save it as a web page (.html) first.")
    if suffix in _HTML_SUFFIXES or (suffix not in _MARKDOWN_SUFFIXES and _is_html(data)):
        _require_size(data, MAX_PAGE_BYTES)
        return _read_html
    _require_size(data, MAX_TEXT_BYTES)
    if suffix == ".json":
        return _read_ninjs
    return _read_markdown if suffix in _MARKDOWN_SUFFIXES else _read_text


def _require_size(data: bytes | str, most: int) -> None:
    if len(data) > most:
        raise UserError("This text is larger than {limit} MB.", limit=most // 1024**2)


_EMBEDDED = re.compile(r"data:[\w/+.;=-]{1,99},[\w+/=%-]+")
"""A photo in a page, of which only the words are measured."""
_PACKAGES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")
"""How .docx, .doc and .rtf begin, whatever the file is called."""
_WEB_ARCHIVE = re.compile(
    rb"(?=.*^mime-version:).*^content-type:\s*multipart/related",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
"""What browsers call .mht and some programs .doc; its words are packed for the mail."""
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
_HTML_STARTS = ("<!doctype html", "<html", "<head", "<body", "<article", "<?xml")


def _is_html(data: bytes) -> bool:
    """Whether the content is a page, whatever the file is called."""
    start = data[:2000].decode("utf-8", errors="replace").lstrip("\ufeff \t\r\n").lower()
    return start.startswith(_HTML_STARTS) and "<" in start[1:]


def _read_docx(_path: Path, data: bytes, _sections: SectionTree | None) -> ImportedArticle:
    from newsroom.formats.docx.reader import read_docx

    return read_docx(data)


def _read_markdown(path: Path, data: bytes, _sections: SectionTree | None) -> ImportedArticle:
    from newsroom.formats.markdown.reader import read_markdown

    decoded = decode(data)
    return _with_encoding(read_markdown(decoded.text, load_photo=_files_beside(path)), decoded)


def _read_ninjs(path: Path, data: bytes, _sections: SectionTree | None) -> ImportedArticle:
    from newsroom.formats.ninjs.reader import read_ninjs

    decoded = decode(data)
    return _with_encoding(read_ninjs(decoded.text, load_photo=_files_beside(path)), decoded)


def _read_html(path: Path, data: bytes, sections: SectionTree | None) -> ImportedArticle:
    from newsroom.formats.html.reader import read_html

    decoded = _page(data)
    load = _files_beside(path)
    return _with_encoding(read_html(decoded.text, load_image=load, sections=sections), decoded)


def _page(data: bytes) -> Decoded:
    """The markup of a page; raises `UserError` when it is too long, its photos not counted."""
    from newsroom.formats.html.reader import declared_encoding

    decoded = decode(data, hint=declared_encoding(data))
    _require_size(_EMBEDDED.sub("", decoded.text), MAX_TEXT_BYTES)
    return decoded


def _read_text(_path: Path, data: bytes, sections: SectionTree | None) -> ImportedArticle:
    from newsroom.formats.text.reader import read_text

    decoded = decode(data)
    return _with_encoding(read_text(decoded.text, sections=sections), decoded)


_LEGACY_NAMES = {
    "tcvn3": "TCVN3 (ABC)",
    "tcvn5712-1": "TCVN3 (ABC)",
    "vni": "VNI",
    "viqr": "VIQR",
    "windows-1258": "Windows-1258",
    "windows-1252": "Windows-1252",
    "utf-8-twice": "UTF-8",
    "utf-8-damaged": "UTF-8",
}


def _with_encoding(imported: ImportedArticle, decoded: Decoded) -> ImportedArticle:
    """The article with a remark where its encoding had to be guessed."""
    if not decoded.legacy or decoded.text.isascii():
        return imported
    remark = Remark(
        template="The text was converted from {encoding}; please check its letters.",
        params={"encoding": _LEGACY_NAMES.get(decoded.encoding, decoded.encoding)},
    )
    return replace(imported, remarks=(*imported.remarks, remark))


def _files_beside(page: Path) -> LoadImage:
    """Reads the pictures that a browser saved in the folder beside the page, and no others."""
    folder = page.parent.resolve()

    def load(address: str) -> bytes | None:
        if "://" in address or address.startswith(("//", "/", "cid:", "file:")):
            return None
        name = unquote(address.partition("?")[0].partition("#")[0])
        try:
            path = (folder / name).resolve()
            inside = path.is_relative_to(folder) and path.is_file()
            return path.read_bytes() if inside and path.stat().st_size <= MAX_PAGE_BYTES else None
        except (OSError, ValueError):
            return None

    return load
