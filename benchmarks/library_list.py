"""How fast the list of articles paints and scrolls, beside a plain QListView in the same run.

    python -m benchmarks library_list

Prints milliseconds: one row painted (p50, p95), a page scrolled and repainted (p95), the list of
`rows` ids taken in, and a row moved to the top.
"""

import os
import sys
from datetime import UTC, datetime, timedelta
from statistics import quantiles
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QModelIndex, QPoint, QStringListModel
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QStyleOptionViewItem

from newsroom.domain.article import ArticleSummary, Status, Urgency
from newsroom.domain.ids import ArticleId
from newsroom.ui.library.article_list import ArticleList
from newsroom.ui.models.articles import ArticleListModel
from newsroom.ui.models.rows import Answer, FilteredRows, Query, Row
from newsroom.ui.tasks import TaskRunner
from newsroom.ui.theme import Mode, Theme

WIDTH, HEIGHT = 336, 760
HEADLINE = "Công nhân xưởng may góp đoàn phí bằng điện thoại, sổ sách khớp đến từng đồng"
LEDE = (
    "Từ đầu tháng, tổ công đoàn số 4 thử thu đoàn phí qua ứng dụng, mỗi người chỉ mất nửa phút và "
    "sổ sách khớp đến từng đồng, thay vì gần hai tuần như năm ngoái."
)


def summary(number: int) -> ArticleSummary:
    moment = datetime.now(UTC) - timedelta(minutes=number * 17)
    return ArticleSummary(
        id=ArticleId(f"{number:012d}"),
        slug="",
        kicker="",
        headline=f"{number} {HEADLINE}",
        lede=LEDE,
        section=("Chuyên đề", "Phát triển đoàn viên"),
        tags=(),
        byline=("Minh Tú",),
        dateline="",
        language="vi",
        status=list(Status)[number % len(Status)],
        urgency=Urgency.NORMAL,
        created=moment,
        updated=moment,
        published=None,
        words=512,
        revision=1,
    )


def filled(tasks: TaskRunner, rows: int) -> tuple[ArticleListModel, float]:
    model = ArticleListModel(tasks)
    ids = [ArticleId(f"{number:012d}") for number in range(rows)]
    known = {ids[n]: Row(article=summary(n), excerpt=LEDE) for n in range(min(rows, 4000))}
    answer = Answer(query=Query(), source=FilteredRows(ids), rows=known)
    start = perf_counter()
    model._take(answer)  # noqa: SLF001 - what an answer from the library calls
    return model, (perf_counter() - start) * 1000


def paint_rows(view: QAbstractItemView, rows: range) -> list[float]:
    image = QImage(WIDTH, 200, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    times = []
    for number in rows:
        option = QStyleOptionViewItem()
        view.initViewItemOption(option)
        index = view.model().index(number, 0)
        option.rect = view.visualRect(index)
        option.rect.moveTo(QPoint(0, 0))
        start = perf_counter()
        view.itemDelegate().paint(painter, option, index)
        times.append((perf_counter() - start) * 1000)
    painter.end()
    return times


def scroll(app: QApplication, view: QAbstractItemView, steps: int) -> list[float]:
    bar = view.verticalScrollBar()
    times = []
    for step in range(steps):
        bar.setValue(step * 97)
        start = perf_counter()
        view.viewport().repaint()
        times.append((perf_counter() - start) * 1000)
    app.processEvents()
    return times


def p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def median(times: list[float]) -> float:
    return quantiles(times, n=2)[0]


def main() -> int:
    rows = next((int(word) for word in sys.argv[1:] if word.isdigit()), 100_000)
    app = QApplication([])
    theme = Theme(app, Mode.LIGHT)
    tasks = TaskRunner()
    model, taken_in = filled(tasks, rows)
    ours = ArticleList(model, theme.tokens)
    plain = QListView()
    plain.setUniformItemSizes(True)
    plain.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    plain.setModel(QStringListModel([f"{n} {HEADLINE}" for n in range(rows)]))
    for view in (ours, plain):
        view.resize(WIDTH, HEIGHT)
        view.show()
        app.processEvents()
    print(f"{rows:,} rows, {WIDTH}×{HEIGHT}, milliseconds{'':>14}ours     QListView")
    report("row painted, first time, p95", *(p95(paint_rows(v, range(300))) for v in (ours, plain)))
    report("row painted again, p50", *(median(paint_rows(v, range(300))) for v in (ours, plain)))
    report("row painted again, p95", *(p95(paint_rows(v, range(300))) for v in (ours, plain)))
    report("page scrolled by 97 px, p95", *(p95(scroll(app, v, 400)) for v in (ours, plain)))
    print(f"{rows:,} ids taken in: {taken_in:.2f}")
    report("a row inserted at the top, p95", *(p95(insertions(app, v)) for v in (ours, plain)))
    tasks.shutdown()
    return 0


def insertions(app: QApplication, view: QAbstractItemView) -> list[float]:
    """Our model and Qt's own, through the same view: what the view costs."""
    model = view.model()
    times = []
    for _number in range(20):
        start = perf_counter()
        if isinstance(model, ArticleListModel):
            model.beginInsertRows(QModelIndex(), 0, 0)
            model._source.ids.insert(0, ArticleId("new"))  # noqa: SLF001 - as a refresh does
            model.endInsertRows()
        else:
            model.insertRows(0, 1)
        app.processEvents()
        times.append((perf_counter() - start) * 1000)
    return times


def report(what: str, ours: float, plain: float) -> None:
    print(f"{what:<46}{ours:>8.3f}{plain:>14.3f}")


if __name__ == "__main__":
    sys.exit(main())
