"""The library's templates: kept under their names, used for new articles, looked after."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from newsroom.domain.article import Article, SectionPath
from newsroom.domain.changes import ChangeSet, Outcome
from newsroom.domain.document import with_new_ids
from newsroom.domain.ids import ArticleId, new_article_id
from newsroom.domain.paper import local
from newsroom.domain.ports import UnitOfWork
from newsroom.domain.template import (
    Template,
    filled,
    template_from_json,
    template_of,
    template_to_json,
)
from newsroom.errors import NotFoundError, UserError
from newsroom.language.collation import sort_key
from newsroom.language.folding import key, nfc
from newsroom.services.articles import add_article
from newsroom.services.desk import Desk
from newsroom.services.profiles import MAX_NAME, moved_path

_KEY: Final = "templates"
Names = tuple[str, ...]


def read_templates(*, desk: Desk) -> tuple[Template, ...]:
    """The library's templates in Vietnamese order of their names."""
    with desk.open(writes=False) as work:
        return _stored(work)


def template_names(*, desk: Desk) -> Names:
    """The names of the library's templates, in order."""
    with desk.open(writes=False) as work:
        return tuple(str(value["name"]) for value in work.settings.read(_KEY) or ())


def save_template(*, desk: Desk, article_id: ArticleId, name: str) -> Outcome[Template]:
    """Keep the article's content as the template `name`, in the place of one of that name.

    Raises `NotFoundError` for the article, `UserError` for an empty or overlong name.
    """
    clean = checked_name(name)

    def change(work: UnitOfWork) -> Template:
        made = template_of(work.articles.get(article_id), clean)
        _keep(work, (*_without(_stored(work), clean), made))
        return made

    return _changed(desk, change)


def rename_template(*, desk: Desk, name: str, new: str) -> Outcome[Template]:
    """Give a template another name.

    Raises `NotFoundError` when there is none called `name`, `UserError` when `new` is taken.
    """
    clean = checked_name(new)

    def change(work: UnitOfWork) -> Template:
        stored = _stored(work)
        others = _without(stored, name)
        if any(key(other.name) == key(clean) for other in others):
            raise UserError("There is a template “{name}” already.", name=clean)
        renamed = replace(_found(stored, name), name=clean)
        _keep(work, (*others, renamed))
        return renamed

    return _changed(desk, change)


def delete_template(*, desk: Desk, name: str) -> Outcome[Template]:
    """Forget a template and return it; articles made from it stay as they are."""

    def change(work: UnitOfWork) -> Template:
        stored = _stored(work)
        found = _found(stored, name)
        _keep(work, _without(stored, name))
        return found

    return _changed(desk, change)


def put_template_back(*, desk: Desk, template: Template) -> Outcome[Template]:
    """Undo of `delete_template`."""

    def change(work: UnitOfWork) -> Template:
        _keep(work, (*_without(_stored(work), template.name), template))
        return template

    return _changed(desk, change)


def use_template(*, desk: Desk, name: str, section: SectionPath = ()) -> Outcome[Article]:
    """A new draft from the template, its places filled with today's values and the person's name.

    `section` is where the article goes when the template names none, or one that is gone.
    """
    with desk.open() as work:
        template = _found(_stored(work), name)
        stored = add_article(
            work=work, article=_article(desk, work, template, section), by=desk.person
        )
        work.commit()
    changes = ChangeSet(added=frozenset({stored.id}), tags=bool(stored.tags))
    return Outcome(value=stored, changes=changes)


def filled_template(*, desk: Desk, name: str) -> Template:
    """The template with its places filled; its section is empty when that is gone by now."""
    with desk.open(writes=False) as work:
        return _filled(desk, work, _found(_stored(work), name))


def _filled(desk: Desk, work: UnitOfWork, template: Template) -> Template:
    known = bool(template.section) and work.taxonomy.sections().find(template.section) is not None
    return replace(
        template,
        text=filled(template.text, _values(desk, work)),
        section=template.section if known else (),
    )


def _article(desk: Desk, work: UnitOfWork, template: Template, section: SectionPath) -> Article:
    now = desk.clock.now()
    start = _filled(desk, work, template)
    text = start.text
    return Article(
        id=new_article_id(),
        kicker=text.kicker,
        headline=text.headline,
        lede=text.lede,
        body=with_new_ids(text.body),
        byline=text.byline,
        section=start.section or section,
        tags=template.tags,
        profile=template.profile,
        language=template.language,
        created=now,
        updated=now,
    )


def _values(desk: Desk, work: UnitOfWork) -> Mapping[str, str]:
    """What the places say now, on the paper's clock, in the paper's forms (20/7/2020, 10:33)."""
    now = local(desk.clock.now(), work.settings.paper())
    return {
        "date": f"{now.day}/{now.month}/{now.year}",
        "time": f"{now:%H:%M}",
        "year": str(now.year),
        "author": desk.person,
    }


def follow_sections(work: UnitOfWork, moved: Mapping[SectionPath, SectionPath]) -> None:
    """Sections were renamed or moved: templates go with them."""
    stored = _stored(work)
    if stored:
        _keep(work, [replace(each, section=moved_path(each.section, moved)) for each in stored])


def checked_name(name: str) -> str:
    """`name` trimmed; raises `UserError` when it is empty or too long."""
    clean = nfc(" ".join(name.split()))
    if not clean:
        raise UserError("A template needs a name.")
    if len(clean) > MAX_NAME:
        raise UserError("The name of a template has at most {limit} characters.", limit=MAX_NAME)
    return clean


def _stored(work: UnitOfWork) -> tuple[Template, ...]:
    return tuple(map(template_from_json, work.settings.read(_KEY) or ()))


def _keep(work: UnitOfWork, templates: Sequence[Template]) -> None:
    ordered = sorted(templates, key=lambda template: sort_key(template.name))
    work.settings.write(_KEY, [template_to_json(template) for template in ordered])


def _without(templates: Sequence[Template], name: str) -> tuple[Template, ...]:
    return tuple(each for each in templates if key(each.name) != key(name))


def _found(templates: Sequence[Template], name: str) -> Template:
    found = next((each for each in templates if key(each.name) == key(name)), None)
    if found is None:
        raise NotFoundError("There is no template “{name}”.", name=name)
    return found


def _changed(desk: Desk, change: Callable[[UnitOfWork], Template]) -> Outcome[Template]:
    with desk.open() as work:
        value = change(work)
        work.commit()
    return Outcome(value=value, changes=ChangeSet(settings=True))
