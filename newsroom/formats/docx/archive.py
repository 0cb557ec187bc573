"""A Word file as a stranger hands it in: checked before anything in it is parsed."""

import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from newsroom.errors import UserError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_ENTRIES = 2_000
MAX_UNPACKED = 200 * 1024**2
MAX_RATIO = 100
MAX_XML = 32 * 1024**2
"""The largest part that is parsed: its tree takes some ten times its size."""
_PROLOGUE = 4096
"""Within these bytes a document type would stand; office files never have one."""
_SMALL = 1024**2
"""Up to this size unpacked, a high ratio does no harm: an empty table shrinks that well."""
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED = 0x1
_SYMLINK = 0o120000
_STRICT = re.compile(rb"""(=["'])http://purl\.oclc\.org/ooxml/(\w+)/""")
"""The names of ISO/IEC 29500 Strict, which Word offers among its file types."""
_TRANSITIONAL = rb"\1http://schemas.openxmlformats.org/\2/2006/"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a relationship of a part points: a part's name, or an address when `external`."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Archive:
    """The parts of an office file, by their names without the leading slash."""

    zip: zipfile.ZipFile
    names: frozenset[str]

    def read(self, name: str) -> bytes:
        """The bytes of a part; empty when there is none. Raises `UserError` when damaged."""
        if name not in self.names:
            return b""
        try:
            return self.zip.read(name)
        except (*_BROKEN, RuntimeError) as error:
            raise UserError(
                "The Word file is damaged: “{part}” cannot be read.", part=name
            ) from error

    def xml(self, name: str) -> "Element | None":
        """The root of a part, None when there is none.

        Entities, DTDs and addresses are never followed. Raises `UserError` when it is malformed.
        """
        if name not in self.names:
            return None
        if self.zip.getinfo(name).file_size > MAX_XML:
            raise UserError("The Word file is too large: “{part}” was not read.", part=name)
        return _parsed(self.read(name), name)

    def relations(self, name: str) -> dict[str, Relation]:
        """The relationships of a part by their ids; those of the file itself for an empty name."""
        folder, _, file = name.rpartition("/")
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return {}
        entries = root.iter(f"{_RELATIONS}Relationship")
        return {entry.get("Id", ""): _relation(entry, folder) for entry in entries}


def open_archive(data: bytes) -> Archive:
    """The archive in `data`, within the limits of this module.

    Raises `UserError` when it is no Word file, locked, damaged, too large or booby-trapped.
    """
    _check_kind(data)
    try:
        opened = zipfile.ZipFile(BytesIO(data))
    except _BROKEN as error:
        raise UserError("This is not a Word file (.docx), or it is damaged.") from error
    _check_entries(opened.infolist(), len(data))
    return Archive(opened, frozenset(opened.namelist()))


def _check_kind(data: bytes) -> None:
    if not data:
        raise UserError("The file is empty.")
    if data.startswith(_OLD_WORD) and _LOCKED in data:
        raise UserError("The Word file is locked with a password; save it without one first.")
    if data.startswith(_OLD_WORD):
        raise UserError("This is a file of Word 97–2003 (.doc); save it as .docx first.")
    if data.startswith(b"{\\rtf"):
        raise UserError("This is an RTF file; save it as .docx first.")


def _check_entries(entries: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES:
        raise UserError("The Word file has too many parts: {count}.", count=len(entries))
    if unpacked > MAX_UNPACKED or (unpacked > _SMALL and unpacked > MAX_RATIO * packed):
        raise UserError("The Word file unpacks to far too much and was not opened.")
    if len({entry.filename for entry in entries}) < len(entries):
        raise UserError("The Word file holds a part twice and was not opened.")
    for entry in entries:
        _check_entry(entry)


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or ":" in name:
        raise UserError("The Word file holds a part with a dangerous name and was not opened.")
    if entry.external_attr >> 16 & 0o170000 == _SYMLINK:
        raise UserError("The Word file holds a part with a dangerous name and was not opened.")
    if entry.flag_bits & _ENCRYPTED:
        raise UserError("The Word file is locked with a password; save it without one first.")


def _parsed(data: bytes, name: str) -> "Element":
    from lxml import etree

    if b"<!DOCTYPE" in data[:_PROLOGUE]:
        raise UserError("The Word file is damaged: “{part}” cannot be read.", part=name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_STRICT.sub(_TRANSITIONAL, data), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UserError("The Word file is damaged: “{part}” cannot be read.", part=name) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UserError("The Word file is damaged: “{part}” cannot be read.", part=name)
    return root


def _relation(entry: "Element", folder: str) -> Relation:
    target = entry.get("Target", "")
    external = entry.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    kind = entry.get("Type", "").rpartition("/")[2]
    return Relation(kind=kind, target=target, external=external)
