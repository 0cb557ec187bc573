"""Files that are no Word files, or mean harm: one clear sentence, and soon."""

import re
import struct
import zipfile
from contextlib import suppress
from copy import deepcopy
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from newsroom.errors import UserError
from newsroom.formats.docx import archive
from newsroom.formats.docx.reader import read_docx
from newsroom.formats.docx.writer import write_docx
from tests.formats.docx.files import DECLARED, para, word_file, zipped
from tests.formats.docx.samples import context, sample_article

SAMPLE = write_docx(sample_article(), context())
ODD_VALUES = ("", "-1", "99999999999", "x", "²", "1.5", "/../x", "http://[", "Quote", "\u0660")
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b"PK\x03\x04 not really", "not a Word file"),
        (b"\xff\xd8\xff\xe0 a photo", "not a Word file"),
        (b"{\\rtf1 xin}", "an RTF file"),
        (OLD_WORD, "Word 97–2003"),
        (OLD_WORD + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (zipped({"xl/workbook.xml": b"<x/>"}), "no document in it"),
        (zipped({"word/document.xml": b"<w:doc"}), "“word/document.xml” cannot be read"),
        (zipped({"word/document.xml": b""}), "“word/document.xml” cannot be read"),
        (zipped({"../../etc/x": b"", "word/document.xml": b""}), "dangerous name"),
        (zipped({"/etc/x": b""}), "dangerous name"),
        (zipped({"C:\\x": b""}), "dangerous name"),
        (zipped({f"p{n}": b"" for n in range(archive.MAX_ENTRIES + 1)}), "too many parts"),
        (zipped({"word/document.xml": bytes(40 * 1024**2)}), "far too much"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence) as caught:
        read_docx(data)
    assert str(caught.value).count("\n") == 0


def test_a_part_twice() -> None:
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as file:
        file.writestr("word/document.xml", "a")
        file.writestr("word/documenT.xml", "b")
    data = output.getvalue().replace(b"word/documenT.xml", b"word/document.xml")
    with pytest.raises(UserError, match="twice"):
        read_docx(data)


def test_the_strict_kind_of_word_files_is_read_like_the_usual_one() -> None:
    usual = rb'(=")http://schemas\.openxmlformats\.org/(\w+)/2006/'
    strict = rb"\1http://purl.oclc.org/ooxml/\2/"
    with zipfile.ZipFile(BytesIO(SAMPLE)) as file:
        parts = {name: re.sub(usual, strict, file.read(name)) for name in file.namelist()}
    assert b"purl.oclc.org/ooxml/wordprocessingml/main" in parts["word/document.xml"]
    article = read_docx(zipped(parts))
    assert article == read_docx(SAMPLE)
    assert article.photos


def test_a_symbolic_link() -> None:
    link = zipfile.ZipInfo("word/document.xml")
    link.external_attr = 0o120777 << 16
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as file:
        file.writestr(link, "/etc/passwd")
    with pytest.raises(UserError, match="dangerous name"):
        read_docx(output.getvalue())


def test_a_locked_part() -> None:
    data = bytearray(word_file(para("x")))
    place = data.rfind(b"PK\x01\x02")
    while place != -1:
        (flags,) = struct.unpack_from("<H", data, place + 8)
        struct.pack_into("<H", data, place + 8, flags | 1)
        place = data.rfind(b"PK\x01\x02", 0, place)
    with pytest.raises(UserError, match="locked with a password"):
        read_docx(bytes(data))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_not_followed(tmp_path, encoding: str) -> None:
    secret = tmp_path / "secret"
    secret.write_text("MẬT")
    document = (
        f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w:document {DECLARED}><w:body>'
        "<w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    )
    with pytest.raises(UserError, match="damaged"):
        read_docx(zipped({"word/document.xml": document.encode(encoding)}))


def test_a_large_part_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_XML", 100)
    with pytest.raises(UserError, match="too large"):
        read_docx(word_file(para("x")))


def test_deep_nesting_is_refused() -> None:
    deep = "<w:smartTag>" * 5000 + "</w:smartTag>" * 5000
    with pytest.raises(UserError):
        read_docx(word_file(f"<w:p>{deep}</w:p>"))


def test_tables_nested_as_deep_as_xml_may_be() -> None:
    body = para("x")
    for _ in range(70):
        body = f"<w:tbl><w:tr><w:tc>{body}{para('')}</w:tc></w:tr></w:tbl>"
    assert read_docx(word_file(body)).body


def test_styles_based_on_each_other() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/>'
        f'<w:basedOn w:val="{b}"/></w:style>'
        for a, b in (("a", "b"), ("b", "a"))
    )
    assert read_docx(word_file(para("x", style="a"), styles=styles)).body


def test_macros_are_left_out_with_a_word() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/'
        'vbaProject" Target="vbaProject.bin"/></Relationships>'
    )
    data = zipped(
        {
            "word/document.xml": f"<w:document {DECLARED}><w:body>{para('x')}</w:body>"
            "</w:document>".encode(),
            "word/_rels/document.xml.rels": relations.encode(),
            "word/vbaProject.bin": b"\xd0\xcf",
        }
    )
    assert any("macros" in remark.template for remark in read_docx(data).remarks)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_damaged_bytes_are_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(SAMPLE)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(whole)))
    with suppress(UserError):
        read_docx(bytes(whole[: end if data.draw(st.booleans()) else None]))


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_tags_in_odd_places_are_read(data: st.DataObject) -> None:
    """Any attribute value and any element name may turn up anywhere in a well-formed file."""
    with zipfile.ZipFile(BytesIO(SAMPLE)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    part = data.draw(st.sampled_from([name for name in parts if name.endswith(".xml")]))
    root = etree.fromstring(parts[part])
    nodes = list(root.iter())
    for _ in range(data.draw(st.integers(1, 6))):
        node = nodes[data.draw(st.integers(0, len(nodes) - 1))]
        other = nodes[data.draw(st.integers(0, len(nodes) - 1))]
        match data.draw(st.sampled_from(("rename", "copy", "attribute"))):
            case "rename":
                node.tag = other.tag
            case "copy":
                node.append(deepcopy(other))
            case _:
                for key in node.attrib:
                    node.set(key, data.draw(st.sampled_from(ODD_VALUES)))
    parts[part] = etree.tostring(root)
    with suppress(UserError):
        read_docx(zipped(parts))
