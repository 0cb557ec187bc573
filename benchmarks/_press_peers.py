"""The benchmark's article as its peers take it: a web page for WeasyPrint, markup for typst."""

from base64 import b64encode
from html import escape
from pathlib import Path

from newsroom.domain.article import Article
from newsroom.domain.document import (
    Block,
    Box,
    Heading,
    ListBlock,
    Paragraph,
    Photo,
    Quote,
    Table,
    block_plain,
    plain,
)
from tests.press.samples import landscape, portrait

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "resources/fonts"
PROFILE = ROOT / "resources/icc/ISOcoated_v2_300_bas.icc"
PHOTOS = {source.file.id: source.read() for source in (landscape(), portrait())}


def web_page(made: Article) -> str:
    """A two-column page in inks, with bleed and marks, in the fonts of the newspaper preset."""
    faces = "".join(
        f"@font-face{{font-family:{name};font-weight:{weight};src:url(file://{FONTS / file})}}"
        for name, weight, file in (
            ("text", 400, "source-serif-4/SourceSerif4_400Regular.ttf"),
            ("text", 700, "source-serif-4/SourceSerif4_700Bold.ttf"),
            ("display", 700, "noto-serif-display/NotoSerifDisplay_700Bold.ttf"),
            ("sans", 600, "be-vietnam-pro/BeVietnamPro_600SemiBold.ttf"),
        )
    )
    style = (
        f"@color-profile device-cmyk{{src:url(file://{PROFILE});"
        f"components:cyan,magenta,yellow,black}}{faces}"
        "@page{size:A4;margin:14mm;bleed:3mm;marks:crop cross}"
        "body{font:9.4pt/12pt text;columns:2;text-align:justify;color:device-cmyk(0 0 0 1)}"
        "h1{font:700 42pt display;column-span:all}.lede{font:600 11pt sans}"
        "img{width:100%}p{margin:0;text-indent:3mm}"
        "section,th{background:device-cmyk(0 .03 .08 .05)}table{width:100%}"
    )
    parts = [f"<h1>{escape(made.headline)}</h1><p class=lede>{escape(made.lede)}</p>"]
    parts += [_html(block) for block in made.body.blocks]
    head = f"<head><title>{escape(made.headline)}</title><style>{style}</style></head>"
    return f"<html lang=vi>{head}<body>{''.join(parts)}</body></html>"


def _html(block: Block) -> str:
    match block:
        case Heading():
            return f"<h2>{escape(plain(block.text))}</h2>"
        case Quote():
            return f"<blockquote>{escape(block_plain(block))}</blockquote>"
        case ListBlock():
            items = "".join(f"<li>{escape(plain(item.text))}</li>" for item in block.items)
            return f"<ol>{items}</ol>"
        case Table():
            rows = (
                "".join(f"<td>{escape(plain(cell))}</td>" for cell in row) for row in block.rows
            )
            return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
        case Photo():
            data = b64encode(PHOTOS[block.photo]).decode()
            words = escape(plain(block.caption))
            return f"<img src='data:image/jpeg;base64,{data}'><p>{words}</p>"
        case Box():
            return f"<section>{''.join(map(_html, block.blocks))}</section>"
        case Paragraph():
            return f"<p>{escape(plain(block.text))}</p>"


def typst_page(made: Article, folder: Path) -> Path:
    """The file of an office document, its photos beside it."""
    for photo, data in PHOTOS.items():
        (folder / f"{photo}.jpg").write_bytes(data)
    parts = [
        '#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm))',
        '#set text(font: "Source Serif 4", size: 14pt, lang: "vi")',
        "#set par(justify: true, first-line-indent: 12.7mm)",
        f"= {_escaped(made.headline)}",
        f"*{_escaped(made.lede)}*",
        *map(_typst, made.body.blocks),
    ]
    path = folder / "article.typ"
    path.write_text("\n\n".join(parts), encoding="utf-8")
    return path


def _typst(block: Block) -> str:
    match block:
        case Heading():
            return f"== {_escaped(plain(block.text))}"
        case Quote():
            return f"#quote(block: true)[{_escaped(block_plain(block))}]"
        case ListBlock():
            return "\n".join(f"+ {_escaped(plain(item.text))}" for item in block.items)
        case Table():
            cells = ", ".join(f"[{_escaped(plain(cell))}]" for row in block.rows for cell in row)
            return f"#table(columns: {len(block.rows[0])}, {cells})"
        case Photo():
            words = _escaped(plain(block.caption))
            return f'#figure(image("{block.photo}.jpg"), caption: [{words}])'
        case Box():
            inside = "\n\n".join(map(_typst, block.blocks))
            return f"#block(fill: luma(240), inset: 8pt)[{inside}]"
        case Paragraph():
            return _escaped(plain(block.text))


def _escaped(words: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\#$*_`<>@[]=+-/~" else letter for letter in words)
