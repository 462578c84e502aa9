"""Steps that lead away from what a loop waits for, and twins that reject them."""

import pytest

from haltcheck.api import check

PAIRS = {
    "up to a number": (
        """
def ticks(start, stop, step=1.0):
    if not step:
        raise ValueError("no step")
    here, stop = start * 1.0, stop * 1.0
    while here < stop:
        yield here
        here += step
""",
        """
def ticks(start, stop, step=1.0):
    if step <= 0:
        raise ValueError("no step")
    here, stop = start * 1.0, stop * 1.0
    while here < stop:
        yield here
        here += step
""",
    ),
    "down to a number": (
        """
def levels(top: float, floor: float, step: float):
    out = []
    if step == 0:
        raise ValueError("no step")
    while top > floor:
        out.append(top)
        top -= step
    return out
""",
        """
def levels(top: float, floor: float, step: float):
    out = []
    if step == 0:
        raise ValueError("no step")
    for number in range(int((top - floor) / step)):
        out.append(top)
        top -= step
    return out
""",
    ),
    "what runs out of a table is left": (
        """
def ticks(start: float, stop: float, step: float):
    if step == 0:
        raise ValueError("no step")
    while start < stop:
        start += step
""",
        """
def ticks(rows, start: float, stop: float, step: float):
    if step == 0:
        raise ValueError("no step")
    while start < stop:
        print(rows[start])
        start += step
""",
    ),
}


def _found(text, code="HC103"):
    (file,) = check(text).files
    return [one for one in file.findings if one.code == code]


@pytest.mark.parametrize("name", PAIRS)
def test_a_step_may_lead_away(name):
    stays, ends = PAIRS[name]
    assert len(_found(stays)) == 1
    assert _found(ends) == []
