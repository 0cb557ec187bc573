"""What stands between an article and the press: looked at before anything is printed.

Besides what every output asks for (`checking`); what is found stops nobody.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.article import Article
from newsroom.domain.document import block_plain
from newsroom.domain.ids import BlockId
from newsroom.domain.imported import Remark
from newsroom.domain.paper import local
from newsroom.domain.rendering import RenderContext
from newsroom.domain.review import Finding, Place, Severity
from newsroom.errors import UserError
from newsroom.press.watching import Told, untold
from newsroom.services.checking_words import MISSING

if TYPE_CHECKING:
    from newsroom.press.preset import Preset


def printing_preset(name: str | None, own: Path | None = None) -> "Preset | None":
    """The preset called `name`, None for the default's; None when it is not there or is wrong.

    `own` is the folder of the library's own presets.

    Whoever exports is told what is wrong with it by the export itself.
    """
    from newsroom.press.presets import load_preset
    from newsroom.services.export_formats import find_format

    try:
        return load_preset(name or find_format("pdf").default, folder=own)
    except UserError:
        return None


def print_findings(
    article: Article,
    context: RenderContext,
    preset: "Preset",
    *,
    known: Iterable[Finding] = (),
    told: Told = untold,
) -> tuple[Finding, ...]:
    """What should be looked at before `article` is printed in the form of `preset`.

    Pure but for reading photos. What is among the `known` findings is not said again. `told` hears
    how far it is, and may stop it.
    """
    from newsroom.press.article_check import press_findings

    said = {_key(finding) for finding in known}
    found: dict[object, Finding] = {}
    for finding in (
        *_fields(article),
        *_circumstances(article, context),
        *_accents(article),
        *press_findings(article, context, preset, told),
    ):
        if _key(finding) not in said:
            found.setdefault(_key(finding), finding)
    return tuple(found.values())


def _key(finding: Finding) -> tuple[str, Place, BlockId | None]:
    return finding.rule, finding.place, finding.block


def _fields(article: Article) -> Iterator[Finding]:
    """What every printed article carries, whatever its profile says."""
    for place, words in (
        (Place.SECTION, article.section),
        (Place.HEADLINE, article.headline.strip()),
        (Place.BYLINE, article.byline),
    ):
        if not words:
            yield Finding(
                rule=f"{place}-missing",
                severity=Severity.WARNING,
                message=MISSING[place],
                place=place,
            )


def _circumstances(article: Article, context: RenderContext) -> Iterator[Finding]:
    if article.note.strip():
        yield Finding(
            rule="note-open",
            severity=Severity.WARNING,
            message=Remark(template="The note to the editor is still there."),
            place=Place.NOTE,
            advice=Remark(template="Do what it asks, then empty it."),
        )
    if article.embargo is not None and article.embargo > context.now:
        moment = f"{local(article.embargo, context.paper):%H:%M %d/%m/%Y}"
        yield Finding(
            rule="embargo-ahead",
            severity=Severity.WARNING,
            message=Remark(
                template="Not to be published before {moment}.", params={"moment": moment}
            ),
            place=Place.EMBARGO,
            advice=Remark(template="Make sure that the paper comes out later."),
        )


def _accents(article: Article) -> Iterator[Finding]:
    """Letters whose accents are characters of their own are set beside each other in print."""
    fields = (
        (article.kicker, Place.KICKER),
        (article.headline, Place.HEADLINE),
        (article.lede, Place.LEDE),
        (" ".join(article.byline), Place.BYLINE),
    )
    places: list[tuple[str, Place, BlockId | None]] = [(*field, None) for field in fields]
    places += [(block_plain(block), Place.BLOCK, block.id) for block in article.body.blocks]
    for words, place, block in places:
        if not unicodedata.is_normalized("NFC", words):
            yield Finding(
                rule="accents-apart",
                severity=Severity.WARNING,
                message=Remark(template="Some accents are stored apart from their letters."),
                place=place,
                block=block,
                advice=Remark(template="Type the words again, or paste them anew."),
            )
