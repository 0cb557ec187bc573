"""Articles as Word files.

The package is put together from parts of our own with python-docx's classes, not from its default
template: nothing of that (fonts, colours, thumbnail, author) is left in what we hand over. The same
article and context give the same bytes.
"""

from collections.abc import Sequence

from newsroom.domain.article import Article
from newsroom.domain.rendering import RenderContext
from newsroom.errors import UsageError
from newsroom.formats.docx.body import article_elements
from newsroom.formats.docx.draft import Draft
from newsroom.formats.docx.elements import Element, clark, el
from newsroom.formats.docx.furniture import section_element
from newsroom.formats.docx.package import finished, new_document_part
from newsroom.formats.docx.presets import docx_preset_names, preset_named

__all__ = ["docx_preset_names", "write_docx", "write_many"]


def write_docx(article: Article, context: RenderContext, *, preset: str = "manuscript") -> bytes:
    """`article` as the bytes of a .docx file laid out by `preset`.

    Photos that the context lacks leave a placeholder. Raises `UsageError` for an unknown preset.
    """
    return write_many([(article, context)], preset=preset)


def write_many(
    articles: Sequence[tuple[Article, RenderContext]], *, preset: str = "manuscript"
) -> bytes:
    """One .docx file of several articles, each from a new page; style and paper of the first.

    Raises `UsageError` for an unknown preset or when there is no article.
    """
    layout = preset_named(preset)
    if not articles:
        raise UsageError("There is no article to write.")
    first, context = articles[0]
    draft = Draft(new_document_part(), layout, context, first.language)
    body = draft.part.element.body
    for number, (article, own_context) in enumerate(articles):
        draft.context, draft.language = own_context, article.language
        elements = article_elements(article, draft)
        if number:
            _start_page(elements)
        body.extend(elements)
    draft.context, draft.language = context, first.language
    written = [article for article, _ in articles]
    body.append(section_element(draft, written))
    return finished(draft, written)


def _start_page(elements: list[Element]) -> None:
    """Have the article begin on a new page: by its first paragraph, or one before its table."""
    if elements[0].tag != clark("w:p"):
        elements.insert(0, el("w:p", None, [el("w:pPr")]))
    properties = elements[0].find(clark("w:pPr"))
    assert properties is not None  # noqa: S101 - every paragraph of ours has them
    style = properties.find(clark("w:pStyle"))
    properties.insert(0 if style is None else 1, el("w:pageBreakBefore"))
