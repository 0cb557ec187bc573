"""The print file of an article, and of anyone's; and what its preflight is held to."""

from dataclasses import replace

import pytest

from newsroom.errors import CancelledError, UsageError, UserError
from newsroom.press.pdf import render_pdf
from newsroom.press.presets import load_preset
from newsroom.services.print_preview import (
    ArticlePrinter,
    check_export,
    check_print_file,
    open_print_file,
)
from newsroom.services.progress import Silent
from tests.press.samples import context, plain_article


def test_the_file_is_what_an_export_writes() -> None:
    article, given = plain_article(4), context()
    shown = ArticlePrinter().print(article, given, preset="newspaper")
    preset = load_preset("newspaper")
    assert shown.data == render_pdf([article], context_of=[given], preset=preset).data
    assert shown.ink_limit == 240
    assert len(shown.sheets) >= 1
    assert shown.sheets[0].grid is not None


class Impatient(Silent):
    """Wants to stop once so many hundredths are done."""

    def __init__(self, most: int) -> None:
        self.most, self.done = most, 0

    def report(self, done: int, total: int, label: str) -> None:
        self.done = done

    def cancelled(self) -> bool:
        return self.done >= self.most


def test_the_same_printer_makes_the_file_of_the_article_as_it_is_now() -> None:
    printer, given = ArticlePrinter(), context()
    for article in (plain_article(4), plain_article(5, headline="Tin mới"), plain_article(4)):
        with pytest.raises(CancelledError):
            printer.print(article, given, preset="newspaper", progress=Impatient(40))
        made = printer.print(article, given, preset="newspaper")
        alone = ArticlePrinter().print(article, given, preset="newspaper")
        assert made.data == alone.data


def test_a_preset_of_the_library_is_used(tmp_path) -> None:
    own = tmp_path / "press"
    own.mkdir()
    (own / "cua-bao.toml").write_text('base = "office"\n[page]\nformat = "A3"\n', "utf-8")
    shown = ArticlePrinter().print(plain_article(1), context(), preset="cua-bao", own=own)
    assert shown.sheets[0].width == pytest.approx(841.89, abs=0.1)


def test_a_preset_that_is_gone_is_told() -> None:
    with pytest.raises(UsageError, match="no print preset “gone”"):
        ArticlePrinter().print(plain_article(1), context(), preset="gone")


def test_what_is_for_the_office_is_not_held_to_the_press() -> None:
    office = ArticlePrinter().print(plain_article(2), context(), preset="office")
    assert check_print_file(office).ok
    assert not check_print_file(replace(office, for_press=True)).ok


def test_an_exported_file_is_held_to_its_preset(tmp_path) -> None:
    path = tmp_path / "bai.pdf"
    path.write_bytes(ArticlePrinter().print(plain_article(2), context(), preset="print").data)
    assert check_export(path, preset="print").ok
    assert not check_export(path, preset="newspaper").ok


def test_a_file_from_outside_is_opened_or_told(tmp_path) -> None:
    path = tmp_path / "ngoai.pdf"
    with pytest.raises(UserError, match="cannot be read"):
        open_print_file(path)
    path.write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(UserError, match=r"ngoai\.pdf is not a PDF"):
        open_print_file(path)
