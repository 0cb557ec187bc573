from hypothesis import given
from hypothesis import strategies as st

from newsroom.press.layout.columns import balanced, fill
from newsroom.press.layout.flow import flow_of
from newsroom.press.layout.model import Slug
from newsroom.press.layout.setting import Remarks, Setting
from newsroom.press.presets import load_preset
from tests.press.samples import context, plain_article

slug_lists = st.lists(
    st.builds(
        Slug,
        rows=st.integers(1, 6),
        items=st.just(()),
        space=st.integers(0, 2),
        keep=st.booleans(),
        waits=st.sampled_from([False, False, False, True]),
    ),
    max_size=40,
)


def pages(slugs, tops, depth):
    queue = list(range(len(slugs)))
    while queue:
        filled = fill(slugs, queue, tops, [depth] * len(tops))
        yield filled
        queue = list(filled.rest)


@given(slug_lists, st.lists(st.integers(0, 4), min_size=1, max_size=4))
def test_every_slug_is_placed_once_and_none_upon_another(slugs, tops):
    placed = [entry for filled in pages(slugs, tops, 12) for entry in filled.placed]
    assert sorted(id(entry.slug) for entry in placed) == sorted(map(id, slugs))
    for filled in pages(slugs, tops, 12):
        ends = {}
        for entry in filled.placed:
            assert entry.row >= max(ends.get(entry.column, 0), tops[entry.column])
            ends[entry.column] = entry.row + entry.slug.rows


@given(slug_lists)
def test_what_may_not_wait_stays_in_order(slugs):
    order = {id(slug): at for at, slug in enumerate(slugs)}
    placed = [
        order[id(entry.slug)]
        for filled in pages(slugs, [0, 0], 10)
        for entry in filled.placed
        if not entry.slug.waits
    ]
    assert placed == sorted(placed)


@given(slug_lists, st.integers(1, 5))
def test_balanced_columns_hold_everything_within_the_page(slugs, count):
    filled = balanced(slugs, range(len(slugs)), [0] * count, 200)
    assert filled is not None
    assert len(filled.placed) == len(slugs)
    assert max(filled.ends) <= 200


def test_even_text_ends_in_even_columns():
    slugs = [Slug(rows=1, items=()) for _ in range(31)]
    filled = balanced(slugs, range(31), [0, 0, 5], 40)
    assert filled is not None
    assert filled.ends == (12, 12, 12)


def test_text_moves_up_when_a_box_must_wait():
    slugs = [Slug(rows=6, items=()), Slug(rows=6, items=(), waits=True), Slug(rows=3, items=())]
    filled = fill(slugs, range(3), [0, 0], [10, 10])
    assert [(entry.column, entry.row, entry.slug) for entry in filled.placed] == [
        (0, 0, slugs[0]),
        (0, 6, slugs[2]),
        (1, 0, slugs[1]),
    ]


def test_more_than_the_page_holds_cannot_be_balanced():
    assert balanced([Slug(rows=30, items=())], range(1), [0, 0], 10) is None


def test_the_byline_stays_with_the_last_line():
    setting = Setting(load_preset("newspaper"), context(), Remarks())
    slugs = flow_of(setting, plain_article(2), ()).slugs
    assert slugs[-2].keep
    assert not slugs[-1].keep
    assert not flow_of(setting, plain_article(2, byline=("  ",)), ()).slugs[-1].keep
