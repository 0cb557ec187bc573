"""The scenes of the window's dialogs and popups."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QLineEdit, QWidget

from docs.shots.stage import Scene, Stage
from newsroom.domain.document import Paragraph, Photo
from newsroom.errors import UserError
from newsroom.services.articles import list_ids, read_article
from newsroom.services.importing import FailedFile, ImportReport, ImportResult
from newsroom.ui.dialogs.export_dialog import ExportDialog
from newsroom.ui.dialogs.import_report import ImportReportDialog
from newsroom.ui.editor.places import Place
from newsroom.ui.widgets.date_time_field import DateTimeField

Show = Callable[[Stage], QWidget]


def _command(name: str) -> Show:
    """What an action opens."""

    def show(stage: Stage) -> QWidget:
        stage.do(name)
        return stage.dialog()

    return show


def _about_words(name: str) -> Show:
    """What an action opens for some selected words."""

    def show(stage: Stage) -> QWidget:
        sheet = stage.window.editor.sheet
        blocks = sheet.article_text().body.blocks
        last = [block for block in blocks if isinstance(block, Paragraph)][-1]
        sheet.select(Place(last.id, 0, 0, 24))
        return _command(name)(stage)

    return show


def _palette(typed: str) -> Show:
    def show(stage: Stage) -> QWidget:
        stage.do("palette")
        stage.window.palette_.field.setText(typed)
        stage.wait(0.3)
        stage.settle()
        return stage.window.palette_

    return show


def _menu(name: str) -> Show:
    def show(stage: Stage) -> QWidget:
        menu = stage.window.menus[name]
        menu.popup(stage.window.mapToGlobal(stage.window.rect().topLeft()))
        stage.settle()
        return menu

    return show


def _photo(stage: Stage) -> QWidget:
    sheet = stage.window.editor.sheet
    photo = next(one for one in sheet.article_text().body.blocks if isinstance(one, Photo))
    stage.window.photo_desk.edit(photo.id)
    stage.settle()
    return stage.dialog()


def _section_picker(stage: Stage) -> QWidget:
    stage.window.inspector.article_page.section.click()
    return stage.dialog()


def _picker(stage: Stage) -> QWidget:
    stage.window.inspector.article_page.related.more.click()
    return stage.dialog()


def _date_picker(stage: Stage) -> QWidget:
    field = stage.window.inspector.article_page.findChild(DateTimeField)
    field.actions()[-1].trigger()
    return stage.dialog()


def _library_replace(stage: Stage) -> QWidget:
    stage.do("replace-library")
    dialog = stage.dialog()
    dialog.words.setText("đoàn viên")
    dialog.new_words.setText("người lao động")
    dialog.search.click()
    stage.settle()
    return dialog


def _import_report(stage: Stage) -> QWidget:
    article = read_article(desk=stage.desk, article_id=list_ids(desk=stage.desk)[0])
    failed = FailedFile(
        file=Path("ban-tin-trong.txt"),
        error=UserError("There is nothing to import in “{file}”.", file="ban-tin-trong.txt"),
    )
    report = ImportReport(results=(ImportResult(article=article),), failures=(failed,))
    ImportReportDialog(report, stage.window).open()
    return stage.dialog()


def _page(stage: Stage) -> QWidget:
    dialog = _command("page")(stage)
    dialog.form.stories.add(list_ids(desk=stage.desk)[:5])
    stage.settle()
    stage.wait_until(lambda: dialog.picture.shown() is not None)
    stage.settle()
    return dialog


def _presets(stage: Stage) -> QWidget:
    dialog = _command("print-presets")(stage)
    dialog.presets.choose("tabloid")
    stage.settle()
    stage.wait_until(lambda: dialog.picture.shown() is not None)
    stage.settle()
    return dialog


def _export(form: str) -> Show:
    def show(stage: Stage) -> QWidget:
        dialog = _command("export")(stage)
        dialog.choices.choose_format(form)
        dialog.choices.choose_folder(str(Path("Documents")))
        stage.settle()
        return dialog

    return show


def _several(stage: Stage, count: int) -> ExportDialog:
    dialog = ExportDialog(
        desk=stage.desk,
        tasks=stage.tasks,
        theme=stage.window._theme,
        settings=stage.window.state.settings,
        ids=list_ids(desk=stage.desk)[:count],
        parent=stage.window,
    )
    dialog.open()
    stage.settle()
    return dialog


def _export_several(stage: Stage) -> QWidget:
    dialog = _several(stage, 12)
    dialog.choices.choose_format("html")
    dialog.choices.choose_folder(str(Path("Documents")))
    stage.settle()
    return dialog


def _export_site(stage: Stage) -> QWidget:
    dialog = _command("export-site")(stage)
    folder = next(line for line in dialog.findChildren(QLineEdit) if line.isReadOnly())
    folder.setText(str(Path("Documents")))
    return dialog


def _export_result(stage: Stage) -> QWidget:
    with TemporaryDirectory() as folder:
        dialog = _several(stage, 3)
        dialog.choices.choose_format("md")
        dialog.choices.choose_folder(folder)
        dialog.go.click()
        stage.settle()
        stage.wait_until(dialog.go.isHidden)
        return dialog


SCENES = (
    Scene(
        name="menu-file", words="Every action stands in a menu with its key.", show=_menu("file")
    ),
    Scene(name="menu-view", words="What is shown, and how large.", show=_menu("view")),
    Scene(
        name="palette",
        words="Quick open: an article or an action by a few letters.",
        show=_palette("doan"),
        main=True,
    ),
    Scene(
        name="palette-places", words="Quick open with @: places in the article.", show=_palette("@")
    ),
    Scene(
        name="outline", words="The article's cross-heads and bookmarks.", show=_command("outline")
    ),
    Scene(
        name="snippets",
        words="Snippets: text that is used again and again.",
        show=_command("insert-snippet"),
    ),
    Scene(
        name="keep-snippet",
        words="What is selected can be kept as a snippet.",
        show=_about_words("keep-snippet"),
    ),
    Scene(name="goals", words="Words, characters and goals.", show=_command("counts")),
    Scene(
        name="section-picker", words="Choosing a section by a few letters.", show=_section_picker
    ),
    Scene(name="date-picker", words="Choosing a day and a time.", show=_date_picker),
    Scene(name="table-picker", words="Choosing the size of a new table.", show=_command("table")),
    Scene(name="link", words="A link for the selected words.", show=_about_words("link")),
    Scene(name="comment", words="A comment on the selected words.", show=_about_words("comment")),
    Scene(
        name="photo",
        words="A photo: its part that is shown, focal point, caption and credit.",
        show=_photo,
        main=True,
    ),
    Scene(
        name="library-replace",
        words="Replacing in the whole library, hit by hit.",
        show=_library_replace,
    ),
    Scene(
        name="keep-version", words="Keeping a version under a name.", show=_command("keep-version")
    ),
    Scene(name="templates", words="Templates to begin articles from.", show=_command("templates")),
    Scene(
        name="save-template",
        words="Keeping the open article as a template.",
        show=_command("save-template"),
    ),
    Scene(
        name="profiles",
        words="Profiles: what each kind of article must have.",
        show=_command("profiles"),
    ),
    Scene(name="sections", words="The tree of sections.", show=_command("sections")),
    Scene(name="paper", words="The paper's name, colours and words.", show=_command("paper")),
    Scene(name="habits", words="Writing habits and short forms.", show=_command("habits")),
    Scene(name="import-report", words="What came of an import.", show=_import_report),
    Scene(
        name="export",
        words="Exporting: form, kind and folder; what the article lacks stands above.",
        show=_export("docx"),
        main=True,
    ),
    Scene(name="export-print", words="The kinds of print PDF.", show=_export("pdf")),
    Scene(
        name="export-several",
        words="Several articles, with what each of them lacks.",
        show=_export_several,
    ),
    Scene(
        name="export-result",
        words="What was written, to open or to find in its folder.",
        show=_export_result,
    ),
    Scene(
        name="export-site",
        words="A section or the library as a website.",
        show=_export_site,
    ),
    Scene(
        name="slot",
        words="The slot on the printed page that the article has to fit.",
        show=_command("slot"),
        live=True,
    ),
    Scene(
        name="page",
        words="A page with several articles: which of them are too long for their places.",
        show=_page,
        main=True,
    ),
    Scene(
        name="print-presets",
        words="Print presets, and the page that each of them makes of the article.",
        show=_presets,
        main=True,
    ),
    Scene(name="article-picker", words="Choosing related articles.", show=_picker),
    Scene(name="shortcuts", words="All keys on one sheet.", show=_command("shortcuts"), main=True),
    Scene(
        name="about",
        words="The program, its licences and where it keeps things.",
        show=_command("about"),
    ),
)
