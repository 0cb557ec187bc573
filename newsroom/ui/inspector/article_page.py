"""The inspector's first page: what is chosen about an article, as against written in it."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from newsroom.domain.article import Article, ArticleSummary, Status, Urgency, next_statuses
from newsroom.domain.ids import ArticleId
from newsroom.domain.paper import PaperSettings, zone
from newsroom.domain.profile import Profile
from newsroom.domain.taxonomy import SectionTree
from newsroom.i18n import LANGUAGES, _
from newsroom.language.folding import nfc
from newsroom.services.articles import Details
from newsroom.services.checking import Place, Review
from newsroom.services.profiles import first_section
from newsroom.ui.inspector.lengths import Lengths
from newsroom.ui.inspector.page import Page, section_title
from newsroom.ui.inspector.related_list import RelatedList
from newsroom.ui.theme import Theme, set_kind
from newsroom.ui.widgets.choice_field import Choice, ChoiceField
from newsroom.ui.widgets.date_time_field import DateTimeField
from newsroom.ui.widgets.inline_field import InlineEdit, InlineText, LabelledField
from newsroom.ui.widgets.plain_label import PlainLabel
from newsroom.ui.widgets.section_picker import SectionField
from newsroom.ui.widgets.tag_field import TagField
from newsroom.ui.wording import full_time, status_colour, status_label, urgency_label

_NAMES = re.compile(r"\s*[,;]\s*|\s+[-–]\s+")


def parse_byline(words: str) -> tuple[str, ...]:
    """`Minh Tú, Lê Lâm` or `Minh Tú - Lê Lâm` as names."""
    return tuple(nfc(name) for name in _NAMES.split(words.strip()) if name)


class ArticlePage(Page):
    """Fields of one article. What the person changes comes out as `edited(Details)`.

    `edited` carries the changed field alone; `status_requested(Status)` and `byline_edited(tuple)`
    are apart, since the desk's way and the sheet have a say in them.
    """

    edited = Signal(object)
    status_requested = Signal(object)
    byline_edited = Signal(tuple)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._article: Article | None = None
        self._zone = zone(PaperSettings())
        self._profiles: tuple[Profile, ...] = ()
        self._sections = SectionTree()
        self._make_fields()
        self._lay_out()
        self._connect_signals()

    def _make_fields(self) -> None:
        theme = self._theme
        self.profile = ChoiceField[str](theme, _("Profile"), self._profile_choices)
        self.lengths = Lengths()
        self.section = SectionField(theme)
        self.tags = TagField(theme)
        self.byline = InlineEdit()
        self.byline.setPlaceholderText(_("Names, separated by commas"))
        self.dateline = InlineEdit()
        self.status = ChoiceField[Status](theme, _("Status"), self._next_statuses)
        self.embargo = DateTimeField(theme, self._zone)
        self.note = InlineText()
        self.urgency = ChoiceField[Urgency](theme, _("Urgency"), _urgencies)
        self.language = ChoiceField[str](theme, _("Language"), self._languages)
        self.slug = InlineEdit()
        self.related = RelatedList(theme)

    def _lay_out(self) -> None:
        self.embargo_field = LabelledField(_("Not to be published before"), self.embargo)
        self.marked = {
            Place.SECTION: LabelledField(_("Section"), self.section),
            Place.TAGS: LabelledField(_("Tags"), self.tags),
            Place.BYLINE: LabelledField(_("Byline"), self.byline),
            Place.DATELINE: LabelledField(_("Dateline"), self.dateline),
        }
        for field in (
            LabelledField(_("Profile"), self.profile),
            self.lengths,
            self.marked[Place.SECTION],
            self.marked[Place.TAGS],
            self.marked[Place.BYLINE],
            LabelledField(_("Status"), self.status),
            self.embargo_field,
            LabelledField(_("Note to the editor"), self.note),
        ):
            self.body.addWidget(field)
        self.body.addSpacing(4)
        self.body.addWidget(section_title(_("Related articles")))
        self.body.addWidget(self.related)
        self.body.addSpacing(4)
        self.body.addWidget(section_title(_("More details")))
        self.body.addWidget(self.marked[Place.DATELINE])
        pair = QHBoxLayout()
        pair.setSpacing(8)
        pair.addWidget(LabelledField(_("Urgency"), self.urgency))
        pair.addWidget(LabelledField(_("Language"), self.language))
        self.body.addLayout(pair)
        self.body.addWidget(LabelledField(_("Address on the site"), self.slug))
        self.body.addLayout(self._times())
        self.body.addStretch()

    def _times(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self.times = {}
        for row, (name, words) in enumerate(
            (("created", _("Created")), ("updated", _("Updated")), ("published", _("Published")))
        ):
            label, value = PlainLabel(words), PlainLabel()
            set_kind(label, "label")
            set_kind(value, "label")
            grid.addWidget(label, row, 0)
            grid.addWidget(value, row, 1)
            self.times[name] = (label, value)
        return grid

    def _connect_signals(self) -> None:
        self._theme.changed.connect(self._show_status)
        self.profile.chosen.connect(self._on_profile)
        self.section.section_chosen.connect(self._on_section)
        self.tags.tags_edited.connect(self._on_tags)
        self.byline.committed.connect(self._on_byline)
        self.dateline.committed.connect(self._on_dateline)
        self.status.chosen.connect(self.status_requested)
        self.embargo.moment_chosen.connect(self._on_embargo)
        self.embargo.misread.connect(self._on_misread)
        self.note.committed.connect(self._on_note)
        self.urgency.chosen.connect(self._on_urgency)
        self.language.chosen.connect(self._on_language)
        self.slug.committed.connect(self._on_slug)
        self.related.related_edited.connect(self._on_related)

    # ---- what comes in ---------------------------------------------------------------------
    def set_paper(self, paper: PaperSettings) -> None:
        """Tell times on the paper's clock."""
        self._zone = zone(paper)
        self.embargo.set_zone(self._zone)
        if self._article is not None:
            self._show_times(self._article)

    def set_sections(self, tree: SectionTree) -> None:
        """The sections to choose from."""
        self._sections = tree
        self.section.set_sections(tree)

    def set_profiles(self, profiles: Sequence[Profile]) -> None:
        """The content profiles to choose from."""
        self._profiles = tuple(profiles)

    def show_review(self, review: Review) -> None:
        """Mark the required fields that are empty, and tell how long the bounded ones are."""
        for place, field in self.marked.items():
            field.set_mark(_("required") if place in review.missing else "", "error")
        self.lengths.show_review(review)

    def set_known_tags(self, tags: Sequence[str]) -> None:
        """The tags to offer."""
        self.tags.set_known(tags)

    def show_related(self, articles: Sequence[ArticleSummary]) -> None:
        """The related articles by their summaries."""
        self.related.show_articles(articles)

    def show_article(self, article: Article) -> None:
        """Show `article`. A field that is being written stays, unless the article is another."""
        same = self._article is not None and self._article.id == article.id
        self._article = article
        for field, value in (
            (self.byline, ", ".join(article.byline)),
            (self.dateline, article.dateline),
            (self.note, article.note),
            (self.slug, article.slug),
        ):
            show = field.show_value if same else field.replace_value
            show(value)
        show_moment = self.embargo.show_moment if same else self.embargo.replace_moment
        show_moment(article.embargo)
        self.profile.show_choice(_profile(article.profile))
        self.section.show_section(article.section)
        self.tags.show_tags(article.tags)
        self.urgency.show_choice(_urgency(article.urgency))
        self.language.show_choice(_language(article.language))
        self._show_status()
        self._show_times(article)
        if not same:
            self.verticalScrollBar().setValue(0)

    def go_to(self, place: Place) -> None:
        """Put the focus into the field of `place`."""
        others: dict[Place, QWidget] = {Place.NOTE: self.note, Place.EMBARGO: self.embargo}
        marked = self.marked.get(place)
        field = marked.field if marked is not None else others.get(place, self.profile)
        self.ensureWidgetVisible(field)
        field.setFocus()

    def flush(self) -> None:
        """Keep everything that is being written."""
        for field in (self.byline, self.dateline, self.note, self.slug, self.tags, self.embargo):
            field.commit()

    # ---- showing ---------------------------------------------------------------------------
    @Slot()
    def _show_status(self) -> None:
        if self._article is not None:
            self.status.show_choice(self._status_choice(self._article.status))

    def _show_times(self, article: Article) -> None:
        for name, moment in (
            ("created", article.created),
            ("updated", article.updated),
            ("published", article.published),
        ):
            self._show_time(name, moment)

    def _show_time(self, name: str, moment: datetime | None) -> None:
        label, value = self.times[name]
        label.setVisible(moment is not None)
        value.setVisible(moment is not None)
        value.setText("" if moment is None else full_time(moment, self._zone))

    def _status_choice(self, status: Status) -> Choice[Status]:
        colour = status_colour(status, self._theme.tokens)
        return Choice(value=status, words=status_label(status), dot=colour)

    def _next_statuses(self) -> list[Choice[Status]]:
        if self._article is None:
            return []
        return [self._status_choice(status) for status in next_statuses(self._article.status)]

    def _languages(self) -> list[Choice[str]]:
        codes = dict.fromkeys((*LANGUAGES, self._article.language if self._article else "vi"))
        return [_language(code) for code in codes]

    def _profile_choices(self) -> list[Choice[str]]:
        return [_profile(""), *(_profile(each.name) for each in self._profiles)]

    # ---- what goes out ---------------------------------------------------------------------
    @Slot(object)
    def _on_profile(self, name: str) -> None:
        """The profile's section comes with it, where none is chosen yet."""
        article = self._article
        chosen = next((each for each in self._profiles if each.name == name), Profile())
        section = article.section if article is not None else ()
        filled = first_section(chosen, self._sections, section)
        changed = filled if filled != section else None
        self.edited.emit(Details(profile=name, section=changed))

    @Slot(tuple)
    def _on_section(self, path: tuple[str, ...]) -> None:
        self.edited.emit(Details(section=path))

    @Slot(tuple)
    def _on_tags(self, tags: tuple[str, ...]) -> None:
        self.edited.emit(Details(tags=tags))

    @Slot(str)
    def _on_byline(self, words: str) -> None:
        self.byline_edited.emit(parse_byline(words))

    @Slot(str)
    def _on_dateline(self, words: str) -> None:
        self.edited.emit(Details(dateline=nfc(words.strip())))

    @Slot(object)
    def _on_embargo(self, moment: datetime | None) -> None:
        details = Details(no_embargo=True) if moment is None else Details(embargo=moment)
        self._warn_of_past(moment)
        self.edited.emit(details)

    @Slot(bool)
    def _on_misread(self, misread: bool) -> None:
        words = _("Write a time like 06:00 24/11/2026.") if misread else ""
        self.embargo_field.set_remark(words, "error")

    def _warn_of_past(self, moment: datetime | None) -> None:
        if moment is not None and moment < datetime.now(UTC):
            self.embargo_field.set_remark(_("This time has passed."), "warning")

    @Slot(str)
    def _on_note(self, words: str) -> None:
        self.edited.emit(Details(note=nfc(words)))

    @Slot(object)
    def _on_urgency(self, urgency: Urgency) -> None:
        self.edited.emit(Details(urgency=urgency))

    @Slot(object)
    def _on_language(self, code: str) -> None:
        self.edited.emit(Details(language=code))

    @Slot(str)
    def _on_slug(self, words: str) -> None:
        self.edited.emit(Details(slug=words))

    @Slot(tuple)
    def _on_related(self, ids: tuple[ArticleId, ...]) -> None:
        self.edited.emit(Details(related=ids))


def _profile(name: str) -> Choice[str]:
    return Choice(value=name, words=name or _("None"))


def _urgency(urgency: Urgency) -> Choice[Urgency]:
    return Choice(value=urgency, words=urgency_label(urgency))


def _urgencies() -> list[Choice[Urgency]]:
    return [_urgency(urgency) for urgency in Urgency]


def _language(code: str) -> Choice[str]:
    return Choice(value=code, words=LANGUAGES.get(code, code))
