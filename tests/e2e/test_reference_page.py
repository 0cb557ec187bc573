"""The paper's own page, from the clipboard text to every output, with the command line.

The page is third-party text and not in the repository: skipped where it is not present.
"""

import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from newsroom.__main__ import main

PAGE = Path(__file__).parent.parent.parent.parent / "shared" / "reference" / "article-page.txt"
FURNITURE = {"In", "Về đầu", "Tin Công đoàn", "Lượt truy cập:"}

pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="the reference page is not present")


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reference") / "library"
    assert main(["--library", str(folder), "import", str(PAGE)]) == 0
    return folder


@pytest.fixture
def call(library, capsys):
    def run(*words):
        assert main(["--library", str(library), *map(str, words)]) == 0
        return capsys.readouterr().out

    return run


@pytest.fixture
def article_id(call):
    return call("list").split("\t")[0]


@pytest.fixture
def shown(call, article_id):
    import json

    return json.loads(call("show", article_id, "--json"))


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u00a0\u00ad\u2060-]+", "", text).casefold()


def _source_paragraphs() -> list[str]:
    lines = [line.strip("\u00a0 \t") for line in PAGE.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines[3:] if line and line not in FURNITURE]


def _has_every_paragraph(text: str) -> bool:
    squeezed = _squeezed(text)
    return all(_squeezed(paragraph) in squeezed for paragraph in _source_paragraphs())


def test_fields(shown):
    section = ["Chuyên đề", "Phát triển đoàn viên, xây dựng tổ chức Công đoàn"]
    assert shown["section"] == section
    assert shown["updated"] == "2020-07-20T10:33:00+07:00"
    assert shown["headline"].startswith("Khối thi đua Các tổ chức chính trị - xã hội")
    assert shown["lede"].startswith("Ngày 20/7, tại Hà Nội")
    assert shown["byline"] == "Đặng Lợi"


def test_body_word_for_word(shown):
    headings = [block["text"] for block in shown["blocks"] if block["type"] == "heading"]
    assert len(headings) == 2
    parts = [shown["headline"], shown["lede"], *(b["text"] for b in shown["blocks"])]
    assert [*parts, shown["byline"].upper()] == _source_paragraphs()


def test_no_furniture(shown):
    assert FURNITURE.isdisjoint(block["text"] for block in shown["blocks"])


def test_word_file(call, article_id, tmp_path):
    target = tmp_path / "article.docx"
    call("export", article_id, "--format", "docx", "--output", target)
    with zipfile.ZipFile(target) as package:
        root = ET.fromstring(package.read("word/document.xml"))
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
    assert _has_every_paragraph("".join(node.text or "" for node in root.iter(word)))


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("preset", ["office", "newspaper"])
def test_pdf(call, article_id, tmp_path, preset):
    target = tmp_path / "article.pdf"
    call("export", article_id, "--format", "pdf", "--preset", preset, "--output", target)
    run = subprocess.run(["pdftotext", target, "-"], capture_output=True, text=True, check=True)
    assert _has_every_paragraph(_without_furniture(run.stdout))


_FURNITURE_LINE = re.compile(r"Báo Công Đoàn|.*\d\d-\d\d-\d{4}|(Xem tiếp|Tiếp theo) trang \d+|\d*")


def _is_furniture(line: str) -> bool:
    folio = re.match(r"\d+ ", line) and line == line.upper()
    return bool(_FURNITURE_LINE.fullmatch(line) or folio)


def _without_furniture(text: str) -> str:
    """The text without masthead, date, folio, jump lines and the head repeated on later pages."""
    head = _squeezed(_source_paragraphs()[0])
    kept = []
    for number, page in enumerate(text.split("\f")):
        lines = [line.strip() for line in page.splitlines() if not _is_furniture(line.strip())]
        if number and lines and _squeezed(lines[0]).rstrip("…") in head:
            lines.pop(0)
        kept += lines
    return "\n".join(kept)


def test_site_page(call, article_id, tmp_path):
    call("export", article_id, "--format", "html", "--output", tmp_path / "page")
    html = (tmp_path / "page" / "index.html").read_text("utf-8")
    assert "Cập nhật lúc 10:33 20/07/2020 (GMT+7)" in html
    from lxml.html import document_fromstring

    assert _has_every_paragraph(document_fromstring(html).text_content())
