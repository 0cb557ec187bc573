"""Sample articles: the one that the welcome page opens, and any number for trying out."""

import random
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from newsroom.domain.article import Article, ArticleText, SectionPath, Status, with_text
from newsroom.domain.changes import ChangeSet, Outcome
from newsroom.domain.document import Block, Document, Heading, Paragraph, text_of
from newsroom.domain.ids import ArticleId, new_article_id, new_block_id
from newsroom.domain.json_document import block_from_json
from newsroom.errors import UsageError
from newsroom.paths import resource
from newsroom.services.articles import add_article, create_article
from newsroom.services.desk import Desk
from newsroom.services.progress import Progress, Silent, step

MAX_SAMPLES = 200_000
_BATCH = 250


def add_sample_article(*, desk: Desk) -> Outcome[Article]:
    """Store the sample article with its photos; sections it names must exist or are left out."""
    values = tomllib.loads(resource("sample/article.toml").read_text(encoding="utf-8"))
    blocks = tuple(_sample_block(value, desk) for value in values["blocks"])
    text = ArticleText(
        kicker=values["kicker"],
        headline=values["headline"],
        lede=values["lede"],
        body=Document(blocks=blocks),
        byline=tuple(values["byline"]),
    )
    section = tuple(values["section"])
    with desk.open(writes=False) as work:
        known = work.taxonomy.sections().find(section) is not None
    return create_article(
        desk=desk,
        text=text,
        section=section if known else (),
        tags=values["tags"],
        dateline=values["dateline"],
    )


def shown_sample(*, desk: Desk) -> Article:
    """The sample article to look at: without its photos, and not in the library."""
    values = tomllib.loads(resource("sample/article.toml").read_text(encoding="utf-8"))
    now = desk.clock.now()
    return Article(
        id=new_article_id(),
        kicker=values["kicker"],
        headline=values["headline"],
        lede=values["lede"],
        byline=tuple(values["byline"]),
        dateline=values["dateline"],
        section=tuple(values["section"]),
        body=Document(
            blocks=tuple(
                _sample_block(value, desk) for value in values["blocks"] if "file" not in value
            )
        ),
        created=now,
        updated=now,
    )


def _sample_block(value: Mapping[str, Any], desk: Desk) -> Block:
    """A block of the TOML file: as JSON has it, less the ids and what `text` can tell."""
    full = {"id": new_block_id(), "text": "", **value}
    if "runs" in value:
        full["runs"] = [[text, marks, link or None] for text, marks, link in value["runs"]]
    if "rows" in value:
        full["rows"] = [[{"text": cell} for cell in row] for row in value["rows"]]
    if "file" in value:
        data = resource(f"sample/{value['file']}").read_bytes()
        full["photo"] = desk.photos.add(data, name=value["file"]).id
    if "blocks" in value:
        inner = [{"id": new_block_id(), "text": "", **part} for part in value["blocks"]]
        full["blocks"] = [
            part | {"runs": [[text, marks, link or None] for text, marks, link in part["runs"]]}
            for part in inner
        ]
    return block_from_json(full)


def add_samples(
    *, desk: Desk, count: int, seed: int = 1, progress: Progress | None = None
) -> Outcome[tuple[ArticleId, ...]]:
    """Store `count` generated articles; the same seed gives the same words.

    They are committed in batches: when cancelled, those finished before stay. Raises `UsageError`
    when `count` is not between 1 and 200,000.
    """
    if not 1 <= count <= MAX_SAMPLES:
        raise UsageError(
            "The number of samples must be between 1 and {most}, not {count}.",
            most=MAX_SAMPLES,
            count=count,
        )
    watcher = progress or Silent()
    with desk.open(writes=False) as work:
        sections = tuple(work.taxonomy.sections().paths())
    generate = SampleWriter.load(seed=seed, sections=sections, now=desk.clock.now())
    made: list[ArticleId] = []
    while len(made) < count:
        step(watcher, len(made), count, "")
        size = min(_BATCH, count - len(made))
        made += _store(desk, [generate.article() for _ in range(size)])
    watcher.report(count, count, "")
    changes = ChangeSet(added=frozenset(made), tags=True)
    return Outcome(value=tuple(made), changes=changes)


def _store(desk: Desk, articles: Sequence[Article]) -> list[ArticleId]:
    with desk.open() as work:
        stored = [add_article(work=work, article=item, by=desk.person) for item in articles]
        work.commit()
    return [article.id for article in stored]


_STATUS_WEIGHTS: Mapping[Status, int] = {
    Status.DRAFT: 8,
    Status.AWAITING_EDIT: 4,
    Status.IN_EDIT: 3,
    Status.AWAITING_APPROVAL: 3,
    Status.APPROVED: 6,
    Status.PUBLISHED: 70,
    Status.RETURNED: 2,
}


@dataclass(frozen=True, kw_only=True)
class SampleWriter:
    """Writes articles from the phrase book, one after the other, back in time from `now`."""

    phrases: Mapping[str, Sequence[str]]
    dice: random.Random
    sections: Sequence[SectionPath]
    now: datetime

    @classmethod
    def load(cls, *, seed: int, sections: Sequence[SectionPath], now: datetime) -> "SampleWriter":
        """A writer over the shipped phrases."""
        phrases = tomllib.loads(resource("sample/phrases.toml").read_text(encoding="utf-8"))
        dice = random.Random(seed)  # noqa: S311 - sample words, not secrets
        return cls(phrases=phrases, dice=dice, sections=sections, now=now)

    def article(self) -> Article:
        """The next article: 150 to 900 tiếng, with a section, tags, a status and its times."""
        status = self.dice.choices(list(_STATUS_WEIGHTS), list(_STATUS_WEIGHTS.values()))[0]
        updated = self.now - timedelta(minutes=self.dice.randrange(5, 3 * 365 * 24 * 60))
        blank = Article(
            id=new_article_id(),
            section=self.dice.choice(self.sections) if self.sections else (),
            tags=tuple(self.dice.sample(self.phrases["tags"], self.dice.randrange(1, 4))),
            status=status,
            dateline=self._pick("places"),
            created=updated - timedelta(hours=self.dice.randrange(1, 72)),
            updated=updated,
            published=updated if status is Status.PUBLISHED else None,
        )
        return with_text(blank, self._text())

    def _text(self) -> ArticleText:
        topic = self._pick("topics")
        return ArticleText(
            kicker=self._pick("kickers"),
            headline=self._fill(self._pick("headlines"), topic),
            lede=self._fill(self._pick("ledes"), topic),
            body=Document(blocks=tuple(self._blocks(topic))),
            byline=(self._pick("bylines"),),
        )

    def _blocks(self, topic: str) -> list[Block]:
        blocks: list[Block] = []
        for part in range(self.dice.randrange(1, 4)):
            if part:
                blocks.append(Heading(text=text_of(self._pick("headings"))))
            blocks += [self._paragraph(topic) for _ in range(self.dice.randrange(2, 4))]
        return blocks

    def _paragraph(self, topic: str) -> Paragraph:
        chosen = self.dice.sample(self.phrases["sentences"], self.dice.randrange(2, 5))
        return Paragraph(text=text_of(" ".join(self._fill(words, topic) for words in chosen)))

    def _pick(self, name: str) -> str:
        return self.dice.choice(self.phrases[name])

    def _fill(self, words: str, topic: str) -> str:
        makers: Mapping[str, Callable[[], object]] = {
            "person": lambda: self._pick("people"),
            "place": lambda: self._pick("places"),
            "company": lambda: self._pick("companies"),
            "number": lambda: self.dice.randrange(12, 990),
            "small": lambda: self.dice.randrange(2, 9),
            "month": lambda: self.dice.randrange(1, 13),
            "year": lambda: self.dice.randrange(2018, 2026),
            "percent": lambda: f"{self.dice.randrange(3, 60)},{self.dice.randrange(1, 10)}%",
        }
        filled = {name: make() for name, make in makers.items() if f"{{{name}}}" in words}
        return words.format(topic=topic, topic_upper=topic[:1].upper() + topic[1:], **filled)
