"""A list becomes another one step by step, and never ends as anything else."""

from hypothesis import given
from hypothesis import strategies as st

from newsroom.ui.models.difference import difference

ids = st.lists(st.sampled_from("abcdefghijklmnop"), unique=True)


@given(ids, ids)
def test_the_steps_lead_from_the_old_list_to_the_new(old, new):
    steps = difference(old, new)
    rows = list(old)
    for place in steps.removed:
        del rows[place]
    for place in steps.inserted:
        rows.insert(place, new[place])
    assert rows == new


def test_one_that_moved_to_the_top_is_two_steps():
    steps = difference(list("abcdef"), list("eabcdf"))
    assert steps.removed == (4,)
    assert steps.inserted == (0,)


def test_one_that_moved_down_is_two_steps():
    steps = difference(list("abcdef"), list("bcdeaf"))
    assert steps.removed == (0,)
    assert steps.inserted == (4,)


def test_a_list_that_is_all_new_starts_afresh():
    old = [f"old{n}" for n in range(300)]
    new = [f"new{n}" for n in range(300)]
    assert difference(old, new) is None
