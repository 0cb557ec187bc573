"""Bringing articles in: files of every kind we read, and what was pasted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newsroom.domain.article import Article, ArticleText, SectionPath
from newsroom.domain.changes import ChangeSet, Outcome
from newsroom.domain.document import Document, Paragraph, text_of
from newsroom.domain.ids import new_article_id
from newsroom.domain.imported import ImportedArticle, Remark
from newsroom.domain.ports import UnitOfWork
from newsroom.domain.taxonomy import SectionTree, show_path
from newsroom.errors import CancelledError, UserError
from newsroom.services.articles import add_article, clean_tags
from newsroom.services.desk import Desk
from newsroom.services.imported_photos import keep_photos
from newsroom.services.progress import Progress, Silent, step
from newsroom.services.reading import LoadImage, read_body, read_file, read_paste
from newsroom.services.section_matching import match_section

__all__ = [
    "FailedFile",
    "ImportReport",
    "ImportResult",
    "import_article",
    "import_file",
    "import_files",
    "import_paste",
    "import_text",
    "match_section",
    "place_imported",
    "read_body",
    "read_file",
    "read_paste",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """One article brought in, what the person should know of it, the file it came from."""

    article: Article
    remarks: tuple[Remark, ...] = ()
    file: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedFile:
    """A file that could not be imported, and why."""

    file: Path
    error: UserError


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What became of several files, in their order."""

    results: tuple[ImportResult, ...] = ()
    failures: tuple[FailedFile, ...] = ()


def import_files(
    *,
    desk: Desk,
    paths: Sequence[Path],
    section: SectionPath | None = None,
    tags: Sequence[str] = (),
    progress: Progress | None = None,
) -> Outcome[ImportReport]:
    """Import each file by itself; one that fails is reported and the others go on.

    Raises `NotFoundError` when `section` does not exist (nothing is imported then). When the
    person cancels, what is done stays and the rest is left out.
    """
    watch = progress or Silent()
    _require_section(desk, section)
    imported: list[ImportResult] = []
    failed: list[FailedFile] = []
    changes = ChangeSet()
    for number, path in enumerate(paths):
        try:
            step(watch, number, len(paths), path.name)
            outcome = import_file(desk=desk, path=path, section=section, tags=tags)
        except CancelledError:
            break
        except UserError as error:
            failed.append(FailedFile(file=path, error=error))
            continue
        imported.append(outcome.value)
        changes |= outcome.changes
    watch.report(len(imported) + len(failed), len(paths), "")
    report = ImportReport(results=tuple(imported), failures=tuple(failed))
    return Outcome(value=report, changes=changes)


def import_file(
    *,
    desk: Desk,
    path: Path,
    section: SectionPath | None = None,
    tags: Sequence[str] = (),
) -> Outcome[ImportResult]:
    """Read the file and store it as a draft; `section` and `tags` go before those of the file.

    Raises `UserError` that names the file, `NotFoundError` when `section` does not exist; nothing
    is stored then.
    """
    _require_section(desk, section)
    imported = read_file(path, sections=_sections(desk))
    if place_imported(imported) == ArticleText():
        raise UserError("There is nothing to import in “{file}”.", file=path.name)
    outcome = import_article(desk=desk, imported=imported, section=section, tags=tags)
    return replace(outcome, value=replace(outcome.value, file=path))


def import_text(
    *,
    desk: Desk,
    text: str = "",
    html: str = "",
    section: SectionPath | None = None,
    tags: Sequence[str] = (),
    load_image: LoadImage | None = None,
) -> Outcome[ImportResult]:
    """Store what was pasted as a draft; `html` goes before `text` when both are there."""
    imported = read_paste(text=text, html=html, sections=_sections(desk), load_image=load_image)
    return import_article(desk=desk, imported=imported, section=section, tags=tags)


def import_paste(
    *, desk: Desk, text: str = "", html: str = "", load_image: LoadImage | None = None
) -> Outcome[ImportReport]:
    """`import_text` with the outcome in the form that several files give."""
    outcome = import_text(desk=desk, text=text, html=html, load_image=load_image)
    return Outcome(value=ImportReport(results=(outcome.value,)), changes=outcome.changes)


def import_article(
    *,
    desk: Desk,
    imported: ImportedArticle,
    section: SectionPath | None = None,
    tags: Sequence[str] = (),
) -> Outcome[ImportResult]:
    """Store what a reader made, photos first, as a draft, within one unit of work.

    A section that only the page names is matched with the library's; where there is none the
    article has no section and a remark says so. Raises `NotFoundError` for an unknown `section`.
    """
    kept, photo_remarks = keep_photos(desk, imported)
    with desk.open() as work:
        path, section_remarks = _section_for(work, kept, section)
        article = _article(desk, kept, path, tags)
        stored = add_article(work=work, article=article, by=desk.person)
        work.commit()
    remarks = (*imported.remarks, *photo_remarks, *section_remarks)
    changes = ChangeSet(added=frozenset({stored.id}), tags=bool(stored.tags))
    return Outcome(value=ImportResult(article=stored, remarks=remarks), changes=changes)


def _article(
    desk: Desk, imported: ImportedArticle, section: SectionPath, tags: Sequence[str]
) -> Article:
    now = desk.clock.now()
    text = place_imported(imported)
    updated = imported.updated
    return Article(
        id=new_article_id(),
        kicker=text.kicker,
        headline=text.headline,
        lede=text.lede,
        body=text.body,
        comments=text.comments,
        byline=text.byline,
        section=section,
        tags=clean_tags((*tags, *imported.tags)),
        dateline=imported.dateline,
        language=imported.language,
        created=now,
        updated=updated if updated is not None else now,
        embargo=imported.embargo,
        urgency=imported.urgency,
        note=imported.note,
    )


def place_imported(imported: ImportedArticle, *, over: ArticleText | None = None) -> ArticleText:
    """The sheet's text with the import placed in it; pure.

    Without `over`, or when it is empty, the import's own fields. Over a sheet that already holds
    something its filled fields stay, the import's headline and lede that find their field taken
    stand at the head of its body, and its body follows the sheet's: no word is lost.
    """
    if over is None:
        over = ArticleText()
    extra = [
        words
        for words, there in (
            (imported.kicker, over.kicker),
            (imported.headline, over.headline),
            (imported.lede, over.lede),
        )
        if words and there and words != there
    ]
    lines = tuple(Paragraph(text=text_of(words)) for words in extra)
    names = dict.fromkeys((*over.byline, *imported.byline))
    return ArticleText(
        kicker=over.kicker or imported.kicker,
        headline=over.headline or imported.headline,
        lede=over.lede or imported.lede,
        body=Document(blocks=(*over.body.blocks, *lines, *imported.body.blocks)),
        byline=tuple(names),
        comments=(*over.comments, *imported.comments),
    )


def _sections(desk: Desk) -> SectionTree:
    with desk.open(writes=False) as work:
        return work.taxonomy.sections()


def _require_section(desk: Desk, section: SectionPath | None) -> None:
    if section:
        _sections(desk).require(section)


def _section_for(
    work: UnitOfWork, imported: ImportedArticle, section: SectionPath | None
) -> tuple[SectionPath, tuple[Remark, ...]]:
    tree = work.taxonomy.sections()
    if section is not None:
        if section:
            tree.require(section)
        return section, ()
    if not imported.section:
        return (), ()
    found = match_section(imported.section, tree)
    if found is not None:
        return found, ()
    remark = Remark(
        template="The page names the section “{section}”, which the library does not have; "
        "the article has no section.",
        params={"section": show_path(imported.section)},
    )
    return (), (remark,)
