"""The tree says where articles are, in menu order, with counts."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from newsroom.domain.article import Status
from newsroom.ui.library.places import places, read_overview
from newsroom.ui.library.tree_model import PlacesModel
from newsroom.ui.models.dragging import articles_mime
from tests.fakes.desk import SAFETY, SPECIAL
from tests.ui.support import write

COPY = Qt.DropAction.CopyAction
_ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


def labels(group):
    return [place.label for place in group.children]


def test_groups_and_counts(desk):
    write(desk, "Một", tags=("đoàn phí", "an toàn"))
    write(desk, "Hai", status=Status.SPIKED)
    library, sections, statuses, tags = places(read_overview(desk))
    counts = {place.label: place.count for place in library.children}
    assert counts == {"All articles": 1, "Mine, today": 1, "Awaiting edit": 0, "Bin": 1}
    assert labels(sections) == ["Thời sự", SPECIAL, "Văn hóa"]
    assert "Spiked" not in labels(statuses)
    assert labels(tags) == ["an toàn", "đoàn phí"]


def test_mine_today_begins_at_midnight_on_the_papers_clock(desk):
    write(desk, "Sáng nay", hours_ago=11.9)
    write(desk, "Đêm qua", hours_ago=12.1)
    overview = read_overview(desk)
    assert overview.mine_count == 1


def test_mine_are_those_i_made_whatever_the_byline_says(desk):
    write(desk, "Của tôi")
    write(replace(desk, person="Hà An"), "Của người khác")
    assert read_overview(desk).mine_count == 1
    assert read_overview(replace(desk, person="Ai đó")).mine_count == 0


def tree(desk, qtbot):
    model = PlacesModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.show(places(read_overview(desk)))
    return model


def test_only_counts_change_without_a_reset(desk, qtbot):
    model = tree(desk, qtbot)
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    write(desk, "Mới")
    model.show(places(read_overview(desk)))
    assert resets == []
    assert "1 article" in model.find("all").data(_ACCESSIBLE)


def test_a_section_takes_articles_and_a_title_does_not(desk, qtbot):
    model = tree(desk, qtbot)
    data = articles_mime(["a1"])
    section = model.find(f"section:{SPECIAL}/{SAFETY}")
    assert section.isValid()
    assert model.canDropMimeData(data, COPY, -1, -1, section)
    assert not model.canDropMimeData(data, COPY, -1, -1, model.find("sections"))
    with qtbot.waitSignal(model.dropped) as dropped:
        assert model.dropMimeData(data, COPY, -1, -1, section)
    ids, place = dropped.args
    assert ids == ("a1",)
    assert place.wanted.section == (SPECIAL, SAFETY)
