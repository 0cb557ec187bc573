"""Every dialog opens in every language and is gone when it is closed."""

import gc
import weakref
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from shiboken6 import isValid

from newsroom import i18n
from newsroom.errors import UserError
from newsroom.services.articles import read_article
from newsroom.services.importing import FailedFile, ImportReport, ImportResult
from newsroom.services.templates import save_template
from newsroom.ui.changes import ChangeBus, Operations
from newsroom.ui.dialogs.about_dialog import AboutDialog
from newsroom.ui.dialogs.article_picker import ArticlePicker
from newsroom.ui.dialogs.export_dialog import ExportDialog
from newsroom.ui.dialogs.import_report import ImportReportDialog
from newsroom.ui.dialogs.paper_dialog import PaperDialog
from newsroom.ui.dialogs.profiles_dialog import ProfilesDialog
from newsroom.ui.dialogs.sections_dialog import SectionsDialog
from newsroom.ui.dialogs.site_dialog import SiteDialog
from newsroom.ui.dialogs.template_name import TemplateNameDialog
from newsroom.ui.dialogs.templates_dialog import TemplatesDialog
from tests.ui.support import write

NAMES = [
    "about",
    "export",
    "import",
    "paper",
    "picker",
    "profiles",
    "sections",
    "site",
    "template",
    "templates",
]
SHOWS_BRACES = "template"


@pytest.fixture
def build(qtbot, desk, tasks, theme, tmp_path) -> Callable[[str], QDialog]:
    operations = Operations(tasks, ChangeBus(tasks), tasks)
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    article = write(desk, "Góp đoàn phí bằng điện thoại")
    common = {"desk": desk, "tasks": tasks, "theme": theme}

    def imported() -> QDialog:
        result = ImportResult(article=read_article(desk=desk, article_id=article))
        failed = FailedFile(file=Path("hỏng.docx"), error=UserError("It is broken."))
        return ImportReportDialog(ImportReport(results=(result,), failures=(failed,)))

    def templates() -> QDialog:
        save_template(desk=desk, article_id=article, name="Bản tin")
        return TemplatesDialog(desk=desk, tasks=tasks, operations=operations)

    made = {
        "about": AboutDialog,
        "export": partial(ExportDialog, **common, settings=settings, ids=[article], headline="Tít"),
        "import": imported,
        "paper": partial(PaperDialog, **common, operations=operations),
        "picker": partial(ArticlePicker, **common, title="Bài liên quan"),
        "profiles": partial(ProfilesDialog, **common, operations=operations),
        "sections": partial(SectionsDialog, **common, operations=operations),
        "site": partial(SiteDialog, **common, settings=settings),
        "template": partial(TemplateNameDialog, "Bản tin", ["Bản tin"]),
        "templates": templates,
    }
    return lambda name: made[name]()


@pytest.fixture
def parent(qtbot):
    """A window that would keep its dialogs for as long as it lives."""
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    made.close()


@pytest.fixture
def make(build, parent) -> Callable[[str], QDialog]:
    def made(name: str) -> QDialog:
        dialog = build(name)
        dialog.setParent(parent, dialog.windowFlags())
        return dialog

    return made


def _died(reference: "weakref.ref[QDialog]") -> bool:
    """The window's side is deleted, and nothing of ours holds the rest."""
    gc.collect()
    return reference() is None


@pytest.mark.parametrize("language", list(i18n.LANGUAGES))
@pytest.mark.parametrize("name", NAMES)
def test_it_opens_and_dies(qtbot, tasks, make, name, language):
    i18n.use(language)
    dialog = make(name)
    dialog.show()
    qtbot.waitUntil(lambda: not tasks.busy())
    assert dialog.windowTitle()
    if name != SHOWS_BRACES:
        assert all("{" not in label.text() for label in dialog.findChildren(QLabel))
    dialog.close()
    reference = weakref.ref(dialog)
    qtbot.waitUntil(lambda: not isValid(reference()))
    del dialog
    qtbot.waitUntil(lambda: _died(reference))


@pytest.mark.parametrize("name", NAMES)
def test_escape_closes_and_kills(qtbot, tasks, make, name):
    dialog = make(name)
    dialog.open()
    qtbot.waitUntil(lambda: not tasks.busy())
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog))


@pytest.mark.parametrize("name", NAMES)
def test_it_may_die_while_work_is_under_way(qtbot, tasks, make, name):
    dialog = make(name)
    dialog.show()
    dialog.close()
    qtbot.waitUntil(lambda: not tasks.busy())
