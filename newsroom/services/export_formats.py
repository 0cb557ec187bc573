"""The formats an article leaves in, as data: what they are called and who writes them.

A writer takes the articles of one output with their contexts and returns its files. Writers are
imported at first use; opening one checks its preset, so that a wrong preset is told at once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.article import Article
from newsroom.domain.document import photos
from newsroom.domain.imported import Remark
from newsroom.domain.rendering import OutputFile, RenderContext
from newsroom.errors import UsageError
from newsroom.press.watching import Told, untold
from newsroom.services.desk import Desk

if TYPE_CHECKING:
    from newsroom.formats.html.theme import Theme
    from newsroom.press.presets import Preset

PRESET_FILE = ".toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An article on its way out."""

    article: Article
    context: RenderContext


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """What a writer made. The single file of a format that is no folder has any path."""

    files: Sequence[OutputFile]
    remarks: tuple[Remark, ...] = ()


Writer = Callable[[Sequence[Item]], Rendered]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFormat:
    """One way out. `suffix` is empty for a folder, whose file to open is `main`.

    `as_file` writes one file where the person names one with that suffix; `lone` is the suffix of
    a folder's only file, which then needs no folder. `joins`: one output may hold many articles;
    `parallel`: its writer may go to other processes.
    `preset_files`: a preset may also be the path of a TOML file. `open` takes the name of a
    preset, empty for the one the library prefers.
    """

    name: str
    suffix: str
    joins: bool = False
    parallel: bool = False
    presets: tuple[str, ...] = ()
    default: str = ""
    preset_files: bool = False
    open: Callable[[str], Writer]
    as_file: "ExportFormat | None" = None
    main: str = ""
    lone: str = ""

    @property
    def folder(self) -> bool:
        """Whether an output is a folder of files."""
        return not self.suffix


def export_formats(desk: Desk | None = None) -> tuple[ExportFormat, ...]:
    """All formats in the order of the export window, with the presets there are.

    Those of the library of `desk` come after the shipped ones.
    """
    return tuple(made() for made in _formats(desk).values())


def _formats(desk: Desk | None) -> Mapping[str, Callable[[], ExportFormat]]:
    """By their names; one is made when it is asked for."""
    own = desk.press if desk is not None else None
    return {
        "docx": _docx,
        "pdf": partial(_pdf, own),
        "html": _html,
        "md": _markdown,
        "ninjs": _ninjs,
    }


def find_format(name: str, desk: Desk | None = None) -> ExportFormat:
    """The format called `name`; raises `UsageError` that lists those there are."""
    known = _formats(desk)
    if name not in known:
        raise UsageError(
            "There is no format “{format}”; there are: {known}.",
            format=name,
            known=", ".join(known),
        )
    return known[name]()


def open_writer(entry: ExportFormat, preset: str | None) -> Writer:
    """The writer for `preset` (None: the default); raises `UsageError` that lists those there are.

    Raises `UserError` when a preset file is wrong.
    """
    if not preset:
        return entry.open(entry.default)
    if preset in entry.presets or (entry.preset_files and preset.endswith(PRESET_FILE)):
        return entry.open(preset)
    if not entry.presets:
        raise UsageError("The format {format} has no presets.", format=entry.name)
    raise UsageError(
        "The format {format} has no preset “{preset}”; there are: {known}.",
        format=entry.name,
        preset=preset,
        known=", ".join(entry.presets),
    )


def watched(write: Writer, told: Told) -> Writer:
    """`write`, telling how far it is, where it takes long enough to be stopped on the way."""
    return replace(write, told=told) if isinstance(write, _Pdf) else write


def _one(data: bytes, remarks: tuple[Remark, ...] = ()) -> Rendered:
    return Rendered(files=(OutputFile(path="", data=data),), remarks=remarks)


# ---- Word ----------------------------------------------------------------------------------
def _docx() -> ExportFormat:
    from newsroom.formats.docx.presets import docx_preset_names

    return ExportFormat(
        name="docx",
        suffix=".docx",
        joins=True,
        presets=docx_preset_names(),
        default="manuscript",
        open=_Docx,
    )


@dataclass(frozen=True, slots=True)
class _Docx:
    preset: str

    def __call__(self, items: Sequence[Item]) -> Rendered:
        from newsroom.formats.docx.writer import write_many

        return _one(
            write_many([(item.article, item.context) for item in items], preset=self.preset)
        )


# ---- PDF -----------------------------------------------------------------------------------
def _pdf(own: Path | None) -> ExportFormat:
    from newsroom.press.presets import preset_names

    return ExportFormat(
        name="pdf",
        suffix=".pdf",
        joins=True,
        parallel=True,
        presets=preset_names(own),
        default="print",
        preset_files=True,
        open=partial(_open_pdf, own),
    )


def _open_pdf(own: Path | None, preset: str) -> Writer:
    from newsroom.press.presets import load_preset

    return _Pdf(load_preset(preset, folder=own))


@dataclass(frozen=True, slots=True)
class _Pdf:
    """Of a long article it takes seconds: `told` hears how far it is, and may stop it."""

    preset: "Preset"
    told: Told = untold

    def __call__(self, items: Sequence[Item]) -> Rendered:
        from newsroom.press.pdf import render_pdf

        printed = render_pdf(
            [item.article for item in items],
            context_of=[item.context for item in items],
            preset=self.preset,
            told=self.told,
        )
        return _one(printed.data, printed.warnings)


# ---- web page ------------------------------------------------------------------------------
_SITE_LOOK = "site"
"""The preset of the theme that the paper's settings name, which may be the library's own."""


def _html() -> ExportFormat:
    from newsroom.formats.html.theme import theme_names

    looks = (_SITE_LOOK, *theme_names())
    return ExportFormat(
        name="html",
        suffix="",
        presets=looks,
        default=_SITE_LOOK,
        open=_open_html,
        as_file=ExportFormat(
            name="html",
            suffix=".html",
            presets=looks,
            default=_SITE_LOOK,
            open=_open_html_file,
        ),
        main="index.html",
    )


def _open_html(theme: str) -> Writer:
    from newsroom.formats.html.folder import html_folder

    return _Html(
        _theme(theme), lambda item, look: html_folder(item.article, item.context, theme=look)
    )


def _open_html_file(theme: str) -> Writer:
    from newsroom.formats.html.folder import html_file

    return _Html(
        _theme(theme), lambda item, look: [html_file(item.article, item.context, theme=look)]
    )


def _theme(name: str) -> "Theme | None":
    from newsroom.formats.html.theme import load_theme

    return None if name in ("", _SITE_LOOK) else load_theme(name)


@dataclass(frozen=True, slots=True)
class _Html:
    """`theme` None means the one that the paper's settings name."""

    theme: "Theme | None"
    write: Callable[[Item, "Theme"], list[OutputFile]]

    def __call__(self, items: Sequence[Item]) -> Rendered:
        from newsroom.formats.html.remarks import page_remarks
        from newsroom.formats.html.theme import theme_of

        (item,) = items
        theme = self.theme or theme_of(item.context)
        return Rendered(
            files=self.write(item, theme),
            remarks=page_remarks(item.article, item.context.paper),
        )


# ---- text ----------------------------------------------------------------------------------
_TextWriters = tuple[
    Callable[[Article, RenderContext], list[OutputFile]], Callable[[Article, RenderContext], str]
]
"""What writes a folder with the photos, and what writes the text alone."""


def _markdown() -> ExportFormat:
    return _text_format("md", ".md", _markdown_writers)


def _markdown_writers() -> _TextWriters:
    from newsroom.formats.markdown.writer import markdown_folder, write_markdown

    return markdown_folder, write_markdown


def _ninjs() -> ExportFormat:
    return _text_format("ninjs", ".json", _ninjs_writers)


def _ninjs_writers() -> _TextWriters:
    from newsroom.formats.ninjs.writer import ninjs_folder, write_ninjs

    return ninjs_folder, write_ninjs


def _text_format(name: str, suffix: str, writers: Callable[[], _TextWriters]) -> ExportFormat:
    """A format of one text file, which becomes a folder when the article has photos."""
    folder, file = _TextFolder(writers), _TextFile(writers)
    return ExportFormat(
        name=name,
        suffix="",
        open=lambda _preset: folder,
        as_file=ExportFormat(name=name, suffix=suffix, open=lambda _preset: file),
        main=f"article{suffix}",
        lone=suffix,
    )


@dataclass(frozen=True, slots=True)
class _TextFolder:
    writers: Callable[[], _TextWriters]

    def __call__(self, items: Sequence[Item]) -> Rendered:
        (item,) = items
        folder, _text = self.writers()
        return Rendered(files=folder(item.article, item.context))


@dataclass(frozen=True, slots=True)
class _TextFile:
    writers: Callable[[], _TextWriters]

    def __call__(self, items: Sequence[Item]) -> Rendered:
        (item,) = items
        _folder, text = self.writers()
        return _one(text(item.article, item.context).encode(), _left_behind(item.article))


def _left_behind(article: Article) -> tuple[Remark, ...]:
    if not any(True for _use in photos(article.body)):
        return ()
    return (
        Remark(
            template="The photos are not in this file; choose a folder to hand them over with it."
        ),
    )
