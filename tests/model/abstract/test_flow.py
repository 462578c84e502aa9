"""Which locals may still be read, and what that spares the systems."""

from haltcheck.basis.budget import Budget
from haltcheck.model.abstract import Trust, build
from haltcheck.model.abstract.flow import flow_of
from haltcheck.model.program import Next
from haltcheck.model.subject import LoopSubject
from haltcheck.model.system import Faith, System
from tests.model.abstract.conformance import lowered

INNER = """
def f(n: int):
    for i in range(n):
        x = i
        while x > 5:
            x += i - 8
"""
AFTER = """
def f(n: int):
    i = 0
    for i in range(n):
        while i < 0:
            i += n
    return i
"""


def live_at_head(code):
    function = lowered(code).functions["f"]
    head = next(block for block in function.blocks if isinstance(block.terminator, Next))
    return flow_of(function).live[head.id]


def test_what_a_for_loop_binds_is_not_read_before():
    assert "i" not in live_at_head(INNER)


def test_what_is_read_after_a_for_loop_is_live_at_its_head():
    assert "i" in live_at_head(AFTER)


def test_a_target_that_is_not_bound_yet_blurs_no_entry():
    system = build(lowered(INNER), LoopSubject("f", 1), Trust.NOTHING, Budget())
    assert isinstance(system, System)
    assert {one.faith for one in system.transitions} == {Faith.EXACT}
