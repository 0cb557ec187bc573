"""What is said among the desk never leaves with a page; Word files carry it as comments."""

import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest

from newsroom.domain.article import ArticleText
from newsroom.domain.comment import Comment, CommentId
from newsroom.domain.document import Document, Paragraph, Run, Table, text_of
from newsroom.services.articles import create_article, read_article
from newsroom.services.exporting import export_articles, export_formats
from newsroom.services.importing import import_file
from tests.fakes.desk import make_desk

CANARY = "CHIM-HOÀNG-YẾN"
ANCHOR = CommentId("canary01")
NOTE = Comment(
    id=ANCHOR, text=f"Hỏi lại {CANARY}", author=CANARY, at=datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
)
DONE = replace(NOTE, id=CommentId("canary02"), text=f"Xong {CANARY}", resolved=True)
TEXT = ArticleText(
    headline="Góp đoàn phí",
    body=Document(
        blocks=(
            Paragraph(text=(Run(text="Công nhân xưởng ", comment=DONE.id), Run(text="may góp"))),
            Paragraph(text=(Run(text="đoàn "), Run(text="ph", comment=ANCHOR), Run(text="í."))),
            Table(rows=(((Run(text="5.000 đồng", comment=ANCHOR),), text_of("mỗi tháng")),)),
        )
    ),
    comments=(NOTE, DONE),
)


@pytest.fixture
def desk():
    return make_desk()


def outputs(desk, folder, text, format):
    """All files that an export writes, zips unpacked, by their names."""
    made = create_article(desk=desk, text=text).value
    folder.mkdir()
    export_articles(desk=desk, ids=[made.id], format=format, target=folder)
    found = {}
    for path in sorted(file for file in folder.rglob("*") if file.is_file()):
        data = path.read_bytes()
        name = str(path.relative_to(folder))
        found[name] = data
        if data.startswith(b"PK"):
            with zipfile.ZipFile(BytesIO(data)) as archive:
                found |= {f"{name}/{part}": archive.read(part) for part in archive.namelist()}
    assert found
    return found


def without(text):
    blocks = (
        Paragraph(id=text.body.blocks[0].id, text=text_of("Công nhân xưởng may góp")),
        Paragraph(id=text.body.blocks[1].id, text=text_of("đoàn phí.")),
        Table(id=text.body.blocks[2].id, rows=((text_of("5.000 đồng"), text_of("mỗi tháng")),)),
    )
    return replace(text, body=Document(blocks=blocks), comments=())


@pytest.mark.parametrize("format", [one.name for one in export_formats() if one.name != "docx"])
def test_no_page_shows_a_comment_or_where_it_stood(tmp_path, format):
    said = outputs(make_desk(), tmp_path / "said", TEXT, format)
    unsaid = outputs(make_desk(), tmp_path / "unsaid", without(TEXT), format)
    for name, data in said.items():
        assert CANARY.encode() not in data, name
        assert str(ANCHOR).encode() not in data, name
    if format != "pdf":  # its dates and identity are those of the article
        assert [len(data) for data in said.values()] == [len(data) for data in unsaid.values()]


def test_word_holds_open_comments_and_no_resolved_ones(desk, tmp_path):
    parts = outputs(desk, tmp_path / "word", TEXT, "docx")
    (comments,) = (data.decode() for name, data in parts.items() if name.endswith("comments.xml"))
    assert comments.count(NOTE.text) == 2
    assert DONE.text not in "".join(data.decode("utf-8", "ignore") for data in parts.values())


def test_comments_come_back_from_word(desk, tmp_path):
    outputs(desk, tmp_path / "word", TEXT, "docx")
    (file,) = (tmp_path / "word").rglob("*.docx")
    made = import_file(desk=desk, path=file).value.article
    found = read_article(desk=desk, article_id=made.id)
    assert found.comments == (NOTE,)
    marked = [run.text for block in found.body.blocks[1:2] for run in block.text if run.comment]
    assert marked == ["ph"]
