"""`new` and `templates`."""

import argparse
from pathlib import Path

from newsroom.cli.arguments import (
    BYLINE,
    DATELINE,
    HEADLINE,
    KICKER,
    LANGUAGE,
    LEDE,
    PROFILE,
    SECTION,
    TAGS,
    path,
    section_of,
    text,
)
from newsroom.cli.command import DONE, Command
from newsroom.cli.console import Console
from newsroom.domain.article import ArticleText
from newsroom.domain.document import Document, with_new_ids
from newsroom.domain.json_document import Json
from newsroom.domain.profile import Profile
from newsroom.domain.template import Template
from newsroom.errors import UsageError
from newsroom.i18n import N_
from newsroom.services.articles import create_article
from newsroom.services.desk import Desk
from newsroom.services.importing import read_body
from newsroom.services.profiles import find_profile, first_section
from newsroom.services.sections import read_sections
from newsroom.services.templates import filled_template, read_templates

DEFAULT_LANGUAGE = "vi"
_NO_TEMPLATE = Template(name="", language="")


def _new(desk: Desk, arguments: argparse.Namespace, console: Console) -> int:
    name = arguments.template
    if name is None and arguments.headline is None:
        raise UsageError("Give a --headline, or a --template to begin with.")
    template = _NO_TEMPLATE if name is None else filled_template(desk=desk, name=name)
    profile = _profile(desk, arguments.profile)
    section = section_of(arguments) or template.section
    made = create_article(
        desk=desk,
        text=_text(arguments, template.text),
        section=first_section(profile, read_sections(desk=desk), section),
        tags=arguments.tag or template.tags,
        dateline=arguments.dateline or "",
        language=(arguments.language or profile.language or template.language or DEFAULT_LANGUAGE),
        profile=profile.name or template.profile,
    )
    if console.as_json:
        console.json({"id": made.value.id})
    else:
        console.line(made.value.id)
    return DONE


def _text(arguments: argparse.Namespace, start: ArticleText) -> ArticleText:
    """What is given, else what it starts with."""

    def given(name: str) -> str:
        value: str | None = getattr(arguments, name)
        return getattr(start, name) if value is None else value

    body: Path | None = arguments.body_file
    return ArticleText(
        kicker=given("kicker"),
        headline=given("headline"),
        lede=given("lede"),
        byline=tuple(arguments.byline or ()) or start.byline,
        body=with_new_ids(start.body) if body is None else Document(blocks=read_body(path=body)),
    )


def _profile(desk: Desk, name: str | None) -> Profile:
    """The profile called `name`, one without a name for none."""
    return find_profile(desk=desk, name=name) if name else Profile()


def _templates(desk: Desk, _arguments: argparse.Namespace, console: Console) -> int:
    templates = read_templates(desk=desk)
    if console.as_json:
        console.json({"templates": [_template_json(template) for template in templates]})
    else:
        for template in templates:
            console.line(template.name)
    return DONE


def _template_json(template: Template) -> Json:
    return {
        "name": template.name,
        "headline": template.text.headline,
        "section": list(template.section),
        "tags": list(template.tags),
        "profile": template.profile,
        "language": template.language,
    }


NEW = Command(
    name="new",
    help=N_("make an article and print its id"),
    run=_new,
    arguments=(
        HEADLINE,
        text(
            "--template",
            "NAME",
            help=N_("begin with the content of a template; what else is given takes its place"),
        ),
        KICKER,
        LEDE,
        SECTION,
        TAGS,
        BYLINE,
        DATELINE,
        LANGUAGE,
        PROFILE,
        path("--body-file", "F", help=N_("a text file with the article's text")),
    ),
    creates=True,
)
TEMPLATES = Command(
    name="templates",
    help=N_("print the names of the templates that articles can begin with"),
    run=_templates,
)
