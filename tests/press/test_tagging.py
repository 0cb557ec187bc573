"""The structure of office and print PDFs, read back with pikepdf and, where there is, poppler."""

import re
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest

from newsroom.domain.document import (
    Document,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Run,
    Table,
    document_plain,
    plain,
    text_of,
)
from newsroom.press.bookmarks import bookmarks_of
from newsroom.press.layout.model import Line
from newsroom.press.layout.pages import lay_out
from newsroom.press.pdf import render_pdf
from newsroom.press.presets import load_preset
from tests.press.samples import PARAGRAPHS, context, paragraph, plain_article, rich_article

pikepdf = pytest.importorskip("pikepdf")
tagged = pytest.mark.parametrize("name", ["office", "print"])


@cache
def printed(*articles, name="office"):
    made = [context()] * len(articles)
    return render_pdf(articles, context_of=made, preset=load_preset(name)).data


def article_of(*blocks, **fields):
    return plain_article(body=Document(blocks=blocks), **fields)


def opened(data):
    return pikepdf.open(BytesIO(data))


class Tree:
    """The structure tree as nested (tag, text or children), with the text of marked content."""

    def __init__(self, pdf):
        self.pdf = pdf
        self.texts = [Stretches(page).texts for page in pdf.pages]
        self.numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}

    def root(self):
        return self.told(self.pdf.Root.StructTreeRoot.K[0])

    def told(self, element):
        page = self.numbers[element.Pg.objgen]
        kids = []
        for kid in element.get("/K", []):
            if isinstance(kid, int):
                kids.append(self.texts[page][kid])
            elif kid.get("/Type") == "/StructElem":
                assert kid.P.objgen == element.objgen
                kids.append(self.told(kid))
            elif kid.get("/Type") == "/MCR":
                kids.append(self.texts[self.numbers[kid.Pg.objgen]][kid.MCID])
        return (str(element.S)[1:], kids)


class Stretches:
    """The text of each marked stretch of a page; what is neither marked nor an artifact fails."""

    def __init__(self, page):
        self.fonts = {name: cmap(font) for name, font in page.Resources.Font.items()}
        self.texts, self.inside, self.font, self.actual = {}, [], None, None
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "BDC" | "BMC":
                    self.begin(operands)
                case "EMC":
                    self.end()
                case "Tf":
                    self.font = self.fonts[str(operands[0])]
                case "TJ":
                    self.show(operands[0])
                case "S" | "f" | "Do":
                    assert self.inside, f"{operator} outside of marked content"

    def begin(self, operands):
        self.inside.append(operands[1] if len(operands) > 1 else {})
        if "/MCID" in self.inside[-1]:
            self.texts[int(self.inside[-1].MCID)] = ""
        if "/ActualText" in self.inside[-1]:
            self.actual = str(self.inside[-1].ActualText)

    def end(self):
        if "/ActualText" in self.inside.pop():
            self.texts[self.number()] += self.actual
            self.actual = None

    def show(self, parts):
        assert self.inside, "text outside of marked content"
        if self.actual is None and self.number() is not None:
            codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
            self.texts[self.number()] += "".join(self.font[code] for code in codes)

    def number(self):
        numbers = [int(entry.MCID) for entry in self.inside if "/MCID" in entry]
        return numbers[-1] if numbers else None


def cmap(font):
    """Characters by code, from a simple font's ToUnicode."""
    table = font.ToUnicode.read_bytes().decode("latin-1")
    found = {}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, _last, listed in re.findall(r"<(\w+)> <(\w+)> \[(.*?)\]", block, re.DOTALL):
            for at, code in enumerate(re.findall(r"<(\w+)>", listed)):
                found[int(first, 16) + at] = bytes.fromhex(code).decode("utf-16-be")
        for first, last, start in re.findall(r"<(\w+)> <(\w+)> <(\w+)>", block):
            for at in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + at] = chr(int(start, 16) + at)
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, word in re.findall(r"<(\w+)>\s+<(\w+)>", block):
            found[int(code, 16)] = bytes.fromhex(word).decode("utf-16-be")
    return found


def tree(*articles, name="office"):
    with opened(printed(*articles, name=name)) as pdf:
        return Tree(pdf).root()


def flat(node):
    """All words of a node, in reading order."""
    if isinstance(node, str):
        return node
    return " ".join(" ".join(flat(kid) for kid in node[1]).split())


def tags(node):
    return [kid[0] for kid in node[1] if not isinstance(kid, str)]


@tagged
def test_an_article_begins_with_its_headline(name):
    article = rich_article()
    kids = [kid for kid in tree(article, name=name)[1] if flat(kid)]
    first = kids[1:] if name == "print" else kids
    assert [(kid[0], flat(kid)) for kid in first[:3]] == [
        ("P", article.kicker),
        ("H1", article.headline),
        ("P", article.lede),
    ]


@tagged
def test_every_block_is_an_element_of_its_kind_in_order(name):
    found = tags(tree(rich_article(), name=name))
    start = found.index("H1") + 2
    between = "P Figure P P H2 P P BlockQuote P Sect P H2 P L P Table P Figure P"
    assert " ".join(found[start:]) == f"{between} P"


@tagged
def test_all_text_of_the_article_is_in_the_tree_and_in_order(name):
    article = rich_article()
    words = flat(tree(article, name=name))
    for block in article.body.blocks:
        if isinstance(block, Paragraph | Heading):
            assert " ".join(plain(block.text).split()) in words
    starts = [words.index(" ".join(text.split()[:6])) for text in PARAGRAPHS[:9]]
    assert starts == sorted(starts)


def test_a_paragraph_that_goes_on_over_a_page_is_one_element():
    long = paragraph(" ".join(PARAGRAPHS * 2))
    (found,) = [kid for kid in tree(article_of(long))[1] if len(flat(kid)) > 2000]
    assert flat(found) == " ".join(plain(long.text).split())


def test_lists_nest_and_say_how_they_are_numbered():
    items = (("Một", 0), ("Hai", 1), ("Ba", 1), ("Bốn", 0))
    listed = ListBlock(
        ordered=True, items=tuple(ListItem(text=text_of(word), level=at) for word, at in items)
    )
    with opened(printed(article_of(listed))) as pdf:
        node = next(kid for kid in Tree(pdf).root()[1] if kid[0] == "L")
        (element,) = [
            kid
            for kid in pdf.Root.StructTreeRoot.K[0].K
            if isinstance(kid, pikepdf.Dictionary)
            if kid.S == "/L"
        ]
        assert element.A.ListNumbering == "/Decimal"
    assert tags(node) == ["LI", "LI"]
    label, body = node[1][0][1]
    assert (label[0], flat(label)) == ("Lbl", "1.")
    assert tags(body) == ["L"]
    assert [flat(entry) for entry in body[1][1][1]] == ["1. Hai", "2. Ba"]


def test_tables_have_header_cells_and_rows_of_equal_length():
    cells = (("Tháng", "Số"), ("Tám", ""), ("", "304"))
    table = Table(header=True, rows=tuple(tuple(map(text_of, row)) for row in cells))
    with opened(printed(article_of(table))) as pdf:
        node = next(kid for kid in Tree(pdf).root()[1] if kid[0] == "Table")
        rows = next(kid for kid in pdf.Root.StructTreeRoot.K[0].K if kid.S == "/Table").K
        assert rows[0].K[0].A.Scope == "/Column"
    assert [tags(row) for row in node[1]] == [["TH", "TH"], ["TD", "TD"], ["TD", "TD"]]
    assert [[flat(cell) for cell in row[1]] for row in node[1]] == [list(row) for row in cells]


def test_the_header_of_a_long_table_is_read_once():
    rows = [("Tháng", "Số tiền"), *((f"Tháng {at}", f"{at}.000") for at in range(1, 60))]
    table = Table(header=True, rows=tuple(tuple(map(text_of, row)) for row in rows))
    node = next(kid for kid in tree(article_of(table))[1] if kid[0] == "Table")
    assert len(node[1]) == 60
    assert flat(node).count("Số tiền") == 1


def test_a_quote_and_its_speaker_belong_together():
    quote = Quote(text=text_of("Tin vào con số."), source="Nguyễn Thu Hà")
    node = next(kid for kid in tree(article_of(quote))[1] if kid[0] == "BlockQuote")
    assert [flat(kid) for kid in node[1]] == ["Tin vào con số.", "Nguyễn Thu Hà"]


@tagged
def test_figures_have_their_description_and_caption(name):
    with opened(printed(rich_article(), name=name)) as pdf:
        figures = [
            kid
            for kid in pdf.Root.StructTreeRoot.K[0].K
            if isinstance(kid, pikepdf.Dictionary) and kid.S == "/Figure"
        ]
        assert [str(figure.Alt) for figure in figures] == [
            "Chị Hạnh đóng đoàn phí ngay tại chuyền may trong giờ giải lao.",
            "Bảng tin điện tử đặt ở nhà ăn.",
        ]
        assert [figure.K[-1].S for figure in figures] == ["/Caption"] * 2


@tagged
def test_page_numbers_and_the_paper_around_the_text_are_no_part_of_it(name):
    words = flat(tree(rich_article(), name=name))
    assert "Trang 1" not in words
    assert "Nguồn:" not in words
    assert "Giấy phép" not in words


def linked(*parts):
    runs = [Run(text=text, link=link) for text, link in parts]
    return article_of(Paragraph(text=tuple(runs)))


@tagged
def test_links_lead_to_the_web(name):
    address = "https://congdoan.example.vn/doan-phi"
    article = linked(("Xem ", None), ("bài trước", address), (" về việc này.", None))
    with opened(printed(article, name=name)) as pdf:
        (link,) = pdf.pages[0].Annots
        assert str(link.A.URI) == address
        assert str(link.Contents) == "bài trước"
        owner = pdf.Root.StructTreeRoot.ParentTree.Nums
        found = {int(owner[at]): owner[at + 1] for at in range(0, len(owner), 2)}
        assert found[int(link.StructParent)].S == "/Link"
        page = lay_out([article], [context()], load_preset(name)).pages[0]
        line = next(line for line in page.items if isinstance(line, Line) and "bài" in line.text)
        x1, y1, x2, y2 = map(float, link.Rect)
        assert y1 < page.height - line.y < y2
        assert line.x < x1 < x2 < line.x + line.width
    node = next(kid for kid in tree(article, name=name)[1] if "Link" in tags(kid))
    assert flat(node) == "Xem bài trước về việc này."


def test_other_links_are_words_alone():
    for address in ("mailto:toasoan@example.vn", "javascript:alert(1)", "file:///etc/passwd"):
        with opened(printed(linked(("thư", address)))) as pdf:
            assert "/Annots" not in pdf.pages[0]


def test_a_newspaper_page_holds_no_links_and_no_tree():
    article = linked(("bài trước", "https://congdoan.example.vn/"))
    with opened(printed(article, name="newspaper")) as pdf:
        assert "/Annots" not in pdf.pages[0]
        assert "/StructTreeRoot" not in pdf.Root


def test_every_stretch_finds_its_element():
    with opened(printed(rich_article())) as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        for at, page in enumerate(pdf.pages):
            assert page.obj.StructParents == numbers[2 * at]
            owners = numbers[2 * at + 1]
            for number, owner in enumerate(owners):
                kids = [kid for kid in owner.K if isinstance(kid, int)]
                parts = [
                    int(kid.MCID)
                    for kid in owner.K
                    if not isinstance(kid, int) and "/MCID" in kid and kid.Pg.objgen == page.objgen
                ]
                assert number in (*kids, *parts)


@tagged
def test_the_title_the_language_and_the_marks_are_declared(name):
    with opened(printed(rich_article(), name=name)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.Root.Lang) == "vi"
        assert {page.obj.Tabs for page in pdf.pages} == {"/S"}


@tagged
def test_bookmarks_are_headline_and_cross_heads(name):
    with opened(printed(rich_article(), name=name)) as pdf, pdf.open_outline() as outline:
        (head,) = outline.root
        assert head.title == rich_article().headline
        assert [entry.title for entry in head.children] == [
            "Con số ai cũng thấy",
            "Con số biết nói",
            "Sóng yếu và những việc phải làm tiếp",
        ]


def test_a_cross_head_of_two_lines_is_one_bookmark():
    words = "Sóng yếu, sổ giấy song song, và những việc ban chấp hành phải làm tiếp trong năm tới"
    article = article_of(Heading(text=text_of(words)), headline="")
    layout = lay_out([article], [context()], load_preset("newspaper"))
    assert [mark.title for mark in bookmarks_of(layout.pages)] == ["1", words]


def test_several_articles_are_several_parts():
    two = plain_article(1, headline="Bài thứ hai")
    document = tree(rich_article(), two, name="print")
    assert tags(document) == ["Art", "Art"]
    assert "Bài thứ hai" in flat(document[1][1])
    assert document_plain(two.body)[:40] in flat(document[1][1])


def test_the_same_article_gives_the_same_tree():
    article = replace(rich_article(), headline="Hai lần như một")
    assert printed(article) == printed.__wrapped__(article)


@tagged
def test_poppler_reads_the_structure(tmp_path, name):
    if shutil.which("pdfinfo") is None:
        pytest.skip("pdfinfo is not installed")
    path = tmp_path / "bai.pdf"
    path.write_bytes(printed(rich_article(), name=name))
    run = subprocess.run(["pdfinfo", "-struct-text", path], check=True, capture_output=True)
    told = run.stdout.decode("utf-8")
    assert run.stderr == b""
    assert re.search(r'H1 \(block\)\s+"Nửa phút thay một buổi đi thu đoàn phí"', told)
    assert re.search(r'TH:\s+/Scope /Column\s+"Đã đóng"', told)
    assert re.search(r'Lbl \(block\)\s+"1\."', told)
