"""What the export window calls the formats and presets."""

from dataclasses import dataclass

from newsroom.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A name, what it is for, and the icon that goes with it."""

    title: str
    hint: str = ""
    icon: str = "file-text"


def format_words(name: str) -> Words:
    """A format as its card says it; one that we have no words for by its name."""
    match name:
        case "docx":
            return Words(title="Word", hint=_("To edit and hand on"), icon="file-text")
        case "pdf":
            return Words(title="PDF", hint=_("To read and print"), icon="printer")
        case "html":
            return Words(title=_("Web page"), hint=_("A folder with photos"), icon="globe")
        case "md":
            return Words(title="Markdown", hint=_("Plain text with marks"), icon="hash")
        case "ninjs":
            return Words(title="ninjs", hint=_("For other newsrooms"), icon="newspaper")
    return Words(title=name)


def preset_words(format: str, preset: str) -> Words:
    """A preset with its one line; one of the library's own by its name."""
    known = _known_presets().get((format, preset))
    if known is not None:
        return known
    if format == "html":
        return Words(title=preset.capitalize(), hint=_("Another look of the site"))
    return Words(title=preset, hint=_("The library's own preset"))


def _known_presets() -> dict[tuple[str, str], Words]:
    """Made at the moment of showing, in the language of the moment."""
    decree = _("Official document")
    return {
        ("docx", "manuscript"): Words(
            title=_("Manuscript"),
            hint=_("Double-spaced, with word count: for the editor's desk"),
        ),
        ("docx", "office"): Words(
            title=decree, hint=_("Margins and type of decree 30/2020: for agencies")
        ),
        ("pdf", "print"): Words(
            title=_("Reading copy"),
            hint=_("One clean column on A4, as “Print” on the site gives"),
        ),
        ("pdf", "office"): Words(
            title=decree, hint=_("Margins and type of decree 30/2020, page numbers")
        ),
        ("pdf", "newspaper"): Words(
            title=_("Newspaper page"),
            hint=_("Columns, headline and photos as on the printed page"),
        ),
        ("pdf", "tabloid"): Words(
            title=_("Tabloid page"), hint=_("Five columns on the sheet of a daily")
        ),
        ("pdf", "galley"): Words(
            title=_("Galley proof"), hint=_("One column with its depth, for copyfitting")
        ),
        ("html", "site"): Words(
            title=_("The paper's site"), hint=_("As the article stands on the site")
        ),
        ("html", "paper"): Words(
            title=_("News page"),
            hint=_("A banner in the paper's colour, the newest beside the text"),
        ),
        ("html", "modern"): Words(
            title=_("Reading page"), hint=_("One quiet column with thin rules")
        ),
    }
