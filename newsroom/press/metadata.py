"""What a PDF file says about itself: once, for its Info dictionary and its XMP packet alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from newsroom.domain.article import Article
from newsroom.domain.paper import PaperSettings, local
from newsroom.press.preset import Standard

MAKER = "Newsroom"
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
X_VERSIONS = {Standard.X4: "PDF/X-4", Standard.X1A: "PDF/X-1a:2003"}
"""What files of a standard call themselves (ISO 15930-7, 6.2; ISO 15930-4, 6.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """Title, author and so on, as the articles have them; `moment` is on the paper's clock."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    moment: datetime
    standard: Standard


def facts_of(articles: Sequence[Article], paper: PaperSettings, standard: Standard) -> FileFacts:
    """What the file of these articles says: nothing that the articles do not."""
    lead = articles[0]
    names = dict.fromkeys(name for article in articles for name in article.byline)
    tags = dict.fromkeys(tag for article in articles for tag in article.tags)
    return FileFacts(
        title=lead.headline.strip() or paper.name.strip() or MAKER,
        author=", ".join(names),
        subject=" / ".join(lead.section),
        keywords=", ".join(tags),
        language=lead.language,
        moment=local(max(article.updated for article in articles), paper),
        standard=standard,
    )


def info_of(facts: FileFacts) -> dict[str, str]:
    """The entries of the Info dictionary; all are text, `/Trapped` alone is a name."""
    stamp = _pdf_date(facts.moment)
    entries = {
        "/Title": facts.title,
        "/Author": facts.author,
        "/Subject": facts.subject,
        "/Keywords": facts.keywords,
        "/Creator": MAKER,
        "/Producer": MAKER,
        "/CreationDate": stamp,
        "/ModDate": stamp,
    }
    if facts.standard is Standard.X1A:
        entries["/GTS_PDFXVersion"] = X_VERSIONS[Standard.X1A]
    return {key: value for key, value in entries.items() if value}


def xmp_of(facts: FileFacts, drawn: bytes) -> bytes:
    """The XMP packet (ISO 16684-1); the document's identifier is made from its pages `drawn`."""
    stamp = facts.moment.replace(microsecond=0).isoformat()
    properties = [
        "<dc:format>application/pdf</dc:format>",
        _alternative("dc:title", facts.title),
        _alternative("dc:description", facts.subject),
        _list("dc:creator", "Seq", facts.author),
        _list("dc:language", "Bag", facts.language),
        _text("pdf:Keywords", facts.keywords),
        _text("pdf:Producer", MAKER),
        "<pdf:Trapped>False</pdf:Trapped>",
        _text("xmp:CreatorTool", MAKER),
        *(_text(f"xmp:{name}Date", stamp) for name in ("Create", "Modify", "Metadata")),
        _text("xmpMM:DocumentID", f"uuid:{_identifier(drawn)}"),
        "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>",
        "<xmpMM:VersionID>1</xmpMM:VersionID>",
        *_standard(facts.standard),
    ]
    return _PACKET.format(properties="\n".join(filter(None, properties))).encode()


def _identifier(drawn: bytes) -> str:
    """A UUID made of what it names."""
    digits = sha256(drawn).hexdigest()
    places = ((0, 8), (8, 12), (12, 16), (16, 20), (20, 32))
    return "-".join(digits[start:end] for start, end in places)


def _standard(standard: Standard) -> list[str]:
    match standard:
        case Standard.X4:
            return [_text("pdfxid:GTS_PDFXVersion", X_VERSIONS[standard])]
        case Standard.X1A:
            return [_text("pdfx:GTS_PDFXVersion", X_VERSIONS[standard])]
        case Standard.NONE:
            return []


def _escaped(value: str) -> str:
    """`value` as XML may hold it: without control characters."""
    printable = "".join(character for character in value if character.isprintable())
    return printable.translate(_MARKUP)


def _text(name: str, value: str) -> str:
    return f"<{name}>{_escaped(value)}</{name}>" if value else ""


def _alternative(name: str, value: str) -> str:
    words = f'<rdf:Alt><rdf:li xml:lang="x-default">{_escaped(value)}</rdf:li></rdf:Alt>'
    return f"<{name}>{words}</{name}>" if value else ""


def _list(name: str, kind: str, value: str) -> str:
    words = f"<rdf:{kind}><rdf:li>{_escaped(value)}</rdf:li></rdf:{kind}>"
    return f"<{name}>{words}</{name}>" if value else ""


def _pdf_date(moment: datetime) -> str:
    minutes = round((moment.utcoffset() or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"{moment:D:%Y%m%d%H%M%S}{'+' if minutes >= 0 else '-'}{hours:02d}'{rest:02d}'"


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
{properties}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
