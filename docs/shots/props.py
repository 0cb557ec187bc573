"""What lies on the stage before the first picture: an article with everything that one can have."""

from docs.shots.stage import Stage
from newsroom.domain.comment import Comment, new_comment_id
from newsroom.domain.document import Document, Paragraph, plain, text_of
from newsroom.domain.ids import new_block_id
from newsroom.domain.writing import Snippet
from newsroom.services.articles import list_ids
from newsroom.services.desk import Desk
from newsroom.services.samples import add_sample_article, add_samples
from newsroom.services.templates import save_template
from newsroom.services.versions import keep_version
from newsroom.services.writing import add_snippet
from newsroom.ui.editor.places import Place

SNIPPETS = ("Chân bài: đường dây nóng", "Hộp: gửi bài cho tòa soạn", "Lời dẫn chuyên đề")


def fill(desk: Desk, *, samples: int) -> None:
    """Sample articles, the one with photos on top; templates and snippets."""
    add_samples(desk=desk, count=samples, seed=11)
    add_sample_article(desk=desk)
    newest = list_ids(desk=desk)[0]
    for name in ("Bản tin", "Phỏng vấn", "Phóng sự ảnh"):
        save_template(desk=desk, article_id=newest, name=name)
    for name in SNIPPETS:
        text = text_of("Bạn đọc cần tư vấn xin gọi đường dây nóng của công đoàn.")
        block = Paragraph(id=new_block_id(), text=text)
        add_snippet(desk=desk, snippet=Snippet(name=name, blocks=Document(blocks=(block,)).blocks))


def dress(stage: Stage) -> None:
    """Open the article; comment on it, bookmark it, keep a version and change the text since."""
    stage.open()
    sheet = stage.window.editor.sheet
    blocks = [block for block in sheet.article_text().body.blocks if isinstance(block, Paragraph)]
    for block, start, end, words in (
        (blocks[0], 4, 12, "Hỏi lại: giải lao lúc mấy giờ?"),
        (blocks[1], 4, 17, "Ảnh chân dung của anh Bảo có dùng được không?"),
    ):
        sheet.select(Place(block.id, 0, start, end))
        person, now = stage.desk.person or "Lê Lâm", stage.desk.clock.now()
        sheet.commands.add_comment(Comment(id=new_comment_id(), text=words, author=person, at=now))
    stage.settle()
    stage.window.article.store_then(lambda: None)
    stage.settle()
    article = stage.window.article.article_id()
    keep_version(desk=stage.desk, article_id=article, name="Bản của phóng viên")
    said, better = "ngày đầu ai cũng ngại", "tuần đầu nhiều người còn e dè"
    at = plain(blocks[1].text).index(said)
    sheet.select(Place(blocks[1].id, 0, at, at + len(said)))
    sheet.textCursor().insertText(better)
    stage.window.article.store_then(lambda: None)
    sheet.go_to_block(blocks[2].id)
    stage.do("bookmark")
