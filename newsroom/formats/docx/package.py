"""The parts of a Word file and the zip around them."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, cast

from newsroom.domain.article import Article
from newsroom.domain.style import Family
from newsroom.formats.docx.comments_in import word_date
from newsroom.formats.docx.draft import Draft, Note
from newsroom.formats.docx.elements import Element, el
from newsroom.formats.docx.inline import line
from newsroom.formats.docx.lists import numbering_element
from newsroom.formats.docx.properties import app_part, fields_part, fill_core, store_part
from newsroom.formats.docx.stylesheet import font_name, styles_element
from newsroom.formats.docx.theme import fonts_element, settings_element, theme_part

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.parts.document import DocumentPart

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FILE_MODE = 0o600 << 16
_PACKED = (".jpg", ".jpeg", ".png", ".gif")
"""Kinds of file that zip makes no smaller."""


def new_document_part() -> "DocumentPart":
    """An empty document in a package of its own, without python-docx's template."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.package import Package
    from docx.parts.document import DocumentPart

    package = Package()
    root = el("w:document", None, [el("w:body")])
    name = PackURI("/word/document.xml")
    part = DocumentPart(
        name, CONTENT_TYPE.WML_DOCUMENT_MAIN, cast("BaseOxmlElement", root), package
    )
    package.relate_to(part, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    return part


def finished(draft: Draft, articles: Sequence[Article]) -> bytes:
    """The whole file, once the body is written."""
    _add_xml_parts(draft)
    if draft.notes:
        draft.add_xml("comments", "comments", _comments(draft.notes))
    _add_theme(draft)
    _add_properties(draft, articles)
    if len(articles) == 1:
        _add_fields(draft, articles[0])
    return _saved(draft)


def _add_xml_parts(draft: Draft) -> None:
    preset, context, language = draft.preset, draft.context, draft.language
    fonts = sorted({font_name(family, preset, context.style) for family in Family})
    draft.add_xml(
        "styles", "styles", styles_element(preset, context.style, context.paper, language)
    )
    draft.add_xml("numbering", "numbering", numbering_element(draft.ordered_lists))
    draft.add_xml("settings", "settings", settings_element(language))
    draft.add_xml("fontTable", "fontTable", fonts_element(fonts))


def _comments(notes: Sequence[Note]) -> Element:
    return el(
        "w:comments",
        None,
        [
            el(
                "w:comment",
                {
                    "w:id": number,
                    "w:author": note.author,
                    "w:date": word_date(note.at),
                    "w:initials": "".join(word[0] for word in note.author.split()),
                },
                [line("CommentText", text) for text in note.text.split("\n")],
            )
            for number, note in enumerate(notes)
        ],
    )


def _add_theme(draft: Draft) -> None:
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

    style = draft.context.style
    fonts = (font_name(family, draft.preset, style) for family in (Family.DISPLAY, Family.TEXT))
    part = _part(draft, "/word/theme/theme1.xml", CONTENT_TYPE.OFC_THEME, theme_part(*fonts))
    draft.part.relate_to(part, RELATIONSHIP_TYPE.THEME)


def _add_properties(draft: Draft, articles: Sequence[Article]) -> None:
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.parts.coreprops import CorePropertiesPart
    from docx.oxml.coreprops import CT_CoreProperties

    package = draft.part.package
    core = CorePropertiesPart(
        PackURI("/docProps/core.xml"),
        CONTENT_TYPE.OPC_CORE_PROPERTIES,
        CT_CoreProperties.new(),
        package,
    )
    fill_core(core.core_properties, articles, draft.context.paper)
    package.relate_to(core, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    kind = CONTENT_TYPE.OFC_EXTENDED_PROPERTIES
    app = _part(draft, "/docProps/app.xml", kind, app_part(articles))
    package.relate_to(app, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)


def _add_fields(draft: Draft, article: Article) -> None:
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

    item = _part(draft, "/customXml/item1.xml", CONTENT_TYPE.XML, fields_part(article, draft.notes))
    kind = CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES
    store = _part(draft, "/customXml/itemProps1.xml", kind, store_part())
    item.relate_to(store, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    draft.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


def _part(draft: Draft, name: str, kind: str, data: bytes) -> "Part":
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    return Part(PackURI(name), kind, data, draft.part.package)


def _saved(draft: Draft) -> bytes:
    """The zip with fixed times and order, so that the same article gives the same bytes."""
    first, second = BytesIO(), BytesIO()
    draft.part.package.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(second, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.external_attr = _FILE_MODE
            packed = name.endswith(_PACKED)
            info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return second.getvalue()
