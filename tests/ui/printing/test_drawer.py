"""Pictures of pages, drawn on a thread of Qt's own."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QImage

from newsroom.services.print_preview import PrintFile
from newsroom.ui.printing.drawer import Drawing, PageDrawer, Source


class Owner(QObject):
    """Notes what it is handed."""

    def __init__(self, drawer: PageDrawer) -> None:
        super().__init__()
        self.got: list[tuple[Drawing, QImage]] = []
        self.missed: list[Drawing] = []
        drawer.drawn.connect(self._take)
        drawer.failed.connect(self._miss)

    def _take(self, owner, drawing, image):
        if owner is self:
            self.got.append((drawing, image))

    def _miss(self, owner, drawing):
        if owner is self:
            self.missed.append(drawing)


@pytest.fixture
def owner(drawer):
    return Owner(drawer)


def inked(image: QImage) -> int:
    small = image.scaled(60, 80)
    white = QColor("white")
    points = ((x, y) for x in range(60) for y in range(80))
    return sum(1 for x, y in points if small.pixelColor(x, y) != white)


def apart(first: QImage, second: QImage) -> float:
    """How far two pictures of one size are from each other on the average, of 255."""
    assert first.size() == second.size()
    light = [
        abs(first.pixelColor(x, y).lightness() - second.pixelColor(x, y).lightness())
        for x in range(first.width())
        for y in range(first.height())
    ]
    return sum(light) / len(light)


def test_a_page_comes_in_the_size_asked_for_on_white(qtbot, drawer, owner, newspaper: PrintFile):
    wanted = Drawing(source=Source(newspaper.data), page=0, size=(300, 420))
    drawer.want(owner, [wanted])
    assert drawer.busy()
    qtbot.waitUntil(lambda: len(owner.got) == 1, timeout=10_000)
    drawing, image = owner.got[0]
    assert drawing == wanted
    assert (image.width(), image.height()) == (300, 420)
    assert image.pixelColor(75, 418) == QColor("white")
    assert inked(image) > 500


def test_a_part_of_a_page_is_the_same_as_of_the_whole(qtbot, drawer, owner, office: PrintFile):
    source = Source(office.data)
    whole = Drawing(source=source, page=0, size=(600, 848))
    part = Drawing(source=source, page=0, size=(600, 848), clip=(100, 80, 200, 120))
    drawer.want(owner, [whole, part])
    qtbot.waitUntil(lambda: len(owner.got) == 2, timeout=10_000)
    cut = owner.got[0][1].copy(100, 80, 200, 120)
    assert inked(cut) > 200
    assert apart(cut, owner.got[1][1]) < 1


def test_what_is_wanted_later_takes_the_place_of_what_waited(qtbot, drawer, owner, office):
    source = Source(office.data)
    orders = [Drawing(source=source, page=page, size=(80, 113)) for page in range(3)]
    drawer.want(owner, orders)
    drawer.want(owner, orders[2:])
    qtbot.waitUntil(lambda: not drawer.busy(), timeout=10_000)
    assert [drawing.page for drawing, _image in owner.got] == [0, 2]


def test_owners_take_turns(qtbot, drawer, office):
    first, second = Owner(drawer), Owner(drawer)
    source = Source(office.data)
    drawer.want(first, [Drawing(source=source, page=page, size=(80, 113)) for page in range(3)])
    drawer.want(second, [Drawing(source=source, page=0, size=(40, 57))])
    qtbot.waitUntil(lambda: bool(second.got), timeout=10_000)
    assert len(first.got) < 3


def test_what_is_no_pdf_is_told_and_the_next_file_is_drawn(qtbot, drawer, owner, office):
    bad = Drawing(source=Source(b"no pdf"), page=0, size=(80, 113))
    beyond = Drawing(source=Source(office.data), page=99, size=(80, 113))
    good = Drawing(source=Source(office.data), page=0, size=(80, 113))
    drawer.want(owner, [bad, beyond, good])
    qtbot.waitUntil(lambda: bool(owner.got), timeout=10_000)
    assert owner.missed == [bad, beyond]


def test_only_a_few_files_stay_open(qtbot, drawer, owner, office):
    for _ in range(6):
        owner.got.clear()
        drawer.want(owner, [Drawing(source=Source(office.data), page=0, size=(40, 57))])
        qtbot.waitUntil(lambda: bool(owner.got), timeout=10_000)
    assert len(drawer._open) <= 4


def test_an_owner_that_is_gone_is_told_nothing(qtbot, drawer, office):
    from shiboken6 import delete

    gone, there = Owner(drawer), Owner(drawer)
    order = [Drawing(source=Source(office.data), page=0, size=(80, 113))]
    drawer.want(there, order)
    drawer.want(gone, order)
    delete(gone)
    qtbot.waitUntil(lambda: not drawer.busy(), timeout=10_000)
    assert len(there.got) == 1
