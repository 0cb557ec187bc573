"""What stands in the margins of a Word file: section, slug, words, page numbers."""

from collections.abc import Sequence
from typing import assert_never

from newsroom.domain.article import Article, text_part
from newsroom.domain.counting import article_words
from newsroom.domain.paper import grouped, update_line
from newsroom.formats.docx.draft import Draft
from newsroom.formats.docx.elements import Element, el, twips
from newsroom.formats.docx.inline import field_runs, paragraph, run
from newsroom.formats.docx.presets import Furniture, Page


def section_element(draft: Draft, articles: Sequence[Article]) -> Element:
    """The page and its margins (`w:sectPr`), with header and footer as parts of their own."""
    header, footer = _margins(draft, articles)
    references = [
        _reference(draft, "header", header, number=1),
        _reference(draft, "footer", footer, number=1),
    ]
    first_page_differs = draft.preset.furniture is Furniture.NUMBER
    if first_page_differs:
        references += [
            _reference(draft, kind, [paragraph(kind.title())], number=2, page="first")
            for kind in ("header", "footer")
        ]
    title_page = el("w:titlePg") if first_page_differs else None
    return el("w:sectPr", None, [*references, *_page(draft.preset.page), title_page])


def _margins(draft: Draft, articles: Sequence[Article]) -> tuple[list[Element], list[Element]]:
    """The paragraphs of header and footer."""
    match draft.preset.furniture:
        case Furniture.NUMBER:
            return [paragraph("Header", field_runs("PAGE", "2"))], [paragraph("Footer")]
        case Furniture.RUNNING:
            return [_running_head(draft, articles)], [_running_foot(draft, articles)]
        case _:
            assert_never(draft.preset.furniture)


def _running_head(draft: Draft, articles: Sequence[Article]) -> Element:
    paper = draft.context.paper.name
    if len(articles) > 1:
        return paragraph("Header", [run(paper)])
    place = " › ".join((paper, *articles[0].section))
    return paragraph("Header", [run(f"{place}\t{articles[0].slug}")])


def _running_foot(draft: Draft, articles: Sequence[Article]) -> Element:
    count = sum(article_words(text_part(article)) for article in articles)
    length = draft.labels.words.format(count=grouped(count))
    if len(articles) == 1:
        length += f" · {update_line(articles[0].updated, draft.context.paper)}"
    pages = [*field_runs("PAGE", "1"), run("/"), *field_runs("NUMPAGES", "1")]
    return paragraph("Footer", [run(f"{length}\t"), *pages])


def _reference(
    draft: Draft, kind: str, content: list[Element], *, number: int, page: str = "default"
) -> Element:
    root = el("w:hdr" if kind == "header" else "w:ftr", None, content)
    relation = draft.add_xml(f"{kind}{number}", kind, root)
    return el(f"w:{kind}Reference", {"w:type": page, "r:id": relation})


def _page(page: Page) -> list[Element]:
    edges = {
        edge: twips(getattr(page, edge))
        for edge in ("top", "right", "bottom", "left", "header", "footer")
    }
    return [
        el("w:pgSz", {"w:w": twips(page.width), "w:h": twips(page.height)}),
        el("w:pgMar", {f"w:{edge}": size for edge, size in edges.items()} | {"w:gutter": 0}),
        el("w:cols", {"w:space": twips(12.7)}),
    ]
