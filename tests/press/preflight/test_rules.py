"""Every rule is broken by a file of its own, and by none of the others."""

from functools import cache
from io import BytesIO

import pytest
from pikepdf import Encryption, Pdf

from newsroom.errors import UserError
from newsroom.press.preflight.checking import preflight
from newsroom.press.preflight.report import Limits, Purpose, Report, Severity
from newsroom.press.preflight.rules.catalogue import ACCESS, RULES
from tests.press.preflight.bad_files import BAD
from tests.press.preflight.sound_page import sound

ELSEWHERE = {"damaged", "encrypted", "id-missing", "too-many-pages", "content-too-large"}
"""Rules whose files are made below."""
ELSEWHERE_TOO = {"image-too-large", *ACCESS}


def check(data: bytes, **wanted: object) -> Report:
    return preflight(data, name="trang.pdf", **wanted)


@cache
def report_of(rule: str) -> Report:
    """What is said of the file that breaks `rule`."""
    return check(BAD[rule].data())


def rules(report: Report) -> set[str]:
    return {finding.rule for finding in report.findings}


def test_a_sound_page_has_no_findings() -> None:
    report = check(sound())
    assert [(f.rule, f.message.params) for f in report.findings] == []
    assert report.ok
    assert report.standard == "PDF/X-4"


@pytest.mark.parametrize("rule", BAD)
def test_a_bad_page_breaks_its_own_rule(rule: str) -> None:
    report = report_of(rule)
    assert rule in rules(report)
    assert rules(report) - {rule} <= BAD[rule].also


@pytest.mark.parametrize("rule", BAD)
def test_only_errors_stop_a_page(rule: str) -> None:
    report = report_of(rule)
    grave = any(RULES[found].press is Severity.ERROR for found in rules(report))
    assert report.ok is not grave


def test_every_rule_has_a_file() -> None:
    assert set(RULES) == set(BAD) | ELSEWHERE | ELSEWHERE_TOO


def test_every_sentence_can_be_said() -> None:
    for rule in BAD:
        for finding in report_of(rule).findings:
            assert finding.message.template.format(**finding.message.params)
            assert finding.advice.template.format(**finding.advice.params)


def test_a_finding_has_its_place() -> None:
    (finding,) = report_of("image-ppi").findings
    assert finding.page == 1
    assert finding.place is not None
    assert (finding.place.left, finding.place.top) == (240, 260)


def test_an_encrypted_file() -> None:
    out = BytesIO()
    Pdf.open(BytesIO(sound())).save(out, encryption=Encryption(owner="a", user="", R=4))
    assert "encrypted" in rules(check(out.getvalue()))


def test_a_locked_file_is_told() -> None:
    out = BytesIO()
    Pdf.open(BytesIO(sound())).save(out, encryption=Encryption(owner="a", user="b"))
    with pytest.raises(UserError, match=r"trang\.pdf is locked"):
        check(out.getvalue())


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\3\4 a zip", b"\0" * 4096])
def test_no_pdf_is_told(data: bytes) -> None:
    with pytest.raises(UserError, match=r"trang\.pdf is not a PDF"):
        check(data)


def test_a_truncated_file_is_damaged_or_no_pdf() -> None:
    data = sound()
    report = check(data[: len(data) - 300])
    assert not report.ok
    assert "damaged" in rules(report)


def test_a_file_without_id() -> None:
    pdf = Pdf.open(BytesIO(sound()))
    out = BytesIO()
    pdf.save(out, static_id=True)
    data = out.getvalue().replace(b"/ID [", b"/XX [")
    assert rules(check(data)) == {"id-missing"}


def test_a_content_bomb_is_not_unpacked() -> None:
    def spoil(pdf: Pdf) -> None:
        pdf.pages[0].obj.Contents = pdf.make_stream(b" " * 70_000_000)

    assert "content-too-large" in rules(check(sound(spoil=spoil)))


def test_the_office_asks_for_other_things() -> None:
    report = check(BAD["rgb-text"].data(), purpose=Purpose.OFFICE)
    assert report.ok
    assert "untagged" in rules(report)
    assert "rgb-text" not in rules(report)


def test_a_lower_ink_limit() -> None:
    report = check(sound(), limits=Limits(ink=40))
    assert rules(report) == {"ink-total", "image-ink-total"}


def test_progress_can_stop_it() -> None:
    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check(sound(), progress=stop)
